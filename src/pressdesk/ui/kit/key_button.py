"""The button that shows its shortcut in lighter text."""

from enum import Enum

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcutEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from pressdesk.ui.kit.paint import draw_ring
from pressdesk.ui.theme import Size, Theme, current

_LEAST = 8  # em


class Kind(Enum):
    """How much a button asks for attention: (fill, words, lighter words, border).

    FOLDED stands for a part of the page that unfolds; it may be narrower than its words.
    """

    PRIMARY = ("accent", "accent_text", "accent_text", "accent")
    SECONDARY = ("surface", "text", "text_muted", "border_strong")
    QUIET = ("", "accent", "text_muted", "")
    FOLDED = ("", "text_muted", "text_muted", "")


class KeyButton(QPushButton):
    """A button that does what ``key`` does and says so.

    With ``binds=False`` the key is only shown, for keys that an action of the window handles.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        key: str = "",
        parent: QWidget | None = None,
        *,
        binds: bool = True,
    ) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._words, self._kind, self._key = text, kind, QKeySequence(key)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        shrinks = kind is Kind.FOLDED
        wide = QSizePolicy.Policy.Maximum if shrinks else QSizePolicy.Policy.Minimum
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        if key:
            self.setAccessibleDescription(f"Shortcut {self._hint()}")
            if binds:
                self.setShortcut(self._key)

    @property
    def words(self) -> str:
        """What stands on it, without its key."""
        return self._words

    @property
    def key(self) -> str:
        """The key that does the same; empty if there is none."""
        return self._key.toString(QKeySequence.SequenceFormat.PortableText)

    def set_words(self, text: str) -> None:
        """Change the words and keep the shortcut."""
        shortcut = self.shortcut()
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setShortcut(shortcut)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_kind(self, kind: Kind) -> None:
        """Change how much it asks for attention."""
        if kind is not self._kind:
            self._kind = kind
            self.updateGeometry()
            self.update()

    @override
    def event(self, event: QEvent) -> bool:
        """Act on the shortcut at once; Qt would play a press of a tenth of a second first."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space: who came here by Tab presses either."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        theme = current()
        words = QFontMetrics(_bold(theme))
        width = words.horizontalAdvance(self._drawn()) + theme.px(0.9 if self._is_quiet() else 2.2)
        if hint := self._hint():
            width += QFontMetrics(theme.font(Size.CAPTION)).horizontalAdvance(hint) + theme.px(0.6)
        return QSize(width, words.height() + theme.px(0.5 if self._is_quiet() else 1.1))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the whole room, but of a folded part's: its words may be a person's name."""
        if self._kind is Kind.FOLDED:
            return QSize(current().px(_LEAST), self.sizeHint().height())
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setLayoutDirection(self.layoutDirection())
            self._draw_box(painter, current())
            self._draw_words(painter, current())

    def _draw_box(self, painter: QPainter, theme: Theme) -> None:
        fill, _, _, border = self._kind.value
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = "accent_hover" if self._kind is Kind.PRIMARY else "hover"
        if not self.isEnabled():
            fill, border = "surface_raised", "border"
        painter.setPen(QPen(theme.colour(border), 1) if border else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self.hasFocus():
            filled = self._kind is Kind.PRIMARY and self.isEnabled()
            inset = self.rect().adjusted(2, 2, -2, -2) if filled else self.rect()
            draw_ring(painter, theme, inset, "accent_text" if filled else "focus")

    def _draw_words(self, painter: QPainter, theme: Theme) -> None:
        _, words, lighter, _ = self._kind.value
        metrics, small = QFontMetrics(_bold(theme)), theme.font(Size.CAPTION)
        hint = self._hint()
        beside = QFontMetrics(small).horizontalAdvance(hint) + (theme.px(0.6) if hint else 0)
        shown = metrics.elidedText(
            self._drawn(), Qt.TextElideMode.ElideRight, self.width() - beside
        )
        total = metrics.horizontalAdvance(shown) + beside
        box = QRect((self.width() - total) // 2, 0, total, self.height())
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(_bold(theme))
        painter.setPen(theme.colour(words if self.isEnabled() else "disabled"))
        painter.drawText(box, middle | int(Qt.AlignmentFlag.AlignLeading), shown)
        painter.setFont(small)
        painter.setPen(theme.colour(lighter if self.isEnabled() else "disabled"))
        painter.drawText(box, middle | int(Qt.AlignmentFlag.AlignTrailing), hint)

    def _hint(self) -> str:
        words = self._key.toString(QKeySequence.SequenceFormat.NativeText)
        return words.replace("Return", "Enter").replace("+", " ")

    def _drawn(self) -> str:
        return f"▸ {self._words}" if self._kind is Kind.FOLDED else self._words

    def _is_quiet(self) -> bool:
        return self._kind in (Kind.QUIET, Kind.FOLDED)


def _bold(theme: Theme) -> QFont:
    return theme.font(weight=QFont.Weight.DemiBold)
