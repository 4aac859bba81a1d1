"""The list of open enquiries: moved through, opened and worked with single keys."""

from enum import Enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QListView, QMenu, QWidget
from typing_extensions import override

from pressdesk.ui.desk.model import DeskModel
from pressdesk.ui.kit import RowDelegate

AnyIndex = QModelIndex | QPersistentModelIndex


class Verb(Enum):
    """What can be done with the enquiry at hand, and its key while the list has the focus."""

    OPEN = ("Open", "Enter")
    TAKE = ("Take it", "T")
    IN_PROGRESS = ("In progress", "I")
    AWAITING_CLEARANCE = ("Awaiting clearance", "W")
    ANSWER = ("Answer", "A")
    NEW = ("New enquiry", "N")

    @property
    def words(self) -> str:
        """The words in a menu."""
        return self.value[0]

    @property
    def key(self) -> str:
        """The name of the key."""
        return self.value[1]


VERBS = {getattr(Qt.Key, f"Key_{verb.key}"): verb for verb in Verb} | {Qt.Key.Key_Return: Verb.OPEN}


class DeskList(QListView):
    """``moved`` carries the id of the enquiry the person went to; ``wanted`` a :class:`Verb`."""

    moved = Signal(int)
    wanted = Signal(object)

    def __init__(self, model: DeskModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = model
        self.setModel(model)
        RowDelegate(self)
        self.setAccessibleName("Open enquiries")
        self.doubleClicked.connect(self._open)

    def current_id(self) -> int | None:
        """Return the enquiry at hand."""
        enquiry = self._desk.enquiry(self.currentIndex())
        return enquiry.id if enquiry else None

    def stay_at(self, enquiry_id: int | None, row: int) -> None:
        """Go back to an enquiry after the rows were laid out anew, or to what took its place."""
        index = self._desk.index_of(enquiry_id)
        self._go(index if index.isValid() else self._desk.nearest(row))

    def in_sight(self, enquiry_id: int) -> bool:
        """Say whether the row of an enquiry is in the part of the list that shows."""
        row = self.visualRect(self._desk.index_of(enquiry_id))
        return row.isValid() and self.viewport().rect().intersects(row)

    @override
    def currentChanged(self, current_index: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current_index, previous)
        enquiry = self._desk.enquiry(current_index)
        if enquiry is not None:
            self.moved.emit(enquiry.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        verb = VERBS.get(Qt.Key(event.key())) if plain else None
        if verb is not None:
            self.wanted.emit(verb)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        below = self.visualRect(self.currentIndex()).bottomLeft()
        at = self.viewport().mapToGlobal(below) if by_key else event.globalPos()
        self.menu().popup(QPoint(at))

    def menu(self) -> QMenu:
        """Return a menu of all that can be done, with the keys; it ends when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for verb in Verb:
            action = menu.addAction(f"{verb.words}\t{verb.key}")
            action.setData(verb)
            action.setEnabled(verb is Verb.NEW or self.current_id() is not None)
        menu.triggered.connect(self._choose)
        return menu

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.wanted.emit(action.data())

    def _go(self, index: QModelIndex) -> None:
        quiet = self.blockSignals(True)
        self.setCurrentIndex(index)
        self.blockSignals(quiet)
        self.viewport().update()

    @Slot()
    def _open(self) -> None:
        self.wanted.emit(Verb.OPEN)
