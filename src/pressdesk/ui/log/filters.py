"""The bar above the log: words, days, line, status, outlet, owner, topic and order."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.domain.enquiries import LogQuery, Sort, Status
from pressdesk.domain.local_time import local_day
from pressdesk.domain.routing import Route
from pressdesk.domain.saved_filters import SavedFilter
from pressdesk.domain.search import read
from pressdesk.services.office import Facts
from pressdesk.ui.inputs import Choice, DaysEdit, OutletEdit, WordsEdit
from pressdesk.ui.kit import FlowLayout, GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.log.columns import ORDERS
from pressdesk.ui.pages import key_of
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Behind, Tools


class FilterBar(QWidget):
    """``changed`` carries the :class:`LogQuery` asked for, ``left`` nothing: on to the list."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked, self._clock, self._showing = LogQuery(), tools.clock, False
        self._behind: Behind | None = None
        self._build(tools)
        self._arrange()
        self._connect()
        self._show_state()

    def query(self) -> LogQuery:
        """Return what the bar asks for; days that are not understood narrow nothing."""
        words, sort = self.words.text().strip(), self.order.value() or Sort.NEWEST
        if self._behind is not None:
            return replace(self._behind.query, text=words, sort=sort)
        return LogQuery(
            text=words,
            received_from=self.start.starts(),
            received_before=self.end.ends(),
            line=self.line.value(),
            status=self.status.value(),
            outlet_id=self.outlet.outlet_id,
            owner=self.owner.value() or "",
            topic=self.topic.value() or "",
            sort=sort,
        )

    def saved(self, name: str, id: int | None = None) -> SavedFilter:  # noqa: A002
        """Return what the bar asks for as a filter to be kept under a name."""
        return SavedFilter(
            name,
            text=self.words.text().strip(),
            starts=self.start.text().strip(),
            ends=self.end.text().strip(),
            line=self.line.value(),
            status=self.status.value(),
            outlet_id=self.outlet.outlet_id,
            outlet=self.outlet.text().strip() if self.outlet.outlet_id else "",
            owner=self.owner.value() or "",
            topic=self.topic.value() or "",
            sort=self.order.value() or Sort.NEWEST,
            id=id,
        )

    def show_saved(self, saved: SavedFilter) -> None:
        """Ask for what a saved filter asks for, and for nothing else."""
        self._showing = True
        self._take_behind(None)
        self.words.setText(saved.text)
        self.start.show_words(saved.starts)
        self.end.show_words(saved.ends)
        self.outlet.show_outlet(saved.outlet_id, saved.outlet)
        self.line.set_value(saved.line)
        self.status.set_value(saved.status)
        self.owner.show_value(saved.owner or None, saved.owner)
        self.topic.show_value(saved.topic or None, saved.topic)
        self.order.set_value(saved.sort)
        self._showing = False
        self.apply()

    def can_be_saved(self) -> bool:
        """Say whether the bar itself narrows the log; what a figure counts has no filters."""
        return self._behind is None and self.saved("").narrows()

    def is_narrow(self) -> bool:
        """Say whether any filter is set."""
        query = self.query()
        return query != LogQuery(sort=query.sort)

    def show_behind(self, behind: Behind) -> None:
        """Ask for what a figure counts, nothing else; words still find in it."""
        self._take_behind(behind)
        self._empty()

    def leave_behind(self) -> None:
        """Ask for all enquiries again, where a figure was asked for."""
        if self._behind is not None:
            self.clear()

    def show_facts(self, facts: Facts) -> None:
        """Offer the people and topics of the office; read days in its zone."""
        self.owner.set_choices([(person.name, person.name) for person in facts.staff])
        self.topic.set_choices([(topic.name, topic.name) for topic in facts.topics])
        for days in (self.start, self.end):
            days.zone = facts.hours.zone

    def set_sort(self, sort: Sort) -> None:
        """Choose another order."""
        if self.order.isEnabled():
            self.order.set_value(sort)
            self.apply()

    @Slot()
    def focus_words(self) -> None:
        """Put the cursor into the words, all of them selected."""
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    @Slot()
    def clear(self) -> None:
        """Take all filters away; the order stays."""
        self._take_behind(None)
        self._empty()

    @Slot()
    def apply(self) -> None:
        """Ask for what the bar holds, when it differs from what was asked for last."""
        if self._showing:
            return
        self._show_state()
        query = self.query()
        if query != self._asked:
            self._asked = query
            self.changed.emit(query)

    def _build(self, tools: Tools) -> None:
        self.words = WordsEdit("Find words, names, numbers (Ctrl+F)", self)
        self.start = DaysEdit("Received from", "From 1/11/2026", tools.clock, self)
        self.end = DaysEdit("Received to", "To yesterday", tools.clock, self)
        self.line = Choice("Line", "Any line", [(line, line.label) for line in Route], self)
        self.status = Choice("Status", "Any status", [(s, s.label) for s in Status], self)
        self.outlet = OutletEdit(self)
        self.owner = Choice("Owner", "Any owner", [], self)
        self.topic = Choice("Topic", "Any topic", [], self)
        orders = [(sort, words) for sort, (_, words) in ORDERS.items()]
        self.order = Choice("Order", "", orders, self)
        self.clearing = KeyButton("Clear filters", Kind.QUIET, "Ctrl+Shift+F", binds=False)
        self.kept = Choice("Saved filter (Ctrl+J)", "Saved filters", [], self)
        self.saving = KeyButton("Save the filters", Kind.QUIET, "Ctrl+Shift+J", binds=False)
        self.saving.setFixedHeight(self.kept.sizeHint().height())
        self.problem = GrowingLabel("", Look.PROBLEM, self)
        self.counted = GrowingLabel("", Look.STRONG, self)
        self.back = KeyButton("Back to the report", Kind.QUIET, key_of("reports"), binds=False)
        for widget in (self.counted, self.back):
            widget.hide()

    def _arrange(self) -> None:
        px = current().px
        top = QHBoxLayout()
        top.setSpacing(px(0.5))
        top.addWidget(self.words, 1)
        top.addWidget(self.order)
        top.addWidget(self.clearing)
        flow = FlowLayout(spacing=px(0.5))
        for widget in (*self._narrowing(), self.kept, self.saving):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.5))
        column.addLayout(top)
        column.addLayout(flow)
        counted = QHBoxLayout()
        counted.addWidget(self.counted, 1)
        counted.addWidget(self.back)
        column.addLayout(counted)
        column.addWidget(self.problem)

    def _connect(self) -> None:
        self.words.textChanged.connect(self.apply)
        self.words.clear_requested.connect(self.clear)
        self.words.left.connect(self.left)
        self.outlet.settled.connect(self.apply)
        self.clearing.clicked.connect(self.clear)
        for days in (self.start, self.end):
            days.settled.connect(self.apply)
        for choice in (self.line, self.status, self.owner, self.topic, self.order):
            choice.currentIndexChanged.connect(self.apply)

    def _take_behind(self, behind: Behind | None) -> None:
        """Say what the log is narrowed to in the place of what narrows it by hand."""
        self._behind = behind
        for widget in self._narrowing():
            widget.setVisible(behind is None)
        self.counted.setText(f"Behind the report: {behind.words}" if behind else "")
        for widget in (self.counted, self.back):
            widget.setVisible(behind is not None)

    def _empty(self) -> None:
        for edit in (self.words, self.start, self.end, self.outlet):
            edit.clear()
        for choice in (self.line, self.status, self.owner, self.topic):
            choice.set_value(None)
        self.apply()

    def _narrowing(self) -> Sequence[QWidget]:
        return (
            *(self.start, self.end, self.line, self.status),
            *(self.outlet, self.owner, self.topic),
        )

    def _show_state(self) -> None:
        self.clearing.setEnabled(self.is_narrow())
        self.saving.setVisible(self.can_be_saved())
        self.order.setEnabled(not self.words.text().strip())
        found = [edit.problem for edit in (self.start, self.end, self.outlet)]
        today = local_day(self._clock.now(), self.start.zone)
        found += read(self.words.text(), today).problems
        self.problem.setText(" ".join(filter(None, found)))
        self.problem.setVisible(bool(self.problem.text()))
