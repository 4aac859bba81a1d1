"""What holds for every office and every instant of 2012-2028, not for examples."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from pressdesk.domain.hours import DayRule, OpeningHours, Span, SpecialDay
from pressdesk.intake.bank_holidays import bank_holidays
from tests.domain.hours_cases import ALWAYS, CALENDARS

TICK = timedelta(microseconds=1)
FIRST, LAST = datetime(2012, 1, 1), datetime(2028, 12, 31)  # noqa: DTZ001 hypothesis wants naive
CLOCK_CHANGES = [
    datetime(year, month, day, 1, tzinfo=UTC)
    for year, month, day in [(2012, 3, 25), (2012, 10, 28), (2026, 3, 29), (2026, 10, 25)]
]
ZONES = [ZoneInfo(name) for name in ("Europe/London", "America/New_York", "Australia/Lord_Howe")]


def near_a_clock_change():
    offsets = st.timedeltas(timedelta(hours=-30), timedelta(hours=30))
    return st.builds(datetime.__add__, st.sampled_from(CLOCK_CHANGES), offsets)


def instants():
    anywhere = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
    minutes = anywhere.map(lambda at: at.replace(second=0, microsecond=0))
    return anywhere | minutes | near_a_clock_change()


@st.composite
def days(draw):
    """Spans of one day that do not overlap; the last may run past midnight."""
    edges = sorted(draw(st.sets(st.integers(0, 96), max_size=4)))
    edges = [edge * 15 for edge in edges[: len(edges) // 2 * 2]]
    spans = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    if spans and draw(st.booleans()):
        spans[-1] = Span(spans[-1].opens, min(spans[-1].closes + 600, spans[-1].opens + 1425))
    return tuple(span for span in spans if span.opens < 1440)


@st.composite
def offices(draw):
    week = [draw(days()) for _ in range(7)]
    week[draw(st.integers(0, 6))] = (Span(510, 1020),)
    rules = tuple(DayRule(weekday, spans, ALWAYS) for weekday, spans in enumerate(week))
    dates = st.dates(date(2012, 1, 1), date(2028, 12, 31)) | st.sampled_from(
        [at.date() for at in CLOCK_CHANGES]
    )
    special = draw(st.lists(st.builds(SpecialDay, dates, days(), st.just("")), max_size=4))
    holidays = bank_holidays(draw(st.sampled_from(["", "ENG", "SCT"])))
    return OpeningHours(draw(st.sampled_from(ZONES)), rules, tuple(special), holidays)


def any_office():
    return st.sampled_from(list(CALENDARS.values())) | offices()


@settings(max_examples=300, deadline=None)
@given(any_office(), instants())
def test_open_and_next_opening_never_disagree(hours, at):
    opening = hours.next_opening(at)
    assert hours.is_open(at) == (opening is None)
    if opening is not None:
        assert at < opening
        assert hours.is_open(opening)
        assert not hours.is_open(opening - TICK)
        assert hours.working_time(at, opening) == timedelta()


@settings(max_examples=300, deadline=None)
@given(any_office(), instants())
def test_closing_is_the_first_closed_instant(hours, at):
    closing = hours.closes_at(at)
    if closing is not None:
        assert not hours.is_open(closing)
        assert hours.is_open(closing - TICK)
        assert hours.working_time(at, closing) == closing - at


@settings(max_examples=200, deadline=None)
@given(any_office(), instants(), st.timedeltas(timedelta(), timedelta(days=30)), st.data())
def test_working_time_adds_up(hours, start, length, data):
    middle = start + data.draw(st.timedeltas(timedelta(), length))
    whole = hours.working_time(start, start + length)
    parts = hours.working_time(start, middle), hours.working_time(middle, start + length)
    assert whole == sum(parts, timedelta())
    assert timedelta() <= whole <= length


@settings(max_examples=200, deadline=None)
@given(any_office(), instants(), st.timedeltas(TICK, timedelta(days=10)))
def test_adding_working_time_undoes_measuring_it(hours, start, amount):
    end = hours.add_working_time(start, amount)
    assert end is not None
    assert hours.working_time(start, end) == amount
    assert hours.working_time(start, end - TICK) == amount - TICK


@settings(max_examples=200, deadline=None)
@given(any_office(), instants())
def test_the_running_stretch_is_there_exactly_when_the_office_is_open(hours, at):
    assert (hours.running(at) is not None) == hours.is_open(at)


@settings(max_examples=100, deadline=None)
@given(any_office(), instants(), st.timedeltas(timedelta(), timedelta(days=20)))
def test_periods_are_apart_in_order_and_inside_what_was_asked(hours, start, length):
    edges = [edge for period in hours.periods(start, start + length) for edge in period]
    assert edges == sorted(set(edges))
    assert all(start <= edge <= start + length for edge in edges)
