"""Python's collector of circles, kept to the thread of the window.

Left to itself it runs on whichever thread happens to allocate. There it would destroy closed
widgets and their timers, which Qt allows on their own thread only and answers with a crash.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # milliseconds


class Collector(QObject):
    """From its making to :meth:`close` circles are collected here and nowhere else."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY)

    def look(self) -> None:
        """Collect the oldest generation that is due by Python's own thresholds."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return

    def close(self) -> None:
        """Let Python collect by itself again, now that no other thread is at work."""
        self._timer.stop()
        gc.enable()
