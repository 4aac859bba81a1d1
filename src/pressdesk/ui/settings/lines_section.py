"""A section of the settings that is answered in one line for each question."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QLineEdit

from pressdesk.bootstrap import Services
from pressdesk.ui.kit import Field
from pressdesk.ui.settings.form import Form
from pressdesk.ui.settings.section import FormSection
from pressdesk.ui.tools import Tools


class LinesSection(FormSection):
    """Asks ``questions``: by the name of each answer its label and its hint."""

    questions: ClassVar[Mapping[str, tuple[str, str]]]

    def __init__(self, services: Services, tools: Tools) -> None:
        fields = {
            name: Field(label, QLineEdit(), hint) for name, (label, hint) in self.questions.items()
        }
        super().__init__(services, tools, Form(fields))
        self.column.addWidget(self.form)
        self.column.addLayout(self.foot())
        self.column.addStretch(1)
