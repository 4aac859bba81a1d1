"""When several outlets ask about one subject, it is seen; one outlet alone is never a pack."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.office import PackRule
from pressdesk.domain.packs import Asking, Spotted, spot, stems_of

NINE = datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
RULE = PackRule()
SALTMERE = "How many Saltmere fire engines had no crew?"


def asking(number, outlet, words=SALTMERE, minutes=0):
    return Asking(number, outlet, NINE + timedelta(minutes=minutes), words)


THREE = [
    asking(1, "Humber Daily"),
    asking(2, "Radio North", "Saltmere: engines without a crew", 40),
    asking(3, "The Sunday Post", "Is Saltmere short of a fire engine and its crew?", 90),
]

TABLE = {
    "three outlets on one subject": (THREE, [(1, 2, 3)]),
    "two outlets are no pack": (THREE[:2], []),
    "one outlet three times is none": ([asking(n, "Humber Daily") for n in (1, 2, 3)], []),
    "the same outlet in other letters is one": (
        [*THREE[:2], asking(3, "HUMBER DAILY")],
        [],
    ),
    "nobody's outlet counts for none": ([*THREE[:2], asking(3, "")], []),
    "five hours apart is no pack": ([*THREE[:2], asking(3, "Sunday Post", minutes=301)], []),
    "exactly four hours apart still is": (
        [*THREE[:2], asking(3, "Sunday Post", minutes=240)],
        [(1, 2, 3)],
    ),
    "one word in common is not a subject": (
        [
            asking(n, str(n), words)
            for n, words in enumerate(("Saltmere a", "Saltmere b", "Saltmere c"))
        ],
        [],
    ),
    "a fourth enquiry of an outlet joins": ([*THREE, asking(4, "Radio North")], [(1, 4, 2, 3)]),
    "nothing at all": ([], []),
}


@pytest.mark.parametrize(("askings", "packs"), TABLE.values(), ids=TABLE)
def test_a_pack_is_told_by_outlets_hours_and_two_words(askings, packs):
    assert [pack.enquiries for pack in spot(askings, RULE)] == packs


def test_it_is_said_in_words():
    (pack,) = spot(THREE, RULE)
    assert pack.said(ZoneInfo("Europe/London")) == (
        "3 outlets asked about Saltmere engines crew since 09:12"
    )


def test_words_that_many_enquiries_hold_make_no_pack():
    words = ("Fire service inspection", "Inspection of a fire service", "Fire service inspection?")
    askings = [asking(n, f"Outlet {n}", one) for n, one in enumerate(words)]
    assert len(spot(askings, RULE)) == 1
    assert spot(askings, RULE, common=set(stems_of("fire service"))) == ()


def test_two_subjects_at_once_are_two_packs():
    vetting = [asking(n + 10, f"Paper {n}", "Vetting of Thornsea officers") for n in range(4)]
    packs = spot([*THREE, *vetting], RULE)
    assert [pack.enquiries for pack in packs] == [(10, 11, 12, 13), (1, 2, 3)]


askings = st.lists(
    st.builds(
        Asking,
        st.integers(1, 40),
        st.sampled_from(["", "A", "B", "C", "D"]),
        st.integers(0, 600).map(lambda minutes: NINE + timedelta(minutes=minutes)),
        st.sampled_from(["Saltmere engines", "Saltmere engines crew", "Vetting crew", "Engines"]),
    ),
    max_size=14,
    unique_by=lambda asking: asking.id,
)
rules = st.builds(PackRule, st.integers(1, 4), st.integers(1, 12))


def _told(pack: Spotted, of):
    return [one for one in of if one.id in pack.enquiries]


@given(askings, rules)
def test_no_pack_is_of_one_outlet_or_wider_than_its_hours(of, rule):
    for pack in spot(of, rule):
        members = _told(pack, of)
        assert len({one.outlet for one in members} - {""}) == pack.outlets >= max(rule.outlets, 2)
        times = [one.received_at for one in members]
        assert max(times) - min(times) <= rule.within
        assert pack.since == min(times)


@given(askings, rules)
def test_no_enquiry_is_in_two_packs_and_each_pack_has_a_name(of, rule):
    packs = spot(of, rule)
    members = [number for pack in packs for number in pack.enquiries]
    assert len(members) == len(set(members))
    assert set(members) <= {one.id for one in of}
    assert all(pack.name for pack in packs)
