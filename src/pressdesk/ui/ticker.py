"""One tick at each whole second of the clock, for countdowns and for the banner.

The timer is armed for the next whole second after every tick, from the clock itself, so that
it never drifts and is right again at once after sleep or after the clock has been set.
"""

from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from pressdesk.clock import Clock


class Ticker(QObject):
    """``ticked`` carries the whole second that has begun, an aware datetime in UTC."""

    ticked = Signal(object)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Tick for the present second and at each one that follows."""
        self._last = None
        self.look()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look at the clock: tick when its second is not the one ticked last, then wait again."""
        now = self._clock.now()
        self._timer.start(milliseconds_to_next_second(now))
        second = now.replace(microsecond=0)
        if second != self._last:
            self._last = second
            self.ticked.emit(second)


def milliseconds_to_next_second(now: datetime) -> int:
    """Return how long to wait from ``now``, rounded up so that the second has surely begun."""
    return -((now.microsecond - 1_000_000) // 1000)
