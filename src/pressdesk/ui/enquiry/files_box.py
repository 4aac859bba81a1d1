"""Files kept with an enquiry: dropped on the panel or chosen, saved again where one likes."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.domain.enquiry_parts import Attachment
from pressdesk.domain.said import when_said
from pressdesk.ui.enquiry.tab import Tab, bind, emptied, holder
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.enquiry.words import size_said
from pressdesk.ui.kit import Card, GrowingLabel, KeyButton, Kind, Look, SectionCaption
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message

CHOOSE = "Ctrl+Shift+A"


class FilesBox(QWidget):
    """The list of files and the way to add more."""

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._view: View | None = None
        self._files: tuple[Attachment, ...] | None = None
        self._build()
        self._arrange()
        self._add.clicked.connect(self.choose)
        bind(CHOOSE, tab, self.choose)

    def show_view(self, view: View) -> None:
        """Show the files of an enquiry."""
        self._view = view
        if view.enquiry.files != self._files:
            self._files = view.enquiry.files
            self._fill(view)

    def add(self, paths: Sequence[Path]) -> None:
        """Keep copies of files with the enquiry."""
        if self._view is not None:
            for path in paths:
                self._tab.act(partial(self._tab.services.files.attach, self._view.id, path))

    def choose(self) -> None:
        """Ask which files."""
        asking = QFileDialog(self, "Add files to the enquiry")
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setFileMode(QFileDialog.FileMode.ExistingFiles)
        asking.filesSelected.connect(self._on_chosen)
        asking.open()

    def _build(self) -> None:
        self._caption = SectionCaption("Files", self)
        self._list, self._column = holder(self)
        self._hint = GrowingLabel("Drop files anywhere on this panel.", Look.SECONDARY, self)
        self._add = KeyButton("Add files", key=CHOOSE, binds=False)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.5))
        for widget in (self._caption, self._list, self._hint):
            column.addWidget(widget)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def _fill(self, view: View) -> None:
        column = emptied(self._column)
        for file in view.enquiry.files:
            column.addWidget(FileCard(file, view, self._tab))
        self._list.setVisible(bool(view.enquiry.files))

    def _on_chosen(self, names: list[str]) -> None:
        self.add([Path(name) for name in names])


class FileCard(Card):
    """One file: its name, its size, who added it when."""

    def __init__(self, file: Attachment, view: View, tab: Tab) -> None:
        super().__init__()
        self._file, self._tab = file, tab
        added = when_said(file.added_at, tab.tools.clock.now(), view.zone)
        words = f"{size_said(file.size)} · {file.added_by}, {added}"
        text = QVBoxLayout()
        text.addWidget(GrowingLabel(file.name, Look.STRONG))
        text.addWidget(GrowingLabel(words, Look.SECONDARY))
        self._save = KeyButton("Save as", Kind.QUIET)
        self._save.setAccessibleName(f"Save {file.name} as")
        row = QHBoxLayout()
        row.addLayout(text, 1)
        row.addWidget(self._save, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self._save.clicked.connect(self._on_save)

    def _on_save(self) -> None:
        asking = QFileDialog(self, f"Save {self._file.name}")
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.selectFile(self._file.name.replace("/", "_"))
        asking.fileSelected.connect(self._on_chosen)
        asking.open()

    def _on_chosen(self, name: str) -> None:
        work = partial(self._tab.services.files.save_as, self._file, Path(name))
        self._tab.act(work, self._on_saved)

    def _on_saved(self, _nothing: None) -> None:
        self._tab.tools.navigator.say(Message(f"{self._file.name} was saved."))
