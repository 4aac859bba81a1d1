"""The form of *start our office*."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pressdesk.domain.office import NewOffice, Office, Staff
from pressdesk.domain.routing import Lines
from pressdesk.errors import PressDeskError, Refused
from pressdesk.intake.bank_holidays import DIVISIONS
from pressdesk.ui.first_start.hours import WeekFields
from pressdesk.ui.kit import Field, GrowingLabel, KeyButton, Kind, Look, PlainEdit, SectionCaption
from pressdesk.ui.theme import current


class OfficeForm(QWidget):
    """``given`` carries a NewOffice and who typed it; ``left`` when the person goes back (Esc)."""

    given = Signal(object, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._build()
        self._arrange()
        self._connect()

    def focus_first(self) -> None:
        """Lead the focus to the name of the office."""
        self._name.setFocus()

    def show_refused(self, error: PressDeskError) -> None:
        """Show a refusal at its field, or beneath the form when it has none."""
        field = error.field if isinstance(error, Refused) else ""
        if field == "hours":
            self._week.show_problem(str(error))
        elif field in self._fields:
            self._fields[field].set_problem(str(error))
            self._fields[field].input.setFocus()
        else:
            self._problem.setText(str(error))

    def _build(self) -> None:
        self._name, self._main, self._out, self._you = (QLineEdit() for _ in range(4))
        self._zone = QLineEdit("Europe/London")
        self._others = PlainEdit("One name on each line", (3, 6), 2000)
        self._division = QComboBox()
        for code, words in DIVISIONS.items():
            self._division.addItem(words, code)
        self._fields = {
            "name": Field("Name of the &office", self._name, "As it stands on your releases"),
            "main": Field("&Main line", self._main, "In opening hours, like 020 3513 0600"),
            "out_of_hours": Field(
                "Out-of-&hours line", self._out, "Urgent calls when the office is closed"
            ),
            "staff": Field("&Your name", self._you, "What you log is kept under it"),
            "others": Field("Colleagues in the press office", self._others),
            "division": Field("&Bank holidays", self._division),
            "zone": Field("Time &zone", self._zone, "Like Europe/London"),
        }
        self._week = WeekFields()
        self._problem = GrowingLabel("", Look.PROBLEM)
        self._back = KeyButton("Back", Kind.SECONDARY, "Esc", binds=False)
        self._save = KeyButton("Start the office", Kind.PRIMARY, "Ctrl+Return")
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)

    def _arrange(self) -> None:
        px = current().px
        buttons = QHBoxLayout()
        buttons.addWidget(self._problem, 1)
        buttons.addWidget(self._back)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(1), px(1.5), px(1), px(1.5))
        column.setSpacing(px(0.9))
        column.addWidget(GrowingLabel("Start our office", Look.HEADLINE))
        column.addLayout(self._field_grid())
        column.addWidget(SectionCaption("Opening hours"))
        column.addWidget(self._week)
        column.addLayout(buttons)
        column.addStretch(1)
        self._order_tabs()

    def _field_grid(self) -> QGridLayout:
        name, *others = self._fields.values()
        grid = QGridLayout()
        grid.setHorizontalSpacing(current().px(1.2))
        grid.setVerticalSpacing(current().px(0.9))
        grid.addWidget(name, 0, 0, 1, 2)
        for number, field in enumerate(others, start=2):
            grid.addWidget(field, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        return grid

    def _order_tabs(self) -> None:
        """Let Tab go from the fields through the week to the button that starts."""
        stops = [field.input for field in self._fields.values()]
        stops += [*self._week.inputs(), self._save, self._back]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self._escape.activated.connect(self.left)
        self._back.clicked.connect(self.left)
        self._save.clicked.connect(self._give)

    def _give(self) -> None:
        self._problem.clear()
        for field in self._fields.values():
            field.set_problem("")
        try:
            self.given.emit(self._typed(), self._names()[0])
        except Refused as error:
            self.show_refused(error)

    def _typed(self) -> NewOffice:
        office = Office(
            name=self._name.text(),
            zone=self._zone.text().strip(),
            division=self._division.currentData(),
            lines=Lines(self._main.text(), self._out.text()),
        )
        return NewOffice(office, self._week.rules(), tuple(Staff(n) for n in self._names()))

    def _names(self) -> list[str]:
        """Return the names typed, the person's own first, each once."""
        own = " ".join(self._you.text().split())
        if not own:
            raise Refused("Type your name.", field="staff")
        typed = (" ".join(line.split()) for line in self._others.text().splitlines())
        return list(dict.fromkeys([own, *filter(None, typed)]))
