"""Searching and listing every act over the window in which one logs, by keys alone."""

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.enquiry_drafts import from_json
from pressdesk.ui.kit.found_rows import FoundRow
from tests.conftest import MONDAY_14_06

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def wished(tools):
    """What the main window was asked for."""
    wishes = []
    navigator = tools.navigator
    navigator.found_requested.connect(lambda kind, found: wishes.append((kind, found)))
    for wish in (
        navigator.log_search_requested,
        navigator.page_requested,
        navigator.release_requested,
    ):
        wish.connect(wishes.append)
    return wishes


@pytest.fixture
def release(services):
    return services.releases.add_text("Humberside slow to improve\n\nInspectors went back.").id


def listed(finder):
    return {row.title: row.aside for row in finder.list.rows() if isinstance(row, FoundRow)}


def test_what_is_searched_for_opens_in_the_main_window_and_what_was_typed_stays(
    window, typist, wished, release, services
):
    typist.write("Ruth Amery")
    typist.control(Key.Key_K)
    typist.write("humb")
    typist.press(Key.Key_Return)
    assert wished == [("release", release)]
    typist.write(" jr")
    assert (window.isVisible(), window.form().journalist) == (True, "Ruth Amery jr")
    (draft,) = services.drafts.waiting()
    assert from_json(draft.content, MONDAY_14_06).journalist == "Ruth Amery jr"


def test_all_of_it_is_shown_in_the_log_and_nothing_is_logged(window, typist, wished, logged):
    typist.write("Ruth Amery")
    typist.control(Key.Key_K)
    typist.write("progress")
    typist.control(Key.Key_Return)
    assert (wished, logged, window.isVisible()) == (["progress"], [], True)


@pytest.mark.parametrize("key", [(Key.Key_K, CTRL), (Key.Key_P, CTRL, SHIFT)])
def test_escape_leads_back_to_what_was_being_typed(window, typist, key):
    typist.write("Ruth")
    typist.press(*key)
    typist.write("amery")
    typist.press(Key.Key_Escape)
    typist.write(" Amery")
    assert (window.isVisible(), window.form().journalist) == (True, "Ruth Amery")


def test_every_act_is_listed_once_with_its_key(window, typist, release):
    typist.to("q")
    typist.write("Humberside?")
    typist.press(Key.Key_P, CTRL, SHIFT)
    acts = listed(window.finding.palette.finder)
    assert {
        "Log enquiry": "Ctrl Enter",
        "Save and answer now": "Ctrl Shift Enter",
        "Finish later": "Ctrl S",
        "Search everything": "Ctrl K",
        "Link: Humberside slow to improve": "Alt 1",
        "Rota": "",
    }.items() <= acts.items()
    titles = [row.title for row in window.finding.palette.finder.list.rows() if row in acts]
    assert len(titles) == len(set(titles))


def test_an_act_is_found_by_its_words_and_done(window, typist, wished):
    typist.press(Key.Key_P, CTRL, SHIFT)
    typist.write("rota")
    typist.press(Key.Key_Return)
    assert wished == ["rota"]


def test_a_linked_release_is_opened_by_the_key_on_its_card(window, typist, wished, release):
    typist.to("q")
    typist.write("Humberside?")
    typist.press(Key.Key_F5)
    assert wished == []
    typist.alt(Key.Key_1)
    typist.press(Key.Key_F5)
    assert (wished, window.form().release_ids) == ([release], (release,))
