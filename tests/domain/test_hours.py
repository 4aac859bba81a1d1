from datetime import UTC, date, datetime, timedelta

import pytest

from pressdesk.domain.hours import DayRule, DaySource, OpeningHours, Span
from pressdesk.errors import Refused
from tests.domain.hours_cases import (
    ALWAYS,
    CALENDARS,
    CASES,
    LONDON,
    MONDAY_TO_FRIDAY,
    office,
    special,
    weekly,
)

WEEKDAYS, ROUND_THE_CLOCK = CALENDARS["weekdays"], CALENDARS["round_the_clock"]
WEEKNIGHTS, LUNCH_BREAK = CALENDARS["weeknights"], CALENDARS["lunch_break"]


def utc(words):
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


def said(instant):
    return instant and instant.replace(tzinfo=None).isoformat(timespec="minutes")


@pytest.mark.parametrize(("calendar", "at", "opening", "until", "seconds"), CASES)
def test_hours_answer_every_known_case(calendar, at, opening, until, seconds):
    hours = CALENDARS[calendar]
    expected = None if opening == "open" else utc(opening)
    assert hours.is_open(utc(at)) == (opening == "open")
    assert hours.next_opening(utc(at)) == expected
    assert hours.working_time(utc(at), utc(until)) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("hours", "at", "closing"),
    [
        (WEEKDAYS, "2026-01-07T16:59:59.999999", "2026-01-07T17:00"),
        (WEEKDAYS, "2026-01-07T17:00", None),
        (LUNCH_BREAK, "2026-01-07T10:00", "2026-01-07T12:30"),
        (WEEKNIGHTS, "2026-01-10T03:00", "2026-01-10T08:30"),
        (ROUND_THE_CLOCK, "2026-01-07T10:00", None),
        (office(range(2), "00:00-24:00"), "2026-01-05T10:00", "2026-01-07T00:00"),
        (
            office(MONDAY_TO_FRIDAY, "08:30-12:30, 12:30-17:00"),
            "2026-01-05T10:00",
            "2026-01-05T17:00",
        ),
    ],
)
def test_closing_is_where_opening_really_ends(hours, at, closing):
    assert said(hours.closes_at(utc(at))) == closing


@pytest.mark.parametrize(
    ("hours", "at", "change"),
    [
        (WEEKDAYS, "2026-01-07T10:00", "2026-01-07T17:00"),
        (WEEKDAYS, "2026-01-09T17:00", "2026-01-12T08:30"),
        (ROUND_THE_CLOCK, "2026-01-07T10:00", None),
        (OpeningHours(LONDON, ()), "2026-01-07T10:00", None),
    ],
)
def test_the_next_change_is_the_next_opening_or_closing(hours, at, change):
    assert said(hours.next_change(utc(at))) == change


def test_a_search_for_an_opening_ends():
    far = office((), "", special("2027-06-01", "09:00-10:00"))
    assert far.next_opening(utc("2026-04-01T00:00")) is None
    assert said(far.next_opening(utc("2026-06-01T00:00"))) == "2027-06-01T08:00"


@pytest.mark.parametrize(
    ("day", "source", "reason", "spans"),
    [
        ("2026-12-24", DaySource.SPECIAL_DAY, "Christmas Eve", ((510, 750),)),
        ("2026-12-28", DaySource.SPECIAL_DAY, "Budget cover", ((600, 840),)),
        ("2026-12-25", DaySource.BANK_HOLIDAY, "Christmas Day", ()),
        ("2026-12-29", DaySource.SPECIAL_DAY, "the office’s own closure", ()),
        ("2026-12-30", DaySource.WEEKLY, "usual Wednesday hours", ((510, 1020),)),
        ("2026-12-26", DaySource.WEEKLY, "usual Saturday hours", ()),
    ],
)
def test_a_special_day_beats_a_bank_holiday_which_beats_the_week(day, source, reason, spans):
    hours = office(
        MONDAY_TO_FRIDAY,
        "08:30-17:00",
        special("2026-12-24", "08:30-12:30", "Christmas Eve"),
        special("2026-12-28", "10:00-14:00", "Budget cover"),
        special("2026-12-29", "closed", ""),
        holidays="ENG",
    )
    found = hours.day(date.fromisoformat(day))
    assert (found.source, found.reason) == (source, reason)
    assert found.spans == tuple(Span(*minutes) for minutes in spans)


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        ("2026-12-24T23:00", True),   # Thursday's night began before Christmas Day
        ("2026-12-25T08:29", True),
        ("2026-12-25T08:30", False),
        ("2026-12-25T18:00", False),  # no night starts on the bank holiday
        ("2026-12-26T03:00", False),
        ("2026-12-28T18:00", False),
        ("2026-12-29T17:00", True),
    ],
)  # fmt: skip
def test_a_night_shift_belongs_to_the_day_it_starts(at, is_open):
    nights = office(MONDAY_TO_FRIDAY, "17:00-08:30", holidays="ENG")
    assert nights.is_open(utc(at)) == is_open


def test_a_night_running_into_a_special_opening_is_one_stretch():
    hours = office(MONDAY_TO_FRIDAY, "17:00-08:30", special("2026-01-10", "08:00-12:00"))
    start, end = utc("2026-01-09T12:00"), utc("2026-01-11T00:00")
    assert list(hours.periods(start, end)) == [(utc("2026-01-09T17:00"), utc("2026-01-10T12:00"))]
    assert hours.working_time(start, end) == timedelta(hours=19)


