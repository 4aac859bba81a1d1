"""Recording an answer: on which terms, the words, by whom, when, how, cleared in which steps."""

import json

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.clock import Clock
from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.clearance import ClearanceState, Template, live_of
from pressdesk.domain.enquiries import Answer, Channel, Terms, check_terms
from pressdesk.domain.lines_to_take import LineKind, LineSummary, UsedLine
from pressdesk.domain.questions import still_open
from pressdesk.domain.same_answer import Source
from pressdesk.errors import Refused
from pressdesk.ui.enquiry.basis_choice import BasisChoice
from pressdesk.ui.enquiry.drafted import read_typed
from pressdesk.ui.enquiry.given import Given
from pressdesk.ui.enquiry.questions_choice import QuestionsChoice
from pressdesk.ui.enquiry.sources import Sources
from pressdesk.ui.enquiry.terms_choice import TermsChoice
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import Field, GrowingLabel, Look, PlainEdit, Segmented, plain
from pressdesk.ui.theme import current

KINDS = (
    (AnswerKind.SUBSTANTIVE, "Answer"),
    (AnswerKind.HOLDING, "Holding"),
    (AnswerKind.ACKNOWLEDGED, "Acknowledge"),
)
NO_TERMS = "Choose the terms first, then type the words."
KEPT = "Kept. Choose the terms with the arrow keys or Enter, then go on typing."


