"""The Response tab: what comes next first, the rest folded, what was said at the foot."""

from datetime import datetime
from functools import partial

from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import Answer
from pressdesk.domain.next_act import NextAct, next_act
from pressdesk.domain.promises import open_promises
from pressdesk.domain.questions import QuestionState, still_open
from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.enquiry.answer_box import AnswerBox
from pressdesk.ui.enquiry.answer_card import answer_card
from pressdesk.ui.enquiry.clearance_box import ClearanceBox
from pressdesk.ui.enquiry.closing import CLOSE, REOPEN, Closing
from pressdesk.ui.enquiry.inform_box import InformBox
from pressdesk.ui.enquiry.lines_box import LinesBox
from pressdesk.ui.enquiry.promises_box import PROMISE, PromisesBox
from pressdesk.ui.enquiry.questions_box import QuestionsBox
from pressdesk.ui.enquiry.standing import Standing
from pressdesk.ui.enquiry.tab import Act, Failed, Tab, bind, emptied, holder
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import SectionCaption
from pressdesk.ui.kit.unfold import Unfold
from pressdesk.ui.tools import Tools

WRITES = (NextAct.ANSWER, NextAct.CHANGE)
"""What is done by writing."""
_ANSWER_CALLS = {
    NextAct.AWAIT: "Other words, or a holding answer",
    NextAct.GIVE: "Other words, or a holding answer",
    NextAct.CLOSE: "Answer again",
    NextAct.KEEP: "Answer again",
}


