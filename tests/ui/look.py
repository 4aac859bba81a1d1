"""Take pictures of every page on the sample office, to be looked at.

python -m tests.ui.look FOLDER

The light ones are taken on a Monday afternoon, the dark ones on the evening before. The README's
pictures are FOLDER/window.png and FOLDER/report-….png.
"""

import os
import sys
from datetime import UTC, datetime
from itertools import product
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pressdesk.bootstrap import Services, sample_services
from pressdesk.clock import FixedClock
from pressdesk.domain.duty_packs import Clash, Differing, DutyPack, Merged
from pressdesk.settings import Settings, WindowOptions
from pressdesk.ui.app import application, make_tools
from pressdesk.ui.choices import Choices
from pressdesk.ui.desk.page import DeskPage
from pressdesk.ui.duty_pack.window import DutyPackWindow
from pressdesk.ui.log.page import LogPage
from pressdesk.ui.log_enquiry.window import LogEnquiryWindow
from pressdesk.ui.releases.page import ReleasesPage
from pressdesk.ui.reports.page import ReportsPage
from pressdesk.ui.self_test import SelfTest
from pressdesk.ui.settings.page import SECTIONS
from pressdesk.ui.tools import Tools
from pressdesk.ui.window import MainWindow
from pressdesk.ui.workspace import Workspace
from tests.ui.answering_states import STATES, WORDS, make_states
from tests.ui.arrival_states import make_feeds, make_folder
from tests.ui.typist import in_focus

MOMENTS = {
    "light": datetime(2026, 11, 23, 14, 47, tzinfo=UTC),
    "dark": datetime(2026, 11, 22, 19, 42, tzinfo=UTC),
}
PAGE_STATES = (
    ("export", "log", "open_export"),
    ("disclosure", "log", "open_disclosure"),
    ("person", "contacts", "open_everything"),
    ("rota-month", "rota", "turn_view"),
    ("rota-pattern", "rota", "repeat_pattern"),
    ("the-other-handover", "handover", "turn_view"),
    ("reports-of-the-year", "reports", "periods.show_this_year"),
    ("reports-tables", "reports", "turn_tables"),
    ("reports-of-no-enquiries", "reports", "periods.go_on"),
    ("reports-days", "reports", "periods.ask_days"),
)
"""Name of the picture, page, and what is done there first."""
CLASHES_OF = DutyPack(1, "Sam Okafor", "", MOMENTS["dark"])
CLASHES = tuple(
    Clash("enquiry", number, f"Enquiry ENQ-2026-0029{number}", "Sam Okafor", (differing,))
    for number, differing in enumerate(
        (
            Differing("subject", "Saltmere fire engines", "Saltmere engines without a crew"),
            Differing("owner", "Priya Nair", "Sam Okafor"),
        )
    )
)
QUESTION = "How many 999 calls does Northmoor answer in time, and were children held in custody?"
SIZES, SCALES = ((1280, 720), (1440, 900)), (1.0, 1.5)


def main(where: Path) -> None:
    """Take every picture in every dress."""
    app = application()
    with TemporaryDirectory() as temporary:
        for theme, moment in MOMENTS.items():
            clock, file = FixedClock(moment), Path(temporary) / f"{theme}.pressdesk"
            services = sample_services(file, clock)
            for size, scale in product(SIZES, SCALES):
                tools = make_tools(app, clock, Settings(theme=theme, text_scale=scale))
                folder = where / f"{theme}-{size[0]}x{size[1]}-{scale:.0%}"
                folder.mkdir(parents=True, exist_ok=True)
                take(services, tools, size, folder)
                take_states(services, tools, size, folder)
                put_away()
                tools.runner.close()
            take_report(app, services, theme, where / f"report-{theme}.png")
            services.close()
            take_answering(app, theme, Path(temporary) / f"{theme}-answering.pressdesk", where)
            take_arrivals(app, theme, Path(temporary) / f"{theme}-arrivals.pressdesk", where)
        take_window(app, Path(temporary) / "light.pressdesk", where / "window.png")


def put_away() -> None:
    """Have Qt take every window apart, as a closed one is: the collector of Python may crash on it."""
    for window in QApplication.topLevelWidgets():
        if window.windowType() is not Qt.WindowType.Popup:  # those go with their owners
            window.close()
            window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def take(services: Services, tools: Tools, size: tuple[int, int], folder: Path) -> None:
    """Take a picture of each thing the self-test shows."""
    test = SelfTest(services, tools)
    for number, (name, widget) in enumerate(test.shown()):
        widget.resize(*size)
        if isinstance(widget, LogEnquiryWindow):
            widget.entry.questions.setFocus()
            QTest.keyClicks(in_focus(), QUESTION)
        settle(tools)
        widget.grab().save(str(folder / f"{number}-{name.lower().replace(' ', '-')}.png"))
        if isinstance(widget, LogEnquiryWindow):
            take_finding(widget, tools, folder)
    for error in test.errors:
        raise error
    take_releases(services, tools, size, folder)
    take_pack(services, tools, size, folder)
    take_duty_pack(services, tools, size, folder)


