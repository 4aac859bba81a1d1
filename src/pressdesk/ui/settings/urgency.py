"""The rules that propose urgency, in the order in which they are tried."""

from collections.abc import Hashable, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.routing import UrgencyRule
from pressdesk.services.office import Facts
from pressdesk.ui.kit import Field, KeyButton, PlainEdit
from pressdesk.ui.settings.form import Form, Values, text_of
from pressdesk.ui.settings.list_section import Item, ListSection
from pressdesk.ui.settings.section import Work
from pressdesk.ui.tools import Message, Tools

Rules = tuple[UrgencyRule, ...]


class UrgencySection(ListSection):
    """Rules with their words; the one without words looks at the deadline."""

    title = "Urgency"
    about = "The program proposes urgency by the first rule that fits; the officer decides."
    thing = "rule"
    blank = {"name": "", "words": ""}  # noqa: RUF012 - never changed

    def __init__(self, services: Services, tools: Tools) -> None:
        hint = "One word or phrase a line; evacuat* finds every ending. Left empty, the rule asks "
        words = PlainEdit(lines=(7, 14))
        form = Form(
            {
                "name": Field("&Name", QLineEdit()),
                "words": Field(
                    "&Words", words, f"{hint}whether the deadline falls before the next opening."
                ),
            }
        )
        super().__init__(services, tools, form)
        self._before: Rules = ()
        for words_on_it, key, act in (
            ("Up", "Alt+Up", self.move_up),
            ("Down", "Alt+Down", self.move_down),
            ("Remove", "Alt+Delete", self.remove),
        ):
            button = KeyButton(words_on_it, key=key, parent=self)
            self.buttons.addWidget(button)
            button.clicked.connect(act)

    @override
    def items(self, facts: Facts) -> Sequence[Item]:
        return [_item(rule) for rule in facts.urgency_rules]

    @override
    def keep(self, facts: Facts, key: Hashable, values: Values) -> Work:
        rule = UrgencyRule(text_of(values, "name"), tuple(text_of(values, "words").splitlines()))
        rules = [rule if old.name == key else old for old in facts.urgency_rules]
        if key is None:
            rules.append(rule)
        return partial(self.services.office.set_urgency_rules, tuple(rules))

    def move_up(self) -> None:
        """Try the rule chosen before the one above it."""
        self._move(-1)

    def move_down(self) -> None:
        """Try the rule chosen after the one below it."""
        self._move(1)

    def remove(self) -> None:
        """Take the rule off, and offer to undo it."""
        item = self.current_item()
        if item is None or self.facts is None:
            self.put_back()
            return
        self._before = self.facts.urgency_rules
        rest = tuple(rule for rule in self._before if rule.name != item.key)
        self._drafts.pop(item.key, None)
        work = partial(self.services.office.set_urgency_rules, rest)
        self.tools.runner.run(self, work, self._say_removed)

    def undo(self) -> None:
        """Bring back the rules as they were before the removal."""
        work = partial(self.services.office.set_urgency_rules, self._before)
        self.tools.runner.run(self, work, self._say_moved)

    def _move(self, step: int) -> None:
        item = self.current_item()
        if item is None or self.facts is None:
            return
        rules = list(self.facts.urgency_rules)
        place = next(n for n, rule in enumerate(rules) if rule.name == item.key)
        if 0 <= place + step < len(rules):
            rules.insert(place + step, rules.pop(place))
            work = partial(self.services.office.set_urgency_rules, tuple(rules))
            self.tools.runner.run(self, work, self._say_moved)

    def _say_moved(self, _done: object) -> None:
        self.tell("Saved")

    def _say_removed(self, _done: object) -> None:
        message = Message("The urgency rule is removed.", action="Put it back", act=self.undo)
        self.tools.navigator.say(message)


def _item(rule: UrgencyRule) -> Item:
    second = ", ".join(rule.words) or "deadline rule: due before the next opening"
    return Item(rule.name, rule.name, second, {"name": rule.name, "words": "\n".join(rule.words)})
