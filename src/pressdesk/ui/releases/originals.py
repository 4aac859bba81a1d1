"""The file a release came in: saved where one likes, or opened by the program made for it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTemporaryDir, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.releases import Original
from pressdesk.ui.tools import Message, Tools


class OriginalActs:
    """Saving and opening for the page that is their ``parent``."""

    def __init__(self, parent: QWidget, services: Services, tools: Tools) -> None:
        self._parent, self._services, self._tools = parent, services, tools
        self._original: Original | None = None
        self._folder: QTemporaryDir | None = None

    def save(self, original: Original) -> None:
        """Ask where to, and write it there."""
        self._original = original
        dialog = QFileDialog(self._parent, f"Save {original.name}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(original.name.replace("/", "_"))
        dialog.fileSelected.connect(self._save_to)
        dialog.open()

    def open(self, original: Original) -> None:
        """Open a copy in which nothing runs and that fetches nothing; it goes with the program."""
        if self._folder is None:
            self._folder = QTemporaryDir()
        folder = Path(self._folder.path())
        work = partial(self._services.releases.copy_to_open, original, folder)
        self._tools.runner.run(self._parent, work, _show)

    @Slot(str)
    def _save_to(self, name: str) -> None:
        if self._original is not None:
            work = partial(self._services.files.save_as, self._original, Path(name))
            self._tools.runner.run(self._parent, work, self._on_saved)

    def _on_saved(self, _nothing: None) -> None:
        if self._original is not None:
            self._tools.navigator.say(Message(f"{self._original.name} was saved."))


def _show(copy: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))
