"""Recording that the words of a line were cleared: by whom, and until when they are good."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from pressdesk.domain.typed_times import read_day
from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.kit import Field, GrowingLabel, InlineForm, Look
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.log_enquiry.pair import Pair

FROZEN = "These exact words are then frozen. Other words will need clearing again."


class Clearing(InlineForm):
    """``given`` carries who cleared the words and the review date."""

    given = Signal(str, date)

    def __init__(self) -> None:
        self._today = date.min
        self._by = QComboBox()
        self._by.setEditable(True)
        self._by.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.by = Field("Cleared by", self._by)
        self.review = LineField("Review by")
        self.review.set_placeholder("30/11/2026")
        frozen = GrowingLabel(FROZEN, Look.SECONDARY)
        super().__init__([[frozen], [Pair(self.by, self.review, 22)]], "Record clearance")

    def open(self, people: Sequence[str], today: date) -> None:
        """Ask who cleared the words."""
        self._today = today
        self._by.clear()
        self._by.addItems(list(people))
        self._by.setEditText("")
        self.review.set_text("")
        for field in (self.by, self.review):
            field.set_problem("")
        self.come(self.by)

    @override
    def enter(self) -> None:
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
