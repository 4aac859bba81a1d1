"""A spreadsheet of many releases: which column is which, before anything is taken in."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from pressdesk.intake.documents.dates import day_in, is_ambiguous, is_month_first
from pressdesk.intake.documents.spreadsheet import Columns, Sheet, guess_columns
from pressdesk.intake.text import one_line
from pressdesk.ui.kit import Field, GrowingLabel, KeyButton, Kind, Look, Scrolled, Segmented
from pressdesk.ui.releases.panel import Panel
from pressdesk.ui.releases.passages import day_printed
from pressdesk.ui.theme import current

_QUESTIONS = {
    "title": "&Title",
    "body": "&Words of the release",
    "summary": "Summar&y",
    "date": "&Date",
    "url": "&Address",
}
NAMES = {part: label.replace("&", "") for part, label in _QUESTIONS.items()}
_NONE = "None of them"
_DAY_FIRST, _MONTH_FIRST = False, True
_LONGEST = 60  # characters of a heading in the list, of a title in the example


@dataclass(frozen=True)
class OpenSheet:
    """A spreadsheet that waits for its columns."""

    path: Path
    sheet: Sheet


class SheetForm(Panel):
    """``changed`` carries the Columns as they are chosen, ``accepted`` those to take in by.

    ``left`` when the person goes on without taking it in.
    """

    changed = Signal(object)
    accepted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._sheet: Sheet | None = None
        self._build()
        self._arrange()
        self._connect()

    def start(self, opened: OpenSheet) -> None:
        """Ask about a spreadsheet; what can be guessed is chosen already."""
        self._sheet = opened.sheet
        rows = len(opened.sheet.rows)
        self._title.setText(f"Columns of {one_line(opened.path.name, _LONGEST)}")
        self._keep.set_words(f"Add {rows:,} {'release' if rows == 1 else 'releases'}")
        guessed = guess_columns(opened.sheet.headings, opened.sheet.rows.values())
        for part, box in self._boxes.items():
            _offer(box, opened.sheet.headings, getattr(guessed, part))
        self._fields["body"].set_problem("")
        self._guess_dates()
        self._follow()
        self.setFocus()

    def columns(self) -> Columns:
        """Return what is chosen."""
        chosen = Columns(**{part: box.currentData() for part, box in self._boxes.items()})
        first = bool(self._dates.value())
        return replace(chosen, month_first=first if self._dates_field.isVisibleTo(self) else None)

    def _build(self) -> None:
        self._boxes = {part: QComboBox() for part in _QUESTIONS}
        self._fields = {part: Field(_QUESTIONS[part], box) for part, box in self._boxes.items()}
        self._dates = Segmented("Dates", [(_DAY_FIRST, ""), (_MONTH_FIRST, "")])
        self._dates_field = Field("&Read dates with", self._dates)
        self._example = GrowingLabel("", Look.SECONDARY, self)
        self._keep = KeyButton("Add releases", Kind.PRIMARY, "Ctrl+Return", self)
        for box in self._boxes.values():
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.setFocusProxy(self._boxes["title"])

    def _arrange(self) -> None:
        questions = QWidget()
        column = QVBoxLayout(questions)
        column.setContentsMargins(0, 0, current().px(0.4), 0)
        column.setSpacing(current().px(0.7))
        for field in (*self._fields.values(), self._dates_field):
            column.addWidget(field)
        column.addWidget(self._example)
        column.addStretch(1)
        self.column.addWidget(Scrolled(questions), 1)
        self.buttons.addWidget(self._keep)

    def _connect(self) -> None:
        for box in self._boxes.values():
            box.currentIndexChanged.connect(self._follow)
        self._boxes["date"].currentIndexChanged.connect(self._guess_dates)
        self._dates.chosen.connect(self._follow)
        self._keep.clicked.connect(self._accept)

    @Slot()
    def _guess_dates(self) -> None:
        """Ask for the order of day and month only where a date could be two."""
        cells = self._sheet.column(self._boxes["date"].currentData()) if self._sheet else []
        doubtful = next((cell for cell in cells if is_ambiguous(cell)), "")
        self._dates_field.setVisible(bool(doubtful))
        if doubtful:
            self._dates.set_value(is_month_first(cells))
            for first in (_DAY_FIRST, _MONTH_FIRST):
                self._dates.set_label(first, "Month first" if first else "Day first")
        self._follow()

    @Slot()
    def _follow(self) -> None:
        if self._sheet is not None:
            columns = self.columns()
            self._example.setText(_example(self._sheet, columns))
            self.changed.emit(columns)

    @Slot()
    def _accept(self) -> None:
        columns = self.columns()
        if columns.body is None:
            self._fields["body"].set_problem("Choose the column that holds the words.")
            self._boxes["body"].setFocus()
        else:
            self.accepted.emit(columns)


def _offer(box: QComboBox, headings: tuple[str, ...], chosen: int | None) -> None:
    blocked = box.blockSignals(True)
    box.clear()
    box.addItem(_NONE, None)
    for number, heading in enumerate(headings):
        box.addItem(one_line(heading, _LONGEST) or f"Column {number + 1}", number)
    box.setCurrentIndex(0 if chosen is None else chosen + 1)
    box.blockSignals(blocked)


def _example(sheet: Sheet, columns: Columns) -> str:
    """Say how a row will be understood: one whose date could be two, or else the first."""
    if columns.body is None:
        return "Choose the column that holds the words of the releases."
    rows = list(sheet.rows.values())[:_LONGEST]
    dated = [row for row in rows if is_ambiguous(sheet.cell(row, columns.date))]
    row = (dated or rows)[0]
    title = one_line(sheet.cell(row, columns.title), _LONGEST) or "without a title"
    said = sheet.cell(row, columns.date).strip()
    day = day_in(said, month_first=bool(columns.month_first))
    if not said:
        return f"For example: {title}, without a date."
    read = f"is {day_printed(day)}" if day else "is no date we know"
    return f"For example: {title}. “{one_line(said, 40)}” {read}."
