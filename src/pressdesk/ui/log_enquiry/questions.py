"""The journalist's questions, each in a box of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.ui.kit import Field, GrowingLabel, Look, PlainEdit
from pressdesk.ui.theme import current

HINT = "Enter starts the next question · Shift Enter a new line"
_SPLITS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QuestionEdit(PlainEdit):
    """One question.

    ``split`` on Enter, with the words after the cursor; ``emptied`` on Backspace in an empty box.
    """

    split = Signal(str)
    emptied = Signal()

    def __init__(self, words: str) -> None:
        super().__init__(lines=(3, 9))
        self.setPlainText(words)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keypad = Qt.KeyboardModifier.KeypadModifier
        if event.key() in _SPLITS and not event.modifiers() & ~keypad:
            self.split.emit(self._cut_rest())
        elif event.key() == Qt.Key.Key_Backspace and self.document().isEmpty():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)

    def _cut_rest(self) -> str:
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        rest = cursor.selection().toPlainText()
        cursor.removeSelectedText()
        return rest.strip()


class QuestionRow(QWidget):
    """A question with its number, which shows when there are several."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.edit = QuestionEdit(words)
        self._number = GrowingLabel("", Look.MUTED, self)
        self._number.setFixedWidth(current().px(1.2))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().px(0.3))
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.edit, 1)
        self.setFocusProxy(self.edit)

    def show_number(self, number: int, count: int) -> None:
        """Show which of ``count`` questions this is."""
        self._number.setText(str(number))
        self._number.setVisible(count > 1)
        self.edit.setAccessibleName(f"Question {number}" if count > 1 else "Question")


class QuestionsEntry(Field):
    """All questions; ``edited`` when the words or the number of them change."""

    edited = Signal()

    def __init__(self) -> None:
        self._box = QWidget()
        self._rows: list[QuestionRow] = []
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(0.4))
        super().__init__("&Question", self._box, HINT)
        self._insert(0, "")
        self._renumber()

    def texts(self) -> tuple[str, ...]:
        """Return the words of each box."""
        return tuple(row.edit.text() for row in self._rows)

    def put(self, questions: Sequence[str]) -> None:
        """Show these questions, one empty box at least."""
        first, *others = questions or ("",)
        for row in self._rows[1:]:
            self._drop(row)
        self._rows[0].edit.setPlainText(first)
        for position, words in enumerate(others, 1):
            self._insert(position, words)
        self._renumber()

    def _insert(self, position: int, words: str) -> QuestionRow:
        row = QuestionRow(words)
        self._rows.insert(position, row)
        self._column.insertWidget(position, row)
        if position:
            self.setTabOrder(self._rows[position - 1].edit, row.edit)
        row.edit.textChanged.connect(self.edited)
        row.edit.split.connect(self._on_split)
        row.edit.emptied.connect(self._on_emptied)
        row.edit.shortened.connect(self.set_problem)
        return row

    def _drop(self, row: QuestionRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _renumber(self) -> None:
        for number, row in enumerate(self._rows, 1):
            row.show_number(number, len(self._rows))
        self._box.setFocusProxy(self._rows[0].edit)

    def _on_split(self, rest: str) -> None:
        here = self._here()
        if not self._rows[here].edit.text().strip() and not rest:
            return  # an empty box is the next question already
        row = self._insert(here + 1, rest)
        self._renumber()
        row.show()
        row.edit.setFocus()
        self.edited.emit()

    def _on_emptied(self) -> None:
        here = self._here()
        if len(self._rows) == 1:
            return
        self._drop(self._rows[here])
        self._renumber()
        edit = self._rows[max(here - 1, 0)].edit
        edit.setFocus()
        edit.moveCursor(QTextCursor.MoveOperation.End)
        self.edited.emit()

    def _here(self) -> int:
        """Return the place of the box that has just told us something."""
        teller = self.sender()
        return next(place for place, row in enumerate(self._rows) if row.edit is teller)
