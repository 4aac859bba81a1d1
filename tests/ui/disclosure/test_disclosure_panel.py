"""The last look before a disclosure is written, by keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.ui.disclosure.panel import DisclosurePanel
from pressdesk.ui.log.page import LogPage
from tests.ui.file_dialog import save_as

Key, Mod = Qt.Key, Qt.KeyboardModifier
ASKED = ("Did May ring Ruth Amery?", "Was it May or Jane Doe?")


@pytest.fixture
def panel(services, tools, clock, qtbot):
    for days, who in ((0, "Ruth Amery"), (400, "Theresa May")):
        at = clock.now() - timedelta(days=days)
        form = EnquiryForm(at, journalist=who, subject="Call", questions=ASKED[: 2 - days // 400])
        services.enquiries.log(form)
    panel = DisclosurePanel(services, tools)
    qtbot.addWidget(panel)
    panel.resize(1100, 700)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.start()
    assert tools.runner.wait_idle()
    panel.year.setCurrentIndex(panel.year.findText("2026"))
    assert tools.runner.wait_idle()
    return panel


def states(panel):
    table, model = panel.removals, panel.removals.model()
    return [
        (model.index(row, 2).data(), model.index(row, 0).data()) for row in range(len(table.rows()))
    ]


def test_the_year_is_looked_through_and_the_doubtful_come_first(panel):
    assert panel.figures.text().startswith("1 enquiry received in 2026")
    assert panel.rule.text().startswith("Shown apart: Withdrawn by journalist: 0; Not a media")
    assert states(panel) == [
        *(("May", "? Doubtful, left in"), ("May", "? Doubtful, left in")),
        ("Ruth Amery", "✕ Removed"),
    ]
    assert panel.said.text() == "1 place will be taken out; 2 doubtful are left in."


def test_keys_decide_about_words_and_about_one_place(panel, qtbot):
    panel.removals.setFocus()
    qtbot.keyClick(panel.removals, Key.Key_R)
    assert [state for _, state in states(panel)] == ["✕ Removed"] * 3
    qtbot.keyClick(panel.removals, Key.Key_K, Mod.ShiftModifier)
    assert [state for _, state in states(panel)] == ["✓ Kept", "✕ Removed", "✕ Removed"]
    qtbot.keyClick(panel.removals, Key.Key_Down)
    qtbot.keyClick(panel.removals, Key.Key_K)
    assert panel.said.text() == "1 place will be taken out."


def test_a_name_the_log_does_not_know_is_taken_out_too(panel, tools, qtbot):
    panel.words.setFocus()
    qtbot.keyClicks(panel.words, "Jane Doe")
    qtbot.keyClick(panel.words, Key.Key_Return)
    assert tools.runner.wait_idle()
    assert ("Jane Doe", "✕ Removed") in states(panel)


def test_both_files_are_written_as_decided(panel, tools, qtbot, said, tmp_path):
    panel.format.set_value("csv")
    panel.removals.setFocus()
    qtbot.keyClick(panel.removals, Key.Key_R)
    qtbot.keyClick(panel, Key.Key_Return, Mod.ControlModifier)
    assert save_as(qtbot, panel, tmp_path / "foi.csv") == "Disclosure 2026.csv"
    assert tools.runner.wait_idle()
    assert said[-1].sentence.startswith("Exported 1 enquiry to foi.csv. The list of what was taken")
    words = (tmp_path / "foi.csv").read_text("utf-8-sig")
    assert "Did [name removed] ring [name removed]?" in words
    assert "Ruth Amery" in (tmp_path / "foi removals.csv").read_text("utf-8-sig")


def test_enter_opens_the_enquiry_and_escape_leads_back(panel, tools, qtbot):
    panel.removals.setFocus()
    with qtbot.waitSignal(tools.navigator.enquiry_requested):
        qtbot.keyClick(panel.removals, Key.Key_Return)
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.removals, Key.Key_Escape)


def test_the_log_gives_its_place_and_takes_it_back(services, tools, qtbot):
    page = LogPage(services, tools)
    qtbot.addWidget(page)
    page.show()
    page.open_disclosure()
    assert tools.runner.wait_idle()
    panel = page.disclosure
    assert panel is not None
    assert panel.said.text() == "The log is empty; there is nothing to disclose yet."
    qtbot.keyClick(panel, Key.Key_Escape)
    assert not panel.isVisible()
    assert page.bar.isVisible()
