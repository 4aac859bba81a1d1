"""Each thing is told in time and once, however the clock runs, sleeps or jumps."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.reminders import About, Leads, Thing, check_leads, due, notices
from pressdesk.errors import Refused

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
USUAL = Leads()
CUSTODY = Thing(About.DEADLINE, "7", NOON, "Custody", 7)
EMBARGO = Thing(About.EMBARGO, "3", NOON, "Fire service praised", release_id=3)
GAP = Thing(About.ROTA_GAP, "rota", NOON, "Nobody is on duty.")
PROMISE = Thing(About.PROMISE, "5", NOON, "I’ll ring by noon", 7)
CLEARANCE = Thing(About.CLEARANCE, "9", NOON, "Head of news", 7)
TARGET = Thing(About.TARGET, "7:acknowledged", NOON, "Acknowledge · Custody", 7)
HOLIDAYS = Thing(About.HOLIDAYS, "ENG", NOON, "Known until then.")


def minutes(before):
    return NOON - timedelta(minutes=before)


def told(now, things=(CUSTODY,), before=(), leads=USUAL):
    found = due(now, before, things, leads)
    return [notice.title for notice in notices(found, now)]


@pytest.mark.parametrize(
    ("before", "title"),
    [
        (31, []),
        (30, ["Due in 30 min"]),
        (11, ["Due in 11 min"]),
        (10, ["Due in 10 min"]),
        (0.5, ["Due now"]),
        (0, ["Overdue"]),
        (-600, ["Overdue"]),
    ],
)
def test_a_deadline_is_told_ahead_and_when_it_is_over(before, title):
    assert told(minutes(before)) == title


@pytest.mark.parametrize(
    ("thing", "lead"),
    [
        (EMBARGO, timedelta(minutes=15)),
        (GAP, timedelta(hours=8)),
        (HOLIDAYS, timedelta(days=180)),
    ],
    ids=["embargo", "gap", "holidays"],
)
def test_what_has_one_step_is_told_once_ahead(thing, lead):
    assert due(NOON - lead - timedelta(seconds=1), (), [thing], USUAL) == ()
    (reminder,) = due(NOON - lead, (), [thing], USUAL)
    assert due(NOON, [reminder.key], [thing], USUAL) == ()


@pytest.mark.parametrize(
    ("leads", "now", "expected"),
    [
        ({"deadline_first": 0, "deadline_last": 0}, minutes(5), []),
        ({"deadline_first": 0, "deadline_last": 0}, NOON, ["Overdue"]),
        ({"deadline_first": 120}, minutes(119), ["Due in 1 h 59 min"]),
        ({"deadline_first": 0}, minutes(20), []),
    ],
)
def test_lead_times_are_settings_and_0_tells_nothing_ahead(leads, now, expected):
    assert told(now, leads=replace(USUAL, **leads)) == expected


@pytest.mark.parametrize(
    ("thing", "leads", "before", "expected"),
    [
        (PROMISE, {}, 11, []),
        (PROMISE, {}, 10, ["Promised in 10 min"]),
        (PROMISE, {}, 0, ["Promise due"]),
        (PROMISE, {"promise": 0}, 5, []),
        (PROMISE, {"promise": 0}, 0, ["Promise due"]),
        (TARGET, {}, 11, []),
        (TARGET, {}, 10, ["House target in 10 min"]),
        (TARGET, {"target": 0}, 5, []),
        (TARGET, {"target": 0}, 0, ["House target past"]),
        (CLEARANCE, {}, -29, []),
        (CLEARANCE, {}, -30, ["Clearance has waited 30 min"]),
        (CLEARANCE, {"clearance": 90}, -89, []),
        (CLEARANCE, {"clearance": 0}, -600, []),
    ],
)
def test_promises_targets_and_clearance_have_lead_times_of_their_own(
    thing, leads, before, expected
):
    assert told(minutes(before), [thing], leads=replace(USUAL, **leads)) == expected


def test_a_deadline_that_moved_is_another_thing():
    (before,) = due(NOON, (), [CUSTODY], USUAL)
    later = replace(CUSTODY, at=NOON + timedelta(minutes=20))
    assert told(NOON, [later], {before.key}) == ["Due in 20 min"]


def test_many_at_once_are_gathered_into_one_notice():
    things = [replace(CUSTODY, subject=str(n), words=f"Question {n}") for n in range(5)]
    (notice,) = notices(due(NOON, (), things, USUAL), NOON)
    assert notice.title == "5 reminders"
    assert notice.words.endswith("Overdue: Question 2; and 2 more.")
    assert notice.enquiry_id is None


STEPS = {
    About.DEADLINE: ["first", "last", "over"],
    About.PROMISE: ["ahead", "due"],
    About.TARGET: ["ahead", "past"],
    About.CLEARANCE: ["long"],
}
THINGS = st.lists(
    st.builds(
        Thing,
        st.sampled_from(About),
        st.sampled_from("abc"),
        st.integers(-200, 200).map(lambda n: NOON + timedelta(minutes=n)),
        st.just("words"),
    ),
    max_size=6,
    unique_by=lambda thing: (thing.about, thing.subject),
)
CLOCK = st.lists(st.integers(-90_000, 90_000), min_size=1, max_size=12).map(
    lambda jumps: [NOON + timedelta(minutes=n / 10) for n in jumps]
)


@given(things=THINGS, looks=CLOCK)
def test_nothing_is_told_twice_and_never_backwards_however_the_clock_jumps(things, looks):
    known: list[str] = []
    for now in looks:
        for reminder in due(now, known, things, USUAL):
            assert reminder.key not in known
            known.append(reminder.key)
    for thing in things:
        steps = [
            key.rsplit(":", 1)[1]
            for key in known
            if key.startswith(f"{thing.about}:{thing.subject}:")
        ]
        assert steps == sorted(steps, key=STEPS.get(thing.about, ["ahead"]).index)


@given(things=THINGS, looks=CLOCK)
def test_after_a_look_at_it_whatever_has_come_was_told(things, looks):
    known: set[str] = set()
    for now in looks:
        known |= {reminder.key for reminder in due(now, known, things, USUAL)}
    for thing in things:
        waits = timedelta(minutes=USUAL.clearance if thing.about is About.CLEARANCE else 0)
        if thing.at + waits <= max(looks):
            last = STEPS.get(thing.about, ["ahead"])[-1]
            assert any(
                key.startswith(f"{thing.about}:{thing.subject}:") and key.endswith(last)
                for key in known
            )


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"deadline_first": -1}, "deadline_first"),
        ({"holidays": 10_000}, "holidays"),
        ({"deadline_first": 5, "deadline_last": 10}, "deadline_last"),
    ],
)
def test_lead_times_that_make_no_sense_are_refused_at_their_field(wrong, field):
    with pytest.raises(Refused) as refused:
        check_leads(replace(USUAL, **wrong))
    assert refused.value.field == field
