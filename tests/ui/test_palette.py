"""The palette lists whatever can be done now, with its key, and does it."""

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.lines_to_take import LineForm
from pressdesk.ui.acts import ENQUIRY, VIEW, Act
from pressdesk.ui.kit.found_rows import FoundHeading, FoundRow
from pressdesk.ui.palette import narrowed

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

LOG, SEARCH, TEXT = (
    Act(ENQUIRY, "Log enquiry…", print, "Ctrl+N"),
    Act(ENQUIRY, "Search everything", print, "Ctrl+K"),
    Act(VIEW, "Larger text", print, "Ctrl++"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [LOG, SEARCH, TEXT]),
        ("log", [LOG]),
        ("enq lo", [LOG]),
        ("enquiry", [LOG, SEARCH]),
        ("lar", [TEXT]),
        ("view", [TEXT]),
        ("sevth", [SEARCH]),
        ("ext", [TEXT]),
        ("xyz", []),
    ],
)
def test_acts_are_narrowed_by_the_beginnings_of_words_or_else_by_letters(typed, found):
    assert list(narrowed((LOG, SEARCH, TEXT), typed)) == found


def test_what_begins_as_typed_comes_first():
    text = Act(VIEW, "The text", print)
    first = Act(VIEW, "Text larger", print)
    assert narrowed((text, first), "text") == (first, text)


@pytest.fixture
def palette(at_work, qtbot):
    """Open the palette by its key; give its finder."""

    def open_it():
        qtbot.keyClick(at_work.focusWidget() or at_work, Qt.Key.Key_P, CTRL_SHIFT)
        return at_work.palette_of_acts.finder

    return open_it


def listed(finder):
    return {row.title: row.aside for row in finder.list.rows() if isinstance(row, FoundRow)}


def test_everything_the_menus_offer_is_listed_with_its_key(at_work, palette):
    acts = listed(palette())
    for words, key in (
        ("Log enquiry…", "Ctrl N"),
        ("Manual", "F1"),
        ("Settings", "Ctrl ,"),
        ("Larger text", "Ctrl +"),
        ("Change person…", "Ctrl Shift M"),
        ("Take it", "T"),
        ("Awaiting clearance", "W"),
    ):
        assert acts[words] == key
    assert set(acts) >= {act.words.split("\t")[0] for act in at_work._acts()}


def test_each_menu_is_one_group(palette):
    finder = palette()
    headings = [row.text for row in finder.list.rows() if isinstance(row, FoundHeading)]
    assert len(headings) == len(set(headings))
    assert headings[:2] == ["File", "Enquiry"]


def test_typed_words_narrow_and_enter_does_it(at_work, palette, qtbot, tools):
    finder = palette()
    qtbot.keyClicks(finder.line, "rota")
    assert list(listed(finder)) == ["Rota"]
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    tools.runner.wait_idle()
    assert finder.isHidden()
    assert at_work.content().page().title == "Rota"


def test_what_an_open_enquiry_allows_is_listed_while_it_applies(
    at_work, palette, clock, tools, qtbot
):
    kept = at_work.content().services.enquiries.log(
        EnquiryForm(clock.now(), journalist="Ruth Amery", questions=("How many?",))
    )
    assert "Edit facts" not in listed(palette())
    qtbot.keyClick(at_work.palette_of_acts.finder.line, Qt.Key.Key_Escape)
    tools.navigator.enquiry_requested.emit(kept.id)
    tools.runner.wait_idle()
    finder = palette()
    acts = listed(finder)
    assert {
        "Edit facts": "F2",
        "Take": "Ctrl T",
        "Timeline tab": "Alt 4",
    }.items() <= acts.items()
    assert acts["Give the enquiry to someone"] == "Ctrl Shift T"
    qtbot.keyClicks(finder.line, "take")
    qtbot.keyClick(finder.line, Qt.Key.Key_Down)
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    tools.runner.wait_idle()
    assert at_work.content().services.enquiries.show(kept.id).summary.owner == "Priya Nair"


def test_escape_gives_the_focus_back(at_work, palette, qtbot):
    before = at_work.focusWidget()
    finder = palette()
    qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    assert finder.isHidden()
    assert at_work.focusWidget() is before


def test_nothing_of_that_name_is_said(palette, qtbot):
    finder = palette()
    qtbot.keyClicks(finder.line, "xyzzy")
    assert finder.said.text().startswith("Nothing that can be done here")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "releases",
            {
                "Copy headline and link": "C",
                "Copy a quote": "Q",
                "Copy the next note": "N",
                "Versions": "V",
                "Correct": "E",
                "Show the original": "O",
                "Save the original as…": "S",
            },
        ),
        (
            "lines_to_take",
            {
                "Edit": "F2",
                "Record clearance": "C",
                "Withdraw": "W",
                "Copy words": "Y",
                "Open release": "O",
            },
        ),
    ],
)
def test_the_single_letters_of_a_page_are_listed_while_they_mean_something(
    at_work, palette, tools, qtbot, page, expected
):
    at_work.content().show_page(page).focus_first()
    tools.runner.wait_idle()
    empty = listed(palette())
    assert not {"Copy a quote", "Withdraw"} & set(empty)
    qtbot.keyClick(at_work.palette_of_acts.finder.line, Qt.Key.Key_Escape)
    services = at_work.content().services
    release = services.releases.add_text("Fewer knives\n\n3 March 2026\n\nSearches fell.\n").id
    services.lines_to_take.add(LineForm("Knives", "Fewer.", release_id=release))
    for _ in range(2):
        tools.runner.wait_idle()
    assert expected.items() <= listed(palette()).items()


def test_the_keys_of_a_pack_are_listed_while_it_is_answered(at_work, palette, clock, tools, qtbot):
    services = at_work.content().services
    ids = [
        services.enquiries.log(EnquiryForm(clock.now(), outlet=outlet, questions=("Crew?",))).id
        for outlet in ("Radio North", "Humber Daily")
    ]
    services.packs.gather("Engines", ids)
    tools.runner.wait_idle()
    acts = listed(palette())
    assert (acts["Answer the pack"], "Take it" in acts) == ("Ctrl G", True)
    qtbot.keyClicks(at_work.palette_of_acts.finder.line, "answer the")
    qtbot.keyClick(at_work.palette_of_acts.finder.line, Qt.Key.Key_Return)
    tools.runner.wait_idle()
    acts = listed(palette())
    assert acts["The line was given, on to the next"] == "Enter"
    assert acts["Open the enquiry"] == "O"
    assert "Take it" not in acts
