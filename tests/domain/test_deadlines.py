"""The words of a deadline, on Saturday 21 November 2026 at 10:06 and on Monday the 23rd at 14:06."""

import time
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.deadlines import (
    Deadline,
    DeadlineKind,
    describe,
    stands_said,
    time_left,
    understand,
)
from tests.domain.hours_cases import LONDON, MONDAY_TO_FRIDAY, SATURDAY, office, special, weekly

CHRISTMAS_EVE = special("2026-12-24", "08:30-12:30")
HOURS = office(MONDAY_TO_FRIDAY, "08:30-17:00", CHRISTMAS_EVE, holidays="ENG")
MONDAY = datetime(2026, 11, 23, 14, 6, tzinfo=UTC)


def london(words: str) -> datetime:
    return datetime.strptime(words, "%Y-%m-%d %H:%M").replace(tzinfo=LONDON).astimezone(UTC)


def on_monday(words: str, now: datetime = MONDAY) -> str | None:
    at = understand(words, now, HOURS).at
    return f"{at.astimezone(LONDON):%Y-%m-%d %H:%M}" if at else None


TWICE = (
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
)

TODAY, TOMORROW = "2026-11-23", "2026-11-24"
UNDERSTOOD = {
    # the time of day
    "5pm": f"{TODAY} 17:00",
    "17:30": f"{TODAY} 17:30",
    "4": f"{TODAY} 16:00",
    "5": f"{TODAY} 17:00",
    "5.30": f"{TODAY} 17:30",
    "05:30": f"{TOMORROW} 05:30",
    "1730": f"{TODAY} 17:30",
    "1730 hrs": f"{TODAY} 17:30",
    "five thirty": f"{TODAY} 17:30",
    "half 5": f"{TODAY} 17:30",
    "half past five": f"{TODAY} 17:30",
    "quarter to 4": f"{TODAY} 15:45",
    "ten to four": f"{TODAY} 15:50",
    "twenty-five past 3": f"{TODAY} 15:25",
    "5 o'clock": f"{TODAY} 17:00",
    "5 p.m.": f"{TODAY} 17:00",
    "2": f"{TOMORROW} 14:00",
    "9": f"{TODAY} 21:00",
    "12": f"{TOMORROW} 12:00",
    "12.30": f"{TOMORROW} 12:30",
    "12am": f"{TOMORROW} 00:00",
    "24:00": f"{TOMORROW} 00:00",
    "noon": f"{TOMORROW} 12:00",
    "midday": f"{TOMORROW} 12:00",
    "midnight": f"{TOMORROW} 00:00",
    # the part of the day
    "tonight 9.30": f"{TODAY} 21:30",
    "tonight": f"{TODAY} 21:00",
    "tonight 1am": f"{TOMORROW} 01:00",
    "this afternoon": f"{TODAY} 17:00",
    "lunchtime": f"{TOMORROW} 13:00",
    "7 in the morning": f"{TOMORROW} 07:00",
    "8 in the evening": f"{TODAY} 20:00",
    "COP": f"{TODAY} 17:00",
    "c.o.b.": f"{TODAY} 17:00",
    "end of day": f"{TODAY} 17:00",
    "close of play tomorrow": f"{TOMORROW} 17:00",
    "COP Saturday": "2026-11-28 17:00",
    # the day
    "today": f"{TODAY} 17:00",
    "tomorrow": f"{TOMORROW} 17:00",
    "noon tomorrow": f"{TOMORROW} 12:00",
    "tomorrow morning": f"{TOMORROW} 12:00",
    "tomorrow 8": f"{TOMORROW} 08:00",
    "day after tomorrow 10am": "2026-11-25 10:00",
    "Fri 10am": "2026-11-27 10:00",
    "Friday": "2026-11-27 17:00",
    "Friday lunchtime": "2026-11-27 13:00",
    "midnight Friday": "2026-11-28 00:00",
    "Friday week": "2026-12-04 17:00",
    "next Friday": "2026-12-04 17:00",
    "Tuesday next week 3pm": "2026-12-01 15:00",
    "a week on Friday": "2026-12-04 17:00",
    "a week today": "2026-11-30 17:00",
    "a week tomorrow noon": "2026-12-01 12:00",
    "in a fortnight": "2026-12-07 14:06",
    "end of Friday": "2026-11-27 17:00",
    "tomorrow am": f"{TOMORROW} 12:00",
    "tomorrow pm": f"{TOMORROW} 17:00",
    "next week": "2026-11-30 17:00",
    "end of the week": "2026-11-27 17:00",
    "Mon 9": "2026-11-30 09:00",
    "Mon 3pm": f"{TODAY} 15:00",
    "Mon morning": "2026-11-30 12:00",
    # the date
    "24/11 2pm": f"{TOMORROW} 14:00",
    "23/11 2pm": "2027-11-23 14:00",
    "25 Nov": "2026-11-25 17:00",
    "24 Dec": "2026-12-24 12:30",
    "the 30th": "2026-11-30 17:00",
    "10th": "2026-12-10 17:00",
    "29 Feb noon": "2028-02-29 12:00",
    "3/4": "2027-04-03 17:00",
    "23rd November 2026 16:00": f"{TODAY} 16:00",
    "Nov 25, 2pm": "2026-11-25 14:00",
    "Wed 25 Nov, 14:00": "2026-11-25 14:00",
    "2026-11-24 14:00": f"{TOMORROW} 14:00",
    "2026-11-24T14:00": f"{TOMORROW} 14:00",
    "24.11.26": f"{TOMORROW} 17:00",
    # an amount of time
    "in 20 mins": f"{TODAY} 14:26",
    "in 20": f"{TODAY} 14:26",
    "half an hour": f"{TODAY} 14:36",
    "½ hour": f"{TODAY} 14:36",
    "an hour": f"{TODAY} 15:06",
    "an hour and a half": f"{TODAY} 15:36",
    "1h30": f"{TODAY} 15:36",
    "in 2 hours": f"{TODAY} 16:06",
    "a couple of hours": f"{TODAY} 16:06",
    "2hrs": f"{TODAY} 16:06",
    "24 hours": f"{TOMORROW} 14:06",
    "in 3 days": "2026-11-26 14:06",
    "in two weeks": "2026-12-07 14:06",
    # the news, and words around a time
    "for the One": f"{TOMORROW} 13:00",
    "for the Six": f"{TODAY} 18:00",
    "for the Ten": f"{TODAY} 22:00",
    "for the 6 o'clock news": f"{TODAY} 18:00",
    "News at Ten": f"{TODAY} 22:00",
    "10pm bulletin": f"{TODAY} 22:00",
    "print deadline 6pm": f"{TODAY} 18:00",
    "asap 5pm": f"{TODAY} 17:00",
    "by 5pm": f"{TODAY} 17:00",
    "no later than 5pm": f"{TODAY} 17:00",
    "before noon": f"{TOMORROW} 12:00",
    "around 3ish": f"{TODAY} 15:00",
    "9-ish tomorrow": f"{TOMORROW} 09:00",
    "live at 5": f"{TODAY} 17:00",
    "within the next hour": f"{TODAY} 15:06",
    "Guardian needs it by 5pm": f"{TODAY} 17:00",
    "The Sun, 5pm": f"{TODAY} 17:00",
    "Sunday Times Friday noon": "2026-11-27 12:00",
    "5pm GMT": f"{TODAY} 17:00",
    "5pm BST": f"{TODAY} 16:00",
}


