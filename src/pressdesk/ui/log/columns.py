"""What the table of the log shows of an enquiry."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from zoneinfo import ZoneInfo

from pressdesk.domain.enquiries import EnquirySummary, Sort, Status
from pressdesk.domain.local_time import local_day
from pressdesk.domain.routing import Route
from pressdesk.domain.said import MONTHS, WEEKDAYS, time_said
from pressdesk.ui.desk.looks import past_target, status_chip
from pressdesk.ui.kit import ChipLook

_LINES = {
    Route.MAIN: ChipLook("Main line", "accent"),
    Route.OUT_OF_HOURS: ChipLook("Out of hours", "out_of_hours"),
    Route.HELD: ChipLook("Held", "held"),
}


class Col(IntEnum):
    """The columns, from the start side."""

    RECEIVED = 0
    ENQUIRY = 1
    DEADLINE = 2
    LINE = 3
    STATUS = 4
    OUTCOME = 5
    OWNER = 6

    @property
    def title(self) -> str:
        """The words at the head."""
        return self.name.capitalize()


WIDTHS = {
    Col.RECEIVED: 9.0,
    Col.DEADLINE: 9.0,
    Col.LINE: 9.2,
    Col.STATUS: 12.4,
    Col.OUTCOME: 14.0,
    Col.OWNER: 5.0,
}
"""In heights of the body text; the enquiry takes what is left."""

LEAST_ENQUIRY = 20.0
GIVES_WAY = (Col.OUTCOME, Col.LINE, Col.DEADLINE, Col.OWNER, Col.STATUS)
"""The columns that go when there is no room for the enquiry, the first one first."""

ORDERS: dict[Sort, tuple[Col, str]] = {
    Sort.NEWEST: (Col.RECEIVED, "Newest first"),
    Sort.OLDEST: (Col.RECEIVED, "Oldest first"),
    Sort.DEADLINE: (Col.DEADLINE, "By deadline"),
}
"""The column whose head shows an order, and its words."""


@dataclass(frozen=True)
class Cell:
    """What one cell shows: a line, a smaller one beneath it, a chip, or a person."""

    first: str = ""
    second: str = ""
    chip: ChipLook | None = None
    marks: tuple[ChipLook, ...] = ()
    person: str | None = None
    role: str = "text"

    def said(self) -> str:
        """Return the cell in words."""
        chips = [chip.text for chip in (*self.marks, self.chip) if chip]
        return ". ".join(filter(None, (*chips, self.first, self.second, self.person)))


def cell(enquiry: EnquirySummary, column: Col, now: datetime, zone: ZoneInfo) -> Cell:
    """Return what ``column`` shows of an enquiry."""
    return _CELLS[column](enquiry, now, zone)


def _moment(instant: datetime, now: datetime, zone: ZoneInfo) -> Cell:
    """Return the day, and beneath it the time: Today, Mon 16 Nov, 3 Mar 2024."""
    day, today = local_day(instant, zone), local_day(now, zone)
    month = MONTHS[day.month - 1][:3]
    if day == today:
        said = "Today"
    elif day.year == today.year:
        said = f"{WEEKDAYS[day.weekday()][:3]} {day.day} {month}"
    else:
        said = f"{day.day} {month} {day.year}"
    return Cell(said, time_said(instant, zone))


def _received(enquiry: EnquirySummary, now: datetime, zone: ZoneInfo) -> Cell:
    return _moment(enquiry.received_at, now, zone)


def _enquiry(enquiry: EnquirySummary, now: datetime, _zone: ZoneInfo) -> Cell:
    who = ", ".join(filter(None, (enquiry.journalist, enquiry.outlet)))
    urgent = (ChipLook("Urgent", "overdue"),) if enquiry.urgent else ()
    marks = (*urgent, *past_target(enquiry, now))
    second = " · ".join(filter(None, (enquiry.reference, who)))
    return Cell(enquiry.subject or "No subject yet", second, marks=marks)


def _deadline(enquiry: EnquirySummary, now: datetime, zone: ZoneInfo) -> Cell:
    if enquiry.deadline_at is None:
        return Cell(enquiry.deadline_words.strip() or "None", role="text_muted")
    return _moment(enquiry.deadline_at, now, zone)


def _line(enquiry: EnquirySummary, _now: datetime, _zone: ZoneInfo) -> Cell:
    return Cell(chip=_LINES[enquiry.line_used])


def _status(enquiry: EnquirySummary, _now: datetime, _zone: ZoneInfo) -> Cell:
    closed = enquiry.status is Status.CLOSED
    return Cell(chip=ChipLook("Closed", "neutral", "check") if closed else status_chip(enquiry))


def _owner(enquiry: EnquirySummary, _now: datetime, _zone: ZoneInfo) -> Cell:
    return Cell(person=enquiry.owner)


def _outcome(enquiry: EnquirySummary, _now: datetime, _zone: ZoneInfo) -> Cell:
    return Cell(enquiry.outcome, role="text_muted")


_CELLS: dict[Col, Callable[[EnquirySummary, datetime, ZoneInfo], Cell]] = {
    Col.RECEIVED: _received,
    Col.ENQUIRY: _enquiry,
    Col.DEADLINE: _deadline,
    Col.LINE: _line,
    Col.STATUS: _status,
    Col.OWNER: _owner,
    Col.OUTCOME: _outcome,
}
