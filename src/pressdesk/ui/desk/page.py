"""The page of the desk: every open enquiry by how it presses, while the clock runs."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.desk import Tally, tally
from pressdesk.domain.enquiries import Status
from pressdesk.domain.exports import Picked
from pressdesk.services.desk import DeskView
from pressdesk.ui.acts import ENQUIRY, FILE, Act
from pressdesk.ui.desk.gathering import WATCHES, Gathering
from pressdesk.ui.desk.list import DeskList, Verb
from pressdesk.ui.desk.model import DeskModel
from pressdesk.ui.exports.panel import ExportPanel
from pressdesk.ui.kit import EmptyState, KeyButton, Look, PageHeader
from pressdesk.ui.page import Badge, Page
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

_HINTS = " · ".join(f"{verb.key} {verb.words.lower()}" for verb in Verb)
_STATUSES = {
    Verb.IN_PROGRESS: Status.IN_PROGRESS,
    Verb.AWAITING_CLEARANCE: Status.AWAITING_CLEARANCE,
}


class DeskPage(Page):
    """Open enquiries in groups that the time decides; the one at hand shows beside them."""

    title = "Desk"
    icon = "desk"
    watches = frozenset(
        {
            *("office", "hours", "special_day", "enquiry", "journalist", "outlet", "staff"),
            *("outcome", "answer", "promise", "clearance", "target"),
        }
        | WATCHES
    )
    beside = True

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._view: DeskView | None = None
        self._before: QWidget | None = None
        self._beside: int | None = None
        self._build()
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        self.tools.runner.run(self, self.services.desk.open_enquiries, self._take_in, key="desk")
        self.gathering.refresh()

    @override
    def focus_first(self) -> None:
        if self._stack.currentWidget() is self.gathering.view:
            self.gathering.view.focus_first()
        else:
            self.list.setFocus()

    @override
    def mark(self, enquiry_id: int) -> None:
        """Mark the enquiry that is shown beside; one just saved is marked once it is listed."""
        self._beside = enquiry_id
        self._mark_beside()

    @override
    def acts(self) -> tuple[Act, ...]:
        """Return the acts; the menu only shows the single letters, keys of the list alone."""
        done = tuple(
            Act(
                ENQUIRY,
                f"{verb.words}\t{verb.key}",
                partial(self._do, verb),
                apart=verb is Verb.OPEN,
            )
            for verb in Verb
            if verb is not Verb.NEW
        )
        if self._stack.currentWidget() is self.gathering.view:
            done = self.gathering.view.acts()
        return (*done, Act(FILE, "Export the desk…", self.open_export, "Ctrl+E"))

    @override
    def shows(self, enquiry_id: int) -> bool:
        return self.list.isVisible() and self.list.in_sight(enquiry_id)

    def _build(self) -> None:
        self.header = PageHeader(self.title)
        self.export = KeyButton("Export", key="Ctrl+E", binds=False)
        self.model = DeskModel(self)
        self.list = DeskList(self.model, self)
        self.hints = QLabel(_HINTS, self)
        self.hints.setProperty("look", Look.SECONDARY.value)
        self.hints.setWordWrap(True)
        self.exports = ExportPanel(self.services, self.tools, self.title)
        self.empty = EmptyState(
            "desk", "Nothing is open.", "Ctrl+N logs an enquiry.", "Log enquiry", "Ctrl+N"
        )
        self.gathering = Gathering(self.services, self.tools, self)
        self._stack = QStackedWidget(self)

    def _arrange(self) -> None:
        self.header.add_action(self.export)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.gathering.view)
        self._stack.addWidget(self.exports)
        px = current().px
        page = QVBoxLayout(self)
        page.setContentsMargins(px(1.3), px(1.1), px(1.3), px(0.6))
        page.setSpacing(px(0.5))
        strips = (self.exports.exporting.strip, self.gathering.strip)
        for widget in (self.header, *strips, self._stack, self.hints):
            page.addWidget(widget, 1 if widget is self._stack else 0)

    def _connect(self) -> None:
        self.tools.ticker.ticked.connect(self._look_again)
        self.tools.theme.changed.connect(self.list.doItemsLayout)
        self.list.moved.connect(self.tools.navigator.enquiry_requested)
        self.list.wanted.connect(self._do)
        self.export.clicked.connect(self.open_export)
        self.exports.left.connect(self._leave_export)
        self.gathering.opened.connect(self._show_pack)
        self.gathering.left.connect(self._leave_pack)
        self.empty.action_requested.connect(self.tools.navigator.log_enquiry_requested)

    def _take_in(self, view: DeskView) -> None:
        self._view = view
        self._look_again()

    @Slot()
    def _look_again(self) -> None:
        """Lay the desk out as it stands now; nothing is painted when nothing has changed."""
        if self._view is None:
            return
        now = self.tools.clock.now().replace(microsecond=0)  # the second that has begun
        at_hand = self.list.current_id()
        row, scrolled = self.list.currentIndex().row(), self.list.verticalScrollBar().value()
        if self.model.show(self._view, now):
            self.list.stay_at(at_hand, row)
            self.list.verticalScrollBar().setValue(scrolled)
        self._mark_beside()
        self._say_tally(tally(self._view.enquiries, now))

    def _mark_beside(self) -> None:
        if self._beside is not None and self.model.index_of(self._beside).isValid():
            self.list.stay_at(self._beside, 0)
            self._beside = None

    @Slot()
    def _show_pack(self) -> None:
        self._stack.setCurrentWidget(self.gathering.view)
        self.hints.hide()

    @Slot()
    def open_export(self) -> None:
        """Show the sheet on which an export is chosen, in the place of the list."""
        if self._stack.currentWidget() is not self.exports:
            self._before = self._stack.currentWidget()
        self._stack.setCurrentWidget(self.exports)
        for widget in (self.header, self.hints):
            widget.hide()
        ids = tuple(row.id for row in self.model.enquiries())
        self.exports.start(Picked(ids, "Open enquiries"))

    @Slot()
    def _leave_export(self) -> None:
        self.header.show()
        if self._before is self.gathering.view:
            self._show_pack()
            self.gathering.view.focus_first()
        else:
            self._leave_pack()

    @Slot()
    def _leave_pack(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self._look_again()
        self.list.setFocus()

    def _say_tally(self, stands: Tally) -> None:
        self.header.set_subtitle(stands.said if stands.open else "")
        if self._stack.currentWidget() not in (self.gathering.view, self.exports):
            self._stack.setCurrentWidget(self.list if stands.open else self.empty)
            self.hints.setVisible(bool(stands.open))
        self.export.setEnabled(bool(stands.open))
        self.badge_changed.emit(_badge(stands))

    @Slot(object)
    def _do(self, verb: Verb) -> None:
        navigator, enquiry_id = self.tools.navigator, self.list.current_id()
        if verb is Verb.NEW:
            navigator.log_enquiry_requested.emit()
        elif enquiry_id is None:
            return
        elif verb is Verb.OPEN:
            navigator.enquiry_requested.emit(enquiry_id)
        elif verb is Verb.ANSWER:
            navigator.answer_requested.emit(enquiry_id)
        else:
            self._change(verb, enquiry_id)

    def _change(self, verb: Verb, enquiry_id: int) -> None:
        answering = self.services.answering
        status = _STATUSES.get(verb)
        work = (
            partial(answering.move, enquiry_id, status)
            if status
            else partial(answering.take, enquiry_id)
        )
        self.tools.runner.run(self, work, self._changed)

    def _changed(self, _nothing: None) -> None:
        self.refresh()


def _badge(stands: Tally) -> Badge | None:
    if stands.overdue:
        return Badge(f"{stands.overdue} overdue", "overdue", f"{stands.overdue} overdue")
    return Badge(f"{stands.open:,}", "neutral", f"{stands.open:,} open") if stands.open else None
