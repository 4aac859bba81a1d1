"""Which time of day, or how much time, the words of a deadline name.

A bare 1 to 7 is in the afternoon and 12 is noon, as a press office means them; a bare 8 to 11 is
whichever comes next, or the morning of another day. A part of the day means its end, because the
answer is promised within it.
"""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto
from typing import Final

from pressdesk.domain.deadline_rules import Rule, rule, take

DAY: Final = 24 * 60
_HALF_DAY: Final = 12 * 60
_SMALL_HOURS: Final = 5 * 60
"""Before this, a time “tonight” is after midnight."""


class Half(Enum):
    """Which half of the clock a part of the day points at."""

    MORNING = auto()
    AFTERNOON = auto()
    EVENING = auto()


@dataclass(frozen=True)
class PartWords:
    """A part of the day: its half of the clock, and the minutes after midnight it stands for.

    ``vague`` parts stand for a time that was not said; ``tonight`` names today as well.
    """

    half: Half
    minutes: int
    vague: bool = True
    tonight: bool = False


@dataclass(frozen=True)
class TimeWords:
    """Minutes after midnight; ``bare`` when twelve hours later would fit the words as well."""

    minutes: int
    bare: bool = False

    def options(self, part: PartWords | None, *, other_day: bool) -> tuple[int, ...]:
        """Return the minutes after midnight that may be meant, earliest first."""
        minutes = self._twelve_hours(part, other_day=other_day) if self.bare else (self.minutes,)
        if part is None or part.half is not Half.EVENING or minutes[0] >= _SMALL_HOURS:
            return minutes
        late = minutes[0] + DAY
        return (minutes[0], late) if part.tonight else (late,)

    def _twelve_hours(self, part: PartWords | None, *, other_day: bool) -> tuple[int, ...]:
        early = self.minutes % _HALF_DAY
        late = early + _HALF_DAY
        if part is not None and part.half is Half.EVENING:
            return (late,) if early >= _SMALL_HOURS else (early,)
        if early < 60 or (part is not None and part.half is Half.AFTERNOON):
            return (late,)
        if part is not None:
            return (early,)
        if early < 8 * 60:
            return (late,)
        return (early,) if other_day else (early, late)


def take_time(text: str) -> tuple[TimeWords | None, str]:
    """Return the time of day that the words plainly name, if any, and the words without it."""
    return take(_TIMES, text)


def bare_hour(text: str) -> TimeWords | None:
    """Return the time that a number alone names: 4 is 16:00."""
    return _clock(text) if re.fullmatch(r"\d{1,2}", text, re.ASCII) else None


def take_part(text: str) -> tuple[PartWords | None, str]:
    """Return the part of the day that the words name, if any, and the words without it."""
    return take(_PARTS, text)


def take_span(text: str) -> tuple[timedelta | None, str]:
    """Return the amount of real time that the words name, if any, and the words without it."""
    return take(_SPANS, text)


def _clock(hour: str, minute: str | None = None, half: str | None = None) -> TimeWords | None:
    hours, minutes = int(hour), int(minute or 0)
    if minutes > 59 or hours * 60 + minutes > DAY:
        return None
    if half:
        afternoon = _HALF_DAY * (half == "p")
        return TimeWords(hours % 12 * 60 + minutes + afternoon) if 1 <= hours <= 12 else None
    return TimeWords(hours * 60 + minutes, bare=1 <= hours <= 12 and not hour.startswith("0"))


def _shifted(match: re.Match[str], minutes: int) -> TimeWords | None:
    """Return the hour named, moved by ``minutes`` (“quarter to 4”)."""
    time = _clock(match["hour"], None, match["half"])
    if time is None:
        return None
    return TimeWords((time.minutes + minutes) % DAY, time.bare)


def _past_or_to(match: re.Match[str]) -> TimeWords | None:
    minutes = 15 if match["minutes"] == "quarter" else int(match["minutes"])
    return _shifted(match, minutes if match["way"] == "past" else -minutes)


def _said_clock(match: re.Match[str]) -> TimeWords | None:
    return _clock(match["hour"], match["minute"], match["half"])


def _span(match: re.Match[str]) -> timedelta:
    named = match.groupdict()
    hours = _amount(named.get("hours"))
    return timedelta(hours=hours, minutes=_amount(named.get("minutes")))


def _amount(word: str | None) -> float:
    if word is None:
        return 0
    return float(word) if word[0].isdigit() else 1


def _half_more(match: re.Match[str]) -> timedelta:
    return timedelta(hours=_amount(match["hours"]) + 0.5)


