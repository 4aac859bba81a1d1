"""Search everywhere on a real office: what is found of each kind, and how it is told."""

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from pressdesk.bootstrap import open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.contacts import Journalist
from pressdesk.domain.enquiries import EnquiryForm, LogQuery, Status
from pressdesk.domain.lines_to_take import LineForm
from pressdesk.services.search import KINDS
from pressdesk.storage import everywhere
from pressdesk.storage.enquiry_lists import Page
from tests.conftest import INSPECTORATE, MONDAY_14_06

RELEASE = (
    "Progress is slow in Humberside\n\n14 May 2018\n\n"
    "Inspectors said that child protection must improve before they come back."
)


def logged(services, subject, journalist, outlet, **more):
    form = EnquiryForm(
        more.pop("received_at", MONDAY_14_06),
        journalist=journalist,
        outlet=outlet,
        subject=subject,
        deadline_words="none",
        **{"questions": ("How many?",), **more},
    )
    return services.enquiries.log(form).id


@pytest.fixture(scope="module")
def office():
    """An office that all tests here read: three enquiries, a release, who has not called yet."""
    services = open_services(f":memory:{os.getpid()}-search", FixedClock(MONDAY_14_06), "Priya")
    services.office.start(INSPECTORATE)
    fill(services)
    yield services
    services.close()


def fill(services):
    services.releases.add_text(RELEASE)
    services.lines_to_take.add(LineForm("Tutors", "Every prison has one.", topic="Teaching"))
    week = MONDAY_14_06 - timedelta(days=7)
    logged(services, "Custody figures", "Owen Price", "Radio North", received_at=week)
    slow = ("Why is child protection in Humberside slow?",)
    amery = {"questions": slow, "call_back": "01632 960012"}
    logged(services, "Child protection", "Ruth Amery", "Humber Daily", **amery)
    oxford = logged(services, "Visit to OXFORD", "Dana Whitlock", "Tees Valley Echo")
    services.answering.close(oxford, "Declined")
    services.contacts.save_journalist(Journalist("Olive Stone"))
    services.contacts.save_journalist(
        Journalist("Lena Fox", "Humber Daily", number="01632 960 077", email="fox@humber.example")
    )


def titles(services, typed, limit=5):
    """Return the titles found, by kind."""
    found = services.search.find(typed, limit)
    return {group.kind: [hit.title for hit in group.hits] for group in found.groups}


CHILD, CUSTODY, OXFORD = "Child protection", "Custody figures", "Visit to OXFORD"
PROGRESS = "Progress is slow in Humberside"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("humb", {"enquiry": [CHILD], "release": [PROGRESS], "journalist": ["Lena Fox", "Ruth Amery"], "outlet": ["Humber Daily"]}),
        ("ruth prot", {"enquiry": [CHILD]}),
        ("amery", {"enquiry": [CHILD], "journalist": ["Ruth Amery"]}),
        ("tutor", {"line_to_take": ["Tutors"]}),
        ("every teach", {"line_to_take": ["Tutors"]}),
        ("every after:today", {}),
        ("oxford", {"enquiry": [OXFORD]}),
        ("OX Q", {}),
        ("oxf OR custody", {}),
        ('"child protection"', {"enquiry": [CHILD], "release": [PROGRESS]}),
        ('"protection child"', {}),
        ('"inspectors sa', {"release": [PROGRESS]}),
        ("01632960077", {"journalist": ["Lena Fox"]}),
        ("01632 960077", {"journalist": ["Lena Fox"]}),
        ("fox@humber", {"journalist": ["Lena Fox"]}),
        ("outlet:humber", {"enquiry": [CHILD], "journalist": ["Lena Fox", "Ruth Amery"], "outlet": ["Humber Daily"]}),
        ('outlet:"tees valley"', {"enquiry": [OXFORD], "journalist": ["Dana Whitlock"], "outlet": ["Tees Valley Echo"]}),
        ("outlet:humber custody", {}),
        ("from:amery", {"enquiry": [CHILD], "journalist": ["Ruth Amery"]}),
        ("from:amery outlet:radio", {}),
        ("from:ruth slow", {"enquiry": [CHILD]}),
        ("before:monday", {"enquiry": [CUSTODY], "release": [PROGRESS]}),
        ("after:today", {"enquiry": [OXFORD, CHILD]}),
        ("after:today protect", {"enquiry": [CHILD]}),
        ("before:2019", {"release": [PROGRESS]}),
        ("status:closed", {"enquiry": [OXFORD]}),
        ("status:open custody", {"enquiry": [CUSTODY]}),
        ("status:open", {"enquiry": [CHILD, CUSTODY]}),
        ("status:new status:closed", {}),
        ("line:main after:today", {"enquiry": [OXFORD, CHILD]}),
        ("line:held", {}),
        ("", {}),
        ('"', {}),
    ],
)  # fmt: skip
def test_what_a_search_finds(office, typed, found):
    assert titles(office, typed) == found


