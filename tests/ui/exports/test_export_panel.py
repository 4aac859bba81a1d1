"""The sheet of an export, by keys: what, columns and their order, people, file; seen before written."""

import json
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.enquiries import EnquiryForm, LogQuery
from pressdesk.domain.export_columns import ON_SCREEN
from pressdesk.domain.exports import People
from pressdesk.domain.saved_filters import SavedFilter
from pressdesk.export.writing import Format
from pressdesk.ui.exports.columns import ColumnList
from pressdesk.ui.exports.panel import ExportPanel
from pressdesk.ui.kit.progress_strip import left_said
from tests.ui.file_dialog import save_as

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def log(services, clock):
    for day, who in enumerate(("Ruth Amery", "Tom Price", "Ada Cole")):
        at = clock.now() - timedelta(days=day)
        services.enquiries.log(EnquiryForm(at, journalist=who, subject=f"Call {day}"))
    return services


@pytest.fixture
def panel(log, tools, qtbot):
    panel = ExportPanel(log, tools, "Log")
    qtbot.addWidget(panel)
    panel.resize(1100, 700)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.start(LogQuery())
    assert tools.runner.wait_idle()
    return panel


def titles(panel):
    table = panel.preview.table
    return [table.horizontalHeaderItem(number).text() for number in range(table.columnCount())]


def column(panel, title):
    table, number = panel.preview.table, titles(panel).index(title)
    return [table.item(row, number).text() for row in range(table.rowCount())]


def choose(panel, tools, preset):
    presets = panel.choices.presets
    presets.setCurrentIndex(presets.findText(preset))
    assert tools.runner.wait_idle()


def test_the_first_rows_and_the_count_are_shown_before_anything_is_written(panel):
    assert panel.preview.said.text() == "3 enquiries"
    assert column(panel, "Subject") == ["Call 0", "Call 1", "Call 2"]
    assert panel.columns.keys() == ON_SCREEN


def test_space_leaves_a_column_out_and_alt_moves_it(panel, tools, qtbot):
    panel.columns.setFocus()
    qtbot.keyClick(panel.columns, Key.Key_Space)
    assert tools.runner.wait_idle()
    assert titles(panel)[:2] == ["Received", "Subject"]
    qtbot.keyClick(panel.columns, Key.Key_Down)
    qtbot.keyClick(panel.columns, Key.Key_Down, Mod.AltModifier)
    assert tools.runner.wait_idle()
    assert titles(panel)[:2] == ["Subject", "Received"]
    assert panel.choices.preset() is None


def test_a_column_at_the_end_stays_there(qtbot):
    columns = ColumnList()
    qtbot.addWidget(columns)
    columns.set_keys(("subject", "received"))
    qtbot.keyClick(columns, Key.Key_Up, Mod.AltModifier)
    assert columns.keys() == ("subject", "received")


def test_nothing_chosen_is_said_and_not_written(panel, tools):
    panel.columns.set_keys(())
    panel.columns.changed.emit()
    assert tools.runner.wait_idle()
    assert panel.preview.said.text().startswith("⚠ Nothing would be in the file.")
    assert not panel.write.isEnabled()


def test_a_preset_brings_its_columns_and_how_people_stand(panel, tools):
    choose(panel, tools, "FOI disclosure")
    assert panel.order().people is People.INITIALS
    assert titles(panel)[2:4] == ["Outlet", "Channel"]


def test_people_are_seen_as_they_will_stand(panel, tools, qtbot):
    panel.choices.people.setFocus()
    qtbot.keyClick(panel.focusWidget(), Key.Key_Right)
    assert tools.runner.wait_idle()
    assert column(panel, "Journalist") == ["R. A.", "T. P.", "A. C."]


