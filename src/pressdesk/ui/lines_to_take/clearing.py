"""Recording that the words of a line were cleared: by whom, and until when they are good."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout
from typing_extensions import override

from pressdesk.domain.typed_times import read_day
from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.kit import Card, Field, GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.log_enquiry.pair import Pair
from pressdesk.ui.theme import current


class Clearing(Card):
    """Hidden until opened. ``given`` carries who cleared the words and the review date.

    Enter gives them, Esc puts the form away; ``left`` when it is gone.
    """

    given = Signal(str, date)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._today = date.min
        self._by = QComboBox()
        self._by.setEditable(True)
        self._by.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.by = Field("Cleared by", self._by)
        self.review = LineField("Review by")
        self.review.set_placeholder("30/11/2026")
        self._save = KeyButton("Record clearance", Kind.PRIMARY, "Enter", binds=False)
        self._cancel = KeyButton("Cancel", Kind.QUIET, "Esc", binds=False)
        self._arrange()
        self._save.clicked.connect(self.give)
        self._cancel.clicked.connect(self.put_away)
        self.hide()

    def open(self, people: Sequence[str], today: date) -> None:
        """Ask who cleared the words."""
        self._today = today
        self._by.clear()
        self._by.addItems(list(people))
        self._by.setEditText("")
        self.review.set_text("")
        for field in (self.by, self.review):
            field.set_problem("")
        self.show()
        self.by.setFocus()

    def put_away(self) -> None:
        """Ask no more."""
        self.hide()
        self.left.emit()

    def give(self) -> None:
        """Hand over what is typed, or say at the field what is wrong with it."""
        for field in (self.by, self.review):
            field.set_problem("")
        try:
            review_on = read_day(self.review.text(), self._today, "review_on")
        except Refused as error:
            self.show_problem(error)
            return
        self.given.emit(self._by.currentText(), review_on)

    def show_problem(self, error: PressDeskError) -> bool:
        """Say what was refused at its field; False when it is no field of this form."""
        name = error.field if isinstance(error, Refused) else ""
        field = {"cleared_by": self.by, "review_on": self.review}.get(name)
        if field is None:
            return False
        field.set_problem(str(error))
        field.setFocus()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.give()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        frozen = "These exact words are then frozen. Other words will need clearing again."
        self.body.addWidget(GrowingLabel(frozen, Look.SECONDARY))
        self.body.addWidget(Pair(self.by, self.review, 22))
        row = QHBoxLayout()
        row.setSpacing(current().px(0.6))
        row.addWidget(self._save)
        row.addWidget(self._cancel)
        row.addStretch(1)
        self.body.addSpacing(current().px(0.3))
        self.body.addLayout(row)
