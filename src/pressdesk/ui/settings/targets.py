"""How soon the office wants to acknowledge, hold and answer."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from typing_extensions import override

from pressdesk.domain.targets import HouseTargets, minutes_said, read_minutes
from pressdesk.services.office import Facts
from pressdesk.ui.settings.form import Values, text_of
from pressdesk.ui.settings.lines_section import LinesSection
from pressdesk.ui.settings.section import Work


class TargetsSection(LinesSection):
    """House targets, for every enquiry that waits; closed hours do not count."""

    title = "House targets"
    about = (
        "How soon the office wants to answer, in opening hours from when an enquiry came in. "
        "They hold for open enquiries too; a closure moves them."
    )

    questions: ClassVar = {
        "acknowledged": ("&Acknowledge within", "Working time, like 30 min or 2 h; empty for none"),
        "holding": ("&Holding answer within", "Stopped by an answer too"),
        "substantive": ("A&nswer within", "A journalist’s own deadline goes before it"),
    }

    @override
    def values(self, facts: Facts) -> Values:
        return {name: minutes_said(getattr(facts.office.targets, name)) for name in self.questions}

    @override
    def work(self, facts: Facts, values: Values) -> Work:
        typed = {name: read_minutes(text_of(values, name), name) for name in self.questions}
        office = replace(facts.office, targets=HouseTargets(**typed))
        return partial(self.services.office.save_office, office)
