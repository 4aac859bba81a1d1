"""Stretches of wall-clock time within a day: what people type and read as “08:30–17:00”."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from pressdesk.errors import Refused

DAY_MINUTES = 24 * 60

_TIME = r"(\d{1,2})[:.](\d{2})"
_SPAN = re.compile(rf"{_TIME}\s*(?:-|–|—|−|\bto\b)\s*{_TIME}", re.IGNORECASE | re.ASCII)
_BETWEEN = re.compile(r"[,;\n]|\band\b", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Span:
    """Half-open wall-clock minutes after midnight of the day it starts.

    ``closes`` may pass 1440: a night shift belongs to the day it starts. 1440 is 24:00.
    """

    opens: int
    closes: int

    @property
    def shown(self) -> str:
        """Return “08:30–17:00”."""
        closes = self.closes if self.closes <= DAY_MINUTES else self.closes - DAY_MINUTES
        return f"{_clock(self.opens)}–{_clock(closes)}"


def parse_spans(words: str) -> tuple[Span, ...]:
    """Read “08:30-12:30, 13:30-17:00”; an end at or before the start is on the next day.

    Nothing and “closed” are no spans. Raises Refused for what is not hours and for hours that
    are empty or overlap.
    """
    if words.strip().casefold() in ("", "closed"):
        return ()
    spans = tuple(sorted(_read(part.strip()) for part in _BETWEEN.split(words)))
    check_spans(spans)
    return spans


def format_spans(spans: Iterable[Span]) -> str:
    """Return the spans as people read them, “closed” when there are none."""
    return ", ".join(span.shown for span in sorted(spans)) or "closed"


def check_spans(spans: Iterable[Span], *, whose: str = "These hours") -> None:
    """Refuse spans of one day that are empty, longer than a day, or overlap each other."""
    ordered = sorted(spans)
    for span in ordered:
        _check_one(span, whose)
    for earlier, later in pairwise(ordered):
        if later.opens < earlier.closes:
            raise Refused(
                f"{whose} overlap: {earlier.shown} and {later.shown}. "
                "Make them one, or end the first earlier.",
                field="hours",
            )


def _check_one(span: Span, whose: str) -> None:
    if span.closes <= span.opens:
        raise Refused(
            f"{whose} open and close at {_clock(span.opens)}, which is no time at all. "
            "Write 00:00–24:00 for a whole day, or “closed”.",
            field="hours",
        )
    too_long = span.closes - span.opens >= DAY_MINUTES and span != Span(0, DAY_MINUTES)
    if too_long or not 0 <= span.opens < DAY_MINUTES:
        raise Refused(
            f"{whose} must start within the day and last less than 24 hours. "
            "Write 00:00–24:00 for a whole day.",
            field="hours",
        )


def _read(part: str) -> Span:
    match = _SPAN.fullmatch(part)
    if match is None:
        shown = part if len(part) <= 40 else f"{part[:40]}…"
        raise Refused(
            f"“{shown}” is not a stretch of hours. Write it like 08:30-17:00.", field="hours"
        )
    opens, closes = _minutes(match[1], match[2]), _minutes(match[3], match[4])
    if opens == DAY_MINUTES:
        raise Refused("Hours cannot start at 24:00. Write 00:00 on the next day.", field="hours")
    return Span(opens, closes if closes >= opens else closes + DAY_MINUTES)


def _minutes(hour: str, minute: str) -> int:
    minutes = int(hour) * 60 + int(minute)
    if int(minute) > 59 or minutes > DAY_MINUTES:
        raise Refused(
            f"“{hour}:{minute}” is not a time. Times run from 00:00 to 24:00.", field="hours"
        )
    return minutes


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
