"""How soon the office wants to acknowledge, hold and answer."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.targets import HouseTargets, minutes_said, read_minutes
from pressdesk.services.office import Facts
from pressdesk.ui.kit import Field
from pressdesk.ui.settings.form import Form, Values, text_of
from pressdesk.ui.settings.section import FormSection, Work
from pressdesk.ui.tools import Tools

QUESTIONS = {
    "acknowledged": ("&Acknowledge within", "Working time, like 30 min or 2 h; empty for none"),
    "holding": ("&Holding answer within", "Stopped by an answer too"),
    "substantive": ("A&nswer within", "A journalist’s own deadline goes before it"),
}


class TargetsSection(FormSection):
    """House targets, for every enquiry that waits; closed hours do not count."""

    title = "House targets"
    about = (
        "How soon the office wants to answer, in opening hours from when an enquiry came in. "
        "They hold for open enquiries too; a closure moves them."
    )

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
        return {name: minutes_said(getattr(facts.office.targets, name)) for name in QUESTIONS}

    @override
    def work(self, facts: Facts, values: Values) -> Work:
        typed = {name: read_minutes(text_of(values, name), name) for name in QUESTIONS}
        office = replace(facts.office, targets=HouseTargets(**typed))
        return partial(self.services.office.save_office, office)
