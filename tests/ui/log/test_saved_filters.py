"""Saved filters by keys: saved under a name, opened from the list, changed, removed with a way back."""

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.contacts import Outlet
from pressdesk.domain.enquiries import Sort, Status
from pressdesk.domain.saved_filters import SavedFilter
from tests.ui.log.conftest import subjects

Key, Mod = Qt.Key, Qt.KeyboardModifier
SAVE = (Key.Key_J, Mod.ControlModifier | Mod.ShiftModifier)


@pytest.fixture
def some(log, services):
    log("Police figures", hours=1)
    log("Fire inspection", hours=3)
    services.contacts.save_outlet(Outlet("Gazette"))


def save_as(page, qtbot, tools, name):
    qtbot.keyClick(page, *SAVE)
    page.filters.form.called.set_text("")
    qtbot.keyClicks(page.focusWidget(), name)
    qtbot.keyClick(page.focusWidget(), Key.Key_Return)
    assert tools.runner.wait_idle()


def names(page):
    return [page.bar.kept.itemText(row) for row in range(page.bar.kept.count())]


def test_filters_are_saved_and_opened_again_by_keys(
    some, page, settled, qtbot, tools, asked, services
):
    page.bar.focus_words()
    qtbot.keyClicks(page.bar.words, "fire")
    save_as(page, qtbot, tools, "Fires")
    assert asked[-1] == "“Fires” is saved for everybody."
    assert page.bar.kept.currentText() == "Fires"
    assert not page.filters.form.isVisible()
    page.bar.clear()
    settled(page)
    assert page.bar.kept.currentText() == "Saved filters"
    qtbot.keyClick(page, Key.Key_J, Mod.ControlModifier)
    page.bar.kept.hidePopup()
    qtbot.keyClicks(page.bar.kept, "fires")
    settled(page)
    assert subjects(page) == ["Fire inspection"]
    assert services.saved_filters.listed()[0].text == "fire"


def test_a_changed_filter_says_so_and_is_kept_under_its_name(
    some, page, settled, qtbot, tools, services
):
    kept = services.saved_filters.keep(SavedFilter("Fires", text="fire"))
    page.open_other(kept.id)
    settled(page)
    page.bar.status.set_value(Status.NEW)
    assert page.bar.kept.currentText() == "Saved filters"
    qtbot.keyClick(page, *SAVE)
    assert page.filters.form.called.text() == "Fires"
    qtbot.keyClick(page.focusWidget(), Key.Key_Return)
    assert tools.runner.wait_idle()
    assert services.saved_filters.listed()[0].status is Status.NEW
    assert page.bar.kept.currentText() == "Fires"


def test_a_removed_filter_can_be_brought_back(some, page, settled, qtbot, tools, services, said):
    kept = services.saved_filters.keep(SavedFilter("Fires", text="fire"))
    page.open_other(kept.id)
    settled(page)
    qtbot.keyClick(page, *SAVE)
    qtbot.keyClick(page.focusWidget(), Key.Key_Delete, Mod.AltModifier)
    assert tools.runner.wait_idle()
    assert services.saved_filters.listed() == ()
    assert names(page) == ["Saved filters"]
    said[-1].act()
    assert tools.runner.wait_idle()
    assert names(page) == ["Saved filters", "Fires"]


FULL = SavedFilter(
    "All at once",
    text="custody",
    starts="1/11/2026",
    ends="yesterday",
    status=Status.NEW,
    outlet_id=1,
    outlet="Echo",
    owner="Someone who left",
    topic="A topic that is gone",
    sort=Sort.OLDEST,
)


def test_every_filter_comes_back_also_people_and_topics_that_are_gone(some, page, services):
    page.bar.show_saved(FULL)
    assert page.bar.saved("All at once") == FULL


def test_what_cannot_be_saved_is_said_at_the_name(some, page, settled, qtbot, tools):
    page.bar.focus_words()
    qtbot.keyClicks(page.bar.words, "fire")
    save_as(page, qtbot, tools, " ")
    assert page.filters.form.called.problem() == "Give the filter a name."
    qtbot.keyClick(page.focusWidget(), Key.Key_Escape)
    assert not page.filters.form.isVisible()
