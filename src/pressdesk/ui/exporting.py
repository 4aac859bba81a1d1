"""What is on screen out as a file, a CSV unless said: where to, how far, and a way to stop."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from pressdesk.errors import PressDeskError
from pressdesk.ui.kit import ProgressStrip, Tone
from pressdesk.ui.runner import Task
from pressdesk.ui.tools import Message, Tools

Writing = Callable[[Task], int]
"""Writes a file off the window's thread and returns the number of rows; holds no widget."""

_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


@dataclass(frozen=True)
class FileKind:
    """What kind of file it is: its title, its names for the dialog, one and many of its rows.

    ``names`` may offer several kinds, with “;;” between them; ``suffix`` is that of the first.
    ``more`` is said once the file was written.
    """

    title: str = "Export the list as CSV"
    names: str = "CSV files (*.csv)"
    suffix: str = "csv"
    one: str = "enquiry"
    many: str = "enquiries"
    more: str = ""


CSV = FileKind()


class Exporting(QObject):
    """Asks for a file and writes it. ``strip`` shows the progress and stands in the page.

    ``name`` is asked for the file's name to propose, ``writing``, once the file has been chosen,
    for the work; both on the window's thread. ``begun`` when the work has begun.
    """

    begun = Signal()

    def __init__(
        self,
        tools: Tools,
        name: Callable[[], str],
        writing: Callable[[Path], Writing],
        page: QWidget,
        kind: FileKind = CSV,
    ) -> None:
        super().__init__(page)
        self._kind = kind
        self._tools, self._name, self._writing, self._page = tools, name, writing, page
        self._task: Task | None = None
        self._path = Path()
        self.strip = ProgressStrip("export", page)
        self.strip.stop.clicked.connect(self._stop)

    @Slot()
    def ask(self) -> None:
        """Ask where to; the file is named after the list and the day."""
        if self._task is not None:
            self._tools.navigator.say(Message("The last export is still being written."))
            return
        dialog = QFileDialog(self._page, self._kind.title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(self._kind.names.split(";;"))
        dialog.filterSelected.connect(self._suit)
        dialog.setDefaultSuffix(self._kind.suffix)
        dialog.setDirectory(QStandardPaths.writableLocation(_DOCUMENTS))
        dialog.selectFile(f"{self._name()}.{self._kind.suffix}")
        dialog.fileSelected.connect(self.write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _suit(self, names: str) -> None:
        """Give the file the ending of the kind that was chosen in the dialog."""
        dialog = self.sender()
        assert isinstance(dialog, QFileDialog)
        dialog.setDefaultSuffix(names.rpartition("*.")[2].rstrip(")"))

    def ask_for(self, kind: FileKind) -> None:
        """Ask where to, for a file of another kind."""
        if self._task is None:
            self._kind = kind
        self.ask()

    @Slot(str)
    def write(self, name: str) -> None:
        """Write the list into the file called ``name``."""
        self._path = Path(name)
        work = self._writing(self._path)
        self._task = self._tools.runner.run_long(self, work, self._written, self._failed)
        self._task.progress.connect(self.strip.show_progress)
        self._task.ended.connect(self._end)
        self.strip.begin("rows")
        self.begun.emit()

    @Slot()
    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    @Slot()
    def _end(self) -> None:
        self._task = None
        self.strip.end()

    def _written(self, rows: int) -> None:
        count = f"1 {self._kind.one}" if rows == 1 else f"{rows:,} {self._kind.many}"
        sentence = f"Exported {count} to {self._path.name}.{self._kind.more}"
        self._tools.navigator.say(Message(sentence, Tone.INFO, "Show in folder", self._show))

    def _failed(self, error: PressDeskError) -> None:
        stopped = self._task is not None and self._task.cancelled()
        self._tools.navigator.say(Message(str(error), Tone.INFO if stopped else Tone.ERROR))

    def _show(self) -> None:
        show_folder(self._path.parent)


def show_folder(folder: Path) -> None:
    """Show a folder in the program of the computer for files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
