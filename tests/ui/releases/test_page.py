"""The page of releases, by keys and clicks."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.ui.kit.entries import EntryList
from pressdesk.ui.releases.page import ReleasesPage
from pressdesk.ui.releases.paste import PastePanel
from pressdesk.ui.releases.reader import Reader
from pressdesk.ui.tools import Message

FLOODS = """EMBARGOED until 00:01 on 12 November 2026

Fire services ready for winter floods

12 November 2026

Crews have new boats.

Chief Inspector Ann Lee said:

“The boats came in time.

“We thank the crews.”

Notes to editors

1. There are 45 services.
2. Call the press office on 020 3513 0600, 8:30am – 5:00pm Monday – Friday.
"""
KNIVES = "Fewer knives carried in Cleveland\n\n3 March 2026\n\nSearches fell by a tenth.\n"


@pytest.fixture
def page(qtbot, services, tools):
    services.releases.add_text(KNIVES)
    services.releases.add_text(FLOODS)
    made = ReleasesPage(services, tools)
    qtbot.addWidget(made)
    made.resize(1090, 610)
    made.show()
    made.activateWindow()
    made.refresh()
    made.focus_first()
    tools.runner.wait_idle()
    tools.runner.wait_idle()
    return made


@pytest.fixture
def messages(tools):
    said: list[Message] = []
    tools.navigator.said.connect(said.append)
    return said


def shown(page):
    return page.findChild(Reader).view.toPlainText()


def listed(page):
    return [(entry.title[:4], entry.second) for entry in page.findChild(EntryList).entries()]


def copied():
    return QGuiApplication.clipboard().text()


def settle(tools):
    """Wait for an answer, and for what that answer asks."""
    tools.runner.wait_idle()
    tools.runner.wait_idle()


def test_the_newest_stands_first_and_is_open(page):
    assert listed(page) == [("Fire", "12 November 2026"), ("Fewe", "3 March 2026")]
    assert "Crews have new boats." in shown(page)


def test_the_arrow_keys_open_the_next_release(page, qtbot, tools):
    qtbot.keyClick(page.findChild(EntryList), Qt.Key.Key_Down)
    tools.runner.wait_idle()
    assert "Searches fell by a tenth." in shown(page)


def test_how_often_a_release_is_linked_is_told(page, services, tools, clock):
    form = EnquiryForm(clock.now(), questions=("Boats?",), release_ids=(2,), finished=False)
    services.enquiries.log(form)
    tools.runner.wait_idle()
    page.refresh()
    settle(tools)
    assert listed(page)[0][1] == "12 November 2026 · linked once"


def test_typing_in_the_search_box_keeps_only_what_holds_the_words(page, qtbot, tools):
    qtbot.keyClicks(page._search, "clev kni")
    settle(tools)
    assert [title for title, _ in listed(page)] == ["Fewe"]
    assert "Searches fell" in shown(page)


def test_a_search_that_finds_nothing_says_what_to_do(page, qtbot, tools):
    qtbot.keyClicks(page._search, "zebra")
    settle(tools)
    assert not page.findChild(Reader).isVisible()
    assert "Try fewer words" in page._empty.accessibleName()


def test_escape_takes_the_search_away_and_leads_to_the_list(page, qtbot, tools):
    qtbot.keyClicks(page._search, "clev kni")
    qtbot.keyClick(page._search, Qt.Key.Key_Escape)
    settle(tools)
    assert len(listed(page)) == 2
    assert page.findChild(EntryList).hasFocus()


def test_long_words_searched_for_are_not_said_back_whole(page, tools):
    page._search.setText("floods\nand " * 50)
    settle(tools)
    assert page._header.subtitle() == "No releases with “floods and floods and floods and floods…”"


def test_a_release_that_is_asked_for_is_shown_whatever_was_searched(page, qtbot, tools):
    qtbot.keyClicks(page._search, "floods")
    settle(tools)
    page.open_item(1)
    settle(tools)
    assert "Searches fell" in shown(page)
    assert len(listed(page)) == 2


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (Qt.Key.Key_C, "Fire services ready for winter floods\n12 November 2026"),
        (
            Qt.Key.Key_Q,
            "“The boats came in time.\n\n“We thank the crews.”\n\nAnn Lee, Chief Inspector",
        ),
        (Qt.Key.Key_1, "There are 45 services."),
    ],
)
def test_one_key_copies_a_part_from_the_list_and_from_the_reader(page, qtbot, key, words):
    for widget in (page.findChild(EntryList), page.findChild(Reader).view):
        QGuiApplication.clipboard().setText("")
        qtbot.keyClick(widget, key)
        assert copied() == words
        assert page.findChild(Reader).hints().startswith("✓ Copied")


def test_a_note_that_is_not_there_is_not_copied(page, qtbot):
    QGuiApplication.clipboard().setText("before")
    qtbot.keyClick(page.findChild(EntryList), Qt.Key.Key_9)
    assert copied() == "before"
    assert page.findChild(Reader).hints().startswith("This release has no note 9.")


def test_pasting_shows_the_release_before_it_is_kept(page, qtbot, tools, services, messages):
    QGuiApplication.clipboard().setText("New boats for Hull\n\n1 June 2026\n\nThey float.")
    qtbot.keyClick(page.findChild(EntryList), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    tools.runner.wait_idle()
    assert shown(page).startswith("New boats for Hull\n1 June 2026\nThey float.")
    assert len(services.releases.listed()) == 2
    qtbot.keyClick(
        page.findChild(PastePanel).edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    settle(tools)
    assert messages[0].sentence == "Added: New boats for Hull."
    assert "Added by Priya Nair" in shown(page)
    assert len(listed(page)) == 3


def test_escape_leaves_the_pasting_and_keeps_nothing(page, qtbot, tools, services):
    QGuiApplication.clipboard().setText("New boats for Hull\n\nThey float.")
    qtbot.mouseClick(page._paste_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.findChild(PastePanel).edit, Qt.Key.Key_Escape)
    settle(tools)
    assert len(services.releases.listed()) == 2
    assert page.findChild(EntryList).isVisible()
    assert "Crews have new boats." in shown(page)


def test_the_same_text_again_is_said_to_be_there_and_shown(page, qtbot, tools, messages):
    QGuiApplication.clipboard().setText(KNIVES)
    qtbot.mouseClick(page._paste_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.findChild(PastePanel)._keep, Qt.MouseButton.LeftButton)
    settle(tools)
    settle(tools)
    assert messages[0].sentence == (
        "This release is here already: Fewer knives carried in Cleveland."
    )
    assert "Searches fell" in shown(page)


def test_a_very_long_word_is_pasted_and_kept(page, qtbot, tools, services):
    QGuiApplication.clipboard().setText("x" * 200_000)
    qtbot.mouseClick(page._paste_button, Qt.MouseButton.LeftButton)
    settle(tools)
    qtbot.mouseClick(page.findChild(PastePanel)._keep, Qt.MouseButton.LeftButton)
    settle(tools)
    assert len(services.releases.show(3).source_text) == 200_000


@pytest.mark.parametrize("text", ["", "  \n", "\x00\x07"])
def test_pasting_no_words_is_refused_beneath_the_words(page, qtbot, tools, text):
    QGuiApplication.clipboard().setText(text)
    qtbot.mouseClick(page._paste_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.findChild(PastePanel)._keep, Qt.MouseButton.LeftButton)
    tools.runner.wait_idle()
    assert "holds no words" in page.findChild(PastePanel)._field.problem()


def drop(page, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(QPoint(50, 50)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)


def test_files_dropped_together_are_taken_in_and_each_refusal_is_told(
    page, tools, messages, tmp_path
):
    good, known, bad = tmp_path / "hull.txt", tmp_path / "knives.txt", tmp_path / "report.pdf"
    good.write_text("New boats for Hull\n\nThey float.\n", "utf-8")
    known.write_text(KNIVES, "utf-8")
    bad.write_bytes(b"%PDF-1.7")
    drop(page, [good, known, bad, tmp_path / "gone.txt"])
    settle(tools)
    lines = messages[0].sentence.splitlines()
    assert lines[:2] == [
        "Added: New boats for Hull.",
        "This release is here already: Fewer knives carried in Cleveland.",
    ]
    assert lines[2].startswith("report.pdf: The PDF is damaged")
    assert "gone.txt is not there" in lines[3]


def test_a_corrected_release_is_told_to_be_a_new_version(page, tools, messages, tmp_path):
    corrected = tmp_path / "knives.txt"
    corrected.write_text(KNIVES.replace("a tenth", "a fifth"), "utf-8")
    drop(page, [corrected])
    settle(tools)
    assert messages[0].sentence == "This is now version 2 of “Fewer knives carried in Cleveland”."


def test_files_are_chosen_with_control_shift_o(page, qtbot, tools, tmp_path):
    path = tmp_path / "hull.txt"
    path.write_text("New boats for Hull\n\nThey float.\n", "utf-8")
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page.findChild(EntryList), Qt.Key.Key_O, held)
    dialog = page.findChild(QFileDialog)
    dialog.filesSelected.emit([str(path)])
    dialog.close()
    settle(tools)
    settle(tools)
    assert shown(page).startswith("New boats for Hull")


def test_an_office_without_releases_says_how_to_begin(qtbot, services, tools):
    page = ReleasesPage(services, tools)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    tools.runner.wait_idle()
    assert page._empty.isVisible()
    assert "Ctrl+V" in page._empty.accessibleName()


def test_a_release_asked_for_elsewhere_is_at_once_there_to_copy_from(page, qtbot, tools):
    page._file_button.setFocus()
    page.open_item(2)
    settle(tools)
    settle(tools)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Q)
    assert "The boats came in time." in QGuiApplication.clipboard().text()
