"""The Enquiry tab: facts, acts, questions, notes, files."""

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.questions import Question, QuestionState
from pressdesk.ui.enquiry.acts import Acts
from pressdesk.ui.enquiry.edit_facts import EditFacts
from pressdesk.ui.enquiry.files_box import FilesBox
from pressdesk.ui.enquiry.notes_box import NotesBox
from pressdesk.ui.enquiry.questions_box import said
from pressdesk.ui.enquiry.shelf import Shelf
from pressdesk.ui.enquiry.tab import Tab, bind, emptied, holder
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.enquiry.words import facts, missing
from pressdesk.ui.kit import Card, Fact, GrowingLabel, KeyValue, Look
from pressdesk.ui.kit.restyle import set_property
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools


class EnquiryTab(Tab):
    """What was asked, by whom, until when, and whose it is."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._facts: tuple[Fact, ...] = ()
        self._asked: tuple[Question, ...] | None = None
        self._build()
        self._arrange()
        self._connect()

    @override
    def show_view(self, view: View) -> None:
        super().show_view(view)
        summary = view.enquiry.summary
        self._strip.setVisible(not summary.finished)
        self._to_finish.setText(f"To finish: {missing(view.enquiry)}. Press F2.")
        self.tick(self.tools.clock.now())
        self._show_questions(view.enquiry.asked)
        self._shelf.show_view(view, self.tools.clock.now())
        self.acts.show_view(view)
        self.notes.show_view(view)
        self.files.show_view(view)
        self.edit.show_view(view)

    @override
    def focus_first(self) -> None:
        (self.edit if self.edit.is_open() else self.acts).setFocus()

    def tick(self, now: datetime) -> None:
        """Let the time left go by."""
        self._shelf.tick(now)
        if self.view is None:
            return
        shown = facts(self.view.enquiry, now, self.view.office.hours)
        if shown != self._facts:
            self._facts = shown
            self.table.set_facts(shown)

    def leave(self) -> None:
        """Let go of the enquiry; what is typed is kept."""
        self.notes.leave()
        self.edit.leave()

    def _build(self) -> None:
        self._strip = Card(panel="warning")
        self._to_finish = GrowingLabel("", Look.STRONG)
        self._strip.body.addWidget(self._to_finish)
        self._sheet = QWidget()
        self.table = KeyValue()
        self._questions, self._questions_column = holder(self)
        self._shelf = Shelf(self)
        self.acts = Acts(self)
        self.edit = EditFacts(self)
        self.notes = NotesBox(self)
        self.files = FilesBox(self)

    def _arrange(self) -> None:
        sheet = QVBoxLayout(self._sheet)
        sheet.setContentsMargins(0, 0, 0, 0)
        sheet.setSpacing(current().px(0.9))
        for widget in (self._strip, self.table, self._questions, self.acts, self._shelf):
            sheet.addWidget(widget)
        self.column.setSpacing(current().px(1.2))
        for widget in (self._sheet, self.edit, self.notes, self.files):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.acts.edit_requested.connect(self.edit.open)
        self._shelf.acted.connect(self.use)
        self._shelf.unlink_requested.connect(self.unlink)
        self._shelf.opened.connect(self.read)
        self.edit.opened.connect(self._on_edit_opened)
        self.edit.left.connect(self._on_edit_left)
        for key in ("F2", "Ctrl+Shift+E"):
            bind(key, self, self.edit.open)

    def _show_questions(self, questions: tuple[Question, ...]) -> None:
        if questions == self._asked:
            return
        self._asked = questions
        column = emptied(self._questions_column)
        for number, question in enumerate(questions, 1):
            card = Card(self._questions)
            set_property(card, "raised", value=True)
            label = GrowingLabel(question.words)
            label.setAccessibleName(f"Question {number}: {question.words}")
            card.body.addWidget(label)
            if any(one.state is not QuestionState.OPEN for one in questions):
                card.body.addWidget(GrowingLabel(said(question), Look.SECONDARY))
            column.addWidget(card)
        self._questions.setVisible(bool(questions))

    def _on_edit_opened(self) -> None:
        self._sheet.hide()
        self.ensureVisible(0, 0)

    def _on_edit_left(self) -> None:
        self._sheet.show()