class Compose(QWidget):
    """The form of one answer; ``edited`` when it becomes other."""

    edited = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._view: View | None = None
        self._waiting: LineSummary | None = None
        self._names: tuple[str, ...] = ()
        self._build()
        self._arrange()
        self._connect()
        self._follow_terms()

    def show_view(self, view: View, *, fresh: bool) -> None:
        """Offer the people of the office; with ``fresh`` fill in what is usual."""
        self._view = view
        people = [person.name for person in view.office.staff if person.active]
        self.given.offer(people)
        self.basis.offer(view.office.templates)
        self.questions.offer(still_open(view.enquiry.asked))
        self._follow_kind()
        if fresh:
            self.given.set_by(self.given.by() or view.me)
            self.given.set_channel(view.enquiry.channel)
            if not self.words().strip():
                self.basis.choose_usual(view)

    def words(self) -> str:
        """Return the words as typed."""
        return self.edit.toPlainText()

    def content(self) -> str:
        """Return what is typed, to be kept as a draft; empty when there are no words."""
        if not self.words().strip():
            return ""
        typed = {
            "words": self.words(),
            "kind": self.kind.value(),
            "unticked": self.questions.unticked(),
            "terms": self.terms.value(),
            "by": self.given.by(),
            "basis": self.basis.name(),
            "lines": self.sources.content(),
            "names": self._names,
        }
        return json.dumps(typed)

    def put(self, content: str) -> None:
        """Show a draft again; an empty one clears the form."""
        typed = read_typed(content)
        terms = typed.get("terms", "")
        self.terms.set_value(Terms(terms) if terms in list(Terms) else None)
        kind = typed.get("kind")
        self.kind.set_value(
            AnswerKind(kind) if kind in list(AnswerKind) else AnswerKind.SUBSTANTIVE
        )
        self.questions.untick(typed.get("unticked", []))
        self.edit.setPlainText(typed.get("words", ""))
        self.given.set_by(typed.get("by", "") or (self._view.me if self._view else ""))
        self.basis.choose(typed.get("basis", ""))
        self.sources.put(typed.get("lines", ""))
        self._waiting = None
        self._names = tuple(typed.get("names", ()))
        self._follow_names()
        self.given.put_away()
        self.clear_problems()
        self._follow_terms()
        self._follow_kind()

    def use(self, line: LineSummary) -> None:
        """Put the words of a line in, keeping that they come from it; ask for the terms first."""
        if self.terms.value() is None and line.kind is LineKind.BACKGROUND_ONLY:
            self.terms.set_value(Terms.NON_REPORTABLE_BRIEFING)
        terms = self.terms.value()
        if terms is None:
            self._waiting = line
            self.set_problem("terms", f"Choose the terms, then the words of “{line.title}” follow.")
            return
        try:
            check_terms(line, terms)
        except Refused as error:
            self.set_problem(error.field, str(error))
            return
        self._follow_terms()
        self._put_in(line.words)
        self.sources.add(UsedLine(line.id, line.title))
        self.edited.emit()

    def _put_in(self, words: str) -> None:
        """Put words in where the cursor is, as a paragraph of their own."""
        cursor = self.edit.textCursor()
        before, after = self.words()[: cursor.position()], self.words()[cursor.position() :]
        lead = "\n\n" if before.strip() and not before.endswith("\n\n") else ""
        cursor.insertText(f"{lead}{words}" + ("\n\n" if after.strip() else ""))
        self.edit.setTextCursor(cursor)
        self.edit.setFocus()

    def answer(self) -> Answer:
        """Return the answer to record; raise Refused with the field to correct."""
        terms = self.terms.value()
        if terms is None or self._view is None:
            raise Refused(NO_TERMS, field="terms")
        return Answer(
            words=self.words(),
            terms=terms,
            given_by=self.given.by(),
            given_at=self.given.at(self._clock.now(), self._view.zone),
            channel=self.given.channel(),
            lines=self.sources.lines(),
            basis=self.template().name,
            sources=self._names,
            kind=AnswerKind(str(self.kind.value())),
            questions=self.questions.value(),
        )

    def insert(self, passage: Source) -> None:
        """Put a paragraph where the words are being typed, and keep where it came from."""
        self._put_in(passage.words)
        self._names = tuple(dict.fromkeys((*self._names, passage.name)))
        self._follow_names()
        self.edited.emit()

    def choose_channel(self, channel: Channel) -> None:
        """Say how it goes out."""
        self.given.set_channel(channel)

    def template(self) -> Template:
        """Return the clearance chosen; one without name or steps for less than an answer."""
        answers = self.kind.value() is AnswerKind.SUBSTANTIVE
        return self.basis.template() if answers else Template("")

    def set_problem(self, field: str, sentence: str) -> bool:
        """Show what is wrong at its input; False when the form has none of that name."""
        fields = self._fields()
        if field in fields:
            fields[field].set_problem(sentence)
            fields[field].setFocus()
        return field in fields

    def clear_problems(self) -> None:
        """Take every sentence of what was wrong away."""
        for field in self._fields().values():
            field.set_problem("")

    def _fields(self) -> dict[str, Field | Given]:
        return {
            "words": self._words_field,
            "lines": self._words_field,
            "given_at": self.given,
            "terms": self._terms_field,
            "clearance": self._words_field if self.basis.isHidden() else self.basis,
        }

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the terms from words that cannot be typed yet."""
        if not self.edit.isEnabled():
            self.terms.setFocus()

    def _build(self) -> None:
        self.kind = Segmented("What this is", KINDS)
        self.questions = QuestionsChoice()
        self.terms = TermsChoice()
        self.edit = PlainEdit("The words that were given", (4, 14))
        self.sources = Sources()
        self.given, self.basis = Given(), BasisChoice()
        self._questions_field = Field("Which questions it answers", self.questions)
        self._terms_field = Field("On which terms", self.terms)
        self._words_field = Field("&Words", self.edit)
        self._from = GrowingLabel("", Look.SECONDARY, self)
        self.setFocusProxy(self.terms)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.8))
        for widget in (
            self.kind,
            self._questions_field,
            self._terms_field,
            self._words_field,
            self._from,
            self.sources,
            self.basis,
            self.given,
        ):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.kind.chosen.connect(self._on_kind)
        self.questions.edited.connect(self.edited)
        self.terms.chosen.connect(self._on_terms)
        self.terms.typed.connect(self._on_typed)
        self.edit.textChanged.connect(self._on_words)
        self.sources.edited.connect(self.edited)
        self.edit.shortened.connect(self._words_field.set_problem)
        self.given.edited.connect(self.edited)
        self.basis.chosen.connect(self.edited)

    def _on_terms(self) -> None:
        self._terms_field.set_problem("")
        self._follow_terms()
        self.edited.emit()
        if (line := self._waiting) is not None:
            self._waiting = None
            self.use(line)

    def _on_typed(self, words: str) -> None:
        """Write what was typed on the terms; the words are gone to once the terms are chosen."""
        cursor = self.edit.textCursor()
        if words == "\b":
            cursor.deletePreviousChar()
        else:
            cursor.insertText(plain(words))
        self.edit.setTextCursor(cursor)
        if self.edit.isEnabled():
            self.edit.setFocus()

    def _on_words(self) -> None:
        if not self.words().strip():
            self.sources.clear()
            self._names = ()
            self._follow_names()
        self._follow_terms()
        self.edited.emit()

    def _on_kind(self, _kind: object) -> None:
        self._follow_kind()
        self.edited.emit()

    def _follow_kind(self) -> None:
        """Ask which questions are answered only when there are several, and an answer.

        What it rests on is asked while no words are being cleared.
        """
        several = self._view is not None and len(still_open(self._view.enquiry.asked)) > 1
        answers = self.kind.value() is AnswerKind.SUBSTANTIVE
        self._questions_field.setVisible(several and answers)
        live = live_of(self._view.enquiry.clearances) if self._view else None
        goes_on = live is not None and live.state is not ClearanceState.SENT_BACK
        self.basis.setVisible(answers and not goes_on)

    def _follow_terms(self) -> None:
        chosen = self.terms.value() is not None
        self.edit.setEnabled(chosen)
        waiting = KEPT if self.words().strip() else NO_TERMS
        self._words_field.set_hint("" if chosen else waiting)

    def _follow_names(self) -> None:
        names = " · ".join(self._names)
        self._from.setText(f"From {names}" if names else "")
        self._from.setVisible(bool(names))
