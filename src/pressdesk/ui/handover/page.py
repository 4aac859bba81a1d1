"""The handover on screen: read, taken over, printed, kept as PDF."""

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.handover import Kind
from pressdesk.domain.handover_page import HandoverPage as Sheet
from pressdesk.errors import PressDeskError, Unavailable
from pressdesk.ui.acts import FILE, TOOLS, VIEW, Act
from pressdesk.ui.exporting import Exporting, FileKind, Writing
from pressdesk.ui.handover.sheet import ENQUIRY, RELEASE, html, pdf, put_on
from pressdesk.ui.kit import FlowLayout, KeyButton, Tone
from pressdesk.ui.kit import Kind as Weight
from pressdesk.ui.page import Page
from pressdesk.ui.runner import Task
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message, Tools

PDF = FileKind("Keep the handover as PDF", "PDF files (*.pdf)", "pdf", "page", "pages")


class HandoverPage(Page):
    """Shows the handover that belongs to now, or the other one of the two."""

    title = "Handover"
    icon = "handover"
    watches = frozenset(
        {
            "enquiry",
            "answer",
            "shift",
            "hours",
            "special_day",
            "office",
            "handover",
            "release",
            "line_to_take",
            "promise",
            "clearance",
            "clearance_step",
        }
    )
    beside = True

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._kind: Kind | None = None
        self._sheet: Sheet | None = None
        self._build()
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        read = partial(self.services.handovers.show, self._kind)
        self.tools.runner.run(self, read, self._show, self._show_refusal, key="handover")

    @override
    def focus_first(self) -> None:
        self._view.setFocus()

    @override
    def acts(self) -> tuple[Act, ...]:
        return (
            Act(FILE, "Print the handover…", self.print_sheet, "Ctrl+P"),
            Act(FILE, "Keep the handover as PDF…", self._exporting.ask, "Ctrl+E"),
            Act(VIEW, "Evening or morning handover", self.turn_view, "M", apart=True),
            Act(TOOLS, "Take the handover over", self.take_over, "T", apart=True),
        )

    def turn_view(self) -> None:
        """Show the other handover of the two."""
        if self._sheet is not None:
            self._kind, self._sheet = self._sheet.kind.other, None
            self.refresh()

    def take_over(self) -> None:
        """Take over the handover that is shown, under the name of whoever is at the desk."""
        if self._sheet is not None:
            work = partial(self.services.handovers.take_over, self._sheet)
            self.tools.runner.run(self, work, self._say_taken)

    def print_sheet(self) -> None:
        """Ask for a printer, and print the sheet that is shown."""
        if self._sheet is not None:
            self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # the dialog keeps none
            self._dialog = QPrintDialog(self._printer, self)
            self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._dialog.accepted.connect(self._print)
            QDialog.open(self._dialog)  # its own asks for a slot by name

    def words(self) -> str:
        """Return what the sheet says, for whoever cannot see it."""
        return self._view.toPlainText()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()  # it looked at no minute while it was out of sight

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._sheet is not None:
            self._set_sheet(self._sheet)

    def _build(self) -> None:
        self._exporting = Exporting(self.tools, self._file_name, self._writing, self, PDF)
        self._buttons = QWidget(self)
        self._take = KeyButton("Taken over", Weight.PRIMARY, "T", self, binds=False)
        self._take.setToolTip("Say that you have taken this handover over; your name is kept")
        self._other = KeyButton("Morning handover", key="M", parent=self, binds=False)
        self._print_button = KeyButton("Print", key="Ctrl+P", parent=self, binds=False)
        self._keep = KeyButton("Keep as PDF", key="Ctrl+E", parent=self, binds=False)
        self._view = SheetView(self)

    def _arrange(self) -> None:
        px = current().px
        flow = FlowLayout(self._buttons, px(0.6))
        for button in (self._take, self._other, self._print_button, self._keep):
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(1.4), px(1.2), px(1.4), px(1))
        column.setSpacing(px(0.8))
        for widget in (self._buttons, self._exporting.strip):
            column.addWidget(widget)
        column.addWidget(self._view, 1)

    def _connect(self) -> None:
        self._take.clicked.connect(self.take_over)
        self._other.clicked.connect(self.turn_view)
        self._print_button.clicked.connect(self.print_sheet)
        self._keep.clicked.connect(self._exporting.ask)
        self._view.anchorClicked.connect(self._follow)
        self.tools.ticker.ticked.connect(self._tick)

    def _show(self, sheet: Sheet) -> None:
        if self._kind and self._sheet and sheet.night != self._sheet.night:
            self._kind, self._sheet = None, None  # what was turned to is over: back to what is due
            self.refresh()
            return
        self._sheet = sheet
        self._take.setEnabled(sheet.taken is None)
        self._other.set_words(sheet.kind.other.label)
        self._set_sheet(sheet)

    def _set_sheet(self, sheet: Sheet) -> None:
        theme = current()
        self._view.set_html(html(sheet, lambda role: theme.colour(role).name(), links=True))

    def _show_refusal(self, error: PressDeskError) -> None:
        self._sheet = None
        self._take.setEnabled(False)
        self._view.set_html("")
        self._view.setPlainText(str(error))

    def _say_taken(self, sheet: Sheet) -> None:
        self.tools.navigator.say(Message(f"{sheet.standing}."))
        self._show(sheet)

    def _print(self) -> None:
        if self._sheet is not None:
            work = partial(_print_on, self._sheet, self._printer)
            self.tools.runner.run(self, work, self._say_printed, self._say_not_printed)

    def _say_printed(self, _done: object) -> None:
        self.tools.navigator.say(Message("The handover is sent to the printer."))

    def _say_not_printed(self, error: PressDeskError) -> None:
        self.tools.navigator.say(Message(str(error), Tone.WARNING))

    def _follow(self, link: QUrl) -> None:
        address, navigator = link.toString(), self.tools.navigator
        if address.startswith(ENQUIRY):
            navigator.enquiry_requested.emit(int(address.removeprefix(ENQUIRY)))
        elif address.startswith(RELEASE):
            navigator.release_requested.emit(int(address.removeprefix(RELEASE)))

    def _tick(self, now: datetime) -> None:
        """Look again at each whole minute while it is in sight: time left runs, nights turn."""
        if now.second == 0 and self.isVisible():
            self.refresh()

    def _file_name(self) -> str:
        if self._sheet is None:
            return "Handover"
        night = self._sheet.night.begins.astimezone(self._sheet.zone)
        return f"{self._sheet.kind.label} {night:%Y-%m-%d}"

    def _writing(self, path: Path) -> Writing:
        sheet, services = self._sheet, self.services

        def work(_task: Task) -> int:
            assert sheet is not None
            services.handovers.keep_file(path, pdf(sheet))
            return 1

        return work


class SheetView(QTextBrowser):
    """The sheet: Tab goes from enquiry to enquiry, Enter opens one. It loads nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setAccessibleName("Handover")
        self.setOpenLinks(False)
        self.document().setDocumentMargin(current().px(1.6))
        self._html = ""

    def set_html(self, words: str) -> None:
        """Show the sheet where it is another one, and stay at the same place of it."""
        if words != self._html:
            self._html = words
            place = self.verticalScrollBar().value()
            self.setHtml(words)
            self.verticalScrollBar().setValue(place)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Load nothing: no picture, no style sheet, from no file and no server."""
        return None


def _print_on(sheet: Sheet, printer: QPrinter) -> None:
    """Print a sheet; raise Unavailable when the printer, or the file to print into, takes none."""
    put_on(sheet, printer)
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise Unavailable("The handover was not printed. Choose another printer or keep it as PDF.")
