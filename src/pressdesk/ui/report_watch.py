"""Closes the figures of months, and writes the weekly report, while the window is open."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pressdesk import paths, settings
from pressdesk.bootstrap import Services
from pressdesk.errors import PressDeskError
from pressdesk.export.sheet import Watch
from pressdesk.ui.exporting import show_folder
from pressdesk.ui.kit import Tone
from pressdesk.ui.runner import Task
from pressdesk.ui.tools import Message, Tools

SETTLING = timedelta(seconds=40)
"""How long after the start it looks first."""
EVERY = timedelta(minutes=1)


class ReportWatch(QObject):
    """``told`` carries a message: where the weekly report was written, or once why not."""

    told = Signal(object)

    def __init__(self, services: Services, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._under_way, self._complaint = False, ""
        self._asked = tools.clock.now() + SETTLING - EVERY
        tools.ticker.ticked.connect(self._tick)

    def _tick(self, now: datetime) -> None:
        """Look when it is time, also after sleep or when the clock was set back."""
        since = now - self._asked
        if not self._under_way and (since >= EVERY or since < -EVERY):
            self._under_way, self._asked = True, now
            work = partial(_round, self._services)
            task = self._tools.runner.run_long(self, work, self._tell, self._complain)
            task.ended.connect(self._end)

    def _tell(self, written: tuple[Path, ...]) -> None:
        if written:
            self._complaint = ""
            names = " and ".join(path.name for path in written)
            sentence = f"The weekly report was written to {written[0].parent}: {names}."
            show = partial(show_folder, written[0].parent)
            self.told.emit(Message(sentence, Tone.INFO, "Show in folder", show))

    def _complain(self, error: PressDeskError) -> None:
        """Say once why it was not written; it is tried again each minute."""
        if str(error) != self._complaint:
            self._complaint = str(error)
            sentence = f"The weekly report is not written: {error} PressDesk goes on trying."
            self.told.emit(Message(sentence, Tone.WARNING))

    def _end(self) -> None:
        self._under_way = False


def _round(services: Services, task: Task) -> tuple[Path, ...]:
    """Do what is due, on the runner's thread; a month is closed whole, whenever it is stopped."""
    weekly = services.weekly.chosen(settings.load(paths.settings_file()))
    watch = Watch(cancelled=task.cancelled)
    written = services.weekly.write_due(weekly, watch) if weekly else ()
    while not task.cancelled() and services.reports.freeze(1):
        pass
    return written
