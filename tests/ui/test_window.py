"""The main window: menus, pages, the enquiry beside them, who is at the desk."""

import gc
import weakref
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QListWidget,
    QMenu,
    QPushButton,
    QTextBrowser,
)

from pressdesk import settings
from pressdesk.bootstrap import open_services
from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.enquiry_drafts import PREFIX, to_json
from pressdesk.settings import Settings, WindowOptions
from pressdesk.ui.choices import Choices
from pressdesk.ui.enquiry.panel import EnquiryPanel
from pressdesk.ui.kit import KeyButton
from pressdesk.ui.navigation import Navigation
from pressdesk.ui.pages import PAGES
from pressdesk.ui.theme import current
from pressdesk.ui.trouble import Trouble
from pressdesk.ui.who import WhoIsThere
from pressdesk.ui.window import MainWindow
from pressdesk.ui.workspace import Workspace
from tests.conftest import INSPECTORATE
from tests.ui.file_dialog import open_as

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def workspace(window: MainWindow) -> Workspace:
    content = window.content()
    assert isinstance(content, Workspace)
    return content


def menu_words(window: MainWindow) -> set[str]:
    return {action.text() for menu in window.findChildren(QMenu) for action in menu.actions()}


def test_it_opens_at_the_desk(at_work):
    assert at_work.windowTitle() == "Inspectorate of Police and Fire Services — PressDesk"
    assert workspace(at_work).page().title == "Desk"


@pytest.mark.parametrize("number", range(len(PAGES)))
def test_each_page_has_its_number(at_work, qtbot, number):
    qtbot.keyClick(at_work, Qt.Key(Qt.Key.Key_1 + number), CTRL)
    assert workspace(at_work).page().title == PAGES[number].title


def test_settings_also_have_the_comma(at_work, qtbot):
    qtbot.keyClick(at_work, Qt.Key.Key_Comma, CTRL)
    assert workspace(at_work).page().title == "Settings"


def test_every_act_with_a_key_is_in_the_menus(at_work):
    words = menu_words(at_work)
    assert {
        "Log enquiry…",
        "Search everything",
        "Copy the live number",
        "Manual",
        "Quit",
    } <= words


def test_the_live_number_is_copied(at_work, qtbot, tools):
    qtbot.keyClick(at_work, Qt.Key.Key_C, CTRL_SHIFT)
    assert QGuiApplication.clipboard().text() == "020 3513 0600"
    assert workspace(at_work).messages.text() == "Copied 020 3513 0600."


def test_control_n_opens_a_window_for_each_call(at_work, qtbot, tools):
    qtbot.keyClick(at_work, Qt.Key.Key_N, CTRL)
    at_work.activateWindow()
    qtbot.keyClick(at_work, Qt.Key.Key_N, CTRL)
    tools.runner.wait_idle()
    assert len(workspace(at_work).log_windows.windows()) == 2


def test_larger_text_is_kept(at_work, qtbot, tools, tmp_path):
    qtbot.keyClick(at_work, Qt.Key.Key_Plus, CTRL)
    tools.runner.wait_idle()
    assert settings.load(tmp_path / "settings.toml").text_scale == 1.1
    qtbot.keyClick(at_work, Qt.Key.Key_0, CTRL)
    tools.runner.wait_idle()
    assert settings.load(tmp_path / "settings.toml").text_scale == 1.0


def test_the_manual_opens_with_f1_and_follows_its_links_only(at_work, qtbot):
    qtbot.keyClick(at_work, Qt.Key.Key_F1)
    manual = at_work.show_manual()
    assert "A first day" in manual.shown()
    manual.findChild(QTextBrowser).anchorClicked.emit("06-keys.md")
    assert "Ctrl+N" in manual.shown()
    manual.findChild(QTextBrowser).anchorClicked.emit("https://example.org/")
    assert "Ctrl+N" in manual.shown()
    manual.close()


def test_another_person_sits_down(at_work, qtbot, tools):
    qtbot.keyClick(at_work, Qt.Key.Key_M, CTRL_SHIFT)
    tools.runner.wait_idle()
    names = at_work.content().findChild(QListWidget)
    qtbot.keyClicks(names, "Sam")
    qtbot.keyClick(names, Qt.Key.Key_Return)
    tools.runner.wait_idle()
    assert workspace(at_work).services.context.actor == "Sam Okafor"


