"""The duty pack by keys: made, opened by its passphrase, worked on, merged, clashes chosen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from pressdesk.bootstrap import open_services
from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.settings import WindowOptions
from pressdesk.storage import sealing
from pressdesk.ui.duty_pack.unlock import Unlock
from pressdesk.ui.workspace import Workspace
from tests.conftest import MONDAY_14_06
from tests.services.at_home import correct
from tests.ui.file_dialog import open_as, save_as

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WORDS = "four words to keep"
CALL = EnquiryForm(MONDAY_14_06, journalist="Ruth Amery", questions=("Why is it slow?",))


@pytest.fixture(autouse=True)
def _quick_key(monkeypatch):
    monkeypatch.setattr(sealing, "COST", 2**4)


@pytest.fixture
def office(at_work):
    services = at_work.content().services
    services.enquiries.log(CALL)
    return services


@pytest.fixture
def pack(office, tmp_path):
    path = tmp_path / "tonight.pressdesk-duty"
    office.duty_packs.make(path, WORDS, "Sam Okafor")
    return path


@pytest.fixture
def duty(at_work, office, qtbot):
    qtbot.keyClick(at_work, Qt.Key.Key_D, CTRL | SHIFT)
    window = at_work.content().open_duty_pack()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def type_at_home(path, clock, act):
    home = open_services(path, clock, "Sam Okafor", WORDS)
    act(home)
    home.close()


def choose_file(duty, qtbot, tools, path, passphrase=WORDS):
    qtbot.keyClick(duty, Qt.Key.Key_O, CTRL)
    open_as(qtbot, duty, path)
    duty.activateWindow()
    qtbot.waitUntil(duty.isActiveWindow)
    qtbot.keyClicks(duty.merging.passphrase.input, passphrase)
    qtbot.keyClick(duty.merging.passphrase.input, Qt.Key.Key_Return)
    tools.runner.wait_idle()


def test_a_pack_is_made_by_keys(duty, office, qtbot, tools, tmp_path):
    path = tmp_path / "tonight.pressdesk-duty"
    for field, words in (
        (duty.making.person, "Sam Okafor"),
        (duty.making.passphrase, WORDS),
        (duty.making.again, WORDS),
    ):
        qtbot.keyClicks(field.input, words)
    qtbot.keyClick(duty, Qt.Key.Key_Return, CTRL)
    save_as(qtbot, duty, path)
    tools.runner.wait_idle()
    assert path.exists()
    assert [pack.person for pack in office.duty_packs.made()] == ["Sam Okafor"]
    assert duty.making.passphrase.input.text() == ""


def test_two_passphrases_that_differ_are_said_at_their_field(duty, qtbot):
    qtbot.keyClicks(duty.making.passphrase.input, WORDS)
    qtbot.keyClick(duty, Qt.Key.Key_Return, CTRL)
    assert "not the same" in duty.making.again.problem()


def test_a_pack_opens_by_its_passphrase_and_says_what_it_is(at_work, pack, qtbot, tools):
    at_work.begin(WindowOptions(database=pack))
    tools.runner.wait_idle()
    for typed in ("four other words", WORDS):
        unlock = at_work.content()
        assert isinstance(unlock, Unlock)
        line = unlock.findChild(QLineEdit)
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        tools.runner.wait_idle()
    assert isinstance(at_work.content(), Workspace)
    assert at_work.windowTitle().startswith("Duty pack 1 of Inspectorate of Police")
    assert "made Monday 23 November 2026 14:06" in at_work.content().status.words()
    assert "Duty pack…" not in {act.words for act in at_work.content().acts()}


def test_what_was_done_at_home_is_merged_by_keys(pack, duty, office, clock, qtbot, tools):
    type_at_home(pack, clock, lambda home: home.answering.note(1, "Rang back at ten"))
    assert tools.runner.wait_idle()
    assert duty.merging._out.text() == "Duty pack 1 of Sam Okafor is not merged yet."
    choose_file(duty, qtbot, tools, pack)
    assert duty.merging.words().startswith("Merged duty pack 1 of Sam Okafor")
    assert tools.runner.wait_idle()
    assert not duty.merging._out.isVisible()
    assert [note.words for note in office.enquiries.show(1).notes] == ["Rang back at ten"]


def test_a_wrong_passphrase_is_said_at_its_field(duty, pack, qtbot, tools):
    choose_file(duty, qtbot, tools, pack, "four other words")
    assert "does not open" in duty.merging.passphrase.problem()


@pytest.mark.parametrize(
    ("keys", "stands"),
    [
        ([Qt.Key.Key_Right], "In town"),
        ([Qt.Key.Key_Right, Qt.Key.Key_Right], "At home"),
        ([Qt.Key.Key_P], "At home"),
    ],
)
def test_a_clash_stands_side_by_side_and_is_chosen_by_keys(
    duty, office, pack, clock, qtbot, tools, keys, stands
):
    type_at_home(pack, clock, lambda home: correct(home, 1, subject="At home"))
    correct(office, 1, subject="In town")
    choose_file(duty, qtbot, tools, pack)
    assert len(duty.merging.clashes()) == 1
    assert "Nothing is merged yet" in duty.merging.words()
    qtbot.keyClick(duty, Qt.Key.Key_M, CTRL)
    assert "Choose first" in duty.merging.words()
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)
    qtbot.keyClick(duty, Qt.Key.Key_M, CTRL)
    tools.runner.wait_idle()
    assert duty.merging.words().startswith("Merged")
    assert office.enquiries.show(1).summary.subject == stands
