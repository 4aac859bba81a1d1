"""What is to be done next with an enquiry, and how it stands in a line."""

from dataclasses import replace

import pytest

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.clearance import Clearance, ClearanceState, Step, StepState
from pressdesk.domain.enquiries import (
    Channel,
    Enquiry,
    EnquirySummary,
    EnquiryType,
    Status,
)
from pressdesk.domain.next_act import NextAct, next_act, stands_said
from pressdesk.domain.promises import Promise, PromiseState
from pressdesk.domain.questions import Question, QuestionState
from pressdesk.domain.routing import Route
from tests.conftest import MONDAY_14_06

SUMMARY = EnquirySummary(
    id=1,
    reference="ENQ-2026-00001",
    subject="Progress",
    journalist="Ruth Amery",
    outlet="Humber Daily",
    received_at=MONDAY_14_06,
    deadline_at=None,
    deadline_words="",
    status=Status.IN_PROGRESS,
    route=Route.MAIN,
    line_used=Route.MAIN,
    held_until=None,
    urgent=False,
    owner="",
    finished=True,
)
ENQUIRY = Enquiry(
    summary=SUMMARY,
    version=1,
    logged_at=MONDAY_14_06,
    taken_by="Priya Nair",
    journalist=None,
    call_back="",
    email="",
    channel=Channel.PHONE,
    type=EnquiryType.INFORMATION,
    topics=(),
    asked=(),
    publication="",
    outcome_note="",
    closed_at=None,
    decisions=(),
)
OPEN, SETTLED = Question(1, "How many?"), Question(2, "When?", QuestionState.ANSWERED)
PROMISED = Promise(1, "I’ll ring by 3", MONDAY_14_06, "Priya Nair", MONDAY_14_06)
KEPT = replace(PROMISED, state=PromiseState.KEPT)


def request(state: ClearanceState, *steps: tuple[StepState, str]) -> Clearance:
    made = tuple(
        Step(number, "Head of news", stands, by="M. Reyes", words=words)
        for number, (stands, words) in enumerate(steps)
    )
    facts = ("Statement", "12 of 26", "", state, True, "Priya Nair", MONDAY_14_06, made)
    return Clearance(1, *facts)


def enquiry(status=Status.IN_PROGRESS, **facts) -> Enquiry:
    return replace(ENQUIRY, summary=replace(SUMMARY, status=status), **facts)


ASKED = request(ClearanceState.ASKED, (StepState.ASKED, ""))
BACK = request(ClearanceState.SENT_BACK, (StepState.SENT_BACK, "Say thirteen"))
CLEARED = request(ClearanceState.CLEARED, (StepState.CLEARED, ""))
GIVEN = request(ClearanceState.GIVEN, (StepState.CLEARED, ""))


@pytest.mark.parametrize(
    ("stands", "act", "said"),
    [
        (enquiry(), NextAct.ANSWER, "○ To answer"),
        (enquiry(asked=(OPEN,)), NextAct.ANSWER, "○ To answer: “How many?”"),
        (enquiry(asked=(OPEN, replace(OPEN, id=3))), NextAct.ANSWER, "○ To answer: 2 questions"),
        (
            *(enquiry(asked=(OPEN, SETTLED)), NextAct.ANSWER),
            "○ To answer, 1 of 2 questions: “How many?”",
        ),
        (enquiry(asked=(OPEN,), promises=(PROMISED,)), NextAct.ANSWER, "○ To answer: “How many?”"),
        (enquiry(clearances=(ASKED,)), NextAct.AWAIT, "◷ Waits for Head of news"),
        (enquiry(clearances=(BACK,)), NextAct.CHANGE, "↩ Sent back by M. Reyes: “Say thirteen”"),
        (enquiry(clearances=(CLEARED,)), NextAct.GIVE, "✓ Cleared by M. Reyes, to give"),
        (enquiry(Status.ANSWERED, clearances=(ASKED,)), NextAct.AWAIT, "◷ Waits for Head of news"),
        (enquiry(Status.ANSWERED, clearances=(GIVEN,)), NextAct.CLOSE, "✓ Answered, to close"),
        (
            *(enquiry(Status.ANSWERED, promises=(PROMISED,)), NextAct.KEEP),
            "✓ Answered. 1 promise is to be kept",
        ),
        (enquiry(Status.ANSWERED, promises=(KEPT,)), NextAct.CLOSE, "✓ Answered, to close"),
    ],
)
def test_one_thing_comes_next_and_a_line_says_how_it_stands(stands, act, said):
    assert (next_act(stands), stands_said(stands)) == (act, said)


def test_a_holding_answer_alone_leaves_the_question_to_answer():
    held = enquiry(asked=(OPEN,))
    held = replace(held, summary=replace(held.summary, given=AnswerKind.HOLDING))
    assert stands_said(held) == "◷ Holding only. Still to answer: “How many?”"


def test_a_closed_enquiry_says_how_it_ended_whatever_is_left():
    ended = enquiry(Status.CLOSED, asked=(OPEN,), promises=(PROMISED,), outcome_note="In court")
    ended = replace(ended, summary=replace(ended.summary, outcome="Declined"))
    assert (next_act(ended), stands_said(ended)) == (NextAct.NOTHING, "Declined: In court")
