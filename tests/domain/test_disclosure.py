"""The figures of a calendar year, and the rule they are counted by."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.disclosure import (
    Counted,
    Fate,
    counting_rule,
    figures_of,
    figures_said,
    year_span,
)
from pressdesk.domain.office import DEFAULT_OUTCOMES
from pressdesk.errors import Refused

LONDON = ZoneInfo("Europe/London")
OUTCOMES = {outcome.name: outcome for outcome in DEFAULT_OUTCOMES}


@pytest.mark.parametrize(
    ("given", "outcome", "counted"),
    [
        (None, "", Counted.NONE),
        (AnswerKind.ACKNOWLEDGED, "", Counted.NONE),
        (AnswerKind.HOLDING, "", Counted.HOLDING),
        (AnswerKind.HOLDING, "Not answered by deadline", Counted.HOLDING),
        (AnswerKind.SUBSTANTIVE, "", Counted.ANSWERED),
        (AnswerKind.SUBSTANTIVE, "Not answered by deadline", Counted.ANSWERED),
        (None, "Interview arranged", Counted.ANSWERED),
        (None, "Declined", Counted.NONE),
        (None, "Passed to FOI", Counted.NONE),
        (AnswerKind.SUBSTANTIVE, "Withdrawn by journalist", Counted.APART),
        (None, "Not a media enquiry", Counted.APART),
    ],
)
def test_how_an_enquiry_counts(given: AnswerKind | None, outcome: str, counted: Counted) -> None:
    assert Fate(given, OUTCOMES.get(outcome)).counted is counted


def test_the_figures_add_up_and_what_is_apart_is_named() -> None:
    fates = [
        (Fate(AnswerKind.SUBSTANTIVE), 5),
        (Fate(AnswerKind.HOLDING), 2),
        (Fate(), 3),
        (Fate(None, OUTCOMES["Not a media enquiry"]), 4),
    ]
    figures = figures_of(2025, fates, DEFAULT_OUTCOMES)
    assert dict(figures.told()) == {
        "Enquiries received": 10,
        "With no substantive answer": 5,
        "of these with no answer": 3,
        "of these with a holding answer only": 2,
        "Shown apart: Withdrawn by journalist": 0,
        "Shown apart: Not a media enquiry": 4,
    }
    assert figures_said(figures) == (
        "10 enquiries received in 2025; 5 with no substantive answer (3 none, 2 a holding answer "
        "only)."
    )


def test_the_rule_names_the_outcomes_of_the_office() -> None:
    rule = counting_rule(DEFAULT_OUTCOMES, LONDON)
    assert "“Withdrawn by journalist” or “Not a media enquiry” are shown apart" in rule
    assert "“Statement given”" in rule
    assert "“Declined”" not in rule


def test_a_year_begins_and_ends_by_the_clocks_of_the_office() -> None:
    sydney = ZoneInfo("Australia/Sydney")
    assert year_span(2025, LONDON)[0] == datetime(2025, 1, 1, tzinfo=UTC)
    assert year_span(2025, sydney)[1] == datetime(2025, 12, 31, 13, tzinfo=UTC)
    with pytest.raises(Refused, match="not a year"):
        year_span(25, LONDON)
