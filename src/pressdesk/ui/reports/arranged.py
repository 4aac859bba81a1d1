"""Cards on the page of reports: wide ones first, the others in two columns where there is room."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayoutItem, QWidget
from typing_extensions import override

from pressdesk.ui.kit import FlowLayout
from pressdesk.ui.reports.section import Section
from pressdesk.ui.theme import current

ROOM_FOR_TWO = 58
"""The width, in em, from which cards stand side by side."""


class Arranged(QWidget):
    """Holds sections in reading order; those that are hidden take no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: list[Section] = []
        self._layout = _Columns(self, self._place_of)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show these sections in this order, and no others."""
        for section in sections:
            if self._layout.indexOf(section) < 0:
                self._layout.addWidget(section)
        for section in set(self._order) - set(sections):
            section.hide()
        self._order = list(sections)
        for section in sections:
            section.show()
        self._layout.invalidate()

    def _place_of(self, item: QLayoutItem) -> tuple[bool, int]:
        """Return what comes after what: wide ones first, then in reading order."""
        section = item.widget()
        assert isinstance(section, Section)
        return not section.is_wide, self._order.index(section)


class _Columns(FlowLayout):
    """Each next item that is not wide stands under the shorter of the columns."""

    def __init__(
        self, parent: QWidget, place_of: Callable[[QLayoutItem], tuple[bool, int]]
    ) -> None:
        super().__init__(parent, current().px(0.9))
        self._place_of = place_of

    @override
    def _place(self, rect: QRect, *, move: bool) -> int:
        gap = self.spacing()
        two = rect.width() >= current().px(ROOM_FOR_TWO)
        half = (rect.width() - gap) // 2
        bottoms = [rect.top(), rect.top()]
        for item in self._in_order():
            narrow = two and self._place_of(item)[0]
            side = int(narrow and bottoms[1] < bottoms[0])
            width = half if narrow else rect.width()
            top = bottoms[side] if narrow else max(bottoms)
            height = _height(item, width)
            if move:
                item.setGeometry(QRect(rect.left() + side * (half + gap), top, width, height))
            ended = top + height + gap
            bottoms = [ended, ended] if not narrow else bottoms
            bottoms[side] = ended
        return max(bottoms) - rect.top() - (gap if max(bottoms) > rect.top() else 0)

    def _in_order(self) -> Iterator[QLayoutItem]:
        items = (self.itemAt(place) for place in range(self.count()))
        return iter(sorted((i for i in items if i and not i.isEmpty()), key=self._place_of))


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
