"""What we already know appears as the question is typed."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.enquiry_drafts import PREFIX, to_json
from pressdesk.domain.lines_to_take import LineForm
from pressdesk.ui.known.card import KnownCard
from pressdesk.ui.known.sections import NOTHING_FITS
from pressdesk.ui.log_enquiry.known import NOTHING_ASKED

Key = Qt.Key


@pytest.fixture
def releases(services):
    """Two releases; the first bears more on Humberside than the second."""
    texts = (
        "Humberside slow to improve\n\nInspectors found 26 per cent of cases good.\n\nENDS",
        "Fire timetable\n\nInspectors will visit every service.\n\nENDS",
    )
    return [services.releases.add_text(text).id for text in texts]


def test_before_anything_is_asked_it_says_what_will_come(window):
    assert window.known.text() == NOTHING_ASKED


def test_when_nothing_fits_it_says_so(releases, window, typist):
    typist.to("q")
    typist.write("Zebra")
    assert window.known.text() == NOTHING_FITS


def test_releases_come_best_first_with_the_words_that_matched(releases, window, typist):
    typist.to("q")
    typist.write("When do inspectors go to Humberside?")
    shown = window.known.text().split("\n")
    assert shown[0] == (
        "Humberside slow to improve Inspectors found 26 per cent of cases good."
        " Matches inspectors · Humberside Link"
    )
    assert shown[1] == (
        "Fire timetable Inspectors will visit every service. Weak match on inspectors Link"
    )


def test_alt_1_links_the_first_release_and_the_enquiry_keeps_it(
    releases, window, logged, typist, services
):
    typist.write("Somebody")
    typist.to("q")
    typist.write("Humberside?")
    typist.alt(Key.Key_1)
    assert "Linked ✓" in window.known.text()
    typist.control(Key.Key_Return)
    linked = services.enquiries.show(logged[0].id).releases
    assert [release.id for release in linked] == releases[:1]


def test_alt_1_again_lets_it_go(releases, window, typist):
    typist.to("q")
    typist.write("Humberside?")
    typist.alt(Key.Key_1)
    typist.alt(Key.Key_1)
    assert window.form().release_ids == ()


def test_a_linked_release_stays_when_the_question_becomes_another(releases, window, typist):
    typist.to("q")
    typist.write("Humberside?")
    typist.alt(Key.Key_1)
    typist.control(Key.Key_A)
    typist.write("Zebra")
    assert "Humberside slow to improve" in window.known.text()


def _headlines(window) -> list[str]:
    return [line.split(" Inspectors")[0] for line in window.known.text().split("\n")]


def test_linking_moves_no_card(releases, window, typist):
    typist.to("q")
    typist.write("inspectors Humberside")
    order = _headlines(window)
    typist.alt(Key.Key_2)
    assert _headlines(window) == order


def test_earlier_enquiries_of_the_same_journalist_appear_and_open(
    ruth, services, clock, opened, typist, tools
):
    form = EnquiryForm(clock.now(), ruth, "Ruth Amery", "Humber Daily", questions=("Knife crime?",))
    earlier = services.enquiries.log(form)
    wanted: list[Any] = []
    tools.navigator.enquiry_requested.connect(wanted.append)
    window = opened()
    typist.write("Ruth Amery")
    assert f"{earlier.reference} · Knife crime?" in window.known.text()
    typist.control(Key.Key_1)
    assert wanted == [earlier.id]


def test_earlier_enquiries_like_the_question_appear(services, clock, opened, typist):
    earlier = services.enquiries.log(
        EnquiryForm(
            clock.now(), journalist="Dan Field", questions=("When is Humberside inspected?",)
        )
    )
    window = opened()
    typist.to("q")
    typist.write("Who inspected Humbersi")
    assert earlier.reference in window.known.text()


@pytest.fixture
def embargoed(services):
    text = "Embargoed until 00:01 24/11/2026\n\nHumberside slow to improve\n\nThey inspected."
    return services.releases.add_text(text).id


def test_an_embargoed_release_shows_its_countdown_among_the_suggestions(
    embargoed, window, typist, clock, tools
):
    typist.to("q")
    typist.write("Humberside?")
    assert "Embargoed 9 h 55 min" in window.known.text()
    clock.instant += timedelta(minutes=5)
    tools.ticker.look()
    assert "Embargoed 9 h 50 min" in window.known.text()
    clock.instant += timedelta(hours=10)
    tools.ticker.look()
    assert "Embargoed" not in window.known.text()


def test_a_suggestion_under_embargo_is_not_said_to_be_published_nor_can_it_be_selected(
    services, window, typist, clock, tools
):
    services.releases.add_text(
        "Embargoed until 00:01 24/11/2026\n\nHumberside is slow\n\n24 November 2026\n\nSlow."
    )
    typist.to("q")
    typist.write("Humberside slow?")
    (card,) = [one for one in window.known.findChildren(KnownCard) if "is slow" in one.text()]
    words = (card._title, card._passage, card._why)
    assert "Embargoed until tomorrow 00:01" in card.text()
    assert "Published" not in card.text()
    assert not any(label.textInteractionFlags() for label in words)
    clock.instant += timedelta(hours=10)
    tools.ticker.look()
    assert "Published 24 Nov 2026" in card.text()
    assert all(label.textInteractionFlags() for label in words)


def test_linking_an_embargoed_release_asks_first_and_is_kept(
    embargoed, window, logged, typist, services
):
    typist.write("Somebody")
    typist.to("q")
    typist.write("Humberside?")
    typist.alt(Key.Key_1)
    assert window.form().release_ids == ()
    assert window.strip.text() == (
        "“Humberside slow to improve” is under embargo until tomorrow 00:01. Link anyway?"
    )
    typist.alt(Key.Key_Return)
    assert window.form().release_ids == (embargoed,)
    typist.control(Key.Key_Return)
    (event,) = services.embargoes.ledger(embargoed).events
    assert (event.kind, event.by) == ("link", "Priya Nair")
    assert services.enquiries.show(logged[0].id).releases[0].id == embargoed


def test_a_draft_with_an_embargoed_release_is_asked_about_before_it_is_logged(
    embargoed, services, clock, opened, typist
):
    form = EnquiryForm(
        clock.now(), journalist="Ann", questions=("Boats?",), release_ids=(embargoed,)
    )
    services.drafts.keep(f"{PREFIX}1", to_json(form))
    window = opened(services.drafts.waiting(PREFIX)[0])
    receipts: list[Any] = []
    window.logged.connect(receipts.append)
    typist.control(Key.Key_Return)
    assert (receipts, window.strip.text()[-11:]) == ([], "Log anyway?")
    typist.write("!")  # the form becomes another, so this one is no longer asked about
    assert not window.strip.isVisible()
    typist.control(Key.Key_Return)
    typist.alt(Key.Key_Return)
    assert len(receipts) == 1


@pytest.fixture
def line(services):
    """A cleared line on follow-up inspections."""
    words = "Follow-up is an integral part of the programme."
    line_id = services.lines_to_take.add(LineForm("Follow-up inspections", words))
    services.lines_to_take.clear(line_id, 1, "M. Reyes", date(2026, 12, 20))
    return line_id


def test_a_line_to_take_appears_with_its_words_and_stands_beside_the_enquiry_when_used(
    line, window, logged, typist, services
):
    typist.write("Somebody")
    typist.to("q")
    typist.write("Is there a follow-up?")
    assert window.known.text() == (
        "Follow-up inspections Cleared by M. Reyes 23 Nov · review by 20 Dec "
        "“Follow-up is an integral part of the programme.” Matches follow Use"
    )
    typist.press(Key.Key_1, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
    assert "In use ✓" in window.known.text()
    typist.control(Key.Key_Return)
    assert [one.id for one in services.lines_to_take.beside(logged[0].id)] == [line]
