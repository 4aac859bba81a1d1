"""The Response tab: what was said, the answer being written, and how the enquiry ends."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import Answer, Status
from pressdesk.domain.said import when_said
from pressdesk.errors import PressDeskError, Refused
from pressdesk.services.lines_to_take import Usable
from pressdesk.ui.enquiry.closing import CLOSE, REOPEN, Closing
from pressdesk.ui.enquiry.compose import Compose
from pressdesk.ui.enquiry.drafted import Drafted
from pressdesk.ui.enquiry.lines_box import LinesBox
from pressdesk.ui.enquiry.tab import Act, Failed, Tab, bind, emptied, holder
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import Card, GrowingLabel, KeyButton, Kind, Look, SectionCaption, Tone
from pressdesk.ui.tools import Message, Tools

NO_OUTCOME = "Choose how the enquiry ended, then close it."


class ResponseTab(Tab):
    """Answers given above, the next one beneath, closing at the foot."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._answers: tuple[Answer, ...] | None = None
        self._saving = ""
        self._build()
        self._arrange()
        self._connect()

    @override
    def show_view(self, view: View) -> None:
        super().show_view(view)
        if view.enquiry.answers != self._answers:
            self._answers = view.enquiry.answers
            self._fill(view)
        fresh = self._drafted.show_view(view)
        self.compose.show_view(view, fresh=fresh)
        self.closing.show_view(view)
        self.lines.show_view(view)
        self._follow_words()

    @override
    def focus_first(self) -> None:
        closed = self.view is not None and self.view.enquiry.summary.status is Status.CLOSED
        (self.closing if closed else self.compose).setFocus()

    def use_line(self, line_id: int) -> None:
        """Put the words of a line to take into the answer, if it may be used now."""
        self.act(partial(self.services.lines_to_take.use, line_id), self._on_usable)

    def leave(self) -> None:
        """Let go of the enquiry; what is typed is kept."""
        self._drafted.leave()

    def _build(self) -> None:
        self._caption = SectionCaption("Said")
        self._list, self._list_column = holder(self)
        self.lines = LinesBox()
        self._next = SectionCaption("Answer")
        self.compose = Compose(self.tools.clock)
        self._record = KeyButton("Record answer", Kind.PRIMARY, "Ctrl+Enter", binds=False)
        self.closing = Closing()
        home = (self.services, self.tools)
        self._drafted = Drafted(home, "answer", self.compose.content, self.compose.put, self)

    def _arrange(self) -> None:
        for widget in (self._caption, self._list, self.lines, self._next, self.compose):
            self.column.addWidget(widget)
        self.column.addWidget(self._record, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(self.column.spacing())
        self.column.addWidget(self.closing)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.compose.edited.connect(self._on_edited)
        self.lines.acted.connect(self.use_line)
        self.lines.opened.connect(self.tools.navigator.line_to_take_requested)
        self._record.clicked.connect(self._on_record)
        self.closing.close_requested.connect(self._on_close)
        self.closing.reopen_given.connect(self._on_reopen)
        for key, act in (
            ("Ctrl+Return", self._on_record),
            ("Ctrl+Enter", self._on_record),
            (CLOSE, self._on_close),
            ("Ctrl+Shift+Enter", self._on_close),
            (REOPEN, self.closing.ask),
        ):
            bind(key, self, act)

    def _fill(self, view: View) -> None:
        column = emptied(self._list_column)
        for answer in view.enquiry.answers:
            column.addWidget(_card(answer, view, self))
        for widget in (self._caption, self._list):
            widget.setVisible(bool(view.enquiry.answers))

    def _follow_words(self) -> None:
        words = bool(self.compose.words().strip())
        closed = self.view is not None and self.view.enquiry.summary.status is Status.CLOSED
        for widget in (self._next, self.compose, self._record):
            widget.setVisible(words or not closed)
        if closed:
            self.lines.hide()
        self.closing.show_answering(answering=words)

    def _on_usable(self, usable: Usable) -> None:
        if usable.warning:
            self.tools.navigator.say(Message(usable.warning, Tone.WARNING))
        self.compose.use(usable.line)

    def _on_edited(self) -> None:
        self.compose.clear_problems()
        self._drafted.on_typed()
        self._follow_words()

    def _on_record(self) -> None:
        self._save(self.services.answering.answer)

    def _on_close(self) -> None:
        outcome = self.closing.outcome()
        self.closing.set_problem("" if outcome else NO_OUTCOME)
        if not outcome or self.view is None:
            return
        note, answering = self.closing.note.text(), self.services.answering
        if self.compose.words().strip():
            self._save(partial(answering.answer_and_close, outcome=outcome, note=note))
        else:
            work = partial(answering.close, self.view.id, outcome, note)
            self.act(work, self._on_closed, self._on_failed)

    def _save(self, act: Callable[..., None]) -> None:
        """Record the answer being written by ``act``, or say at its field what is missing."""
        if self.view is None:
            return
        self.compose.clear_problems()
        try:
            answer = self.compose.answer()
        except Refused as error:
            self._on_failed(error)
            return
        self._saving = answer.words
        self._drafted.hold()
        work = partial(act, self.view.id, answer, draft=self._drafted.key)
        self.guarded("Record", work, self._on_answered, self._on_failed)

    def _on_answered(self, _nothing: None) -> None:
        if self.compose.words() == self._saving:
            inside = self.isAncestorOf(self.window().focusWidget())
            self.compose.put("")
            if inside:
                self.closing.choose()  # what is left to do
        self._drafted.go_on()

    def _on_closed(self, _nothing: None) -> None:
        self.closing.clear()

    @override
    def on_guarded(self, name: str, again: Act, failed: Failed, error: PressDeskError) -> None:
        self._drafted.go_on()
        super().on_guarded(name, again, failed, error)

    def _on_failed(self, error: PressDeskError) -> None:
        self._drafted.go_on()
        if not (isinstance(error, Refused) and self.compose.set_problem(error.field, str(error))):
            self.say(error)

    def _on_reopen(self, reason: str) -> None:
        if self.view is not None:
            work = partial(self.services.answering.reopen, self.view.id, reason)
            self.act(work, self._on_reopened, self._on_reopen_failed)

    def _on_reopened(self, _nothing: None) -> None:
        self.closing.why.put_away()

    def _on_reopen_failed(self, error: PressDeskError) -> None:
        self.closing.why.reason.set_problem(str(error))


def _card(answer: Answer, view: View, tab: Tab) -> QWidget:
    """Return a card with the words of an answer and how they were given."""
    when = when_said(answer.given_at, tab.tools.clock.now(), view.zone)
    how = answer.channel.label.lower()
    cleared = f" · cleared by {answer.cleared_by}" if answer.cleared_by else ""
    lines = "".join(f" · from the line to take “{line.title}”" for line in answer.lines)
    card = Card()
    card.body.addWidget(GrowingLabel(answer.terms.label, Look.LABEL))
    card.body.addWidget(GrowingLabel(answer.words))
    card.body.addWidget(
        GrowingLabel(f"{answer.given_by}, {when} · {how}{cleared}{lines}", Look.SECONDARY)
    )
    return card
