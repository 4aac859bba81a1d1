"""The sheet of an FOI disclosure; it stands in the place of the log and is not modal."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.contacts import counted
from pressdesk.domain.disclosed_words import Removal
from pressdesk.domain.disclosure import figures_said
from pressdesk.domain.enquiries import Enquiry
from pressdesk.errors import PressDeskError
from pressdesk.export.sheet import Watch
from pressdesk.export.writing import Format
from pressdesk.services.disclosure import Disclosed, Disclosures, Look, list_beside
from pressdesk.ui.disclosure.removals import RemovalTable, Sorted, in_order
from pressdesk.ui.exporting import Exporting, FileKind, Writing
from pressdesk.ui.inputs import Choice
from pressdesk.ui.kit import (
    Field,
    GrowingLabel,
    KeyButton,
    Kind,
    LeftWithEsc,
    ProgressStrip,
    Segmented,
)
from pressdesk.ui.kit import Look as Reads
from pressdesk.ui.runner import Task
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

_BESIDE = " The list of what was taken out is beside it, for the office only."
_KINDS = {
    Format.PDF: FileKind("Disclose as PDF", "PDF files (*.pdf)", "pdf", more=_BESIDE),
    Format.CSV: FileKind("Disclose as CSV", "CSV files (*.csv)", "csv", more=_BESIDE),
}
_HOW = (
    "K keeps the words, R takes them out, everywhere; with Shift only in this place. "
    "Enter opens the enquiry."
)
_READ = "Who is named and not known to the log is found by reading only."


class DisclosurePanel(LeftWithEsc, QWidget):
    """``left`` when the log is to stand in its place again."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        self._rows = 0
        self._task: Task | None = None
        self._build()
        self._arrange()
        self._connect()

    def start(self) -> None:
        """Offer the years of the log, the last whole one chosen."""
        self._tools.runner.run(self, self._services.disclosures.years, self._offer, key="years")
        self.year.setFocus()

    @Slot()
    def look(self) -> None:
        """Look through the year anew with what was decided so far; nothing is written."""
        if not self.year.value():
            return
        self._stop()
        self.write.setEnabled(False)
        self.said.setText("Looking through the year…")
        work = partial(_look, self._services.disclosures, self.asked())
        task = self._tools.runner.run_long(self, work, self._show, self._fail)
        task.progress.connect(self.strip.show_progress)
        task.ended.connect(self.strip.end)
        self._task = task
        self.strip.begin("enquiries")

    def asked(self) -> Disclosed:
        """Return what is chosen and decided."""
        return Disclosed(
            year=int(str(self.year.value())),
            format=Format(str(self.format.value())),
            decided=self.removals.decisions,
            notes=self.notes.isChecked(),
        )

    @override
    def leave(self) -> None:
        """Leave, and look through the year no further."""
        self._stop()
        super().leave()

    def _build(self) -> None:
        self._title = GrowingLabel("FOI disclosure", Reads.HEADLINE)
        self._back = KeyButton("Back to the log", Kind.SECONDARY, "Esc", binds=False)
        self.write = KeyButton("Choose the file", Kind.PRIMARY, "Ctrl+Return")
        self.year = Choice("Calendar year", "Choose a year", [], self)
        self.format = Segmented("File", [(kind, kind.label) for kind in _KINDS])
        self.notes = QCheckBox("In the file")
        self.words = QLineEdit()
        self.words.setPlaceholderText("A name the log does not know")
        self.words.setMaxLength(120)
        self.add = KeyButton("Take out", Kind.SECONDARY)
        self.figures = GrowingLabel("", Reads.STRONG)
        self.rule = GrowingLabel("", Reads.MUTED)
        self.said = GrowingLabel("", Reads.BODY)
        self.removals = RemovalTable(self)
        self.strip = ProgressStrip("look", self)
        self.exporting = Exporting(self._tools, self._file_name, self._writing, self)

    def _arrange(self) -> None:
        px = current().px
        head, choices, adding = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._title, 1)
        for button in (self._back, self.write):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        adding.addWidget(self.words, 1)
        adding.addWidget(self.add)
        also = QWidget()
        also.setLayout(adding)
        adding.setContentsMargins(0, 0, 0, 0)
        also.setFocusProxy(self.words)
        choices.setSpacing(px(0.9))
        top = Qt.AlignmentFlag.AlignTop
        choices.addWidget(Field("&Year", self.year), 0, top)
        choices.addWidget(Field("&File", self.format), 0, top)
        choices.addWidget(Field("&Also take out", also), 1, top)
        choices.addWidget(Field("Internal &notes", self.notes), 0, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(0.3), px(0.6), 0)
        column.setSpacing(px(0.6))
        column.addLayout(head)
        column.addLayout(choices)
        for widget in (self.figures, self.rule, self.strip, self.said, self.removals):
            column.addWidget(widget, 1 if widget is self.removals else 0)
        column.addWidget(GrowingLabel(f"{_HOW} {_READ}", Reads.MUTED))

    def _connect(self) -> None:
        self._back.clicked.connect(self.leave)
        self.write.clicked.connect(self._ask)
        self.year.currentIndexChanged.connect(self.look)
        self.notes.toggled.connect(self.look)
        self.words.returnPressed.connect(self._take_out)
        self.add.clicked.connect(self._take_out)
        self.strip.stop.clicked.connect(self._stop)
        self.removals.decided.connect(self._say)
        self.removals.opened.connect(self._open)

    def _offer(self, years: tuple[int, ...]) -> None:
        chosen = self.year.value()
        quiet = self.year.blockSignals(True)
        self.year.set_choices([(year, str(year)) for year in reversed(years)])
        last_whole = years[-2] if len(years) > 1 else years[-1] if years else None
        self.year.set_value(chosen or last_whole)
        self.year.blockSignals(quiet)
        if years:
            self.look()
        else:
            self.said.setText("The log is empty; there is nothing to disclose yet.")

    def _show(self, looked: tuple[Look, Sorted]) -> None:
        look, found = looked
        self._task = None
        self._rows = look.rows
        self.figures.setText(figures_said(look.figures))
        apart = (f"{name}: {count:,}" for name, count in look.figures.apart)
        self.rule.setText(f"Shown apart: {'; '.join(apart)}. The file says how it is counted.")
        self.rule.setToolTip(look.rule)
        self.removals.show_found(found)
        self.write.setEnabled(True)
        self._say()

    @Slot()
    def _say(self) -> None:
        gone, undecided = self.removals.counts()
        left = f"; {undecided:,} doubtful are left in" if undecided else ""
        self.said.setText(f"{counted(gone, 'place').capitalize()} will be taken out{left}.")

    def _fail(self, error: PressDeskError) -> None:
        self._task = None
        self.removals.show_found(Sorted())
        self.said.setText(f"⚠ {error}")

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.said.setText("Stopped. Choose a year to look again.")

    @Slot()
    def _take_out(self) -> None:
        if words := self.words.text().strip():
            self.removals.also(words)
            self.words.clear()
            self.look()

    @Slot(object)
    def _open(self, one: Removal) -> None:
        work = partial(self._services.enquiries.find, one.place.reference)
        self._tools.runner.run(self, work, self._show_enquiry)

    def _show_enquiry(self, enquiry: Enquiry) -> None:
        self._tools.navigator.enquiry_requested.emit(enquiry.summary.id)

    @Slot()
    def _ask(self) -> None:
        self.exporting.ask_for(_KINDS[self.asked().format])

    def _file_name(self) -> str:
        return f"Disclosure {self.asked().year}"

    def _writing(self, path: Path) -> Writing:
        return partial(_write, self._services.disclosures, self.asked(), path, self._rows)


def _look(disclosures: Disclosures, asked: Disclosed, task: Task) -> tuple[Look, Sorted]:
    total = disclosures.count(asked.year)

    def step(done: int) -> None:
        task.step(done, total)

    look = disclosures.look(asked, Watch(step))
    return look, in_order(look.removals, asked.decided)


def _write(disclosures: Disclosures, asked: Disclosed, path: Path, total: int, task: Task) -> int:
    def tell(done: int) -> None:
        task.progress.emit(done, total)

    removals = list_beside(path, asked.format)
    return disclosures.write(asked, path, removals, Watch(tell, task.cancelled)).rows
