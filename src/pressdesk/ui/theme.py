"""Colours, text sizes and icons by role, read from ``resources/themes``.

A page asks for ``overdue`` or ``Size.SMALL``, never for a colour or a number of pixels. The theme
in force belongs to the application, as its palette and style do: :func:`current` returns it.
Lengths are measured in *em*, the height of the body text, so that a larger text enlarges all.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from types import MappingProxyType

from PySide6.QtCore import QByteArray, QObject, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from pressdesk.paths import resources
from pressdesk.ui.rescale import rescale

SYSTEM = "system"
"""The choice that follows the computer's own light or dark appearance."""

_PROPERTY = "pressdesk_theme"
_GENERAL = QFontDatabase.SystemFont.GeneralFont
_FAMILIES = ("Inter", "Noto Sans Arabic")  # the second also for Urdu, which many computers lack
_LEAST_PIXELS = 13  # the body text the window is drawn for; smaller system fonts are raised to it
_PALETTE = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface_raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text_muted",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "accent_text",
    QPalette.ColorRole.Mid: "border_strong",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
}


class Size(Enum):
    """Sizes of text as shares of the body text."""

    CAPTION = 11 / 13
    SMALL = 12 / 13
    BODY = 1.0
    TITLE = 16 / 13
    HEADLINE = 20 / 13
    ALOUD = 26 / 13


@dataclass(frozen=True)
class Theme:
    """The look in force. ``points`` is the size of the body text, the person's scale included."""

    name: str
    colours: Mapping[str, str]
    points: float

    def colour(self, role: str) -> QColor:
        """Return the colour of ``role``; an unknown role is a bug and raises ``KeyError``."""
        return QColor(self.colours[role])

    def font(self, size: Size = Size.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the font of the window in a size and a weight."""
        font = QFont([*_FAMILIES, QFontDatabase.systemFont(_GENERAL).family()])
        font.setPointSizeF(self.points * size.value)
        font.setWeight(weight)
        return font

    def px(self, em: float) -> int:
        """Return a length given in heights of the body text, in logical pixels."""
        return round(self._em * em)

    def icon(self, name: str, role: str = "text") -> QIcon:
        """Return the icon ``name`` drawn in the colour of ``role``."""
        return _icon(name, self.colours[role], self.colours["disabled"])

    def style_sheet(self) -> str:
        """Return the one style sheet with this theme's colours and sizes filled in."""
        template = (resources() / "themes" / "pressdesk.qss").read_text("utf-8")
        return re.sub(r"@([^@\s]+)@", self._filled, template)

    def palette(self) -> QPalette:
        """Return the palette for what the style itself paints."""
        palette = QPalette()
        for place, role in _PALETTE.items():
            palette.setColor(place, self.colour(role))
        for place in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, place, self.colour("disabled"))
        return palette

    @cached_property
    def _em(self) -> int:
        return QFontInfo(self.font()).pixelSize()

    def _filled(self, match: re.Match[str]) -> str:
        key = match[1]
        if length := re.fullmatch(r"([\d.]+)em(-1)?", key):
            return f"{max(0, self.px(float(length[1])) - bool(length[2]))}px"
        if key.startswith("size:"):
            return f"{self.points * Size[key[5:].upper()].value:.2f}pt"
        if key.startswith("icon:"):
            name = key[5:].replace("-theme", f"-{self.name}")
            return (resources() / "icons" / f"{name}.svg").as_posix()
        return self.colours[key]


def load(name: str, points: float) -> Theme:
    """Return the theme ``light`` or ``dark`` with its body text at ``points``."""
    raw = tomllib.loads((resources() / "themes" / f"{name}.toml").read_text("utf-8"))
    return Theme(name, MappingProxyType(raw["colours"]), points)


def apply(app: QApplication, name: str = SYSTEM, scale: float = 1.0) -> Theme:
    """Dress the program: ``light``, ``dark`` or ``system``, its text at ``scale`` (1.0 to 1.5)."""
    _load_fonts()
    if name == SYSTEM:
        dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        name = "dark" if dark else "light"
    theme = load(name, body_points(app) * scale)
    if app.property(_PROPERTY) == theme:
        return theme  # putting a style sheet on looks at every widget again
    app.setProperty(_PROPERTY, theme)
    app.setStyle("Fusion")
    app.setFont(theme.font())
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.style_sheet())
    return theme


def current() -> Theme:
    """Return the theme that :func:`apply` put on the application."""
    theme = QApplication.instance().property(_PROPERTY)  # type: ignore[union-attr]
    assert isinstance(theme, Theme), "theme.apply comes before the first widget"
    return theme


def body_points(app: QApplication) -> float:
    """Return the system's own text size, raised to the least the window is drawn for."""
    dots_per_inch = app.primaryScreen().logicalDotsPerInch()
    return max(QFontDatabase.systemFont(_GENERAL).pointSizeF(), _LEAST_PIXELS * 72 / dots_per_inch)


class ThemeKeeper(QObject):
    """Keeps the person's choice on, also when the computer turns dark in the evening."""

    changed = Signal()

    def __init__(self, app: QApplication, name: str = SYSTEM, scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self.choose(name, scale)
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def choice(self) -> tuple[str, float]:
        """The theme and the text size that the person chose; the theme may be ``system``."""
        return self._name, self._scale

    def choose(self, name: str, scale: float) -> None:
        """Put on another theme or text size at once."""
        before = self._app.property(_PROPERTY)
        self._name, self._scale = name, scale
        after = apply(self._app, name, scale)
        if isinstance(before, Theme):
            rescale(self._app, before.px(1), after.px(1))
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        if self._name == SYSTEM:
            self.choose(self._name, self._scale)


@cache
def _load_fonts() -> None:
    for path in sorted((resources() / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    drawing = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    icon = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, disabled)):
        for side in (16, 24, 32, 48, 96):
            icon.addPixmap(_drawn(drawing.replace("currentColor", tint), side), mode)
    return icon


def _drawn(svg: str, side: int) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    return pixmap
