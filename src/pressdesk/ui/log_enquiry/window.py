"""The window in which one enquiry is logged. Several may be open at once; none is ever modal."""

from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import uuid4
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.embargo import until_said
from pressdesk.domain.enquiries import EnquiryForm, Logged
from pressdesk.domain.enquiry_drafts import PREFIX, from_json, is_blank, to_json
from pressdesk.domain.local_time import zone_named
from pressdesk.errors import Embargoed, PressDeskError, Refused
from pressdesk.services.enquiries import Preview
from pressdesk.services.office import Facts
from pressdesk.storage.drafts import Draft
from pressdesk.ui.acts import ENQUIRY, HELP, Act
from pressdesk.ui.banner import LOG_KEY
from pressdesk.ui.bus import Changed
from pressdesk.ui.drafts import DraftKeeper
from pressdesk.ui.kit import MessageStrip, Tone, one_line
from pressdesk.ui.kit.on_screen import open_at
from pressdesk.ui.known.look import KnownLook
from pressdesk.ui.log_enquiry.columns import Columns
from pressdesk.ui.log_enquiry.finding import Finding
from pressdesk.ui.log_enquiry.footer import Footer
from pressdesk.ui.log_enquiry.form import EnquiryEntry
from pressdesk.ui.log_enquiry.header import Header
from pressdesk.ui.log_enquiry.known import KnownPanel
from pressdesk.ui.log_enquiry.routing_panel import RoutingPanel
from pressdesk.ui.palette import PALETTE_KEY
from pressdesk.ui.search.box import SEARCH_KEY
from pressdesk.ui.tools import Message, Tools

RULES = frozenset({"office", "hours", "special_day", "urgency_rule", "shift"})
"""Tables whose changes may route an enquiry otherwise."""

DISCARD, CLOSE_ANYWAY = "Throw it away", "Close and lose it"
LINK_ANYWAY, LOG_ANYWAY = "Link anyway", "Log anyway"


def waiting_drafts(services: Services) -> tuple[Draft, ...]:
    """Return the enquiries that were being typed when PressDesk was closed, oldest first."""
    return services.drafts.waiting(PREFIX)


