"""Marks that the text of a release may carry within a line: links and bold, as in Markdown.

They are set in type, not shown: ``[our report](https://…)`` reads “our report”, ``**now**`` reads
now, in bold. The addresses stand under *Links* below the release.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKED = re.compile(
    r"!?\[(?P<link>[^\[\]\n]{1,300})\]\([^\s()]{1,500}\)|\*\*(?P<bold>[^*\n]{1,500})\*\*"
)
_DRESS = re.compile(r"^\W*?#{1,6}\s+|\s+#{1,6}$|^\*\*|\*\*$")


@dataclass(frozen=True)
class Run:
    """Words set alike."""

    words: str
    bold: bool = False
    link: bool = False


def runs(words: str, *, bold: bool = False) -> Iterator[Run]:
    """Yield the words between and within the marks."""
    at = 0
    for found in _MARKED.finditer(words):
        if found.start() > at:
            yield Run(words[at : found.start()], bold)
        if found["link"]:
            yield Run(found["link"], bold, link=True)
        else:
            yield from runs(found["bold"], bold=True)
        at = found.end()
    if at < len(words):
        yield Run(words[at:], bold)


def unmarked(words: str) -> str:
    """Return words as they read, to be copied."""
    return "".join(run.words for run in runs(words))


def undressed(line: str) -> str:
    """Return a heading or a mark such as ENDS without what dressed it: ``## Notes`` is Notes."""
    return unmarked(_DRESS.sub("", line)).strip() or line
