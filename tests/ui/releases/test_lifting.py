"""Embargoes that end while the window is open, however it was kept from looking."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QObject

from pressdesk.ui.bus import Changed
from pressdesk.ui.releases.lifting import LiftWatch
from pressdesk.ui.tools import Message

LINE = "EMBARGOED until {} on 24 November 2026\n\n{}\n\nCrews have new boats.\n"
ENDS = datetime(2026, 11, 24, 0, 1, tzinfo=UTC)


@pytest.fixture
def notices(qapp, services, tools):
    """The sentences of a watch, begun when one release is under embargo."""
    services.releases.add_text(LINE.format("00:01", "New boats for Hull"))
    home, sentences = QObject(), []
    watch = LiftWatch(services, tools, home)
    watch.lifted.connect(lambda message: sentences.append(message.sentence))
    tools.runner.wait_idle()
    yield sentences
    home.deleteLater()


@pytest.fixture
def at(clock, tools):
    """Set the clock, and let it tick."""

    def look(instant):
        clock.instant = instant
        tools.ticker.look()
        tools.runner.wait_idle()

    return look


def test_at_its_instant_one_notice_is_given(notices, at):
    at(ENDS - timedelta(seconds=1))
    assert notices == []
    for later in range(3):
        at(ENDS + timedelta(seconds=later))
    assert notices == ["The embargo on “New boats for Hull” has ended. Its words may be used."]


def test_after_sleep_all_that_ended_meanwhile_is_told_once(notices, at, services, tools):
    services.releases.add_text(LINE.format("06:00", "New vans"))
    tools.runner.wait_idle()
    at(ENDS + timedelta(hours=9))
    at(ENDS + timedelta(hours=10))
    assert notices == ["The embargoes on 2 releases have ended."]


def test_the_lists_are_told_to_look_again(notices, at, tools):
    heard: list[Changed] = []
    tools.bus.changed.connect(heard.append)
    at(ENDS)
    assert [change.tables for change in heard] == [frozenset({"release"})]


def test_what_a_person_lifted_is_not_told_again(notices, at, services, tools):
    services.embargoes.lift(1, "The report is out")
    tools.runner.wait_idle()
    at(ENDS)
    assert notices == []


def test_a_clock_that_is_set_back_tells_again_what_ends_again(notices, at):
    at(ENDS)
    at(ENDS - timedelta(hours=1))
    at(ENDS)
    assert len(notices) == 2


def test_what_ended_before_the_window_was_opened_is_not_told(
    qapp, services, tools, clock, at, notices
):
    clock.instant = ENDS + timedelta(days=1)
    home, told = QObject(), list[Message]()
    watch = LiftWatch(services, tools, home)
    watch.lifted.connect(told.append)
    tools.runner.wait_idle()
    at(ENDS + timedelta(days=2))
    assert told == []
    home.deleteLater()
