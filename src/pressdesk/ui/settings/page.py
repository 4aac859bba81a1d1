"""The settings: sections at the left, one of them at the right, each with its own Save."""

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.services.office import Facts
from pressdesk.ui.acts import TOOLS, Act
from pressdesk.ui.kit import PageHeader
from pressdesk.ui.kit.entries import Entry, EntryList
from pressdesk.ui.page import Page
from pressdesk.ui.settings.clearance import ClearanceSection
from pressdesk.ui.settings.computer import ComputerSection
from pressdesk.ui.settings.feeds import FeedsSection
from pressdesk.ui.settings.hours import HoursSection
from pressdesk.ui.settings.office import LinesSection, OfficeSection
from pressdesk.ui.settings.packs import PacksSection
from pressdesk.ui.settings.reminders import RemindersSection
from pressdesk.ui.settings.reports import ReportsSection
from pressdesk.ui.settings.section import Section
from pressdesk.ui.settings.special_days import BankHolidaysSection, SpecialDaysSection
from pressdesk.ui.settings.synonyms import SynonymsSection
from pressdesk.ui.settings.targets import TargetsSection
from pressdesk.ui.settings.urgency import UrgencySection
from pressdesk.ui.settings.word_lists import OutcomesSection, StaffSection, TopicsSection
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

SECTIONS: tuple[type[Section], ...] = (
    OfficeSection,
    HoursSection,
    SpecialDaysSection,
    BankHolidaysSection,
    LinesSection,
    UrgencySection,
    TargetsSection,
    PacksSection,
    RemindersSection,
    StaffSection,
    TopicsSection,
    OutcomesSection,
    ClearanceSection,
    FeedsSection,
    SynonymsSection,
    ReportsSection,
    ComputerSection,
)


class SettingsPage(Page):
    """Words not saved yet stay where they were typed, and the list of sections marks them."""

    title = "Settings"
    icon = "settings"
    watches = frozenset(
        {
            *("office", "hours", "special_day", "urgency_rule", "staff", "topic", "outcome"),
            *("lead_time", "feed", "feed_look", "synonym", "clearance_template"),
        }
    )

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._sections = [section(services, tools) for section in SECTIONS]
        self._build()
        self._arrange()
        self._connect()
        self._list_sections()

    @override
    def refresh(self) -> None:
        self.tools.runner.run(self, self.services.office.facts, self._show, key="facts")

    @override
    def focus_first(self) -> None:
        self._list.setFocus()

    @override
    def acts(self) -> tuple[Act, ...]:
        return (
            Act(TOOLS, "Section of settings before", self.go_back, "Ctrl+PgUp", apart=True),
            Act(TOOLS, "Section of settings after", self.go_on, "Ctrl+PgDown"),
        )

    def go_back(self) -> None:
        """Show the section before."""
        self._step(-1)

    def go_on(self) -> None:
        """Show the section after."""
        self._step(1)

    def section(self) -> Section:
        """Return the section that is shown."""
        return self._sections[self._stack.currentIndex()]

    def _build(self) -> None:
        self._list = EntryList("Sections of the settings", self)
        self._stack = QStackedWidget(self)
        for section in self._sections:
            scroll = QScrollArea()
            scroll.setWidget(section)
            scroll.setWidgetResizable(True)
            self._stack.addWidget(scroll)

    def _arrange(self) -> None:
        px = current().px
        left = QVBoxLayout()
        left.setContentsMargins(px(1.4), px(1.2), 0, px(1.2))
        left.setSpacing(px(0.8))
        left.addWidget(PageHeader("Settings", parent=self))
        left.addWidget(self._list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 2)
        row.addWidget(self._stack, 7)

    def _connect(self) -> None:
        self._list.chosen.connect(self._stack.setCurrentIndex)
        self._list.opened.connect(self._enter)
        for section in self._sections:
            section.unsaved_changed.connect(self._list_sections)

    def _show(self, facts: Facts) -> None:
        for section in self._sections:
            section.show_facts(facts)

    def _list_sections(self) -> None:
        entries = [
            Entry(number, section.title, "not saved yet" if section.unsaved() else "")
            for number, section in enumerate(self._sections)
        ]
        if tuple(entries) != self._list.entries():
            self._list.set_entries(entries, self._stack.currentIndex())

    def _enter(self) -> None:
        self.section().focus_first()

    def _step(self, step: int) -> None:
        number = self._stack.currentIndex() + step
        if 0 <= number < len(self._sections):
            self._list.choose(number)
            self.section().focus_first()
