"""Whether reports count by officer, and the weekly report that writes itself at this computer."""

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout
from typing_extensions import override

from pressdesk import paths, settings
from pressdesk.bootstrap import Services
from pressdesk.domain.office import Office
from pressdesk.domain.said import WEEKDAYS
from pressdesk.services.office import Facts
from pressdesk.settings import Settings
from pressdesk.ui.kit import Field, KeyButton
from pressdesk.ui.settings.form import Form, Values, text_of
from pressdesk.ui.settings.section import FormSection, Work
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

FORMATS = (("pdf", "PDF"), ("xlsx", "Spreadsheet"), ("pdf,xlsx", "PDF and spreadsheet"))
_WRITES = "PressDesk writes it while it runs, once a week, and says where. Empty: not written."


class ReportsSection(FormSection):
    """The first question is the office's, the others are of this computer."""

    title = "Reports"
    about = "What a report counts, and a weekly report that writes itself."

    def __init__(self, services: Services, tools: Tools) -> None:
        self._folder = QLineEdit()
        days = enumerate(WEEKDAYS)
        form = Form(
            {
                "officers": QCheckBox("Count by &officer too (the whole office sees it)"),
                "folder": Field("&Write the weekly report to this folder", self._folder, _WRITES),
                "formats": Field("&As", _choice(FORMATS)),
                "day": Field("&Every", _choice((str(day), name) for day, name in days)),
                "time": Field("A&t", QLineEdit()),
            },
            stacked=False,
        )
        super().__init__(services, tools, form)
        self._chosen = Settings()
        self._choose = KeyButton("Choose the folder…", key="Alt+F")
        self._choose.clicked.connect(self.ask_folder)
        self._arrange(form)
        self.column.addWidget(form)
        self.column.addLayout(self.foot())
        self.column.addStretch(1)

    @override
    def show_facts(self, facts: Facts) -> None:
        """Read the person's own file first, off the window's thread."""
        self.tools.runner.run(self, partial(_read, facts), self._show, key="chosen")

    @override
    def values(self, facts: Facts) -> Values:
        chosen = self._chosen
        return {
            "officers": facts.office.reports_officers,
            "folder": chosen.weekly_folder if self.services.weekly.chosen(chosen) else "",
            "formats": chosen.weekly_formats,
            "day": str(chosen.weekly_day),
            "time": chosen.weekly_time,
        }

    @override
    def work(self, facts: Facts, values: Values) -> Work:
        office = replace(facts.office, reports_officers=bool(values["officers"]))
        changed = office if office != facts.office else None
        return partial(_keep, self.services, changed, values)

    @Slot()
    def ask_folder(self) -> None:
        """Ask for the folder; what is chosen is typed into its field."""
        dialog = QFileDialog(self, "Folder of the weekly report")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.open()

    def _arrange(self, form: Form) -> None:
        px, questions = current().px, form.questions
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(0.8))
        for question in (questions["officers"], questions["folder"]):
            column.addWidget(question)
        column.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(px(0.8))
        for name in ("formats", "day", "time"):
            row.addWidget(questions[name], 1)
        column.addLayout(row)

    def _show(self, read: tuple[Facts, Settings]) -> None:
        facts, self._chosen = read
        super().show_facts(facts)


def _read(facts: Facts) -> tuple[Facts, Settings]:
    return facts, settings.load(paths.settings_file())


def _keep(services: Services, changed: Office | None, values: Values) -> None:
    """Keep what was chosen, in the person's own file and, where it is new, in the office."""
    path = paths.settings_file()
    chosen = services.weekly.choose(
        settings.load(path),
        folder=text_of(values, "folder"),
        formats=text_of(values, "formats"),
        day=int(text_of(values, "day")),
        time=text_of(values, "time"),
    )
    settings.save(chosen, path)
    if changed is not None:
        services.office.save_office(changed)


def _choice(choices: Iterable[tuple[str, str]]) -> QComboBox:
    box = QComboBox()
    for value, words in choices:
        box.addItem(words, value)
    return box
