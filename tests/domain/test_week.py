from datetime import date

import pytest

from pressdesk.domain.hours import DayRule, Span, check_week, week_in_force, week_said
from pressdesk.errors import Refused
from tests.domain.hours_cases import ALWAYS, MONDAY_TO_FRIDAY, weekly

LATER = date(2026, 6, 1)
OFFICE = weekly(MONDAY_TO_FRIDAY, "08:30-17:00")


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (OFFICE, "Monday–Friday 08:30–17:00"),
        (weekly(range(4), "08:30-17:00") + weekly((4,), "08:30-16:00"),
         "Monday–Thursday 08:30–17:00, Friday 08:30–16:00"),
        (weekly(range(5), "08:30-12:30, 13:30-17:00"),
         "Monday–Friday 08:30–12:30 and 13:30–17:00"),
        (weekly((0, 2), "09:00-12:00"), "Monday 09:00–12:00, Wednesday 09:00–12:00"),
        (weekly(range(7), "00:00-24:00"), "every day 00:00–24:00"),
        ((), "a week without hours"),
    ],
)  # fmt: skip
def test_a_week_is_said_in_runs_of_equal_days(rules, said):
    assert week_said(rules, date(2026, 1, 7)) == said


def test_a_rule_replaces_the_one_before_from_its_own_day():
    rules = OFFICE + weekly((4,), "08:30-16:00", LATER)
    assert week_in_force(rules, date(2026, 5, 31))[4] == (Span(510, 1020),)
    assert week_in_force(rules, LATER)[4] == (Span(510, 960),)


@pytest.mark.parametrize(
    "rules",
    [
        OFFICE,
        weekly(range(7), "00:00-24:00"),
        weekly(range(7), "17:00-08:30"),
        weekly(MONDAY_TO_FRIDAY, "17:00-08:30, 08:30-12:00"),
        OFFICE + weekly(range(7), "10:00-12:00", LATER),
        OFFICE + weekly((4,), "closed", LATER),
    ],
)
def test_a_sound_week_passes(rules):
    check_week(rules)


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ((), "no hours"),
        (weekly(range(7), "closed"), "never open"),
        (OFFICE + weekly(range(5), "closed", LATER), "From Monday 1 June 2026 .* never open"),
        (weekly((0,), "17:00-08:30") + weekly((1,), "08:00-12:00"), "Monday’s 17:00–08:30 runs"),
        (weekly((6,), "22:00-06:00") + weekly((0,), "05:59-12:00"), "into Monday’s 05:59–12:00"),
        (OFFICE + weekly((0,), "17:00-08:31", LATER), "Monday’s 17:00–08:31 runs into Tuesday’s"),
        (OFFICE + OFFICE, "Monday has two sets of hours"),
        ((DayRule(0, (Span(540, 540),), ALWAYS),), "Monday’s hours .* no time at all"),
        ((DayRule(0, (Span(540, 700), Span(600, 720)), ALWAYS),), "Monday’s hours overlap"),
        ((DayRule(7, (), ALWAYS),), "from 0, Monday, to 6, Sunday"),
    ],
)
def test_an_unsound_week_is_refused_with_the_days_named(rules, sentence):
    with pytest.raises(Refused, match=sentence) as refusal:
        check_week(rules)
    assert refusal.value.field == "hours"
