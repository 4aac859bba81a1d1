"""The rota as a service: weeks, gaps, and last week's shifts again by the clock on the wall."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.hours import SpecialDay
from pressdesk.domain.rota import Shift
from pressdesk.domain.rota_pattern import Pattern
from pressdesk.errors import Conflict, NotFound, Refused

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
    assert len(services.rota.copy_last_week(monday).added) == 1
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


def test_copied_shifts_go_together_or_not_at_all(services):
    services.rota.save(shift("Sam Okafor", "2026-11-16T17:00", "2026-11-17T08:30"))
    services.rota.save(shift("Priya Nair", "2026-11-17T17:00", "2026-11-18T08:30"))
    written = services.rota.copy_last_week(MONDAY)
    services.rota.remove(written.added[1])
    with pytest.raises(NotFound):
        services.rota.take_back(written)
    assert len(shown(services, MONDAY)) == 1


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


def night(services, person, day):
    number = "07700 900111" if person == "Sam Okafor" else "07836 217729"
    start, end = f"2026-11-{day}T17:00", f"2026-11-{day + 1}T08:30"
    return services.rota.shift(services.rota.save(shift(person, start, end, number)))


def test_two_people_swap_and_the_rota_says_so(services):
    first, second = night(services, "Sam Okafor", 23), night(services, "Priya Nair", 24)
    services.rota.swap(first, second)
    kept = services.rota.week(MONDAY).view.shifts
    assert [(s.person, s.instead_of, s.number) for s in kept] == [
        ("Priya Nair", "Sam Okafor", "07836 217729"),
        ("Sam Okafor", "Priya Nair", "07700 900111"),
    ]


def test_a_swap_of_a_shift_that_someone_changed_changes_neither(services):
    first, second = night(services, "Sam Okafor", 23), night(services, "Priya Nair", 24)
    services.rota.cover(second, "M. Reyes")
    with pytest.raises(Conflict, match="Reyes’s now"):
        services.rota.swap(first, second)
    assert [name for name, *_ in shown(services, MONDAY)] == ["Sam Okafor", "M. Reyes"]


@pytest.mark.parametrize(
    ("person", "number"), [("Sam Okafor", "07700 900111"), ("M. Reyes", "07836 217729")]
)
def test_who_covers_is_rung_on_their_own_number_or_on_the_line(services, person, number):
    taken = services.rota.cover(night(services, "Priya Nair", 23), person)
    assert (taken.person, taken.number, taken.instead_of) == (person, number, "Priya Nair")


@pytest.mark.parametrize("act", ["save", "cover", "remove"])
def test_a_shift_that_someone_changed_meanwhile_is_not_overwritten(services, act):
    seen = night(services, "Sam Okafor", 23)
    services.rota.save(replace(seen, number="07700 900222"))
    stale = {
        "save": lambda: services.rota.save(replace(seen, person="M. Reyes")),
        "cover": lambda: services.rota.cover(seen, "M. Reyes"),
        "remove": lambda: services.rota.remove(seen.id, seen.version),
    }
    with pytest.raises(Conflict, match="meanwhile"):
        stale[act]()
    assert services.rota.shift(seen.id).number == "07700 900222"


WEEK = Pattern(("Sam Okafor", "Priya Nair"), MONDAY, MONDAY + timedelta(days=6))


def test_a_pattern_is_seen_then_written_then_taken_back(services):
    there = night(services, "M. Reyes", 23)
    whole = replace(WEEK, replaces=True)
    plan = services.rota.plan(whole)
    assert (len(plan.new), plan.removed) == (5, (there,))
    assert services.rota.week(MONDAY).view.shifts == (there,)
    written = services.rota.write_plan(whole, plan)
    assert len(services.rota.week(MONDAY).view.gaps) == 1  # the weekend before
    services.rota.take_back(written)
    assert shown(services, MONDAY) == [("M. Reyes", "Mon 17:00", "Tue 08:30")]


def test_a_plan_that_is_not_true_any_more_is_not_written(services):
    plan = services.rota.plan(WEEK)
    night(services, "M. Reyes", 23)
    with pytest.raises(Conflict, match="changed since"):
        services.rota.write_plan(WEEK, plan)
    assert len(shown(services, MONDAY)) == 1


def test_a_pattern_with_nothing_to_add_is_refused(services):
    services.rota.write_plan(WEEK, services.rota.plan(WEEK))
    with pytest.raises(Refused, match="covered already"):
        services.rota.write_plan(WEEK, services.rota.plan(WEEK))


@pytest.mark.parametrize(
    ("day", "first", "weeks"),
    [
        (date(2026, 11, 23), date(2026, 10, 26), 6),
        (date(2027, 2, 1), date(2027, 2, 1), 4),
        (date(2026, 12, 31), date(2026, 11, 30), 5),
    ],
)
def test_a_month_is_whole_weeks(services, day, first, weeks):
    days = services.rota.month(day).days
    assert (days[0].day, len(days)) == (first, weeks * 7)


def test_the_next_gap_is_the_first_that_has_not_begun(services, clock):
    night(services, "Sam Okafor", 23)
    found = services.rota.next_gap(clock.now())
    assert found == (local("2026-11-24T17:00"), local("2026-11-25T08:30"))
    assert services.rota.next_gap(found[0])[0] == local("2026-11-25T17:00")


def test_a_rota_that_is_kept_warns_of_gaps_and_doubles_ahead(services):
    assert services.office.watch().warnings == ()
    night(services, "Sam Okafor", 23)
    night(services, "Priya Nair", 23)
    gap, double = services.office.watch().warnings
    assert "nobody is on duty Tuesday 24 November 17:00" in gap
    assert "Sam Okafor and Priya Nair are both on duty" in double


def test_a_calendar_holds_the_shifts_of_one_person_or_of_all(services, tmp_path):
    from icalendar import Calendar

    night(services, "Sam Okafor", 23)
    services.rota.cover(night(services, "Priya Nair", 24), "Sam Okafor")
    night(services, "M. Reyes", 25)
    file = tmp_path / "sam.ics"
    assert services.rota.write_calendar(file, "Sam Okafor") == 2
    assert services.rota.write_calendar(tmp_path / "all.ics") == 3
    events: Any = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert [event["dtstart"].dt for event in events] == [
        local("2026-11-23T17:00"),
        local("2026-11-24T17:00"),
    ]
    assert "Covers for Priya Nair" in events[1]["description"]
    assert len({event["uid"] for event in events}) == 2


def test_a_calendar_of_somebody_without_shifts_is_not_written(services, tmp_path):
    night(services, "Sam Okafor", 23)
    with pytest.raises(NotFound, match="Priya Nair is not on the rota"):
        services.rota.write_calendar(tmp_path / "none.ics", "Priya Nair")
    assert list(tmp_path.iterdir()) == []
