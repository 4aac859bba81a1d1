from datetime import UTC, datetime

import pytest

from pressdesk.domain.routing import (
    DEFAULT_URGENCY_RULES,
    Call,
    Lines,
    Route,
    Urgency,
    UrgencyKind,
    UrgencyRule,
    decide,
    propose_urgency,
    to_hand_over,
)
from tests.domain.hours_cases import CALENDARS, MONDAY_TO_FRIDAY, office, special

LINES = Lines("020 3513 0600", "07836 217729")
WEEKDAYS, WEEKNIGHTS = CALENDARS["weekdays"], CALENDARS["weeknights"]
LUNCH_BREAK, ROUND_THE_CLOCK = CALENDARS["lunch_break"], CALENDARS["round_the_clock"]
SPECIAL = office(
    MONDAY_TO_FRIDAY,
    "08:30-17:00",
    special("2026-11-24", "closed", "Office move"),
    special("2026-11-25", "09:00-12:00", "Staff day"),
    special("2026-11-28", "10:00-14:00", "Budget cover"),
    holidays="ENG",
)


def utc(words):
    return words and datetime.fromisoformat(words).replace(tzinfo=UTC)


def proposed(at, deadline=None, words="", hours=WEEKDAYS, rules=DEFAULT_URGENCY_RULES):
    return propose_urgency(
        received_at=utc(at), deadline_at=utc(deadline), words=words, hours=hours, rules=rules
    )


def decided(at, deadline=None, words="", hours=WEEKDAYS):
    urgency = proposed(at, deadline, words, hours)
    call = Call(utc(at), utc(deadline), urgency)
    return decide(call, hours=hours, lines=LINES, duty_officer="Ada Duty")


@pytest.mark.parametrize(
    ("at", "deadline", "route", "number", "held_until", "officer"),
    [
        ("2026-11-23T08:30:00", None, Route.MAIN, LINES.main, None, ""),
        ("2026-11-23T16:59:59.999999", "2026-11-23T20:00", Route.MAIN, LINES.main, None, ""),
        ("2026-11-23T17:00:00", None, Route.HELD, LINES.main, "2026-11-24T08:30", ""),
        ("2026-11-23T17:00:00", "2026-11-24T08:29:59", Route.OUT_OF_HOURS, LINES.out_of_hours, None, "Ada Duty"),
        ("2026-11-23T17:00:00", "2026-11-24T08:30:00", Route.HELD, LINES.main, "2026-11-24T08:30", ""),
        ("2026-11-21T19:42", "2026-11-21T21:30", Route.OUT_OF_HOURS, LINES.out_of_hours, None, "Ada Duty"),
        ("2026-12-24T17:00", None, Route.HELD, LINES.main, "2026-12-29T08:30", ""),
    ],
)  # fmt: skip
def test_an_enquiry_goes_to_the_line_of_the_moment_it_was_received(
    at, deadline, route, number, held_until, officer
):
    decision = decided(at, deadline)
    assert (decision.route, decision.number, decision.duty_officer) == (route, number, officer)
    assert decision.held_until == utc(held_until)
    assert decision.decided_for == utc(at)


