"""The hours of a week, typed as people write them: “08:30–17:00”."""

from datetime import date

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from pressdesk.domain.hours import DayRule
from pressdesk.domain.office import WEEKDAY_SPAN
from pressdesk.domain.said import WEEKDAYS
from pressdesk.domain.spans import parse_spans
from pressdesk.errors import Refused
from pressdesk.ui.kit import Field
from pressdesk.ui.theme import current

APPLIES_FROM = date(2012, 1, 1)
"""From here on the first hours explain an enquiry, however late it is typed in."""

_WORKING_DAYS = 5
_COLUMNS = 4


class WeekFields(QWidget):
    """One line for each weekday, Monday to Friday 08:30–17:00 to begin with."""

    def __init__(self) -> None:
        super().__init__()
        self._fields = [Field(name, QLineEdit()) for name in WEEKDAYS]
        for number, line in enumerate(self.inputs()):
            line.setText(WEEKDAY_SPAN.shown if number < _WORKING_DAYS else "closed")
        self._arrange()

    def inputs(self) -> list[QLineEdit]:
        """Return the lines, Monday first."""
        return [field.input for field in self._fields if isinstance(field.input, QLineEdit)]

    def rules(self) -> tuple[DayRule, ...]:
        """Return the week that was typed; raises Refused after showing it at its day."""
        for field in self._fields:
            field.set_problem("")
        return tuple(self._rule(number) for number in range(len(WEEKDAYS)))

    def show_problem(self, sentence: str, number: int = 0) -> None:
        """Show what is wrong at a weekday, unless a day already says so."""
        if not any(field.problem() for field in self._fields):
            self._fields[number].set_problem(sentence)
            self.inputs()[number].setFocus()

    def _rule(self, number: int) -> DayRule:
        try:
            spans = parse_spans(self.inputs()[number].text())
        except Refused as error:
            self.show_problem(str(error), number)
            raise
        return DayRule(number, spans, APPLIES_FROM)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().px(0.9))
        grid.setVerticalSpacing(current().px(0.7))
        for number, field in enumerate(self._fields):
            grid.addWidget(field, *divmod(number, _COLUMNS))