def take_finding(window: LogEnquiryWindow, tools: Tools, folder: Path) -> None:
    """Take the search and the list of acts over the window in which one logs, a release linked."""
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(in_focus(), Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    for name, key, modifiers in (
        ("search", Qt.Key.Key_K, ctrl),
        ("acts", Qt.Key.Key_P, ctrl | shift),
    ):
        settle(tools)
        QTest.keyClick(in_focus(), key, modifiers)
        QTest.keyClicks(in_focus(), "progress" if name == "search" else "")
        settle(tools)
        window.grab().save(str(folder / f"log-enquiry-{name}.png"))
        QTest.keyClick(in_focus(), Qt.Key.Key_Escape)


def take_releases(services: Services, tools: Tools, size: tuple[int, int], folder: Path) -> None:
    """Take a release that came twice: its versions compared, its parts being set right."""
    page = ReleasesPage(services, tools)
    page.resize(*size)
    page.show()
    again = next(
        one.id for one in services.releases.listed() if len(services.releases.versions(one.id)) > 1
    )
    page.open_item(again)
    settle(tools)
    for name, key in (("versions", Qt.Key.Key_V), ("correct", Qt.Key.Key_E)):
        QTest.keyClick(page._list, key)
        settle(tools)
        page.grab().save(str(folder / f"releases-{name}.png"))
        page._workings.leave()
        settle(tools)
    take_pdf(services, tools, page, folder)
    page.close()


def take_pdf(services: Services, tools: Tools, page: ReleasesPage, folder: Path) -> None:
    """Take the release that came as a PDF, as it was printed."""
    every = (services.releases.show(one.id) for one in services.releases.listed())
    page.open_item(next(one.id for one in every if one.source_name.endswith(".pdf")))
    settle(tools)
    QTest.keyClick(page._list, Qt.Key.Key_O)
    settle(tools)
    page.grab().save(str(folder / "releases-pdf.png"))


def take_pack(services: Services, tools: Tools, size: tuple[int, int], folder: Path) -> None:
    """Take the desk that offers to gather a pack or to go on with one, and the pack itself."""
    page = DeskPage(services, tools)
    page.resize(*size)
    page.show()
    page.refresh()
    settle(tools)
    page.grab().save(str(folder / "pack-offered.png"))
    page.gathering.strip.wanted.emit()
    settle(tools)
    page.grab().save(str(folder / "pack.png"))
    page.close()


def take_duty_pack(services: Services, tools: Tools, size: tuple[int, int], folder: Path) -> None:
    """Take the window that makes and merges duty packs, as it opens and with two clashes."""
    window = DutyPackWindow(services, tools)
    window.resize(min(size[0], window.width()), size[1])
    window.show()
    settle(tools)
    window.grab().save(str(folder / "duty-pack.png"))
    window.merging._show(Merged(CLASHES_OF, clashes=CLASHES))
    settle(tools)
    window.grab().save(str(folder / "duty-pack-clashes.png"))
    window.close()


def take_states(services: Services, tools: Tools, size: tuple[int, int], folder: Path) -> None:
    """Take the states of pages that the self-test does not bring up."""
    office = services.office.find()
    assert office is not None
    workspace = Workspace(services, tools, office)
    workspace.resize(*size)
    workspace.show()
    for name, page, act in PAGE_STATES:
        shown: Any = workspace.show_page(page)
        settle(tools)
        attrgetter(act)(shown)()
        settle(tools)
        workspace.grab().save(str(folder / f"state-{name}.png"))
    take_filters(workspace, tools, folder)
    workspace.leave()
    workspace.close()


def take_report(app: QApplication, services: Services, theme: str, target: Path) -> None:
    """Take a picture of the README: last month's report."""
    tools = make_tools(app, FixedClock(MOMENTS[theme]), Settings(theme=theme))
    page = ReportsPage(services, tools)
    page.resize(1120, 900)
    page.show()
    page.periods.show_last_month()
    settle(tools)
    page.grab().save(str(target))
    put_away()
    tools.runner.close()


def take_filters(workspace: Workspace, tools: Tools, folder: Path) -> None:
    """Take the log with a saved filter opened and about to be changed, and its export."""
    page = workspace.show_page("log")
    assert isinstance(page, LogPage)
    page.exports.left.emit()
    (first, *_) = workspace.services.saved_filters.listed()
    assert first.id is not None
    page.open_other(first.id)
    settle(tools)
    page.filters.ask()
    settle(tools)
    workspace.grab().save(str(folder / "state-saved-filter.png"))
    page.open_export()
    page.exports.choices.what.set_value("filter")
    page.exports.choices.what.chosen.emit("filter")
    settle(tools)
    workspace.grab().save(str(folder / "state-export-filter.png"))


def take_answering(app: QApplication, theme: str, file: Path, where: Path) -> None:
    """Take the Response tab at each stage of answering, in a sample office of its own.

    Beside the window at its first place, the whole length of the tab (``…-whole.png``).
    """
    clock = FixedClock(MOMENTS[theme])
    services = sample_services(file, clock)
    made = make_states(services, clock)
    office = services.office.find()
    assert office is not None
    for size, scale in product(SIZES, SCALES):
        tools = make_tools(app, clock, Settings(theme=theme, text_scale=scale))
        services.context.database.on_change(tools.bus.publish)
        folder = where / f"{theme}-{size[0]}x{size[1]}-{scale:.0%}"
        workspace = Workspace(services, tools, office)
        workspace.resize(*size)
        workspace.show()
        for name, enquiry_id in made.items():
            tools.navigator.answer_requested.emit(enquiry_id)
            settle(tools)
            panel: Any = workspace._beside._panel
            type_answer(panel.response.answer.compose, STATES[name].typed, tools)
            workspace.grab().save(str(folder / f"response-{name}.png"))
            panel.response.sheet.grab().save(str(folder / f"response-{name}-whole.png"))
        workspace.leave()
        put_away()
        tools.runner.close()
    services.close()


def take_arrivals(app: QApplication, theme: str, file: Path, where: Path) -> None:
    """Take what comes in, in an office of its own: the columns of a CSV, a report, the feeds."""
    clock = FixedClock(MOMENTS[theme])
    services = sample_services(file, clock)
    make_feeds(services)
    folder, sheet = make_folder(file.parent)
    office = services.office.find()
    assert office is not None
    for size, scale in product(SIZES, SCALES):
        tools = make_tools(app, clock, Settings(theme=theme, text_scale=scale))
        pictures = where / f"{theme}-{size[0]}x{size[1]}-{scale:.0%}"
        workspace = Workspace(services, tools, office)
        workspace.resize(*size)
        workspace.show()
        page: Any = workspace.show_page("releases")
        page.add_files([folder])
        settle(tools)
        workspace.grab().save(str(pictures / "arrivals-told.png"))
        workspace.messages._strip._act()
        settle(tools)
        workspace.grab().save(str(pictures / "arrivals-report.png"))
        page.add_files([sheet])
        settle(tools)
        workspace.grab().save(str(pictures / "arrivals-columns.png"))
        settings: Any = workspace.show_page("settings")
        settings._list.choose([section.title for section in SECTIONS].index("Feeds"))
        settle(tools)
        workspace.grab().save(str(pictures / "settings-feeds.png"))
        workspace.leave()
        put_away()
        tools.runner.close()
    services.close()


def type_answer(compose: Any, words: str, tools: Tools) -> None:
    """Have words stand in the form of the answer."""
    if words and not compose.words():
        QTest.keyClick(compose.terms._group.button(0), Qt.Key.Key_Space)
        for said in (WORDS, words):  # those that were cleared first: then they are altered
            compose.edit.setPlainText(said)
    settle(tools)


def settle(tools: Tools) -> None:
    """Let what was asked for arrive, and what it moves find its place: lines break anew twice."""
    for _ in range(20):  # a report builds its cards one after the other
        tools.runner.wait_idle()
        QApplication.processEvents()


def take_window(app: QApplication, sample: Path, target: Path) -> None:
    """Take the README's picture: the whole window, at work on an enquiry."""
    settings = Settings(person="Priya Nair", theme="light")
    tools = make_tools(app, FixedClock(MOMENTS["light"]), settings)
    geometry = QSettings(str(target.with_suffix(".ini")), QSettings.Format.IniFormat)
    window = MainWindow(tools, Choices(target.with_suffix(".toml"), settings, tools), geometry)
    window.resize(1440, 900)
    window.show()
    window.begin(WindowOptions(database=sample))
    tools.runner.wait_idle()
    tools.navigator.enquiry_requested.emit(298)
    settle(tools)
    window.grab().save(str(target))
    window.open_palette()
    settle(tools)
    window.grab().save(str(target.with_name("palette.png")))
    window.close()
    tools.runner.close()
    window.close_office()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
