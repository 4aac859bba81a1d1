"""One release beside an enquiry, linked or proposed."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pressdesk.domain.enquiries import LinkedRelease
from pressdesk.domain.said import day_said
from pressdesk.storage.releases import ReleaseSummary
from pressdesk.ui.kit import Card, GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.kit.marked import MarkedLabel
from pressdesk.ui.matches import match_said


class ReleaseCard(Card):
    """A headline with its acts; ``acted`` and ``opened`` carry the id of the release."""

    acted = Signal(int)
    opened = Signal(int)

    def __init__(self, release: LinkedRelease | ReleaseSummary, act: str) -> None:
        super().__init__()
        self._id = release.id
        self._act, self._open = KeyButton(act, Kind.QUIET), KeyButton("Open", Kind.QUIET)
        for button in (self._act, self._open):
            button.setAccessibleName(f"{button.accessibleName()}: {release.headline}")
        self._arrange(release)
        self._act.clicked.connect(self._on_act)
        self._open.clicked.connect(self._on_open)

    def _arrange(self, release: LinkedRelease | ReleaseSummary) -> None:
        row = QHBoxLayout()
        row.addWidget(GrowingLabel(release.headline, Look.STRONG), 1)
        for button in (self._open, self._act):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.body.addWidget(_detail(release))

    def _on_act(self) -> None:
        self.acted.emit(self._id)

    def _on_open(self) -> None:
        self.opened.emit(self._id)


def _detail(release: LinkedRelease | ReleaseSummary) -> QWidget:
    published = _published(release.published_on)
    if isinstance(release, LinkedRelease):
        notes = f"{release.notes} note{'' if release.notes == 1 else 's'} to editors"
        return GrowingLabel(f"{published} · {notes}", Look.SECONDARY)
    label = MarkedLabel()
    label.set_marked(*match_said(release, published))
    return label


def _published(on: date | None) -> str:
    return f"Published {day_said(on)}" if on else "No date"
