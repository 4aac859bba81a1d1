"""A layout that sets things side by side and begins a new line when the width is used up."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowLayout(QLayout):
    """Lines of widgets, from the start side; one that grows takes the rest of its line."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Put ``widget`` before the item that stands at ``index``."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    @override
    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        widths = [i.sizeHint().width() for i in self._items if not i.isEmpty()]
        width = sum(widths) + self.spacing() * max(0, len(widths) - 1)
        width += margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay out the items inside ``rect`` and return the height they need."""
        margins = self.contentsMargins()
        room = rect.marginsRemoved(margins)
        x, y, line_height = room.left(), room.top(), 0
        for item in [i for i in self._items if not i.isEmpty()]:
            size = item.sizeHint().boundedTo(QSize(room.width(), item.sizeHint().height()))
            if x + size.width() > room.right() + 1 and line_height:
                x, y, line_height = room.left(), y + line_height + self.spacing(), 0
            if item.expandingDirections() & Qt.Orientation.Horizontal:
                size.setWidth(max(size.width(), room.right() + 1 - x))
            if move:
                item.setGeometry(self._mirrored(QRect(QPoint(x, y), size), room))
            x += size.width() + self.spacing()
            line_height = max(line_height, size.height())
        return y + line_height - rect.top() + margins.bottom()

    def _mirrored(self, box: QRect, room: QRect) -> QRect:
        widget = self.parentWidget()
        if widget is not None and widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            box.moveLeft(room.left() + room.right() - box.right())
        return box
