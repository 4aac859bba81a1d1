"""The manual in the program (F1): pages of Markdown that ship with it; nothing is ever fetched."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QWidget
from typing_extensions import override

from pressdesk.paths import resources
from pressdesk.ui.kit.on_screen import open_at
from pressdesk.ui.theme import current


def manual_pages() -> tuple[Path, ...]:
    """Return the pages of the manual in their order, which is that of their file names."""
    return tuple(sorted((resources() / "manual").glob("*.md")))


class Manual(QWidget):
    """A window with the pages at the left and the one shown at the right; Esc closes it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("page")
        self.setWindowTitle("Manual — PressDesk")
        self._files = manual_pages()
        self._build()
        self._arrange()
        self._connect()
        self._list.setCurrentRow(0)

    def shown(self) -> str:
        """Return the words of the page that is shown."""
        return self._text.toPlainText()

    def _build(self) -> None:
        self._list = QListWidget(self)
        self._list.setObjectName("contents")
        self._list.setAccessibleName("Pages of the manual")
        for path in self._files:
            self._list.addItem(_title(path))
        self._text = _Text(self)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)

    def _arrange(self) -> None:
        px = current().px
        self._list.setFixedWidth(px(20))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(self._text, 1)
        open_at(self, px(66), px(46))

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._show)
        self._text.anchorClicked.connect(self._follow)
        self._escape.activated.connect(self.close)

    def _show(self, number: int) -> None:
        self._text.setMarkdown(self._files[number].read_text("utf-8"))

    def _follow(self, link: QUrl) -> None:
        names = [path.name for path in self._files]
        if link.path() in names:
            self._list.setCurrentRow(names.index(link.path()))


class _Text(QTextBrowser):
    """Shows words only: whatever a page might ask to load is not there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("manual")
        self.setOpenLinks(False)
        self.setAccessibleName("Page of the manual")
        self.document().setDocumentMargin(current().px(1.5))

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None


def _title(path: Path) -> str:
    with path.open(encoding="utf-8") as lines:
        return lines.readline().strip("# \n")
