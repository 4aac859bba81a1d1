"""What can be done with an enquiry, each with its key: take, give, move on, raise, edit."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from pressdesk.domain.enquiries import MOVES, Status
from pressdesk.domain.routing import Route
from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.acts import UNLISTED, Act
from pressdesk.ui.enquiry.inline import InlineReason
from pressdesk.ui.enquiry.tab import Tab, bind
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import Field, FlowLayout, KeyButton, Kind, Segmented
from pressdesk.ui.log_enquiry.pair import Pair
from pressdesk.ui.theme import current

NOBODY = "Nobody"
TAKE, GIVE, MOVE, RAISE, LINE = "Ctrl+T", "Ctrl+Shift+T", "Ctrl+M", "Ctrl+U", "Ctrl+L"


class Acts(QWidget):
    """The buttons and the two lists beneath the facts. ``edit_requested`` for the edit form."""

    edit_requested = Signal()

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._view: View | None = None
        self._build()
        self._arrange()
        self._connect()

    def show_view(self, view: View) -> None:
        """Offer what this enquiry allows."""
        new = self._view is None or self._view.id != view.id
        self._view = view
        summary = view.enquiry.summary
        is_open = summary.status is not Status.CLOSED
        people = [NOBODY, *(person.name for person in view.office.staff if person.active)]
        _fill(self._owner, people, summary.owner or NOBODY)
        states = [summary.status, *MOVES[summary.status]]
        _fill(self._status, [state.label for state in states], summary.status.label)
        self._take.setVisible(is_open and summary.owner != view.me)
        self._raise.setVisible(is_open and not summary.urgent)
        self._status.setEnabled(is_open)
        if not self.why_line.isVisible():
            self._lines.set_value(summary.line_used)
        if new:
            self.why_urgent.put_away()
            self.why_line.put_away()

    def take(self) -> None:
        """Take the enquiry oneself."""
        if self._view is not None and self._take.isVisibleTo(self):
            self._tab.act(partial(self._tab.services.answering.take, self._view.id))

    def choose_owner(self) -> None:
        """Lead to the list of people."""
        _open(self._owner)

    def choose_status(self) -> None:
        """Lead to the list of states."""
        _open(self._status)

    def unlisted(self) -> tuple[Act, ...]:
        """Return the acts that have a key and no button: the two lists."""
        return (
            Act(UNLISTED, "Give the enquiry to someone", self.choose_owner, GIVE),
            Act(UNLISTED, "Change the status", self.choose_status, MOVE),
        )

    def raise_urgency(self) -> None:
        """Ask why it is urgent."""
        if self._raise.isVisibleTo(self):
            self.why_urgent.open()

    def change_line(self) -> None:
        """Ask which line was used and why."""
        self.why_line.open()

    def _build(self) -> None:
        self._take = KeyButton("Take", Kind.PRIMARY, TAKE, binds=False)
        self._edit = KeyButton("Edit facts", Kind.SECONDARY, "F2", binds=False)
        self._raise = KeyButton("Make urgent", Kind.SECONDARY, RAISE, binds=False)
        self._line = KeyButton("Other line", Kind.SECONDARY, LINE, binds=False)
        self._owner, self._status = QComboBox(), QComboBox()
        self._lines = Segmented("Line used", [(route, route.label) for route in Route])
        self.why_urgent = InlineReason("Why is it urgent?", "Make it urgent")
        self.why_line = InlineReason("Why was this line used?", "Keep this line", self._lines)

    def _arrange(self) -> None:
        self.setFocusProxy(self._edit)
        buttons = QWidget()
        flow = FlowLayout(buttons, current().px(0.5))
        for button in (self._take, self._edit, self._raise, self._line):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.7))
        column.addWidget(buttons)
        column.addWidget(self.why_urgent)
        column.addWidget(self.why_line)
        owner, status = Field("Owner", self._owner), Field("Status", self._status)
        owner.set_hint("Ctrl Shift T")
        status.set_hint("Ctrl M")
        column.addWidget(Pair(owner, status, 22))

    def _connect(self) -> None:
        self._take.clicked.connect(self.take)
        self._edit.clicked.connect(self.edit_requested)
        self._raise.clicked.connect(self.raise_urgency)
        self._line.clicked.connect(self.change_line)
        self._owner.textActivated.connect(self._on_owner)
        self._status.textActivated.connect(self._on_status)
        self.why_urgent.given.connect(self._on_urgent)
        self.why_line.given.connect(self._on_line)
        for key, act in (
            (TAKE, self.take),
            (GIVE, self.choose_owner),
            (MOVE, self.choose_status),
            (RAISE, self.raise_urgency),
            (LINE, self.change_line),
        ):
            bind(key, self._tab, act)

    def _on_owner(self, name: str) -> None:
        if self._view is not None:
            person = "" if name == NOBODY else name
            self._tab.act(partial(self._tab.services.answering.assign, self._view.id, person))

    def _on_status(self, label: str) -> None:
        status = next(state for state in Status if state.label == label)
        if self._view is not None and status is not self._view.enquiry.summary.status:
            self._tab.act(partial(self._tab.services.answering.move, self._view.id, status))

    def _on_urgent(self, reason: str) -> None:
        if self._view is not None:
            work = partial(self._tab.services.enquiries.raise_urgency, self._view.id, reason)
            self._tab.act(work, self._on_raised, self._on_urgent_refused)

    def _on_raised(self, _decision: object) -> None:
        self.why_urgent.put_away()

    def _on_urgent_refused(self, error: PressDeskError) -> None:
        self._refuse(self.why_urgent, error)

    def _on_line(self, reason: str) -> None:
        if self._view is not None:
            line = Route(str(self._lines.value()))
            override = self._tab.services.enquiries.override_line
            work = partial(override, self._view.id, line, reason)
            self._tab.act(work, self._on_line_kept, self._on_line_refused)

    def _on_line_kept(self, _decision: object) -> None:
        self.why_line.put_away()

    def _on_line_refused(self, error: PressDeskError) -> None:
        self._refuse(self.why_line, error)

    def _refuse(self, question: InlineReason, error: PressDeskError) -> None:
        if isinstance(error, Refused) and error.field == "reason":
            question.reason.set_problem(str(error))
        else:
            self._tab.say(error)


def _fill(box: QComboBox, words: Sequence[str], chosen: str) -> None:
    """Offer ``words``; somebody who has left stays in the list while chosen."""
    offered = list(dict.fromkeys((*words, chosen)))
    if [box.itemText(number) for number in range(box.count())] != offered:
        box.clear()
        box.addItems(offered)
    box.setCurrentText(chosen)


def _open(box: QComboBox) -> None:
    if box.isEnabled():
        box.setFocus()
        box.showPopup()
