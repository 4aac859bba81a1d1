"""What can go wrong and be explained.

Every error here carries a sentence for the person: what happened and what to do.
Anything else that is raised is a bug and goes to the crash window.

* PressDeskError
    * Refused       the act breaks a rule of the office (an outcome is missing, hours overlap)
        * Embargoed     the words are under embargo, and nobody has said to use them all the same
    * Conflict      someone else saved first
    * NotFound      there is no such enquiry, release, person
    * Unavailable   the file, the disk, the office's database or an address cannot be used now
    * BadFile       a file handed to us cannot be read
"""


class PressDeskError(Exception):
    """An expected error; ``str(error)`` is a sentence to show as it stands."""


class Refused(PressDeskError):
    """The act breaks a rule. ``field`` names the input to correct, or is empty."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


class Embargoed(Refused):
    """Embargoed words would be used; ask whether to go on, then do it again with the answer."""


class Conflict(PressDeskError):
    """Someone else saved this first; nothing of theirs was overwritten."""


class NotFound(PressDeskError):
    """What was asked for does not exist."""


class Unavailable(PressDeskError):
    """The database, the disk or an address cannot be used now; the old state is untouched."""


class BadFile(PressDeskError):
    """A file from outside cannot be read; the sentence says why."""
