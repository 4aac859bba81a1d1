"""Many instants told at once are told as one by one, whatever the zone and the day."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain import instants
from pressdesk.domain.instants import Instants, WallClock

ZONES = ["Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "America/New_York", "UTC"]


def stamp(instant):
    return f"{instant:%Y-%m-%d %H:%M:%S.%f}" if instant else None


spring = datetime(2026, 3, 29, tzinfo=UTC)
around = st.integers(-3000, 3000).map(lambda minutes: spring + timedelta(minutes=minutes))
any_day = st.datetimes(datetime(1800, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(st.lists(st.none() | around | any_day, max_size=20), st.sampled_from(ZONES))
def test_all_at_once_are_told_as_each_alone(given_instants, zone):
    clock = WallClock(ZoneInfo(zone))
    column = Instants(list(map(stamp, given_instants)))
    assert list(column) == given_instants
    told = [clock.said(instant) if instant else "" for instant in given_instants]
    assert clock.all_said(column) == told
    shown = [clock.shown(instant) if instant else None for instant in given_instants]
    assert clock.all_shown(column) == shown


@pytest.mark.parametrize(
    ("stamp", "said"),
    [
        ("2026-03-29 00:59:59.999999", "2026-03-29 00:59"),
        ("2026-03-29 01:00:00.000000", "2026-03-29 02:00"),
        ("2026-06-30 23:30:00.000000", "2026-07-01 00:30"),
        ("2026-12-31 23:30:00.000000", "2026-12-31 23:30"),
    ],
)
def test_the_office_s_clock_is_shown(stamp, said):
    assert WallClock(ZoneInfo("Europe/London")).all_said(Instants([stamp, None])) == [said, ""]


def test_a_column_is_a_sequence_of_instants():
    column = Instants(["2026-03-29 01:00:00.000000", None])
    assert (column[0], column[1], len(column)) == (spring + timedelta(hours=1), None, 2)
    assert list(column[1:]) == [None]


def test_only_so_many_hours_are_remembered(monkeypatch):
    monkeypatch.setattr(instants, "_MOST_HOURS", 48)
    clock = WallClock(ZoneInfo("Europe/London"))
    days = [spring + timedelta(days=number) for number in range(100)]
    clock.all_said(Instants(list(map(stamp, days))))
    assert len(clock._hours) < 48 + 24
