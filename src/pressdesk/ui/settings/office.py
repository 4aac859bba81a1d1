"""Name, zone and bank holidays of the office; and its two lines."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.local_time import zone_names
from pressdesk.domain.routing import Lines
from pressdesk.intake.bank_holidays import DIVISIONS
from pressdesk.services.office import Facts
from pressdesk.ui.kit import Chip, Field
from pressdesk.ui.kit.proposals import proposals_of
from pressdesk.ui.settings.form import Form, Values, text_of
from pressdesk.ui.settings.section import FormSection, Work
from pressdesk.ui.tools import Tools


class OfficeSection(FormSection):
    """Who the office is, and whose clock and bank holidays it keeps."""

    title = "Office"
    about = "Its name, the clock on its wall, and whose bank holidays it keeps."

    def __init__(self, services: Services, tools: Tools) -> None:
        zone, division = QLineEdit(), QComboBox()
        completer = QCompleter(sorted(zone_names()), zone)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        proposals_of(completer)
        zone.setCompleter(completer)
        for code, words in DIVISIONS.items():
            division.addItem(words, code)
        form = Form(
            {
                "name": Field("&Name of the office", QLineEdit()),
                "zone": Field("&Time zone", zone, "A name like Europe/London"),
                "division": Field("&Bank holidays of", division),
            }
        )
        super().__init__(services, tools, form)
        self._sample = Chip("Sample office: nothing here is real", "warning", parent=self)
        self.column.addWidget(self._sample)
        self.column.addWidget(form)
        self.column.addLayout(self.foot())
        self.column.addStretch(1)

    @override
    def show_facts(self, facts: Facts) -> None:
        super().show_facts(facts)
        self._sample.setVisible(facts.office.sample)

    @override
    def values(self, facts: Facts) -> Values:
        office = facts.office
        return {"name": office.name, "zone": office.zone, "division": office.division}

    @override
    def work(self, facts: Facts, values: Values) -> Work:
        office = replace(
            facts.office,
            name=text_of(values, "name"),
            zone=text_of(values, "zone").strip(),
            division=text_of(values, "division"),
        )
        return partial(self.services.office.save_office, office)


class LinesSection(FormSection):
    """The two numbers that journalists ring."""

    title = "Lines"
    about = "The two numbers that journalists ring. The banner shows the one that is live."

    def __init__(self, services: Services, tools: Tools) -> None:
        form = Form(
            {
                "main": Field("&Main line", QLineEdit(), "Rung while the office is open"),
                "out_of_hours": Field(
                    "&Out-of-hours line", QLineEdit(), "Rung for urgent enquiries at other times"
                ),
            }
        )
        super().__init__(services, tools, form)
        self.column.addWidget(form)
        self.column.addLayout(self.foot())
        self.column.addStretch(1)

    @override
    def values(self, facts: Facts) -> Values:
        lines = facts.office.lines
        return {"main": lines.main, "out_of_hours": lines.out_of_hours}

    @override
    def work(self, facts: Facts, values: Values) -> Work:
        lines = Lines(text_of(values, "main"), text_of(values, "out_of_hours"))
        return partial(self.services.office.save_office, replace(facts.office, lines=lines))
