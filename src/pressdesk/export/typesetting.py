"""Sets a template as a tagged PDF/UA-1 by typst; all words are plain data and none is markup.

A PDF of this standard holds no character without a shape. What no font of this computer can
draw is printed as its number, “[U+4E2D]”, so that nothing is lost.
"""

import json
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from pressdesk import paths
from pressdesk.export.sheet import Watch, check

FONTS: Final = ("Inter", "Libertinus Serif", "DejaVu Sans Mono")
_NO_SHAPE: Final = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_TRIES: Final = 30


def typeset(template: Path, data: object, watch: Watch, drawings: Sequence[Path] = ()) -> bytes:
    """Return the PDF of a template, whose ``data`` it finds as JSON in ``sys.inputs``.

    The template may use the files beside it, and nothing else. Each kind of character without a
    shape is spelt out and tried again, in the SVG files ``drawings`` too, which are written anew.
    Raises typst.TypstError for a template that is wrong.
    """
    import typst

    text = json.dumps(data, ensure_ascii=False)
    for left in reversed(range(_TRIES)):
        check(watch)
        try:
            return _compiled(template, text)
        except typst.TypstError as error:
            found = _NO_SHAPE.search(str(error))
            if found is None or not left:
                raise
            spell = partial(_spelt, without_shape=found[1], everything=left == 1)
            text = spell(text)
            for drawing in drawings:
                drawing.write_text(spell(drawing.read_text("utf-8")), "utf-8")
    raise AssertionError  # the last try either returns or raises


def _compiled(template: Path, text: str) -> bytes:
    import typst

    made = typst.compile(
        template,
        sys_inputs={"data": text, "fonts": json.dumps(FONTS)},
        pdf_standards=["ua-1"],
        font_paths=typst.Fonts(font_paths=[paths.resources() / "fonts"]),
        format="pdf",
    )
    assert isinstance(made, bytes)
    return made


def _spelt(text: str, without_shape: str, *, everything: bool) -> str:
    """Return words in which characters like those without a shape are spelt out as numbers."""
    lacking = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), without_shape)
    alike = {ord(char) >> 8 for char in lacking if ord(char) > 0xFF}
    bare = {char for char in lacking if ord(char) <= 0xFF}

    def spell(char: str) -> str:
        lost = char in bare or ord(char) >> 8 in alike or (everything and ord(char) > 0x24F)
        return f"[U+{ord(char):04X}]" if lost else char

    return "".join(map(spell, text))
