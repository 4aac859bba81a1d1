"""The sheet on which an export is chosen; it stands in the place of the list and is not modal."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.export_columns import ON_SCREEN
from pressdesk.domain.exports import Preset, What
from pressdesk.domain.local_time import local_day, zone_named
from pressdesk.domain.saved_filters import SavedFilter
from pressdesk.errors import PressDeskError
from pressdesk.export.sheet import Watch
from pressdesk.export.writing import Format
from pressdesk.services.exports import Exports, Order, Preview
from pressdesk.ui.exporting import Exporting, FileKind, Writing
from pressdesk.ui.exports.choices import ExportChoices
from pressdesk.ui.exports.columns import ColumnList
from pressdesk.ui.exports.preview import PreviewTable
from pressdesk.ui.kit import Field, GrowingLabel, KeyButton, Kind, LeftWithEsc, Look, Scrolled, Tone
from pressdesk.ui.runner import Task
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message, Tools

_HOW = "Space takes a column or leaves it out; Alt+Up and Alt+Down move it."
_KINDS = {
    Format.XLSX: FileKind("Export as a spreadsheet", "Spreadsheets (*.xlsx)", "xlsx"),
    Format.CSV: FileKind("Export as CSV", "CSV files (*.csv)", "csv"),
    Format.PDF: FileKind("Export as PDF", "PDF files (*.pdf)", "pdf"),
    Format.JSON: FileKind("Export as JSON lines", "JSON lines (*.json)", "json"),
}


@dataclass(frozen=True)
class Offered:
    """What the sheet is opened with; ``zone`` is that in which days are read."""

    presets: tuple[Preset, ...]
    filters: tuple[SavedFilter, ...]
    zone: ZoneInfo


class ExportPanel(LeftWithEsc, Scrolled):
    """``left`` when the list is to stand in its place again. ``name`` begins the file's name."""

    def __init__(self, services: Services, tools: Tools, name: str) -> None:
        self._sheet = QWidget()
        self._sheet.setObjectName("page")
        super().__init__(self._sheet)
        self._services, self._tools, self._name = services, tools, name
        self._what: What = LogQuery()
        self._zone = ZoneInfo("UTC")
        self._count = 0
        self._started = False
        self._build()
        self._arrange()
        self._connect()

    def start(self, what: What) -> None:
        """Offer the list on screen; what was chosen last time is still chosen."""
        self._what = what
        self._tools.runner.run(self, partial(_offered, self._services), self._show_offered)
        self.choices.what.setFocus()
        self.look()

    @Slot()
    def look(self) -> None:
        """Show what the file would hold now."""
        if problem := self.choices.problem():
            self._fail(problem)
            return
        work = partial(self._services.exports.preview, self.order())
        self._tools.runner.run(self, work, self._show_preview, self._on_refused, key="preview")

    def order(self) -> Order:
        """Return what is chosen."""
        return self.choices.order(self._what, self.columns.keys())

    def offer(self, other: KeyButton) -> None:
        """Offer another way out of the office beside this one."""
        self._head.insertWidget(1, other, 0, Qt.AlignmentFlag.AlignTop)

    def _build(self) -> None:
        self._title = GrowingLabel(f"Export the {self._name.lower()}", Look.HEADLINE)
        self._head = QHBoxLayout()
        self._back = KeyButton("Back to the list", Kind.SECONDARY, "Esc", binds=False)
        self.write = KeyButton("Choose the file", Kind.PRIMARY, "Ctrl+Return")
        self.choices = ExportChoices(self._tools.clock)
        self.columns = ColumnList()
        self.columns.set_keys(ON_SCREEN)
        self.columns.setMinimumHeight(current().px(14))
        self.called = QLineEdit()
        self.called.setPlaceholderText("Keep these columns as…")
        self.called.setMaxLength(60)
        self.keep = KeyButton("Keep", Kind.SECONDARY)
        self.remove = KeyButton("Remove the preset", Kind.QUIET)
        self.preview = PreviewTable()
        self.exporting = Exporting(self._tools, self._file_name, self._writing, self)

    def _arrange(self) -> None:
        px = current().px
        keeping, halves = QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._title, 1)
        for button in (self._back, self.write):
            self._head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        keeping.addWidget(self.called, 1)
        keeping.addWidget(self.keep)
        left = QVBoxLayout()
        left.setSpacing(px(0.5))
        self._columns_field = Field("C&olumns, in their order", self.columns, _HOW)
        left.addWidget(self._columns_field, 1)
        left.addLayout(keeping)
        left.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        halves.setSpacing(px(1))
        halves.addLayout(left, 2)
        halves.addWidget(self.preview, 5)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, px(0.3), px(0.6), 0)
        column.setSpacing(px(0.8))
        column.addLayout(self._head)
        column.addWidget(self.choices)
        column.addLayout(halves, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self.write.clicked.connect(self._ask)
        self.choices.changed.connect(self.look)
        self.choices.preset_chosen.connect(self._take_preset)
        self.columns.changed.connect(self._on_columns)
        self.called.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        self.exporting.begun.connect(self.left)

    def _show_offered(self, offered: Offered) -> None:
        self._zone = offered.zone
        for days in (self.choices.start, self.choices.end):
            days.zone = offered.zone
        self.choices.show_saved(offered.filters)
        if self.choices.what.value() == "filter":
            self.look()
        chosen = self.choices.preset() if self._started else offered.presets[0]
        self._started = True
        self.choices.show_presets(offered.presets, chosen if chosen in offered.presets else None)
        self._show_removable()

    @Slot(object)
    def _take_preset(self, preset: Preset) -> None:
        self.columns.set_keys(preset.columns)
        self.choices.set_people(preset.people)
        self._show_removable()
        self.look()

    @Slot()
    def _on_columns(self) -> None:
        self.choices.show_own()
        self._show_removable()
        self.look()

    def _show_removable(self) -> None:
        preset = self.choices.preset()
        self.remove.setVisible(preset is not None and preset.own)

    @Slot()
    def _keep(self) -> None:
        order = self.order()
        preset = Preset(self.called.text(), order.columns, order.people)
        work = partial(_kept, self._services, preset)
        self._tools.runner.run(self, work, self._show_kept, self._on_refused)

    def _show_kept(self, kept: tuple[Preset, Offered]) -> None:
        preset, offered = kept
        self.called.clear()
        self.choices.show_presets(offered.presets, preset)
        self._show_removable()
        self._tools.navigator.say(Message(f"“{preset.name}” is kept for everybody."))

    @Slot()
    def _remove(self) -> None:
        if (preset := self.choices.preset()) is not None:
            work = partial(_removed, self._services, preset)
            self._tools.runner.run(self, work, self._show_removed, self._on_refused)

    def _show_removed(self, removed: tuple[Preset, Offered]) -> None:
        preset, offered = removed
        self.choices.show_presets(offered.presets, None)
        self._show_removable()
        undo = partial(self._bring_back, preset)
        self._tools.navigator.say(Message(f"“{preset.name}” is removed.", Tone.INFO, "Undo", undo))

    def _bring_back(self, preset: Preset) -> None:
        work = partial(_kept, self._services, preset)
        self._tools.runner.run(self, work, self._show_kept, self._on_refused)

    def _show_preview(self, preview: Preview) -> None:
        self._count = preview.count
        self.write.setEnabled(preview.count > 0)
        self.preview.show_preview(preview)

    def _on_refused(self, error: PressDeskError) -> None:
        if getattr(error, "field", "") == "preset":
            self._tools.navigator.say(Message(str(error), Tone.WARNING))
            self.called.setFocus()
        else:
            self._fail(str(error))

    def _fail(self, sentence: str) -> None:
        self.write.setEnabled(False)
        self.preview.show_problem(sentence)

    @Slot()
    def _ask(self) -> None:
        self.exporting.ask_for(_KINDS[self.order().format])

    def _file_name(self) -> str:
        preset = self.choices.preset()
        listed = preset is None or preset.columns == ON_SCREEN
        day = local_day(self._tools.clock.now(), self._zone)
        return f"{self._name if listed or preset is None else preset.name} {day}"

    def _writing(self, path: Path) -> Writing:
        return partial(write_watched, self._services.exports, self.order(), path, self._count)


def _offered(services: Services) -> Offered:
    zone = zone_named(services.office.facts().office.zone)
    return Offered(services.exports.presets(), services.saved_filters.listed(), zone)


def _kept(services: Services, preset: Preset) -> tuple[Preset, Offered]:
    kept = services.exports.keep_preset(preset)
    return kept, _offered(services)


def _removed(services: Services, preset: Preset) -> tuple[Preset, Offered]:
    services.exports.remove_preset(preset.name)
    return replace(preset, own=True), _offered(services)


def write_watched(exports: Exports, order: Order, path: Path, total: int, task: Task) -> int:
    """Write beside the window, which is told how many of ``total`` rows are done."""

    def tell(done: int) -> None:
        task.progress.emit(done, total)

    return exports.write(order, path, Watch(tell, task.cancelled))