def test_a_period_takes_the_place_of_the_list(panel, tools, qtbot):
    qtbot.keyClick(panel.focusWidget(), Key.Key_Right)
    panel.choices.end.setFocus()
    qtbot.keyClicks(panel.choices.end, "yesterday")
    qtbot.keyClick(panel.choices.end, Key.Key_Return)
    assert tools.runner.wait_idle()
    assert column(panel, "Subject") == ["Call 1", "Call 2"]
    panel.choices.start.setText("sometime")
    qtbot.keyClick(panel.choices.start, Key.Key_Return)
    assert "“sometime” is not a day." in panel.preview.said.text()
    assert not panel.write.isEnabled()


def test_a_saved_filter_takes_the_place_of_the_list(panel, tools, qtbot, log):
    panel.choices.what.setFocus()
    for _ in range(2):
        qtbot.keyClick(panel.focusWidget(), Key.Key_Right)
    assert panel.preview.said.text().startswith("⚠ No filter is chosen.")
    for name in ("Amery", "Price"):
        log.saved_filters.keep(SavedFilter(f"By {name}", text=name))
    panel.start(LogQuery())
    assert tools.runner.wait_idle()
    assert column(panel, "Journalist") == ["Ruth Amery"]
    qtbot.keyClicks(panel.choices.saved, "by p")
    assert tools.runner.wait_idle()
    assert column(panel, "Journalist") == ["Tom Price"]


def test_columns_are_kept_under_a_name_and_removed_with_a_way_back(panel, tools, qtbot, said, log):
    qtbot.keyClicks(panel.called, "For the board")
    qtbot.keyClick(panel.called, Key.Key_Return)
    assert tools.runner.wait_idle()
    assert said[-1].sentence == "“For the board” is kept for everybody."
    assert panel.remove.isVisible()
    qtbot.mouseClick(panel.remove, Qt.MouseButton.LeftButton)
    assert tools.runner.wait_idle()
    assert not [preset for preset in log.exports.presets() if preset.own]
    said[-1].act()
    assert tools.runner.wait_idle()
    assert log.exports.presets()[-1].name == "For the board"


def test_the_name_of_a_preset_that_is_always_there_is_refused(panel, tools, qtbot, said):
    qtbot.keyClicks(panel.called, "Full log")
    qtbot.mouseClick(panel.keep, Qt.MouseButton.LeftButton)
    assert tools.runner.wait_idle()
    assert "always there" in said[-1].sentence


@pytest.mark.parametrize("kind", Format)
def test_what_was_seen_is_written_in_the_kind_chosen(panel, tools, qtbot, said, tmp_path, kind):
    target = tmp_path / f"log.{kind}"
    panel.choices.format.set_value(kind)
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel, Key.Key_Return, Mod.ControlModifier)
        assert save_as(qtbot, panel, target) == f"Log 2026-11-23.{kind}"
    assert tools.runner.wait_idle()
    assert said[-1].sentence == f"Exported 3 enquiries to log.{kind}."
    assert target.stat().st_size > 0


def test_the_chosen_columns_are_those_of_the_file(panel, tools, tmp_path):
    choose(panel, tools, "One journalist")
    panel.choices.format.set_value(Format.JSON)
    panel.exporting.write(str(tmp_path / "log.json"))
    assert tools.runner.wait_idle()
    first = json.loads((tmp_path / "log.json").read_text("utf-8").splitlines()[0])
    assert list(first) == titles(panel)


def test_escape_leads_back_to_the_list(panel, qtbot):
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.focusWidget(), Key.Key_Escape)


def test_a_list_with_nothing_in_it_is_not_written(panel, tools):
    panel.start(LogQuery("xyzzy"))
    assert tools.runner.wait_idle()
    assert panel.preview.said.text() == "0 enquiries"
    assert not panel.write.isEnabled()


@pytest.mark.parametrize(
    ("done", "seconds", "said"),
    [
        (0, 9, ""),
        (500, 1, ""),
        (500, 10, " · about 10 s left"),
        (100, 60, " · about 9 min left"),
        (999, 60, " · about 0 s left"),
        (1000, 60, " · finishing"),
    ],
)
def test_the_time_left_is_told_once_it_is_more_than_a_guess(done, seconds, said):
    assert left_said(done, 1000, seconds) == said
