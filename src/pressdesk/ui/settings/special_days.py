"""Days unlike the others: the office's own closures and openings, and the bank holidays ahead."""

from collections.abc import Hashable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.hours import SpecialDay, format_spans, parse_spans
from pressdesk.domain.said import day_said
from pressdesk.domain.typed_times import day_typed, read_day
from pressdesk.intake.bank_holidays import DIVISIONS
from pressdesk.services.office import Facts
from pressdesk.ui.kit import Card, Chip, ChipLook, Fact, Field, KeyButton, KeyValue
from pressdesk.ui.settings.form import Form, Values, text_of
from pressdesk.ui.settings.list_section import Item, ListSection
from pressdesk.ui.settings.section import Section, Work
from pressdesk.ui.tools import Message, Tools


class SpecialDaysSection(ListSection):
    """Closures and extra or changed openings, one a date."""

    title = "Closures and openings"
    about = "A date with hours of its own. It goes before bank holidays and the usual week."
    thing = "date"
    blank = {"day": "", "hours": "closed", "reason": ""}  # noqa: RUF012 - never changed

    def __init__(self, services: Services, tools: Tools) -> None:
        form = Form(
            {
                "day": Field("&Date", QLineEdit(), "Like 24/12/2026"),
                "hours": Field("&Hours", QLineEdit(), "closed, or hours like 10:00–16:00"),
                "reason": Field("&Reason", QLineEdit(), "It stands in the routing sentence"),
            }
        )
        super().__init__(services, tools, form)
        self._removed: SpecialDay | None = None
        remove = KeyButton("Remove", key="Alt+Delete", parent=self)
        self.buttons.addWidget(remove)
        remove.clicked.connect(self.remove)

    @override
    def items(self, facts: Facts) -> Sequence[Item]:
        days = facts.hours.special_days
        ahead = [special for special in days if special.day >= facts.today]
        past = [special for special in days if special.day < facts.today]
        return [_item(special) for special in (*ahead, *reversed(past))]

    @override
    def keep(self, facts: Facts, key: Hashable, values: Values) -> Work:
        day = read_day(text_of(values, "day"), facts.today, "day")
        special = SpecialDay(day, parse_spans(text_of(values, "hours")), text_of(values, "reason"))
        moved_from = key if isinstance(key, date) and key != day else None
        return partial(self.services.office.save_special_day, special, moved_from=moved_from)

    def remove(self) -> None:
        """Let the date follow the week again, and offer to undo it."""
        item = self.current_item()
        if item is None or self.facts is None:
            self.put_back()
            return
        self._removed = next(s for s in self.facts.hours.special_days if s.day == item.key)
        work = partial(self.services.office.remove_special_day, self._removed.day)
        self._drafts.pop(item.key, None)
        self.tools.runner.run(self, work, self._say_removed)

    def undo(self) -> None:
        """Put back the date removed last."""
        if self._removed is not None:
            work = partial(self.services.office.save_special_day, self._removed)
            self.tools.runner.run(self, work, self.tell_saved)

    def tell_saved(self, _done: object) -> None:
        """Say that it is kept."""
        self.tell("Saved")

    def _say_removed(self, _done: object) -> None:
        if self._removed is not None:
            sentence = f"{day_said(self._removed.day)} follows the usual week again."
            self.tools.navigator.say(Message(sentence, action="Put it back", act=self.undo))


class BankHolidaysSection(Section):
    """The bank holidays of the coming year; read only, since they are proclaimed elsewhere."""

    title = "Bank holidays"
    about = "Closed days of the coming year. Open on one by adding it to closures and openings."

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._whose = Chip("", parent=self)
        self._warning = Chip("", "warning", parent=self)
        self._days = KeyValue(parent=self)
        card = Card(self)
        card.body.addWidget(self._days)
        for widget in (self._whose, self._warning, card):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    @override
    def show_facts(self, facts: Facts) -> None:
        super().show_facts(facts)
        ahead = facts.holidays_ahead
        self._whose.set_look(ChipLook(DIVISIONS[facts.office.division], "accent"))
        self._warning.setVisible(ahead.run_out)
        until = f"Announced until {day_said(ahead.certain_until)}. Later ones are computed."
        self._warning.set_look(ChipLook(until, "warning"))
        self._days.set_facts([Fact(day_said(day), name) for day, name in ahead.days])


def _item(special: SpecialDay) -> Item:
    hours = format_spans(special.spans)
    return Item(
        special.day,
        day_said(special.day),
        f"{hours} · {special.reason}",
        {"day": day_typed(special.day), "hours": hours, "reason": special.reason},
    )
