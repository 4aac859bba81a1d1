"""The table as a tagged PDF/UA-1: typst sets it from a template, with all words as plain data.

A PDF of this standard holds no character without a shape. What no font of this computer can
draw is printed as its number, “[U+4E2D]”, so that nothing is lost.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from pressdesk import paths
from pressdesk.errors import Refused
from pressdesk.export.guard import cleaned
from pressdesk.export.replacing import UNTOUCHED
from pressdesk.export.sheet import Sheet, Watch, check, said, walked

MOST_ROWS: Final = 20_000
"""Rows; a PDF is set as a whole, in memory. 20,000 of them are some 1,000 pages."""

FONTS: Final = ("Inter", "Libertinus Serif", "DejaVu Sans Mono")
_WIDE: Final = 170  # characters side by side that a landscape A4 page holds
_NO_SHAPE: Final = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_TRIES: Final = 30


def write(sheet: Sheet, rows: Iterable[Any], part: Path, watch: Watch) -> int:
    """Set the rows; return how many there were. Raises Refused for too many."""
    cells = []
    for values in walked(sheet, rows, watch):
        cells.append([cleaned(said(value, sheet.zone)) for value in values])
        if len(cells) > MOST_ROWS:
            raise Refused(
                f"A PDF holds {MOST_ROWS:,} rows. Choose a spreadsheet, or a shorter period. "
                f"{UNTOUCHED}"
            )
    part.write_bytes(_set(_data(sheet, cells), watch))
    return len(cells)


def _data(sheet: Sheet, cells: list[list[str]]) -> dict[str, Any]:
    about = [[cleaned(name), cleaned(value)] for name, value in sheet.about(len(cells))]
    facts = dict(about)
    widths = [max(column.width, 6) for column in sheet.columns]
    return {
        "title": cleaned(sheet.title),
        "subtitle": "; ".join(facts[name] for name in ("Exported", "Filters") if name in facts),
        "office": facts.get("Office", ""),
        "author": facts.get("Office", "PressDesk"),
        "paper": "a3" if sum(widths) > _WIDE else "a4",
        "widths": widths,
        "titles": [cleaned(column.title) for column in sheet.columns],
        "figures": [list(map(cleaned, figure)) for figure in sheet.figures],
        "rows": cells,
        "about": about,
    }


def _set(data: dict[str, Any], watch: Watch) -> bytes:
    """Return the PDF; each kind of character without a shape is spelt out and tried again."""
    import typst

    text = json.dumps(data, ensure_ascii=False)
    for left in reversed(range(_TRIES)):
        check(watch)
        try:
            return _compiled(text)
        except typst.TypstError as error:
            found = _NO_SHAPE.search(str(error))
            if found is None or not left:
                raise
            text = _spelt(text, found[1], everything=left == 1)
    raise AssertionError  # the last try either returns or raises


def _compiled(text: str) -> bytes:
    import typst

    made = typst.compile(
        (paths.resources() / "templates" / "log.typ").read_bytes(),
        sys_inputs={"data": text, "fonts": json.dumps(FONTS)},
        pdf_standards=["ua-1"],
        font_paths=typst.Fonts(font_paths=[paths.resources() / "fonts"]),
        format="pdf",
    )
    assert isinstance(made, bytes)
    return made


def _spelt(text: str, without_shape: str, *, everything: bool) -> str:
    """Return JSON in which characters like those without a shape are spelt out as numbers."""
    lacking = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), without_shape)
    alike = {ord(char) >> 8 for char in lacking if ord(char) > 0xFF}
    bare = {char for char in lacking if ord(char) <= 0xFF}

    def spell(char: str) -> str:
        lost = char in bare or ord(char) >> 8 in alike or (everything and ord(char) > 0x24F)
        return f"[U+{ord(char):04X}]" if lost else char

    return "".join(map(spell, text))
