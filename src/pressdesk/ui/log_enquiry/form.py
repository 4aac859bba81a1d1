"""Everything that is typed about one enquiry, in the order in which a call goes."""

from collections.abc import Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import Channel, EnquiryForm, EnquiryType
from pressdesk.domain.routing import Route
from pressdesk.services.enquiries import Preview
from pressdesk.ui.kit import ChipEdit, Field, PlainEdit, Segmented
from pressdesk.ui.log_enquiry.deadline import DeadlineEntry
from pressdesk.ui.log_enquiry.journalist import JournalistEntry
from pressdesk.ui.log_enquiry.judgement import Judgement
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.log_enquiry.pair import Pair
from pressdesk.ui.log_enquiry.questions import QuestionsEntry
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

LINES = {
    Route.MAIN: "Main line",
    Route.OUT_OF_HOURS: "Out-of-hours line",
    Route.HELD: "Held",
}
_CHANNEL_EM = 38  # the width from which five channels fit beside the deadline


class EnquiryEntry(QWidget):
    """The form. ``edited`` when anything in it changes."""

    edited = Signal()

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        self._build(services, tools)
        self._arrange()
        self._connect()

    def put(self, form: EnquiryForm) -> None:
        """Show a form that was kept."""
        self.journalist.put(form)
        self.questions.put(form.questions)
        self.subject.set_text(form.subject)
        self.deadline.put(form)
        self._channel.set_value(form.channel)
        self._topics.set_values(form.topics)
        self.urgency.put(form.urgent, form.urgent_reason)
        self.line.put(form.line_used, form.override_reason)
        self._type.setCurrentIndex(self._type.findData(form.type))
        self._publication.set_text(form.publication)
        self._notes.setPlainText(form.notes)

    def take(self, form: EnquiryForm) -> EnquiryForm:
        """Return the form with everything that stands here."""
        urgent, line = self.urgency.own(), self.line.own()
        pending = self._topics.pending()
        form = self.deadline.take(self.journalist.take(form))
        return replace(
            form,
            questions=self.questions.texts(),
            subject=self.subject.text(),
            channel=Channel(str(self._channel.value())),
            type=EnquiryType(self._type.currentData()),
            topics=(*self._topics.values(), *filter(None, (pending,))),
            urgent=None if urgent is None else bool(urgent),
            urgent_reason="" if urgent is None else self.urgency.reason.text(),
            line_used=None if line is None else Route(str(line)),
            override_reason="" if line is None else self.line.reason.text(),
            publication=self._publication.text(),
            notes=self._notes.text(),
        )

    def set_topics(self, topics: Sequence[str]) -> None:
        """Propose the topics that the office counts by."""
        self._topics.set_known(topics)

    def show_preview(self, form: EnquiryForm, preview: Preview, zone: ZoneInfo) -> None:
        """Say what is understood of the form."""
        self.subject.set_placeholder(replace(form, subject="").title)
        self.deadline.show_preview(preview, zone)
        urgent, why = preview.proposed.urgent, preview.proposed.reason
        self.urgency.propose(urgent, f"Proposed: {'yes' if urgent else 'no'}, {why}")
        route = preview.decision.route
        self.line.propose(
            route, f"Expected: {LINES[route].lower()}. Came in on another? Choose it."
        )

    def set_problem(self, field: str, sentence: str) -> bool:
        """Say what is wrong at a field and go there; False when the form has no such field."""
        place = self._places().get(field)
        if place is None:
            return False
        place.show()
        place.set_problem(sentence)
        place.setFocus()
        return True

    def clear_problems(self) -> None:
        """Take away what was said to be wrong, since something has changed."""
        for place in self._places().values():
            if place.problem():
                place.set_problem("")

    def _places(self) -> dict[str, Field]:
        return {
            "journalist": self.journalist.name,
            "call_back": self.journalist.call_back,
            "outlet": self.journalist.outlet,
            "email": self.journalist.email,
            "questions": self.questions,
            "subject": self.subject,
            "deadline": self.deadline.words,
            "urgent_reason": self.urgency.reason,
            "override_reason": self.line.reason,
            "publication": self._publication,
            "notes": self._notes_field,
        }

    def _build(self, services: Services, tools: Tools) -> None:
        self.journalist = JournalistEntry(services, tools)
        self.questions = QuestionsEntry()
        self.subject = LineField("&Subject")
        self.deadline = DeadlineEntry()
        self._channel = Segmented("Came in by", [(channel, channel.label) for channel in Channel])
        self._topics = ChipEdit()
        self.urgency = Judgement("&Urgent", [(False, "No"), (True, "Yes")], "Why, for the log")
        self.line = Judgement("&Line used", list(LINES.items()), "Why another line")
        self._type = QComboBox()
        for kind in EnquiryType:
            self._type.addItem(kind.label, kind)
        self._publication = LineField("&Planned publication")
        self._notes = PlainEdit("For colleagues; the log is open to FOI", (2, 6))
        self._notes_field = Field("Internal &notes", self._notes)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        # The scroll bar, 0.8 em wide, is the rest of the margin at the right.
        column.setContentsMargins(*(current().px(e) for e in (1.7, 1.2, 0.9, 1.2)))
        column.setSpacing(current().px(0.95))
        channel, topics = Field("&Came in by", self._channel), Field("&Topics", self._topics)
        for part in (
            self.journalist,
            self.questions,
            self.subject,
            Pair(self.deadline, channel, _CHANNEL_EM),
            Pair(topics, self.urgency),
            self.line,
            Pair(Field("T&ype", self._type), self._publication),
            self._notes_field,
        ):
            column.addWidget(part)
        column.addStretch(1)
        self.setFocusProxy(self.journalist)

    def _connect(self) -> None:
        for part in (self.journalist, self.questions, self.subject, self.deadline):
            part.edited.connect(self.edited)
        for judgement in (self.urgency, self.line):
            judgement.edited.connect(self.edited)
        self._publication.edited.connect(self.edited)
        self._channel.chosen.connect(self._on_changed)
        self._type.currentIndexChanged.connect(self._on_changed)
        self._topics.changed.connect(self.edited)
        self._topics.typed.connect(self.edited)
        self._notes.textChanged.connect(self.edited)
        self._notes.shortened.connect(self._notes_field.set_problem)

    def _on_changed(self, _value: object) -> None:
        self.edited.emit()
