"""What is known beside an enquiry: the releases linked, and what else bears on its question."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.enquiry_parts import LinkedRelease
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.known.kinds import RELEASES
from pressdesk.ui.known.look import KnownLook
from pressdesk.ui.known.releases import held_said, published
from pressdesk.ui.known.section import KnownSection
from pressdesk.ui.known.sections import KnownSections
from pressdesk.ui.theme import current


class Shelf(QWidget):
    """Cards of findings.

    ``acted`` and ``opened`` carry the kind of a finding and its id, ``unlink_requested`` the id
    of a release.
    """

    acted = Signal(str, int)
    opened = Signal(str, int)
    unlink_requested = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._linked = KnownSection("Linked", opens=True, open_keys=RELEASES.open_keys)
        self._found = KnownSections(beside=True, spacing=0.8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.8))
        column.addWidget(self._linked)
        column.addWidget(self._found)
        self._linked.acted.connect(self.unlink_requested)
        self._linked.opened.connect(self._on_linked_opened)
        self._found.acted.connect(self.acted)
        self._found.opened.connect(self.opened)

    def show_view(self, view: View, now: datetime) -> None:
        """Show what stands beside an enquiry; nothing moves when nothing changed."""
        self._linked.show_looks([_look_of(one, now, view.zone) for one in view.enquiry.releases])
        self._found.show_known(view.known, {})

    def tick(self, now: datetime) -> None:
        """Count down to the ends of embargoes."""
        for part in (self._linked, self._found):
            part.tick(now)

    def _on_linked_opened(self, release_id: int) -> None:
        self.opened.emit(RELEASES.name, release_id)


def _look_of(release: LinkedRelease, now: datetime, zone: ZoneInfo) -> KnownLook:
    notes = f"{release.notes} note{'' if release.notes == 1 else 's'} to editors"
    facts, held = (
        " · ".join(filter(None, (said, notes)))
        for said in (published(release.published_on), held_said(release.embargo, now, zone))
    )
    return KnownLook(
        id=release.id,
        title=release.headline,
        facts=facts,
        action="Unlink",
        embargo=release.embargo,
        held=held,
        seen_at=now,
    )
