"""A sheet to draw on, measured from its upper left corner; matplotlib makes SVG of it."""

import io
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from pressdesk.export.charts.fonts import mixed, one_line
from pressdesk.export.charts.look import Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_INCH: Final = 72  # dots: one unit of a canvas is one of the SVG
_CAPITALS: Final = 0.364  # half the height of a capital of Inter, as a share of the text's size


@dataclass(frozen=True)
class Box:
    """A rectangle; ``y`` is its upper edge."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Half of its height down."""
        return self.y + self.height / 2

    @property
    def centre(self) -> float:
        """Half of its width across."""
        return self.x + self.width / 2

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width


@dataclass(frozen=True)
class Mark:
    """Where ``table.rows[row].values[value]`` stands; ``box`` is where a hand may point at it."""

    row: int
    value: int
    box: Box


@dataclass(frozen=True)
class Ink:
    """The roles of the theme that fill and border a shape; ``hatch`` lies over it."""

    fill: str = ""
    border: str = ""
    hatch: str = ""


@dataclass(frozen=True)
class Pen:
    """How a line of words is written: its role, its size in em, its weight, its side."""

    role: str = "text"
    size: float = 1.0
    weight: int = 400
    align: str = "left"


@dataclass
class Canvas:
    """A sheet of a width and a height in the units of its look."""

    look: Look
    width: float
    height: float
    marks: list[Mark] = field(default_factory=list)

    def __post_init__(self) -> None:
        from matplotlib.figure import Figure

        self._figure = Figure((self.width / _INCH, self.height / _INCH), dpi=_INCH)
        self._figure.patch.set_visible(False)
        self._axes: Axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set(xlim=(0, self.width), ylim=(self.height, 0))
        self._axes.set_axis_off()
        self._layers = count()  # what is drawn later lies above

    def box(self, box: Box, ink: Ink, thickness: float = 1) -> None:
        """Draw a rectangle in roles of the theme, its border of a thickness."""
        colour = self.look.colour
        self._rectangle(
            box,
            facecolor=colour(ink.fill) if ink.fill else "none",
            edgecolor=colour(ink.border) if ink.border else "none",
            linewidth=thickness if ink.border else 0,
            hatch=ink.hatch or None,
        )

    def shade(self, box: Box, share: float) -> None:
        """Draw a rectangle in a share of the accent over the surface."""
        surface, accent = self.look.colour("surface"), self.look.colour("accent")
        self._rectangle(box, facecolor=mixed(surface, accent, share), linewidth=0)

    def line(self, start: tuple[float, float], end: tuple[float, float], role: str) -> None:
        """Draw a hair line."""
        from matplotlib.lines import Line2D

        xs, ys = zip(start, end, strict=True)
        self._axes.add_line(
            Line2D(xs, ys, color=self.look.colour(role), linewidth=1, zorder=next(self._layers))
        )

    def words(self, x: float, middle: float, text: str, pen: Pen | None = None) -> None:
        """Write one line whose capitals stand around a height."""
        pen, line = pen or Pen(), one_line(text)
        size = self.look.em * pen.size
        self._axes.text(
            x,
            middle + size * _CAPITALS,
            line,
            color=self.look.colour(pen.role),
            fontsize=size,
            fontweight=pen.weight,
            ha=pen.align,
            clip_on=False,
            zorder=next(self._layers),
        )

    def svg(self) -> bytes:
        """Return the drawing."""
        written = io.BytesIO()
        undated = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        self._figure.savefig(written, format="svg", metadata=undated)
        return written.getvalue()

    def _rectangle(self, box: Box, **looks: Any) -> None:
        from matplotlib.patches import Rectangle

        shape = Rectangle((box.x, box.y), box.width, box.height, clip_on=False, **looks)
        shape.set_zorder(next(self._layers))
        self._axes.add_patch(shape)
