"""How long before it each thing is told."""

from functools import partial

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.reminders import Leads
from pressdesk.errors import Refused
from pressdesk.services.office import Facts
from pressdesk.ui.kit import Field
from pressdesk.ui.settings.form import Form, Values, text_of
from pressdesk.ui.settings.section import FormSection, Work
from pressdesk.ui.tools import Tools

QUESTIONS = {
    "deadline_first": ("&Deadline, first notice", "Minutes before it"),
    "deadline_last": ("Deadline, se&cond notice", "Minutes before it"),
    "promise": ("&Promise to keep", "Minutes before it"),
    "target": ("House &target", "Minutes before it"),
    "clearance": ("C&learance that waits", "Minutes since it was asked or chased"),
    "embargo": ("&Embargo lifting", "Minutes before it"),
    "rota_gap": ("&Gap in the rota", "Hours before it begins"),
    "holidays": ("&Bank holidays running out", "Days before the last one that is known"),
}


class RemindersSection(FormSection):
    """The lead times of reminders, for everybody in the office."""

    title = "Reminders"
    about = "When notices come, each of them once. 0 sends none ahead; what is due is always told."

    def __init__(self, services: Services, tools: Tools) -> None:
        form = Form(
            {name: Field(label, QLineEdit(), hint) for name, (label, hint) in QUESTIONS.items()}
        )
        super().__init__(services, tools, form)
        self.column.addWidget(form)
        self.column.addLayout(self.foot())
        self.column.addStretch(1)

    @override
    def values(self, facts: Facts) -> Values:
        return {name: str(getattr(facts.leads, name)) for name in QUESTIONS}

    @override
    def work(self, facts: Facts, values: Values) -> Work:
        leads = Leads(**{name: _number(text_of(values, name), name) for name in QUESTIONS})
        return partial(self.services.reminders.save_leads, leads)


def _number(words: str, field: str) -> int:
    if not (words.strip().isascii() and words.strip().isdigit()):
        raise Refused("Type a whole number, like 30; 0 for no notice ahead.", field=field)
    return int(words.strip()[:6])
