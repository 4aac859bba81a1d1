"""One section of the settings: what it is about, its questions, and its own Save."""

from abc import abstractmethod
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.errors import PressDeskError, Refused
from pressdesk.services.office import Facts
from pressdesk.ui.kit import FlowLayout, GrowingLabel, KeyButton, Kind, Look, PageHeader
from pressdesk.ui.settings.form import Form, Values
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

Work = Callable[[], object]


class Section(QWidget):
    """Shows facts; ``unsaved_changed`` when it begins or ceases to hold words not saved yet."""

    title: ClassVar[str]
    about: ClassVar[str]

    unsaved_changed = Signal()

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__()
        self.setObjectName("page")
        self.services, self.tools = services, tools
        self.facts: Facts | None = None
        px = current().px
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(1.4), px(1.2), px(1.4), px(1.2))
        self.column.setSpacing(px(0.9))
        self.column.addWidget(PageHeader(self.title, self.about, self))

    def show_facts(self, facts: Facts) -> None:
        """Show the office as it is kept now; words not saved yet stay."""
        self.facts = facts

    def unsaved(self) -> bool:
        """Say whether it holds words that are not saved yet."""
        return False

    def focus_first(self) -> None:
        """Lead to where one would start."""
        self.setFocus()


class SavingSection(Section):
    """A section with a Save of its own (Ctrl+S) and a line that says how it went."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._status = GrowingLabel("", Look.MUTED, self)
        # No parent yet: the Tab key reaches them where they are arranged, after the fields.
        self._save = KeyButton("Save", Kind.PRIMARY, "Ctrl+S")
        self._back = KeyButton("Undo typing", key="Alt+Z")
        self._save.clicked.connect(self.save)
        self._back.clicked.connect(self.put_back)

    @abstractmethod
    def save(self) -> None:
        """Keep what is typed."""

    @abstractmethod
    def put_back(self) -> None:
        """Show what is kept instead of what was typed."""

    def foot(self) -> QVBoxLayout:
        """Return the line of news and, beneath it, the buttons."""
        row = FlowLayout(spacing=current().px(0.6))
        for widget in (self._save, self._back):
            row.addWidget(widget)
        column = QVBoxLayout()
        column.setSpacing(current().px(0.6))
        column.addLayout(row)
        column.addWidget(self._status)
        return column

    def tell(self, words: str, role: str = "") -> None:
        """Say how things stand, beside the buttons."""
        self._status.set_role(role)
        self._status.setText(words)

    def follow_typing(self) -> None:
        """Show whether there is something to save."""
        self.tell("Not saved yet" if self.unsaved() else "")
        self._back.setEnabled(self.unsaved())
        self.unsaved_changed.emit()


class FormSection(SavingSection):
    """A section that is one form about the office as a whole."""

    def __init__(self, services: Services, tools: Tools, form: Form) -> None:
        super().__init__(services, tools)
        self.form = form
        self._kept: Values = form.values()
        self._sent: Values = {}
        form.changed.connect(self.follow_typing)

    @abstractmethod
    def values(self, facts: Facts) -> Values:
        """Return the answers that the facts give."""

    @abstractmethod
    def work(self, facts: Facts, values: Values) -> Work:
        """Return what keeps the answers; raises Refused for what cannot be read."""

    @override
    def show_facts(self, facts: Facts) -> None:
        super().show_facts(facts)
        if not self.unsaved():
            self.put_back()

    @override
    def unsaved(self) -> bool:
        return self.form.values() != self._kept

    @override
    def focus_first(self) -> None:
        self.form.focus_first()

    @override
    def put_back(self) -> None:
        if self.facts is not None:
            self.form.put(self.values(self.facts))
            self._kept = self.form.values()
            self.follow_typing()

    @override
    def save(self) -> None:
        if self.facts is None:
            return
        self.form.clear_problems()
        self._sent = self.form.values()
        try:
            work = self.work(self.facts, self._sent)
        except Refused as error:
            self.refuse(error)
        else:
            self.tools.runner.run(self, work, self._done, self.refuse)

    def _done(self, _result: object) -> None:
        self._kept = self._sent
        self.follow_typing()
        self.tell("Not saved yet" if self.unsaved() else "Saved")

    def refuse(self, error: PressDeskError) -> None:
        """Say what is wrong, at its question where it has one."""
        at_field = self.form.show_problem(error)
        self.tell("Not saved: see the marked field" if at_field else f"⚠ {error}", "overdue")
