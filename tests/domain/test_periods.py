"""The period of a report and the one before it."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.periods import Period, PeriodKind
from pressdesk.errors import Refused

LONDON = ZoneInfo("Europe/London")
DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("period", "title", "before"),
    [
        (Period.week("2026-W47"), "Week 47, 16 to 22 November 2026", "2026-W46"),
        (Period.week("2026W01"), "Week 1, 29 December 2025 to 4 January 2026", "2025-W52"),
        (Period.month("2026-10"), "October 2026", "2026-09"),
        (Period.month("2026-01"), "January 2026", "2025-12"),
        (Period.year("2026"), "2026", "2025"),
        (
            Period.custom(date(2026, 10, 30), date(2026, 11, 2)),
            "30 October to 2 November 2026",
            "2026-10-26 to 2026-10-29",
        ),
        (
            Period.custom(date(2026, 5, 1), date(2026, 5, 1)),
            "1 May 2026",
            "2026-04-30 to 2026-04-30",
        ),
    ],
)
def test_a_period_has_a_title_and_one_before_it(period, title, before):
    assert (period.title, period.before().key) == (title, before)


@pytest.mark.parametrize(
    ("read", "words"),
    [
        (Period.week, "2026-W54"),
        (Period.week, "2026-47"),
        (Period.month, "2026-13"),
        (Period.month, "October"),
        (Period.year, "26"),
        (Period.year, "0000"),
        (Period.year, "0002"),
        (Period.week, "0001-W01"),
        (Period.month, "9999-12"),
    ],
)
def test_what_is_no_period_is_refused_with_how_to_write_it(read, words):
    with pytest.raises(Refused, match=r"Write it like 2026"):
        read(words)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 5, 2), date(2026, 5, 1), "before the first"),
        (date(2016, 1, 1), date(2026, 5, 1), "at most ten years"),
        (date(1, 1, 1), date(1, 1, 2), "Check the year"),
        (date(9999, 12, 30), date(9999, 12, 31), "Check the year"),
    ],
)
def test_days_that_are_no_period_are_refused(first, last, said):
    with pytest.raises(Refused, match=said):
        Period.custom(first, last)


def test_its_instants_follow_the_clocks_of_the_office():
    starts, ends = Period.month("2026-10").instants(LONDON)
    assert starts == datetime(2026, 9, 30, 23, tzinfo=UTC)
    assert ends == datetime(2026, 11, 1, tzinfo=UTC)


@given(DAYS, st.sampled_from([Period.week_of, Period.month_of, Period.year_of]))
def test_periods_follow_each_other_without_a_gap(day, of):
    period = of(day)
    assert period.first <= day <= period.last
    assert period.before().last + timedelta(days=1) == period.first
    assert period.before().after() == period


@given(DAYS, st.integers(0, 500), st.sampled_from(list(PeriodKind)))
def test_its_parts_are_all_of_it_once(first, days, kind):
    period = Period.custom(first, first + timedelta(days=days))
    assert sum(part.days for part in period.parts(kind)) == period.days
