"""What is shaped like a telephone number, an e-mail address or a postal address, and where.

Full-width and other digits, and spaces and hyphens of every kind, are read as the plain ones; each
shape is looked for in a text of the same length, so that every place is one of the text itself.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

Span = tuple[int, int]

_PART: Final = r"[\s().\u00b7/‐-―−_-]{0,4}"  # between two digits of a number
_EXTENSION: Final = r"(?:\s{0,2}(?:ext(?:ension|n)?\.?|x)\s{0,2}\d{1,6}\b)?"
_DIGITS: Final = re.compile(rf"(?<![\d£$€])\+?\(?\d(?:{_PART}\d)+{_EXTENSION}", re.IGNORECASE)
_DATE: Final = re.compile(
    r"(?<!\d)(?:(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)?\d\d"
    r"|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\d)"
)
_DECIMAL: Final = re.compile(r"0\.\d+")
_SHORTEST_HOME, _LONGEST_HOME = 10, 11  # digits, with the 0 in front
_SHORTEST_ABROAD, _LONGEST_ABROAD = 8, 17  # digits after + or 00; E.164 has 15 and the 00
_GROUP: Final = re.compile(r"\+?\(?\+?\d+")
_MOST_GROUPS: Final = 17  # of one number: each digit by itself
_LOCAL = 6  # digits of a known number that stand for it without its area code

_AT: Final = r"\s?(?:@|[(\[{]\s?at\s?[)\]}])\s?"
_DOT: Final = r"(?:\.|\s?[(\[{]\s?dot\s?[)\]}]\s?)"
_WORD: Final = r"[\w!#$%&'*+=?^`{|}~-]+"
_EMAIL: Final = re.compile(rf"{_WORD}(?:{_DOT}{_WORD})*{_AT}[\w-]+(?:{_DOT}[\w-]+)+", re.IGNORECASE)
_SPOKEN_EMAIL: Final = re.compile(r"\b[\w.+-]+ at [\w-]+(?: dot [\w-]+)+\b", re.IGNORECASE)
_HAS_AT: Final = re.compile(r"@|[(\[{]\s?at", re.IGNORECASE)
_HAS_DIGIT: Final = re.compile(r"\d")
_POSTCODE: Final = re.compile(
    r"\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d(?:\d|[ABEHMNPRV-Y])?|\d[A-HJKPS-UW])"
    r"\s{0,2}\d[ABD-HJLNP-UW-Z]{2})\b",
    re.IGNORECASE,
)
_ROAD: Final = (
    "street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|ct|crescent|cres|gardens|gdns|grove"
    "|hill|house|mews|park|parade|place|pl|row|square|sq|terrace|way|walk|wharf|yard|green|view"
    "|rise|vale|quay|boulevard|broadway|gate|embankment|mount|orchard|croft"
)
_SMALL: Final = "in|on|at|of|the|a|an|per|this|that|each|every|main|and|by|for|to|from|with|out"
_FLAT: Final = r"(?:(?:flat|unit|apartment|apt|suite|room)\s\w{1,4},?\s)?"
_STREET: Final = re.compile(
    rf"\b{_FLAT}\d{{1,5}}[a-z]?(?:\s?[‐-―-]\s?\d{{1,5}}[a-z]?)?,?\s"
    rf"(?:(?!(?:{_SMALL})\b)[^\W\d_][\w'’.-]*\s){{1,3}}(?:{_ROAD})\b",
    re.IGNORECASE,
)
_BOX: Final = re.compile(r"\bP\.?\s?O\.?\s?Box\s?\d+", re.IGNORECASE)
_TOWNS: Final = re.compile(r"\.?(?:,?\s{1,2}[^\W\d_][\w'’.-]*){0,5},?\s{1,2}$")

_INSTEAD: Final = {"Zs": " ", "Pd": "-", "Cf": "_"}  # the last shows nothing and parts no word


def plain(text: str) -> str:
    """Return a text of the same length in which digits, spaces and hyphens are the plain ones."""
    return text if text.isascii() else "".join(map(_plain, text))


def numbers_in(plain_text: str, known: frozenset[str] = frozenset()) -> Iterator[Span]:
    """Yield where telephone numbers stand; ``known`` are the digits of those of the log.

    A number is what begins with 0, + or 00 and is as long as one, or one of the log's own in
    any grouping, also without its area code. Of figures that follow one another, the longest.
    """
    if not _HAS_DIGIT.search(plain_text):
        return
    dates = [match.span() for match in _DATE.finditer(plain_text)]
    masked = _masked(plain_text, dates)
    for run in _DIGITS.finditer(masked):
        yield from _numbers_of(masked, run.span(), known)


def digits_of(number: str) -> str:
    """Return the digits of a number as it is rung at home: +44 and (0) become a 0 in front."""
    body = re.split("ext|x", plain(number).lower())[0]
    digits = re.sub(r"\D", "", body.replace("(0)", ""))
    if body.lstrip().startswith("+44") or digits.startswith("0044"):
        return f"0{re.sub('^(?:00)?440?', '', digits)}"
    return digits


def known_digits(numbers: Iterable[str]) -> frozenset[str]:
    """Return the digits by which each number may be known, with and without its area code."""
    whole = {digits for digits in map(digits_of, numbers) if len(digits) >= _LOCAL}
    bare = {digits.removeprefix("0") for digits in whole}
    return frozenset(whole | bare | {digits[-_LOCAL:] for digits in whole})


def emails_in(plain_text: str) -> Iterator[Span]:
    """Yield where e-mail addresses stand, also those written with “(at)” or “at … dot”."""
    if _HAS_AT.search(plain_text):
        yield from (match.span() for match in _EMAIL.finditer(plain_text))
    if " dot " in plain_text.casefold():
        yield from (match.span() for match in _SPOKEN_EMAIL.finditer(plain_text))


def addresses_in(plain_text: str) -> Iterator[Span]:
    """Yield where postcodes, streets with a number and PO boxes stand, a whole address as one."""
    if not _HAS_DIGIT.search(plain_text):
        return
    streets = [match.span() for match in _STREET.finditer(plain_text)]
    yield from streets
    for match in _BOX.finditer(plain_text):
        yield match.span()
    for match in _POSTCODE.finditer(plain_text):
        begin = match.start()
        nearest = max((end for _, end in streets if end <= begin), default=None)
        if nearest is not None and _TOWNS.fullmatch(plain_text, nearest, begin):
            begin = nearest
        yield begin, match.end()


def _numbers_of(text: str, run: Span, known: frozenset[str]) -> Iterator[Span]:
    """Yield the numbers among figures that follow one another, each the longest from its place."""
    groups = [match.span() for match in _GROUP.finditer(text, *run)]
    place = 0
    while place < len(groups):
        begin = groups[place][0]
        longest = range(min(place + _MOST_GROUPS, len(groups)), place, -1)
        ends = ((last, run[1] if last == len(groups) else groups[last - 1][1]) for last in longest)
        found = next(
            ((last, end) for last, end in ends if _is_number(text[begin:end], known)), None
        )
        if found is not None:
            opened = text[begin] == "(" and ")" not in text[begin : found[1]]
            yield begin + opened, found[1]
        place = found[0] if found else place + 1


def _is_number(written: str, known: frozenset[str]) -> bool:
    body = re.split("ext|x", written.lower())[0]
    digits = re.sub(r"\D", "", body)
    if digits_of(body) in known or digits in known:
        return True
    if body.startswith(("+", "(+")) or digits.startswith("00"):
        return _SHORTEST_ABROAD <= len(digits) <= _LONGEST_ABROAD
    if digits.startswith("44") and len(digits) == _LONGEST_HOME + 1:
        return True
    at_home = digits.startswith("0") and not _DECIMAL.fullmatch(body)
    return at_home and _SHORTEST_HOME <= len(digits) <= _LONGEST_HOME


def _masked(text: str, spans: Iterable[Span]) -> str:
    for begin, end in spans:
        text = f"{text[:begin]}{'|' * (end - begin)}{text[end:]}"
    return text


def _plain(char: str) -> str:
    if char.isascii():
        return char
    if (digit := unicodedata.decimal(char, None)) is not None:
        return str(digit)
    kind = unicodedata.category(char)
    if kind in _INSTEAD:
        return _INSTEAD[kind]
    other = unicodedata.normalize("NFKC", char)
    return other if len(other) == 1 else char
