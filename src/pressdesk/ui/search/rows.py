"""What a search found, as the rows of its list."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.embargo import mark_said
from pressdesk.domain.said import MONTHS, counted_up_to, when_said
from pressdesk.domain.search_terms import spans_in
from pressdesk.services.search import Found, Group, Hit
from pressdesk.ui.kit import one_line
from pressdesk.ui.kit.found_list import Row
from pressdesk.ui.kit.found_rows import FoundHeading, FoundRow

NOTHING = "Nothing is like this. Try fewer words, or only the start of one."


@dataclass(frozen=True)
class Place:
    """What a row stands for: a thing of some kind; without an id, all of it in the log."""

    kind: str = ""
    id: int | None = None


ALL = Place()


def rows_of(found: Found, now: datetime, zone: ZoneInfo) -> list[Row]:
    """Return the rows, under a heading for each kind, and at the end the way to the log."""
    rows = [row for group in found.groups for row in _group(found, group, now, zone)]
    if any(group.kind == "enquiry" for group in found.groups):
        rows.append(FoundRow("Show all in the log", aside="Ctrl Enter", value=ALL))
    return rows


def said_of(found: Found) -> str:
    """Return how the search was understood, and that nothing was found."""
    nothing = [] if found.groups or found.search.is_empty() else [NOTHING]
    return " ".join([*found.remarks, *nothing])


def _group(found: Found, group: Group, now: datetime, zone: ZoneInfo) -> Iterator[Row]:
    yield FoundHeading(group.title, counted_up_to(group.total, more=group.more))
    sought = found.search.marked()
    for hit in group.hits:
        title, second = one_line(hit.title), one_line(hit.context)
        yield FoundRow(
            title,
            second,
            _aside(hit, now, zone),
            Place(group.kind, hit.id),
            spans_in(title, sought),
            spans_in(second, sought),
        )


def _aside(hit: Hit, now: datetime, zone: ZoneInfo) -> str:
    if mark := mark_said(hit.embargo, now):
        return mark
    if isinstance(hit.at, datetime):
        return " · ".join(filter(None, (hit.state, when_said(hit.at, now, zone))))
    return " ".join(filter(None, (hit.state, _day(hit.at))))


def _day(day: date | None) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
