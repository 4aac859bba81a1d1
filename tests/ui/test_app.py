"""The program around the window: bugs, choices, messages, the self-test."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from pressdesk import settings
from pressdesk.errors import Unavailable
from pressdesk.settings import Settings
from pressdesk.ui.choices import Choices
from pressdesk.ui.crash import CrashWindow, report
from pressdesk.ui.crashes import Crashes
from pressdesk.ui.kit import Tone
from pressdesk.ui.manual import manual_pages
from pressdesk.ui.messages import Messages
from pressdesk.ui.self_test import colours
from pressdesk.ui.tools import Message

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bug():
    try:
        dict[str, str]()["Ruth Amery, 01632 960012"]
    except KeyError as error:
        return error


def test_the_report_of_a_bug_names_places_and_nobody(bug):
    said = report(bug)
    assert "builtins.KeyError" in said
    assert "test_app.py" in said
    assert "Ruth" not in said
    assert str(Path.home()) not in said


def test_the_report_tells_what_led_to_what(bug):
    later = ValueError()
    later.__cause__ = bug
    assert report(later).index("ValueError") < report(later).index("KeyError")


def test_the_report_is_copied_by_its_key(bug, qtbot):
    window = CrashWindow(bug)
    with qtbot.waitActive(window):
        window.show()
    qtbot.keyClick(window, Qt.Key.Key_C, CTRL_SHIFT)
    assert QGuiApplication.clipboard().text() == report(bug)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_one_bug_opens_one_window(tools, bug, qtbot):
    crashes = Crashes(tools)
    crashes.show_error(bug)
    first = crashes.window()
    crashes.show_error(bug)
    assert first is not None
    assert crashes.window() is first
    first.close()


def test_an_expected_error_is_a_sentence_and_no_crash(tools, qtbot):
    crashes = Crashes(tools)
    with qtbot.waitSignal(tools.navigator.said) as said:
        crashes.show_error(Unavailable("The disk is full."))
    assert said.args[0].sentence == "The disk is full."
    assert crashes.window() is None


def test_choices_are_kept(tools, tmp_path):
    choices = Choices(tmp_path / "settings.toml", Settings(), tools)
    choices.keep(theme="dark")
    tools.runner.wait_idle()
    assert settings.load(tmp_path / "settings.toml").theme == "dark"


@pytest.mark.parametrize(("steps", "scale"), [(1, 1.1), (-1, 0.9), (50, 2.0), (-50, 0.8)])
def test_text_grows_and_shrinks_within_bounds(tools, tmp_path, steps, scale):
    choices = Choices(tmp_path / "settings.toml", Settings(), tools)
    choices.scale_by(steps)
    assert choices.settings.text_scale == scale
    choices.scale_by(0)
    assert choices.settings.text_scale == 1.0
    tools.runner.wait_idle()


def test_choices_that_cannot_be_kept_say_so(tools, tmp_path, qtbot):
    (tmp_path / "file").touch()
    choices = Choices(tmp_path / "file" / "settings.toml", Settings(), tools)
    with qtbot.waitSignal(tools.navigator.said) as said:
        choices.keep(theme="dark")
    assert "could not be kept" in said.args[0].sentence


@pytest.fixture
def messages(qtbot, tools):
    messages = Messages(tools.ticker)
    qtbot.addWidget(messages)
    messages.show()
    return messages


def test_a_note_goes_by_itself_and_a_warning_stays(messages, tools):
    messages.remind(Message("Bank holidays end soon.", Tone.WARNING))
    messages.say(Message("Copied."))
    assert messages.text() == "Copied."
    for second in range(10):
        tools.ticker.ticked.emit(second)
    assert messages.text() == "Bank holidays end soon."


def test_a_reminder_waits_for_its_turn(messages):
    messages.say(Message("The disk is full.", Tone.ERROR))
    messages.remind(Message("1 unfinished enquiry was kept."))
    assert messages.text() == "The disk is full."


def test_every_page_of_the_manual_has_a_title():
    assert len(manual_pages()) >= 5
    assert all(path.read_text("utf-8").startswith("# ") for path in manual_pages())


def test_an_empty_picture_is_seen_to_be_empty():
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert colours(picture) == 1


@pytest.mark.slow
def test_the_self_test_opens_every_page(tmp_path):
    homes = {name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    done = subprocess.run(
        [sys.executable, "-m", "pressdesk", "--self-test"],
        env={**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Desk: shown" in done.stdout
    assert "Manual: shown" in done.stdout
    assert not list(tmp_path.rglob("*.pressdesk"))
