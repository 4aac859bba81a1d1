"""Several lines of plain text that grow with what is written."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget
from typing_extensions import override

from pressdesk.ui.kit.text import plain

_SLACK = 1  # pixel without which Qt scrolls words that fit


class PlainEdit(QPlainTextEdit):
    """Tab moves on, pasted text comes without its dress, and the height follows the words.

    It shows at least ``lines[0]`` and at most ``lines[1]`` lines. What goes beyond ``limit``
    characters is not taken in, and ``shortened`` carries a sentence that says so. While ``held``
    says so, no words can be dragged out of it.
    """

    shortened = Signal(str)

    def __init__(
        self,
        placeholder: str = "",
        lines: tuple[int, int] = (3, 12),
        limit: int = 20_000,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines, self._limit = lines, limit
        self.held: Callable[[], bool] | None = None
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._keep_limit)
        self._grow()

    def text(self) -> str:
        """Return the words without control characters."""
        return plain(self.toPlainText())

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        free = self.held is None or not self.held()
        return super().createMimeDataFromSelection() if free else QMimeData()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        words = plain(source.text()[: self._limit * 2])
        room = self._limit - self._length() + len(self.textCursor().selectedText())
        self.insertPlainText(words[:room])
        self.ensureCursorVisible()
        if len(words) > room:
            self._tell()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 12, self._height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _length(self) -> int:
        return max(0, self.document().characterCount() - 1)

    def _height(self) -> int:
        least, most = self._lines
        lines = round(self.document().size().height())
        shown = min(max(lines, least), most)
        frame = self.height() - self.viewport().height()
        margin = round(self.document().documentMargin() * 2)
        return shown * self.fontMetrics().lineSpacing() + frame + margin + _SLACK

    def _grow(self) -> None:
        if self.height() != self._height():
            self.updateGeometry()

    def _keep_limit(self) -> None:
        over = self._length() - self._limit
        if over <= 0:
            return
        cursor = self.textCursor()
        for _ in range(over):
            cursor.deletePreviousChar()
        self._tell()

    def _tell(self) -> None:
        self.shortened.emit(
            f"Only the first {self._limit:,} characters fit here. "
            "Keep longer text as a file beside the enquiry."
        )
