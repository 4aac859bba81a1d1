"""The pack: offered, gathered, turned down, answered with one line."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pressdesk.domain.embargo import EventKind
from pressdesk.domain.enquiries import EnquiryForm, Status, Terms
from pressdesk.domain.lines_to_take import LineForm, LineKind, UsedLine
from pressdesk.domain.office import PackRule
from pressdesk.errors import Embargoed, NotFound, Refused
from tests.conftest import MONDAY_14_06

OUTLETS = ("Humber Daily", "Radio North", "The Sunday Post")
ASKED = "How many Saltmere fire engines had no crew?"
WORDS = "Nine of its 21 engines had no crew."
EMBARGOED = (
    "EMBARGOED UNTIL 00:01 ON 24 NOVEMBER 2026\n\nSaltmere engines stood still\n\nNine of 21."
)


@pytest.fixture
def asks(services):
    """A function by which an outlet asks; returns the id of the enquiry."""

    def ask(outlet, words=ASKED, ago=timedelta(hours=1)):
        form = EnquiryForm(
            MONDAY_14_06 - ago,
            journalist=f"Reporter of {outlet}",
            outlet=outlet,
            questions=(words,),
        )
        return services.enquiries.log(form).id

    return ask


@pytest.fixture
def three(asks):
    return [asks(outlet) for outlet in OUTLETS]


@pytest.fixture
def line(services):
    line_id = services.lines_to_take.add(LineForm("Saltmere engines", WORDS))
    services.lines_to_take.clear(line_id, 1, "M. Reyes", date(2026, 12, 20))
    return line_id


@pytest.fixture
def pack(services, three):
    (offer,) = services.packs.watch().offers
    return services.packs.gather(offer.name, offer.enquiries)


def offered(services):
    return [(offer.name, offer.outlets, offer.enquiries) for offer in services.packs.watch().offers]


def test_three_outlets_on_one_subject_are_offered(services, three):
    assert offered(services) == [("Saltmere fire engines crew", 3, tuple(three))]


def test_a_closed_enquiry_is_never_in_an_offer(services, three):
    services.answering.close(three[0], "Declined")
    assert offered(services) == []


def test_what_came_before_the_window_is_not_offered(services, asks):
    for outlet in OUTLETS:
        asks(outlet, ago=timedelta(hours=5))
    assert offered(services) == []


def test_the_office_may_set_the_rule(services, three):
    office = services.office.facts().office
    services.office.save_office(replace(office, packs=PackRule(outlets=4, hours=4)))
    assert offered(services) == []


def test_an_offer_turned_down_does_not_come_again(services, three):
    (offer,) = services.packs.watch().offers
    services.packs.turn_down(offer)
    assert services.packs.watch().offers == services.packs.watch().packs == ()


def test_words_that_most_of_the_log_holds_are_no_subject(services, asks):
    for number in range(200):
        asks(f"Paper {number}", "A fire service inspection", timedelta(days=2))
    for outlet in OUTLETS:
        asks(outlet, "Fire service inspection?")
    assert offered(services) == []


def test_a_gathered_pack_stands_with_who_waits(services, pack, three):
    watch = services.packs.watch()
    assert watch.offers == ()
    (stands,) = watch.packs
    assert [member.enquiry.id for member in stands.members] == three
    assert stands.said == "Saltmere fire engines crew: 0 of 3 answered"


def test_each_of_the_pack_is_given_the_line_and_ticked_off(services, pack, three, line):
    services.packs.set_line(pack, line)
    for left, enquiry in zip((2, 1, 0), three, strict=True):
        stands = services.packs.give(pack, enquiry, Terms.ON_THE_RECORD)
        assert stands.left == left
    assert services.packs.watch().packs == ()
    (answer,) = services.enquiries.show(three[0]).answers
    assert (answer.words, answer.lines) == (WORDS, (UsedLine(line, "Saltmere engines"),))
    assert answer.cleared_by == "M. Reyes"
    assert len(services.lines_to_take.show(line).uses) == 3


def test_without_a_line_nothing_is_given(services, pack, three):
    with pytest.raises(Refused, match="Choose the line"):
        services.packs.give(pack, three[0], Terms.ON_THE_RECORD)


def test_a_line_that_nobody_cleared_does_not_answer_a_pack(services, pack):
    draft = services.lines_to_take.add(LineForm("Draft", "Not yet."))
    with pytest.raises(Refused, match="draft"):
        services.packs.set_line(pack, draft)


def test_background_words_are_given_to_no_pack_on_the_record(services, pack, three):
    line_id = services.lines_to_take.add(
        LineForm("Background", WORDS, kind=LineKind.BACKGROUND_ONLY)
    )
    services.lines_to_take.clear(line_id, 1, "M. Reyes", date(2026, 12, 20))
    services.packs.set_line(pack, line_id)
    with pytest.raises(Refused, match="background only"):
        services.packs.give(pack, three[0], Terms.ON_THE_RECORD)
    assert services.enquiries.show(three[0]).summary.status is Status.NEW


def test_one_more_joins_and_nobody_is_in_two_packs(services, pack, asks, three):
    fourth = asks("Channel Seven")
    services.packs.join(pack, fourth)
    assert len(services.packs.show(pack).members) == 4
    with pytest.raises(Refused, match="in a pack already"):
        services.packs.gather("Another", [three[0], three[1]])
    services.packs.leave(fourth)
    assert len(services.packs.show(pack).members) == 3


def test_a_pack_of_one_and_one_that_is_not_there_are_refused(services, three):
    with pytest.raises(Refused):
        services.packs.gather("Alone", three[:1])
    with pytest.raises(NotFound):
        services.packs.show(99)


def test_the_timeline_says_in_which_pack_it_was_seen(services, pack, three):
    told = [one.sentence for one in services.enquiries.story(three[0])]
    assert "Seen beside others on “Saltmere fire engines crew”" in told


def test_a_further_outlet_that_asks_may_join_and_is_in_no_other_offer(services, pack, asks):
    late = asks("Channel Seven", "Saltmere: which engines?")
    watch = services.packs.watch()
    assert [(one.enquiry_id, one.said) for one in watch.joiners] == [
        (late, "Channel Seven asks about Saltmere fire engines crew too")
    ]
    assert watch.offers == ()
    services.packs.join(pack, late)
    assert services.packs.watch().joiners == ()


@pytest.mark.parametrize("words", ["How many engines?", "Salt prices in Saltmere"])
def test_who_asks_about_something_else_may_not_join(services, pack, asks, words):
    asks("Channel Seven", words)
    assert services.packs.watch().joiners == ()


def test_one_who_was_turned_away_is_not_offered_again(services, pack, asks):
    asks("Channel Seven")
    services.packs.turn_away(services.packs.watch().joiners[0])
    assert services.packs.watch().joiners == ()
    assert len(services.packs.show(pack).members) == 3


def test_the_embargo_of_a_linked_release_is_asked_about_before_the_line_is_given(
    services, pack, three, line
):
    release = services.releases.add_text(EMBARGOED).id
    services.answering.link(three[0], release, despite="Agreed")
    services.packs.set_line(pack, line)
    with pytest.raises(Embargoed):
        services.packs.give(pack, three[0], Terms.ON_THE_RECORD)
    assert services.packs.give(pack, three[0], Terms.ON_THE_RECORD, despite="").left == 2
    assert services.embargoes.ledger(release).events[-1].kind is EventKind.ANSWER
