"""The rota as a service: weeks, gaps, and last week's shifts again by the clock on the wall."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.hours import SpecialDay
from pressdesk.domain.rota import Shift
from pressdesk.errors import NotFound, Refused

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 11, 23)


def local(words):
    return datetime.fromisoformat(words).replace(tzinfo=LONDON).astimezone(UTC)


def shift(person, start, end, number="07700 900111"):
    return Shift(None, person, local(start), local(end), number)


def shown(services, monday):
    return [
        (
            s.person,
            f"{s.starts_at.astimezone(LONDON):%a %H:%M}",
            f"{s.ends_at.astimezone(LONDON):%a %H:%M}",
        )
        for s in services.rota.week(monday).view.shifts
    ]


def test_each_night_of_an_empty_week_is_a_gap(services):
    gaps = services.rota.week(MONDAY).view.gaps
    assert len(gaps) == 6
    assert gaps[1] == (local("2026-11-23T17:00"), local("2026-11-24T08:30"))


def test_a_shift_fills_its_gap(services):
    services.rota.save(shift("Sam Okafor", "2026-11-23T17:00", "2026-11-24T08:30"))
    assert len(services.rota.week(MONDAY).view.gaps) == 5


@pytest.mark.parametrize(
    ("day", "note", "opens"),
    [
        (date(2026, 12, 24), "Moving house", False),
        (date(2026, 12, 25), "Christmas Day", False),
        (date(2026, 12, 23), "", True),
    ],
)
def test_a_day_says_why_it_is_unlike_others(services, day, note, opens):
    services.office.save_special_day(SpecialDay(date(2026, 12, 24), (), "Moving house"))
    found = next(d for d in services.rota.week(date(2026, 12, 21)).days if d.day == day)
    assert (found.note, bool(found.open)) == (note, opens)


@pytest.mark.parametrize(
    ("monday", "length"),
    [(date(2026, 3, 23), 7 * 24 - 1), (date(2026, 10, 19), 7 * 24 + 1), (MONDAY, 7 * 24)],
)
def test_the_week_of_a_clock_change_is_an_hour_shorter_or_longer(services, monday, length):
    days = services.rota.week(monday).days
    assert days[-1].ends_at - days[0].starts_at == timedelta(hours=length)


@pytest.mark.parametrize("monday", [date(2026, 10, 26), date(2026, 3, 30), MONDAY])
def test_last_weeks_shifts_keep_their_wall_clock_times(services, monday):
    before = monday - timedelta(days=7)
    services.rota.save(shift("Sam Okafor", f"{before}T17:00", f"{before + timedelta(1)}T08:30"))
    assert len(services.rota.copy_last_week(monday)) == 1
    assert shown(services, monday) == [("Sam Okafor", "Mon 17:00", "Tue 08:30")]


def test_a_copied_time_that_the_clocks_jump_over_moves_on_by_the_hour(services):
    services.rota.save(shift("Sam Okafor", "2026-03-22T01:30", "2026-03-22T08:30"))
    services.rota.copy_last_week(date(2026, 3, 23))
    assert shown(services, date(2026, 3, 23)) == [("Sam Okafor", "Sun 02:30", "Sun 08:30")]


def test_copying_twice_doubles_nothing(services):
    services.rota.save(shift("Sam Okafor", "2026-11-16T17:00", "2026-11-17T08:30"))
    services.rota.copy_last_week(MONDAY)
    with pytest.raises(Refused, match="already"):
        services.rota.copy_last_week(MONDAY)


def test_an_empty_week_cannot_be_copied(services):
    with pytest.raises(Refused, match="no shift in the week before"):
        services.rota.copy_last_week(MONDAY)


def test_a_shift_that_began_the_week_before_last_is_not_copied(services):
    services.rota.save(shift("Sam Okafor", "2026-11-15T17:00", "2026-11-16T08:30"))
    with pytest.raises(Refused):
        services.rota.copy_last_week(MONDAY)


def test_several_shifts_go_together_or_not_at_all(services):
    kept = services.rota.save(shift("Sam Okafor", "2026-11-23T17:00", "2026-11-24T08:30"))
    with pytest.raises(NotFound):
        services.rota.remove_all((kept, 999))
    services.rota.remove_all((kept,))
    assert shown(services, MONDAY) == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (shift(" ", "2026-11-23T17:00", "2026-11-24T08:30"), "person"),
        (shift("Sam Okafor", "2026-11-23T17:00", "2026-11-23T17:00"), "ends_at"),
        (shift("Sam Okafor", "2026-11-23T17:00", "2026-12-01T17:00"), "ends_at"),
    ],
)
def test_a_shift_that_cannot_be_is_refused_at_its_field(services, wrong, field):
    with pytest.raises(Refused) as refused:
        services.rota.save(wrong)
    assert refused.value.field == field


def test_a_shift_that_someone_removed_does_not_come_back(services):
    night = shift("Sam Okafor", "2026-11-23T17:00", "2026-11-24T08:30")
    shift_id = services.rota.save(night)
    services.rota.remove(shift_id)
    with pytest.raises(NotFound, match="not on the rota any more"):
        services.rota.save(replace(night, id=shift_id))
