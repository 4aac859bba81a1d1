"""Those who are told for information: they never hold the words up."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.domain.informing import ForInformation, informed_said
from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.enquiry.said_form import InformedForm
from pressdesk.ui.enquiry.short_list import ShortList
from pressdesk.ui.enquiry.tab import Tab
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import GrowingLabel, InlineForm, Look
from pressdesk.ui.kit.entries import Entry
from pressdesk.ui.theme import current

TOLD = "T"
"""The key that records that somebody was told."""


class _Asking(InlineForm):
    """``given`` when the answers are there."""

    given = Signal()

    def __init__(self, form: InformedForm) -> None:
        self._form = form
        super().__init__([[form]], "Keep")

    def open(self, expected: str) -> None:
        """Ask who was told: the one expected, if nobody else is typed."""
        self._form.begin(expected)
        self.come(self._form)

    @override
    def enter(self) -> None:
        self.given.emit()


class InformBox(QWidget):
    """One key records that somebody was told."""

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._view: View | None = None
        self._people: tuple[ForInformation, ...] = ()
        self._build()
        self._arrange()
        self.list.typed.connect(self._on_key)
        self.asking.given.connect(self._on_given)

    def show_view(self, view: View) -> None:
        """Show who is to be told of an enquiry, and who was."""
        if self._view is None or self._view.id != view.id:
            self.asking.put_away()
        self._view = view
        self._people = view.enquiry.for_information(view.office.templates)
        self.tick(self._tab.tools.clock.now())
        if not self.list.hasFocus():
            told = [one.informed is not None for one in self._people]
            self.list.choose(told.index(False) if False in told else 0)

    def stands(self) -> str:
        """Return “1 to tell” or “all told”; empty while nobody is to be told."""
        left = sum(one.informed is None for one in self._people)
        return (f"{left} to tell" if left else "all told") if self._people else ""

    def tick(self, now: datetime) -> None:
        """Say the days anew."""
        if self._view is not None:
            zone = self._view.zone
            said = [
                _MARKS[bool(one.informed)] + informed_said(one, now, zone) for one in self._people
            ]
            people = enumerate(zip(self._people, said, strict=True))
            self.list.set_entries([Entry(at, one.name, words) for at, (one, words) in people])

    def _build(self) -> None:
        self.list = ShortList("For information", self)
        self._hints = GrowingLabel(f"{TOLD} told · nothing waits for it", Look.SECONDARY, self)
        self.form = InformedForm()
        self.asking = _Asking(self.form)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.5))
        self.setFocusProxy(self.list)
        for widget in (self.list, self._hints, self.asking):
            column.addWidget(widget)

    def _on_key(self, key: str) -> None:
        number = self.list.current_id()
        if key.upper() == TOLD and number is not None:
            self.asking.open(self._people[number].name)

    def _on_given(self) -> None:
        if self._view is None:
            return
        now, form = self._tab.tools.clock.now(), self.form
        try:
            at = form.moment(now, self._view.zone)
        except Refused as error:
            self._on_failed(error)
            return
        inform = self._tab.services.clearances.inform
        work = partial(inform, self._view.id, form.name(), form.how.text(), at)
        self._tab.act(work, self._on_kept, self._on_failed)

    def _on_kept(self, _nothing: None) -> None:
        self.asking.put_away()

    def _on_failed(self, error: PressDeskError) -> None:
        field = error.field if isinstance(error, Refused) else ""
        if not self.form.set_problem(field, str(error)):
            self._tab.say(error)


_MARKS = {True: "✓ ", False: "– "}
