"""The one guard between people's words and spreadsheets.

A cell that begins like a formula is run by the program that opens the file, and what a stranger
said on the telephone stands in our cells. An apostrophe in front makes it text, as OWASP advises
(“CSV injection”). Numbers and international telephone numbers cannot run anything and stay as
they are; a number with hyphens (+1-202-555-0100) gets the apostrophe, or it would be subtracted.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import takewhile
from typing import Final, TypeGuard

# What Unicode holds to be the same characters in another form (NFKC); a test knows them all.
_FORMULA: Final = frozenset("=+-@⁺⁼₊₌﬩﹢﹣﹦﹫＋－＝＠")
_NOT_PLAIN: Final = re.compile(f"\n[ {re.escape(''.join(_FORMULA))}]")
_BREAKS: Final = frozenset("\t\n")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_HALVES: Final = re.compile("[\\ud800-\\udfff]")
_HARMLESS: Final = re.compile(
    r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?"  # -3.5
    r"|\+[\d ()]+(?: ?(?:ext\.?|x) ?\d+)?",  # +44 1632 960001 ext. 12
    re.ASCII,
)


def are_plain(cells: Sequence[object]) -> TypeGuard[Sequence[str]]:
    """Say whether all are texts that need no guard and no cleaning, by one look at all of them.

    So it is when all can be printed and none begins with a blank or like a formula: of the blanks,
    a space alone can be printed. A text of several lines is not plain.
    """
    try:
        text = "\n" + "\n".join(cells)  # type: ignore[arg-type]
    except TypeError:
        return False
    lines = text.count("\n") == len(cells)
    return lines and text.replace("\n", " ").isprintable() and not _NOT_PLAIN.search(text)


def guarded(cell: str) -> str:
    """Return the text as it may stand in a cell: cleaned, and no formula."""
    text = cleaned(cell)
    return f"'{text}" if is_formula(text) else text


def cleaned(text: str) -> str:
    """Return the text without control characters and halves of characters.

    Carriage returns become line feeds; line feeds and tabs are kept.
    """
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return whole_characters(text)


def whole_characters(text: str) -> str:
    """Return the text with U+FFFD for halves of characters, which no file can hold."""
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", text)


def is_formula(text: str) -> bool:
    """Say whether a spreadsheet may run the text: what it begins with, blanks passed over."""
    blanks = "".join(takewhile(_blank, text))
    body = text[len(blanks) :].rstrip()
    if not _BREAKS.isdisjoint(blanks):
        return True
    return body[:1] in _FORMULA and not _HARMLESS.fullmatch(body)


def _blank(char: str) -> bool:
    """Say whether a character shows nothing: blanks, marks of direction, the byte order mark."""
    return unicodedata.category(char) in {"Zs", "Zl", "Zp", "Cc", "Cf"}
