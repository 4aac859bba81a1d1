from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.clearance import ClearanceState
from pressdesk.domain.desk import Group, Tally, group_of, grouped, is_overdue, tally
from pressdesk.domain.enquiries import EnquirySummary, Status
from pressdesk.domain.hours import DayRule, OpeningHours, Span
from pressdesk.domain.routing import Route
from pressdesk.domain.targets import Target

HOURS = OpeningHours(
    ZoneInfo("Europe/London"),
    tuple(
        DayRule(day, (Span(8 * 60 + 30, 17 * 60),) if day < 5 else (), date(2012, 1, 1))
        for day in range(7)
    ),
)


def london(words):
    wall = datetime.fromisoformat(words).replace(tzinfo=ZoneInfo("Europe/London"))
    return wall.astimezone(UTC)


def enquiry(
    deadline=None,
    held=None,
    status=Status.NEW,
    *,
    finished=True,
    number=1,
    promised=None,
    given=None,
    clearance=None,
):
    return EnquirySummary(
        id=number,
        reference=f"ENQ-2026-{number:05d}",
        subject="Why?",
        journalist="Dana Whitlock",
        outlet="Tees Valley Echo",
        received_at=london("2026-11-20T10:00"),
        deadline_at=deadline and london(deadline),
        deadline_words="",
        status=status,
        route=Route.HELD if held else Route.MAIN,
        line_used=Route.HELD if held else Route.MAIN,
        held_until=held and london(held),
        urgent=False,
        owner="",
        finished=finished,
        given=given,
        promised_at=promised and london(promised),
        clearance=clearance,
    )


@pytest.mark.parametrize(
    ("now", "deadline", "group"),
    [
        ("2026-11-23T14:06", "2026-11-23T14:05", Group.OVERDUE),
        ("2026-11-23T14:06", "2026-11-23T14:06", Group.OVERDUE),
        ("2026-11-23T14:06", "2026-11-23T14:07", Group.DUE_TODAY),
        ("2026-11-23T14:06", "2026-11-23T18:00", Group.DUE_TODAY),
        ("2026-11-23T15:59:59", "2026-11-23T18:00", Group.DUE_TODAY),
        ("2026-11-23T16:00", "2026-11-23T18:00", Group.HAND_OVER),
        ("2026-11-23T16:00", "2026-11-23T17:00", Group.DUE_TODAY),
        ("2026-11-23T16:00", "2026-11-24T08:00", Group.HAND_OVER),
        ("2026-11-23T16:00", "2026-11-24T09:00", Group.LATER),
        ("2026-11-23T20:00", "2026-11-24T08:00", Group.HAND_OVER),
        ("2026-11-24T07:45", "2026-11-24T08:29", Group.HAND_OVER),
        ("2026-11-24T07:45", "2026-11-24T09:30", Group.DUE_TODAY),
        ("2026-11-23T14:06", "2026-11-24T00:00", Group.LATER),
        ("2026-11-23T14:06", None, Group.LATER),
    ],
)
def test_the_deadline_and_the_hours_decide_the_group(now, deadline, group):
    assert group_of(enquiry(deadline), london(now), HOURS) is group


@pytest.mark.parametrize(
    ("now", "deadline", "group"),
    [
        ("2026-11-22T21:00", None, Group.HELD),
        ("2026-11-23T08:29:59", None, Group.HELD),
        ("2026-11-23T08:30", None, Group.LATER),
        ("2026-11-23T08:30", "2026-11-23T12:00", Group.DUE_TODAY),
        ("2026-11-22T21:00", "2026-11-24T12:00", Group.HELD),
        ("2026-11-22T21:00", "2026-11-23T07:00", Group.HAND_OVER),
    ],
)
def test_what_is_held_waits_like_any_other_from_the_second_of_opening(now, deadline, group):
    held = enquiry(deadline, held="2026-11-23T08:30")
    assert group_of(held, london(now), HOURS) is group


@pytest.mark.parametrize(
    ("now", "group"),
    [
        ("2026-03-30T07:29:59", Group.HELD),  # the clocks went forward on Sunday 29 March
        ("2026-03-30T07:30", Group.LATER),
    ],
)
def test_what_is_held_over_the_clock_change_moves_at_the_new_opening(now, group):
    held = enquiry(held="2026-03-30T08:30")
    assert group_of(held, datetime.fromisoformat(f"{now}+00:00"), HOURS) is group


def test_the_day_is_that_of_the_office_also_in_summer():
    half_past_midnight = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    later = enquiry("2026-07-01T09:00")
    assert group_of(later, half_past_midnight, HOURS) is Group.DUE_TODAY


def test_an_unfinished_enquiry_is_to_finish_even_when_it_is_late():
    late = enquiry("2026-11-23T09:00", finished=False)
    assert group_of(late, london("2026-11-23T14:06"), HOURS) is Group.TO_FINISH


def test_an_answered_enquiry_is_never_overdue():
    answered = enquiry("2026-11-23T09:00", status=Status.ANSWERED)
    now = london("2026-11-23T14:06")
    assert group_of(answered, now, HOURS) is Group.ANSWERED
    assert not is_overdue(answered, now)


