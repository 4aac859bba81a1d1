"""A repeat pattern covers every time out of hours once, and touches nothing without saying so."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.hours import OpeningHours, SpecialDay
from pressdesk.domain.local_time import edge
from pressdesk.domain.rota import Shift, gaps, overlaps
from pressdesk.domain.rota_pattern import Pattern, Turn, planned
from pressdesk.errors import Refused
from tests.conftest import OPENS_ON_WEEKDAYS

LONDON = ZoneInfo("Europe/London")
CHRISTMAS = {date(2026, 12, 25): "Christmas Day", date(2026, 12, 28): "Boxing Day (substitute day)"}
HOURS = OpeningHours(LONDON, OPENS_ON_WEEKDAYS, bank_holidays=CHRISTMAS.get)
MONDAY = date(2026, 11, 23)
FORTNIGHT = Pattern(("Ada", "Ben"), MONDAY, MONDAY + timedelta(days=13))
NUMBERS = {"Ada": "1", "Ben": "2"}


def local(words):
    return datetime.fromisoformat(words).replace(tzinfo=LONDON).astimezone(UTC)


def told(shifts):
    return [
        f"{s.person} {s.starts_at.astimezone(LONDON):%a %d %H:%M}"
        f" {s.ends_at.astimezone(LONDON):%a %d %H:%M}"
        for s in shifts
    ]


def plan(pattern=FORTNIGHT, there=(), hours=HOURS):
    return planned(pattern, there, hours, NUMBERS)


def shift(person, start, end):
    return Shift(7, person, local(start), local(end), "9", version=1)


def test_each_person_takes_a_week_and_the_weekend_belongs_to_its_friday():
    new = plan().new
    assert [s.person for s in new] == ["Ada"] * 5 + ["Ben"] * 5
    assert told(new)[4] == "Ada Fri 27 17:00 Mon 30 08:30"
    assert (new[0].number, new[5].number) == ("1", "2")


def test_by_nights_they_alternate():
    assert [s.person for s in plan(replace(FORTNIGHT, turn=Turn.NIGHT)).new[:4]] == [
        "Ada", "Ben", "Ada", "Ben",
    ]  # fmt: skip


def test_bank_holidays_lengthen_the_night_before_them():
    week = Pattern(("Ada",), date(2026, 12, 21), date(2026, 12, 27))
    assert told(plan(week).new)[-1] == "Ada Thu 24 17:00 Tue 29 08:30"


def test_a_night_over_the_clock_change_keeps_the_wall_clock():
    week = Pattern(("Ada",), date(2026, 10, 19), date(2026, 10, 25))
    last = plan(week).new[-1]
    assert told([last]) == ["Ada Fri 23 17:00 Mon 26 08:30"]
    assert last.ends_at - last.starts_at == timedelta(hours=64, minutes=30)


def test_what_is_there_stays_and_is_worked_around():
    there = shift("Eve", "2026-11-24T20:00", "2026-11-25T08:30")
    found = plan(there=[there])
    assert (found.kept, found.removed) == ((there,), ())
    assert told(found.new)[1] == "Ada Tue 24 17:00 Tue 24 20:00"


def test_what_is_replaced_is_named():
    there = shift("Eve", "2026-11-24T20:00", "2026-11-25T08:30")
    found = plan(replace(FORTNIGHT, replaces=True), [there])
    assert found.removed == (there,)
    assert told(found.new)[1] == "Ada Tue 24 17:00 Wed 25 08:30"


def test_a_shift_from_before_the_first_day_is_never_replaced():
    there = shift("Eve", "2026-11-20T17:00", "2026-11-23T20:00")
    found = plan(replace(FORTNIGHT, replaces=True), [there])
    assert (found.removed, found.kept) == ((), (there,))
    assert told(found.new)[0] == "Ada Mon 23 20:00 Tue 24 08:30"


def test_the_same_pattern_again_has_nothing_to_add():
    there = plan().new
    again = plan(replace(FORTNIGHT, replaces=True), there)
    assert (again.new, again.removed) == ((), ())


def test_an_office_closed_for_weeks_gets_shifts_of_a_week_at_most():
    closed = tuple(SpecialDay(MONDAY + timedelta(days=n), (), "Moving house") for n in range(1, 20))
    long = OpeningHours(LONDON, OPENS_ON_WEEKDAYS, closed)
    assert max(s.ends_at - s.starts_at for s in plan(hours=long).new) == timedelta(days=7)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"people": ()}, "people"),
        ({"people": (" ",)}, "people"),
        ({"last": MONDAY - timedelta(days=1)}, "last"),
        ({"last": MONDAY + timedelta(days=400)}, "last"),
    ],
)
def test_a_pattern_that_cannot_be_is_refused_at_its_field(wrong, field):
    with pytest.raises(Refused) as refused:
        plan(replace(FORTNIGHT, **wrong))
    assert refused.value.field == field


@st.composite
def busy(draw):
    """Some shifts at random hours around the fortnight, none of them over another."""
    start = edge(MONDAY - timedelta(days=2), 0, LONDON)
    found: list[Shift] = []
    for pause, length in draw(
        st.lists(st.tuples(st.integers(0, 60), st.integers(1, 40)), max_size=8)
    ):
        begins = start + timedelta(hours=pause)
        start = begins + timedelta(hours=length)
        found.append(Shift(len(found) + 1, "Eve", begins, start, "9"))
    return found


@given(there=busy(), replaces=st.booleans(), turn=st.sampled_from(Turn))
def test_afterwards_every_night_is_covered_once(there, replaces, turn):
    found = plan(replace(FORTNIGHT, replaces=replaces, turn=turn), there)
    after = [s for s in there if s not in found.removed] + list(found.new)
    start, end = edge(MONDAY, 17 * 60, LONDON), edge(FORTNIGHT.last, 24 * 60, LONDON)
    assert gaps(after, start, end, HOURS) == ()
    assert overlaps(after) == ()
    assert replaces or not found.removed