@pytest.mark.parametrize(("words", "expected"), UNDERSTOOD.items())
def test_what_was_said_on_a_monday_afternoon_is_understood(words, expected):
    assert on_monday(words) == expected
    assert on_monday(words.upper()) == expected


OTHER = {
    DeadlineKind.EMPTY: ["", "  ", "\n\t", "\x00\x00", "\u200f"],
    DeadlineKind.NONE_GIVEN: ["none", "no deadline", "No deadline given.", "N/A", "n/a", "-", "no rush"],
    DeadlineKind.WORDS_ONLY: ["asap", "a.s.a.p.", "first edition", "second edition", "asap, 07700 900123", "TBC", "first edition tomorrow"],
    DeadlineKind.NOT_UNDERSTOOD: [
        *("???", "when the cows come home", "25:00", "12:60", "17pm", "99/99", "31 Feb", "0/0", "29/2/27"),
        *("5pm or 6pm", "between 3pm and 4pm", "3-4pm", "after 5pm", "not 5pm", "noon or midnight"),
        *("5pm, ring 07700 900123", "3 working days", "Friday or Monday", "Fri Mon 5pm", "this weekend"),
        *("9am today", "9am on 23 Nov 2026", "23 Nov 2025", "in 0 mins", "Fri 25 Nov", "5pm ET"),
        *("this morning", "in 20 mins tomorrow", "5pm COP", "-5", "1.2.3.4", "5 5 5", "5pm" * 100),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "kind"), [(words, kind) for kind, said in OTHER.items() for words in said]
)
def test_words_without_a_moment_say_which_kind_they_are(words, kind):
    deadline = understand(words, MONDAY, HOURS)
    assert (deadline.kind, deadline.words, deadline.at) == (kind, words, None)