@pytest.mark.parametrize(
    ("hours", "at", "deadline", "words", "reason"),
    [
        (WEEKDAYS, "2026-11-23T14:06", None, "", "Monday 14:06 is inside 08:30–17:00: main line."),
        (LUNCH_BREAK, "2026-11-23T14:06", None, "", "Monday 14:06 is inside 13:30–17:00: main line."),
        (WEEKNIGHTS, "2026-11-21T03:00", None, "",
         "Saturday 03:00 is inside Friday’s 17:00–08:30: main line."),
        (SPECIAL, "2026-11-28T11:00", None, "",
         "Saturday 11:00 is inside 10:00–14:00 (Budget cover): main line."),
        (WEEKDAYS, "2026-11-21T19:42", "2026-11-21T21:30", "",
         ("Saturday 21 November 19:42 is outside Monday–Friday 08:30–17:00, and the deadline (21:30) "
         "comes before the office next opens, Monday 23 November 08:30.")),
        (WEEKDAYS, "2026-11-21T19:42", "2026-11-22T09:00", "",
         ("Saturday 21 November 19:42 is outside Monday–Friday 08:30–17:00, and the deadline (Sunday "
         "22 November 09:00) comes before the office next opens, Monday 23 November 08:30.")),
        (WEEKDAYS, "2026-11-21T19:42", None, "A leaked report",
         ("Saturday 21 November 19:42 is outside Monday–Friday 08:30–17:00, and it is urgent because "
         "it speaks of “leaked” (leak). No deadline was given; the office next opens Monday 23 November 08:30.")),
        (WEEKDAYS, "2026-11-21T19:42", "2026-11-23T15:00", "A leaked report",
         ("Saturday 21 November 19:42 is outside Monday–Friday 08:30–17:00, and it is urgent because "
         "it speaks of “leaked” (leak). The deadline is Monday 23 November 15:00; "
         "the office next opens Monday 23 November 08:30.")),
        (WEEKDAYS, "2026-11-21T19:42", None, "",
         ("Saturday 21 November 19:42 is outside Monday–Friday 08:30–17:00, and it is not urgent "
         "because no deadline was given: held until Monday 23 November 08:30.")),
        (WEEKDAYS, "2026-11-21T19:42", "2026-11-23T15:00", "",
         ("Saturday 21 November 19:42 is outside Monday–Friday 08:30–17:00, and it is not urgent "
         "because the deadline (Monday 23 November 15:00) leaves time after the office opens: "
         "held until Monday 23 November 08:30.")),
        (WEEKDAYS, "2026-05-04T10:00", None, "",
         ("Monday 4 May is a bank holiday (Early May bank holiday), and it is not urgent because no "
         "deadline was given: held until Tuesday 5 May 08:30.")),
        (SPECIAL, "2026-11-24T10:00", None, "",
         ("Tuesday 24 November is closed (Office move), and it is not urgent because no deadline "
         "was given: held until Wednesday 25 November 09:00.")),
        (SPECIAL, "2026-11-25T12:00", "2026-11-25T18:00", "",
         ("Wednesday 25 November 12:00 is outside 09:00–12:00 (Staff day), and the deadline (18:00) "
         "comes before the office next opens, Thursday 26 November 08:30.")),
        (WEEKDAYS, "2027-12-31T18:00", None, "",
         ("Friday 31 December 18:00 is outside Monday–Friday 08:30–17:00, and it is not urgent "
         "because no deadline was given: held until Tuesday 4 January 2028 08:30.")),
        (office((), ""), "2026-11-24T10:00", None, "a leak",
         ("Tuesday 24 November 10:00 is outside a week without hours, and it is urgent because "
         "it speaks of “leak” (leak). No deadline was given; no opening is set yet.")),
        (office((), ""), "2026-11-24T10:00", None, "",
         ("Tuesday 24 November 10:00 is outside a week without hours, and it is not urgent because "
         "no deadline was given: held until further notice.")),
    ],
)  # fmt: skip
def test_the_reason_names_the_day_the_hours_the_deadline_and_the_next_opening(
    hours, at, deadline, words, reason
):
    assert decided(at, deadline, words, hours).reason == reason


@pytest.mark.parametrize(
    ("urgency", "ending"),
    [
        (Urgency(urgent=True, reason="the editor rang twice"),
         ("and it is urgent because the editor rang twice. The deadline is 21:30; "
         "the office next opens Monday 23 November 08:30.")),
        (Urgency(urgent=True, reason=""), ("and the deadline (21:30) comes before the office next "
         "opens, Monday 23 November 08:30.")),
        (Urgency(urgent=False, reason="they will wait"), ("and it is not urgent because they will "
         "wait: held until Monday 23 November 08:30. The deadline is 21:30.")),
        (Urgency(urgent=False, reason=""),
         "and it is not urgent: held until Monday 23 November 08:30. The deadline is 21:30."),
    ],
)  # fmt: skip
def test_an_officers_own_judgement_stands_in_the_sentence(urgency, ending):
    call = Call(utc("2026-11-21T19:42"), utc("2026-11-21T21:30"), urgency)
    decision = decide(call, hours=WEEKDAYS, lines=LINES)
    assert decision.reason.endswith(ending)
    assert decision.urgency is urgency


