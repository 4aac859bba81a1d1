"""The ledger of an embargo, beneath the release: who holds a copy, until when, whom to ring."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.embargo import Agreement, Holder
from pressdesk.errors import PressDeskError
from pressdesk.services.embargoes import Ledger
from pressdesk.ui.bus import Changed
from pressdesk.ui.enquiry.inline import InlineReason
from pressdesk.ui.kit import (
    FlowLayout,
    GrowingLabel,
    KeyButton,
    Kind,
    Look,
    Scrolled,
    SectionCaption,
    Tone,
)
from pressdesk.ui.kit.entries import EntryList
from pressdesk.ui.releases.end_form import EndForm
from pressdesk.ui.releases.holder_form import HolderForm
from pressdesk.ui.releases.ledger_words import history, holder_entry, standing
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message, Tools

BROKEN_KEY = "Ctrl+Shift+B"
WATCHES = frozenset({"release", "embargo_holder", "embargo_event"})
_KEYS = {
    "N": "Add",
    "A": "Agreed",
    "R": "Refused",
    "X": "Take off",
    "U": "Set the end",
    "L": "Lift",
}
_NOBODY = "Nobody holds a copy. N adds someone."


class LedgerPanel(QWidget):
    """Hidden until opened. ``left`` when Esc put it away."""

    left = Signal()

    def __init__(self, services: Services, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._release: int | None = None
        self._ledger: Ledger | None = None
        self._build()
        self._arrange()
        self._connect()
        self.hide()

    def show_release(self, release_id: int) -> None:
        """Follow another release; what is being asked about the one before is put away."""
        if release_id != self._release:
            self._release, self._ledger = release_id, None
            self._put_forms_away()
        if self.isVisible():
            self._read()

    def open(self) -> None:
        """Show the ledger and lead into it."""
        self.show()
        self.setFocus()
        self._read()

    def tell_broken(self) -> None:
        """Record that the embargo was broken, and show whom to ring."""
        if self._release is not None:
            self.open()
            self._act(partial(self._services.embargoes.tell_broken, self._release))

    def text(self) -> str:
        """Return what it says, but for the list."""
        return f"{self._standing.text()}\n{self._nobody.text()}\n{self._history.text()}"

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self._ask_to_remove()
        elif event.text().isalnum() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self._on_key(event.text())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Embargo and who holds a copy")
        self._caption = SectionCaption("Embargo and who holds a copy", self)
        self._standing = GrowingLabel("", Look.STRONG, self)
        self._list = EntryList("Who holds a copy", self)
        self._list.setMinimumHeight(current().px(8))
        self._nobody = GrowingLabel("", Look.MUTED, self)
        self._history = GrowingLabel("", Look.SECONDARY, self)
        self._holder = HolderForm(self._services, self._tools)
        self._end = EndForm(self._services, self._tools)
        self._lifting = InlineReason("Why is it lifted?", "Lift the embargo")
        self._agreeing = InlineReason("How did they agree? (by email, by phone)", "Agreed")
        self._refusing = InlineReason("How did they refuse?", "Refused")
        self._removing = InlineReason("Why are they taken off the list?", "Take off the list")
        self._keys = {key: self._button(words, key) for key, words in _KEYS.items()}
        self._broken = self._button("Embargo broken", BROKEN_KEY)

    def _button(self, words: str, key: str) -> KeyButton:
        return KeyButton(words, Kind.QUIET, key, self, binds=False)

    def _forms(self) -> tuple[QWidget, ...]:
        asked = (self._lifting, self._agreeing, self._refusing, self._removing)
        return (self._holder, self._end, *asked)

    def _acts(self) -> tuple[Callable[[], None], ...]:
        """Return what the buttons do, in the order of _KEYS."""
        asked = (self._agreeing.open, self._refusing.open, self._ask_to_remove)
        return (self._holder.open, *asked, self._ask_end, self._lifting.open)

    def _arrange(self) -> None:
        sheet = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, current().px(0.9), 0, 0)
        whole.addWidget(Scrolled(sheet))
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.5))
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (*self._keys.values(), self._broken):
            flow.addWidget(button)
        for widget in (self._caption, self._standing, buttons, *self._forms(), self._nobody):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        column.addWidget(self._history)

    def _connect(self) -> None:
        self._tools.bus.changed.connect(self._on_changed)
        self._list.typed.connect(self._on_key)
        self._list.opened.connect(self._on_opened)
        for key, act in zip(_KEYS, self._acts(), strict=True):
            self._keys[key].clicked.connect(act)
        self._broken.clicked.connect(self.tell_broken)
        self._holder.given.connect(self._on_holder)
        self._end.given.connect(self._on_end)
        for form in (self._holder, self._end):
            form.left.connect(self._lead_back)
        self._lifting.given.connect(self._on_lift)
        self._agreeing.given.connect(self._on_agreed)
        self._refusing.given.connect(self._on_refused)
        self._removing.given.connect(self._on_removed)

    def _read(self) -> None:
        if self._release is not None:
            work = partial(self._services.embargoes.ledger, self._release)
            self._tools.runner.run(self, work, self._show, key="ledger")

    def _on_changed(self, changed: Changed) -> None:
        if changed.tables & WATCHES and self.isVisible():
            self._read()

    def _show(self, ledger: Ledger) -> None:
        if ledger.release.id != self._release:
            return
        self._ledger, now = ledger, self._tools.clock.now()
        in_list = self._list.hasFocus() or self.hasFocus()
        self._list.set_entries([holder_entry(one, ledger, now) for one in ledger.holders])
        self._list.setVisible(bool(ledger.holders))
        self._nobody.setText("" if ledger.holders else _NOBODY)
        self._nobody.setVisible(not ledger.holders)
        if in_list:
            self._lead_in()
        self._standing.setText(standing(ledger, now))
        self._standing.setVisible(bool(self._standing.text()))
        self._history.setText(history(ledger, now))
        self._history.setVisible(bool(ledger.events))
        held = ledger.release.embargo.holds(now)
        for widget in (self._keys["L"], self._broken):
            widget.setEnabled(held)
        for key in "ARX":
            self._keys[key].setEnabled(bool(ledger.holders))

    def _on_key(self, key: str) -> None:
        if (button := self._keys.get(key.upper())) is not None:
            button.click()

    def _on_opened(self, holder_id: int) -> None:
        """Tick someone off the list to ring, or put them back on it."""
        if self._ledger is None or self._ledger.broken_at is None:
            return
        rung = next(one.rung_at is None for one in self._ledger.holders if one.id == holder_id)
        self._act(partial(self._services.embargoes.note_rung, holder_id, rung=rung))

    def _on_holder(self, holder: Holder) -> None:
        if self._release is not None:
            work = partial(self._services.embargoes.add_holder, self._release, holder)
            self._act(work, self._holder.open, self._on_no_holder)

    def _on_no_holder(self, error: PressDeskError) -> None:
        self._holder.name.set_problem(str(error))
        self._holder.name.setFocus()

    def _ask_end(self) -> None:
        if self._ledger is not None:
            self._end.open(self._ledger.zone)

    def _on_end(self, words: str, reason: str) -> None:
        if self._release is not None:
            work = partial(self._services.embargoes.set_end, self._release, words, reason)
            self._act(work, self._lead_back, self._end.show_problem)

    def _on_lift(self, reason: str) -> None:
        if self._release is not None:
            work = partial(self._services.embargoes.lift, self._release, reason)
            self._act(work, self._lifting.put_away, partial(_show_problem, self._lifting))

    def _on_agreed(self, how: str) -> None:
        self._note(Agreement.AGREED, how, self._agreeing)

    def _on_refused(self, how: str) -> None:
        self._note(Agreement.REFUSED, how, self._refusing)

    def _note(self, agreed: Agreement, how: str, form: InlineReason) -> None:
        if (holder := self._list.current_id()) is not None:
            work = partial(self._services.embargoes.note_agreement, holder, agreed, how)
            self._act(work, form.put_away)

    def _ask_to_remove(self) -> None:
        if self._list.current_id() is not None:
            self._removing.open()

    def _on_removed(self, reason: str) -> None:
        if (holder := self._list.current_id()) is not None:
            work = partial(self._services.embargoes.remove_holder, holder, reason)
            self._act(work, self._removing.put_away)

    def _act(
        self,
        work: Callable[[], Any],
        done: Callable[[], None] | None = None,
        failed: Callable[[PressDeskError], object] | None = None,
    ) -> None:
        """Do one act; the change bus tells what was saved, ``done`` what to do on screen."""
        self._tools.runner.run(self, work, partial(_follow, done), failed or self._say)

    def _say(self, error: PressDeskError) -> None:
        self._tools.navigator.say(Message(str(error), Tone.WARNING))

    def _lead_back(self) -> None:
        self._put_forms_away()
        self._lead_in()

    def _lead_in(self) -> None:
        (self if self._list.isHidden() else self._list).setFocus()

    def _put_forms_away(self) -> None:
        for form in self._forms():
            form.hide()


def _follow(done: Callable[[], None] | None, _result: object) -> None:
    if done is not None:
        done()


def _show_problem(form: InlineReason, error: PressDeskError) -> None:
    form.reason.set_problem(str(error))
