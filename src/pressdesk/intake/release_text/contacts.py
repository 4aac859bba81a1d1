"""Numbers for journalists: what to ring, when, and whether it is the out-of-hours line."""

import re
from collections.abc import Iterable, Iterator

from pressdesk.domain.releases import Block, BlockKind, PressContact

_NUMBER = re.compile(r"(?<![\w/.,-])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d(?:[ )-]{0,2}\d){7,9}(?![\w-])")
_FOR_PRESS = re.compile(
    r"\b(?:press|media|news|newsdesk|journalists?|contact|enquir(?:y|ies)|wasg|cyfryngau)\b"
    r"|\bfor (?:more|further) information\b",
    re.IGNORECASE,
)
_NEWS = re.compile(r"\b(?:press|media|news\w*|wasg|cyfryngau)\b", re.IGNORECASE)
_FREEPHONE = re.compile(r"\(?080[08]")
"""What the public rings for nothing; no press office has such a number of its own."""
_PUBLIC = re.compile(r"\bpublic enquir(?:y|ies)\b|\bhelpline\b", re.IGNORECASE)
_OUT = re.compile(
    r"\bout[- ]of[- ](?:office[- ])?hours\b|\boutside (?:office|these|working) hours\b"
    r"|\bafter hours\b|y tu allan i oriau",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"\W*(?:(?:[\w&’'-]+\s+){0,6}(?:press|media|news)\s+(?:office|desk|team|enquiries|contacts?)"
    r"|contacts?(?:\s+for\s+(?:the\s+)?(?:press|media))?)\W*",
    re.IGNORECASE,
)
"""The heading of a section with numbers for journalists."""
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_DESK = re.compile(
    r"(?:(?:[A-Z][\w&’'-]*|of|for|and|the|(?i:out-of-hours))\s+){1,8}"
    r"(?:(?i:press|media|news|communications)\s+(?i:office|desk|team)|(?i:newsdesk))\b"
)
_UNNAMED = 2
"""Words of "press office", which every release has and which names none."""
_LEADS_IN = re.compile(r"^(?:(?:the|our|of|for|and|contact|call|please|ring)\s+)+", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]{2,}")
_LONGEST_LINE = 300
_TIME = r"\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm)?"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_TO = r"\s?(?:–|—|-|to|until|and)\s?"
_HOURS = re.compile(
    rf"(?:{_DAY}{_TO}{_DAY},?\s+(?:from\s+|between\s+)?)?"
    rf"(?<!\d){_TIME}{_TO}\d{{1,2}}(?:[:.]\d{{2}})?\s?(?:am|pm)?(?!\w)"
    rf"(?:,?\s+(?:on\s+)?{_DAY}s?{_TO}{_DAY}s?)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"[:.]\d{2}|[ap]m", re.IGNORECASE)


def press_contacts(notes: Iterable[str], body: Iterable[str]) -> tuple[PressContact, ...]:
    """Find the press numbers of a release: in its notes, and in lines of the body made for them."""
    made_for_it = (line for text in body for line in text.split("\n") if len(line) < _LONGEST_LINE)
    texts = filter(_for_press, (*notes, *_with_labels(made_for_it)))
    lines = (line for text in texts for line in _with_labels(text.split("\n")))
    told = (line for line in lines if not _PUBLIC.search(line))
    return tuple(dict.fromkeys(contact for line in told for contact in _contacts_in(line)))


def contact_sections(blocks: Iterable[Block]) -> Iterator[str]:
    """Give what stands below a heading for the press, each line that may hold a number with it.

    The heading may be a part of its own, or the first line of a paragraph.
    """
    heading = ""
    for block in blocks:
        first, *lines = block.text.split("\n")
        if block.kind is BlockKind.HEADING:
            heading = block.text if _HEADS.fullmatch(block.text) else ""
        elif lines and _HEADS.fullmatch(first):
            yield _under(first, lines)
        elif heading:
            yield _under(heading, (first, *lines, *block.items))


def _under(heading: str, lines: Iterable[str]) -> str:
    """Put the heading before each line; a number alone has its label in the line above it."""
    named = heading.strip("#* :")
    labelled = (
        line if at and not _WORDS.search(line) else f"{named}: {line}"
        for at, line in enumerate(filter(str.strip, lines))
    )
    return "\n".join(labelled)


def _with_labels(lines: Iterable[str]) -> Iterator[str]:
    """Put a number that stands alone back under the line above it, which says whose it is."""
    label = ""
    for line in lines:
        if label and _NUMBER.search(line) and not _WORDS.search(line):
            yield f"{label}\n{line}"
            label = ""
            continue
        if label:
            yield label
        label = line
    if label:
        yield label


def _for_press(text: str) -> bool:
    return bool(_FOR_PRESS.search(text) or _OUT.search(text))


def _contacts_in(text: str) -> Iterator[PressContact]:
    numbers = list(_NUMBER.finditer(text))
    claimed = 0
    ends = [*(number.start() for number in numbers[1:]), len(text)]
    desk = ""
    for number, end in zip(numbers, ends, strict=False):
        before, after = text[claimed : number.start()], text[number.end() : end]
        owned = len(after) if end == len(text) else _own_part(after)
        claimed = number.end() + owned
        own = f"{before} {after[:owned]}"
        if _FREEPHONE.match(number[0]) and not _NEWS.search(own):
            continue
        desk = _desk(before) or desk or _desk(own)
        email = _EMAIL.search(own)
        yield PressContact(
            number=number[0],
            hours=_hours(own),
            out_of_hours=bool(_OUT.search(own)),
            words=text,
            desk=desk,
            email=email[0] if email else "",
        )


def _desk(words: str) -> str:
    """Read which desk answers, such as "Home Office press office"; the last one before a number."""
    found = [_LEADS_IN.sub("", desk[0]) for desk in _DESK.finditer(words)]
    named = " ".join(_OUT.sub("", found[-1]).split()) if found else ""
    return named if len(named.split()) > _UNNAMED else ""


def _own_part(after: str) -> int:
    """Tell how much of what stands between two numbers is the first one's: a bracket or hours."""
    if after.lstrip().startswith("("):
        return after.find(")") + 1
    hours = _HOURS.search(after[:60])
    return hours.end() if hours and hours.start() < 15 else 0


def _hours(text: str) -> str:
    found = (match[0].strip() for match in _HOURS.finditer(text) if _CLOCK.search(match[0]))
    return next(found, "")