@pytest.mark.parametrize(
    ("now", "words", "expected"),
    [
        ("2026-11-23 17:00", "5pm", "2026-11-24 17:00"),
        ("2026-11-23 17:00", "COP", "2026-11-24 17:00"),
        ("2026-11-23 06:00", "COP", "2026-11-23 17:00"),
        ("2026-11-20 18:00", "COP", "2026-11-23 17:00"),
        ("2026-12-24 10:00", "COP", "2026-12-24 12:30"),
        ("2026-12-24 12:30", "COP", "2026-12-29 17:00"),
        ("2026-11-23 18:00", "today", "2026-11-24 00:00"),
        ("2026-11-23 21:30", "tonight", "2026-11-24 00:00"),
        ("2026-11-24 00:30", "tonight 1am", "2026-11-24 01:00"),
        ("2026-11-23 08:00", "9", "2026-11-23 09:00"),
        ("2026-11-23 09:00", "9", "2026-11-23 21:00"),
        ("2026-11-23 22:00", "10.30", "2026-11-23 22:30"),
        ("2026-11-23 00:00", "midnight", "2026-11-24 00:00"),
        ("2026-11-27 09:00", "Fri 10am", "2026-11-27 10:00"),
        ("2026-11-27 10:00", "Fri 10am", "2026-12-04 10:00"),
        ("2026-11-28 10:00", "next Friday", "2026-12-04 17:00"),
        ("2026-12-31 18:00", "noon tomorrow", "2027-01-01 12:00"),
        ("2026-12-31 18:00", "1/1", "2027-01-01 17:00"),
        # real hours over a change of the clocks, the same wall time over days
        ("2026-03-28 12:00", "24 hours", "2026-03-29 13:00"),
        ("2026-10-24 12:00", "24 hours", "2026-10-25 11:00"),
        ("2026-03-28 12:00", "in 1 day", "2026-03-29 12:00"),
        ("2026-03-28 12:00", "noon tomorrow", "2026-03-29 12:00"),
        ("2026-07-01 12:00", "5pm GMT", "2026-07-01 18:00"),
    ],
)
def test_it_is_always_the_next_such_moment(now, words, expected):
    assert on_monday(words, london(now)) == expected


def test_seconds_that_have_begun_do_not_shorten_days():
    now = MONDAY + timedelta(seconds=37)
    assert time_left(understand("in 3 days", now, HOURS).at or now, now) == "3 days"


def test_a_night_shift_closes_in_the_morning():
    nights = office(MONDAY_TO_FRIDAY, "22:00-06:00")
    at = understand("COP", london("2026-11-24 02:00"), nights).at
    assert at == london("2026-11-24 06:00")


def test_an_office_that_has_stopped_opening_has_no_closing():
    never = office((), "")
    assert understand("COP", MONDAY, never).kind is DeadlineKind.NOT_UNDERSTOOD
    assert understand("Friday", MONDAY, never).at == london("2026-11-27 17:00")


def test_hours_that_start_later_set_the_closing_of_their_days():
    rules = (
        *weekly(MONDAY_TO_FRIDAY, "08:30-17:00"),
        *weekly((4,), "08:30-16:30", date(2026, 11, 27)),
    )
    changed = office(SATURDAY, "10:00-12:00").__class__(LONDON, rules)
    assert understand("Friday", MONDAY, changed).at == london("2026-11-27 16:30")


@pytest.mark.parametrize("words", ["25 Oct 01:30", "1.30am", "01:30 tomorrow", "tonight 1.30am"])
def test_a_time_that_happens_twice_is_asked_about(words):
    now = london("2026-10-24 19:00")
    deadline = understand(words, now, HOURS)
    asked = "01:30 on Sunday 25 October happens twice: say 01:30 BST or 01:30 GMT."
    assert deadline.kind is DeadlineKind.ASK
    assert deadline.choices == TWICE
    assert describe(deadline, now, LONDON) == asked


@pytest.mark.parametrize(("words", "which"), [("01:30 BST", 0), ("01:30 GMT", 1)])
def test_the_answer_to_what_was_asked_is_understood(words, which):
    deadline = understand(words, london("2026-10-24 19:00"), HOURS)
    assert deadline.at == TWICE[which]
    assert describe(deadline, london("2026-10-24 19:00"), LONDON).startswith(
        f"Sun 25 Oct, {words} · in "
    )


def test_the_second_of_two_times_is_meant_when_the_first_has_passed():
    first, second = TWICE
    assert understand("1.30am", first, HOURS).at == second