def test_groups_stand_in_their_order_and_keep_the_order_within():
    now = london("2026-11-23T14:06")
    rows = (
        enquiry(None, number=1),
        enquiry("2026-11-23T15:00", number=2),
        enquiry("2026-11-23T13:00", number=3),
        enquiry("2026-11-23T16:00", number=4),
    )
    found = [(group, [row.id for row in kept]) for group, kept in grouped(rows, now, HOURS)]
    assert found == [(Group.OVERDUE, [3]), (Group.DUE_TODAY, [2, 4]), (Group.LATER, [1])]


@pytest.mark.parametrize(
    ("minutes", "counted"),
    [(-1, (1, 0)), (0, (1, 0)), (1, (0, 1)), (60, (0, 1)), (61, (0, 0))],
)
def test_the_tally_counts_what_is_overdue_and_what_is_due_within_the_hour(minutes, counted):
    now = london("2026-11-23T14:06")
    due = enquiry((now + timedelta(minutes=minutes)).replace(tzinfo=None).isoformat())
    found = tally([due], now)
    assert (found.overdue, found.due_soon) == counted


def test_the_tally_says_only_what_there_is():
    assert Tally(7, 1, 2, 1).said == "7 open · 1 overdue · 2 due within the hour · 1 to finish"
    assert Tally(1200, 0, 0, 0).said == "1,200 open"


@pytest.mark.parametrize(
    ("deadline", "status", "promised", "group"),
    [
        ("2026-11-24T12:00", Status.IN_PROGRESS, "2026-11-23T15:00", Group.DUE_TODAY),
        ("2026-11-24T12:00", Status.IN_PROGRESS, "2026-11-23T14:00", Group.OVERDUE),
        ("2026-11-23T13:00", Status.ANSWERED, "2026-11-24T12:00", Group.ANSWERED),
        ("2026-11-23T13:00", Status.ANSWERED, "2026-11-23T15:00", Group.DUE_TODAY),
        (None, Status.ANSWERED, "2026-11-23T14:00", Group.OVERDUE),
    ],
)
def test_a_promise_presses_as_a_deadline_does(deadline, status, promised, group):
    waiting = enquiry(deadline, status=status, promised=promised)
    assert group_of(waiting, london("2026-11-23T14:06"), HOURS) is group


def test_the_tally_says_what_is_promised_and_what_was_only_held():
    now = london("2026-11-23T14:06")
    rows = (
        enquiry(status=Status.IN_PROGRESS, given=AnswerKind.HOLDING),
        enquiry(status=Status.CLOSED, given=AnswerKind.HOLDING),
        enquiry(promised="2026-11-23T14:00"),
        enquiry(promised="2026-11-23T15:07"),
    )
    assert tally(rows, now).said == "4 open · 1 promise due · 1 holding only"


@pytest.mark.parametrize(
    ("deadline", "clearance", "status", "group"),
    [
        (None, ClearanceState.CLEARED, Status.IN_PROGRESS, Group.TO_GIVE),
        ("2026-11-23T15:00", ClearanceState.CLEARED, Status.IN_PROGRESS, Group.TO_GIVE),
        ("2026-11-23T14:00", ClearanceState.CLEARED, Status.IN_PROGRESS, Group.OVERDUE),
        (None, ClearanceState.ASKED, Status.AWAITING_CLEARANCE, Group.LATER),
        (None, ClearanceState.SENT_BACK, Status.IN_PROGRESS, Group.LATER),
        (None, ClearanceState.CLEARED, Status.ANSWERED, Group.ANSWERED),
    ],
)
def test_what_is_cleared_and_not_given_comes_first_of_all_that_is_not_overdue(
    deadline, clearance, status, group
):
    row, now = enquiry(deadline, status=status, clearance=clearance), london("2026-11-23T14:06")
    assert group_of(row, now, HOURS) is group
    assert (row.state == "Cleared, to give") == row.to_give
    assert ("cleared, to give" in tally([row], now).said) == row.to_give


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({}, "New"),
        ({"status": Status.ANSWERED}, "Answered"),
        ({"finished": False}, "To finish"),
        ({"given": AnswerKind.HOLDING}, "Holding only"),
        ({"given": AnswerKind.HOLDING, "status": Status.ANSWERED}, "Answered"),
        (
            {"given": AnswerKind.HOLDING, "status": Status.AWAITING_CLEARANCE},
            "Awaiting clearance",
        ),
        ({"given": AnswerKind.HOLDING, "clearance": ClearanceState.CLEARED}, "Cleared, to give"),
        ({"clearance": ClearanceState.SENT_BACK}, "Words sent back"),
    ],
)
def test_the_state_says_what_the_status_does_not_tell(facts, state):
    assert enquiry(**facts).state == state


def test_what_is_past_a_house_target_goes_before_what_can_wait():
    now = london("2026-11-23T14:06")
    late = replace(enquiry(None, number=2), targets=(Target(AnswerKind.ACKNOWLEDGED, now),))
    rows = (enquiry("2026-11-24T10:00", number=1), late, enquiry(None, number=3))
    ((group, kept),) = grouped(rows, now, HOURS)
    assert (group, [row.id for row in kept]) == (Group.LATER, [2, 1, 3])
