"""Keeps what is being typed on the disk, so that nothing is lost when the power goes."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from pressdesk.errors import PressDeskError
from pressdesk.services.drafts import Drafts
from pressdesk.ui.tools import Tools


class DraftKeeper(QObject):
    """Keeps the latest content of one draft, one write at a time.

    Each change is written at once, or as soon as the write under way has ended; what was typed in
    between goes with it. ``kept`` carries the instant of a write after which nothing is waiting,
    ``failed`` the sentence of an error; the next change tries again.
    """

    kept = Signal(datetime)
    failed = Signal(str)

    def __init__(
        self, drafts: Drafts, tools: Tools, key: str, parent: QObject, *, content: str = ""
    ) -> None:
        """``content`` is what the draft holds already; empty means that there is none."""
        super().__init__(parent)
        self.key = key
        self.problem = ""
        self._drafts, self._tools = drafts, tools
        self._latest = self._stored = content
        self._writing: str | None = None
        self._held = False

    def keep(self, content: str) -> None:
        """Keep ``content`` from now on; an empty one throws the draft away."""
        self._latest = content
        self._go_on()

    def flush(self) -> None:
        """Ask for the last write now, since this keeper is about to go with its window."""
        asked_for = self._stored if self._writing is None else self._writing
        if not self._held and self._latest != asked_for:
            self._write()

    def hold(self) -> None:
        """Write no more, since the same content is being saved for good."""
        self._held = True

    def go_on(self) -> None:
        """Keep what was typed after all: saving failed."""
        self._held = False
        self._go_on()

    def _go_on(self) -> None:
        if self._writing is None and not self._held and self._latest != self._stored:
            self._write()

    def _write(self) -> None:
        self._writing = self._latest
        work = (
            partial(self._drafts.keep, self.key, self._latest)
            if self._latest
            else partial(self._drafts.discard, self.key)
        )
        self._tools.runner.run(self, work, self._on_written, self._on_failed)

    def _on_written(self, _nothing: None) -> None:
        self._stored, self._writing = self._writing or "", None
        self.problem = ""
        if self._latest == self._stored:
            self.kept.emit(self._tools.clock.now())
        self._go_on()

    def _on_failed(self, error: PressDeskError) -> None:
        self._writing = None
        self.problem = str(error)
        self.failed.emit(self.problem)
