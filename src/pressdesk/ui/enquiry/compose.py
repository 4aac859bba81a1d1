"""Recording an answer: on which terms, the words, by whom, when, how, cleared by whom."""

import json
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QRadioButton, QVBoxLayout, QWidget

from pressdesk.clock import Clock
from pressdesk.domain.enquiries import Answer, Channel, Terms, check_terms
from pressdesk.domain.lines_to_take import LineKind, LineSummary, UsedLine
from pressdesk.domain.received import read_received
from pressdesk.errors import Refused
from pressdesk.ui.enquiry.sources import Sources
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import Field, FlowLayout, PlainEdit
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.log_enquiry.pair import Pair
from pressdesk.ui.theme import current

NO_TERMS = "Choose the terms first, then type the words."


class TermsChoice(QWidget):
    """One of the terms, none at the start. ``chosen`` when the person chose."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, current().px(0.9))
        for number, terms in enumerate(Terms):
            button = QRadioButton(terms.label)
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._group.idClicked.connect(self._tell)
        self.setFocusProxy(self._group.button(0))

    def value(self) -> Terms | None:
        """Return the terms chosen, None before that."""
        number = self._group.checkedId()
        return None if number < 0 else list(Terms)[number]

    def set_value(self, terms: Terms | None) -> None:
        """Choose without telling; None takes the choice back."""
        self._group.setExclusive(False)
        for number, known in enumerate(Terms):
            self._group.button(number).setChecked(known is terms)
        self._group.setExclusive(True)

    def _tell(self, _number: int) -> None:
        self.chosen.emit()


class Compose(QWidget):
    """The form of one answer; ``edited`` when it becomes other."""

    edited = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._view: View | None = None
        self._waiting: LineSummary | None = None
        self._build()
        self._arrange()
        self._connect()
        self._follow_terms()

    def show_view(self, view: View, *, fresh: bool) -> None:
        """Offer the people of the office; with ``fresh`` fill in what is usual."""
        self._view = view
        people = [person.name for person in view.office.staff if person.active]
        for box in (self._by, self._cleared):
            _offer(box, people)
        if fresh:
            self._by.setEditText(self._by.currentText() or view.me)
            self._how.setCurrentText(view.enquiry.channel.label)

    def words(self) -> str:
        """Return the words as typed."""
        return self.edit.toPlainText()

    def content(self) -> str:
        """Return what is typed, to be kept as a draft; empty when there are no words."""
        if not self.words().strip():
            return ""
        typed = {
            "words": self.words(),
            "terms": self.terms.value(),
            "by": self._by.currentText(),
            "cleared": self._cleared.currentText(),
            "lines": self.sources.content(),
        }
        return json.dumps(typed)

    def put(self, content: str) -> None:
        """Show a draft again; an empty one clears the form."""
        typed = _read(content)
        terms = typed.get("terms", "")
        self.terms.set_value(Terms(terms) if terms in list(Terms) else None)
        self.edit.setPlainText(typed.get("words", ""))
        self._by.setEditText(typed.get("by", "") or (self._view.me if self._view else ""))
        self._cleared.setEditText(typed.get("cleared", ""))
        self.sources.put(typed.get("lines", ""))
        self._waiting = None
        self.when.set_text("")
        self.clear_problems()
        self._follow_terms()

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
        if terms is None:
            raise Refused(NO_TERMS, field="terms")
        return Answer(
            words=self.words(),
            terms=terms,
            given_by=self._by.currentText(),
            given_at=self._given_at(),
            channel=self._how.currentData(),
            cleared_by=self._cleared.currentText(),
            lines=self.sources.lines(),
        )

    def set_problem(self, field: str, sentence: str) -> bool:
        """Show what is wrong at its input; False when the form has none of that name."""
        fields = {"words": self._words_field, "given_at": self.when, "terms": self._terms_field}
        fields["lines"] = self._words_field
        if field in fields:
            fields[field].set_problem(sentence)
            fields[field].setFocus()
        return field in fields

    def clear_problems(self) -> None:
        """Take every sentence of what was wrong away."""
        for field in (self._words_field, self.when, self._terms_field):
            field.set_problem("")

    def _build(self) -> None:
        self.terms = TermsChoice()
        self.edit = PlainEdit("The words that were given", (4, 14))
        self.sources = Sources()
        self._by, self._cleared, self._how = QComboBox(), QComboBox(), QComboBox()
        for box in (self._by, self._cleared):
            box.setEditable(True)
            box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for channel in Channel:
            self._how.addItem(channel.label, channel)
        self.when = LineField("Whe&n")
        line = self.when.input
        line.setPlaceholderText("now")  # type: ignore[attr-defined]
        self._terms_field = Field("On which terms", self.terms)
        self._words_field = Field("&Words", self.edit)
        self.setFocusProxy(self.terms)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.8))
        for widget in (
            self._terms_field,
            self._words_field,
            self.sources,
            Pair(Field("&By whom", self._by), self.when, 22),
            Pair(Field("H&ow", self._how), Field("&Cleared by (if it was)", self._cleared), 22),
        ):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.terms.chosen.connect(self._on_terms)
        self.edit.textChanged.connect(self._on_words)
        self.sources.edited.connect(self.edited)
        self.edit.shortened.connect(self._words_field.set_problem)
        for box in (self._by, self._cleared):
            box.editTextChanged.connect(self.edited)

    def _on_terms(self) -> None:
        self._terms_field.set_problem("")
        self._follow_terms()
        self.edited.emit()
        if (line := self._waiting) is not None:
            self._waiting = None
            self.use(line)

    def _on_words(self) -> None:
        if not self.words().strip():
            self.sources.clear()
        self.edited.emit()

    def _follow_terms(self) -> None:
        chosen = self.terms.value() is not None
        self.edit.setEnabled(chosen or bool(self.words()))
        self._words_field.set_hint("" if chosen else NO_TERMS)

    def _given_at(self) -> datetime:
        now = self._clock.now()
        typed = self.when.text().strip()
        if self._view is None or typed.lower() in ("", "now"):
            return now
        try:
            return read_received(typed, now, self._view.zone)[-1]
        except Refused as error:
            sentence = str(error).replace("the enquiry came in", "the answer was given")
            raise Refused(sentence, field="given_at") from error


def _offer(box: QComboBox, people: list[str]) -> None:
    typed = box.currentText()
    if [box.itemText(number) for number in range(box.count())] != people:
        box.clear()
        box.addItems(people)
    box.setEditText(typed)


def _read(content: str) -> dict[str, str]:
    try:
        typed = json.loads(content)
    except ValueError:
        return {"words": content}
    if not isinstance(typed, dict):
        return {"words": content}
    return {name: value for name, value in typed.items() if isinstance(value, str)}
