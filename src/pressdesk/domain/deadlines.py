"""A journalist's deadline: the words as typed, and the moment they name, if they name one.

The words are always kept; the moment is what the program counts down to. Day before month, the
office's zone, always the next such moment (see deadline_moments for what a vague word stands for).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from pressdesk.clock import as_utc
from pressdesk.domain.deadline_moments import find
from pressdesk.domain.deadline_words import LONGEST, Said, is_blank, plain, read, says_none
from pressdesk.domain.hours import OpeningHours
from pressdesk.domain.said import MONTHS, WEEKDAYS, time_said

_MINUTE: Final = timedelta(minutes=1)
_LONG: Final = 3
"""From this many days on, the hours are left out."""


class DeadlineKind(StrEnum):
    """What became of the words of a deadline."""

    AT = "at"
    WORDS_ONLY = "words_only"
    NONE_GIVEN = "none_given"
    ASK = "ask"
    NOT_UNDERSTOOD = "not_understood"
    EMPTY = "empty"


@dataclass(frozen=True)
class Deadline:
    """A deadline as it was said (``words``) and understood.

    ``at`` is a UTC instant for AT, else None. ``choices`` holds the two instants of a time that
    happens twice (ASK); it is empty for a time that does not exist. ``note`` says what was
    assumed, asked or not understood.
    """

    kind: DeadlineKind
    words: str
    at: datetime | None = None
    choices: tuple[datetime, ...] = ()
    note: str = ""


def understand(words: str, now: datetime, hours: OpeningHours) -> Deadline:
    """Return what the words mean at the instant ``now``; any words whatever give an answer."""
    typed = words.strip()
    if is_blank(typed):
        return Deadline(DeadlineKind.EMPTY, words)
    text = plain(typed) if len(typed) <= LONGEST else ""
    if says_none(text):
        return Deadline(DeadlineKind.NONE_GIVEN, words)
    said = read(text)
    if said.words_only and not said.has_time:
        return Deadline(DeadlineKind.WORDS_ONLY, words)
    if said.unclear or not (said.has_time or said.day):
        return Deadline(DeadlineKind.NOT_UNDERSTOOD, words)
    return _timed(words, said, as_utc(now), hours)


def _timed(words: str, said: Said, now: datetime, hours: OpeningHours) -> Deadline:
    found = find(said, now, hours)
    if found.at is not None:
        return Deadline(DeadlineKind.AT, words, found.at, note=found.note)
    kind = DeadlineKind.ASK if found.asks else DeadlineKind.NOT_UNDERSTOOD
    return Deadline(kind, words, choices=found.choices, note=found.note)


def describe(deadline: Deadline, now: datetime, zone: ZoneInfo) -> str:
    """Return the sentence shown live beside the words: “Sat 21 Nov, 21:30 · in 1 h 48 min”."""
    if deadline.at is not None:
        note = f" · {deadline.note}" if deadline.note else ""
        return f"{_moment(deadline.at, now, zone)} · {_distance(deadline.at, now)}{note}"
    if deadline.kind is DeadlineKind.NOT_UNDERSTOOD and deadline.note:
        return f"{deadline.note} The words are kept."
    return deadline.note or _SENTENCES[deadline.kind]


def time_left(at: datetime, now: datetime) -> str:
    """Return the time until ``at`` for a list: “2 h 10 min”, “3 days”; “−25 min” when overdue."""
    left = at - now
    if abs(left) < _MINUTE:
        return "due now"
    return amount(left) if left > timedelta() else f"−{amount(-left)}"


def stands_said(at: datetime, now: datetime) -> str:
    """Return the time until ``at`` in words: “12 min left”, “25 min overdue”, “due now”."""
    left = time_left(at, now)
    if left == "due now":
        return left
    return f"{left} left" if at > now else f"{left.removeprefix('−')} overdue"


def _distance(at: datetime, now: datetime) -> str:
    left = at - now
    if abs(left) < _MINUTE:
        return "due now"
    return f"in {amount(left)}" if left > timedelta() else f"overdue by {amount(-left)}"


def amount(time: timedelta) -> str:
    """Return “2 h 10 min”, “1 day 3 h”, “3 days”; empty below a minute."""
    hours, minutes = divmod(time // _MINUTE, 60)
    days, hours_of_day = divmod(hours, 24)
    if days >= _LONG:
        return f"{days} days"
    if days:
        return _joined((days, "day" if days == 1 else "days"), (hours_of_day, "h"))
    return _joined((hours, "h"), (minutes, "min"))


def _joined(*parts: tuple[int, str]) -> str:
    return " ".join(f"{count} {unit}" for count, unit in parts if count)


def _moment(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Return “Sat 21 Nov, 21:30”: with the year if another, with BST or GMT if it happens twice."""
    local = at.astimezone(zone)
    year = "" if local.year == now.astimezone(zone).year else f" {local.year}"
    twice = local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()
    name = f" {local.tzname()}" if twice else ""
    day = f"{WEEKDAYS[local.weekday()][:3]} {local.day} {MONTHS[local.month - 1][:3]}{year}"
    return f"{day}, {time_said(at, zone)}{name}"


_SENTENCES: Final = {
    DeadlineKind.WORDS_ONLY: "Words only: no time to count down to.",
    DeadlineKind.NONE_GIVEN: "No deadline given.",
    DeadlineKind.NOT_UNDERSTOOD: (
        "Not understood; the words are kept. Try 5pm, Fri 10am or in 20 mins."
    ),
    DeadlineKind.EMPTY: "Try 5pm, Fri 10am or in 20 mins; none if no deadline was given.",
}
