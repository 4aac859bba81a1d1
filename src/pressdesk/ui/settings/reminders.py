"""How long before it each thing is told."""

from functools import partial
from typing import ClassVar

from typing_extensions import override

from pressdesk.domain.reminders import Leads
from pressdesk.errors import Refused
from pressdesk.services.office import Facts
from pressdesk.ui.settings.form import Values, text_of
from pressdesk.ui.settings.lines_section import LinesSection
from pressdesk.ui.settings.section import Work


class RemindersSection(LinesSection):
    """The lead times of reminders, for everybody in the office."""

    title = "Reminders"
    about = "When notices come, each of them once. 0 sends none ahead; what is due is always told."

    questions: ClassVar = {
        "deadline_first": ("&Deadline, first notice", "Minutes before it"),
        "deadline_last": ("Deadline, se&cond notice", "Minutes before it"),
        "promise": ("&Promise to keep", "Minutes before it"),
        "target": ("House &target", "Minutes before it"),
        "clearance": ("C&learance that waits", "Minutes since it was asked or chased"),
        "embargo": ("&Embargo lifting", "Minutes before it"),
        "rota_gap": ("&Gap in the rota", "Hours before it begins"),
        "holidays": ("&Bank holidays running out", "Days before the last one that is known"),
    }

    @override
    def values(self, facts: Facts) -> Values:
        return {name: str(getattr(facts.leads, name)) for name in self.questions}

    @override
    def work(self, facts: Facts, values: Values) -> Work:
        leads = Leads(**{name: _number(text_of(values, name), name) for name in self.questions})
        return partial(self.services.reminders.save_leads, leads)


def _number(words: str, field: str) -> int:
    if not (words.strip().isascii() and words.strip().isdigit()):
        raise Refused("Type a whole number, like 30; 0 for no notice ahead.", field=field)
    return int(words.strip()[:6])
