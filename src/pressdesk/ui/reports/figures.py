"""The figures of a report in calm rows: what, how much, of how many, and what has changed."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from pressdesk.domain.report_words import change_said, value_said
from pressdesk.domain.reports import Figure
from pressdesk.ui.kit import Card
from pressdesk.ui.reports.behind import behind_figure
from pressdesk.ui.reports.tile import FigureTile
from pressdesk.ui.theme import current

ORDER = (
    *("received", "acknowledge_median", "answer_median", "in_time", "answer", "nothing"),
    *("out_of_hours", "urgent", "wrong_line", "holding_only", "declined", "open"),
)
"""The figures in sight, those first that are asked for first. Those in hours stand on a chart."""

_BESIDE = {
    "acknowledge_median": ("acknowledge_p90", "acknowledge_working_median"),
    "answer_median": ("answer_p90", "answer_working_median"),
}
"""A median has the time of 9 in 10 and the median of opening hours in its own notes."""

_ACROSS = (6, 4, 3, 2)
_LEAST = 12.8  # em


class FigureRows(Card):
    """The figures. ``opened`` carries a :class:`Behind`: what one of them counts."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period, self._across = "", 0
        self._tiles: list[FigureTile] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self.body.addLayout(self._grid)

    def show_figures(self, figures: Sequence[Figure], period: str) -> None:
        """Show the figures of a period."""
        self._period = period
        known = {figure.key: figure for figure in figures}
        shown = [known[key] for key in ORDER if key in known]
        while len(self._tiles) < len(shown):
            self._tiles.append(self._made())
        for tile in self._tiles[len(shown) :]:
            tile.hide()
        for tile, figure in zip(self._tiles, shown, strict=False):
            tile.show_figure(figure, tuple(filter(None, notes_of(figure, known))))
            tile.show()
        self._arrange(anew=True)

    def tiles(self) -> tuple[FigureTile, ...]:
        """Return the figures in sight."""
        return tuple(tile for tile in self._tiles if not tile.isHidden())

    def focus_first(self) -> None:
        """Put the focus on the first figure."""
        for tile in self._tiles[:1]:
            tile.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _made(self) -> FigureTile:
        tile = FigureTile(self)
        tile.clicked.connect(self._open)
        return tile

    def _arrange(self, *, anew: bool = False) -> None:
        """Set the figures in as many columns as have room."""
        room = self.width() / current().px(_LEAST)
        across = next((count for count in _ACROSS if count <= room), _ACROSS[-1])
        if not anew and across == self._across:
            return
        self._across = across
        for column in range(max(_ACROSS)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        for place, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, *divmod(place, across))

    @Slot()
    def _open(self) -> None:
        tile = self.sender()
        assert isinstance(tile, FigureTile)
        if behind := behind_figure(tile.figure, self._period):
            self.opened.emit(behind)


def notes_of(figure: Figure, known: Mapping[str, Figure]) -> Iterator[str]:
    """Yield the lines under a figure: of how many, what has changed, what belongs to it."""
    if figure.unit.is_time:
        yield ", ".join(filter(None, (f"of {figure.of or 0:,}", change_said(figure))))
    else:
        yield f"{figure.count or 0:,} of {figure.of:,}" if figure.of is not None else ""
        yield change_said(figure)
    if figure.value is not None and figure.key in _BESIDE:
        nine, working = (known[key] for key in _BESIDE[figure.key])
        yield f"9 in 10: {value_said(nine.value, nine.unit)}"
        yield f"Opening hours: {value_said(working.value, working.unit)}"
