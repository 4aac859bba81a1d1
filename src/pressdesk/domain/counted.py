"""What a figure of a report counts, so that the log can show exactly the enquiries behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from pressdesk.clock import as_utc
from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.contacts import OutletKind
from pressdesk.domain.routing import Route
from pressdesk.domain.said import WEEKDAYS

HOUR = 3600
DAY_HOURS = 24
WEEK_HOURS = 7 * DAY_HOURS
EPOCH_HOURS = 3 * DAY_HOURS
"""1 January 1970 was a Thursday, and hours of the week are counted from a Monday."""
_STEP = timedelta(days=1)
_EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)


class Given(StrEnum):
    """What an enquiry was given in the end, of those that belong in the figures."""

    ANSWER = "answer"
    HOLDING_ONLY = "holding_only"
    NOTHING = "nothing"

    @property
    def label(self) -> str:
        """The standing as printed on screen."""
        return {Given.ANSWER: "Answered", Given.HOLDING_ONLY: "Holding answer only"}.get(
            self, "No answer"
        )


class Kept(StrEnum):
    """How an enquiry stands to its deadline. The first three make the denominator."""

    IN_TIME = "in_time"
    LATE = "late"
    MISSED = "missed"
    RUNNING = "running"
    NO_DEADLINE = "no_deadline"
    LEFT_OUT = "left_out"

    @property
    def label(self) -> str:
        """The standing as printed on screen."""
        return {
            Kept.IN_TIME: "Answered by the deadline",
            Kept.LATE: "Answered after it",
            Kept.MISSED: "Not answered, deadline passed or closed",
            Kept.RUNNING: "Not answered, deadline to come",
            Kept.NO_DEADLINE: "No deadline given",
            Kept.LEFT_OUT: "Left out: withdrawn, or not a media enquiry",
        }[self]


DUE = (Kept.IN_TIME, Kept.LATE, Kept.MISSED)


class Lacking(StrEnum):
    """What an enquiry does not name."""

    OUTLET = "outlet"
    JOURNALIST = "journalist"
    TOPIC = "topic"
    OWNER = "owner"
    OUTCOME = "outcome"


@dataclass(frozen=True)
class WeekHour:
    """One hour of the week on the office's clocks; Monday is 0."""

    weekday: int
    hour: int
    zone: str

    @property
    def label(self) -> str:
        """Return “Monday 08:00 to 09:00”."""
        return f"{WEEKDAYS[self.weekday]} {self.hour:02}:00 to {self.hour + 1:02}:00"

    @property
    def number(self) -> int:
        """Return which of the 168 hours of the week it is."""
        return self.weekday * DAY_HOURS + self.hour


@dataclass(frozen=True)
class Counted:
    """What is counted; what is None or empty narrows nothing.

    ``stopped`` asks for those whose clock to acknowledge, hold or answer has stopped, ``counts``
    for those that belong in the figures of answers (not withdrawn, a media enquiry). A deadline
    has passed or not ``as_at`` an instant.
    """

    urgent: bool | None = None
    in_hours: bool | None = None
    wrong_line: bool | None = None
    expected: Route | None = None
    outlet_kind: OutletKind | None = None
    release_id: int | None = None
    outcome: str = ""
    counts: bool | None = None
    is_open: bool | None = None
    stopped: AnswerKind | None = None
    given: Given | None = None
    kept: Kept | None = None
    as_at: datetime | None = None
    hour: WeekHour | None = None
    lacking: Lacking | None = None

    @property
    def said(self) -> str:
        """Return what is counted in words, empty for everything; a release is not named."""
        told = (
            _either(self.urgent, "urgent", "not urgent"),
            _either(self.in_hours, "received in hours", "received out of hours"),
            _either(self.wrong_line, "on another line than expected", "on the line expected"),
            self.expected and f"expected: {self.expected.label.lower()}",
            self.outlet_kind and f"outlets: {self.outlet_kind.label.lower()}",
            f"outcome: {self.outcome.lower()}" if self.outcome else "",
            _either(self.counts, "in the figures of answers", "left out of the figures of answers"),
            _either(self.is_open, "still open", "closed"),
            self.stopped and _STOPPED[self.stopped],
            self.given and self.given.label.lower(),
            self.kept and self.kept.label.lower(),
            self.hour.label if self.hour else "",
            self.lacking and f"no {self.lacking.value}",
        )
        return ", ".join(filter(None, told))


EVERYTHING = Counted()
_STOPPED = {
    AnswerKind.ACKNOWLEDGED: "acknowledged",
    AnswerKind.HOLDING: "given a holding answer",
    AnswerKind.SUBSTANTIVE: "answered",
}


def _either(value: bool | None, yes: str, no: str) -> str:
    return "" if value is None else yes if value else no


@dataclass(frozen=True)
class Stretch:
    """Time between two instants through which the office's clocks are ``offset`` s ahead of UTC."""

    begins: datetime
    ends: datetime
    offset: int

    def week_hour(self, at: int) -> int:
        """Return which of the 168 hours of the week the clocks show, ``at`` seconds from 1970."""
        return week_hour((at + self.offset) // HOUR)


def week_hour(hours: int) -> int:
    """Return which of the 168 hours of the week it is, some hours of wall-clock time from 1970.

    The same sum stands in the query of the log; see ``storage.counted``.
    """
    return (hours + EPOCH_HOURS) % WEEK_HOURS


def stretches(begins: datetime, ends: datetime, zone: ZoneInfo) -> Iterator[Stretch]:
    """Yield the time between two instants, cut where the clocks change."""
    begins = max(as_utc(begins), _EARLIEST)
    while begins < ends:
        offset, moment = _offset(begins, zone), begins
        while moment < ends and _offset(moment, zone) == offset:
            moment += _STEP
        change = min(_change(moment - _STEP, moment, zone), ends)
        yield Stretch(begins, change, offset)
        begins = change


def _change(same: datetime, other: datetime, zone: ZoneInfo) -> datetime:
    """Return the second at which the offset changes between two instants, or the later of them."""
    offset, low, high = _offset(same, zone), 0, int((other - same).total_seconds())
    if _offset(other, zone) == offset:
        return other
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(same + timedelta(seconds=middle), zone) == offset:
            low = middle
        else:
            high = middle
    return same + timedelta(seconds=high)


def _offset(instant: datetime, zone: ZoneInfo) -> int:
    away = instant.astimezone(zone).utcoffset()
    assert away is not None
    return int(away.total_seconds())
