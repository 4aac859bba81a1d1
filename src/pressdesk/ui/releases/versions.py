"""The versions of a release: when, by whom, from where; and which two are compared."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from pressdesk.domain.said import when_said
from pressdesk.storage.release_versions import Version
from pressdesk.ui.kit import Field
from pressdesk.ui.kit.entries import Entry, EntryList
from pressdesk.ui.releases.panel import Panel

_BEFORE = "The version before it"


class VersionsPanel(Panel):
    """``compared`` carries the numbers of two versions, the older first; ``left`` with Esc.

    ``alone`` carries a version that has none before it.
    """

    compared = Signal(int, int)
    alone = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Versions of this release", parent)
        self._versions: dict[int, Version] = {}
        self._build()
        self._arrange()
        self._connect()

    def start(self, versions: Sequence[Version], now: datetime, zone: ZoneInfo) -> None:
        """Show the versions, newest first, and compare the newest with the one before it."""
        self._versions = {one.number: one for one in versions}
        self._with.clear()
        self._with.addItem(_BEFORE, 0)
        for one in versions:
            self._with.addItem(f"Version {one.number}", one.number)
        self._field.setVisible(len(versions) > 1)
        self.list.set_entries([_entry(one, now, zone) for one in versions], max(self._versions))
        self.list.setFocus()

    def _build(self) -> None:
        self.list = EntryList("Versions")
        self._with = QComboBox(self)
        self._field = Field("Compare &with", self._with)

    def _arrange(self) -> None:
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._field)

    def _connect(self) -> None:
        self.list.chosen.connect(self._tell)
        self._with.activated.connect(self._tell)

    @Slot(int)
    def _tell(self, _which: int) -> None:
        """Ask for the comparison that the two choices name."""
        chosen = self.list.current_id()
        if chosen is None:
            return
        other = int(self._with.currentData() or 0) or chosen - 1
        if other == chosen or other not in self._versions:
            self.alone.emit(self._versions[chosen])
        else:
            self.compared.emit(min(chosen, other), max(chosen, other))


def _entry(version: Version, now: datetime, zone: ZoneInfo) -> Entry:
    where = version.source_url or version.source_name
    corrected = f"corrected by {version.corrected_by}" if version.corrected_by else ""
    told = (when_said(version.added_at, now, zone), version.added_by, where, corrected)
    return Entry(version.number, f"Version {version.number}", " · ".join(filter(None, told)))