class LogEnquiryWindow(QWidget):
    """A new enquiry, or one that was kept as ``draft``.

    ``logged`` carries the :class:`Logged` of a saved enquiry, ``answer_requested`` its id when it
    is to be answered at once. Closing it keeps what was typed; ``navigator.said`` tells so.
    """

    logged = Signal(object)
    answer_requested = Signal(int)

    def __init__(self, services: Services, tools: Tools, draft: Draft | None = None) -> None:
        super().__init__()
        self._services, self._tools = services, tools
        now = tools.clock.now()
        kept = from_json(draft.content, now) if draft else EnquiryForm(now)
        self.draft_key = draft.key if draft else f"{PREFIX}{uuid4()}"
        self._keeper = DraftKeeper(
            services.drafts, tools, self.draft_key, self, content=draft.content if draft else ""
        )
        self._zone: ZoneInfo | None = None
        self._previewed = self._started = kept
        self._settled = False
        self._asked_about: KnownLook | EnquiryForm = kept
        self._to_answer = False
        self._build(kept)
        self._show_title(kept)
        self._arrange()
        self._connect()
        tools.runner.run(self, services.office.facts, self._on_facts)

    def form(self) -> EnquiryForm:
        """Return what is typed now."""
        form = EnquiryForm(self.header.received.at())
        return self.known.take(self.entry.take(form))

    def log(self) -> None:
        """Log the enquiry and close."""
        self._save(self.form())

    def log_and_answer(self) -> None:
        """Log the enquiry, close, and go to its answer."""
        self._save(self.form(), to_answer=True)

    def finish_later(self) -> None:
        """Save what there is; the desk lists it among those to finish."""
        form = self.form()
        if is_blank(form):
            self.close()
        else:
            self._save(replace(form, finished=False))

    def ask_to_discard(self) -> None:
        """Ask whether to throw away what was typed; asked twice, do it."""
        if self.strip.isVisible() and self._asking == DISCARD:
            self._discard()
        elif is_blank(self.form()):
            self.close()
        else:
            self._ask("Throw away what you typed? Press Ctrl Shift Backspace again, or", DISCARD)

    def _build(self, kept: EnquiryForm) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("page")
        self.header = Header(self._tools.clock, kept.received_at)
        self.strip, self._asking = MessageStrip(self), ""
        self.entry = EnquiryEntry(self._services, self._tools)
        self.routing = RoutingPanel()
        self.known = KnownPanel(self._services, self._tools)
        self.footer = Footer()
        self.finding = Finding(self._services, self._tools)
        self.entry.put(kept)
        self.known.put(kept)
        self.entry.setFocus()

    def _arrange(self) -> None:
        self._columns = Columns(self.entry, self.routing, self.known)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.strip):
            column.addWidget(part)
        column.addWidget(self._columns, 1)
        column.addWidget(self.footer)
        for bar in (self.header, self.footer):
            bar.setProperty("bar", "top" if bar is self.header else "bottom")
        open_at(self, 1180, 800)

    def _connect(self) -> None:
        for part in (self.entry, self.known, self.header.received):
            part.edited.connect(self._on_edited)
        self.header.received.finished.connect(self.entry.setFocus)
        self.known.embargoed.connect(self._ask_to_link)
        self.strip.action_requested.connect(self._on_answered)
        self._keeper.kept.connect(self._on_kept)
        self._keeper.failed.connect(self._on_not_kept)
        self.footer.later_requested.connect(self.finish_later)
        self.footer.answer_requested.connect(self.log_and_answer)
        self.footer.log_requested.connect(self.log)
        for key, act in (
            ("Ctrl+Return", self.log),
            ("Ctrl+Enter", self.log),
            ("Ctrl+Shift+Return", self.log_and_answer),
            ("Ctrl+Shift+Enter", self.log_and_answer),
            *((act.key, act.do) for act in self._acts()),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self._tools.bus.changed.connect(self._on_changed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed and say so; what cannot be kept is not lost without a word."""
        if not self._settled and self._keeper.problem and not is_blank(self.form()):
            event.ignore()
            self._ask(f"This draft is not kept: {self._keeper.problem}", CLOSE_ANYWAY)
            return
        if not self._settled:
            self._keeper.flush()
            self._say_kept()
        super().closeEvent(event)

    def _acts(self) -> tuple[Act, ...]:
        """Return what can be done here, besides what the buttons in sight do."""
        navigator = self._tools.navigator
        return (
            Act(ENQUIRY, "Search everything", self._search, SEARCH_KEY),
            Act(ENQUIRY, "Log another enquiry", navigator.log_enquiry_requested.emit, LOG_KEY),
            Act(ENQUIRY, "Throw away what is typed", self.ask_to_discard, "Ctrl+Shift+Backspace"),
            Act(HELP, "Everything that can be done…", self._list_acts, PALETTE_KEY),
            Act(HELP, "Manual", navigator.manual_requested.emit, "F1"),
        )

    def _search(self) -> None:
        if self._zone is not None:
            self.finding.search(self, self.header.height(), self._zone)

    def _list_acts(self) -> None:
        self.finding.list_acts(self, self.header.height(), self._acts())

    def _say_kept(self) -> None:
        form = self.form()
        if is_blank(form):
            return
        name = one_line(form.journalist or form.title) or "nobody named yet"
        resume = partial(self._tools.navigator.resume_requested.emit, self.draft_key)
        sentence = f"The enquiry you began ({name}) is kept as a draft."
        self._tools.navigator.say(Message(sentence, action="Resume", act=resume))

    def _on_facts(self, facts: Facts) -> None:
        self._zone = zone_named(facts.office.zone)
        self.header.received.set_zone(self._zone)
        self.entry.set_topics([topic.name for topic in facts.topics if topic.active])
        self._preview()

    def _on_changed(self, changed: Changed) -> None:
        if changed.tables & RULES:
            self._tools.runner.run(self, self._services.office.facts, self._on_facts, key="facts")

    def _on_edited(self) -> None:
        form = self.form()
        self._keeper.keep("" if is_blank(form) else to_json(form))
        self.entry.clear_problems()
        if self._asking in {LINK_ANYWAY, LOG_ANYWAY}:
            self._asking = ""
            self.strip.hide()  # it was asked about another form
        self._show_title(form)
        self._preview()

    def _show_title(self, form: EnquiryForm) -> None:
        name = one_line(form.journalist)
        self.setWindowTitle(f"Log enquiry · {name}" if name else "Log enquiry")

    def _preview(self) -> None:
        if self._zone is None or self._settled:
            return
        self._previewed = form = self.form()
        work = partial(self._services.enquiries.preview, form)
        self._tools.runner.run(self, work, self._on_preview, key="preview")
        self.known.follow(form, self._zone)

    def _on_preview(self, preview: Preview) -> None:
        if self._zone is None:
            return
        self.entry.show_preview(self._previewed, preview, self._zone)
        self.routing.show_decision(preview.decision, self._zone)
        self.header.show_decision(preview.decision)

    def _on_kept(self, at: datetime) -> None:
        if self._zone is not None:
            self.footer.say(f"Draft kept {at.astimezone(self._zone):%H:%M:%S}")

    def _on_not_kept(self, problem: str) -> None:
        self.footer.say("Draft not kept")
        self._ask(f"What you type is not kept: {problem}", "")

    def _save(
        self, form: EnquiryForm, *, to_answer: bool = False, despite: str | None = None
    ) -> None:
        if self._settled:
            return
        if despite is None and self.known.said_so():
            despite = ""
        self._asked_about, self._to_answer = form, to_answer
        self._settled = True
        self._keeper.hold()
        self._columns.setEnabled(False)
        work = partial(self._services.enquiries.log, form, draft=self.draft_key, despite=despite)
        done = self._on_logged_to_answer if to_answer else self._on_logged
        self._tools.runner.run(self, work, done, self._on_refused)

    def _on_logged(self, logged: Logged) -> None:
        self.logged.emit(logged)
        self.close()

    def _on_logged_to_answer(self, logged: Logged) -> None:
        self._on_logged(logged)
        self._tools.navigator.enquiry_requested.emit(logged.id)
        self.answer_requested.emit(logged.id)

    def _on_refused(self, error: PressDeskError) -> None:
        """Open the form again, at the field to correct; everything typed still stands there."""
        self._settled = False
        self._columns.setEnabled(True)
        self._keeper.go_on()
        field = error.field if isinstance(error, Refused) else ""
        if isinstance(error, Embargoed):
            self._ask(f"{error} {LOG_ANYWAY}?", LOG_ANYWAY)
            self.entry.setFocus()
        elif field == "received_at":
            self.header.received.set_problem(str(error))
        elif not self.entry.set_problem(field, str(error)):
            self._ask(str(error), "")
            self.entry.setFocus()

    def _ask(self, sentence: str, action: str) -> None:
        self._asking = action
        self.strip.show_message(sentence, Tone.WARNING, action)

    def _ask_to_link(self, look: KnownLook) -> None:
        if self._zone is not None:
            until = until_said(look.embargo, self._tools.clock.now(), self._zone)
            self._asked_about = look
            self._ask(f"“{look.title}” is under embargo {until}. {LINK_ANYWAY}?", LINK_ANYWAY)

    def _on_answered(self) -> None:
        if self._asking == DISCARD:
            self._discard()
        elif isinstance(self._asked_about, KnownLook) and self._asking == LINK_ANYWAY:
            self.known.link_anyway(self._asked_about.id)
        elif isinstance(self._asked_about, EnquiryForm) and self._asking == LOG_ANYWAY:
            self._save(self._asked_about, to_answer=self._to_answer, despite="")
        else:
            self._settled = True
            self.close()

    def _discard(self) -> None:
        self._keeper.keep("")
        self._keeper.flush()
        self._settled = True
        self.close()