def test_escape_leaves_the_person_at_the_desk(at_work, qtbot, tools):
    before = workspace(at_work)
    qtbot.mouseClick(before.findChild(QPushButton, "person"), Qt.MouseButton.LeftButton)
    tools.runner.wait_idle()
    qtbot.keyClick(at_work.content().findChild(QListWidget), Qt.Key.Key_Escape)
    assert workspace(at_work) is before


def test_somebody_unknown_is_asked_who_they_are(window, office_file, tools):
    window.begin(WindowOptions(database=office_file, person="Nobody"))
    tools.runner.wait_idle()
    assert isinstance(window.content(), WhoIsThere)


def test_a_damaged_file_says_what_to_do(window, qtbot, tools, tmp_path, office_file):
    broken = tmp_path / "broken.pressdesk"
    broken.write_bytes(b"not a database" * 100)
    window.begin(WindowOptions(database=broken))
    tools.runner.wait_idle()
    assert isinstance(window.content(), Trouble)
    broken.write_bytes(office_file.read_bytes())
    qtbot.keyClick(window.content().findChild(KeyButton), Qt.Key.Key_Space)
    tools.runner.wait_idle()
    assert workspace(window).page().title == "Desk"


def test_the_sample_always_says_that_it_is_one(window, tools, sample_home, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(sample_home))
    window.begin(WindowOptions(sample=True))
    tools.runner.wait_idle(60)
    assert window.windowTitle() == "Sample office — PressDesk"
    assert "Sample office" in workspace(window).status.words()


def test_the_place_of_the_window_is_kept(window, tools, tmp_path, qtbot):
    window.resize(1024, 710)
    window.close()
    again = MainWindow(
        tools,
        Choices(Path(), Settings(), tools),
        QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat),
    )
    qtbot.addWidget(again)
    assert again.height() == 710


def test_what_was_being_typed_is_offered_again(window, office_file, tools, clock):
    services = open_services(office_file, clock, "Priya Nair")
    services.drafts.keep(f"{PREFIX}1", to_json(EnquiryForm(clock.now(), journalist="Ruth Amery")))
    services.close()
    window.begin(WindowOptions(database=office_file))
    tools.runner.wait_idle()
    messages = workspace(window).messages
    assert messages.text() == "1 unfinished enquiry was kept."
    next(b for b in messages.findChildren(KeyButton) if b.text() == "Resume").click()
    tools.runner.wait_idle()
    (resumed,) = workspace(window).log_windows.windows()
    assert resumed.form().journalist == "Ruth Amery"


def test_an_enquiry_stands_beside_the_page_until_escape(at_work, tools, qtbot, clock):
    form = EnquiryForm(clock.now(), journalist="Ruth Amery", questions=("How many?",))
    logged = workspace(at_work).services.enquiries.log(form)
    tools.navigator.enquiry_requested.emit(logged.id)
    tools.runner.wait_idle()
    panel = at_work.findChild(EnquiryPanel)
    assert panel.isVisible()
    assert 380 <= panel.width() <= at_work.width() * 0.4
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_each_workspace_goes_when_another_comes(at_work, tools, qtbot):
    gone = weakref.ref(workspace(at_work))
    at_work.begin(
        WindowOptions(database=Path(str(workspace(at_work).services.context.database.where)))
    )
    tools.runner.wait_idle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None


@pytest.mark.parametrize(("width", "words"), [(1024, False), (1440, True)])
def test_a_narrow_window_tells_its_pages_by_icons(at_work, qtbot, width, words):
    at_work.resize(width, 700)
    (navigation,) = workspace(at_work).findChildren(Navigation)
    wide = current().px(10)
    qtbot.waitUntil(lambda: (navigation.width() > wide) is words)
    names = [button.accessibleName() for button in navigation.findChildren(QAbstractButton)]
    assert any(name.startswith("Desk") for name in names)


def test_another_office_is_opened_without_holding_up_the_window(
    at_work, tools, qtbot, clock, tmp_path
):
    other = tmp_path / "other.pressdesk"
    services = open_services(other, clock, "Priya Nair")
    services.office.start(replace(INSPECTORATE, office=replace(INSPECTORATE.office, name="Other")))
    services.close()
    qtbot.keyClick(at_work, Qt.Key.Key_O, CTRL)
    open_as(qtbot, at_work, other)
    tools.runner.wait_idle()
    assert at_work.windowTitle() == "Other — PressDesk"
