"""Spreadsheets that wait for their columns: asked about one after the other."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from pressdesk.bootstrap import Services
from pressdesk.errors import BadFile, PressDeskError
from pressdesk.intake.documents.spreadsheet import Columns
from pressdesk.ui.kit import Tone
from pressdesk.ui.releases.sheet_form import OpenSheet, SheetForm
from pressdesk.ui.releases.sheet_table import SheetTable
from pressdesk.ui.runner import Task
from pressdesk.ui.tools import Message, Tools


class Sheets(QObject):
    """``form`` and ``table`` stand in the page while it is ``asked``, until ``settled``.

    ``chosen`` carries the path of a spreadsheet and the columns to take it in by.
    """

    asked = Signal()
    chosen = Signal(object, object)
    settled = Signal()

    def __init__(self, services: Services, tools: Tools, page: QWidget) -> None:
        super().__init__(page)
        self._services, self._tools = services, tools
        self._waiting: list[Path] = []
        self._open: OpenSheet | None = None
        self.form, self.table = SheetForm(), SheetTable()
        self.form.changed.connect(self._show_columns)
        self.form.accepted.connect(self._accept)
        self.form.left.connect(self._go_on)

    def ask(self, paths: Sequence[Path]) -> None:
        """Ask about each spreadsheet in its turn."""
        self._waiting += paths
        if self._open is None:
            self._next()

    def asking(self) -> bool:
        """Say whether the form waits for an answer."""
        return self._open is not None

    def set_aside(self) -> None:
        """Let something else be read, and offer to go on with the spreadsheet that was open."""
        if self._open is not None:
            self._waiting.insert(0, self._open.path)
            sentence = f"{self._open.path.name} was not added yet."
            self._open = None
            message = Message(sentence, Tone.WARNING, "Go on with it", self._next)
            self._tools.navigator.say(message)

    def _next(self) -> None:
        if self._waiting:
            work = partial(_opened, self._services, self._waiting.pop(0))
            self._tools.runner.run_long(self, work, self._start, self._refuse)

    def _start(self, opened: OpenSheet) -> None:
        self._open = opened
        self.form.start(opened)
        self.table.show_sheet(opened.sheet, self.form.columns())
        self.asked.emit()
        self.form.setFocus()

    def _refuse(self, error: PressDeskError) -> None:
        self._tools.navigator.say(Message(str(error), Tone.WARNING))
        self._next()

    @Slot(object)
    def _show_columns(self, columns: Columns) -> None:
        if self._open is not None:
            self.table.show_columns(self._open.sheet, columns)

    @Slot(object)
    def _accept(self, columns: Columns) -> None:
        if self._open is not None:
            path = self._open.path
            self._go_on()
            self.chosen.emit(path, columns)

    @Slot()
    def _go_on(self) -> None:
        self._open = None
        self.settled.emit()
        self._next()


def _opened(services: Services, path: Path, _task: Task) -> OpenSheet:
    try:
        return OpenSheet(path, services.sheets.look(path))
    except BadFile as error:
        raise BadFile(f"{path.name}: {error}") from error
