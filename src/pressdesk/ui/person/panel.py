"""The sheet of one person: who is sought, and each place of the office's file where they stand."""

from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.contacts import counted
from pressdesk.domain.local_time import zone_named
from pressdesk.domain.person import Place, Sought, of_each
from pressdesk.domain.said import when_said
from pressdesk.errors import PressDeskError
from pressdesk.export.sheet import Watch
from pressdesk.export.writing import Format
from pressdesk.services.person import Everything, PersonalData
from pressdesk.ui.exporting import Exporting, FileKind, Writing
from pressdesk.ui.kit import (
    Field,
    FlowLayout,
    GrowingLabel,
    KeyButton,
    Kind,
    LeftWithEsc,
    Look,
    PlainTable,
    ProgressStrip,
    Segmented,
    TableColumn,
)
from pressdesk.ui.runner import Task
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

_PLACES = ("place", "places")
_KINDS = {
    Format.PDF: FileKind("Everything as PDF", "PDF files (*.pdf)", "pdf", *_PLACES),
    Format.XLSX: FileKind("Everything as a spreadsheet", "Spreadsheets (*.xlsx)", "xlsx", *_PLACES),
    Format.CSV: FileKind("Everything as CSV", "CSV files (*.csv)", "csv", *_PLACES),
    Format.JSON: FileKind("Everything as JSON lines", "JSON lines (*.json)", "json", *_PLACES),
}
_ADVICE = "Enter opens the enquiry. The file holds words about other people too: read it first."


class PersonPanel(LeftWithEsc, QWidget):
    """``left`` when the contact is to stand in its place again."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        self._sought: Sought | None = None
        self._task: Task | None = None
        self._zone = ZoneInfo("UTC")
        self._build()
        self._arrange()
        self._connect()

    def start(self, journalist_id: int, name: str) -> None:
        """Look for everything about a contact."""
        self.who.setText(name)
        self._begin(partial(self._services.people.journalist, journalist_id))

    @Slot()
    def seek(self) -> None:
        """Look for everything about the name, number or address that was typed."""
        self._begin(partial(self._services.people.sought, self.who.text()))

    def _build(self) -> None:
        self._title = GrowingLabel("Everything about one person", Look.HEADLINE)
        self._back = KeyButton("Back to the contact", Kind.SECONDARY, "Esc", binds=False)
        self.write = KeyButton("Choose the file", Kind.PRIMARY, "Ctrl+Return")
        self.who = QLineEdit()
        self.who.setMaxLength(200)
        self.format = Segmented("File", [(kind, kind.value.upper()) for kind in _KINDS])
        self.said = GrowingLabel("", Look.STRONG)
        self.groups = GrowingLabel("", Look.MUTED)
        self.places = PlainTable(
            "Where the person stands",
            (
                TableColumn("Where", lambda place: place.where.value, 9),
                TableColumn("Found", lambda place: place.how.value, 8),
                TableColumn("What", lambda place: place.what, 10.5),
                TableColumn("Field", lambda place: place.field, 10, gives_way=True),
                TableColumn("When", self._when, 10.5, gives_way=True),
                TableColumn("Words", lambda place: place.words),
            ),
            self,
        )
        self.strip = ProgressStrip("search", self)
        self.exporting = Exporting(self._tools, self._file_name, self._writing, self)

    def _arrange(self) -> None:
        px = current().px
        head, choices = QWidget(), QHBoxLayout()
        acts = FlowLayout(head, px(0.5))
        for button in (self._back, self.write):
            acts.addWidget(button)
        choices.setSpacing(px(0.9))
        top = Qt.AlignmentFlag.AlignTop
        choices.addWidget(Field("Na&me, number or email address", self.who), 1, top)
        choices.addWidget(Field("&File", self.format), 0, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(0.4), 0, px(0.4), 0)
        column.setSpacing(px(0.6))
        column.addWidget(self._title)
        column.addWidget(head)
        column.addLayout(choices)
        strips = (self.strip, self.exporting.strip)
        for widget in (self.said, self.groups, *strips, self.places):
            column.addWidget(widget, 1 if widget is self.places else 0)
        column.addWidget(GrowingLabel(_ADVICE, Look.MUTED))

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self.write.clicked.connect(self._ask)
        self.who.returnPressed.connect(self.seek)
        self.places.opened.connect(self._open)

    def _begin(self, who: "partial[Sought]") -> None:
        """Look beside all other work: a long log takes some seconds."""
        if self._task is not None:
            self._task.cancel()
        self.write.setEnabled(False)
        self.said.setText("Looking through the file…")
        work = partial(_look, self._services, who)
        self._task = self._tools.runner.run_long(self, work, self._show, self._fail)
        self._task.ended.connect(self.strip.end)
        self.strip.begin("places")

    def _show(self, found: tuple[Everything, ZoneInfo]) -> None:
        everything, self._zone = found
        self._sought = everything.sought
        places = counted(len(everything.places), "place")
        own = counted(everything.total, "enquiry")
        cut = " The newest are shown; a file holds all." if everything.cut else ""
        self.said.setText(f"{places.capitalize()}; {own} of their own.{cut}")
        each = of_each(everything.places).items()
        self.groups.setText(" · ".join(f"{where.value} {len(some):,}" for where, some in each))
        self.places.set_rows(everything.places)
        self.write.setEnabled(bool(everything.places))
        self.places.setFocus()

    def _fail(self, error: PressDeskError) -> None:
        self._sought = None
        self.places.set_rows(())
        self.groups.setText("")
        self.said.setText(f"⚠ {error}")
        self.who.setFocus()

    def _when(self, place: Place) -> str:
        return when_said(place.at, self._tools.clock.now(), self._zone) if place.at else ""

    @Slot(object)
    def _open(self, place: Place) -> None:
        if place.enquiry_id is not None:
            self._tools.navigator.enquiry_requested.emit(place.enquiry_id)

    @Slot()
    def _ask(self) -> None:
        if self._sought is not None:
            self.exporting.ask_for(_KINDS[Format(str(self.format.value()))])

    def _file_name(self) -> str:
        return f"Everything about {self._sought.said if self._sought else ''}".strip()

    def _writing(self, path: Path) -> Writing:
        sought = self._sought or Sought("")
        kind = Format(str(self.format.value()))
        return partial(_write, self._services.people, sought, kind, path)


def _look(services: Services, who: "partial[Sought]", task: Task) -> tuple[Everything, ZoneInfo]:
    def step(done: int) -> None:
        task.step(done, 0)

    everything = services.people.look(who(), Watch(step))
    return everything, zone_named(services.office.facts().office.zone)


def _write(people: PersonalData, sought: Sought, kind: Format, path: Path, task: Task) -> int:
    def tell(done: int) -> None:
        task.progress.emit(done, 0)

    return people.write(sought, kind, path, Watch(tell, task.cancelled))
