"""When a feed is due, and how what came is said."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.feeds import Feed, FeedState, Look, came_said

NOW = datetime(2026, 11, 23, 14, 6, tzinfo=UTC)
HOURLY = Feed("Police news", "https://a.example/feed", 60)


def looked(minutes_ago, failures=0, feed=HOURLY):
    return FeedState(feed, Look(NOW - timedelta(minutes=minutes_ago), failures=failures))


@pytest.mark.parametrize(
    ("state", "due"),
    [
        (FeedState(HOURLY), True),
        (FeedState(Feed("Off", "https://a.example/", active=False)), False),
        (looked(59), False),
        (looked(60), True),
        (looked(60 * 24 * 30), True),  # after sleep
        (looked(-5), True),  # the clock was set back
        (looked(119, failures=1), False),
        (looked(120, failures=1), True),
        (looked(24 * 60 - 1, failures=50), False),
        (looked(24 * 60, failures=50), True),
    ],
)
def test_a_feed_is_due_after_its_time_and_later_the_more_it_fails(state, due):
    assert state.is_due(NOW) is due


@given(st.integers(5, 1_440), st.integers(0, 100))
def test_no_feed_rests_longer_than_a_day_or_shorter_than_its_time(minutes, failures):
    feed = Feed("F", "https://a.example/", minutes)
    assert looked(1_440, failures, feed).is_due(NOW)
    assert not looked(minutes - 1, failures, feed).is_due(NOW)


def test_failures_are_counted_until_a_look_gives_something():
    first = FeedState(HOURLY).failed(NOW, "Out of reach.")
    second = FeedState(HOURLY, first).failed(NOW, "Out of reach.")
    assert (first.failures, second.failures) == (1, 2)


@pytest.mark.parametrize(
    ("came", "said"),
    [
        ([], ""),
        ([("Police news", Look(NOW))], ""),
        ([("Police news", Look(NOW, 1))], "1 new release from Police news."),
        ([("A", Look(NOW, 3)), ("B", Look(NOW))], "3 new releases from A."),
        (
            [("A", Look(NOW, 3, 1)), ("C", Look(NOW, 0, 2))],
            "3 new releases from A. 1 changed release from A. 2 changed releases from C.",
        ),
    ],
)
def test_what_came_is_said_by_feed(came, said):
    assert came_said(came) == said


@pytest.mark.parametrize(
    ("look", "said"),
    [(Look(NOW), ""), (Look(NOW, 2), "2 new"), (Look(NOW, 2_000, 1), "2,000 new, 1 changed")],
)
def test_a_look_says_what_came_by_it(look, said):
    assert look.came == said
