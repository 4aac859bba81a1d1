"""The Response tab: what was said, the answer being written, and how the enquiry ends."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.clearance import ClearanceState
from pressdesk.domain.clocks import clocks_of, clocks_said
from pressdesk.domain.enquiries import Answer, Channel, Status
from pressdesk.errors import PressDeskError, Refused
from pressdesk.services.lines_to_take import Usable
from pressdesk.ui.enquiry.aloud import Aloud
from pressdesk.ui.enquiry.answer_card import answer_card
from pressdesk.ui.enquiry.clearance_box import ClearanceBox
from pressdesk.ui.enquiry.closing import CLOSE, REOPEN, Closing
from pressdesk.ui.enquiry.compose import NO_TERMS, Compose
from pressdesk.ui.enquiry.difference import Difference
from pressdesk.ui.enquiry.drafted import Drafted
from pressdesk.ui.enquiry.inform_box import InformBox
from pressdesk.ui.enquiry.insert_box import InsertBox
from pressdesk.ui.enquiry.lines_box import LinesBox
from pressdesk.ui.enquiry.promises_box import PromisesBox
from pressdesk.ui.enquiry.questions_box import QuestionsBox
from pressdesk.ui.enquiry.same_answer_box import SameAnswerBox
from pressdesk.ui.enquiry.sending import SendBar
from pressdesk.ui.enquiry.tab import Act, Failed, Tab, bind, emptied, holder
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import GrowingLabel, KeyButton, Kind, Look, SectionCaption, Tone
from pressdesk.ui.tools import Message, Tools

INSERT = "Ctrl+Shift+I"
NO_OUTCOME = "Choose how the enquiry ended, then close it."


class ResponseTab(Tab):
    """Answers given above, the next one beneath, closing at the foot."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._answers: tuple[Answer, ...] | None = None
        self._saving = ""
        self._leads = self._despite = False
        self._then: Callable[[str], None] | None = None
        self._build()
        self._arrange()
        self._connect()

    @override
    def show_view(self, view: View) -> None:
        super().show_view(view)
        if view.enquiry.answers != self._answers:
            self._answers = view.enquiry.answers
            self._fill(view)
        enquiry = view.enquiry
        self._clocks.setText(clocks_said(clocks_of(enquiry.answers), enquiry.summary.received_at))
        self.questions.show_view(view)
        self.clearance.show_view(view)
        self.inform.show_view(view)
        self.promises.show_view(view)
        if fresh := self._drafted.show_view(view):
            self._then = None
            self.aloud.put_away()
            self.insert.put_away()
        self.compose.show_view(view, fresh=fresh)
        self.closing.show_view(view)
        self.lines.show_view(view)
        self.insert.show_passages(view.sources.passages)
        self._follow_words()
        if self._leads and self.clearance.live is not None:
            self._leads = False
            self.clearance.lead()

    @override
    def focus_first(self) -> None:
        closed = self.view is not None and self.view.enquiry.summary.status is Status.CLOSED
        (self.closing if closed else self.compose).setFocus()

    def use_line(self, line_id: int) -> None:
        """Put the words of a line to take into the answer, if it may be used now."""
        self.act(partial(self.services.lines_to_take.use, line_id), self._on_usable)

    def tick(self, now: datetime) -> None:
        """Let the time left go by."""
        self.lines.section.tick(now)
        self.promises.tick(now)
        self.clearance.tick(now)
        self.inform.tick(now)

    def leave(self) -> None:
        """Let go of the enquiry; what is typed is kept."""
        self._drafted.leave()

    def _build(self) -> None:
        self._clocks = GrowingLabel("", Look.MUTED)
        self._caption = SectionCaption("Said")
        self._list, self._list_column = holder(self)
        self.lines = LinesBox()
        self._next = SectionCaption("Answer")
        self.compose = Compose(self.tools.clock)
        self._record = KeyButton("Record answer", Kind.PRIMARY, "Ctrl+Enter", binds=False)
        self.questions, self.promises = QuestionsBox(self), PromisesBox(self)
        self.clearance, self.difference = ClearanceBox(self), Difference(self)
        self.inform = InformBox(self)
        self.insert, self.same_answer = InsertBox(), SameAnswerBox(self)
        self.aloud, self.sending = Aloud(), SendBar(self)
        self.closing = Closing()
        home = (self.services, self.tools)
        self._drafted = Drafted(home, "answer", self.compose.content, self.compose.put, self)

    def _arrange(self) -> None:
        for widget in (self._clocks, self._caption, self._list, self.questions, self.lines):
            self.column.addWidget(widget)
        for widget in (self.clearance, self.inform, self._next, self.aloud, self.compose):
            self.column.addWidget(widget)
        for widget in (self.insert, self.same_answer, self.difference):
            self.column.addWidget(widget)
        self.column.addWidget(self._record, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.sending)
        for box in (self.promises, self.closing):
            self.column.addSpacing(self.column.spacing())
            self.column.addWidget(box)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.compose.edited.connect(self._on_edited)
        self.lines.acted.connect(self.use_line)
        self.lines.opened.connect(self.tools.navigator.line_to_take_requested)
        self._record.clicked.connect(self._on_record)
        self.clearance.words_wanted.connect(self._on_words_wanted)
        self.insert.chosen.connect(self.compose.insert)
        self.aloud.given.connect(self._on_read_out)
        self.aloud.left.connect(self._follow_words)
        self.sending.aloud_requested.connect(self._on_aloud)
        self.sending.copy_requested.connect(self._on_copy)
        self.sending.mail_requested.connect(self._on_mail)
        self.closing.close_requested.connect(self._on_close)
        self.closing.reopen_given.connect(self._on_reopen)
        for key, act in (
            ("Ctrl+Return", self._on_record),
            ("Ctrl+Enter", self._on_record),
            (CLOSE, self._on_close),
            ("Ctrl+Shift+Enter", self._on_close),
            (REOPEN, self.closing.ask),
            (INSERT, self._on_insert),
        ):
            bind(key, self, act)

    def _fill(self, view: View) -> None:
        column = emptied(self._list_column)
        for answer in view.enquiry.answers:
            column.addWidget(answer_card(answer, view, self))
        for widget in (self._caption, self._list):
            widget.setVisible(bool(view.enquiry.answers))

    def _follow_words(self) -> None:
        words = bool(self.compose.words().strip())
        closed = self.view is not None and self.view.enquiry.summary.status is Status.CLOSED
        reading = not self.aloud.isHidden()
        for widget in (self._next, self.compose, self._record):
            widget.setVisible((words or not closed) and not reading)
        if closed:
            self.lines.hide()
        self.closing.show_answering(answering=words)
        self._record.set_words("Ask for clearance" if self._asks() else "Record answer")
        self.sending.setVisible(words and not self._asks() and not reading)
        self.difference.compare(self.clearance.live, self.compose.words())
        self.same_answer.compare(self.view, self.compose.words())

    def _asks(self) -> bool:
        """Say whether the words are to be cleared before they are given."""
        live = self.clearance.live
        goes_on = live is not None and live.state is not ClearanceState.SENT_BACK
        return bool(self.compose.template().steps) and not goes_on

    def _on_usable(self, usable: Usable) -> None:
        if usable.warning:
            self.tools.navigator.say(Message(usable.warning, Tone.WARNING))
        self.compose.use(usable.line)

    def _on_edited(self) -> None:
        self.compose.clear_problems()
        self._drafted.on_typed()
        self._follow_words()

    def _on_record(self) -> None:
        if self._asks():
            self._ask()
        else:
            self._give()

    def _give(self, then: Callable[[str], None] | None = None) -> None:
        """Record the words as given, then do what sends them out."""
        self._save(self.services.answering.answer)
        self._then = then

    def _on_insert(self) -> None:
        if self.compose.edit.isEnabled():
            self.insert.open()
        else:
            self.compose.set_problem("terms", NO_TERMS)

    def _on_aloud(self) -> None:
        """Show the words in large type, once it is sure that they may be given."""
        answer = self._answer()
        if answer is not None and self.view is not None:
            check = partial(self.services.answering.check, self.view.id, answer)
            done = partial(self._on_checked, answer, self.view.id)
            self.guarded("Read aloud", check, done, self._on_failed)

    def _on_checked(self, answer: Answer, enquiry_id: int, despite: bool) -> None:
        if self.view is not None and self.view.id == enquiry_id:
            self._despite = despite
            self.aloud.open(answer)
            self._follow_words()
            self.ensureWidgetVisible(self.aloud)

    def _on_read_out(self, answer: Answer) -> None:
        """Record the very words that were read out."""
        act: Callable[..., None] = self.services.answering.answer
        if self._despite:  # nobody is asked twice about one embargo
            act = partial(act, despite="")
        now = self.tools.clock.now()
        self._keep(act, replace(answer, channel=Channel.PHONE, given_at=now))

    def _on_copy(self) -> None:
        self._give(self.sending.copy)

    def _on_mail(self) -> None:
        self.compose.choose_channel(Channel.EMAIL)
        if self.view is not None:
            self._give(partial(self.sending.mail, self.view.id))

    def _ask(self) -> None:
        """Ask for clearance of the words, which stay to be given."""
        if self.view is not None:
            self.compose.clear_problems()
            words, template = self.compose.words(), self.compose.template().name
            ask = partial(self.services.clearances.ask, self.view.id, words, template)
            self.act(ask, self._on_asked, self._on_failed)

    def _on_asked(self, _number: int) -> None:
        self._leads = True  # to the steps, once they are shown

    def _on_words_wanted(self, words: str) -> None:
        self.compose.edit.setPlainText(words)
        self.compose.setFocus()

    def _on_close(self) -> None:
        ending = self.closing.ending()
        self.closing.set_problem("" if ending.outcome else NO_OUTCOME)
        if not ending.outcome or self.view is None:
            return
        answering = self.services.answering
        if self.compose.words().strip():
            self._save(partial(answering.answer_and_close, ending=ending))
        else:
            work = partial(
                answering.close,
                self.view.id,
                ending.outcome,
                ending.note,
                foi_reference=ending.foi_reference,
                left_open=ending.left_open,
            )
            self.act(work, self._on_closed, self._on_failed)

    def _save(self, act: Callable[..., None]) -> None:
        """Record the answer being written by ``act``, or say at its field what is missing."""
        answer = self._answer()
        if answer is not None:
            self._keep(act, answer)

    def _keep(self, act: Callable[..., None], answer: Answer) -> None:
        if self.view is None:
            return
        self._saving, self._then = answer.words, None
        self._drafted.hold()
        work = partial(act, self.view.id, answer, draft=self._drafted.key)
        self.guarded("Record", work, self._on_answered, self._on_failed)

    def _answer(self) -> Answer | None:
        """Return the answer being written; None after saying at its field what is missing."""
        self.compose.clear_problems()
        try:
            return replace(self.compose.answer(), difference=self.difference.reason.text())
        except Refused as error:
            self._on_failed(error)
            return None

    def _on_answered(self, _nothing: None) -> None:
        if self.compose.words() == self._saving:
            inside = self.isAncestorOf(self.window().focusWidget())
            self.compose.put("")
            if inside:
                self.closing.choose()  # what is left to do
        self._drafted.go_on()
        if self._then is not None:
            self._then(self._saving)
            self._then = None

    def _on_closed(self, _nothing: None) -> None:
        self.closing.clear()

    @override
    def on_guarded(self, name: str, again: Act, failed: Failed, error: PressDeskError) -> None:
        self._drafted.go_on()
        super().on_guarded(name, again, failed, error)

    def _on_failed(self, error: PressDeskError) -> None:
        self._drafted.go_on()
        if not (isinstance(error, Refused) and self._refuse(error)):
            self.say(error)

    def _refuse(self, error: Refused) -> bool:
        """Show what is wrong where it can be put right; False when that is nowhere here."""
        if error.field == "promises":
            self.promises.lead()
            return False
        if error.field == "difference":
            self.difference.set_problem(str(error))
            return True
        return self.compose.set_problem(error.field, str(error)) or self.closing.refuse(error)

    def _on_reopen(self, reason: str) -> None:
        if self.view is not None:
            work = partial(self.services.answering.reopen, self.view.id, reason)
            self.act(work, self._on_reopened, self._on_reopen_failed)

    def _on_reopened(self, _nothing: None) -> None:
        self.closing.why.put_away()

    def _on_reopen_failed(self, error: PressDeskError) -> None:
        self.closing.why.reason.set_problem(str(error))
