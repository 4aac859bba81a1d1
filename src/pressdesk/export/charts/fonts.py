"""matplotlib with the settings and the fonts of this house, and how wide words are in them.

matplotlib keeps settings and fonts for the whole process, so one chart is drawn at a time.
"""

import warnings
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Lock
from typing import Any, Final

from pressdesk.export.charts.look import FAMILY
from pressdesk.export.guard import cleaned
from pressdesk.paths import resources

_ONE_AT_A_TIME: Final = Lock()
_SETTINGS: Final[dict[Any, Any]] = {
    "svg.fonttype": "none",  # text stays text
    "svg.hashsalt": "pressdesk",  # the same drawing is the same bytes
    "font.family": FAMILY,
    "text.parse_math": False,  # an outlet may have two dollars in its name
    "hatch.linewidth": 1.0,
}
_CUT: Final = "…"
_LONGEST: Final = 200  # characters; more than any label has room for


@contextmanager
def drawing() -> Iterator[None]:
    """Have matplotlib to oneself, set for this house."""
    with _ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.filterwarnings("ignore", "(?s)Glyph .* missing from")  # whoever shows it has more
        from matplotlib import rc_context

        with rc_context(_SETTINGS):
            _load_fonts()
            yield


def one_line(text: str) -> str:
    """Return words as they may stand in an SVG."""
    return " ".join(cleaned(text).split())


def width_of(text: str, size: float, weight: int = 400) -> float:
    """Return how wide a line is in a size of text."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family=FAMILY, size=size, weight=weight)
    line = one_line(text)
    width, _height, _descent = text_to_path.get_text_width_height_descent(line, font, ismath=False)
    return float(width)


def fitted(text: str, size: float, room: float) -> str:
    """Return a line, its end cut off where it is wider than ``room``."""
    line = one_line(text)[:_LONGEST]
    if width_of(line, size) <= room:
        return line

    def too_wide(kept: int) -> bool:
        return width_of(line[:kept] + _CUT, size) > room

    kept = bisect_left(range(1, len(line)), True, key=too_wide)
    return line[:kept].rstrip() + _CUT


def mixed(one: str, other: str, share: float) -> str:
    """Return the colour that lies ``share`` of the way from one to the other."""
    from matplotlib.colors import to_hex, to_rgb

    pairs = zip(to_rgb(one), to_rgb(other), strict=True)
    red, green, blue = (a + (b - a) * share for a, b in pairs)
    return to_hex((red, green, blue))


@cache
def _load_fonts() -> None:
    from matplotlib import font_manager

    for path in sorted((resources() / "fonts").glob("*.otf")):
        font_manager.fontManager.addfont(path)
