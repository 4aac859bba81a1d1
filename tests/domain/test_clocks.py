"""The three clocks: acknowledged, held, answered."""

from datetime import timedelta

import pytest

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.clocks import Clocks, clocks_of, clocks_said
from pressdesk.domain.enquiries import Answer, Channel, Terms
from tests.conftest import MONDAY_14_06

ACK, HOLD, FULL = AnswerKind


def given(kind, minutes):
    at = MONDAY_14_06 + timedelta(minutes=minutes)
    return Answer("Yes.", Terms.ON_THE_RECORD, "Priya Nair", at, Channel.PHONE, kind=kind)


@pytest.mark.parametrize(
    ("answers", "acknowledged", "held", "answered"),
    [
        ([], None, None, None),
        ([(ACK, 4)], 4, None, None),
        ([(HOLD, 20)], 20, 20, None),
        ([(FULL, 30)], 30, None, 30),
        ([(ACK, 4), (HOLD, 20), (FULL, 70)], 4, 20, 70),
        ([(FULL, 70), (FULL, 90), (HOLD, 20), (HOLD, 25)], 20, 20, 70),
    ],
)
def test_each_clock_stops_at_the_first_of_its_kind(answers, acknowledged, held, answered):
    def at(minutes):
        return None if minutes is None else MONDAY_14_06 + timedelta(minutes=minutes)

    found = clocks_of(given(*one) for one in answers)
    assert found == Clocks(at(acknowledged), at(held), at(answered))


@pytest.mark.parametrize(
    ("answers", "stopped"),
    [
        ([], (None, None, None)),
        ([(ACK, 4)], (4, None, None)),
        ([(FULL, 30)], (30, 30, 30)),
        ([(HOLD, 20), (FULL, 70)], (20, 20, 70)),
        ([(FULL, 30), (HOLD, 45)], (30, 30, 30)),
    ],
)
def test_what_goes_further_stops_the_clocks_before_it_too(answers, stopped):
    found = clocks_of(given(*one) for one in answers)
    minutes = [
        at and (at - MONDAY_14_06) // timedelta(minutes=1)
        for at in map(found.stopped_at, AnswerKind)
    ]
    assert tuple(minutes) == stopped


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([], "Not acknowledged yet"),
        ([(ACK, 0)], "Acknowledged at once · not answered yet"),
        (
            [(ACK, 4), (HOLD, 20)],
            "Acknowledged after 4 min · holding answer after 20 min · not answered yet",
        ),
        ([(FULL, 130)], "Acknowledged after 2 h 10 min · answered after 2 h 10 min"),
    ],
)
def test_the_clocks_are_said_in_a_line(answers, said):
    assert clocks_said(clocks_of(given(*one) for one in answers), MONDAY_14_06) == said
