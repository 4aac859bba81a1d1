"""Lines to take: the list with its filters at the left, the line itself at the right."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.lines_to_take import (
    LineKind,
    LineQuery,
    LineState,
    LineSummary,
    LineToTake,
)
from pressdesk.errors import PressDeskError
from pressdesk.services.office import Facts
from pressdesk.ui.acts import RELEASES, Act
from pressdesk.ui.inputs import Choice
from pressdesk.ui.kit import (
    EmptyState,
    FindBox,
    FlowLayout,
    KeyButton,
    Kind,
    PageHeader,
    Tone,
)
from pressdesk.ui.kit.entries import EntryList
from pressdesk.ui.lines_to_take.deciding import Deciding
from pressdesk.ui.lines_to_take.form import LineEditor
from pressdesk.ui.lines_to_take.looks import entry_of, tally_said
from pressdesk.ui.lines_to_take.reader import LineReader
from pressdesk.ui.lines_to_take.writing import Writing
from pressdesk.ui.page import Page
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message, Tools

NEW = "Ctrl+Shift+N"
_NO_WIDER = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
_NONE_YET = (
    "No lines to take yet",
    "Write words, record who cleared them, and each question that they answer finds them.",
)
_NONE_FOUND = ("No line fits", "Try fewer words, or take a filter away.")


@dataclass(frozen=True)
class Listed:
    """What the list shows, read in one go."""

    lines: tuple[LineSummary, ...]
    facts: Facts
    today: date


class LinesToTakePage(Page):
    """The office's lines to take: found, read, written, cleared, withdrawn."""

    title = "Lines to take"
    icon = "line_to_take"
    watches = frozenset(
        {
            *("line_to_take", "line_version", "enquiry_line_to_take", "answer_line_to_take"),
            *("topic", "staff", "office"),
        }
    )

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._wanted: int | None = None
        self._listed: Listed | None = None
        self._build()
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        self.tools.runner.run(self, partial(_read, self.services, self._query()), self._show_list)

    @override
    def focus_first(self) -> None:
        self._list.setFocus()

    @override
    def open_item(self, item_id: int) -> None:
        """Show one line, whatever was looked for before."""
        self._wanted = item_id
        quiet = [one.blockSignals(True) for one in self._filters()]
        self._find.clear()
        for choice in (self._topic, self._kind, self._state):
            choice.set_value(None)
        for one, before in zip(self._filters(), quiet, strict=True):
            one.blockSignals(before)
        self.refresh()

    @override
    def acts(self) -> tuple[Act, ...]:
        return (Act(RELEASES, "New line to take", self.start_new, apart=True),)

    def start_new(self) -> None:
        """Begin a new line."""
        if self._listed is not None:
            self._writing.begin(None, self._listed.facts)

    def start_edit(self) -> None:
        """Begin to edit the line that is shown."""
        if self._listed is not None and self._is_reading() and self._reader.line is not None:
            self._writing.begin(self._reader.line.summary.id, self._listed.facts)

    def _build(self) -> None:
        self._header = PageHeader(self.title)
        self._new = KeyButton("New line", Kind.SECONDARY, NEW)
        self._find = FindBox("Find in lines to take")
        self._topic = Choice("Topic", "Any topic", [], self)
        self._kind = Choice("Kind", "Any kind", [(one, one.label) for one in LineKind], self)
        self._state = Choice("State", "Any state", [(one, one.label) for one in LineState], self)
        self._list = EntryList("Lines to take")
        self._reader, self._editor = LineReader(), LineEditor()
        home = (self.services, self.tools)
        self._writing = Writing(home, self._editor, self)
        self._deciding = Deciding(home, self._reader, self)
        self._empty = EmptyState("line_to_take", *_NONE_YET, "New line", NEW)
        self._right = QStackedWidget()

    def _filters(self) -> tuple[QWidget, ...]:
        return (self._find, self._topic, self._kind, self._state)

    def _arrange(self) -> None:
        px = current().px
        self._header.add_action(self._new)
        left, narrow = QWidget(), QWidget()
        flow = FlowLayout(narrow, px(0.4))
        for choice in (self._topic, self._kind, self._state):
            choice.setMinimumContentsLength(6)
            choice.setSizeAdjustPolicy(_NO_WIDER)
            flow.addWidget(choice)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, px(0.9), 0)
        column.setSpacing(px(0.6))
        column.addWidget(self._find)
        column.addWidget(narrow)
        column.addWidget(self._list, 1)
        for widget in (self._empty, self._reader, self._editor):
            self._right.addWidget(widget)
        self._right.setContentsMargins(px(0.9), 0, 0, 0)
        splitter = QSplitter()
        splitter.addWidget(left)
        splitter.addWidget(self._right)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        splitter.setStretchFactor(0, 4)
        splitter.setStretchFactor(1, 6)
        page = QVBoxLayout(self)
        page.setContentsMargins(*(px(e) for e in (1.3, 1.1, 1.3, 0.8)))
        page.setSpacing(px(0.8))
        page.addWidget(self._header)
        page.addWidget(splitter, 1)

    def _connect(self) -> None:
        self._new.clicked.connect(self.start_new)
        self._empty.action_requested.connect(self.start_new)
        self._find.textChanged.connect(self.refresh)
        self._find.left.connect(self._list.setFocus)
        for choice in (self._topic, self._kind, self._state):
            choice.currentIndexChanged.connect(self.refresh)
        for key, act in (("F2", self.start_edit), ("Ctrl+F", self._find.setFocus)):
            QShortcut(QKeySequence(key), self).activated.connect(act)
        self._list.chosen.connect(self._load)
        self._list.typed.connect(self._on_typed)
        self._list.opened.connect(self._on_opened)
        self._reader.edit_requested.connect(self.start_edit)
        self._reader.clearing.left.connect(self._list.setFocus)
        self._writing.began.connect(self._on_began)
        self._writing.saved.connect(self._on_saved)
        self._writing.left.connect(self._on_left)

    def _query(self) -> LineQuery:
        return LineQuery(
            text=self._find.text(),
            topic=self._topic.value() or "",
            kind=self._kind.value(),
            state=self._state.value(),
        )

    def _show_list(self, listed: Listed) -> None:
        self._listed = listed
        self._deciding.know(listed.facts, listed.today)
        wanted, self._wanted = self._wanted, None
        self._topic.set_choices([(one.name, one.name) for one in listed.facts.topics])
        entries = [entry_of(line, listed.today) for line in listed.lines]
        self._list.set_entries(entries, wanted)
        self._header.set_subtitle(tally_said(listed.lines, listed.today) if entries else "")
        if not entries and not self._is_editing():
            narrow = self._query() != LineQuery()
            self._empty.set_words(*(_NONE_FOUND if narrow else _NONE_YET))
            self._right.setCurrentWidget(self._empty)

    @Slot(int)
    def _load(self, line_id: int) -> None:
        work = partial(self.services.lines_to_take.show, line_id)
        self.tools.runner.run(self, work, self._show, self._say, key="show")

    def _show(self, line: LineToTake) -> None:
        if self._listed is not None and not self._is_editing():
            self._reader.show_line(line, self._listed.today, self._listed.facts.hours.zone)
            self._reader.hold(held=line.summary.embargo.holds(self.tools.clock.now()))
            self._right.setCurrentWidget(self._reader)

    def _is_editing(self) -> bool:
        return self._right.currentWidget() is self._editor

    def _is_reading(self) -> bool:
        return self._right.currentWidget() is self._reader

    @Slot(str)
    def _on_typed(self, letter: str) -> None:
        deciding = self._deciding
        acts: dict[str, Callable[[], None]] = {
            "c": deciding.ask_clearing,
            "w": deciding.ask_why,
            "y": deciding.copy,
            "o": self._reader.open_release,
        }
        if self._is_reading() and (act := acts.get(letter.lower())):
            act()

    @Slot(int)
    def _on_opened(self, _line_id: int) -> None:
        self._reader.setFocus()

    @Slot()
    def _on_began(self) -> None:
        self._right.setCurrentWidget(self._editor)

    @Slot(int)
    def _on_saved(self, line_id: int) -> None:
        self._right.setCurrentWidget(self._reader)
        self.open_item(line_id)
        self._list.setFocus()

    @Slot()
    def _on_left(self) -> None:
        current_id = self._list.current_id()
        self._right.setCurrentWidget(self._empty if current_id is None else self._reader)
        if current_id is not None:
            self._load(current_id)
        self._list.setFocus()

    def _say(self, error: PressDeskError) -> None:
        self.tools.navigator.say(Message(str(error), Tone.WARNING))


def _read(services: Services, query: LineQuery) -> Listed:
    lines = services.lines_to_take
    return Listed(lines.listed(query), services.office.facts(), lines.today())
