"""A section that is a list of things of one kind, and a form for the one chosen."""

from abc import abstractmethod
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.errors import PressDeskError, Refused
from pressdesk.services.office import Facts
from pressdesk.ui.kit import Card, FlowLayout, KeyButton
from pressdesk.ui.kit.entries import Entry, EntryList
from pressdesk.ui.settings.form import Form, Values
from pressdesk.ui.settings.section import SavingSection, Work
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

NEW = None
"""The key of the thing that is being added."""


@dataclass(frozen=True)
class Item:
    """One thing of the list: what it is known by, how it is listed, and its answers."""

    key: Hashable
    title: str
    second: str
    values: Values


class ListSection(SavingSection):
    """Each thing keeps its own unsaved words while others are looked at."""

    thing: str
    blank: Values

    def __init__(self, services: Services, tools: Tools, form: Form) -> None:
        super().__init__(services, tools)
        self.form = form
        self._items: tuple[Item, ...] = ()
        self._drafts: dict[Hashable, Values] = {}
        self._key: Hashable = NEW
        self._sent: tuple[Hashable, Values] = (NEW, {})
        self._arriving = False
        self._list = EntryList(self.title, self)
        self._add = KeyButton(f"Add {self.thing}", key="Alt+A", parent=self)
        self.buttons = FlowLayout(spacing=current().px(0.5))
        self.card = Card(self)
        self._arrange()
        self._list.chosen.connect(self._choose)
        self._list.opened.connect(self.form.focus_first)
        self._add.clicked.connect(self.add)
        form.changed.connect(self._follow)

    @abstractmethod
    def items(self, facts: Facts) -> Sequence[Item]:
        """Return the things that the facts hold."""

    @abstractmethod
    def keep(self, facts: Facts, key: Hashable, values: Values) -> Work:
        """Return what keeps one thing, a new one under :data:`NEW`; raises Refused."""

    def current_item(self) -> Item | None:
        """Return the thing chosen; None while one is being added."""
        return next((item for item in self._items if item.key == self._key), None)

    def add(self) -> None:
        """Begin a new thing, or go on with the one begun."""
        self._key = NEW
        self._drafts.setdefault(NEW, self.blank)
        self._list_things()
        self.form.put(self._drafts[NEW])
        self.follow_typing()
        self.form.focus_first()

    @override
    def show_facts(self, facts: Facts) -> None:
        super().show_facts(facts)
        before = {item.key for item in self._items}
        self._items = tuple(self.items(facts))
        keys = [item.key for item in self._items]
        if self._arriving and (new := [key for key in keys if key not in before]):
            self._key = new[0]
            self._arriving = False
        if self._key not in keys and NEW not in self._drafts:
            self._key = keys[0] if keys else NEW
        self._list_things()
        if self._key not in self._drafts:
            self._show_current()

    @override
    def unsaved(self) -> bool:
        return bool(self._drafts)

    @override
    def focus_first(self) -> None:
        self._list.setFocus()

    @override
    def put_back(self) -> None:
        self._drafts.pop(self._key, None)
        if self._key is NEW and self._items:
            self._key = self._items[0].key
        self._list_things()
        self._show_current()

    @override
    def save(self) -> None:
        if self.facts is None:
            return
        self.form.clear_problems()
        self._sent = self._key, self.form.values()
        try:
            work = self.keep(self.facts, *self._sent)
        except Refused as error:
            self._refuse(error)
        else:
            self.tools.runner.run(self, work, self._done, self._refuse)

    def _arrange(self) -> None:
        left, right = QVBoxLayout(), self.card
        left.setSpacing(current().px(0.6))
        left.addWidget(self._list, 1)
        left.addLayout(self.buttons)
        self.buttons.addWidget(self._add)
        right.body.setSpacing(current().px(0.9))
        right.body.addWidget(self.form)
        right.body.addLayout(self.foot())
        right.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(current().px(1))
        row.addLayout(left, 2)
        row.addWidget(right, 3)
        self.column.addLayout(row, 1)
        self._list.setMinimumHeight(current().px(14))
        self.setTabOrder(self._list, self._add)

    def _list_things(self) -> None:
        keys = [item.key for item in self._items]
        entries = [
            Entry(n, item.title, self._second(item)) for n, item in enumerate(self._items, 1)
        ]
        if NEW in self._drafts:
            entries.insert(0, Entry(0, f"New {self.thing}", "not saved yet"))
        self._list.set_entries(entries, keys.index(self._key) + 1 if self._key in keys else 0)

    def _second(self, item: Item) -> str:
        marks = ("not saved yet" if item.key in self._drafts else "", item.second)
        return " · ".join(filter(None, marks))

    def _show_current(self) -> None:
        item = self.current_item()
        self.form.put(self._drafts.get(self._key, item.values if item else self.blank))
        self.follow_typing()

    def _choose(self, number: int) -> None:
        key = self._items[number - 1].key if number else NEW
        if key != self._key:
            self._key = key
            self._show_current()

    def _follow(self) -> None:
        """Keep what is typed as a draft of its thing."""
        item, typed, before = self.current_item(), self.form.values(), set(self._drafts)
        if item is not None and typed == item.values:
            self._drafts.pop(self._key, None)
        else:
            self._drafts[self._key] = typed
        if set(self._drafts) != before:
            self._list_things()
        self.follow_typing()

    def _done(self, _result: object) -> None:
        key, values = self._sent
        if self._drafts.get(key) == values:
            del self._drafts[key]
        self._arriving = key is NEW or all(item.key != key for item in self._items)
        self.follow_typing()
        self.tell("Saved")

    def _refuse(self, error: PressDeskError) -> None:
        at_field = self.form.show_problem(error)
        self.tell("Not saved: see the marked field" if at_field else f"⚠ {error}", "overdue")
