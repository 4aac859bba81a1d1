"""A figure: how long PressDesk takes, beside a bare counterpart in the same run."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter


@dataclass(frozen=True)
class Figure:
    """Milliseconds of ours and of the bare counterpart."""

    act: str
    ours: float
    bare: float
    counterpart: str

    def row(self) -> str:
        """Return the figure as a row of a Markdown table."""
        ratio = self.ours / self.bare
        return (
            f"| {self.act} | {self.ours:.1f} | {self.bare:.1f} | {ratio:.1f} | {self.counterpart} |"
        )


HEAD = "| What | PressDesk, ms | Bare, ms | Ratio | Bare counterpart |\n| --- | ---: | ---: | ---: | --- |"


def milliseconds(work: Callable[[], object]) -> float:
    """Do the work once and return how long it took."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def middle(times: Sequence[float]) -> float:
    """Return the median."""
    return median(times)


def late(times: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(times, n=20)[-1]
