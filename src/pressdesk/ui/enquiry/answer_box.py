"""The answer being written, and every way it goes out."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.clearance import Clearance, ClearanceState, live_of
from pressdesk.domain.embargo import last_of
from pressdesk.domain.enquiries import Answer, Channel, Status
from pressdesk.errors import PressDeskError, Refused
from pressdesk.services.lines_to_take import Usable
from pressdesk.ui.enquiry.aloud import Aloud
from pressdesk.ui.enquiry.compose import NO_TERMS, Compose
from pressdesk.ui.enquiry.difference import Difference
from pressdesk.ui.enquiry.drafted import Drafted
from pressdesk.ui.enquiry.insert_box import InsertBox
from pressdesk.ui.enquiry.same_answer_box import SameAnswerBox
from pressdesk.ui.enquiry.sending import SendBar
from pressdesk.ui.enquiry.tab import Tab, bind
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.held import NOT_HELD, Held, HeldFields
from pressdesk.ui.kit import Tone
from pressdesk.ui.known.kinds import LINES
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message

INSERT = "Ctrl+Shift+I"


class AnswerBox(QWidget):
    """The form, what it is compared with, and its buttons.

    ``followed`` when the words or what may be done with them changed, ``wanted`` when the form is
    to be seen, ``settled`` when the words were recorded or are being cleared; ``refused`` carries
    what is not put right here.
    """

    followed = Signal()
    wanted = Signal()
    settled = Signal()
    refused = Signal(object)

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._view: View | None = None
        self._saving = ""
        self._despite = False
        self._then: Callable[[str], None] | None = None
        self._build()
        self._arrange()
        self._connect()

    @property
    def live(self) -> Clearance | None:
        """The request for clearance that is live."""
        return live_of(self._view.enquiry.clearances) if self._view else None

    def show_view(self, view: View) -> None:
        """Show what was being written for an enquiry; words being typed stay."""
        self._view = view
        if fresh := self._drafted.show_view(view):
            self._then = None
            self.aloud.put_away()
            self.insert.put_away()
        self.compose.show_view(view, fresh=fresh)
        self.insert.show_passages(view.sources.passages)
        self._follow()

    def has_words(self) -> bool:
        """Say whether anything is written."""
        return bool(self.compose.words().strip())

    def asks(self) -> bool:
        """Say whether the words are to be cleared before they are given."""
        live = self.live
        goes_on = live is not None and live.state is not ClearanceState.SENT_BACK
        return bool(self.compose.template().steps) and not goes_on

    def use_line(self, line_id: int) -> None:
        """Put the words of a line to take into the answer, if it may be used now."""
        self._tab.act(partial(self._tab.services.lines_to_take.use, line_id), self._on_usable)

    def use_words(self, words: str) -> None:
        """Have these words be the answer."""
        self.wanted.emit()
        self.compose.edit.setPlainText(words)
        self.compose.setFocus()

    def save(self, act: Callable[..., None]) -> None:
        """Record the answer being written by ``act``, or say at its field what is missing."""
        answer = self._answer()
        if answer is not None:
            self._keep(act, answer)

    def go_on(self) -> None:
        """Keep again what is typed: saving has ended."""
        self._drafted.go_on()

    def leave(self) -> None:
        """Let go of the enquiry; what is typed is kept."""
        self._drafted.leave()

    def _build(self) -> None:
        self.compose = Compose(self._tab.tools.clock)
        self.insert, self.same_answer = InsertBox(), SameAnswerBox(self._tab)
        self.difference, self.aloud = Difference(self._tab), Aloud()
        self.sending = SendBar(self._tab)
        home = (self._tab.services, self._tab.tools)
        self._held = HeldFields(self.compose)
        self._drafted = Drafted(home, "answer", self.compose.content, self.compose.put, self)
        self.setFocusProxy(self.compose)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.8))
        compared = (self.difference, self.same_answer)
        for widget in (self.aloud, self.compose, self.insert, *compared, self.sending):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.compose.edited.connect(self._on_edited)
        self.insert.chosen.connect(self.compose.insert)
        self._held.copy_wished.connect(self._ask_to_copy)
        self.aloud.given.connect(self._on_read_out)
        self.aloud.left.connect(self._follow)
        self.sending.record_requested.connect(self._on_record)
        self.sending.aloud_requested.connect(self._on_aloud)
        self.sending.copy_requested.connect(self._on_copy)
        self.sending.mail_requested.connect(self._on_mail)
        bind(INSERT, self._tab, self._on_insert)

    def _follow(self) -> None:
        reading = not self.aloud.isHidden()
        self.compose.setHidden(reading)
        self.sending.setHidden(reading)
        self.sending.offer(sends=self.has_words() and not self.asks(), asks=self.asks())
        self.difference.compare(self.live, self.compose.words())
        held = self._embargoed()
        self._held.hold(held)
        self.same_answer.compare(self._view, self.compose.words(), held)
        self.followed.emit()

    def _embargoed(self) -> Held:
        """Return the embargo on what the words may come from: linked releases, lines put in."""
        if self._view is None:
            return NOT_HELD
        used = {line.id for line in self.compose.sources.lines()}
        linked = [release.embargo for release in self._view.enquiry.releases]
        offered = self._view.known.get(LINES.name, ())
        lines = [look.embargo for look in offered if look.id in used]
        return Held(last_of((*linked, *lines)), self._tab.tools.clock)

    def _ask_to_copy(self, words: str) -> None:
        """Copy words out of the form, once the embargo on their source was asked about."""
        if self._view is not None:
            lines = self.compose.sources.lines()
            take_out = partial(self._tab.services.answering.take_out, self._view.id, lines)
            self._tab.guarded("Copy", take_out, partial(_copy, words))

    def _is_closed(self) -> bool:
        return self._view is not None and self._view.enquiry.summary.status is Status.CLOSED

    def _on_usable(self, usable: Usable) -> None:
        if usable.warning:
            self._tab.tools.navigator.say(Message(usable.warning, Tone.WARNING))
        self.wanted.emit()
        self.compose.use(usable.line)

    def _on_edited(self) -> None:
        self.compose.clear_problems()
        self._drafted.on_typed()
        self._follow()

    def _on_record(self) -> None:
        if self.asks():
            self._ask()
        elif self.has_words() or not self._is_closed():
            self._give()

    def _give(self, then: Callable[[str], None] | None = None) -> None:
        """Record the words as given, then do what sends them out."""
        self.save(self._tab.services.answering.answer)
        self._then = then

    def _on_insert(self) -> None:
        self.wanted.emit()
        if self.compose.edit.isEnabled():
            self.insert.open()
        else:
            self.compose.set_problem("terms", NO_TERMS)

    def _on_aloud(self) -> None:
        """Show the words in large type, once it is sure that they may be given."""
        answer = self._answer()
        if answer is not None and self._view is not None:
            check = partial(self._tab.services.answering.check, self._view.id, answer)
            done = partial(self._on_checked, answer, self._view.id)
            self._tab.guarded("Read aloud", check, done, self._on_failed)

    def _on_checked(self, answer: Answer, enquiry_id: int, despite: bool) -> None:
        if self._view is not None and self._view.id == enquiry_id:
            self._despite = despite
            self.aloud.open(answer)
            self._follow()
            self._tab.ensureWidgetVisible(self.aloud)

    def _on_read_out(self, answer: Answer) -> None:
        """Record the very words that were read out."""
        act: Callable[..., None] = self._tab.services.answering.answer
        if self._despite:  # nobody is asked twice about one embargo
            act = partial(act, despite="")
        now = self._tab.tools.clock.now()
        self._keep(act, replace(answer, channel=Channel.PHONE, given_at=now))

    def _on_copy(self) -> None:
        self._give(self.sending.copy)

    def _on_mail(self) -> None:
        self.compose.choose_channel(Channel.EMAIL)
        if self._view is not None:
            self._give(partial(self.sending.mail, self._view.id))

    def _ask(self) -> None:
        """Ask for clearance of the words, which stay to be given."""
        if self._view is not None:
            self.compose.clear_problems()
            words, template = self.compose.words(), self.compose.template().name
            ask = partial(self._tab.services.clearances.ask, self._view.id, words, template)
            self._tab.act(ask, self._on_asked, self._on_failed)

    def _on_asked(self, _number: int) -> None:
        self.settled.emit()

    def _keep(self, act: Callable[..., None], answer: Answer) -> None:
        if self._view is None:
            return
        self._saving, self._then = answer.words, None
        self._drafted.hold()
        work = partial(act, self._view.id, answer, draft=self._drafted.key)
        self._tab.guarded("Record", work, self._on_answered, self._on_failed)

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
            inside = self._tab.isAncestorOf(self.window().focusWidget())
            self.compose.put("")
            if inside:
                self.settled.emit()
        self._drafted.go_on()
        if self._then is not None:
            self._then(self._saving)
            self._then = None

    def _on_failed(self, error: PressDeskError) -> None:
        self._drafted.go_on()
        if not (isinstance(error, Refused) and self._shows(error)):
            self.refused.emit(error)

    def _shows(self, error: Refused) -> bool:
        """Show what is wrong at its input; False when that is not in this form."""
        if error.field == "difference":
            self.difference.set_problem(str(error))
            return True
        self.wanted.emit()
        return self.compose.set_problem(error.field, str(error))


def _copy(words: str, _nothing: None) -> None:
    QGuiApplication.clipboard().setText(words)
