"""What a week of the rota looks like: the pieces of shifts and gaps that stand in each day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.hours import Period
from pressdesk.domain.rota import Shift
from pressdesk.domain.rota_changes import change_said
from pressdesk.domain.rota_warnings import period_said
from pressdesk.domain.said import listed, time_said
from pressdesk.domain.spans import DAY_MINUTES
from pressdesk.services.rota import RotaDay, RotaSheet


@dataclass(frozen=True)
class Piece:
    """The part of a shift or of a gap (no ``shift``) that falls on one day.

    ``top`` and ``bottom`` are minutes of wall-clock time after midnight; of the ``lanes`` that the
    day is parted in where shifts overlap, it stands in ``lane``.
    """

    day: int
    top: int
    bottom: int
    period: Period
    words: tuple[str, ...]
    sentence: str
    shift: Shift | None = None
    begun: bool = False
    lane: int = 0
    lanes: int = 1


def pieces(week: RotaSheet) -> tuple[Piece, ...]:
    """Return the pieces of a week, day by day from the earliest."""
    found: list[Piece] = []
    zone = week.hours.zone
    for number, day in enumerate(week.days):
        shifts = [
            _shift_piece(shift, number, day, week)
            for shift in week.view.shifts
            if _touches((shift.starts_at, shift.ends_at), day)
        ]
        gaps = [_gap_piece(gap, number, day, zone) for gap in week.view.gaps if _touches(gap, day)]
        found += sorted([*_in_lanes(shifts), *gaps], key=lambda piece: (piece.top, piece.lane))
    return tuple(found)


def minutes_into(instant: datetime, day: RotaDay, zone: ZoneInfo) -> int:
    """Return the wall-clock minutes after midnight at which an instant stands in a day's column."""
    if instant <= day.starts_at:
        return 0
    if instant >= day.ends_at:
        return DAY_MINUTES
    local = instant.astimezone(zone)
    return local.hour * 60 + local.minute


def times_said(period: Period, day: RotaDay, zone: ZoneInfo) -> str:
    """Return when a period runs as its part on ``day`` says it: “17:00–08:30”, “until 08:30”."""
    start, end = period
    starts, ends = time_said(start, zone), time_said(end, zone)
    if start <= day.starts_at:
        return "all day" if end >= day.ends_at else f"until {ends}"
    if end == day.ends_at:
        return f"{starts}–24:00"
    next_day = (end.astimezone(zone).date() - day.day).days <= 1
    return f"{starts}–{ends}" if next_day else f"from {starts}"


def summary(week: RotaSheet) -> tuple[str, str]:
    """Return how many gaps and how many double covers there are, each a phrase or empty."""
    gaps, doubles = len(week.view.gaps), len(week.view.doubles)
    return (
        f"{gaps} gap{'s' * (gaps > 1)}" if gaps else "",
        f"{doubles} double cover{'s' * (doubles > 1)}" if doubles else "",
    )


def _touches(period: Period, day: RotaDay) -> bool:
    return period[0] < day.ends_at and period[1] > day.starts_at


def _shift_piece(shift: Shift, number: int, day: RotaDay, week: RotaSheet) -> Piece:
    zone, period = week.hours.zone, (shift.starts_at, shift.ends_at)
    others = _others(shift, week.view.doubles)
    also = (f"with {listed(others)}",) if others else ()
    changed = change_said(shift)
    sentence = f"{shift.person}, {period_said(period, zone)}, on {shift.number or 'no number'}"
    sentence = f"{sentence}, {changed}" if changed else sentence
    return Piece(
        number,
        minutes_into(shift.starts_at, day, zone),
        minutes_into(shift.ends_at, day, zone),
        period,
        (shift.person, times_said(period, day, zone), *also, changed, shift.number),
        f"{sentence}, double cover {also[0]}" if also else sentence,
        shift,
        shift.starts_at < day.starts_at,
    )


def _gap_piece(gap: Period, number: int, day: RotaDay, zone: ZoneInfo) -> Piece:
    return Piece(
        number,
        minutes_into(gap[0], day, zone),
        minutes_into(gap[1], day, zone),
        gap,
        ("Nobody", times_said(gap, day, zone)),
        f"Gap: nobody on duty, {period_said(gap, zone)}",
        begun=gap[0] < day.starts_at,
    )


def _others(shift: Shift, doubles: Iterable[tuple[Shift, Shift]]) -> list[str]:
    pairs = (pair for pair in doubles if shift in pair)
    return sorted({other.person for pair in pairs for other in pair if other != shift})


def _in_lanes(found: Sequence[Piece]) -> list[Piece]:
    """Set pieces that share time side by side; a day with any is parted for all that overlap."""
    ends: list[int] = []
    placed: list[Piece] = []
    for piece in sorted(found, key=lambda piece: (piece.top, piece.bottom)):
        lane = next((n for n, end in enumerate(ends) if end <= piece.top), len(ends))
        ends[lane : lane + 1] = [piece.bottom]
        placed.append(replace(piece, lane=lane))
    return [
        replace(piece, lanes=len(ends)) if _overlaps(piece, placed) else piece for piece in placed
    ]


def _overlaps(piece: Piece, others: Iterable[Piece]) -> bool:
    return any(
        other is not piece and other.top < piece.bottom and piece.top < other.bottom
        for other in others
    )
