"""The release that is open: the reader, and beneath it the ledger of its embargo."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter

from pressdesk.bootstrap import Services
from pressdesk.domain.embargo import Use
from pressdesk.domain.releases import ReleaseParts
from pressdesk.errors import PressDeskError
from pressdesk.storage.releases import Release
from pressdesk.ui.asking import guarded
from pressdesk.ui.held import Held
from pressdesk.ui.releases.ledger import LedgerPanel
from pressdesk.ui.releases.reader import Copying, Reader
from pressdesk.ui.releases.told import keys_told, source_told
from pressdesk.ui.tools import Tools


class ReleasePane(QSplitter):
    """Guards the words of an embargoed release: whoever copies them is asked, and it is kept.

    ``left`` when the ledger was put away.
    """

    left = Signal()

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._services, self._tools = services, tools
        self._shown: Release | None = None
        self.reader = Reader()
        self.addWidget(self.reader)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self._connect()

    def show_release(self, release: Release, zone: ZoneInfo) -> None:
        """Show a release that is kept, with how it stands."""
        self._shown = release
        self.reader.hold(Held(release.embargo, self._tools.clock))
        self.reader.show_parts(
            release.parts, source_told(release), release.source_url, keys_told(release)
        )
        words, now = release.parts.embargo_words, self._tools.clock.now()
        self.reader.bar.show_embargo(release.embargo, words, now, zone)
        if self._has_ledger():
            self.ledger.show_release(release.id)

    def preview(self, parts: ReleaseParts) -> None:
        """Show a release that is not kept yet."""
        self._shown = None
        self.reader.hold(Held())
        if self._has_ledger():
            self.ledger.hide()
        self.reader.show_parts(parts)

    @Slot()
    def toggle_ledger(self) -> None:
        """Open the ledger of the release shown, or put it away."""
        if self._has_ledger() and self.ledger.isVisible():
            self.ledger.hide()
            self.left.emit()
        elif self._shown is not None and self.isVisible():
            self.ledger.show_release(self._shown.id)
            self.ledger.open()

    @Slot()
    def tell_broken(self) -> None:
        """Record that the embargo of the release shown was broken, and show whom to ring."""
        if self._shown is not None and self.isVisible():
            self.ledger.show_release(self._shown.id)
            self.ledger.tell_broken()

    def _connect(self) -> None:
        self.reader.copy_asked.connect(self._ask_to_copy)
        self.reader.bar.ledger_requested.connect(self.toggle_ledger)
        self._tools.ticker.ticked.connect(self._tick)

    @cached_property
    def ledger(self) -> LedgerPanel:
        """The ledger, made when it is first asked for."""
        ledger = LedgerPanel(self._services, self._tools)
        ledger.left.connect(self.left)
        self.addWidget(ledger)
        self.setSizes([self.height() // 2] * 2)
        return ledger

    def _has_ledger(self) -> bool:
        return "ledger" in vars(self)

    def _tick(self, now: datetime) -> None:
        self.reader.bar.tick(now)

    @Slot(object)
    def _ask_to_copy(self, copying: Copying) -> None:
        if self._shown is not None:
            self._use(self._shown.id, copying, None)

    def _use(self, release_id: int, copying: Copying, despite: str | None) -> None:
        """Pass the guard, which keeps what was decided, and copy."""
        work = partial(self._services.embargoes.use, release_id, Use.COPY, despite)
        copied = partial(self._on_passed, copying)
        go_on = partial(self._use, release_id, copying, "")
        self._tools.runner.run(self, work, copied, partial(self._on_refused, go_on))

    def _on_passed(self, copying: Copying, _nothing: None) -> None:
        self.reader.copy(copying)

    def _on_refused(self, go_on: Callable[[], None], error: PressDeskError) -> None:
        self._tools.navigator.say(guarded(error, "Copy", go_on))
