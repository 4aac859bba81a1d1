"""The rows of the desk: headings and open enquiries, as they stand at one instant."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from pressdesk.domain.desk import grouped
from pressdesk.domain.enquiries import EnquirySummary
from pressdesk.services.desk import DeskView
from pressdesk.ui.desk.looks import row_look
from pressdesk.ui.kit import LOOK_ROLE, HeadingLook, RowLook

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class DeskRow:
    """One row: an enquiry and how it looks, or the heading of a group."""

    look: RowLook | HeadingLook
    enquiry: EnquirySummary | None = None

    @property
    def place(self) -> int | str:
        """What the row stands for, whatever it looks like."""
        return self.enquiry.id if self.enquiry else self.look.sentence()


class DeskModel(QAbstractListModel):
    """Looks at the same enquiries again as time goes by, and tells only what has changed."""

    _rows: tuple[DeskRow, ...] = ()

    def show(self, view: DeskView, now: datetime) -> bool:
        """Show the desk as it stands; return whether rows came, went or moved."""
        before, after = self._rows, tuple(_rows(view, now))
        if [row.place for row in before] == [row.place for row in after]:
            self._rows = after
            for number, (old, new) in enumerate(zip(before, after, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(number), self.index(number))
            return False
        self.beginResetModel()
        self._rows = after
        self.endResetModel()
        return True

    def enquiries(self) -> tuple[EnquirySummary, ...]:
        """Return the enquiries in the order of the screen."""
        return tuple(row.enquiry for row in self._rows if row.enquiry)

    def enquiry(self, index: AnyIndex) -> EnquirySummary | None:
        """Return the enquiry of a row; None for a heading."""
        return self._rows[index.row()].enquiry if index.isValid() else None

    def index_of(self, enquiry_id: int | None) -> QModelIndex:
        """Return the row of an enquiry, invalid when it is not on the desk."""
        places = [row.place for row in self._rows]
        return self.index(places.index(enquiry_id)) if enquiry_id in places else QModelIndex()

    def nearest(self, row: int) -> QModelIndex:
        """Return the enquiry at a row or the first after it, else the last one."""
        numbers = [number for number, kept in enumerate(self._rows) if kept.enquiry]
        at = next((number for number in numbers if number >= row), numbers[-1] if numbers else -1)
        return self.index(at) if at >= 0 else QModelIndex()

    @override
    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        look = self._rows[index.row()].look
        if role == LOOK_ROLE:
            return look
        spoken = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        hint = role == Qt.ItemDataRole.ToolTipRole and isinstance(look, RowLook)
        return look.sentence() if spoken or hint else None

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.enquiry(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _rows(view: DeskView, now: datetime) -> Iterator[DeskRow]:
    for group, enquiries in grouped(view.enquiries, now, view.hours):
        yield DeskRow(HeadingLook(group.value))
        for number, enquiry in enumerate(enquiries):
            look = row_look(enquiry, now, view.hours.zone)
            ends = replace(look, first=number == 0, last=number == len(enquiries) - 1)
            yield DeskRow(ends, enquiry)
