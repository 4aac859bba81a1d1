"""Writing a line to take, or giving a known one other words; what is typed is kept as a draft."""

import json
from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.domain.lines_to_take import LineForm, LineKind, LineState, LineToTake
from pressdesk.errors import PressDeskError, Refused
from pressdesk.services.lines_to_take import LONGEST_LINE
from pressdesk.services.office import Facts
from pressdesk.ui.kit import (
    Card,
    Field,
    GrowingLabel,
    KeyButton,
    Kind,
    LeftWithEsc,
    Look,
    PlainEdit,
    Proposal,
    Scrolled,
    Segmented,
    Suggest,
)
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.log_enquiry.pair import Pair
from pressdesk.ui.theme import current

NOBODY = ""
GONE = "This line is withdrawn. It comes back in other words, once they are cleared."
FROZEN = "These words are cleared. Other words become a new version that must be cleared."
LEFT = "Not saved yet. Save with Ctrl+S, or press Esc again to throw it away."


class LineEditor(LeftWithEsc, Scrolled):
    """``accepted`` carries the :class:`LineForm` as typed, ``edited`` comes as it is typed.

    ``release_asked`` carries words of a release that is looked for, ``left`` comes when the
    person goes away without saving.
    """

    accepted = Signal(object)
    edited = Signal()
    release_asked = Signal(str)

    def __init__(self) -> None:
        self._sheet = QWidget()
        self._sheet.setObjectName("page")
        super().__init__(self._sheet)
        self.line: LineToTake | None = None
        self._release: tuple[int | None, str] = (None, "")
        self._started = LineForm("", "")
        self._warned = ""
        self._build()
        self._arrange()
        self._connect()

    def start(self, line: LineToTake | None, facts: Facts, kept: str = "") -> None:
        """Begin with a line or a new one, in the words that were kept of it, if any."""
        self.line = line
        self._title_label.setText(f"Edit “{line.summary.title}”" if line else "New line to take")
        self._offer(facts)
        self._started = line.form if line else LineForm("", "")
        self._warned = ""
        self._put(_read(kept, self._started), line.release_headline if line else "")
        self._said.hide()
        for field in self._fields.values():
            field.set_problem("")
        hints = {LineState.CLEARED: FROZEN, LineState.WITHDRAWN: GONE}
        self._words_field.set_hint(hints.get(line.summary.state, "") if line else "")
        (self.words if line else self.title).setFocus()

    def typed(self) -> LineForm:
        """Return what is typed now."""
        return LineForm(
            title=self.title.text(),
            words=self.words.text(),
            topic=self._topic.currentText(),
            kind=LineKind(str(self.kind.value())),
            owner=self._owner.currentText(),
            release_id=self._release[0] if self._release_line.text().strip() else None,
        )

    def content(self) -> str:
        """Return what is typed, to be kept as a draft; empty when it is as it was."""
        return json.dumps(asdict(self.typed())) if self.is_changed() else ""

    def is_changed(self) -> bool:
        """Say whether anything was typed that is not kept."""
        return self.typed() != self._started

    def show_releases(self, proposals: list[Proposal]) -> None:
        """List the releases found for the words typed."""
        self._release_line.set_choices(proposals)

    def show_problem(self, error: PressDeskError) -> None:
        """Show what was refused, at its field where it has one."""
        field = self._fields.get(error.field) if isinstance(error, Refused) else None
        if field is None:
            self._say(str(error))
        else:
            field.set_problem(str(error))
            field.setFocus()

    def show_theirs(self, theirs: LineToTake) -> None:
        """Keep what is typed; show the words that someone else saved meanwhile."""
        self.line = theirs
        self._started = theirs.form
        self._words_field.set_hint(f"Saved by someone else: “{theirs.summary.words}”")
        self._say(
            "Someone else saved this line meanwhile. Your words are kept, theirs stand beneath "
            "them. Save again to keep yours."
        )

    @override
    def leave(self) -> None:
        """Leave at once when nothing changed; else say so, and leave the second time."""
        if self.is_changed() and self._warned != self.content():
            self._warned = self.content()
            self._say(LEFT)
        else:
            super().leave()

    def _build(self) -> None:
        self._title_label = GrowingLabel("", Look.TITLE)
        self._said = Card(panel="warning")
        self._sentence = GrowingLabel("")
        self.title = LineField("&Title", limit=200)
        self.words = PlainEdit("The exact words that may be given", (4, 14), LONGEST_LINE)
        self._words_field = Field("&Words", self.words)
        self.kind = Segmented("Kind", [(kind, kind.label) for kind in LineKind])
        self._topic, self._owner = QComboBox(), QComboBox()
        self._topic.setEditable(True)
        self._topic.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._release_line = Suggest("Find by its words")
        self._fields: dict[str, Field] = {
            "title": self.title,
            "words": self._words_field,
            "kind": Field("Kind", self.kind),
            "topic": Field("To&pic", self._topic, "A new name is added to the topics."),
            "owner": Field("&Owner", self._owner),
            "release": Field("Source &release", self._release_line),
        }
        self._save = KeyButton("Save", Kind.PRIMARY, "Ctrl+S", self)
        self._leave = KeyButton("Leave", Kind.SECONDARY, "Esc", self, binds=False)

    def _arrange(self) -> None:
        px, fields = current().px, self._fields
        self._said.body.addWidget(self._sentence)
        buttons = QHBoxLayout()
        buttons.addWidget(self._save)
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(px(0.4), 0, px(0.8), px(0.6))
        column.setSpacing(px(0.8))
        for widget in (
            *(self._title_label, self._said, fields["title"], fields["words"], fields["kind"]),
            *(Pair(fields["topic"], fields["owner"], 22), fields["release"]),
        ):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addStretch(1)

    def _connect(self) -> None:
        self._save.clicked.connect(self._accept)
        self._leave.clicked.connect(self.leave)
        self._release_line.asked.connect(self.release_asked)
        self._release_line.chosen.connect(self._on_release)
        self.words.shortened.connect(self._words_field.set_problem)
        for told in (
            *(self.title.edited, self.words.textChanged, self._topic.editTextChanged),
            *(self._owner.currentIndexChanged, self._release_line.textChanged, self.kind.chosen),
        ):
            told.connect(self._tell)

    def _offer(self, facts: Facts) -> None:
        for box, words in (
            (self._topic, ["", *(one.name for one in facts.topics if one.active)]),
            (self._owner, [NOBODY, *(one.name for one in facts.staff if one.active)]),
        ):
            box.clear()
            box.addItems(words)

    def _put(self, form: LineForm, headline: str) -> None:
        self._release = (form.release_id, headline)
        self._release_line.setText(headline if form.release_id is not None else "")
        self.title.set_text(form.title)
        self.words.setPlainText(form.words)
        self.kind.set_value(form.kind)
        self._topic.setEditText(form.topic)
        if form.owner and self._owner.findText(form.owner) < 0:
            self._owner.addItem(form.owner)  # somebody who has left stays while chosen
        self._owner.setCurrentText(form.owner)

    def _tell(self) -> None:
        self.edited.emit()

    def _on_release(self, release_id: int) -> None:
        self._release = (release_id, self._release_line.text())
        self.edited.emit()

    def _accept(self) -> None:
        for field in self._fields.values():
            field.set_problem("")
        self.accepted.emit(self.typed())

    def _say(self, sentence: str) -> None:
        self._sentence.setText(f"⚠ {sentence}")
        self._said.show()


def _read(kept: str, form: LineForm) -> LineForm:
    """Return the form with what can be read of a draft; a draft may come from another PressDesk."""
    try:
        data = json.loads(kept) if kept else {}
    except ValueError:
        return form
    words: dict[str, Any] = {
        name: data[name]
        for name in ("title", "words", "topic", "owner")
        if isinstance(data, dict) and isinstance(data.get(name), str)
    }
    if isinstance(data, dict) and data.get("kind") in list(LineKind):
        words["kind"] = LineKind(data["kind"])
    return replace(form, **words)
