"""A spreadsheet of many: its columns are shown and chosen by keys before anything is kept."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from pressdesk.ui.releases.sheet_form import SheetForm
from pressdesk.ui.releases.sheet_table import SheetTable

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
GUESSED = "title,date,body\nBoats,28-Sep-2012,They float.\nVans,7/12/2012,They drive.\n"
STRANGE = "what,when,all of it\nBoats,7/12/2012,They **float**.\nVans,8/12/2012,They drive.\n"


@pytest.fixture
def ask(empty_page, drop, tools, tmp_path):
    """Drop a spreadsheet on the page; return the form that asks about it."""

    def dropped(text, *more):
        for number, words in enumerate((text, *more)):
            (tmp_path / f"many{number}.csv").write_text(words, "utf-8")
        drop(empty_page, *sorted(tmp_path.glob("*.csv")))
        for _ in range(3):
            assert tools.runner.wait_idle()
        return empty_page.findChild(SheetForm)

    return dropped


@pytest.fixture
def press(qtbot, tools):
    def act(widget, key, hold=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(widget, key, hold)
        for _ in range(4):
            assert tools.runner.wait_idle()

    return act


def chosen(form):
    return {part: box.currentText() for part, box in form._boxes.items()}


def heads(page):
    table = page.findChild(SheetTable)
    return [table.horizontalHeaderItem(n).text() for n in range(table.columnCount())]


def test_the_columns_are_guessed_and_shown_over_the_first_rows(ask, empty_page, services):
    form = ask(GUESSED)
    assert form.isVisible()
    assert form.isAncestorOf(form.window().focusWidget())
    assert (chosen(form)["title"], chosen(form)["url"]) == ("title", "None of them")
    assert heads(empty_page) == [
        *("Title ✓\ntitle", "Date ✓\ndate", "Words of the release ✓\nbody")
    ]
    assert empty_page.findChild(SheetTable).item(0, 2).text() == "They float."
    assert services.releases.listed() == ()


def test_control_enter_takes_every_row_in(ask, press, services, said):
    form = ask(GUESSED)
    press(form._boxes["title"], Qt.Key.Key_Return, CTRL)
    assert said[0].sentence == "2 releases were added."
    found = {one.headline: one.published_on for one in services.releases.listed()}
    assert found == {"Boats": date(2012, 9, 28), "Vans": date(2012, 12, 7)}


def test_strange_columns_are_chosen_by_keys(ask, press, qtbot, services, empty_page):
    form = ask(STRANGE)
    assert set(chosen(form).values()) == {"None of them", "when"}  # a column of days shows itself
    for key, heading in ((Qt.Key.Key_T, "what"), (Qt.Key.Key_D, "when"), (Qt.Key.Key_W, "all")):
        press(form, key, ALT)
        qtbot.keyClicks(form.window().focusWidget(), heading)
    assert heads(empty_page)[1] == "Date ✓\nwhen"
    assert form._example.text() == "For example: Boats. “7/12/2012” is 7 December 2012."
    press(form, Qt.Key.Key_R, ALT)
    press(form.window().focusWidget(), Qt.Key.Key_Right)
    assert form._example.text() == "For example: Boats. “7/12/2012” is 12 July 2012."
    press(form, Qt.Key.Key_Return, CTRL)
    boats = services.releases.show(1)
    assert (boats.parts.headline, boats.parts.published_on) == ("Boats", date(2012, 7, 12))
    assert boats.parts.paragraphs == ("They float.",)


def test_without_words_nothing_is_taken_in_and_it_is_said_where(ask, press, services):
    form = ask(STRANGE)
    press(form, Qt.Key.Key_Return, CTRL)
    assert form._fields["body"].problem() == "Choose the column that holds the words."
    assert services.releases.listed() == ()


def test_dates_that_can_be_read_one_way_only_are_not_asked_about(ask):
    form = ask("title,date,body\nBoats,28/9/2012,Float.\nVans,12/12/2012,Drive.\n")
    assert not form._dates_field.isVisible()


def test_escape_leaves_it_and_keeps_nothing(ask, press, services, empty_page):
    form = ask(GUESSED)
    press(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert services.releases.listed() == ()


def test_several_are_asked_about_in_turn(ask, press, services):
    form = ask(GUESSED, STRANGE)
    assert "many0.csv" in form._title.text()
    press(form, Qt.Key.Key_Escape)
    assert "many1.csv" in form._title.text()
    assert form.isVisible()


def test_a_spreadsheet_that_cannot_be_read_is_told_and_the_next_is_asked_about(ask, said):
    form = ask('title,body\n"a', GUESSED)
    assert said[0].sentence.startswith("many0.csv: The spreadsheet cannot be read")
    assert "many1.csv" in form._title.text()


def test_spreadsheets_that_cannot_be_read_are_in_the_report_with_the_other_files(ask, said):
    ask('title,body\n"a', "", "title,body\n", "title\n", GUESSED)
    assert [(len(said), said[0].action)] == [(1, "Read the report")]
    assert "many1.csv: The file is empty." in said[0].act.args[0]


def test_rows_to_look_at_again_are_in_the_report(ask, press, said):
    form = ask("title,date,body\nBoats,someday,Float.\nVans,,\n")
    press(form, Qt.Key.Key_Return, CTRL)
    assert said[0].action == "Read the report"
    assert "“someday” was not understood" in said[0].act.args[0]
    assert "many0.csv, row 3 holds no words" in said[0].sentence


def test_one_that_is_left_for_another_release_is_offered_again(
    ask, empty_page, services, tools, said
):
    form = ask(GUESSED)
    empty_page.open_item(services.releases.add_text("Boats\n\nThey float.").id)
    tools.runner.wait_idle()
    assert not form.isVisible()
    assert said[-1].sentence == "many0.csv was not added yet."
    said[-1].act()
    tools.runner.wait_idle()
    assert form.isVisible()
