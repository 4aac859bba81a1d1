"""Questions of a settings form, read and filled by name."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.kit import Field, PlainEdit
from pressdesk.ui.theme import current

Value = str | bool
Values = Mapping[str, Value]


def text_of(values: Values, name: str) -> str:
    """Return an answer in words."""
    return str(values[name])


class Form(QWidget):
    """``questions`` by the name that a Refused gives as its field, in the order of Tab.

    Given a ``layout``, the questions are arranged by the caller. ``changed`` when an answer was.
    """

    changed = Signal()

    def __init__(self, questions: Mapping[str, Field | QCheckBox], *, stacked: bool = True) -> None:
        super().__init__()
        self.questions = questions
        if stacked:
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(current().px(0.8))
            for question in questions.values():
                column.addWidget(question)
        for question in questions.values():
            self._connect(question.input if isinstance(question, Field) else question)

    def values(self) -> Values:
        """Return the answers as they stand."""
        return {name: _value(question) for name, question in self.questions.items()}

    def put(self, values: Values) -> None:
        """Show answers without telling, and forget what was wrong."""
        blocked = self.blockSignals(True)
        for name, question in self.questions.items():
            _put(question, values[name])
        self.blockSignals(blocked)
        self.clear_problems()

    def clear_problems(self) -> None:
        """Forget what was wrong."""
        for question in self.questions.values():
            if isinstance(question, Field):
                question.set_problem("")

    def show_problem(self, error: PressDeskError) -> bool:
        """Show what is wrong at its question and lead there; False when none is named."""
        question = self.questions.get(error.field) if isinstance(error, Refused) else None
        if not isinstance(question, Field):
            return False
        question.set_problem(str(error))
        question.setFocus()
        return True

    def focus_first(self) -> None:
        """Lead to the first question."""
        next(iter(self.questions.values())).setFocus()

    def _connect(self, widget: QWidget) -> None:
        if isinstance(widget, QLineEdit | PlainEdit):
            widget.textChanged.connect(self.changed)
        elif isinstance(widget, QCheckBox):
            widget.toggled.connect(self.changed)
        elif isinstance(widget, QComboBox):
            widget.currentIndexChanged.connect(self.changed)


def _value(question: QWidget) -> Value:
    widget = question.input if isinstance(question, Field) else question
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    if isinstance(widget, QComboBox):
        return str(widget.currentData())
    assert isinstance(widget, QLineEdit | PlainEdit)
    return widget.text()


def _put(question: QWidget, value: Value) -> None:
    widget = question.input if isinstance(question, Field) else question
    if isinstance(widget, QCheckBox):
        widget.setChecked(bool(value))
    elif isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.findData(value))
    elif isinstance(widget, PlainEdit):
        widget.setPlainText(str(value))
    elif isinstance(widget, QLineEdit):
        widget.setText(str(value))
        widget.setCursorPosition(0)