@pytest.mark.parametrize(
    ("words", "periods"),
    [
        ("01:15-01:45", [("01:15", "01:45")]),                       # both edges move by the gap
        ("01:30-02:15", []),                                         # nothing is left of it
        ("01:00-02:00", []),
        ("00:30-02:30", [("00:30", "01:30")]),
        ("01:00-01:30, 02:00-02:15", [("01:00", "01:30")]),          # moved onto the second
    ],
)  # fmt: skip
def test_edges_inside_the_spring_gap_move_forward(words, periods):
    start, end = utc("2026-03-29T00:00"), utc("2026-03-29T12:00")
    found = office((6,), words).periods(start, end)
    assert [(f"{opening:%H:%M}", f"{closing:%H:%M}") for opening, closing in found] == periods


def test_a_later_rule_leaves_earlier_days_as_they_were():
    rules = weekly(MONDAY_TO_FRIDAY, "08:30-17:00") + weekly((4,), "08:30-16:00", date(2026, 6, 1))
    hours = OpeningHours(LONDON, rules)
    assert hours.is_open(utc("2026-05-29T15:30"))
    assert not hours.is_open(utc("2026-06-05T15:30"))


def test_there_are_no_hours_before_the_first_rule():
    hours = OpeningHours(LONDON, weekly(range(7), "00:00-24:00", date(2026, 6, 1)))
    assert said(hours.next_opening(utc("2026-05-29T15:30"))) == "2026-05-31T23:00"


@pytest.mark.parametrize(
    ("hours", "start", "amount", "end"),
    [
        (WEEKDAYS, "2026-01-09T16:00", 3600, "2026-01-09T17:00"),
        (WEEKDAYS, "2026-01-09T16:00", 3601, "2026-01-12T08:30:01"),
        (WEEKDAYS, "2026-01-10T12:00", 0, "2026-01-10T12:00"),
        (WEEKDAYS, "2026-01-10T12:00", 30600, "2026-01-12T17:00"),
        (WEEKDAYS, "2026-03-27T16:00", 7200, "2026-03-30T08:30"),
        (LUNCH_BREAK, "2026-01-07T12:00", 1800, "2026-01-07T12:30"),
        (ROUND_THE_CLOCK, "2026-10-24T11:00", 90000, "2026-10-25T12:00"),
        (ROUND_THE_CLOCK, "2026-01-01T00:00", 500 * 86400, "2027-05-16T00:00"),
    ],
)
def test_an_amount_of_working_time_ends_at_closing_not_at_the_next_opening(
    hours, start, amount, end
):
    assert hours.add_working_time(utc(start), timedelta(seconds=amount)) == utc(end)


def test_working_time_cannot_be_found_where_there_is_none():
    once = office((), "", special("2026-01-07", "09:00-10:00"))
    assert once.add_working_time(utc("2026-01-01T00:00"), timedelta(hours=2)) is None


def test_a_negative_amount_of_working_time_is_refused():
    with pytest.raises(Refused, match="less than nothing"):
        WEEKDAYS.add_working_time(utc("2026-01-01T00:00"), timedelta(seconds=-1))


@pytest.mark.parametrize("ask", ["is_open", "next_opening", "closes_at", "next_change", "explain"])
def test_a_time_without_a_zone_is_refused(ask):
    with pytest.raises(Refused, match="no time zone"):
        getattr(WEEKDAYS, ask)(datetime(2026, 1, 7, 12))  # noqa: DTZ001


def test_answers_are_the_same_in_whatever_zone_they_are_asked():
    at = utc("2026-07-01T16:00").astimezone(LONDON)
    assert WEEKDAYS.next_opening(at).utcoffset() == timedelta()
    assert said(WEEKDAYS.next_opening(at)) == "2026-07-02T07:30"


@pytest.mark.parametrize("at", ["0001-01-01T12:00", "9999-12-31T12:00"])
def test_the_ends_of_the_calendar_are_closed_not_a_crash(at):
    hours = OpeningHours(LONDON, (DayRule(0, (Span(510, 1020),), ALWAYS),))
    assert not hours.is_open(utc(at))
    assert hours.closes_at(utc(at)) is None
    assert hours.explain(utc(at))


@pytest.mark.parametrize(
    ("at", "lines"),
    [
        (
            "2026-01-07T17:00",
            [
                "Wednesday 7 January 2026 17:00 in Europe/London (2026-01-07 17:00:00 UTC).",
                "Weekly rule: Wednesday 08:30–17:00, in force from Saturday 1 January 2000.",
                "Bank holiday: none.",
                "Special day: none.",
                "So Wednesday 7 January 2026: 08:30–17:00.",
                "Closed until Thursday 8 January 08:30.",
            ],
        ),
        (
            "2026-12-28T11:00",
            [
                "Monday 28 December 2026 11:00 in Europe/London (2026-12-28 11:00:00 UTC).",
                "Weekly rule: Monday 08:30–17:00, in force from Saturday 1 January 2000.",
                "Bank holiday: Boxing Day, closed.",
                "Special day: 10:00–14:00 (Special hours).",
                "So Monday 28 December 2026: 10:00–14:00.",
                "Open until Monday 28 December 14:00.",
            ],
        ),
    ],
)
def test_every_rule_that_decides_is_explained(at, lines):
    assert list(CALENDARS["with_special_days"].explain(utc(at))) == lines


@pytest.mark.parametrize(
    ("hours", "last"),
    [
        (WEEKNIGHTS, "Open until Thursday 8 January 08:30."),
        (ROUND_THE_CLOCK, "Open, and not closing."),
        (OpeningHours(LONDON, ()), "Closed, with no opening in 400 days."),
    ],
)
def test_the_verdict_is_the_last_line(hours, last):
    assert hours.explain(utc("2026-01-08T03:00"))[-1] == last


def test_last_night_is_named_while_it_runs_on():
    line = "The shift of Wednesday 7 January 2026, 17:00–08:30, runs into this day."
    assert line in WEEKNIGHTS.explain(utc("2026-01-08T03:00"))
