"""The foot of the window: how many enquiries, when something was saved, who is at the desk."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.duty_packs import DutyPack
from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.local_time import zone_named
from pressdesk.domain.office import Office
from pressdesk.domain.said import moment_said, time_said
from pressdesk.ui.bus import Changed
from pressdesk.ui.kit import Chip, ElidedLabel, Look
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools


class StatusBar(QWidget):
    """``person_change_requested`` when the name at the right is pressed.

    ``counted`` carries how many enquiries there are, after each change.
    """

    person_change_requested = Signal()
    counted = Signal(int)

    def __init__(self, services: Services, tools: Tools, office: Office) -> None:
        super().__init__()
        self._services, self._tools, self._office = services, tools, office
        self._pack: Chip | None = None
        self._build()
        self._arrange()
        self._connect()
        self._count()

    def words(self) -> str:
        """Return what it says at the left."""
        sample = self._sample.look().text if self._office.sample else ""
        pack = self._pack.look().text if self._pack else ""
        return " · ".join(filter(None, (sample, pack, self._total.text(), self._saved.text())))

    def show_pack(self, pack: DutyPack) -> None:
        """Say that this is a duty pack, of which office and from when."""
        made = moment_said(pack.made_at, zone_named(self._office.zone))
        words = f"Duty pack of {pack.office}, made {made}"
        self._pack = Chip(words, "warning", parent=self)
        self._row.insertWidget(0, self._pack)

    def _build(self) -> None:
        self.setObjectName("status")
        self.setProperty("surface", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        person = self._services.context.actor
        self._sample = Chip("Sample office: nothing here is real", "warning", parent=self)
        self._sample.setVisible(self._office.sample)
        self._total = ElidedLabel("", Look.SECONDARY, self)
        self._saved = ElidedLabel("", Look.SECONDARY, self)
        self._person = QPushButton(person.replace("&", "&&"), self)
        self._person.setObjectName("person")
        self._person.setAccessibleName(f"At the desk: {person}. Change person")
        self._person.setToolTip("Who is at the desk. Press to change")
        self._person.setCursor(Qt.CursorShape.PointingHandCursor)

    def _arrange(self) -> None:
        px = current().px
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(px(1.5), px(0.15), px(1), px(0.15))
        row.setSpacing(px(1.8))
        for widget in (self._sample, self._total, self._saved):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._person)

    def _connect(self) -> None:
        self._person.clicked.connect(self.person_change_requested)
        self._tools.bus.changed.connect(self._on_changed)

    def _count(self) -> None:
        work = partial(self._services.desk.count, LogQuery())
        self._tools.runner.run(self, work, self._show_count, key="count")

    def _show_count(self, total: int) -> None:
        self._total.setText("1 enquiry" if total == 1 else f"{total:,} enquiries")
        self.counted.emit(total)

    def _on_changed(self, changed: Changed) -> None:
        now = self._tools.clock.now()
        self._saved.setText(f"Saved {time_said(now, zone_named(self._office.zone))}")
        if "enquiry" in changed.tables:
            self._count()