@pytest.mark.parametrize(
    ("typed", "kind", "found", "said"),
    [
        ("amrey", "journalist", ["Ruth Amery"], "Nothing holds “amrey”. Taken as “amery”."),
        ("whitlok oxford", "enquiry", [OXFORD], "Nothing holds “whitlok”. Taken as “whitlock”."),
        ("tutros", "line_to_take", ["Tutors"], "Nothing holds “tutros”. Taken as “tutors”."),
        ("outlet:humbre", "enquiry", [CHILD], "No outlet is called “humbre”. Taken as “humber”."),
    ],
)
def test_a_misspelt_name_still_finds_and_says_so(office, typed, kind, found, said):
    assert titles(office, typed)[kind] == found
    assert office.search.find(typed).remarks == (said,)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("outlet:zebra", "No outlet is called “zebra…”."),
        ("from:xy custody", "No journalist is called “xy…”."),
        ("status:xyz", "No status begins with “xyz”."),
    ],
)
def test_what_is_unknown_is_said_kindly(office, typed, said):
    found = office.search.find(typed)
    assert found.groups == ()
    assert [remark.startswith(said) for remark in found.remarks] == [True]


def test_each_thing_found_tells_what_it_is(office):
    hits = {group.kind: group.hits[0] for group in office.search.find("humb").groups}
    enquiry = hits["enquiry"]
    assert enquiry.context.startswith("ENQ-2026-00002 · Ruth Amery · Humber Daily")
    assert (enquiry.state, enquiry.at) == ("New", datetime(2026, 11, 23, 14, 6, tzinfo=UTC))
    assert hits["release"].state == "Published"
    assert hits["journalist"].context == "Humber Daily · 01632 960077 · fox@humber.example"
    assert hits["outlet"].state == "1 enquiry"


def test_a_line_to_take_tells_its_topic_its_words_and_how_it_stands(office):
    (group,) = office.search.find("every").groups
    assert group.hits[0].context == "Teaching · Every prison has one."
    assert (group.hits[0].state, group.hits[0].at) == ("Draft", None)


def test_a_release_under_embargo_tells_its_end_and_once_free_its_day(services):
    services.releases.add_text(
        "EMBARGOED UNTIL 14:07 ON 23 NOVEMBER 2026\n\nEngines stood still\n\n23 November 2026\n\nNine."
    )

    def stands():
        (group,) = services.search.find("engines").groups
        return group.hits[0].state, str(group.hits[0].at)

    assert stands() == ("Embargoed", "2026-11-23 14:07:00+00:00")
    services.context.clock.instant += timedelta(minutes=1)
    assert stands() == ("Published", "2026-11-23")


def test_the_place_where_the_words_stand_is_shown_unless_the_row_tells_it_already(office):
    (group,) = [g for g in office.search.find("slow").groups if g.kind == "enquiry"]
    assert group.hits[0].context.endswith("Why is child protection in Humberside slow?")
    (group,) = [g for g in office.search.find("custody").groups if g.kind == "enquiry"]
    assert group.hits[0].context == "ENQ-2026-00001 · Owen Price · Radio North"


def test_a_few_are_shown_and_all_are_counted(office, monkeypatch):
    (enquiries, *_others) = office.search.find("enq", limit=2).groups
    assert (enquiries.total, enquiries.more, len(enquiries.hits)) == (3, False, 2)
    for module in ("storage.everywhere", "services.search"):
        monkeypatch.setattr(f"pressdesk.{module}.COUNTED", 2)
    (enquiries, *_others) = office.search.find("enq", limit=1).groups
    assert (enquiries.total, enquiries.more) == (2, True)


def test_when_not_every_enquiry_was_looked_at_it_is_said(office, monkeypatch):
    monkeypatch.setattr(everywhere, "LOOKED_THROUGH", 2)
    found = office.search.find("enq status:closed line:held")
    assert found.groups == ()
    assert "looked through" in found.remarks[0]
    assert office.search.find("custody before:monday").remarks == ()


def test_an_operator_that_stands_for_too_many_says_so(office, monkeypatch):
    for module in ("storage.everywhere", "services.understanding"):
        monkeypatch.setattr(f"pressdesk.{module}.MOST_NAMED", 1)
    assert office.search.find("from:ruth").remarks == ()
    (said,) = office.search.find("from:o").remarks
    assert said.startswith("More than 1 journalists are called “o…”, of which 1 are looked at.")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (LogQuery("outlet:humber"), [CHILD]),
        (LogQuery("from:amery slow"), [CHILD]),
        (LogQuery('status:open "custody figures"'), [CUSTODY]),
        (LogQuery("status:open"), [CHILD, CUSTODY]),
        (LogQuery("status:open", status=Status.CLOSED), []),
        (LogQuery("before:monday"), [CUSTODY]),
        (LogQuery("before:today", received_from=MONDAY_14_06), []),
        (LogQuery("outlet:zebra"), []),
        (LogQuery("after:yesterday line:main"), [OXFORD, CHILD]),
    ],
)
def test_the_log_and_what_is_exported_understand_the_same_words(office, query, found):
    assert [row.subject for row in office.desk.page(query, Page())] == found
    assert [row.subject for row in office.desk.rows(query)] == found
    assert office.desk.count(query) == len(found)


def test_contacts_are_found_by_what_they_are_now(services):
    office = services
    fill(office)
    (fox,) = office.contacts.journalists("fox")
    (amery,) = office.contacts.journalists("amery")
    (daily,) = office.contacts.outlets("humber")
    office.contacts.save_outlet(replace(daily, name="Cleveland Star"))
    assert titles(office, "star")["journalist"] == ["Lena Fox", "Ruth Amery"]
    assert "outlet" not in titles(office, "humb")
    office.contacts.merge_journalists(amery.id, fox.id)
    assert "journalist" not in titles(office, "lena")
    assert titles(office, "star")["journalist"] == ["Ruth Amery"]


def test_every_kind_has_a_name_of_its_own():
    assert len({kind.name for kind in KINDS}) == len(KINDS)
