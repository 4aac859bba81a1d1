"""While the window is open, months are closed and the weekly report is written, and told."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject

from pressdesk import paths, settings
from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.periods import Period
from pressdesk.settings import Settings
from pressdesk.ui.kit import Tone
from pressdesk.ui.report_watch import EVERY, SETTLING, ReportWatch
from pressdesk.ui.tools import Message

FRIDAY_15_59 = datetime(2026, 11, 27, 15, 59, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path, services, monkeypatch):
    """The folder of the weekly report; it is written as JSON, which is quick."""
    own, folder = tmp_path / "settings.toml", tmp_path / "reports"
    folder.mkdir()
    monkeypatch.setattr(paths, "settings_file", lambda: own)
    chosen = services.weekly.choose(
        Settings(), folder=str(folder), formats="json", day=4, time="16:00"
    )
    settings.save(chosen, own)
    return folder


@pytest.fixture
def told(folder, services, tools):
    """What the watch says."""
    owner, messages = QObject(), list[Message]()
    watch = ReportWatch(services, tools, owner)
    watch.told.connect(messages.append)
    yield messages
    owner.deleteLater()


@pytest.fixture
def at(clock, tools):
    """Let it be a time, and the work end that it begins."""

    def go(instant):
        clock.instant = instant
        tools.ticker.ticked.emit(instant)
        assert tools.runner.wait_idle()

    return go


def test_on_friday_at_four_it_is_written_and_said_once(told, at, folder):
    at(FRIDAY_15_59)
    assert told == []
    at(FRIDAY_15_59 + EVERY)
    at(FRIDAY_15_59 + 2 * EVERY)
    (message,) = told
    assert message.sentence == f"The weekly report was written to {folder}: report-2026-W48.json."
    assert message.action == "Show in folder"


def test_why_it_is_not_written_is_said_once_until_it_is(told, at, folder):
    folder.rename(folder.with_name("away"))
    for minutes in (1, 2):
        at(FRIDAY_15_59 + minutes * EVERY)
    (message,) = told
    assert message.tone is Tone.WARNING
    assert "there is no such folder" in message.sentence
    folder.with_name("away").rename(folder)
    at(FRIDAY_15_59 + 3 * EVERY)
    assert "was written" in told[-1].sentence


def test_months_are_closed_a_little_after_the_start(told, at, services, clock):
    received = datetime(2026, 10, 1, 9, tzinfo=UTC)
    services.enquiries.log(EnquiryForm(received, journalist="Ruth Amery", subject="Custody"))
    at(clock.now() + SETTLING - timedelta(seconds=1))
    assert not services.reports.report(Period.month("2026-10")).frozen
    at(clock.now() + timedelta(seconds=1))
    assert services.reports.report(Period.month("2026-10")).frozen
    assert told == []
