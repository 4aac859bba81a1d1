"""Many instants at once: a column of a long table, read as text as long as text will do."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, overload
from zoneinfo import ZoneInfo

from typing_extensions import override

from pressdesk.clock import as_utc

_MOST_HOURS: Final = 20_000  # some two years; more are forgotten, so that memory stays flat
_AN_HOUR: Final = timedelta(hours=1)
_A_DAY: Final = timedelta(days=1)


def read_stamp(stamp: str) -> datetime:
    """Return the instant that a stamp names."""
    return datetime.fromisoformat(stamp).replace(tzinfo=UTC)


class Instants(Sequence[datetime | None]):
    """Instants, or None, kept as stamps: UTC as SQLite keeps it, “2026-11-21 19:42:00.000000”.

    Whoever asks for one gets an aware datetime. A file of a million rows asks for their words
    alone, which :class:`WallClock` has without making any.
    """

    def __init__(self, stamps: Sequence[str | None]) -> None:
        self.stamps = stamps

    @override
    def __len__(self) -> int:
        return len(self.stamps)

    @overload
    def __getitem__(self, index: int) -> datetime | None: ...
    @overload
    def __getitem__(self, index: slice) -> "Instants": ...
    @override
    def __getitem__(self, index: int | slice) -> "datetime | Instants | None":
        if isinstance(index, slice):
            return Instants(self.stamps[index])
        stamp = self.stamps[index]
        return read_stamp(stamp) if stamp else None

    @override
    def __iter__(self) -> Iterator[datetime | None]:
        return (read_stamp(stamp) if stamp else None for stamp in self.stamps)


class WallClock:
    """Says instants as the office's clocks show them: “2026-11-21 19:42”."""

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self._hours = _Hours(zone)

    def said(self, instant: datetime) -> str:
        """Return one instant as the clocks show it."""
        return f"{self.shown(instant):%Y-%m-%d %H:%M}"

    def all_said(self, instants: Instants) -> list[str]:
        """Return instants as the clocks show them, nothing for None; each day is read once."""
        hours = self._hours
        return [
            ""
            if not stamp
            else hour + stamp[13:16]
            if (hour := hours[stamp[:13]])
            else self.said(read_stamp(stamp))
            for stamp in instants.stamps
        ]

    def shown(self, instant: datetime) -> datetime:
        """Return one instant as the clocks show it, without a zone; refuse a naive one."""
        return as_utc(instant).astimezone(self.zone).replace(tzinfo=None)

    def all_shown(self, instants: Instants) -> list[datetime | None]:
        """Return instants as the clocks show them, without a zone."""
        hours = self._hours
        return [
            None
            if not stamp
            else datetime.fromisoformat(hour + stamp[13:])
            if (hour := hours[stamp[:13]])
            else self.shown(read_stamp(stamp))
            for stamp in instants.stamps
        ]


class _Hours(dict[str, str]):
    """Hours of UTC as the office's clocks show them, a day at a time.

    Nothing on a day when the clocks change, or where they differ by more than whole hours.
    """

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone

    def __missing__(self, hour: str) -> str:
        if len(self) >= _MOST_HOURS:
            self.clear()
        starts = read_stamp(hour[:10])
        local, next_day = (at.astimezone(self._zone) for at in (starts, starts + _A_DAY))
        offset = local.utcoffset() or timedelta()
        if offset % _AN_HOUR or next_day.utcoffset() != offset:
            self[hour] = ""
        else:
            shown = local.replace(tzinfo=None)
            for number in range(24):
                self[f"{hour[:10]} {number:02}"] = f"{shown + number * _AN_HOUR:%Y-%m-%d %H}"
        return self[hour]
