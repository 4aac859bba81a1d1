"""One line to take as it is kept: its words, its facts, its versions, where it was used."""

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.lines_to_take import LineState, LineToTake
from pressdesk.ui.enquiry.inline import InlineReason
from pressdesk.ui.enquiry.tab import emptied
from pressdesk.ui.kit import (
    Card,
    Chip,
    FlowLayout,
    GrowingLabel,
    KeyButton,
    KeyValue,
    Kind,
    Look,
    Scrolled,
    SectionCaption,
)
from pressdesk.ui.kit.entries import EntryList
from pressdesk.ui.lines_to_take.clearing import Clearing
from pressdesk.ui.lines_to_take.looks import chips_of, facts_of, use_entry
from pressdesk.ui.lines_to_take.versions import Versions
from pressdesk.ui.theme import current

_SHOWN_USES = 200  # rows; ``pressdesk lines show`` prints all


class LineReader(Scrolled):
    """Shows a line. The keys on its buttons are bound by the page."""

    edit_requested = Signal()
    clear_requested = Signal()
    withdraw_requested = Signal()
    copy_requested = Signal()
    release_requested = Signal(int)
    use_opened = Signal(int)

    def __init__(self) -> None:
        self._sheet = QWidget()
        self._sheet.setObjectName("page")
        super().__init__(self._sheet)
        self.line: LineToTake | None = None
        self._build()
        self._arrange()
        self._connect()

    def show_line(self, line: LineToTake, today: date, zone: ZoneInfo) -> None:
        """Show another line, or the same one as it is now."""
        if self.line is None or self.line.summary.id != line.summary.id:
            self.clearing.hide()
            self.why.hide()
        self.line = line
        summary = line.summary
        self._title.setText(summary.title)
        flow = emptied(self._chips_flow)
        for look in chips_of(summary, today):
            flow.addWidget(Chip(look.text, look.role, look.icon))
        self._words.setText(f"“{summary.words}”")
        self._facts.set_facts(facts_of(line, today, zone))
        self.versions.show_versions(line.versions, today, zone)
        self._show_uses(line, today, zone)
        self._clear.setVisible(summary.state is not LineState.WITHDRAWN)
        self._withdraw.setVisible(summary.state is not LineState.WITHDRAWN)
        self._release.setVisible(line.release_id is not None)

    def hold(self, *, held: bool) -> None:
        """Let no words be selected while the release they come from is under embargo."""
        for label in self._sheet.findChildren(GrowingLabel):
            label.set_selectable(not held)

    def open_release(self) -> None:
        """Ask for the release that the line comes from."""
        if self.line is not None and self.line.release_id is not None:
            self.release_requested.emit(self.line.release_id)

    def _show_uses(self, line: LineToTake, today: date, zone: ZoneInfo) -> None:
        answers = sum(use.answered_at is not None for use in line.uses)
        self._used.setText(f"Used in {answers:,} answer{'' if answers == 1 else 's'}")
        shown = [use_entry(use, today, zone) for use in line.uses[:_SHOWN_USES]]
        self.uses.set_entries(shown)
        self.uses.clearSelection()
        self.uses.setVisible(bool(shown))
        self._unused.setVisible(not shown)

    def _build(self) -> None:
        self._title = GrowingLabel("", Look.HEADLINE)
        self._chips = QWidget()
        self._chips_flow = FlowLayout(self._chips, current().px(0.4))
        self._edit = KeyButton("Edit", Kind.SECONDARY, "F2", binds=False)
        self._clear = KeyButton("Record clearance", Kind.SECONDARY, "C", binds=False)
        self._withdraw = KeyButton("Withdraw", Kind.SECONDARY, "W", binds=False)
        self._copy = KeyButton("Copy words", Kind.SECONDARY, "Y", binds=False)
        self._release = KeyButton("Open release", Kind.SECONDARY, "O", binds=False)
        self.clearing = Clearing()
        self.why = InlineReason("Why is it withdrawn?", "Withdraw this line")
        self._words = GrowingLabel("")
        self._facts = KeyValue()
        self.versions = Versions()
        self._used = SectionCaption("")
        self._unused = GrowingLabel("No answer has these words yet.", Look.MUTED)
        self.uses = EntryList("Where it was used")

    def _arrange(self) -> None:
        px = current().px
        words, facts, acts = Card(), Card(), QWidget()
        words.body.addWidget(self._words)
        facts.body.addWidget(self._facts)
        row = FlowLayout(acts, px(0.5))
        for button in (self._edit, self._clear, self._withdraw, self._copy, self._release):
            row.addWidget(button)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(px(0.4), 0, px(0.8), px(0.6))
        column.setSpacing(px(0.7))
        for widget in (self._title, self._chips, acts, self.clearing, self.why, words, facts):
            column.addWidget(widget)
        column.addSpacing(px(0.4))
        column.addWidget(self.versions)
        column.addWidget(self._used)
        column.addWidget(self._unused)
        column.addWidget(self.uses, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        self._edit.clicked.connect(self.edit_requested)
        self._clear.clicked.connect(self.clear_requested)
        self._withdraw.clicked.connect(self.withdraw_requested)
        self._copy.clicked.connect(self.copy_requested)
        self._release.clicked.connect(self.open_release)
        self.uses.opened.connect(self.use_opened)
