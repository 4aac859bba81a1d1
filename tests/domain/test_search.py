"""The language of the search box: words, phrases, operators, and whatever else is typed."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.enquiries import OPEN_STATUSES, Status
from pressdesk.domain.routing import Route
from pressdesk.domain.search import Operator, read
from pressdesk.domain.search_terms import MOST_TERMS, Term, passage, spans_in, terms_of

MONDAY = date(2026, 11, 23)


def words(*typed):
    return tuple(Term((word,)) for word in typed)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("police fig", words("police", "fig")),
        ("OXFORD OR NOT NEAR AND", words("OXFORD", "OR", "NOT", "NEAR", "AND")),
        ('"child protection" slow', (Term(("child", "protection"), prefix=False), *words("slow"))),
        ("“child protection”", (Term(("child", "protection"), prefix=False),)),
        ('"child prot', (Term(("child", "prot")),)),
        ("stop-and-search 27,200", (Term(("stop", "and", "search")), Term(("27", "200")))),
        ("£1.5m O’Bri", (Term(("1", "5m")), Term(("O", "Bri")))),
        ("police/fire, slow.", words("police", "fire", "slow")),
        ('"" * ^ - :', ()),
    ],
)
def test_words_and_phrases(typed, terms):
    assert terms_of(typed) == terms
    assert read(typed, MONDAY).terms == terms


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("outlet:humber", {"outlets": ("humber",)}),
        ('outlet:"Humber Daily"', {"outlets": ("Humber Daily",)}),
        ("Outlet: humber", {"outlets": ("humber",)}),
        ("from:amery", {"journalists": ("amery",)}),
        ("after:20/11", {"first_day": date(2026, 11, 20)}),
        ("after:1/11/2026 after:monday", {"first_day": MONDAY}),
        ("before:today", {"before": MONDAY}),
        ("before:yesterday before:today", {"before": date(2026, 11, 22)}),
        ('before:"last month"', {"before": date(2026, 10, 1)}),
        ("status:new", {"statuses": (Status.NEW,)}),
        ("status:in", {"statuses": (Status.IN_PROGRESS,)}),
        ("status:a", {"statuses": (Status.AWAITING_CLEARANCE, Status.ANSWERED)}),
        ("status:open", {"statuses": OPEN_STATUSES}),
        ("status:new status:closed", {"statuses": ()}),
        ("line:out-of-hours", {"lines": (Route.OUT_OF_HOURS,)}),
        ("line:main", {"lines": (Route.MAIN,)}),
    ],
)
def test_operators(typed, asked):
    search = read(typed, MONDAY)
    assert {name: getattr(search, name) for name in asked} == asked
    assert (search.terms, search.problems) == ((), ())


def test_operators_stand_beside_words_and_are_taken_out_of_them():
    search = read('police outlet:"Humber Daily" figures', MONDAY)
    assert search.plain == "police figures"
    assert search.terms == words("police", "figures")
    assert search.asked == {Operator.OUTLET}


@pytest.mark.parametrize("typed", ["outlets", "deadline:3", "Oxfordoutlet:x", "re:police", ":new"])
def test_what_is_no_operator_is_words(typed):
    search = read(typed, MONDAY)
    assert not search.asked
    assert search.terms == terms_of(typed)


@pytest.mark.parametrize("typed", ["outlet:", "from: ", 'status:""', "before:"])
def test_an_operator_not_yet_typed_to_its_end_asks_for_nothing(typed):
    search = read(typed, MONDAY)
    assert search.is_empty()
    assert search.problems == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("status:xyz", "No status begins with “xyz”. Try new, in progress,"),
        ("line:blue", "No line begins with “blue”. Try main line, out of hours or held."),
        ("before:soon", "“soon” is not a day. Try 1/11/2026,"),
        ("after:31/2/2026", "“31/2/2026” is not a day."),
        ("outlet:---", "No outlet is called “---”."),
    ],
)
def test_what_is_not_understood_is_said_and_asks_for_nothing(typed, said):
    search = read(f"police {typed}", MONDAY)
    assert len(search.problems) == 1
    assert search.problems[0].startswith(said)
    assert not search.asked
    assert search.terms == words("police")


@given(st.text() | st.text('outlet:frombeaslini" “”ABORN/0123456789.-', max_size=60))
def test_nothing_that_is_typed_raises(typed):
    search = read(typed, MONDAY)
    assert len(search.terms) <= MOST_TERMS
    passage(typed, search.terms)


WORD = st.from_regex(r"[A-Za-z0-9]{1,8}", fullmatch=True)


@given(st.lists(WORD | st.sampled_from(["OR", "AND", "NOT", "NEAR"]), max_size=MOST_TERMS))
def test_every_plain_word_is_asked_for(typed):
    assert read(" ".join(typed), MONDAY).terms == words(*typed)


@given(st.text(max_size=80), st.lists(WORD, max_size=4))
def test_the_places_that_matched_are_in_order_apart_and_begin_with_a_term(text, typed):
    spans = spans_in(text, words(*typed))
    assert all(end <= begin for (_, end), (begin, _) in pairwise(spans))
    assert all(0 <= begin < end <= len(text) for begin, end in spans)


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("Why is Humberside's child protection slow?", "humb slow", ["Humberside", "slow"]),
        ("Child protection, and protection of a child", '"child protection"', ["Child protection"]),
        ("Châteaux", "chat", ["Châteaux"]),
        ("OXFORD", "ox d or", ["OXFORD"]),
    ],
)
def test_the_words_that_matched_are_found_in_a_text(text, typed, marked):
    assert [text[begin:end] for begin, end in spans_in(text, terms_of(typed))] == marked


def test_the_passage_is_cut_around_the_first_word_that_matched():
    text = f"{'before ' * 30}the review says progress is slow {'after ' * 30}"
    found = passage(text, terms_of("progress"))
    assert found.startswith("…before")
    assert "progress is slow" in found
    assert found.endswith("…")
    assert passage(text, terms_of("vaccine")) == ""
