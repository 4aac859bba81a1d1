"""The lists of the office: its staff, its topics, its outcomes."""

from collections.abc import Hashable, Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLineEdit
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.office import Outcome, Staff, Topic
from pressdesk.services.office import Facts
from pressdesk.ui.kit import Field
from pressdesk.ui.settings.form import Form, Values, text_of
from pressdesk.ui.settings.list_section import Item, ListSection
from pressdesk.ui.settings.removable_section import RemovableSection
from pressdesk.ui.settings.section import Work
from pressdesk.ui.tools import Tools


class StaffSection(ListSection):
    """Who works in the press office."""

    title = "Staff"
    about = "Who takes enquiries, clears answers and does duty. Those who leave stay in the log."
    thing = "person"
    blank = {"name": "", "role": "Press officer", "number": "", "email": "", "active": True}  # noqa: RUF012 - never changed

    def __init__(self, services: Services, tools: Tools) -> None:
        form = Form(
            {
                "name": Field("&Name", QLineEdit()),
                "role": Field("R&ole", QLineEdit()),
                "number": Field("N&umber", QLineEdit(), "Rung when this person is on duty"),
                "email": Field("E&mail", QLineEdit()),
                "active": QCheckBox("&Works here now"),
            }
        )
        super().__init__(services, tools, form)

    @override
    def items(self, facts: Facts) -> Sequence[Item]:
        return [_staff_item(person) for person in facts.staff]

    @override
    def keep(self, facts: Facts, key: Hashable, values: Values) -> Work:
        name, role, number, email = (
            text_of(values, question).strip() for question in ("name", "role", "number", "email")
        )
        person = Staff(name, role, number, email, bool(values["active"]), _id(key))
        return partial(self.services.office.save_staff, person)


class TopicsSection(RemovableSection):
    """What the office counts by."""

    title = "Topics"
    about = "What enquiries are counted by. One that was used can be retired; it stays in the log."
    thing = "topic"
    blank = {"name": "", "active": True}  # noqa: RUF012 - never changed

    def __init__(self, services: Services, tools: Tools) -> None:
        form = Form({"name": Field("&Name", QLineEdit()), "active": QCheckBox("&Offered")})
        super().__init__(services, tools, form)

    @override
    def items(self, facts: Facts) -> Sequence[Item]:
        return [
            Item(
                topic.id,
                topic.name,
                "" if topic.active else "retired",
                {"name": topic.name, "active": topic.active},
            )
            for topic in facts.topics
        ]

    @override
    def keep(self, facts: Facts, key: Hashable, values: Values) -> Work:
        topic = Topic(text_of(values, "name"), bool(values["active"]), _id(key))
        return partial(self.services.office.save_topic, topic)

    @override
    def removal(self, key: int) -> Work:
        return partial(self.services.office.remove_topic, key)


class OutcomesSection(RemovableSection):
    """How enquiries end."""

    title = "Outcomes"
    about = "How an enquiry may end, in the order offered when it is closed."
    thing = "outcome"
    blank = {"name": "", "counts": True, "answered": True, "foi": False, "active": True}  # noqa: RUF012 - never changed

    def __init__(self, services: Services, tools: Tools) -> None:
        form = Form(
            {
                "name": Field("&Name", QLineEdit()),
                "counts": QCheckBox("&Counts in the deadline figures"),
                "answered": QCheckBox("&Says that an answer was given"),
                "foi": QCheckBox("&Passes it to FOI, under a reference"),
                "active": QCheckBox("&Offered"),
            }
        )
        super().__init__(services, tools, form)

    @override
    def items(self, facts: Facts) -> Sequence[Item]:
        return [_outcome_item(outcome) for outcome in facts.outcomes]

    @override
    def keep(self, facts: Facts, key: Hashable, values: Values) -> Work:
        counts, active, answered, foi = (
            bool(values[name]) for name in ("counts", "active", "answered", "foi")
        )
        outcome = Outcome(text_of(values, "name"), counts, active, _id(key), answered, foi)
        return partial(self.services.office.save_outcome, outcome)

    @override
    def removal(self, key: int) -> Work:
        return partial(self.services.office.remove_outcome, key)


def _staff_item(person: Staff) -> Item:
    marks = ("" if person.active else "left", person.role, person.number)
    values: Values = {
        "name": person.name,
        "role": person.role,
        "number": person.number,
        "email": person.email,
        "active": person.active,
    }
    return Item(person.id, person.name, " · ".join(filter(None, marks)), values)


def _outcome_item(outcome: Outcome) -> Item:
    marks = (
        "" if outcome.active else "retired",
        "" if outcome.counts else "not in the deadline figures",
        "" if outcome.answered else "without an answer",
    )
    values: Values = {
        "name": outcome.name,
        "counts": outcome.counts,
        "answered": outcome.answered,
        "foi": outcome.foi,
        "active": outcome.active,
    }
    return Item(outcome.id, outcome.name, " · ".join(filter(None, marks)), values)


def _id(key: Hashable) -> int | None:
    return key if isinstance(key, int) else None
