"""The form for a period of one's own: from a day to a day."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from pressdesk.domain.log_days import read_days
from pressdesk.domain.periods import Period
from pressdesk.errors import Refused
from pressdesk.ui.kit import Field, InlineForm

_HINT = "1/11/2026, 1 Nov, monday, Nov 2026"


class DaysForm(InlineForm):
    """``chosen`` carries the :class:`Period`."""

    chosen = Signal(object)

    def __init__(self) -> None:
        self._today = date.min
        self._from = Field("&From", QLineEdit(), _HINT)
        self._to = Field("&To", QLineEdit(), "Left empty: to today")
        super().__init__([(self._from, self._to)], "Show")

    def open_on(self, period: Period, today: date) -> None:
        """Ask, starting from the period that is shown."""
        self._today = today
        for field, day in ((self._from, period.first), (self._to, period.last)):
            field.set_problem("")
            _line(field).setText(f"{day.day}/{day.month}/{day.year}")
        self.come(self._from.input)
        _line(self._from).selectAll()

    @override
    def enter(self) -> None:
        for field in (self._from, self._to):
            field.set_problem("")
        try:
            period = Period.custom(self._day(self._from), self._day(self._to, last=True))
        except Refused as error:
            wrong = self._from if error.field == "from" else self._to
            wrong.set_problem(str(error))
            wrong.input.setFocus()
            return
        self.put_away()
        self.chosen.emit(period)

    def _day(self, field: Field, *, last: bool = False) -> date:
        words = _line(field).text().strip()
        if last and not words:
            return self._today
        return read_days(words, self._today, "to" if last else "from")[last]


def _line(field: Field) -> QLineEdit:
    assert isinstance(field.input, QLineEdit)
    return field.input