@pytest.mark.parametrize(
    ("at", "deadline", "words", "urgency"),
    [
        ("2026-11-21T19:42", "2026-11-21T21:30", "", Urgency(urgent=True, reason="the deadline (21:30) "
         "comes before the office next opens, Monday 23 November 08:30")),
        ("2026-11-23T14:00", "2026-11-23T21:30", "", Urgency(urgent=False, reason="the office is open")),
        ("2026-11-23T14:00", None, "Was it\nEVACUATED?", Urgency(urgent=True, reason="it speaks of "
         "“EVACUATED” (safety)")),
        ("2026-11-21T19:42", None, "a risk\n to  life", Urgency(urgent=True, reason="it speaks of "
         "“risk to life” (safety)")),
        ("2026-11-21T19:42", None, "broke the embargo", Urgency(urgent=True, reason="it speaks of "
         "“broke the embargo” (embargo breach)")),
        ("2026-11-21T19:42", None, "gas leakage, bleak, fire", Urgency(urgent=False, reason="no deadline "
         "was given")),
    ],
)  # fmt: skip
def test_urgency_is_proposed_with_its_ground(at, deadline, words, urgency):
    assert proposed(at, deadline, words) == urgency


def test_without_the_deadline_rule_a_deadline_is_no_ground():
    calm = proposed("2026-11-21T19:42", "2026-11-21T21:30", rules=())
    assert calm == Urgency(urgent=False, reason="no rule makes the deadline (21:30) urgent")


def test_a_deadline_is_urgent_where_no_opening_is_ahead():
    assert proposed("2026-11-21T19:42", "2026-11-21T21:30", hours=office((), "")).urgent


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (("leak",), "the LEAK", "LEAK"),
        (("leak",), "leaking", ""),
        (("leak*",), "leaking", "leaking"),
        (("a.b",), "axb", ""),
        (("draft report",), "draft\treport", "draft report"),
        (("leak", "  "), "calm", ""),
    ],
)
def test_words_match_whole_and_a_star_matches_the_rest_of_a_word(words, text, found):
    assert UrgencyRule("Rule", words).found_in(text) == found


@pytest.mark.parametrize("words", [(), ("",), (" ", "*")])
def test_a_rule_without_words_is_the_deadline_rule(words):
    assert UrgencyRule("Rule", words).kind is UrgencyKind.DEADLINE


@pytest.mark.parametrize(
    ("hours", "now", "deadline", "expected"),
    [
        (WEEKDAYS, "2026-11-23T10:00", "2026-11-23T16:00", False),
        (WEEKDAYS, "2026-11-23T10:00", "2026-11-23T17:00", False),  # the day's own work
        (WEEKDAYS, "2026-11-23T10:00", "2026-11-23T17:01", True),
        (WEEKDAYS, "2026-11-23T10:00", "2026-11-24T08:29", True),
        (WEEKDAYS, "2026-11-23T10:00", "2026-11-24T08:30", False),
        (WEEKDAYS, "2026-11-23T10:00", "2026-11-24T20:00", False),  # tomorrow's handover
        (WEEKDAYS, "2026-11-20T16:00", "2026-11-22T12:00", True),
        (WEEKDAYS, "2026-11-21T10:00", "2026-11-22T12:00", True),
        (WEEKDAYS, "2026-11-21T10:00", "2026-11-23T12:00", False),
        (WEEKDAYS, "2026-11-23T18:00", "2026-11-23T16:00", True),   # missed, and nobody else there
        (WEEKDAYS, "2026-11-23T16:30", "2026-11-23T16:00", False),
        (WEEKDAYS, "2026-11-23T07:00", "2026-11-23T08:00", True),
        (WEEKDAYS, "2026-11-23T07:00", "2026-11-23T20:00", True),
        (LUNCH_BREAK, "2026-11-23T10:00", "2026-11-23T20:00", True),
        (WEEKNIGHTS, "2026-11-24T03:00", "2026-11-24T12:00", True),
        (ROUND_THE_CLOCK, "2026-11-23T10:00", "2026-11-24T03:00", False),
    ],
)  # fmt: skip
def test_what_falls_due_after_todays_closing_is_handed_over(hours, now, deadline, expected):
    assert to_hand_over(utc(deadline), utc(now), hours) == expected
