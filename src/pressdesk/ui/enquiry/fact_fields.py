"""The inputs of the edit form: every fact of an enquiry."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import Channel, EnquiryForm, EnquiryType
from pressdesk.services.enquiries import Preview
from pressdesk.services.office import Facts
from pressdesk.ui.kit import ChipEdit, Field
from pressdesk.ui.log_enquiry.deadline import DeadlineEntry
from pressdesk.ui.log_enquiry.journalist import JournalistEntry
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.log_enquiry.pair import Pair
from pressdesk.ui.log_enquiry.questions import QuestionsEntry
from pressdesk.ui.log_enquiry.received import ReceivedEntry
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools


class FactFields(QWidget):
    """A form of one enquiry; ``edited`` when anything becomes other."""

    edited = Signal()

    def __init__(self, home: tuple[Services, Tools], base: EnquiryForm, office: Facts) -> None:
        super().__init__()
        self._base, self._zone = base, office.hours.zone
        self._build(home, office)
        self._arrange()
        self.put(base)
        self._connect()

    def put(self, form: EnquiryForm) -> None:
        """Show a form."""
        self._base = form
        self.subject.set_text(form.subject)
        self.questions.put(form.questions)
        self.journalist.put(form)
        self.deadline.put(form)
        self._channel.setCurrentText(form.channel.label)
        self._type.setCurrentText(form.type.label)
        self._topics.set_values(form.topics)
        self.publication.set_text(form.publication)

    def typed(self) -> EnquiryForm:
        """Return the form as it stands."""
        pending = self._topics.pending()
        form = self.deadline.take(self.journalist.take(self._base))
        return replace(
            form,
            subject=self.subject.text(),
            questions=tuple(words for words in self.questions.texts() if words.strip()),
            received_at=self.received.at(),
            channel=self._channel.currentData(),
            type=self._type.currentData(),
            topics=(*self._topics.values(), *((pending,) if pending else ())),
            publication=self.publication.text(),
        )

    def start(self) -> None:
        """Put the cursor behind the subject, without marking it: typing must not replace it."""
        self._subject_line.setFocus()
        self._subject_line.end(False)

    def show_preview(self, preview: Preview) -> None:
        """Say what the deadline words mean."""
        self.deadline.show_preview(preview, self._zone)

    def set_problem(self, field: str, sentence: str) -> bool:
        """Show what is wrong at its input; False when the form has none of that name."""
        inputs: dict[str, Field | ReceivedEntry] = {
            "subject": self.subject,
            "questions": self.questions,
            "journalist": self.journalist.name,
            "outlet": self.journalist.outlet,
            "call_back": self.journalist.call_back,
            "email": self.journalist.email,
            "deadline": self.deadline.words,
            "deadline_words": self.deadline.words,
            "received_at": self.received,
            "topics": self._topics_field,
            "publication": self.publication,
            "channel": self._channel_field,
            "type": self._type_field,
        }
        if field in inputs:
            inputs[field].set_problem(sentence)
        return field in inputs

    def clear_problems(self) -> None:
        """Take every sentence of what was wrong away."""
        for field in self.findChildren(Field):
            field.set_problem("")

    def _build(self, home: tuple[Services, Tools], office: Facts) -> None:
        clock = home[1].clock
        self._subject_line = QLineEdit()
        self.subject = LineField("&Subject", self._subject_line)
        self.questions = QuestionsEntry()
        self.journalist = JournalistEntry(*home)
        self.deadline = DeadlineEntry()
        self.received = ReceivedEntry(clock, self._base.received_at)
        self.received.set_zone(self._zone)
        self._channel, self._type = QComboBox(), QComboBox()
        for channel in Channel:
            self._channel.addItem(channel.label, channel)
        for wanted in EnquiryType:
            self._type.addItem(wanted.label, wanted)
        self._topics = ChipEdit([topic.name for topic in office.topics if topic.active])
        self.publication = LineField("When is it to &appear")
        self._topics_field = Field("To&pics", self._topics)
        self._channel_field = Field("&Came in by", self._channel)
        self._type_field = Field("&Wants", self._type)
        self.setFocusProxy(self.subject)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.8))
        for widget in (
            self.subject,
            self.questions,
            self.deadline,
            self.journalist,
            Field("Received", self.received),
            Pair(self._channel_field, self._type_field, 24),
            self._topics_field,
            self.publication,
        ):
            column.addWidget(widget)

    def _connect(self) -> None:
        for part in (
            *(self.subject, self.questions, self.journalist, self.deadline),
            *(self.received, self.publication),
        ):
            part.edited.connect(self.edited)
        self._topics.changed.connect(self.edited)
        for box in (self._channel, self._type):
            box.currentIndexChanged.connect(self.edited)
