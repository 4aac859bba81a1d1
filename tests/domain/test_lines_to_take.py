"""When a line to take may be used, and what becomes of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.enquiries import Terms, check_terms
from pressdesk.domain.lines_to_take import (
    AFTER,
    LineAct,
    LineKind,
    LineState,
    LineSummary,
    Review,
    check_use,
    cleared_said,
    review_of,
    state_after,
    warning_of,
)
from pressdesk.errors import Refused

TODAY = date(2026, 11, 23)
LINE = LineSummary(
    id=1,
    title="Follow-up inspections",
    topic="child protection",
    kind=LineKind.IF_ASKED,
    state=LineState.CLEARED,
    owner="M. Reyes",
    words="Follow-up is an integral part of the programme.",
    review_on=date(2026, 11, 30),
    cleared_by="M. Reyes",
    cleared_at=datetime(2026, 11, 9, 10, tzinfo=UTC),
)


@pytest.mark.parametrize(
    ("review_on", "review"),
    [
        (None, Review.NONE),
        (TODAY - timedelta(1), Review.PAST),
        (TODAY, Review.NEAR),
        (TODAY + timedelta(7), Review.NEAR),
        (TODAY + timedelta(8), Review.AHEAD),
    ],
)
def test_a_line_is_good_on_its_review_date_and_near_it_for_a_week(review_on, review):
    assert review_of(review_on, TODAY) is review


@pytest.mark.parametrize("state", [LineState.DRAFT, LineState.WITHDRAWN])
def test_only_cleared_words_may_be_used(state):
    check_use(LINE)
    with pytest.raises(Refused, match="Follow-up inspections"):
        check_use(replace(LINE, state=state))


def test_past_its_review_date_a_line_warns_and_names_whom_to_ask():
    assert warning_of(LINE, TODAY) == ""
    assert warning_of(LINE, date(2026, 12, 1)) == (
        "“Follow-up inspections” was to be reviewed by 30 Nov. Ask M. Reyes whether it still holds."
    )


@pytest.mark.parametrize("terms", Terms)
def test_background_only_words_want_terms_that_are_not_reportable(terms):
    check_terms(LINE, terms)
    background = replace(LINE, kind=LineKind.BACKGROUND_ONLY)
    if terms is Terms.NON_REPORTABLE_BRIEFING:
        check_terms(background, terms)
    else:
        with pytest.raises(Refused, match="background only"):
            check_terms(background, terms)


def test_who_cleared_it_and_its_review_date_are_said():
    assert cleared_said(LINE, date(2026, 11, 9), date(2026, 11, 1)) == (
        "Cleared by M. Reyes 9 Nov · review by 30 Nov"
    )
    assert "review soon, by 30 Nov" in cleared_said(LINE, date(2026, 11, 9), TODAY)
    assert "⚠ past review (30 Nov)" in cleared_said(LINE, None, date(2026, 12, 1))


def test_a_withdrawn_line_comes_back_in_other_words_only():
    allowed = [act for act in LineAct if (LineState.WITHDRAWN, act) in AFTER]
    assert allowed == [LineAct.REWORD]


@given(st.lists(st.sampled_from(LineAct), max_size=12))
def test_no_walk_leads_to_cleared_words_that_nobody_cleared(acts):
    state, cleared = LineState.DRAFT, False
    for act in acts:
        try:
            state = state_after(state, act)
        except Refused:
            continue
        cleared = act is LineAct.CLEAR or (cleared and act is not LineAct.REWORD)
        assert state is not LineState.CLEARED or cleared
