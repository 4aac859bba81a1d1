"""When the desk offers to gather enquiries into a pack."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QComboBox
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.office import PackRule
from pressdesk.services.office import Facts
from pressdesk.ui.kit import Field
from pressdesk.ui.settings.form import Form, Values, text_of
from pressdesk.ui.settings.section import FormSection, Work
from pressdesk.ui.tools import Tools

OUTLETS, HOURS = (2, 3, 4, 5, 6, 8, 10), (1, 2, 3, 4, 6, 8, 12, 24, 48)


class PacksSection(FormSection):
    """How many outlets, within how many hours."""

    title = "Packs"
    about = "When several outlets ask about one subject, the desk offers to gather them."

    def __init__(self, services: Services, tools: Tools) -> None:
        form = Form(
            {
                "outlets": Field("&Outlets at least", _numbers(OUTLETS)),
                "hours": Field("Within &hours", _numbers(HOURS)),
            }
        )
        super().__init__(services, tools, form)
        self.column.addWidget(form)
        self.column.addLayout(self.foot())
        self.column.addStretch(1)

    @override
    def values(self, facts: Facts) -> Values:
        rule = facts.office.packs
        return {"outlets": str(rule.outlets), "hours": str(rule.hours)}

    @override
    def work(self, facts: Facts, values: Values) -> Work:
        rule = PackRule(int(text_of(values, "outlets")), int(text_of(values, "hours")))
        return partial(self.services.office.save_office, replace(facts.office, packs=rule))


def _numbers(numbers: tuple[int, ...]) -> QComboBox:
    box = QComboBox()
    for number in numbers:
        box.addItem(str(number), str(number))
    return box
