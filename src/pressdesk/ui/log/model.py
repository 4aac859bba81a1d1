"""The log as a table of any length, of which only the rows in sight are read."""

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from typing_extensions import override

from pressdesk.domain.enquiries import EnquirySummary, LogQuery
from pressdesk.errors import PressDeskError
from pressdesk.services.desk import Desk
from pressdesk.storage.enquiry_lists import Page
from pressdesk.ui.kit import LOOK_ROLE, Tone
from pressdesk.ui.log.columns import Cell, Col, cell
from pressdesk.ui.log.window_of_rows import PAGE, Rows, WindowOfRows
from pressdesk.ui.runner import Cancelled, Task
from pressdesk.ui.tools import Message, Tools

AnyIndex = QModelIndex | QPersistentModelIndex
WAIT_TO_COUNT = 150  # milliseconds without another change, before the rows are counted
_LOADING = {Col.ENQUIRY: Cell("…", role="text_muted")}

_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class LogModel(QAbstractTableModel):
    """Reads page by page what :meth:`want` says is in sight; the number of rows comes later.

    ``queried`` when the first page of another query stands; ``renewed`` when a page was read;
    ``counted`` carries the number of rows, None while it is not known.
    """

    queried = Signal()
    renewed = Signal()
    counted = Signal(object)

    def __init__(self, desk: Desk, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self.query = LogQuery()
        self.total: int | None = None
        self._desk, self._tools = desk, tools
        self._rows, self._window = 0, WindowOfRows()
        self._in_sight, self._reading = range(PAGE), False
        self._anew = True
        self._counting: Task | None = None
        self._zone, self._now = ZoneInfo("UTC"), tools.clock.now()
        self._count_soon = QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.timeout.connect(self._count)

    def show(self, query: LogQuery) -> None:
        """Show another query from its top. The old rows stand until the first page is there."""
        self.query = query
        self._anew = True
        self._stop_counting()
        self._read(0, Page(PAGE))

    def refresh(self, zone: ZoneInfo) -> None:
        """Read again what is in sight; the old rows stand until the new ones are there."""
        self._zone, self._now = zone, self._tools.clock.now()
        self._window.doubt()
        if self._anew or not self._rows:
            self.show(self.query)
            return
        self._reading = False
        self._read_next()
        self._stop_counting()
        self._count_soon.start(WAIT_TO_COUNT)

    def tick(self, now: datetime) -> None:
        """Mark what in sight has passed a house target since it was last looked at."""
        before, self._now = self._now, now
        for row in self._in_sight:
            enquiry = self._window[row]
            if enquiry and enquiry.past_target(before) != enquiry.past_target(now):
                at = self.index(row, Col.ENQUIRY)
                self.dataChanged.emit(at, at)

    def want(self, rows: range) -> None:
        """Say which rows are in sight."""
        self._in_sight = rows
        self._read_next()

    def enquiry(self, row: int) -> EnquirySummary | None:
        """Return the enquiry of a row, None while it has not been read."""
        return self._window[row] if 0 <= row < self._rows else None

    def row_of(self, enquiry_id: int | None) -> int | None:
        """Return the row of an enquiry that has been read."""
        return self._window.row_of(enquiry_id)

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._rows

    @override
    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else len(Col)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        enquiry = self._window[index.row()]
        column = Col(index.column())
        look = (
            cell(enquiry, column, self._now, self._zone)
            if enquiry
            else _LOADING.get(column, Cell())
        )
        if role == LOOK_ROLE:
            return look
        return look.said() if role in _SAID else None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return Col(section).title
        return None

    def _read_next(self) -> None:
        """Read the first page in sight that is not at hand: one at a time, by the latest wish."""
        if self._reading:
            return
        number = self._window.missing(self._in_sight)
        if number is not None and number * PAGE < self._rows:
            self._read(number, self._window.ask_for(number))

    def _read(self, number: int, page: Page) -> None:
        self._reading = True
        work = partial(_read, self._desk, self.query, number, page)
        self._tools.runner.run(self, work, self._take_in, self._failed, key="page")

    def _take_in(self, read: tuple[int, Rows]) -> None:
        self._reading = False
        if self._anew:
            self._begin_anew(read[1])
        else:
            self._renew(*read)
        self._read_next()

    def _begin_anew(self, rows: Rows) -> None:
        self._anew = False
        self.beginResetModel()
        self._window.forget()
        self._window.keep(0, rows)
        self._rows = len(rows)
        self._in_sight = range(PAGE)
        self.endResetModel()
        self.queried.emit()
        self._know(len(rows) if len(rows) < PAGE else None)
        if self.total is None:
            self._count_soon.start(WAIT_TO_COUNT)

    def _renew(self, number: int, rows: Rows) -> None:
        self._window.keep(number, rows)
        if 0 < len(rows) < PAGE or number == 0 == len(rows):
            self._set_rows(number * PAGE + len(rows))
        last = min((number + 1) * PAGE, self._rows) - 1
        self.dataChanged.emit(self.index(number * PAGE, 0), self.index(last, len(Col) - 1))
        self.renewed.emit()

    def _failed(self, error: PressDeskError) -> None:
        self._reading = self._anew = False
        self._tools.navigator.say(Message(str(error), Tone.ERROR))

    def _count(self) -> None:
        work = partial(_count, self._desk, self.query)
        self._counting = self._tools.runner.run_long(self, work, self._take_count)

    def _stop_counting(self) -> None:
        self._count_soon.stop()
        if self._counting is not None:
            self._counting.cancel()

    def _take_count(self, counted: tuple[Task, int]) -> None:
        task, total = counted
        if task is self._counting and not task.cancelled():
            self._set_rows(total)
            self._know(total)
            self._read_next()

    def _know(self, total: int | None) -> None:
        self.total = total
        self.counted.emit(total)

    def _set_rows(self, rows: int) -> None:
        """Let the table be longer or shorter at its end."""
        if rows > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()
        elif rows < self._rows:
            self.beginRemoveRows(QModelIndex(), rows, self._rows - 1)
            self._rows = rows
            self.endRemoveRows()


def _read(desk: Desk, query: LogQuery, number: int, page: Page) -> tuple[int, Rows]:
    return number, desk.page(query, page)


def _count(desk: Desk, query: LogQuery, task: Task) -> tuple[Task, int]:
    if task.cancelled():
        raise Cancelled
    return task, desk.count(query)
