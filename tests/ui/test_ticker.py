"""Ticks come at whole seconds of the clock, whatever the clock does."""

from datetime import UTC, datetime, timedelta

import pytest

from pressdesk.clock import FixedClock
from pressdesk.ui.ticker import Ticker, milliseconds_to_next_second

CLOSING = datetime(2026, 11, 23, 17, tzinfo=UTC)


@pytest.fixture
def clock():
    return FixedClock(CLOSING - timedelta(milliseconds=1))


@pytest.fixture
def ticks():
    return []


@pytest.fixture
def ticker(clock, ticks, qapp):
    ticker = Ticker(clock)
    ticker.ticked.connect(ticks.append)
    ticker.start()
    yield ticker
    ticker.stop()


@pytest.mark.parametrize(
    ("microsecond", "wait"), [(0, 1000), (1, 1000), (500_000, 500), (999_000, 1), (999_999, 1)]
)
def test_it_waits_until_the_next_second_has_begun(microsecond, wait):
    assert milliseconds_to_next_second(CLOSING.replace(microsecond=microsecond)) == wait


def test_the_present_second_ticks_at_the_start(ticker, ticks):
    assert ticks == [CLOSING - timedelta(seconds=1)]


def test_closing_time_ticks_by_itself(ticker, clock, ticks, qtbot):
    clock.instant = CLOSING
    qtbot.waitUntil(lambda: len(ticks) > 1)
    assert ticks[-1] == CLOSING


def test_one_second_ticks_once(ticker, ticks):
    ticker.look()
    ticker.look()
    assert len(ticks) == 1


@pytest.mark.parametrize("jump", [timedelta(hours=9), timedelta(hours=-1), timedelta(days=-2)])
def test_after_sleep_or_a_set_clock_the_tick_is_the_clocks(ticker, clock, ticks, jump):
    clock.instant = CLOSING + jump + timedelta(microseconds=250_000)
    ticker.look()
    assert ticks[-1] == CLOSING + jump
