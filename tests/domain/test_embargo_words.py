"""The embargo line of a release, as it arrives on Thursday 30 October 2025 at 14:06."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.embargo import EmbargoState
from pressdesk.domain.embargo_words import read_embargo
from tests.domain.hours_cases import LONDON

ARRIVED = datetime(2025, 10, 30, 14, 6, tzinfo=UTC)


def ends(words, arrived=ARRIVED, published_on=None):
    until = read_embargo(words, arrived, published_on, LONDON).until
    return f"{until.astimezone(LONDON):%a %-d %b %Y %H:%M}" if until else None


UNDERSTOOD = {
    "Wed 5 Nov 2025 00:01": [
        "EMBARGOED UNTIL 00:01 Wednesday 5 November 2025",
        "Under embargo: 00.01hrs, 5 Nov",
        "STRICTLY EMBARGOED until 0001 hours on Wednesday 5 November",
        "Embargoed until 00:01am, Wed 5th Nov",
        "EMBARGOED UNTIL 12.01am on November 5, 2025",
        "NOT FOR PUBLICATION, BROADCAST OR USE ON CLUB TAPES BEFORE 0001 HOURS ON 5 NOVEMBER 2025",
        "EMBARGOED until 00:01 GMT Wednesday 5 November 2025",
        "Embargoed until 00:01 (UK time), Weds 5 Nov. Not for broadcast before that time",
        "Embargoed until 1 minute past midnight on Wednesday 5 November 2025",
        "Embargoed until one minute past midnight on 5/11/25",
        "**Strict embargo:** 00:01, 2025-11-05",
        "Embargoed until 5 Nov 2025 00:01 for publication and broadcast",
        "Embargoed to 00:01 on 5 November 2025",
    ],
    "Wed 5 Nov 2025 00:00": [
        "Embargoed until midnight Tuesday 4 November 2025",
        "Embargoed until 24:00 on 4 November 2025",
        "Embargoed until 00:00 on 5 November 2025",
        "Embargoed until 12am on 5 November",
    ],
    "Mon 12 Jan 2026 09:00": [
        "NOT FOR PUBLICATION BEFORE 9am on Monday 12 January 2026",
        "Not for release until nine in the morning on 12/1/2026",
    ],
    "Tue 3 Feb 2026 12:00": ["Embargo: 12 noon 3/2/26", "Embargo: 12.00 noon 3/2/26", "Embargo: 12pm 3.2.26"],
    "Thu 3 Jul 2014 10:00": ["UNDER EMBARGO UNTIL 10:00 BST, 3 JULY 2014", "Embargoed until 10am 3 July 2014"],
    "Thu 6 Nov 2025 09:30": [
        "Embargoed for publication until 9.30am Thursday 6 November 2025",
        "Embargoed until 9.30 on 6 November",
    ],
    # what may be the morning is held until the evening
    "Thu 6 Nov 2025 19:00": ["Embargoed until 7.00 on 6 November 2025"],
    "Fri 31 Oct 2025 00:00": ["Embargoed until midnight tonight"],
    "Fri 31 Oct 2025 09:00": ["Embargoed until tomorrow 9am", "Embargoed until 9am Friday"],
    "Thu 6 Nov 2025 00:01": ["Embargoed until 00:01 Thursday"],
    "Wed 1 Jul 2026 18:00": ["Embargoed until 5pm GMT on 1 July 2026"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "expected"), [(words, at) for at, lines in UNDERSTOOD.items() for words in lines]
)
def test_the_words_of_an_embargo_name_an_instant_in_london(words, expected):
    assert ends(words) == expected


ASKED = {
    "Under embargo: 12 May": "gives a day and no time",
    "Embargoed until 5 November 2025": "gives Wednesday 5 November 2025 and no time",
    "EMBARGO: 9am": "a time and no day",
    "Embargo: 2026": "a time and no day",
    "Embargoed until 00:01 Thursday 5 November 2025": "says Thursday, but Wednesday 5 November",
    "Embargoed until 01:30 26 October 2025": "happens twice: say 01:30 BST or 01:30 GMT",
    "Embargoed until 01:30 on 29 March 2026": "does not exist: the clocks go forward",
    "Embargoed until 00:01 5 October": "no year, and Monday 5 October 2026 is far ahead",
    "Not for release until 5pm 31 February 2026": "no such day",
    "Embargoed until midnight on the night of 4/5 May": "not understood",
    "Embargoed until 9am or 10am 5 Nov": "not understood",
    "Embargoed until 9am 5 Nov, not before 10am 6 Nov": "not understood",
    "Embargoed until further notice": "not understood",
    "Embargoed until lifted": "not understood",
    "EMBARGOED UNTIL DELIVERY": "not understood",
    "Embargo: open": "not understood",
    "EMBARGOED " + "5 " * 500: "not understood",
}


@pytest.mark.parametrize(("words", "reason"), ASKED.items(), ids=range(len(ASKED)))
def test_words_that_do_not_fit_hold_the_release_and_say_why(words, reason):
    found = read_embargo(words, ARRIVED, None, LONDON)
    assert (found.state, found.until) == (EmbargoState.NO_END, None)
    assert reason in found.reason
    assert found.holds(ARRIVED + timedelta(days=10_000))


@pytest.mark.parametrize(
    "words", ["", "  ", "Embargo: none", "Embargo: for immediate release", "EMBARGO LIFTED"]
)
def test_a_line_that_lays_no_embargo_leaves_the_release_free(words):
    found = read_embargo(words, ARRIVED, None, LONDON)
    assert found.state is EmbargoState.NONE
    assert not found.holds(ARRIVED)


@pytest.mark.parametrize(
    ("words", "published_on", "expected"),
    [
        ("Embargoed until 00:01 5 November", date(2021, 11, 5), "Fri 5 Nov 2021 00:01"),
        ("Embargoed until 00:01 5 January", date(2021, 12, 30), "Wed 5 Jan 2022 00:01"),
        ("Embargoed until 00:01 Friday", date(2021, 11, 5), "Fri 5 Nov 2021 00:01"),
        ("Embargoed until 00:01 5 November", date(9999, 12, 31), "Wed 5 Nov 2025 00:01"),
    ],
)
def test_a_day_without_a_year_is_the_next_from_the_publication_on(words, published_on, expected):
    assert ends(words, published_on=published_on) == expected


def test_a_weekday_of_which_the_time_has_passed_is_that_of_next_week():
    assert ends("Embargoed until 14:06 Thursday") == "Thu 6 Nov 2025 14:06"
    assert ends("Embargoed until 14:07 Thursday") == "Thu 30 Oct 2025 14:07"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Embargoed until midnight 4 Nov", "Midnight is taken as the end of Tuesday 4 November 2025."),
        ("Embargoed until 9.30 on 6 November", "09:30 is assumed."),
        ("Embargoed until 5pm GMT on 1 July 2026", "17:00 GMT is 18:00 here."),
        ("Embargoed until 9.30am on 6 November", ""),
    ],
)  # fmt: skip
def test_what_was_assumed_is_said(words, reason):
    assert read_embargo(words, ARRIVED, None, LONDON).reason == reason


FROM = datetime(2012, 1, 1, tzinfo=UTC)
minutes = st.integers(0, 17 * 365 * 1440).map(lambda count: FROM + timedelta(minutes=count))
around_changes = st.sampled_from(
    [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)]
).flatmap(lambda at: st.integers(-180, 180).map(lambda count: at + timedelta(minutes=count)))


@given(minutes | around_changes, st.timedeltas(timedelta(days=-3), timedelta(days=3)))
def test_a_release_is_embargoed_if_and_only_if_now_is_before_its_instant(until, off):
    line = f"EMBARGOED UNTIL {until.astimezone(LONDON):%H:%M %Z %A %-d %B %Y}"
    found = read_embargo(line, ARRIVED, None, LONDON)
    assert found.until == until
    assert found.holds(until + off) == (off < timedelta())


@given(minutes | around_changes)
def test_without_its_zone_a_line_is_understood_the_same_or_asked_about(until):
    line = f"EMBARGOED UNTIL {until.astimezone(LONDON):%H:%M on %-d %B %Y}"
    found = read_embargo(line, ARRIVED, None, LONDON)
    assert found.until == until or (found.until is None and "happens twice" in found.reason)


@given(
    st.text() | st.text(alphabet="embargoed until 0159:/apmNov").map("Embargoed until {}".format)
)
def test_any_words_whatever_give_an_answer(words):
    found = read_embargo(words, ARRIVED, None, LONDON)
    assert (found.until is not None) == (found.state is EmbargoState.UNTIL)
