"""An enquiry is never closed quietly."""

from dataclasses import replace

import pytest

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.closing import Ending, Left, check_ending, open_said
from pressdesk.domain.office import DEFAULT_OUTCOMES, Outcome
from pressdesk.domain.promises import Promise
from pressdesk.domain.questions import Question
from pressdesk.errors import Refused
from tests.conftest import MONDAY_14_06

ANSWERED, NOT = Outcome("Line given"), Outcome("Declined", answered=False)
FOI = Outcome("Passed to FOI", answered=False, foi=True)
ASKED = (Question(1, "Why?"),)
PROMISED = (Promise(1, "I'll ring by 3", MONDAY_14_06, "Priya Nair", MONDAY_14_06),)
HOLDING = AnswerKind.HOLDING


@pytest.mark.parametrize(
    ("outcome", "ending", "left", "field"),
    [
        (ANSWERED, {}, Left(), None),
        (ANSWERED, {}, Left(AnswerKind.ACKNOWLEDGED), None),
        (ANSWERED, {}, Left(AnswerKind.SUBSTANTIVE), None),
        (ANSWERED, {}, Left(HOLDING), "outcome"),
        (NOT, {}, Left(HOLDING), None),
        (NOT, {}, Left(None, ASKED), None),
        (ANSWERED, {}, Left(None, ASKED), "left_open"),
        (ANSWERED, {"left_open": " "}, Left(None, ASKED), "left_open"),
        (ANSWERED, {"left_open": "Rang off"}, Left(None, ASKED), None),
        (ANSWERED, {"left_open": "Rang off"}, Left(HOLDING, ASKED), "outcome"),
        (NOT, {}, Left(None, (), PROMISED), "promises"),
        (FOI, {}, Left(), "foi_reference"),
        (FOI, {"foi_reference": "FOI-12"}, Left(HOLDING, ASKED), None),
    ],
)
def test_what_is_left_decides_whether_it_may_be_closed(outcome, ending, left, field):
    said = replace(Ending(outcome.name), **ending)
    if field is None:
        check_ending(said, outcome, left, ("Declined",))
        return
    with pytest.raises(Refused) as refused:
        check_ending(said, outcome, left, ("Declined",))
    assert refused.value.field == field


def test_a_holding_answer_alone_names_the_outcomes_that_say_so():
    choices = tuple(one.name for one in DEFAULT_OUTCOMES if not one.answered)
    with pytest.raises(Refused, match=r"Only a holding answer.*Holding answer only"):
        check_ending(Ending("Line given"), ANSWERED, Left(HOLDING), choices)


def test_outcomes_that_leave_the_figures_also_say_that_nothing_was_answered():
    assert all(not one.answered for one in DEFAULT_OUTCOMES if not one.counts)


def test_open_questions_are_named_or_counted():
    assert open_said(ASKED) == "1 question is still open: “Why?”."
    assert open_said(ASKED * 3) == "3 questions are still open."
