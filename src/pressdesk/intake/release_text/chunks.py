"""The lines of a release put together: paragraphs, bullets, headings, each a chunk.

Blank lines part chunks. So does a line that stands on its own: furniture, a bullet, a numbered
note, and a line longer than any hard-wrapped text has (a paragraph pasted whole).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pressdesk.intake.release_text.marks import is_furniture

WHOLE = 120
"""A longer line is a paragraph of its own: wrapped text is shorter."""
_WRAPPED = 45
_QUOTED = re.compile(r"\s*>+ ?")
_BULLET = re.compile(r"\s*(?:[•‣◦▪■●○⁃·\uf0b7\uf0a7*–—-]|\s{2}o|o(?=\t| {2}))\s+(?=\S)")
_LETTER_BULLET = re.compile(r"o\s+(?=\S)")
_HEADING = re.compile(r"\s*#{1,6}\s+(?=\S)")
NUMBERED = re.compile(
    r"\s*(?:(\d{1,3})[.)۔]|\((\d{1,3})\)|\[(\d{1,3})\]|((?:[Nn]ote|NOTE) \d{1,3})\s*[:.–-]"
    r"|([QA]\d{0,2})[:.](?=\s)|([a-z]|[ivx]{2,4})[.)]|([A-Z])\)|\(([A-Za-z]|[ivx]{2,4})\))"
    r"(?:\s+|$)"
)
"""The number, letter, roman numeral, Q or A before a note or a step."""


@dataclass(frozen=True)
class Chunk:
    """Lines that belong together. ``quoted`` lines began with ``>``; ``indent`` is in spaces."""

    lines: tuple[str, ...]
    quoted: bool = False
    bullet: bool = False
    heading: bool = False
    indent: int = 0
    furniture: bool = False

    @cached_property
    def text(self) -> str:
        """The words: wrapped lines run on, short ones (an address, a table) keep their breaks."""
        joined = [self.lines[0].strip()]
        for before, line in zip(self.lines, self.lines[1:], strict=False):
            runs_on = len(before) >= _WRAPPED and before[-2:] != "  " and before[0] != "|"
            joined += [" " if runs_on else "\n", line.strip()]
        return "".join(joined)

    @property
    def plain(self) -> bool:
        """Neither a bullet nor a heading nor furniture."""
        return not (self.bullet or self.heading or self.furniture)


@dataclass(frozen=True)
class _Line:
    words: str
    quoted: bool = False
    bullet: bool = False
    heading: bool = False
    indent: int = 0
    furniture: bool = False

    @property
    def alone(self) -> bool:
        return self.furniture or len(self.words) > WHOLE

    @property
    def chunk_start(self) -> bool:
        return self.bullet or self.heading or self.alone or bool(NUMBERED.match(self.words))


def split(text: str) -> list[Chunk]:
    """Give the chunks of a cleaned text, in order."""
    return list(_grouped(text))


def _grouped(text: str) -> Iterator[Chunk]:
    group: list[_Line] = []
    last_words = ""
    for raw in text.split("\n"):
        line = _line(raw, last_words) if raw.strip() else None
        if group and (line is None or _parted(group, line)):
            yield _chunk(group)
            group = []
        if line is not None and line.words:
            group.append(line)
            last_words = line.words
    if group:
        yield _chunk(group)


def _line(raw: str, before: str) -> _Line | None:
    """Tell what one line is; None for a quoted line without words, which parts like a blank one."""
    quote = _QUOTED.match(raw)
    words = raw[quote.end() :] if quote else raw
    if not words.strip():
        return None
    if is_furniture(words.strip()):
        return _Line(words.strip(), bool(quote), furniture=True)
    mark = _BULLET.match(words) or (before[-1:] in {":", ";"} and _LETTER_BULLET.match(words))
    heading = _HEADING.match(words)
    start = mark or heading
    rest = words[start.end() :] if start else words.lstrip()
    indent = len(words) - len(words.lstrip())
    return _Line(rest, bool(quote), bool(mark), bool(heading), indent)


def _parted(group: list[_Line], line: _Line) -> bool:
    first, last = group[0], group[-1]
    if line.chunk_start or last.alone or first.heading or line.quoted != last.quoted:
        return True
    ended = len(last.words) < _WRAPPED or last.words.rstrip()[-1] in '.:!?”"'
    if line.words[0] in '“"' and ended:
        return True
    bullet_is_over = first.bullet and len(last.words) < _WRAPPED and not line.indent
    return bullet_is_over or last.words.rstrip().endswith(":")


def _chunk(group: list[_Line]) -> Chunk:
    first = group[0]
    lines = tuple(line.words for line in group)
    return Chunk(lines, first.quoted, first.bullet, first.heading, first.indent, first.furniture)
