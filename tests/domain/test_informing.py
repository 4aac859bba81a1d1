"""For information: who is to be told, and who was."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.clearance import Clearance, ClearanceState, Template, hashed
from pressdesk.domain.informing import (
    ForInformation,
    Informed,
    for_information,
    informed_said,
    names_to_inform,
)
from tests.conftest import MONDAY_14_06

TEMPLATES = (
    Template("Published fact", informs=("Web team",)),
    Template("Statement", ("Head of news",), informs=("Chief of staff",)),
)


def request(state, *informs):
    at = MONDAY_14_06
    return Clearance(
        1, "Statement", "Yes.", hashed("Yes."), state, True, "Priya", at, (), tuple(informs)
    )


@pytest.mark.parametrize(
    ("requests", "bases", "names"),
    [
        ([], [], ()),
        ([request(ClearanceState.ASKED, "Chief of staff")], [], ("Chief of staff",)),
        ([request(ClearanceState.WITHDRAWN, "Chief of staff")], [], ()),
        ([], ["Published fact", ""], ("Web team",)),
        ([], ["Statement of old"], ()),
        (
            [request(ClearanceState.GIVEN, "Minister", "Chief of staff")],
            ["Statement"],
            ("Minister", "Chief of staff"),
        ),
    ],
)
def test_whom_to_tell_follows_from_the_clearance_and_from_what_an_answer_rests_on(
    requests, bases, names
):
    assert names_to_inform(requests, bases, TEMPLATES) == names


def told(name, minutes, how="by email"):
    return Informed(name, "Priya Nair", MONDAY_14_06 + timedelta(minutes=minutes), how)


def test_each_shows_the_last_time_and_others_who_were_told_follow():
    first, again, other = told("chief of staff", 1), told("Chief of staff", 9), told("Minister", 2)
    found = for_information(("Chief of staff", "Web team"), (first, other, again))
    assert found == (
        ForInformation("Chief of staff", again),
        ForInformation("Web team"),
        ForInformation("Minister", other),
    )


@pytest.mark.parametrize(
    ("informed", "said"),
    [
        (None, "not told yet"),
        (told("Web team", 4, "by phone"), "told today 14:10 by phone, by Priya Nair"),
    ],
)
def test_it_is_said_when_how_and_by_whom(informed, said):
    one = ForInformation("Web team", informed)
    assert informed_said(one, MONDAY_14_06, ZoneInfo("Europe/London")) == said