class ResponseTab(Tab):
    """Parts that unfold when it is their turn, or when the person wants them."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._answers: tuple[Answer, ...] | None = None
        self._next = NextAct.ANSWER
        self._leads = False
        self._build()
        self._arrange()
        self._connect()

    @override
    def show_view(self, view: View) -> None:
        super().show_view(view)
        held = self._part_in_focus()
        self._next = next_act(view.enquiry)
        said = view.enquiry.answers != self._answers
        if said:
            self._answers = view.enquiry.answers
            self._fill(view)
        self.standing.show_view(view, self.tools.clock.now())
        self.inform.show_view(view)
        for box in (self.questions, self.clearance, self.promises, self.closing, self.lines):
            box.show_view(view)
        self.answer.show_view(view)
        self._take_turns(view)
        if self._leads or (held is not None and not held.is_open()):
            self._leads = False
            self.focus_first()

    @override
    def focus_first(self) -> None:
        """Put the focus on what comes next, with how it stands above it in sight."""
        if layout := self.sheet.layout():
            layout.activate()  # what has just unfolded is where it will be
        self.verticalScrollBar().setValue(0)
        part = {
            NextAct.AWAIT: self._clearance,
            NextAct.KEEP: self._promises,
            NextAct.CLOSE: self._closing,
            NextAct.NOTHING: self._closing,
        }.get(self._next, self._answer)
        if part is self._clearance:
            self.clearance.lead()
        elif part is self._promises:
            self.promises.lead()
        elif part is self._answer and not part.is_open():
            self._clearance.body.setFocus()
        else:
            part.body.setFocus()

    def use_line(self, line_id: int) -> None:
        """Put the words of a line to take into the answer, if it may be used now."""
        self.answer.use_line(line_id)

    def tick(self, now: datetime) -> None:
        """Let the time left go by."""
        for box in (self.standing, self.lines.section, self.promises, self.clearance, self.inform):
            box.tick(now)

    def leave(self) -> None:
        """Let go of the enquiry; what is typed is kept."""
        self.answer.leave()

    def _build(self) -> None:
        self.standing = Standing(self)
        self.clearance, self.answer = ClearanceBox(self), AnswerBox(self)
        self.lines, self.closing = LinesBox(), Closing(self)
        self.promises, self.questions = PromisesBox(self), QuestionsBox(self)
        self.inform = InformBox(self)
        self._clearance = Unfold("Clearance", "Steps of clearance", self.clearance, "Alt+T")
        self._answer = Unfold("", "Answer again", self.answer, "Alt+W")
        self._closing = Unfold("", "Close enquiry", self.closing, CLOSE, binds=False)
        self._promises = Unfold("Promises", "Promise", self.promises, PROMISE, binds=False)
        self._inform = Unfold("For information", "For information", self.inform, "Alt+I")
        self._questions = Unfold("Questions", "Questions", self.questions, "Alt+Q")
        self._caption = SectionCaption("Said")
        self._list, self._list_column = holder(self)

    def _arrange(self) -> None:
        first = (self.standing, self._clearance, self._answer, self.lines, self._closing)
        rest = (self._promises, self._inform, self._questions, self._caption, self._list)
        for widget in (*first, *rest):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.lines.acted.connect(self.use_line)
        self.lines.opened.connect(self.tools.navigator.line_to_take_requested)
        self.clearance.words_wanted.connect(self.answer.use_words)
        self.answer.followed.connect(self._follow_words)
        self.answer.wanted.connect(self._answer.open)
        self.answer.settled.connect(self._on_settled)
        self.closing.close_requested.connect(self._on_close)
        for box in (self.answer, self.closing):
            box.refused.connect(self._on_refused)
        for key, act in (
            (CLOSE, self._on_close),
            ("Ctrl+Shift+Return", self._on_close),
            (REOPEN, self.closing.ask),
            (PROMISE, self._on_promise),
        ):
            bind(key, self, act)

    def _fill(self, view: View) -> None:
        column = emptied(self._list_column)
        for answer in view.enquiry.answers:
            column.addWidget(answer_card(answer, view, self))
        for widget in (self._caption, self._list):
            widget.setVisible(bool(view.enquiry.answers))

    def _part_in_focus(self) -> Unfold | None:
        """Return the part that the person is in, if it is one that folds."""
        parts = (self._clearance, self._answer, self._closing, self._promises, self._questions)
        at = self.window().focusWidget()
        return next((part for part in parts if part.body.isAncestorOf(at)), None)

    def _take_turns(self, view: View) -> None:
        """Unfold what comes next, and show only what this enquiry has."""
        asked, live = view.enquiry.asked, self.answer.live
        left, closed = still_open(asked), self._next is NextAct.NOTHING
        some = any(one.state is not QuestionState.OPEN for one in asked)
        waits = bool(open_promises(view.enquiry.promises))
        unread = self._next is NextAct.GIVE and not self.answer.has_words()
        ends = self._next in (NextAct.CLOSE, NextAct.NOTHING)
        turn = (view.id, self._next)
        self._clearance.take_turn(turn, is_open=self._next is NextAct.AWAIT or unread)
        self._answer.take_turn(turn, is_open=self._next in WRITES)
        self._closing.take_turn(turn, is_open=ends)
        self._promises.take_turn((turn, waits), is_open=waits)
        self._questions.take_turn((turn, left), is_open=some and bool(left))
        self._inform.take_turn(view.id, is_open=False)
        self._clearance.setVisible(live is not None)
        self._inform.setVisible(bool(self.inform.stands()))
        self._promises.setVisible(bool(view.enquiry.promises) or not closed)
        self._questions.setVisible(len(asked) > 1 or some)
        template = live.template if live else ""
        self._clearance.set_words(f"Clearance · {template}", f"Steps of clearance · {template}")
        self._inform.set_words("For information", f"For information: {self.inform.stands()}")
        how_many = f"{len(left)} of {len(asked)} open" if left else "all settled"
        self._questions.set_words("Questions", f"Questions: {how_many}")
        self._answer.set_words("", _ANSWER_CALLS.get(self._next, "Answer"))
        made = "Promises" if view.enquiry.promises else "Promise something"
        self._promises.set_words("Promises", made)
        self._follow_words()

    def _follow_words(self) -> None:
        """Follow what is being written."""
        words, live = self.answer.has_words(), self.answer.live
        same = live is not None and self.answer.compose.words().strip() == live.words
        if words and not (same and self._next is NextAct.AWAIT):
            self._answer.open()
        if same and self._next is NextAct.GIVE:
            self._clearance.take_turn("given", is_open=False)
        self._answer.setVisible(words or self._next is not NextAct.NOTHING)
        used = [line.id for line in self.answer.compose.sources.lines()]
        helps = self._answer.is_open() and self._next not in (NextAct.GIVE, NextAct.NOTHING)
        self.lines.setVisible(self.lines.leave_out(used) and helps)
        self.clearance.show_words(seen=same and self._answer.is_open())
        self.standing.show_next(self._next, words=words, asks=self.answer.asks())
        end = "Answer and close" if words else "Close enquiry"
        self._closing.set_words("", end)
        self.closing.show_answering(end, comes_first=self._next is NextAct.CLOSE and not words)

    def _on_promise(self) -> None:
        self._promises.open()
        self.promises.enter()

    def _on_settled(self) -> None:
        self._leads = True  # to what comes next, once it is shown

    def _on_close(self) -> None:
        if not self._closing.is_open():
            self._closing.open()
            self.closing.choose()
            return
        ending = self.closing.ending()
        if ending is None:
            return
        if self.answer.has_words():
            act = self.services.answering.answer_and_close
            self.answer.save(partial(act, ending=ending))
        else:
            self.closing.close_as(ending)

    def _on_refused(self, error: PressDeskError) -> None:
        """Show what is wrong where it can be put right, or say it."""
        if isinstance(error, Refused) and error.field == "promises":
            self._promises.open()
            self.promises.lead()
        elif isinstance(error, Refused) and self.closing.refuse(error):
            self._closing.open()
            return
        self.say(error)

    @override
    def on_guarded(self, name: str, again: Act, failed: Failed, error: PressDeskError) -> None:
        self.answer.go_on()
        super().on_guarded(name, again, failed, error)
