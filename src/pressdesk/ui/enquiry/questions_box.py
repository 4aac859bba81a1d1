"""The questions of an enquiry and what became of each."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.enquiries import Status
from pressdesk.domain.questions import NEEDS_WORDS, Question, QuestionState
from pressdesk.errors import PressDeskError
from pressdesk.ui.enquiry.inline import InlineReason
from pressdesk.ui.enquiry.short_list import ShortList
from pressdesk.ui.enquiry.tab import Tab
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import GrowingLabel, Look
from pressdesk.ui.kit.entries import Entry
from pressdesk.ui.theme import current

KEYS = {
    "A": QuestionState.ANSWERED,
    "P": QuestionState.POINTED,
    "D": QuestionState.DECLINED,
    "O": QuestionState.OPEN,
}


class QuestionsBox(QWidget):
    """A list in which a letter says what became of a question."""

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._view: View | None = None
        self._asked: tuple[Question, ...] = ()
        self._state = QuestionState.POINTED
        self._build()
        self._arrange()
        self.list.typed.connect(self._on_key)
        self.why.given.connect(self._on_words)

    def show_view(self, view: View) -> None:
        """Show the questions of an enquiry."""
        if self._view is None or self._view.id != view.id:
            self.why.put_away()
        self._view, self._asked = view, view.enquiry.asked
        self.list.set_entries([Entry(one.id, one.words, said(one)) for one in self._asked])
        self._hints.setVisible(view.enquiry.summary.status is not Status.CLOSED)

    def _build(self) -> None:
        self.list = ShortList("Questions", self)
        hints = " · ".join(f"{key} {state.label.lower()}" for key, state in KEYS.items())
        self._hints = GrowingLabel(hints, Look.SECONDARY, self)
        self.why = InlineReason("Where was the journalist pointed, or why is it declined?", "Keep")

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.5))
        self.setFocusProxy(self.list)
        for widget in (self.list, self._hints, self.why):
            column.addWidget(widget)

    def _on_key(self, key: str) -> None:
        state = KEYS.get(key.upper())
        if state is None:
            return
        self._state = state
        if state in NEEDS_WORDS:
            self.why.open()
        else:
            self._settle("")

    def _on_words(self, words: str) -> None:
        self._settle(words)

    def _settle(self, words: str) -> None:
        question = self.list.current_id()
        if self._view is not None and question is not None:
            settle = self._tab.services.answering.settle
            work = partial(settle, self._view.id, question, self._state, words)
            self._tab.act(work, self._on_settled, self._on_failed)

    def _on_settled(self, _nothing: None) -> None:
        self.why.put_away()

    def _on_failed(self, error: PressDeskError) -> None:
        if self.why.isVisible():
            self.why.reason.set_problem(str(error))
        else:
            self._tab.say(error)


def said(question: Question) -> str:
    """Return what became of a question: “✓ Answered”, “Pointed elsewhere: the force”."""
    mark = {QuestionState.OPEN: "○ Still open", QuestionState.ANSWERED: "✓ Answered"}
    words = mark.get(question.state, f"→ {question.state.label}")
    return f"{words}: {question.note}" if question.note else words