def test_a_time_that_does_not_exist_is_asked_about():
    now = london("2026-03-28 19:00")
    deadline = understand("1.30am", now, HOURS)
    assert (deadline.kind, deadline.choices) == (DeadlineKind.ASK, ())
    assert describe(deadline, now, LONDON) == (
        "01:30 on Sunday 29 March does not exist: the clocks go forward from 01:00 to 02:00."
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("9.30 tonight", "Mon 23 Nov, 21:30 · in 7 h 24 min"),
        ("4 Jan 10am", "Mon 4 Jan 2027, 10:00 · in 41 days"),
        ("Friday", "Fri 27 Nov, 17:00 · in 4 days · no time given, 17:00 assumed"),
        ("5pm BST", "Mon 23 Nov, 16:00 · in 1 h 54 min · 17:00 BST is 16:00 here"),
        ("asap", "Words only: no time to count down to."),
        ("none", "No deadline given."),
        ("soonish?", "Not understood; the words are kept. Try 5pm, Fri 10am or in 20 mins."),
        ("11/23", "There is no such day. The day comes first, like 23/11 or 23 Nov. The words are kept."),
        ("9am today", "09:00 on Monday 23 November has passed. Say which day is meant, like tomorrow 5pm. The words are kept."),
        ("Fri 25 Nov", "Wednesday 25 November 2026 is not a Friday. Check the day with the journalist. The words are kept."),
        ("Mon 23 Nov 9am", "09:00 on Monday 23 November has passed. Say which day is meant, like tomorrow 5pm. The words are kept."),
        ("", "Try 5pm, Fri 10am or in 20 mins; none if no deadline was given."),
    ],
)  # fmt: skip
def test_the_sentence_beside_the_words_says_what_was_understood(words, sentence):
    assert describe(understand(words, MONDAY, HOURS), MONDAY, LONDON) == sentence


def test_a_deadline_that_has_gone_by_says_by_how_much():
    deadline = Deadline(DeadlineKind.AT, "2pm", MONDAY - timedelta(minutes=6))
    assert describe(deadline, MONDAY, LONDON) == "Mon 23 Nov, 14:00 · overdue by 6 min"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (42, "42 min"), (130, "2 h 10 min"), (120, "2 h"), (-25, "−25 min"), (-65, "−1 h 5 min"),
        (0, "due now"), (0.9, "due now"), (-0.9, "due now"), (1, "1 min"), (-1.5, "−1 min"),
        (1440, "1 day"), (1440 + 185, "1 day 3 h"), (2880, "2 days"), (3 * 1440 + 700, "3 days"),
    ],
)  # fmt: skip
def test_the_time_left_is_said_shortly(minutes, said):
    assert time_left(MONDAY + timedelta(minutes=minutes), MONDAY) == said


HUGE = {
    "letters": "a" * 1_000_000,
    "blanks": " " * 1_000_000,
    "NULs": "\x00" * 1_000_000,
    "times": "5pm " * 250_000,
    "digits": "1" * 1_000_000,
    "ligatures": "\ufdfa" * 200,
    "dots": "1." * 100,
    "halves": "half " * 40,
}


@pytest.mark.parametrize("words", HUGE.values(), ids=HUGE)
def test_a_huge_paste_is_answered_at_once(words):
    started = time.process_time()
    deadline = understand(words, MONDAY, HOURS)
    assert time.process_time() - started < 0.05
    assert deadline.at is None
    assert deadline.words is words


VOCABULARY = """
    5pm 17:30 4 tonight 9.30 noon tomorrow Fri next week 23/11 23 Nov in 20 mins half an hour COP
    the Six BST GMT 31 Feb 25:00 asap none to past quarter 01:30 29 March 2026 / - . \x00 שלום ٥ １７
"""
FROM = datetime(2012, 1, 1, tzinfo=UTC)
instants = st.integers(0, 17 * 365 * 86_400).map(lambda seconds: FROM + timedelta(seconds=seconds))
anything = st.text() | st.lists(st.sampled_from(VOCABULARY.split()), max_size=7).map(" ".join)


@given(anything, instants)
def test_any_words_at_any_instant_are_kept_and_are_never_in_the_past(words, now):
    deadline = understand(words, now, HOURS)
    assert deadline.words == words
    assert (deadline.at is not None) == (deadline.kind is DeadlineKind.AT)
    assert all(at > now for at in (deadline.at, *deadline.choices) if at)
    assert describe(deadline, now, LONDON)


@given(instants, st.integers(1, 600_000))
def test_what_is_shown_of_a_moment_reads_back_as_the_same_moment(now, minutes):
    at = now.replace(second=0, microsecond=0) + timedelta(minutes=minutes)
    shown = describe(Deadline(DeadlineKind.AT, "", at), now, LONDON).split(" · ")[0]
    assert understand(shown, now, HOURS).at == at
    in_full = f"{at.astimezone(LONDON):%-d %b %Y %H:%M %Z}"
    assert understand(in_full, now, HOURS).at == at


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(12, "12 min left"), (0.5, "due now"), (-0.5, "due now"), (-25, "25 min overdue")],
)
def test_the_time_left_is_said_without_saying_twice_that_it_is_over(minutes, said):
    assert stands_said(MONDAY + timedelta(minutes=minutes), MONDAY) == said
