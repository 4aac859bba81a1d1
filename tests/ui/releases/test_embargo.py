"""An embargoed release on the page of releases, by keys, on Monday 23 November 2026 at 14:06."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from pressdesk.domain.contacts import Journalist
from pressdesk.domain.embargo import Agreement, EmbargoState, EventKind, Holder
from pressdesk.ui.kit.entries import EntryList
from pressdesk.ui.releases.page import ReleasesPage
from tests.ui.typist import Typist

BOATS = """EMBARGOED until 00:01 on 24 November 2026

New boats for Hull

Crews have new boats.

Notes to editors

1. There are 45 services.
"""
ENDS = datetime(2026, 11, 24, 0, 1, tzinfo=UTC)
Key = Qt.Key
CTRL_SHIFT = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def typist(tools):
    return Typist(tools.runner)


@pytest.fixture
def boats(services):
    return services.releases.add_text(BOATS).id


@pytest.fixture
def page(framed, services, tools, boats, typist):
    return framed(ReleasesPage(services, tools), 1100, 700, lambda _page: typist.settle())


@pytest.fixture
def ledger(page, typist):
    """The ledger, opened by its key."""
    typist.press(Key.Key_E, *CTRL_SHIFT)
    return page._pane.ledger


@pytest.fixture
def ruth(services):
    person = Journalist("Ruth Amery", "Humber Daily", number="01632 960012")
    return services.contacts.save_journalist(person)


def kept(services, boats):
    return services.embargoes.ledger(boats)


def kinds(services, boats):
    return [event.kind for event in kept(services, boats).events]


def rows(ledger):
    return [
        (row.title, row.second, row.mark.text if row.mark else "")
        for row in ledger.findChild(EntryList).entries()
    ]


def told(page):
    return [(row.mark.text if row.mark else "", row.second) for row in page._list.entries()]


def test_the_list_and_the_reader_count_down_with_the_clock(page, tools, clock):
    assert told(page) == [("Embargoed 9 h 55 min", "")]
    assert page._reader.bar.text().startswith("Embargoed until tomorrow 00:01 · 9 h 55 min left")
    clock.instant = ENDS - timedelta(seconds=42)
    tools.ticker.look()
    assert told(page) == [("Embargoed 42 s", "")]
    clock.instant = ENDS
    tools.ticker.look()
    assert told(page) == [("", "No date")]
    assert not page._reader.bar.isVisible()


@pytest.mark.parametrize("key", [Key.Key_C, Key.Key_1])
def test_a_key_that_copies_asks_first_and_what_was_decided_is_kept(
    page, typist, said, services, boats, key
):
    QGuiApplication.clipboard().setText("before")
    typist.press(key)
    assert QGuiApplication.clipboard().text() == "before"
    (question,) = said
    assert question.sentence == (
        "“New boats for Hull” is under embargo until tomorrow 00:01. Copy anyway?"
    )
    assert kinds(services, boats) == []
    question.act()
    typist.settle()
    assert QGuiApplication.clipboard().text() != "before"
    assert page._reader.hints().startswith("✓ Copied")
    (event,) = kept(services, boats).events
    assert (event.kind, event.by) == (EventKind.COPY, "Priya Nair")


def test_what_is_selected_is_asked_about_too(page, qtbot, typist, said):
    QGuiApplication.clipboard().setText("before")
    page._reader.view.selectAll()
    qtbot.keyClick(page._reader.view, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    typist.settle()
    assert QGuiApplication.clipboard().text() == "before"
    said[0].act()
    typist.settle()
    assert "Crews have new boats." in QGuiApplication.clipboard().text()


def test_nothing_is_dragged_out_of_it(page, said, tools, clock):
    page._reader.view.selectAll()
    assert not page._reader.view.createMimeDataFromSelection().hasText()
    clock.instant = ENDS
    assert "new boats" in page._reader.view.createMimeDataFromSelection().text()


def test_once_it_is_free_a_key_copies_at_once(page, typist, said, clock, services, boats):
    clock.instant = ENDS
    typist.press(Key.Key_1)
    assert QGuiApplication.clipboard().text() == "There are 45 services."
    assert (said, kinds(services, boats)) == ([], [])


def test_a_holder_is_added_by_keys_from_the_contacts(ledger, typist, services, boats, ruth):
    typist.press(Key.Key_N)
    typist.write("amery")
    typist.press(Key.Key_Down)
    typist.press(Key.Key_Return)
    typist.press(Key.Key_Return)
    (holder,) = kept(services, boats).holders
    assert (holder.name, holder.outlet, holder.journalist_id) == (
        "Ruth Amery",
        "Humber Daily",
        ruth,
    )
    assert rows(ledger) == [
        (
            "Ruth Amery, Humber Daily",
            "01632 960012 · given today 14:06 by Priya Nair",
            "Asked",
        )
    ]


def test_somebody_who_is_no_contact_is_added_in_words(ledger, typist, services, boats):
    typist.press(Key.Key_N)
    typist.press(Key.Key_Return)
    assert "Type who holds a copy." in ledger._holder.name.problem()
    typist.write("Tom Bell")
    typist.tab()
    typist.write("Echo")
    typist.press(Key.Key_Return)
    assert [one.name for one in kept(services, boats).holders] == ["Tom Bell"]
    typist.press(Key.Key_Escape)
    assert ledger.findChild(EntryList).hasFocus()


def test_that_they_agreed_and_how_is_noted(services, boats, ledger, typist):
    services.embargoes.add_holder(boats, Holder("Ruth Amery"))
    typist.settle()
    typist.press(Key.Key_A)
    typist.write("by email")
    typist.press(Key.Key_Return)
    (holder,) = kept(services, boats).holders
    assert (holder.agreed, holder.agreed_how) == (Agreement.AGREED, "by email")
    ((_, second, mark),) = rows(ledger)
    assert (second, mark) == ("given today 14:06 by Priya Nair · by email", "Agreed")


def test_taking_someone_off_is_kept_with_the_reason(services, boats, ledger, typist):
    services.embargoes.add_holder(boats, Holder("Ruth Amery"))
    typist.settle()
    typist.press(Key.Key_Delete)
    typist.write("Typed twice")
    typist.press(Key.Key_Return)
    assert kept(services, boats).holders == ()
    assert "Ruth Amery. Typed twice" in ledger.text()


def test_when_it_is_broken_one_key_gives_whom_to_ring_and_enter_ticks_them_off(
    page, services, boats, typist, clock
):
    services.embargoes.add_holder(boats, Holder("Ruth Amery", "Humber Daily", "01632 960012"))
    services.embargoes.add_holder(boats, Holder("Tom Bell", "Echo"))
    typist.press(Key.Key_B, *CTRL_SHIFT)
    ledger = page._pane.ledger
    assert [(row[0], row[2]) for row in rows(ledger)] == [
        ("01632 960012 · Ruth Amery, Humber Daily", "To ring"),
        ("No number · Tom Bell, Echo", "To ring"),
    ]
    assert "Broken today 14:06: 2 holders still to ring" in ledger.text()
    typist.press(Key.Key_Return)
    assert [row[2] for row in rows(ledger)] == ["Rung", "To ring"]
    assert kept(services, boats).holders[0].rung_by == "Priya Nair"
    typist.press(Key.Key_Return)
    assert kept(services, boats).holders[0].rung_at is None


def test_its_end_is_set_by_keys_with_what_was_understood_beside_it(ledger, typist, services, boats):
    typist.press(Key.Key_U)
    typist.write("Thursday")
    assert "no time" in ledger._end.until._line.text()
    typist.write(" 9am")
    assert "Until Thu 26 Nov, 09:00 · in 2 days 18 h" in ledger._end.until._line.text()
    typist.press(Key.Key_Return)
    assert "Say why" in ledger._end.reason.problem()
    typist.write("The Minister speaks")
    typist.press(Key.Key_Return)
    found = kept(services, boats).release.embargo
    assert found.until == datetime(2026, 11, 26, 9, tzinfo=UTC)
    assert "until Thursday 26 November 2026 09:00. The Minister speaks" in ledger.text()


def test_it_is_lifted_by_keys_and_the_page_shows_it(page, ledger, typist, services, boats):
    typist.press(Key.Key_L)
    typist.press(Key.Key_Return)
    assert "Say why" in ledger._lifting.reason.problem()
    typist.write("The report is out")
    typist.press(Key.Key_Return)
    assert kept(services, boats).release.embargo.state is EmbargoState.LIFTED
    assert told(page) == [("", "No date")]
    assert not page._reader.bar.isVisible()
    assert ledger.text().startswith("Not under embargo")


def test_escape_puts_the_ledger_away_and_leads_to_the_list(page, ledger, typist):
    typist.press(Key.Key_Escape)
    assert not ledger.isVisible()
    assert page._list.hasFocus()
