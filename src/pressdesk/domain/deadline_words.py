"""What the words of a deadline say, before anybody looks at the clock.

Each kind of word is taken out in turn by its table of rules; what is left decides how far the
words may be trusted. A number that nobody can explain, two times, or words that turn a time round
(“after 5pm”) make the whole unclear: a wrong countdown is worse than none.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import timedelta, timezone
from typing import Final

from pressdesk.domain.deadline_days import DayWords, take_day
from pressdesk.domain.deadline_rules import Rule, rule, take
from pressdesk.domain.deadline_times import (
    PartWords,
    TimeWords,
    bare_hour,
    take_part,
    take_span,
    take_time,
)

LONGEST: Final = 200
"""Characters of a deadline that is read; anything longer is a letter, not a deadline."""


@dataclass(frozen=True)
class Said:
    """The parts of a deadline as they were said; ``unclear`` when they do not add up."""

    day: DayWords | None = None
    part: PartWords | None = None
    time: TimeWords | None = None
    span: timedelta | None = None
    zone: timezone | None = None
    closing: bool = False
    words_only: bool = False
    unclear: bool = False

    @property
    def has_time(self) -> bool:
        """Say whether a time of day or an amount of time was named."""
        return bool(self.time or self.span is not None or self.closing or self.part)


def plain(words: str) -> str:
    """Return words in lower case, numbers as figures, without punctuation or controls."""
    text = unicodedata.normalize("NFKC", words).casefold()
    text = "".join(" " if unicodedata.category(char)[0] in "CZ" else char for char in text)
    for pattern, replacement in _PLAINER:
        text = pattern.sub(replacement, text)
    return " ".join(_TENS.sub(_figure, text).split())


def is_blank(words: str) -> bool:
    """Say whether there is nothing to see in the words."""
    return all(unicodedata.category(char)[0] in "CZ" for char in words[: LONGEST + 1])


def says_none(text: str) -> bool:
    """Say whether plain words mean that no deadline was given."""
    return _NONE.fullmatch(text) is not None


def read(text: str, *, spans: bool = True) -> Said:
    """Return what plain words say; without ``spans`` “09.30 hrs” is a time, not an amount of it."""
    rest = _NAMES.sub(" ", text)
    words_only, rest = take(_WORDS_ONLY, rest)
    zone, rest = take(_ZONES, rest)
    span, rest = take_span(rest) if spans else (None, rest)
    day, rest = take_day(rest)
    closing, rest = take(_CLOSING, rest)
    time, rest = take_time(rest)
    part, rest = take_part(rest)
    rest = " ".join(_FILLERS.sub(" ", rest).split())
    if time is None and span is None and (alone := bare_hour(rest)):
        time, rest = alone, ""
    said = Said(day, part, time, span, zone, bool(closing), bool(words_only))
    return Said(unclear=True) if _unclear(said, rest) else said


def _unclear(said: Said, rest: str) -> bool:
    if said.words_only and not said.has_time:
        return False
    if said.span is not None and (said.day or said.part or said.time or said.closing):
        return True
    if said.time and said.closing:
        return True
    if any(char.isdigit() for char in rest) or _TURNS.search(rest):
        return True
    exact = said.time is not None or said.span is not None or said.closing
    return bool(rest) and not exact


def _figure(match: re.Match[str]) -> str:
    """Return a number in words as figures: “twenty-five” is 25."""
    return str(sum(_NUMBERS[word] for word in re.split("[ -]", match[0])))


_NUMBERS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip
_ONES: Final = "|".join(word for word, number in _NUMBERS.items() if number < 20)
_TENS: Final = re.compile(rf"\b(?:(?:twenty|thirty|forty|fifty)(?:[ -](?:{_ONES}))?|{_ONES})\b")

_PLAINER: Final = (
    (re.compile(r"['’‘`´]"), ""),
    (re.compile(r"\b([a-z])\.(?=[a-z]\b)"), r"\1"),  # p.m. and c.o.p.
    (re.compile(r"(?<=\d)t(?=\d\d:)"), " "),  # 2026-11-23T14:00
    (re.compile(r"\b1[⁄/]2\b"), "half"),  # ½
    (re.compile(r"\b(?:a )?couple of\b"), "2"),
    (re.compile(r"[\u2010-\u2015\u2212]"), "-"),
    (re.compile(r"(?<=\d|m)-?ish\b"), ""),
    (re.compile(r"[^\w\s:./-]|(?<!\d)[.:]|[.:](?!\d)"), " "),
)
_NONE: Final = re.compile(
    r"none(?: given| stated| set)?|nil|no|n/a|na|-+|open|unspecified|no rush|no hurry"
    r"|no(?: \w+)? deadlines?(?: given| stated| set| as such| yet)?"
    r"|not? (?:given|specified|stated|set|known)"
)
_WORDS_ONLY: Final[tuple[Rule[bool], ...]] = (
    rule(r"(?:asap|as soon as (?:possible|poss|you can)|soonest|soon)", lambda _: True),
    rule(r"(?:1st|first|2nd|second|early|late|final|last|next|\w+) editions?", lambda _: True),
    rule(r"(?:urgent|urgently|immediate|immediately|right (?:now|away)|now)", lambda _: True),
    rule(r"(?:straight ?away|whenever|when you can|flexible|ongoing|tbc|tba)", lambda _: True),
)
_CLOSING: Final[tuple[Rule[bool], ...]] = (
    rule(r"(?:cop|cob|eod|eop|close of (?:play|business))", lambda _: True),
    rule(r"(?:the )?end of (?:the |this |your |my )?(?:day|play|business)", lambda _: True),
)
_ZONES: Final[tuple[Rule[timezone], ...]] = (
    rule(r"bst", lambda _: timezone(timedelta(hours=1), "BST")),
    rule(r"gmt", lambda _: timezone(timedelta(), "GMT")),
    rule(r"utc", lambda _: timezone(timedelta(), "UTC")),
)
_NAMES: Final = re.compile(
    r"\b(?:the sun(?: on sunday)?|mail on sunday|sunday (?:times|mirror|telegraph|express|people"
    r"|mail|post)|evening standard|morning star|today programme)\b"
)
"""Papers and programmes that hold the name of a day."""
_FILLERS: Final = re.compile(
    r"\b(?:by|at|on|in|for|the|is|of|before|within|around|about|approx|approximately|circa|c"
    r"|no(?:t)? later than|latest|at the latest|until|till|til|due|deadline|needs?|needed|wants?"
    r"|please|pls|sharp|exactly|hard|print|filing|press|news|bulletin|copy|time|local|london|uk"
    r"|if possible|if poss|ideally|sometime|some time|late|live|end of|this|today"
    r"|or so|a|an|his|her|their)\b"
    r"|(?<!\S)[-./:]+(?!\S)"
)
_TURNS: Final = re.compile(
    r"\b(?:not?|after|from|since|or|and|between|past|to|et|pt|ct|[ecpm][sd]t|cet|cest"
    r"|today|tomorrow|tonight|noon|midnight|morning|afternoon|evening|weekend"
    r"|mon|tue|wed|thu|fri|sat|sun|\w+day)\b"
)
"""Words that change or add to a time in a way that is not understood here."""
