"""The banner, always on: open or not, the live number, what changes next, who is on duty."""

from datetime import datetime, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.standing import Standing, duty_said, line_said, standing
from pressdesk.services.office import Watch
from pressdesk.ui.bus import Changed
from pressdesk.ui.kit import ElidedLabel, KeyButton, Kind, Look
from pressdesk.ui.kit.restyle import set_property
from pressdesk.ui.search.box import SearchBox
from pressdesk.ui.state_pill import StatePill
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

COPY_KEY, LOG_KEY = "Ctrl+Shift+C", "Ctrl+N"
REREAD = timedelta(hours=1)
WATCHES = frozenset({"office", "hours", "special_day", "shift"})


class Banner(QWidget):
    """Follows the clock second by second from what was read last, so that 17:00:00 is exact.

    ``watched`` carries each :class:`Watch` that was read, ``copy_requested`` the live number,
    ``search_requested`` nothing.
    """

    watched = Signal(object)
    copy_requested = Signal(str)
    log_requested = Signal()
    search_requested = Signal()

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        self._watch: Watch | None = None
        self._read_at = tools.clock.now()
        self._build()
        self._arrange()
        self._connect()
        self._read()

    def number(self) -> str:
        """Return the number that is live now; empty until the office has been read."""
        return self._number.text()

    def words(self) -> str:
        """Return everything the banner says, for whoever cannot see it."""
        duty = f"{self._when.text()} {self._duty.text()}"
        parts = (self._pill.text(), self.number(), self._line.text(), duty, self._detail.text())
        return " · ".join(part.strip() for part in parts if part.strip())

    def search_corner(self) -> QPoint:
        """Return the upper right corner for what covers the search box, or its usual place."""
        if self._search.isHidden():
            return QPoint(self.width(), 0)
        around = current().px(0.6)
        return self._search.geometry().topRight() + QPoint(around, -around)

    def copy_number(self) -> None:
        """Copy the live number."""
        if self.number():
            self.copy_requested.emit(self.number())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _build(self) -> None:
        self.setProperty("surface", True)
        self.setObjectName("banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("The office now")
        self._pill = StatePill(self)
        self._number = _NumberButton(self)
        self._line = ElidedLabel("", Look.MUTED, self)
        self._line.setContentsMargins(3, 0, 0, 0)  # beneath the figures, inside their ring
        self._warning = QLabel(self)
        self._warning.hide()
        self._when = QLabel(self)
        self._duty = ElidedLabel("", Look.STRONG, self)
        self._duty.setMinimumWidth(current().px(7))
        self._detail = ElidedLabel("", Look.MUTED, self)
        self._search = SearchBox(self)
        self._log = KeyButton("Log enquiry", Kind.PRIMARY, LOG_KEY, self, binds=False)
        self._log.setToolTip("Log a new enquiry (Ctrl+N)")

    def _arrange(self) -> None:
        px = current().px
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(px(1.5), px(0.8), px(1.5), px(0.8))
        row.setSpacing(px(1.2))
        row.addWidget(self._pill)
        row.addLayout(_stacked(self._number, self._line))
        row.addWidget(_rule(self))
        row.addLayout(_stacked(self._duty_row(), self._detail))
        row.addStretch(1)
        row.addWidget(self._search, 1)
        row.addWidget(self._log)

    def _duty_row(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().px(0.35))
        row.addWidget(self._warning)
        row.addWidget(self._when)
        row.addWidget(self._duty, 1)
        return holder

    def _connect(self) -> None:
        self._tools.ticker.ticked.connect(self._tick)
        self._tools.bus.changed.connect(self._on_changed)
        self._tools.theme.changed.connect(self._draw_warning)
        self._number.clicked.connect(self.copy_number)
        self._log.clicked.connect(self.log_requested)
        self._search.clicked.connect(self.search_requested)

    def _read(self) -> None:
        self._read_at = self._tools.clock.now()
        self._tools.runner.run(self, self._services.office.watch, self._take, key="watch")

    def _take(self, watch: Watch) -> None:
        self._watch = watch
        self.watched.emit(watch)
        self._show(self._tools.clock.now())

    def _on_changed(self, changed: Changed) -> None:
        if changed.tables & WATCHES:
            self._read()

    def _tick(self, now: datetime) -> None:
        # A jump either way (sleep, a clock that was set) reads the rota of the new days too.
        if not timedelta() <= now - self._read_at < REREAD:
            self._read()
        self._show(now)

    def _show(self, now: datetime) -> None:
        if self._watch is None:
            return
        office, hours = self._watch.office, self._watch.hours
        found = standing(now, hours, office.lines, self._watch.shifts)
        self._pill.set_open(found.is_open)
        self._number.set_number(found.number)
        self._line.setText(line_said(found, now, hours.zone))
        when, name = duty_said(found, now, hours.zone)
        self._when.setText(f"{when}:" if name else "")
        self._when.setVisible(bool(name))
        self._duty.setText(name or _nobody(when))
        set_property(self._duty, "role", "" if name else "gap")
        self._detail.setText(_detail(found, office.lines.out_of_hours))
        if self._warning.isHidden() is not bool(name):
            self._draw_warning()
            self._warning.setHidden(bool(name))
        self._make_room()

    def _make_room(self) -> None:
        """Let the search box give way first: how the office stands is never cut for it."""
        margins, count = self._row.contentsMargins(), self._row.count()
        taken = 0
        for number in range(count):
            item = self._row.itemAt(number)
            if item is not None and item.widget() is not self._search:
                taken += item.sizeHint().width()
        taken += margins.left() + margins.right() + (count - 1) * self._row.spacing()
        self._search.setVisible(self.width() >= taken + self._search.minimumWidth())

    def _draw_warning(self) -> None:
        side = current().px(1.2)
        self._warning.setPixmap(current().icon("alert", "gap").pixmap(side, side))


class _NumberButton(QPushButton):
    """The live number, large; a press or Enter copies it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("number")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_number(self, number: str) -> None:
        """Show a number."""
        if number != self.text():
            self.setText(number)
            self.setAccessibleName(f"Copy {number}")
            self.setToolTip(f"Copy this number ({COPY_KEY})")


def _nobody(when: str) -> str:
    return "Nobody is on duty" if when == "On duty" else f"Nobody on the rota {_lower(when)}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _detail(found: Standing, line: str) -> str:
    """Return what stands beneath the duty officer: how urgent calls reach them."""
    if found.is_open:
        return f"out-of-hours line {line} · urgent only"
    own = found.duty.number if found.duty else ""
    return f"urgent only · own number {own}" if own not in ("", line) else "urgent only"


def _stacked(upper: QWidget, lower: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(current().px(0.1))
    column.addStretch(1)
    column.addWidget(upper)
    column.addWidget(lower)
    column.addStretch(1)
    return column


def _rule(parent: QWidget) -> QFrame:
    rule = QFrame(parent)
    rule.setObjectName("rule")
    rule.setFixedWidth(1)
    return rule
