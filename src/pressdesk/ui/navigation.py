"""The list of pages at the left, with their counts."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from pressdesk.ui.kit.paint import ChipLook, centred, chip_size, draw_chip, draw_line, draw_ring
from pressdesk.ui.page import Badge
from pressdesk.ui.pages import PAGES, PageEntry, keys
from pressdesk.ui.theme import Theme, current

_WIDTH, _COMPACT_WIDTH = 16, 5  # em


class Navigation(QWidget):
    """One stop of the Tab key; the arrows move. ``chosen`` carries the name of a page."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = False
        self._build()
        self._arrange()
        self._group.idClicked.connect(self._tell)

    def show_page(self, name: str) -> None:
        """Mark a page as the one shown."""
        button = self._buttons[name]
        button.setChecked(True)
        self.setFocusProxy(button)

    def set_badge(self, name: str, badge: Badge | None) -> None:
        """Show a count beside a page's name, or none."""
        self._buttons[name].set_badge(badge)

    def badge(self, name: str) -> Badge | None:
        """Return the count that stands beside a page's name."""
        return self._buttons[name].badge()

    def set_compact(self, compact: bool) -> None:
        """Show icons alone, where the window has no room for words; tooltips still tell them."""
        if compact != self._compact:
            self._compact = compact
            for button in self._buttons.values():
                button.set_compact(compact)
            self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        em = _COMPACT_WIDTH if self._compact else _WIDTH
        return QSize(current().px(em), super().sizeHint().height())

    def _build(self) -> None:
        self.setObjectName("navigation")
        self.setProperty("surface", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Pages")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._group = QButtonGroup(self)
        self._buttons = {entry.name: NavigationButton(entry, self) for entry in PAGES}
        for number, button in enumerate(self._buttons.values()):
            self._group.addButton(button, number)

    def _arrange(self) -> None:
        px = current().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(0.75), px(1), px(0.75), px(1))
        column.setSpacing(px(0.15))
        for entry in PAGES:
            if entry.apart:
                column.addStretch(1)
            column.addWidget(self._buttons[entry.name])

    def _tell(self, number: int) -> None:
        self.chosen.emit(PAGES[number].name)


class NavigationButton(QAbstractButton):
    """One page in the list: its icon, its words and its count."""

    def __init__(self, entry: PageEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry = entry
        self._badge: Badge | None = None
        self._compact = False
        key = QKeySequence.listFromString(keys(entry))[0]
        self._key = key.toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(entry.title)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_badge(None)

    def set_compact(self, compact: bool) -> None:
        """Show the icon alone, with a dot for a count."""
        self._compact = compact
        self.updateGeometry()
        self.update()

    def badge(self) -> Badge | None:
        """Return the count it shows."""
        return self._badge

    def set_badge(self, badge: Badge | None) -> None:
        """Show a count, or none."""
        self._badge = badge
        counted = f", {badge.words}" if badge else ""
        self.setAccessibleName(f"{self._entry.title}{counted}")
        self.setToolTip(f"{self._entry.title}{counted} ({self._key})")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        em = 3 if self._compact else 10
        return QSize(current().px(em), QFontMetrics(current().font()).height() + current().px(1.25))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(self.layoutDirection())
            theme = current()
            self._draw_ground(painter, theme)
            if self._compact:
                self._draw_icon(painter, theme)
            else:
                self._draw_words(painter, theme, self._draw_badge(painter, theme))
            if self.hasFocus():
                draw_ring(painter, theme, self.rect())

    def _draw_ground(self, painter: QPainter, theme: Theme) -> None:
        fill = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else ""
        if fill:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(fill))
            painter.drawRoundedRect(self.rect(), 8, 8)

    def _draw_badge(self, painter: QPainter, theme: Theme) -> int:
        """Draw the count at the end side and return the room it takes."""
        if self._badge is None:
            return 0
        look = ChipLook(self._badge.text, self._badge.role)
        size = chip_size(theme, look)
        box = self.rect().adjusted(0, 0, -theme.px(0.7), 0)
        box.setLeft(box.right() + 1 - size.width())
        draw_chip(painter, theme, centred(box, size), look)
        return size.width() + theme.px(0.7)

    def _draw_icon(self, painter: QPainter, theme: Theme) -> int:
        """Draw the icon at the start side and return its width; small, a dot tells of trouble."""
        side = theme.px(1.35)
        inner = self.rect().adjusted(theme.px(0.85), 0, 0, 0)
        place = centred(inner, QSize(side, side))
        role = "accent" if self.isChecked() else "text_muted"
        theme.icon(self._entry.icon, role).paint(painter, place)
        if self._compact and self._badge is not None and self._badge.role != "neutral":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self._badge.role))
            radius = theme.px(0.3)
            painter.drawEllipse(place.topRight(), radius, radius)
        return side

    def _draw_words(self, painter: QPainter, theme: Theme, taken: int) -> None:
        role = "accent" if self.isChecked() else "text"
        side = self._draw_icon(painter, theme)
        inner = self.rect().adjusted(theme.px(0.85), 0, -theme.px(0.5) - taken, 0)
        weight = theme.font().Weight.DemiBold if self.isChecked() else theme.font().Weight.Normal
        words = QRect(inner)
        words.setLeft(inner.left() + side + theme.px(0.75))
        draw_line(painter, words, self._entry.title, theme.font(weight=weight), theme, role)
