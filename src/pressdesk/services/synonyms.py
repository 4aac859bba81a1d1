"""Synonyms: the shipped list and the office's own, used when something is suggested."""

from functools import lru_cache

from pressdesk.domain.synonyms import Group, Synonyms, read_group
from pressdesk.errors import NotFound, Refused
from pressdesk.intake.synonyms import shipped_groups
from pressdesk.intake.text import one_line
from pressdesk.services.context import Context
from pressdesk.storage import synonyms
from pressdesk.storage.database import Session

_LONGEST = 1000  # characters that are looked at


class SynonymLists:
    """What stands for what, in the words of this office."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def listed(self) -> tuple[Group, ...]:
        """Return every group: the office's own, then those that ship."""
        with self._context.database.reading() as session:
            return groups_of(session)

    def add(self, line: str) -> Group:
        """Add a group of the office's own, written with =. Raises Refused with what to mend."""
        return self.change(None, line)

    def change(self, before: str | None, line: str, *, active: bool = True) -> Group:
        """Put a group in the place of ``before``, or add one; a shipped one can be switched only.

        Raises Refused with what to mend.
        """
        shipped = before in shipped_groups()
        words = before if shipped and before else read_group(one_line(line, _LONGEST))
        if shipped and line.strip() != before:
            raise Refused(
                "This group ships with PressDesk. Switch it off and add one of your own.",
                field="words",
            )
        with self._context.database.writing(self._context.actor) as session:
            if words != before and words in (group.words for group in groups_of(session)):
                raise Refused("This group is there already.", field="words")
            if before is not None and (words != before or (shipped and active)):
                synonyms.remove(session, before)
            if not (shipped and active):
                synonyms.keep(session, words, active=active)
        return Group(words, shipped, active)

    def remove(self, words: str) -> None:
        """Take a group of the office's own away, or switch a shipped one off. Raises NotFound."""
        words = one_line(words, _LONGEST)
        if words in shipped_groups():
            self.change(words, words, active=False)
            return
        with self._context.database.writing(self._context.actor) as session:
            if not synonyms.remove(session, words):
                raise NotFound("There is no such group. List them to see how they are written.")


def groups_of(session: Session) -> tuple[Group, ...]:
    """Return every group: the office's own, then those that ship."""
    return _groups(synonyms.kept(session))


def synonyms_of(session: Session) -> Synonyms:
    """Return what stands for what in this office."""
    return _read(synonyms.kept(session))


@lru_cache(4)
def _groups(kept: tuple[tuple[str, bool], ...]) -> tuple[Group, ...]:
    shipped = dict.fromkeys(shipped_groups(), True)
    own = [Group(words, active=active) for words, active in kept if words not in shipped]
    shipped.update((words, active) for words, active in kept if words in shipped)
    return (*own, *(Group(words, True, active) for words, active in shipped.items()))


@lru_cache(4)
def _read(kept: tuple[tuple[str, bool], ...]) -> Synonyms:
    return Synonyms.read(group.words for group in _groups(kept) if group.active)
