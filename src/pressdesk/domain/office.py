"""The office itself: who it is, its two lines, its people and its lists of words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from pressdesk.domain.hours import DayRule
from pressdesk.domain.routing import DEFAULT_URGENCY_RULES, Lines, UrgencyRule
from pressdesk.domain.spans import Span
from pressdesk.domain.targets import NO_TARGETS, HouseTargets
from pressdesk.errors import Refused


@dataclass(frozen=True)
class Outcome:
    """How an enquiry ended.

    ``counts``: whether it belongs in the deadline figures. ``answered``: whether it says that an
    answer was given. ``foi``: whether it passes the enquiry on, under a reference.
    """

    name: str
    counts: bool = True
    active: bool = True
    id: int | None = None
    answered: bool = True
    foi: bool = False


@dataclass(frozen=True)
class Topic:
    """A subject that the office counts by."""

    name: str
    active: bool = True
    id: int | None = None


@dataclass(frozen=True)
class Staff:
    """Someone who works in the press office."""

    name: str
    role: str = "Press officer"
    number: str = ""
    email: str = ""
    active: bool = True
    id: int | None = None

    @property
    def initials(self) -> str:
        """Two letters for the round badge in a list."""
        return initials(self.name)


@dataclass(frozen=True)
class PackRule:
    """When the desk offers to gather: from how many outlets, within how many hours."""

    outlets: int = 3
    hours: int = 4

    @property
    def within(self) -> timedelta:
        """How far apart the first and the last of a pack may be."""
        return timedelta(hours=self.hours)


NO_LINES = Lines("", "")
USUAL_PACKS = PackRule()


@dataclass(frozen=True)
class Office:
    """Facts of the office that rarely change. ``division`` is a holidays division, or empty.

    ``reports_officers``: whether a report counts by owner, which an office has to want.
    """

    name: str
    zone: str = "Europe/London"
    division: str = "ENG"
    lines: Lines = NO_LINES
    sample: bool = False
    version: int = 0
    packs: PackRule = USUAL_PACKS
    targets: HouseTargets = NO_TARGETS
    reports_officers: bool = False


@dataclass(frozen=True)
class NewOffice:
    """What *start our office* asks for."""

    office: Office
    week: tuple[DayRule, ...]
    staff: tuple[Staff, ...]
    urgency_rules: tuple[UrgencyRule, ...] = DEFAULT_URGENCY_RULES
    topics: tuple[Topic, ...] = ()


WEEKDAY_SPAN = Span(8 * 60 + 30, 17 * 60)

DEFAULT_OUTCOMES = (
    Outcome("Statement given"),
    Outcome("Line given"),
    Outcome("Background briefing"),
    Outcome("Pointed to published material"),
    Outcome("Interview arranged"),
    Outcome("Referred to another body", answered=False),
    Outcome("Passed to FOI", answered=False, foi=True),
    Outcome("Declined", answered=False),
    Outcome("Withdrawn by journalist", counts=False, answered=False),
    Outcome("Holding answer only", answered=False),
    Outcome("Not answered by deadline", answered=False),
    Outcome("Not a media enquiry", counts=False, answered=False),
)


def check_outcomes(outcomes: Iterable[Outcome]) -> None:
    """Refuse to be left without a way to end what was never answered, or only held."""
    if not any(outcome.active and not outcome.answered for outcome in outcomes):
        raise Refused(
            "Keep at least one outcome that does not say that an answer was given, for enquiries "
            "that ended without one."
        )


def initials(name: str) -> str:
    """Return the first letters of the first and last word of a name, or an en dash."""
    letters = [word[0].upper() for word in name.split() if word[0].isalpha()]
    return "".join(letters[:1] + letters[1:][-1:]) or "–"
