"""What could not be added and why: read in full, copied, kept as a file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit

from pressdesk.errors import PressDeskError, Unavailable
from pressdesk.ui.kit import KeyButton, Tone
from pressdesk.ui.releases.panel import Panel
from pressdesk.ui.tools import Message, Tools


class ReportPanel(Panel):
    """``left`` when the person has read enough."""

    def __init__(self, tools: Tools) -> None:
        super().__init__("What became of the files", leave="Close")
        self._tools = tools
        self._build()
        self._arrange()
        self._connect()

    def show_report(self, words: str) -> None:
        """Show a report and lead into it."""
        self.view.setPlainText(words)
        self.view.setFocus()

    def _build(self) -> None:
        self.view = QPlainTextEdit(self)
        self.view.setReadOnly(True)
        self.view.setTabChangesFocus(True)
        self.view.setAccessibleName("Report of what was added and what was not")
        self._copy = KeyButton("Copy report", key="Alt+C", parent=self)
        self._save = KeyButton("Save report", key="Alt+S", parent=self)

    def _arrange(self) -> None:
        self.column.addWidget(self.view, 1)
        for place, button in enumerate((self._copy, self._save)):
            self.buttons.insertWidget(place, button)

    def _connect(self) -> None:
        self._copy.clicked.connect(self._on_copy)
        self._save.clicked.connect(self._on_save)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.view.toPlainText())
        self._tools.navigator.say(Message("Copied the report."))

    @Slot()
    def _on_save(self) -> None:
        dialog = QFileDialog(self, "Save the report")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Text (*.txt)"])
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("not-added.txt")
        dialog.fileSelected.connect(self.write)
        dialog.open()

    @Slot(str)
    def write(self, name: str) -> None:
        """Write the report into the file called ``name``."""
        work = partial(_written, Path(name), self.view.toPlainText())
        self._tools.runner.run(self, work, self._on_saved, self._on_failed)

    def _on_saved(self, path: Path) -> None:
        self._tools.navigator.say(Message(f"The report was saved as {path.name}."))

    def _on_failed(self, error: PressDeskError) -> None:
        self._tools.navigator.say(Message(str(error), Tone.ERROR))


def _written(path: Path, words: str) -> Path:
    try:
        path.write_text(words, encoding="utf-8")
    except OSError as error:
        raise Unavailable(f"{path} cannot be written. Choose another folder.") from error
    return path
