"""The PDF that a release came in, page by page, as it was printed."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.domain.embargo import mark_said
from pressdesk.domain.releases import Original
from pressdesk.errors import PressDeskError
from pressdesk.intake.documents.pdf_pages import PagePicture
from pressdesk.services.releases import Releases
from pressdesk.ui.held import Held
from pressdesk.ui.kit import ElidedLabel, KeyButton, Kind, Look
from pressdesk.ui.runner import Task
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

_WIDEST = 62  # em; a page of A4 at a size that reads well


class PdfView(QWidget):
    """One page at a time, drawn off the window's thread; ``left`` with Esc."""

    left = Signal()

    def __init__(self, releases: Releases, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._releases, self._tools = releases, tools
        self._original: Original | None = None
        self._held, self._state = Held(), ""
        self._number = self._pages = 1
        self._asked: tuple[str, int, int] | None = None
        self._build()
        self._arrange()
        self._connect()

    def show_original(self, original: Original, held: Held) -> None:
        """Show the first page, and above it that it is under embargo while that is so."""
        self._original, self._held, self._number, self._pages = original, held, 1, 1
        self._page.setPixmap(QPixmap())
        self._tell("Being drawn")
        self._ask()

    def turn(self, pages: int) -> None:
        """Go on by some pages, or back."""
        number = max(1, min(self._number + pages, self._pages))
        if number != self._number:
            self._number = number
            self._ask()

    def number(self) -> int:
        """Return the number of the page that is shown or being drawn."""
        return self._number

    def words(self) -> str:
        """Return the line above the page."""
        return self._where.text()

    def _build(self) -> None:
        self._where = ElidedLabel("", Look.SECONDARY, self)
        self._before = KeyButton("Page before", Kind.QUIET, "Left", self, binds=False)
        self._next = KeyButton("Next page", Kind.QUIET, "Right", self, binds=False)
        self._back = KeyButton("Back to the text", Kind.SECONDARY, "Esc", self, binds=False)
        self._page = QLabel(self)
        self._page.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Original PDF")

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._where, 1)
        for button in (self._before, self._next, self._back):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.5))
        column.addLayout(row)
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self._before.clicked.connect(self._turn_back)
        self._next.clicked.connect(self._turn_on)
        self._back.clicked.connect(self.left)
        self._tools.ticker.ticked.connect(self._tick)

    @Slot()
    def _turn_on(self) -> None:
        self.turn(1)

    @Slot()
    def _turn_back(self) -> None:
        self.turn(-1)

    def _ask(self) -> None:
        """Draw what is wanted now, one picture at a time: the newest wish when one is ready."""
        if self._original is None or self._asked is not None:
            return
        self._asked = self._wish(self._original)
        work = partial(_drawn, self._releases, self._original, self._asked[1], self._asked[2])
        self._tools.runner.run_long(self, work, self._on_drawn, self._on_failed)

    def _wish(self, original: Original) -> tuple[str, int, int]:
        room = min(self._scroll.viewport().width(), current().px(_WIDEST))
        return original.sha256, self._number, max(100, round(room * self.devicePixelRatioF()))

    def _on_drawn(self, picture: PagePicture) -> None:
        asked, self._asked = self._asked, None
        if self._original is None or asked is None or asked[0] != self._original.sha256:
            self._ask()
            return
        self._pages = picture.pages
        self._show(picture)
        if asked != self._wish(self._original):
            self._ask()

    def _on_failed(self, error: PressDeskError) -> None:
        self._asked = None
        self._page.clear()
        self._original = None
        self._where.setText(f"⚠ {error}")

    def _show(self, picture: PagePicture) -> None:
        size = picture.width, picture.height, picture.width * 4
        image = QImage(picture.pixels, *size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._page.setPixmap(QPixmap.fromImage(image))
        self._scroll.verticalScrollBar().setValue(0)
        self._tell(f"Page {picture.number} of {picture.pages:,}")
        self._before.setEnabled(picture.number > 1)
        self._next.setEnabled(picture.number < picture.pages)

    def _tell(self, state: str) -> None:
        self._state = state
        self._tick(self._tools.clock.now())

    @Slot(object)
    def _tick(self, now: datetime) -> None:
        name = self._original.name if self._original else ""
        mark = mark_said(self._held.embargo, now)
        said = " · ".join(filter(None, (mark, self._state, name)))
        if said != self._where.text():
            self._where.setText(said)
            self._page.setAccessibleName(said)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._ask()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages with the arrows; Page Down and Space scroll first, then turn."""
        bar = self._scroll.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Right:
                self.turn(1)
            case Qt.Key.Key_Left:
                self.turn(-1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space if bar.value() == bar.maximum():
                self.turn(1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep())
            case Qt.Key.Key_PageUp if bar.value() == 0:
                self.turn(-1)
            case Qt.Key.Key_PageUp:
                bar.setValue(bar.value() - bar.pageStep())
            case Qt.Key.Key_Down:
                bar.setValue(bar.value() + bar.singleStep() * 3)
            case Qt.Key.Key_Up:
                bar.setValue(bar.value() - bar.singleStep() * 3)
            case _:
                super().keyPressEvent(event)


def _drawn(
    releases: Releases, original: Original, number: int, width: int, _task: Task
) -> PagePicture:
    return releases.draw_page(original, number, width)
