"""Small painted widgets: the chip of a state, the disc with a person's initials."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from pressdesk.ui.kit.paint import ChipLook, chip_size, draw_avatar, draw_chip
from pressdesk.ui.theme import current


class Chip(QWidget):
    """A state in a word or two, coloured and shaped by its role (see :class:`ChipLook`)."""

    def __init__(
        self, text: str, role: str = "neutral", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_look(ChipLook(text, role, icon))

    def look(self) -> ChipLook:
        """Return what it shows."""
        return self._look

    def set_look(self, look: ChipLook) -> None:
        """Show another state."""
        self._look = look
        self.setAccessibleName(look.text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return chip_size(current(), self._look)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), current().px(4)), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_chip(painter, current(), self.rect(), self._look)


class Avatar(QWidget):
    """The initials of a person in a disc; nobody is a dash."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Show another person; an empty name is nobody."""
        self._name = name
        self.setAccessibleName(name or "Nobody")
        self.setToolTip(name or "Nobody")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        side = current().px(2)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_avatar(painter, current(), self.rect(), self._name)
