"""What was promised to the journalist, each with its own countdown."""

from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.domain.deadlines import stands_said, time_left
from pressdesk.domain.enquiries import Status
from pressdesk.domain.promises import Promise, PromiseState, open_promises
from pressdesk.domain.said import when_said
from pressdesk.errors import PressDeskError
from pressdesk.ui.enquiry.short_list import ShortList
from pressdesk.ui.enquiry.tab import Tab
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import GrowingLabel, Look
from pressdesk.ui.kit.entries import Entry
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.theme import current

PROMISE = "Ctrl+Shift+R"
KEYS = {
    "K": PromiseState.KEPT,
    "B": PromiseState.BROKEN,
    "N": PromiseState.RELEASED,
    "O": PromiseState.OPEN,
}


class PromisesBox(QWidget):
    """A list of promises and a line for the next: Enter keeps it."""

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._view: View | None = None
        self._saving = ""
        self._build()
        self._arrange()
        self._connect()

    def show_view(self, view: View) -> None:
        """Show the promises of an enquiry."""
        if self._view is None or self._view.id != view.id:
            self.line.set_text("")
            self.line.set_problem("")
        self._view = view
        kept, closed = view.enquiry.promises, view.enquiry.summary.status is Status.CLOSED
        self.tick(self._tab.tools.clock.now())
        for widget in (self.list, self._hints):
            widget.setVisible(bool(kept))
        self.line.setVisible(not closed)

    def tick(self, now: datetime) -> None:
        """Let the time left go by."""
        if self._view is not None:
            zone = self._view.zone
            self.list.set_entries(
                [Entry(one.id, one.words, said(one, now, zone)) for one in self._promises()]
            )

    def enter(self) -> None:
        """Lead to the line of the next promise."""
        if self.line.isVisibleTo(self):
            self.line.setFocus()

    def lead(self) -> None:
        """Lead to the promises that are kept."""
        self.list.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keep = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers()
        if keep and self.line.input.hasFocus():
            self._make()
        else:
            super().keyPressEvent(event)

    def _promises(self) -> tuple[Promise, ...]:
        """Return those that are still to be kept first."""
        kept = self._view.enquiry.promises if self._view else ()
        waits = open_promises(kept)
        return (*waits, *(one for one in kept if one not in waits))

    def _build(self) -> None:
        self.list = ShortList("Promises", self)
        hints = " · ".join(f"{key} {state.label.lower()}" for key, state in KEYS.items())
        self._hints = GrowingLabel(hints, Look.SECONDARY, self)
        self.line = LineField(f"&Promise ({PROMISE.replace('+', ' ')}, then Enter)")
        self.line.set_placeholder("I’ll ring by 3")

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.5))
        self.setFocusProxy(self.line)
        for widget in (self.list, self._hints, self.line):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.line.edited.connect(self._on_typed)
        self.list.typed.connect(self._on_key)

    def _on_typed(self) -> None:
        self.line.set_problem("")
        self.line.set_hint("")
        if words := self.line.text():
            understood = partial(self._tab.services.promises.understood, words)
            runner = self._tab.tools.runner
            runner.run(self, understood, self._on_understood, self._on_not_yet, key="promise")

    def _on_understood(self, due_at: datetime) -> None:
        now = self._tab.tools.clock.now()
        if self._view is not None and self.line.text():
            when = when_said(due_at, now, self._view.zone)
            self.line.set_hint(f"Due {when} · in {time_left(due_at, now)}")

    def _on_not_yet(self, _error: PressDeskError) -> None:
        """Say nothing while the words are still being typed."""

    def _make(self) -> None:
        if self._view is not None:
            self._saving = self.line.text()
            make = partial(self._tab.services.promises.make, self._view.id, self._saving)
            self._tab.act(make, self._on_made, self._on_failed)

    def _on_made(self, _promise: Promise) -> None:
        if self.line.text() == self._saving:
            self.line.set_text("")

    def _on_failed(self, error: PressDeskError) -> None:
        self.line.set_problem(str(error))

    def _on_key(self, key: str) -> None:
        state, promise = KEYS.get(key.upper()), self.list.current_id()
        if state is not None and promise is not None:
            self._tab.act(partial(self._tab.services.promises.settle, promise, state))


def said(promise: Promise, now: datetime, zone: ZoneInfo) -> str:
    """Return how a promise stands: “due today 15:00 · 12 min left · Priya Nair”."""
    due = f"due {when_said(promise.due_at, now, zone)}"
    if promise.state is not PromiseState.OPEN:
        late = ", late" if promise.late else ""
        by = f" · {promise.settled_by}" if promise.settled_by else ""
        return f"{_MARKS[promise.state]} {promise.state.label}{late} · {due}{by}"
    mark = "⚠" if promise.due_at <= now else "◷"
    stands = f"{mark} {stands_said(promise.due_at, now)}"
    return f"{stands} · {due} · {promise.made_by}"


_MARKS = {PromiseState.KEPT: "✓", PromiseState.BROKEN: "✗", PromiseState.RELEASED: "–"}
