"""The words that are being cleared, and the steps they go through."""

from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.clearance import (
    Clearance,
    ClearanceState,
    Step,
    StepState,
    live_of,
)
from pressdesk.domain.deadlines import time_left
from pressdesk.domain.reminders import Leads
from pressdesk.domain.said import when_said
from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.enquiry.inline import InlineReason
from pressdesk.ui.enquiry.said_form import SaidForm
from pressdesk.ui.enquiry.short_list import ShortList
from pressdesk.ui.enquiry.tab import Tab
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import Card, GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.kit.entries import Entry
from pressdesk.ui.theme import current

MINUTE = timedelta(minutes=1)
KEYS = {
    "C": "cleared",
    "B": "sent back",
    "H": "chased",
    "W": "withdraw",
    "U": "use these words",
}


NOT_ASKED = "Nothing is waited for at “{}”. Choose the step that was asked."


class ClearanceBox(QWidget):
    """The steps of the request that is live. ``words_wanted`` carries words to be given."""

    words_wanted = Signal(str)

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._view: View | None = None
        self._sends_back = self._moves = False
        self._build()
        self._arrange()
        self.list.typed.connect(self._on_key)
        self.said.given.connect(self._on_said)

    @property
    def live(self) -> Clearance | None:
        """The request that is live."""
        return live_of(self._view.enquiry.clearances) if self._view else None

    def show_view(self, view: View) -> None:
        """Show the live request of an enquiry."""
        if self._view is None or self._view.id != view.id:
            self.said.put_away()
        self._view = view
        live = self.live
        if live is not None:
            self._words.setText(live.words)
            self.tick(self._tab.tools.clock.now())
            if self._moves or not self.list.hasFocus():
                self._choose_waiting(live)
            self._moves = False

    def tick(self, now: datetime) -> None:
        """Let the waiting go on."""
        live = self.live
        if self._view is not None and live is not None:
            seen = now, self._view.zone, self._view.office.leads
            self.list.set_entries(
                [Entry(one.id, one.name, step_said(one, *seen)) for one in live.steps]
            )

    def show_words(self, *, seen: bool) -> None:
        """Show the words being cleared unless they are ``seen`` elsewhere."""
        live = self.live
        cleared = live is not None and live.state is ClearanceState.CLEARED
        self._card.setHidden(seen)
        self._use.setHidden(seen or not cleared)

    def lead(self) -> None:
        """Lead to the first step that is waited for."""
        if (live := self.live) is not None:
            self._choose_waiting(live)
        self.list.setFocus()

    def _choose_waiting(self, live: Clearance) -> None:
        if live.waits_for:
            self.list.choose(live.waits_for[0].id)

    def _build(self) -> None:
        self._card = Card(self)
        self._words = GrowingLabel("")
        self.list = ShortList("Steps of clearance", self)
        self._use = KeyButton("Use these words", Kind.PRIMARY, "U", binds=False)
        self._use.clicked.connect(self._on_use)
        hints = " · ".join(f"{key} {words}" for key, words in KEYS.items())
        self._hints = GrowingLabel(hints, Look.SECONDARY, self)
        self.form = SaidForm()
        self.said = InlineReason("What is &wrong with the words", "Keep", self.form)

    def _arrange(self) -> None:
        self._card.body.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.5))
        self.setFocusProxy(self.list)
        for widget in (self.list, self._hints, self.said, self._card):
            column.addWidget(widget)
        column.addWidget(self._use, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_key(self, key: str) -> None:
        key, live = key.upper(), self.live
        step = self.list.current_id()
        if live is None or step is None:
            return
        clearances = self._tab.services.clearances
        if key in "CB":
            self._ask(next(one for one in live.steps if one.id == step), sends_back=key == "B")
        elif key == "H":
            self._tab.act(partial(clearances.chase, step))
        elif key == "W":
            self._tab.act(partial(clearances.withdraw, live.id))
        elif key == "U":
            self._on_use()

    def _on_use(self) -> None:
        if (live := self.live) is not None:
            self.words_wanted.emit(live.words)

    def _ask(self, step: Step, *, sends_back: bool) -> None:
        if step.state is not StepState.ASKED:
            self._tab.say(Refused(NOT_ASKED.format(step.name)))
            return
        self._sends_back = sends_back
        self.form.begin(step.name)
        self.said.open()
        self.said.reason.setVisible(sends_back)

    def _on_said(self, words: str) -> None:
        step = self.list.current_id()
        if self._view is None or step is None:
            return
        clearances = self._tab.services.clearances
        act = clearances.send_back if self._sends_back else clearances.clear
        try:
            said = self.form.said(words, self._tab.tools.clock.now(), self._view.zone)
        except Refused as error:
            self._on_failed(error)
            return
        self._tab.act(partial(act, step, said), self._on_kept, self._on_failed)

    def _on_kept(self, _nothing: None) -> None:
        self.said.put_away()
        self._moves = True  # to the step that is waited for next, once it is shown

    def _on_failed(self, error: PressDeskError) -> None:
        field = error.field if isinstance(error, Refused) else ""
        if self.form.set_problem(field, str(error)):
            return
        if field == "words":
            self.said.reason.set_problem(str(error))
            self.said.reason.setFocus()
        else:
            self._tab.say(error)


def step_said(step: Step, now: datetime, zone: ZoneInfo, leads: Leads) -> str:
    """Return how a step stands: “◷ asked today 14:10, 24 min ago”."""
    if step.settled_at is not None:
        when = when_said(step.settled_at, now, zone)
        noted = f", noted by {step.noted_by}" if step.noted_by else ""
        if step.state is StepState.SENT_BACK:
            return f"↩ {step.by}, {when}{noted}: “{step.words}”"
        return f"✓ {step.by}, {when}{noted}"
    if step.asked_at is None:
        return "– its turn comes later"
    since = step.chased_at or step.asked_at
    verb = "chased" if step.chased_at else "asked"
    mark = "⚠" if leads.is_long_wait(since, now) else "◷"
    ago = f", {time_left(now, since)} ago" if now - since >= MINUTE else ""
    return f"{mark} {verb} {when_said(since, now, zone)}{ago}"
