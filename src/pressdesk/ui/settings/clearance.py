"""The steps that each kind of answer goes through before it is given."""

from collections.abc import Hashable, Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLineEdit
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.clearance import Template
from pressdesk.services.office import Facts
from pressdesk.ui.kit import Field, PlainEdit
from pressdesk.ui.settings.form import Form, Values, text_of
from pressdesk.ui.settings.list_section import Item
from pressdesk.ui.settings.removable_section import RemovableSection
from pressdesk.ui.settings.section import Work
from pressdesk.ui.tools import Tools


class ClearanceSection(RemovableSection):
    """Templates of clearance."""

    title = "Clearance"
    about = "Who clears which kind of answer. A kind without steps needs no clearance."
    thing = "kind"
    blank = {"name": "", "steps": "", "in_order": True, "informs": "", "active": True}  # noqa: RUF012 - never changed

    def __init__(self, services: Services, tools: Tools) -> None:
        form = Form(
            {
                "name": Field("&Name", QLineEdit()),
                "steps": Field("S&teps", PlainEdit("Head of news", (3, 8)), "One a line"),
                "in_order": QCheckBox("One a&fter the other; else side by side"),
                "informs": Field(
                    "For &information", PlainEdit("", (2, 6)), "One a line; they never block"
                ),
                "active": QCheckBox("&Offered"),
            }
        )
        super().__init__(services, tools, form)

    @override
    def items(self, facts: Facts) -> Sequence[Item]:
        return [_item(template) for template in facts.templates]

    @override
    def keep(self, facts: Facts, key: Hashable, values: Values) -> Work:
        template = Template(
            text_of(values, "name"),
            _lines(values, "steps"),
            bool(values["in_order"]),
            _lines(values, "informs"),
            bool(values["active"]),
            key if isinstance(key, int) else None,
        )
        return partial(self.services.clearances.save_template, template)

    @override
    def removal(self, key: int) -> Work:
        return partial(self.services.clearances.remove_template, key)


def _item(template: Template) -> Item:
    marks = ("" if template.active else "retired", template.said)
    values: Values = {
        "name": template.name,
        "steps": "\n".join(template.steps),
        "in_order": template.in_order,
        "informs": "\n".join(template.informs),
        "active": template.active,
    }
    return Item(template.id, template.name, " · ".join(filter(None, marks)), values)


def _lines(values: Values, name: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text_of(values, name).splitlines() if line.strip())
