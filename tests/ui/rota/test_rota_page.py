"""The rota by keys and clicks: gaps filled, weeks turned, last week's pattern repeated."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from pressdesk.domain.hours import SpecialDay
from pressdesk.ui.kit import KeyButton
from pressdesk.ui.rota.block import Block, DayHead
from pressdesk.ui.rota.month import DayCell
from tests.ui.rota.conftest import shift, utc

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2026, 11, 23)
ENTER = Qt.Key.Key_Return


@pytest.fixture
def press(qtbot, tools, page):
    """Press keys where the focus is, or type words there, and wait for what they do."""

    def act(*keys, hold=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            target = focused()
            if isinstance(key, str):
                line: Any = target.lineEdit() if isinstance(target, QComboBox) else target
                line.selectAll()
                qtbot.keyClicks(target, key)
            else:
                qtbot.keyClick(QApplication.activePopupWidget() or target, key, hold)
        assert tools.runner.wait_idle()
        if QApplication.activePopupWidget() is None and not page.isActiveWindow():
            page.window().activateWindow()  # the screenless platform leaves it to a popup that went
            qtbot.waitUntil(page.isActiveWindow)

    return act


def focused() -> Any:
    return QApplication.focusWidget()


def blocks(page):
    """Return the sentences of what stands in the week shown."""
    return [b.piece.sentence for b in page.findChildren(Block) if b.isVisible()]


def gaps(page):
    return [sentence for sentence in blocks(page) if sentence.startswith("Gap")]


def duties(services, monday=MONDAY):
    """Return the shifts of a week as wall-clock times."""
    return [
        (
            s.person,
            f"{s.starts_at.astimezone(LONDON):%a %H:%M}",
            f"{s.ends_at.astimezone(LONDON):%a %H:%M}",
        )
        for s in services.rota.week(monday).view.shifts
    ]


def chips(page):
    return page._gaps.look().text, page._doubles.look().text


def problem(page, name):
    return page._forms.shift._fields[name].problem()


def test_an_empty_week_shows_each_night_as_a_gap_in_words(page):
    assert chips(page) == ("6 gaps this week", "")
    assert (
        gaps(page)[1]
        == "Gap: nobody on duty, Monday 23 November 17:00 to Tuesday 24 November 08:30"
    )


def test_enter_on_a_gap_fills_it_and_the_gap_disappears(press, page, services):
    press(ENTER, "Sam Okafor", ENTER)
    assert duties(services) == [("Sam Okafor", "Mon 17:00", "Tue 08:30")]
    assert chips(page)[0] == "5 gaps this week"
    assert page._views.week.current_piece().shift.person == "Sam Okafor"
    assert not page._forms.shift.isVisible()


def test_n_opens_the_form_and_ctrl_s_keeps_the_shift_with_the_number_of_the_person(
    press, services, qtbot
):
    press(Qt.Key.Key_N, "Sam Okafor", Qt.Key.Key_Tab, "Wed 17:00", Qt.Key.Key_Tab, "08:30")
    press(Qt.Key.Key_S, hold=Qt.KeyboardModifier.ControlModifier)
    (kept,) = services.rota.week(MONDAY).view.shifts
    assert (kept.starts_at, kept.ends_at) == (utc("2026-11-25T17:00"), utc("2026-11-26T08:30"))
    assert kept.number == "07700 900111"


def test_someone_without_a_number_gets_the_out_of_hours_line(press, services):
    press(Qt.Key.Key_N, "Priya Nair", ENTER)
    assert services.rota.week(MONDAY).view.shifts[0].number == "07836 217729"


def test_a_shift_without_a_person_is_refused_at_the_field(press, page, services):
    press(Qt.Key.Key_N, ENTER)
    assert "who is on duty" in problem(page, "person")
    assert page._forms.shift.isVisible()
    assert duties(services) == []


@pytest.mark.parametrize("words", ["", "whenever", "32/11 17:00", "17:75", "Xyz 17:00"])
def test_words_that_are_no_time_are_refused_at_the_field_and_kept(press, page, words):
    press(Qt.Key.Key_N, "Sam Okafor", Qt.Key.Key_Tab)
    focused().clear()
    press(words, ENTER)
    assert "23/11 17:00" in problem(page, "starts_at")
    assert page._forms.shift._starts.line.text() == words


def test_enter_changes_a_shift(press, page, services):
    services.rota.save(shift("Sam Okafor", "2026-11-23T17:00", "2026-11-24T08:30"))
    press()
    press(ENTER, "M. Reyes", ENTER)
    assert duties(services) == [("M. Reyes", "Mon 17:00", "Tue 08:30")]


def test_delete_removes_a_shift_and_undo_puts_it_back(press, page, services, said):
    services.rota.save(shift("Sam Okafor", "2026-11-23T17:00", "2026-11-24T08:30"))
    press()
    press(Qt.Key.Key_Delete)
    assert duties(services) == []
    assert said[-1].sentence == "Sam Okafor’s shift is off the rota."
    said[-1].act()
    press()
    assert duties(services) == [("Sam Okafor", "Mon 17:00", "Tue 08:30")]


def test_escape_leaves_the_form_and_the_focus_returns_to_the_week(press, page):
    before = page._views.week.current_spot()
    press(Qt.Key.Key_N, Qt.Key.Key_Escape)
    assert not page._forms.shift.isVisible()
    assert before.hasFocus()


def test_arrows_move_between_days_and_blocks(press, page):
    def stands():
        return page._views.week.current_spot().accessibleName()

    press(Qt.Key.Key_Right)
    assert stands().startswith("Gap: nobody on duty, Tuesday 24 November 17:00")
    press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert stands() == "Tuesday 24 November 2026"
    press(Qt.Key.Key_Left)
    assert stands() == "Monday 23 November 2026, today"
    assert page._views.week.current_spot().hasFocus()


@pytest.mark.parametrize(
    ("keys", "hold", "week"),
    [
        ([Qt.Key.Key_BracketRight], Qt.KeyboardModifier.NoModifier, "Monday 30 November to Sunday 6 December 2026"),
        ([Qt.Key.Key_BracketLeft], Qt.KeyboardModifier.NoModifier, "Monday 16 to Sunday 22 November 2026"),
        ([Qt.Key.Key_Right] * 2, Qt.KeyboardModifier.AltModifier, "Monday 7 to Sunday 13 December 2026"),
    ],
)  # fmt: skip
def test_keys_turn_the_weeks_and_home_returns(press, page, keys, hold, week):
    press(*keys, hold=hold)
    assert page._header.subtitle() == week
    press(Qt.Key.Key_Home)
    assert page._header.subtitle() == "Monday 23 to Sunday 29 November 2026"


def test_bank_holidays_and_closures_are_named_under_the_date(press, page, services):
    services.office.save_special_day(SpecialDay(date(2026, 12, 24), (), "Closed at noon"))
    page._at = date(2026, 12, 21)
    page.refresh()
    press()
    heads = [head.accessibleName() for head in page.findChildren(DayHead) if head.isVisible()]
    assert heads[3:5] == [
        "Thursday 24 December 2026, Closed at noon",
        "Friday 25 December 2026, Christmas Day",
    ]


def test_double_cover_is_told(press, page, services):
    services.rota.save(shift("Sam Okafor", "2026-11-23T17:00", "2026-11-24T08:30"))
    services.rota.save(shift("Priya Nair", "2026-11-23T20:00", "2026-11-23T22:00"))
    press()
    assert chips(page)[1] == "1 double cover"
    assert any("double cover with Priya Nair" in sentence for sentence in blocks(page))


def test_copying_last_week_over_the_october_change_keeps_the_wall_clock(
    press, page, services, clock, said
):
    services.rota.save(shift("Sam Okafor", "2026-10-19T16:00", "2026-10-20T07:30"))  # 17:00 BST
    clock.instant = datetime(2026, 10, 27, 12, tzinfo=UTC)
    page.refresh()
    press()
    press(Qt.Key.Key_D, hold=Qt.KeyboardModifier.ControlModifier)
    assert said[-1].sentence == "One shift is copied from the week before."
    monday = date(2026, 10, 26)
    assert duties(services, monday) == [("Sam Okafor", "Mon 17:00", "Tue 08:30")]
    assert services.rota.week(monday).view.shifts[0].starts_at == utc("2026-10-26T17:00")


def test_a_time_that_happens_twice_is_asked_about(press, page, services, clock, qtbot):
    clock.instant = datetime(2026, 10, 20, 12, tzinfo=UTC)
    page.refresh()
    press()
    press(Qt.Key.Key_N, "Sam Okafor", Qt.Key.Key_Tab, "25/10 01:30")
    which = page._forms.shift._starts._which
    assert which.isVisible()
    second = which.findChildren(QPushButton)[1]
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    page._forms.shift._ends.setFocus()
    press("25/10 08:00", ENTER)
    assert services.rota.week(date(2026, 10, 19)).view.shifts[0].starts_at == utc(
        "2026-10-25T01:30"
    )


def test_a_time_that_does_not_exist_is_refused_with_the_reason(press, page):
    press(Qt.Key.Key_N, "Sam Okafor", Qt.Key.Key_Tab, "29/03/2026 01:30", ENTER)
    assert "clocks go forward" in problem(page, "starts_at")


def test_a_double_click_on_a_gap_opens_the_form(page, qtbot):
    gap = next(b for b in page.findChildren(Block) if b.piece.day == 2)
    qtbot.mouseDClick(gap, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert page._forms.shift.isVisible()


def test_every_button_shows_its_key(page):
    shown = [button for button in page.findChildren(KeyButton) if button.isVisible()]
    assert all("Shortcut" in button.accessibleDescription() for button in shown)


def test_m_shows_the_month_and_enter_the_week_of_a_day(press, page, services):
    services.rota.save(shift("Sam Okafor", "2026-11-23T17:00", "2026-11-24T08:30"))
    press(Qt.Key.Key_M)
    assert page._header.subtitle() == "November 2026"
    cell = focused()
    assert cell.accessibleName().startswith("Monday 23 November 2026, today. Sam Okafor, Monday")
    press(Qt.Key.Key_Down, Qt.Key.Key_Right)
    assert "Gap: nobody on duty, Tuesday 1 December 17:00" in focused().accessibleName()
    press(ENTER)
    assert page._header.subtitle() == "Monday 30 November to Sunday 6 December 2026"
    assert focused().accessibleName().startswith("Gap: nobody on duty, Tuesday 1 December")


def test_a_weekend_stands_in_the_month_on_each_of_its_days(press, page, services):
    services.rota.save(shift("Sam Okafor", "2026-11-27T17:00", "2026-11-30T08:30"))
    press(Qt.Key.Key_M)
    told = [cell.cell.day.day.day for cell in page.findChildren(DayCell) if cell.isVisible()
            and any(piece.shift for piece in cell.cell.told)]  # fmt: skip
    assert told == [27, 28, 29]


def test_months_are_turned_by_keys(press, page):
    press(Qt.Key.Key_M, Qt.Key.Key_BracketRight)
    assert page._header.subtitle() == "December 2026"
    press(Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketLeft)
    assert page._header.subtitle() == "October 2026"


def test_g_goes_to_the_next_gap(press, page, services):
    services.rota.save(shift("Sam Okafor", "2026-11-23T17:00", "2026-11-24T08:30"))
    press()
    press(Qt.Key.Key_G)
    assert focused().accessibleName().startswith("Gap: nobody on duty, Tuesday 24 November 17:00")
    for _ in range(4):
        press(Qt.Key.Key_G)
    assert page._header.subtitle() == "Monday 30 November to Sunday 6 December 2026"


def test_c_covers_a_shift_and_undo_gives_it_back(press, page, services, said):
    services.rota.save(shift("Sam Okafor", "2026-11-23T17:00", "2026-11-24T08:30"))
    press()
    press(Qt.Key.Key_C)
    press(Qt.Key.Key_M, ENTER)
    assert any("covers for Sam Okafor" in sentence for sentence in blocks(page))
    assert said[-1].sentence == "M. Reyes covers for Sam Okafor."
    press(Qt.Key.Key_Z, hold=Qt.KeyboardModifier.ControlModifier)
    (back,) = services.rota.week(MONDAY).view.shifts
    assert (back.person, back.instead_of) == ("Sam Okafor", "")


def test_s_swaps_two_shifts_and_undo_swaps_them_back(press, page, services, said):
    services.rota.save(shift("Sam Okafor", "2026-11-23T17:00", "2026-11-24T08:30"))
    services.rota.save(shift("Priya Nair", "2026-11-24T17:00", "2026-11-25T08:30"))
    press()
    press(Qt.Key.Key_S)
    press(ENTER)
    assert [name for name, *_ in duties(services)] == ["Priya Nair", "Sam Okafor"]
    assert "swapped with Sam Okafor" in page._views.week.current_piece().sentence
    press(Qt.Key.Key_Z, hold=Qt.KeyboardModifier.ControlModifier)
    assert [name for name, *_ in duties(services)] == ["Sam Okafor", "Priya Nair"]


def test_a_shift_that_someone_changed_is_told_at_the_form_and_kept_typed(press, page, services):
    kept = services.rota.save(shift("Sam Okafor", "2026-11-23T17:00", "2026-11-24T08:30"))
    press()
    press(ENTER)
    services.rota.cover(services.rota.shift(kept), "Priya Nair")
    press("M. Reyes", ENTER)
    assert "Someone else changed this shift" in page._forms.shift._trouble.text()
    assert page._forms.shift._person.currentText() == "M. Reyes"
    assert [name for name, *_ in duties(services)] == ["Priya Nair"]


def test_a_pattern_is_previewed_then_written_by_keys_and_taken_back(press, page, services, said):
    services.rota.save(shift("M. Reyes", "2026-11-24T17:00", "2026-11-25T08:30"))
    press(Qt.Key.Key_R)
    for name in ("Sam Okafor", "Priya Nair"):
        press(name)
        press(ENTER)
    page._forms.pattern._last.setText("29/11/2026")
    press(ENTER)
    assert page._forms.pattern._summary.text() == "4 shifts to add. 1 shift there stays."
    assert len(duties(services)) == 1
    press(ENTER)
    assert said[-1].sentence == "4 shifts added to the rota."
    assert len(duties(services)) == 5
    press(Qt.Key.Key_Z, hold=Qt.KeyboardModifier.ControlModifier)
    assert duties(services) == [("M. Reyes", "Tue 17:00", "Wed 08:30")]


def test_a_changed_pattern_must_be_previewed_again(press, page, qtbot):
    press(Qt.Key.Key_R, "Sam Okafor")
    press(ENTER)
    press(ENTER)
    assert page._forms.pattern._write.isVisible()
    qtbot.keyClick(page._forms.pattern._last, Qt.Key.Key_Backspace)
    assert not page._forms.pattern._write.isVisible()


def test_the_calendar_of_whoever_has_the_shift_is_written(press, page, services, said, tmp_path):
    services.rota.save(shift("Sam Okafor", "2026-11-23T17:00", "2026-11-24T08:30"))
    press()
    page.export_person()
    page._exporting.write(str(tmp_path / "sam.ics"))
    press()
    assert said[-1].sentence == "Exported 1 shift to sam.ics."
    assert b"On duty: Sam Okafor" in (tmp_path / "sam.ics").read_bytes()


def test_single_keys_do_nothing_else_while_a_button_of_a_form_has_the_focus(page, press):
    press(Qt.Key.Key_N)
    page._forms.shift._save.setFocus()
    press(Qt.Key.Key_R, Qt.Key.Key_M, Qt.Key.Key_Delete)
    assert page._forms.shift.isVisible()
    assert not page._forms.pattern.isVisible()
    assert not page._views.monthly