_HALF: Final = r"(?: ?(?P<half>[ap])m)?"
_HOUR: Final = rf"(?P<hour>\d\d?)(?: ?oclock)?{_HALF}"
_HOURS: Final = r"(?:hours?|hrs?|h)"
_MINUTES: Final = r"(?:minutes?|mins?|m)"
_AMOUNT: Final = r"\d{1,3}(?:\.\d\d?)?|(?:an?|the next|next|the)(?= )"  # “am” is no minute
_NEWS: Final = r"(?:news|bulletin)"

_TIMES: Final[tuple[Rule[TimeWords], ...]] = (
    rule(r"(?:12 ?)?(?:noon|midday)", lambda _: TimeWords(12 * 60)),
    rule(r"(?:12 ?)?midnight", lambda _: TimeWords(DAY)),
    # The bulletins of the BBC: the One, the Six and the Ten.
    rule(rf"(?:the|news at) 1(?: ?oclock)?(?: {_NEWS})?", lambda _: TimeWords(13 * 60)),
    rule(rf"(?:the|news at) 6(?: ?oclock)?(?: {_NEWS})?", lambda _: TimeWords(18 * 60)),
    rule(rf"(?:the|news at) 10(?: ?oclock)?(?: {_NEWS})?", lambda _: TimeWords(22 * 60)),
    rule(rf"10(?: ?oclock)? {_NEWS}", lambda _: TimeWords(22 * 60)),
    rule(rf"half past {_HOUR}", lambda said: _shifted(said, 30)),
    rule(rf"half {_HOUR}", lambda said: _shifted(said, 30)),
    rule(
        rf"(?:a )?(?P<minutes>quarter|5|10|20|25)(?: {_MINUTES})? (?P<way>past|to) {_HOUR}",
        _past_or_to,
    ),
    rule(rf"(?P<hour>\d\d?)[:.h](?P<minute>\d\d)(?::\d\d)?{_HALF}(?: ?{_HOURS})?", _said_clock),
    rule(rf"(?P<hour>\d\d?) (?P<minute>[0-5]\d){_HALF}", _said_clock),
    rule(rf"(?P<hour>\d\d?)(?P<minute>[0-5]\d){_HALF}(?: ?{_HOURS})?", _said_clock),
    rule(
        r"(?P<hour>\d\d?) ?(?P<half>[ap])m", lambda said: _clock(said["hour"], None, said["half"])
    ),
    rule(r"(?P<hour>\d\d?) ?oclock", lambda said: _clock(said["hour"])),
)
_PARTS: Final[tuple[Rule[PartWords], ...]] = (
    rule(r"first thing", lambda _: PartWords(Half.MORNING, 9 * 60)),
    rule(r"mid ?-?morning", lambda _: PartWords(Half.MORNING, 10 * 60 + 30)),
    rule(r"early morning", lambda _: PartWords(Half.MORNING, 9 * 60)),
    rule(r"(?:morning|am)", lambda _: PartWords(Half.MORNING, 12 * 60)),
    rule(r"lunch(?: ?time)?", lambda _: PartWords(Half.AFTERNOON, 13 * 60, vague=False)),
    rule(r"early afternoon", lambda _: PartWords(Half.AFTERNOON, 14 * 60)),
    rule(r"mid ?-?afternoon", lambda _: PartWords(Half.AFTERNOON, 15 * 60)),
    rule(r"(?:afternoon|pm)", lambda _: PartWords(Half.AFTERNOON, 17 * 60)),
    rule(r"tea ?time", lambda _: PartWords(Half.AFTERNOON, 17 * 60)),
    rule(r"early evening", lambda _: PartWords(Half.EVENING, 18 * 60)),
    rule(r"(?:evening|night)", lambda _: PartWords(Half.EVENING, 21 * 60)),
    rule(r"tonight", lambda _: PartWords(Half.EVENING, 21 * 60, tonight=True)),
)
_SPANS: Final[tuple[Rule[timedelta], ...]] = (
    rule(rf"(?P<hours>{_AMOUNT}) and a half {_HOURS}", _half_more),
    rule(rf"(?P<hours>{_AMOUNT}) {_HOURS} and a half", _half_more),
    rule(rf"(?:a )?half(?: an| of an)?[ -]{_HOURS}", lambda _: timedelta(minutes=30)),
    rule(rf"(?:3|three) quarters of an {_HOURS}", lambda _: timedelta(minutes=45)),
    rule(rf"(?:a )?quarter of an {_HOURS}", lambda _: timedelta(minutes=15)),
    rule(
        rf"(?P<hours>{_AMOUNT}) ?{_HOURS}(?: ?(?:and )?(?P<minutes>\d\d?)(?: ?{_MINUTES})?)?",
        _span,
    ),
    rule(rf"(?P<minutes>{_AMOUNT}) ?{_MINUTES}(?! (?:past|to)\b)", _span),
    rule(r"in (?P<minutes>\d{1,3})$", _span),
)
