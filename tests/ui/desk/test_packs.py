"""A pack of three outlets, gathered and answered by keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.enquiries import EnquiryForm, Status, Terms
from pressdesk.domain.lines_to_take import LineForm
from pressdesk.ui.tools import Message
from tests.conftest import MONDAY_14_06
from tests.ui.desk.conftest import shown
from tests.ui.typist import Typist

Key, Modifier = Qt.Key, Qt.KeyboardModifier
OUTLETS = ("Humber Daily", "Radio North", "The Sunday Post")
WORDS = "Nine of its 21 Saltmere fire engines had no crew."


@pytest.fixture
def typist(tools):
    return Typist(tools.runner)


@pytest.fixture
def three(services):
    def ask(outlet, minutes):
        at = MONDAY_14_06 - timedelta(minutes=minutes)
        asked = ("How many Saltmere fire engines had no crew?",)
        form = EnquiryForm(at, journalist=f"Ann of {outlet}", outlet=outlet, questions=asked)
        return services.enquiries.log(form).id

    return [ask(outlet, 90 - 20 * n) for n, outlet in enumerate(OUTLETS)]


@pytest.fixture
def line(services):
    line_id = services.lines_to_take.add(LineForm("Saltmere engines", WORDS))
    services.lines_to_take.clear(line_id, 1, "M. Reyes", date(2026, 12, 20))
    return line_id


@pytest.fixture
def page(desk, typist):
    """A function that opens the desk."""

    def opened():
        made = desk()
        typist.settle()
        return made

    return opened


def ticks(page):
    return [entry.title[0] for entry in page.gathering.view.replies.entries()]


def test_without_a_pack_the_strip_is_not_there(page, log):
    log("Stop and search figures")
    assert not page().gathering.strip.isVisible()


def test_the_desk_offers_quietly_and_the_focus_stays(page, three):
    shown_page = page()
    assert shown_page.gathering.strip.text() == (
        "3 outlets asked about Saltmere fire engines crew since 12:36"
    )
    assert shown_page.list.hasFocus()


def test_a_pack_is_gathered_and_answered_by_keys(page, typist, services, three, line, asked):
    desk_page = page()
    typist.control(Key.Key_G)
    assert ticks(desk_page) == ["○", "○", "○"]
    typist.press(Key.Key_1, Modifier.ControlModifier, Modifier.AltModifier)
    typist.press(Key.Key_Space)  # on the record
    typist.tab()
    for done in (1, 2, 3):
        typist.press(Key.Key_Return)
        assert ticks(desk_page) == ["✓"] * done + ["○"] * (3 - done)
    for enquiry in three:
        (answer,) = services.enquiries.show(enquiry).answers
        assert (answer.words, answer.lines[0].id) == (WORDS, line)
        assert services.enquiries.show(enquiry).summary.status is Status.ANSWERED
    typist.press(Key.Key_Escape)
    assert desk_page.list.isVisible()
    assert not desk_page.gathering.strip.isVisible()
    assert shown(desk_page)[0] == "Answered, to close"


def test_the_terms_are_asked_before_anything_is_given(page, typist, services, three, line):
    desk_page = page()
    typist.control(Key.Key_G)
    typist.press(Key.Key_1, Modifier.ControlModifier, Modifier.AltModifier)
    desk_page.gathering.view.replies.setFocus()
    typist.press(Key.Key_Return)
    assert "Choose the terms first" in desk_page.gathering.view.terms_field.problem()
    assert services.enquiries.show(three[0]).answers == ()


def test_an_offer_that_is_not_one_subject_goes_for_good(page, typist, three):
    desk_page = page()
    typist.press(Key.Key_G, Modifier.ControlModifier, Modifier.ShiftModifier)
    assert not desk_page.gathering.strip.isVisible()
    desk_page.refresh()
    typist.settle()
    assert not desk_page.gathering.strip.isVisible()


def test_a_pack_half_answered_waits_at_the_top_of_the_desk(page, typist, services, three, line):
    pack = services.packs.gather("Saltmere engines", three)
    services.answering.close(three[0], "Declined")
    desk_page = page()
    assert desk_page.gathering.strip.text() == "Pack · Saltmere engines: 1 of 3 answered"
    typist.control(Key.Key_G)
    assert desk_page.gathering.view.pack.id == pack
    assert ticks(desk_page) == ["✓", "○", "○"]


def test_one_more_outlet_is_offered_quietly_and_joins_by_a_key(page, typist, services, three):
    pack = services.packs.gather("Saltmere fire engines", three)
    asked = ("Had the Saltmere engines a crew?",)
    form = EnquiryForm(MONDAY_14_06, journalist="Bea", outlet="Channel Seven", questions=asked)
    services.enquiries.log(form)
    strip = page().gathering.strip
    assert strip.text() == "Channel Seven asks about Saltmere fire engines too"
    typist.control(Key.Key_G)
    assert len(services.packs.show(pack).members) == 4
    assert not strip.isVisible()


def test_a_linked_release_under_embargo_is_asked_about_before_the_tick(
    page, typist, services, three, line, tools
):
    said: list[Message] = []
    tools.navigator.said.connect(said.append)
    release = services.releases.add_text(
        "EMBARGOED UNTIL 24 November 2026, 00:01\n\nSaltmere\n\nNine."
    )
    services.answering.link(three[0], release.id, despite="")
    services.packs.set_line(services.packs.gather("Saltmere engines", three), line)
    desk_page = page()
    typist.control(Key.Key_G)
    desk_page.gathering.view.terms.set_value(Terms.ON_THE_RECORD)
    desk_page.gathering.view.replies.setFocus()
    typist.press(Key.Key_Return)
    assert ticks(desk_page) == ["○", "○", "○"]
    assert said[-1].action == "Give anyway"
    assert said[-1].act is not None
    said[-1].act()
    typist.settle()
    assert ticks(desk_page) == ["✓", "○", "○"]
