"""What a finding looks like: the same for releases, earlier enquiries and whatever comes later."""

from dataclasses import dataclass, field
from datetime import datetime

from pressdesk.domain.embargo import NOT_EMBARGOED, Embargo
from pressdesk.domain.passages import NO_PASSAGE, Passage


@dataclass(frozen=True)
class KnownLook:
    """What a card shows; ``id`` is what it stands for.

    ``facts`` is the line under the title, ``why`` the words that matched, ``learned`` what else
    speaks for it. ``action`` stands on the button, and ``taken`` when the finding has been taken;
    ``weak`` marks what only touches the question. ``embargo`` is that of a release, ``held`` the
    line under the title while it holds, and ``seen_at`` when it was looked at.
    """

    id: int
    title: str
    facts: str
    action: str
    taken: str = ""
    why: tuple[str, ...] = ()
    learned: str = ""
    passage: Passage = NO_PASSAGE
    weak: bool = False
    embargo: Embargo = NOT_EMBARGOED
    held: str = ""
    seen_at: datetime | None = field(default=None, compare=False)

    def facts_at(self, now: datetime) -> str:
        """Return the line under the title at the instant ``now``."""
        return self.held if self.embargo.holds(now) else self.facts


def why_said(look: KnownLook) -> Passage:
    """Return “Matches 26 · lorry = haulier · linked to 3 like questions”, the words marked."""
    if not look.why:
        return Passage(look.learned[:1].upper() + look.learned[1:])
    said, marks = "Weak match on " if look.weak else "Matches ", list[tuple[int, int]]()
    for word in look.why:
        said += " · " if marks else ""
        marks.append((len(said), len(said) + len(word)))
        said += word
    return Passage(" · ".join(filter(None, (said, look.learned))), tuple(marks))
