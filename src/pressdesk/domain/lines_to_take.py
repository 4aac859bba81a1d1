"""Lines to take: cleared words on a topic, their states, and when they may be used.

``line`` alone is a phone line in this program.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from pressdesk.domain.bearing import Strength
from pressdesk.domain.embargo import NOT_EMBARGOED, Embargo
from pressdesk.domain.said import MONTHS
from pressdesk.errors import Refused

NEAR = timedelta(days=7)
"""How long before its review date a line is shown as due for one."""


class LineKind(StrEnum):
    """What the words are for."""

    PROACTIVE = "proactive"
    IF_ASKED = "if_asked"
    HOLDING = "holding"
    BACKGROUND_ONLY = "background_only"

    @property
    def label(self) -> str:
        """The kind as printed on screen."""
        return self.value.replace("_", " ").capitalize()


class LineState(StrEnum):
    """Where the newest words of a line stand."""

    DRAFT = "draft"
    CLEARED = "cleared"
    WITHDRAWN = "withdrawn"

    @property
    def label(self) -> str:
        """The state as printed on screen."""
        return self.value.capitalize()


class LineAct(StrEnum):
    """What changes the state of a line."""

    REWORD = "reword"
    CLEAR = "clear"
    WITHDRAW = "withdraw"


AFTER: dict[tuple[LineState, LineAct], LineState] = {
    (LineState.DRAFT, LineAct.REWORD): LineState.DRAFT,
    (LineState.DRAFT, LineAct.CLEAR): LineState.CLEARED,
    (LineState.DRAFT, LineAct.WITHDRAW): LineState.WITHDRAWN,
    # Cleared words are frozen: other words are a new version, which nobody has cleared yet.
    (LineState.CLEARED, LineAct.REWORD): LineState.DRAFT,
    # The same words, looked at again: a new review date.
    (LineState.CLEARED, LineAct.CLEAR): LineState.CLEARED,
    (LineState.CLEARED, LineAct.WITHDRAW): LineState.WITHDRAWN,
    # A withdrawn line comes back in other words only.
    (LineState.WITHDRAWN, LineAct.REWORD): LineState.DRAFT,
}
"""What follows what; an act that is not here is refused."""


def state_after(state: LineState, act: LineAct) -> LineState:
    """Return the state that an act leads to; raise Refused for one that cannot be done."""
    if (state, act) not in AFTER:
        raise Refused(
            "This line is withdrawn. Type other words and have them cleared, or write a new line."
        )
    return AFTER[state, act]


class Review(StrEnum):
    """How near the date is by which somebody must look at a line again."""

    NONE = "none"
    AHEAD = "ahead"
    NEAR = "near"
    PAST = "past"


def review_of(review_on: date | None, today: date) -> Review:
    """Return how a review date stands; the line is good on the date itself."""
    if review_on is None:
        return Review.NONE
    if review_on < today:
        return Review.PAST
    return Review.NEAR if review_on - today <= NEAR else Review.AHEAD


@dataclass(frozen=True)
class LineForm:
    """What is typed of a line."""

    title: str
    words: str
    topic: str = ""
    kind: LineKind = LineKind.IF_ASKED
    owner: str = ""
    release_id: int | None = None


@dataclass(frozen=True)
class LineVersion:
    """One wording of a line; never changed. ``cleared_at`` is None while nobody cleared it."""

    number: int
    words: str
    written_by: str
    written_at: datetime
    cleared_by: str = ""
    cleared_at: datetime | None = None


@dataclass(frozen=True)
class LineUse:
    """An enquiry that a line stands beside or was used in.

    ``answered_at`` is None where no answer has its words; ``number`` is the version then used.
    """

    enquiry_id: int
    reference: str
    subject: str
    number: int
    answered_at: datetime | None = None
    given_by: str = ""


@dataclass(frozen=True)
class UsedLine:
    """A line whose words an answer has."""

    id: int
    title: str = ""


@dataclass(frozen=True)
class LineSummary:
    """A line as lists show it, in its newest words.

    ``used`` counts the answers that have its words; ``embargo`` is that of the release that it
    comes from. Of a line that bears on a question, ``matched`` are the words that it holds,
    ``strength`` says how well, and ``linked`` counts the like questions that it was used for.
    """

    id: int
    title: str
    topic: str
    kind: LineKind
    state: LineState
    owner: str
    words: str
    review_on: date | None
    cleared_by: str = ""
    cleared_at: datetime | None = None
    used: int = 0
    embargo: Embargo = NOT_EMBARGOED
    matched: tuple[str, ...] = ()
    score: float = 0.0
    strength: Strength | None = None
    linked: int = 0


@dataclass(frozen=True)
class LineToTake:
    """A line, whole. ``versions`` begin with the newest.

    ``version`` guards against two people saving over each other.
    """

    summary: LineSummary
    version: int
    versions: tuple[LineVersion, ...]
    uses: tuple[LineUse, ...] = ()
    release_id: int | None = None
    release_headline: str = ""
    withdrawn_reason: str = ""

    @property
    def form(self) -> LineForm:
        """The line as it would be typed."""
        one = self.summary
        return LineForm(one.title, one.words, one.topic, one.kind, one.owner, self.release_id)


@dataclass(frozen=True)
class LineQuery:
    """Which lines are listed; everything given must hold. ``text`` is prefix words."""

    text: str = ""
    topic: str = ""
    kind: LineKind | None = None
    state: LineState | None = None


def check_use(line: LineSummary) -> None:
    """Refuse to use words that nobody cleared, or that were withdrawn."""
    if line.state is LineState.DRAFT:
        raise Refused(
            f"“{line.title}” is a draft. Have it cleared in Lines to take, then use it.",
            field="lines",
        )
    if line.state is LineState.WITHDRAWN:
        raise Refused(
            f"“{line.title}” was withdrawn and cannot be used. Take it out of the answer.",
            field="lines",
        )


def warning_of(line: LineSummary, today: date) -> str:
    """Return what must be said when a line is used; empty when there is nothing."""
    if line.review_on is None or review_of(line.review_on, today) is not Review.PAST:
        return ""
    ask = f"Ask {line.owner} whether" if line.owner else "Check whether"
    return (
        f"“{line.title}” was to be reviewed by {day_short(line.review_on, today)}. "
        f"{ask} it still holds."
    )


def cleared_said(line: LineSummary, cleared_on: date | None, today: date) -> str:
    """Return “Cleared by M. Reyes 9 Nov · review by 30 Nov”; a review that is past says so."""
    parts = []
    if cleared_on is not None:
        parts.append(f"Cleared by {line.cleared_by} {day_short(cleared_on, today)}")
    if line.review_on is not None:
        parts.append(review_said(line.review_on, today))
    return " · ".join(parts)


def review_said(review_on: date, today: date) -> str:
    """Return when a line is to be reviewed, with a sign where that is near or past."""
    day = day_short(review_on, today)
    return {
        Review.PAST: f"⚠ past review ({day})",
        Review.NEAR: f"review soon, by {day}",
    }.get(review_of(review_on, today), f"review by {day}")


def day_short(day: date, today: date) -> str:
    """Return “9 Nov”, with the year when it is another than today's."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {MONTHS[day.month - 1][:3]}{year}"
