"""The question before embargoed words are used: in the strip of messages, never in the way."""

from collections.abc import Callable

from pressdesk.errors import Embargoed, PressDeskError
from pressdesk.ui.kit.message_strip import Tone
from pressdesk.ui.tools import Message


def guarded(error: PressDeskError, act: str, go_on: Callable[[], None]) -> Message:
    """Return what is said when an act was not done: a question under embargo, else why."""
    if isinstance(error, Embargoed):
        return asked_first(error, act, go_on)
    return Message(str(error), Tone.WARNING)


def asked_first(error: PressDeskError, act: str, go_on: Callable[[], None]) -> Message:
    """Return the question whether to do ``act`` (“Link”) all the same; its key does it."""
    return Message(f"{error} {act} anyway?", Tone.WARNING, f"{act} anyway", go_on, asks=True)
