"""The end of an enquiry: how it ended, what is left open, or why it is opened again."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from pressdesk.domain.closing import Ending
from pressdesk.domain.enquiries import Status
from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.enquiry.inline import InlineReason
from pressdesk.ui.enquiry.tab import Tab
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import Field, KeyButton, Kind
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.theme import current

CLOSE, REOPEN = "Ctrl+Shift+Enter", "Ctrl+Shift+O"
NO_OUTCOME = "Choose how the enquiry ended, then close it."


class Closing(QWidget):
    """``close_requested`` by the button or once it was said why questions are left open.

    ``refused`` carries what is not put right here.
    """

    close_requested = Signal()
    refused = Signal(object)

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._shown = 0
        self._foi_names: frozenset[str] = frozenset()
        self._left_open = ""
        self._build()
        self._arrange()
        self._close.clicked.connect(self.close_requested)
        self._reopen.clicked.connect(self.ask)
        self.why.given.connect(self._on_reopen)
        self.left.given.connect(self._on_left)
        self._outcome.currentTextChanged.connect(self._follow_outcome)

    def show_view(self, view: View) -> None:
        """Offer the office's outcomes, or to open a closed enquiry again."""
        closed = view.enquiry.summary.status is Status.CLOSED
        names = [outcome.name for outcome in view.office.outcomes if outcome.active]
        self._foi_names = frozenset(one.name for one in view.office.outcomes if one.foi)
        if [self._outcome.itemText(n) for n in range(self._outcome.count())] != names:
            self._outcome.clear()
            self._outcome.addItems(names)
            self._outcome.setCurrentIndex(-1)
        if view.id != self._shown:
            self._shown = view.id
            self.clear()
        for widget in (self._outcome_field, self.note, self._close):
            widget.setVisible(not closed)
        self._follow_outcome()
        self._reopen.setVisible(closed)
        if closed:
            self.left.put_away()
        if not closed:
            self.why.put_away()
        self.setFocusProxy(self._reopen if closed else self._outcome)

    def ending(self) -> Ending | None:
        """Return how it ended as chosen and typed; None after saying that nothing is chosen."""
        outcome = self._outcome.currentText()
        self.set_problem("" if outcome else NO_OUTCOME)
        if not outcome:
            return None
        return Ending(outcome, self.note.text(), self.foi.text(), self._left_open)

    def close_as(self, ending: Ending) -> None:
        """Close without further words."""
        work = partial(
            self._tab.services.answering.close,
            self._shown,
            ending.outcome,
            ending.note,
            foi_reference=ending.foi_reference,
            left_open=ending.left_open,
        )
        self._tab.act(work, self._on_closed, self._on_failed)

    def clear(self) -> None:
        """Forget what was chosen and typed."""
        self._outcome.setCurrentIndex(-1)
        for line in (self.note, self.foi):
            line.set_text("")
            line.set_problem("")
        self._outcome_field.set_problem("")
        self._left_open = ""
        for question in (self.why, self.left):
            question.put_away()

    def show_answering(self, words: str, *, comes_first: bool) -> None:
        """Say on the button whether it records an answer first, and whether it is the next act."""
        self._close.set_words(words)
        self._close.set_kind(Kind.PRIMARY if comes_first else Kind.SECONDARY)

    def choose(self) -> None:
        """Lead to the outcomes."""
        self._outcome.setFocus()

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong with the outcome."""
        self._outcome_field.set_problem(sentence)
        if sentence:
            self.choose()

    def refuse(self, error: Refused) -> bool:
        """Show what is wrong at its input, or ask why questions are left; False for neither."""
        if error.field == "outcome":
            self.set_problem(str(error))
        elif error.field == "foi_reference":
            self.foi.set_problem(str(error))
            self.foi.setFocus()
        elif error.field == "left_open":
            if not self.left.isVisible():
                self.left.open()
            self.left.reason.set_hint(str(error))
        else:
            return False
        return True

    def ask(self) -> None:
        """Ask why it is opened again."""
        if self._reopen.isVisibleTo(self):
            self.why.open()

    def _build(self) -> None:
        self._outcome = QComboBox(self)
        self._outcome.setPlaceholderText("Choose an outcome")
        self._outcome_field = Field("How it en&ded", self._outcome)
        self.note = LineField("&A note on the outcome (optional)", limit=1000)
        self.foi = LineField("&FOI reference", limit=80)
        self._close = KeyButton("Close enquiry", Kind.PRIMARY, CLOSE, binds=False)
        self._reopen = KeyButton("Reopen", key=REOPEN, binds=False)
        self.why = InlineReason("Why is it opened again?", "Reopen")
        self.left = InlineReason("Why are questions left open?", "Close all the same")

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.7))
        for widget in (self._outcome_field, self.foi, self.note):
            column.addWidget(widget)
        for button in (self._close, self._reopen):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.why)
        column.addWidget(self.left)

    def _follow_outcome(self) -> None:
        passes = self._outcome.currentText() in self._foi_names
        self.foi.setVisible(passes and self._close.isVisibleTo(self))
        self._outcome_field.set_problem("")
        self._left_open = ""

    def _on_left(self, reason: str) -> None:
        if reason.strip():
            self._left_open = reason
            self.close_requested.emit()

    def _on_closed(self, _nothing: None) -> None:
        self.clear()

    def _on_failed(self, error: PressDeskError) -> None:
        if not (isinstance(error, Refused) and self.refuse(error)):
            self.refused.emit(error)

    def _on_reopen(self, reason: str) -> None:
        work = partial(self._tab.services.answering.reopen, self._shown, reason)
        self._tab.act(work, self._on_reopened, self._on_reopen_failed)

    def _on_reopened(self, _nothing: None) -> None:
        self.why.put_away()

    def _on_reopen_failed(self, error: PressDeskError) -> None:
        self.why.reason.set_problem(str(error))
