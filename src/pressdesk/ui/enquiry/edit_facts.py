"""Changing the facts of an enquiry in place, without losing anybody's words."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.domain.enquiries import Enquiry, EnquiryForm, form_of
from pressdesk.errors import Conflict, PressDeskError, Refused
from pressdesk.services.enquiries import Enquiries, Preview
from pressdesk.ui.enquiry.drafted import Drafted
from pressdesk.ui.enquiry.edits import from_draft, merged, to_draft
from pressdesk.ui.enquiry.fact_fields import FactFields
from pressdesk.ui.enquiry.tab import Tab, bind
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import Card, FlowLayout, GrowingLabel, KeyButton, Kind, SectionCaption
from pressdesk.ui.theme import current

LEAVE = "Press Esc again to throw your changes away, or Ctrl Enter to save them."
THEIRS = "Someone else changed this too. Yours stands here; save again to keep it."
MERGED = (
    "Someone else saved first. Their changes are in the form beside yours; look and save again."
)


class EditFacts(QWidget):
    """The edit form of the enquiry shown; ``opened`` and ``left`` as it comes and goes."""

    opened = Signal()
    left = Signal()

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._view: View | None = None
        self._fields: FactFields | None = None
        self._base: EnquiryForm | None = None
        self._version = 0
        self._leaving = False
        self._build()
        self._arrange()
        self._connect()
        self.hide()

    def show_view(self, view: View) -> None:
        """Follow the enquiry shown; a form being edited goes on, another's comes back."""
        self._view = view
        if self._drafted.show_view(view):
            return
        if self._base == form_of(view.enquiry):
            self._version = view.enquiry.version  # somebody changed something else

    def leave(self) -> None:
        """Let go of the enquiry; what is typed is kept."""
        self._drafted.leave()

    def open(self) -> None:
        """Begin to edit the facts as they stand."""
        if self._view is not None and self._fields is None:
            base = form_of(self._view.enquiry)
            self._begin(base, base)
            self.fields.start()

    def is_open(self) -> bool:
        """Return whether the facts are being edited."""
        return self._fields is not None

    @property
    def fields(self) -> FactFields:
        """The inputs; only while it is open."""
        assert self._fields is not None, "the edit form is open"
        return self._fields

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open():
            self._on_cancel()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        home = (self._tab.services, self._tab.tools)
        self._drafted = Drafted(home, "facts", self._as_draft, self._from_draft, self)
        self._message = Card(panel="warning")
        self._sentence = GrowingLabel("")
        self._message.body.addWidget(self._sentence)
        self._save = KeyButton("Save", Kind.PRIMARY, "Ctrl+Enter", binds=False)
        self._later = KeyButton("Keep to finish later", binds=False)
        self._cancel = KeyButton("Cancel", Kind.QUIET, "Esc", binds=False)

    def _arrange(self) -> None:
        buttons = QWidget(self)
        flow = FlowLayout(buttons, current().px(0.5))
        for button in (self._save, self._later, self._cancel):
            flow.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(0.8))
        self._column.addWidget(SectionCaption("Edit facts", self))
        self._column.addWidget(buttons)
        self._column.addWidget(self._message)
        self._message.hide()

    def _connect(self) -> None:
        self._save.clicked.connect(self._on_save)
        self._later.clicked.connect(self._on_later)
        self._cancel.clicked.connect(self._on_cancel)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            bind(key, self, self._on_save)

    def _begin(self, base: EnquiryForm, typed: EnquiryForm) -> None:
        """Put the form up: ``base`` is what it was edited from."""
        assert self._view is not None
        self._base, self._version = base, self._view.enquiry.version
        if self._fields is not None:
            self._fields.deleteLater()
        home = (self._tab.services, self._tab.tools)
        self._fields = FactFields(home, typed, self._view.office)
        self.setFocusProxy(self._fields)
        self._fields.edited.connect(self._on_edited)
        self._column.addWidget(self._fields)
        self._save.set_words("Save" if base.finished else "Save as finished")
        self._later.setVisible(not base.finished)
        self._say("")
        self._preview()
        self.show()
        self.opened.emit()

    def _end(self) -> None:
        """Put the form away; the focus, if it was inside, goes to what stands in its place."""
        if self._fields is None:
            return
        inside = self.isAncestorOf(self.window().focusWidget())
        self._fields.deleteLater()
        self._fields = self._base = None
        self._say("")
        self.hide()
        self.left.emit()
        if inside:
            self._tab.focus_first()

    def _typed(self) -> EnquiryForm:
        return self.fields.typed()

    def _as_draft(self) -> str:
        if self._fields is None or self._base is None:
            return ""
        return to_draft(self._base, self._typed())

    def _from_draft(self, content: str) -> None:
        """Bring back what was being edited, beside what others have saved since."""
        assert self._view is not None
        self._end()
        kept = from_draft(content, self._view.enquiry.summary.received_at) if content else None
        if kept is not None:
            self._bring_together(*kept, self._view.enquiry)

    def _bring_together(self, base: EnquiryForm, mine: EnquiryForm, now: Enquiry) -> None:
        theirs = form_of(now)
        mine, both = merged(base, mine, theirs)
        self._begin(theirs, mine)
        self._version = now.version
        for field in both:
            self.fields.set_problem(field, THEIRS)
        if theirs != base:
            self._say(MERGED)

    def _on_edited(self) -> None:
        self._say("")
        self._drafted.on_typed()
        self._preview()

    def _preview(self) -> None:
        now = self._tab.tools.clock.now()
        form = as_said_now(self._typed(), self._base, now)
        work = partial(self._tab.services.enquiries.preview, form)
        self._tab.tools.runner.run(self, work, self._on_preview, self._tab.say, key="preview")

    def _on_preview(self, preview: Preview) -> None:
        if self._fields is not None:
            self._fields.show_preview(preview)

    def _on_save(self) -> None:
        self._keep(finished=True)

    def _on_later(self) -> None:
        self._keep(finished=False)

    def _keep(self, *, finished: bool) -> None:
        if self._fields is None or self._view is None or self._base is None:
            return
        self._fields.clear_problems()
        self._drafted.hold()
        form = replace(self._typed(), finished=finished)
        moment = (self._base, self._tab.tools.clock.now())
        service = self._tab.services.enquiries
        work = partial(save, service, (self._view.id, self._version), form, moment)
        self._tab.act(work, self._on_saved, self._on_failed)

    def _on_saved(self, saved: Enquiry) -> None:
        if self._view is not None and saved.summary.id == self._view.id:
            self._end()
        self._drafted.go_on()

    def _on_failed(self, error: PressDeskError) -> None:
        self._drafted.go_on()
        if self._fields is None or self._view is None:
            self._tab.say(error)
        elif isinstance(error, Conflict):
            self._say(str(error))
            show = partial(self._tab.services.enquiries.show, self._view.id)
            self._tab.act(show, self._on_theirs)
        elif not (isinstance(error, Refused) and self._fields.set_problem(error.field, str(error))):
            self._say(str(error))

    def _on_theirs(self, theirs: Enquiry) -> None:
        if self._fields is not None and self._base is not None:
            self._bring_together(self._base, self._typed(), theirs)
            self.fields.start()

    def _on_cancel(self) -> None:
        changed = self._fields is not None and self._as_draft()
        if changed and not self._leaving:
            self._say(LEAVE)
            self._leaving = True
        else:
            self._end()
            self._drafted.on_typed()

    def _say(self, sentence: str) -> None:
        self._leaving = False
        self._sentence.setText(sentence)
        self._message.setVisible(bool(sentence))
        if sentence:
            self._tab.ensureWidgetVisible(self._message)


def as_said_now(form: EnquiryForm, base: EnquiryForm | None, now: datetime) -> EnquiryForm:
    """Return the form with its received time as *now* when the deadline was said just now.

    A corrected “5pm” is today's, also for an enquiry of last week.
    """
    said_now = base is not None and form.deadline_words != base.deadline_words
    return replace(form, received_at=now) if said_now else form


def save(
    service: Enquiries,
    which: tuple[int, int],
    form: EnquiryForm,
    moment: tuple[EnquiryForm, datetime],
) -> Enquiry:
    """Save a corrected form of an enquiry (id, version); see :func:`as_said_now`."""
    preview = service.preview(as_said_now(form, *moment))
    if form.deadline_at is None and preview.deadline.at is not None:
        form = replace(form, deadline_at=preview.deadline.at)
    return service.correct(*which, form)
