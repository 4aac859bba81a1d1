"""The panel: what it shows, its tabs, files dropped on it, what others change."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from pressdesk.domain.enquiries import Status
from pressdesk.ui.kit import GrowingLabel, KeyButton
from pressdesk.ui.known.sections import NOTHING_FITS
from tests.conftest import MONDAY_14_06
from tests.ui.enquiry.conftest import CALL, RELEASE

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def words(widget) -> list[str]:
    return [
        label.text() for label in widget.findChildren(GrowingLabel) if label.isVisibleTo(widget)
    ]


def drop(panel, *urls) -> None:
    data = QMimeData()
    data.setUrls(list(urls))
    event = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    panel.dropEvent(event)


def test_the_facts_stand_on_the_panel(panel):
    seen = words(panel)
    for expected in (
        "ENQ-2026-00001 · received today 14:06 by phone",
        "Humberside progress",
        "Ruth Amery · Humber Daily",
        "01632 960012",
        "today 17:00 (“5pm”) · 2 h 54 min left",
        "Monday 14:06 is inside 08:30–17:00: main line.",
        "Nobody yet",
        "Why is progress on child protection slow?",
    ):
        assert expected in seen


def test_the_countdown_ticks_and_turns_overdue(panel, tools):
    tools.ticker.ticked.emit(MONDAY_14_06 + timedelta(hours=2))
    assert "today 17:00 (“5pm”) · 54 min left" in words(panel)
    tools.ticker.ticked.emit(MONDAY_14_06 + timedelta(hours=4))
    assert "today 17:00 (“5pm”) · 1 h 6 min overdue" in words(panel)


@pytest.mark.parametrize(
    ("key", "modifier", "tab"),
    [
        (Qt.Key.Key_2, ALT, "response"),
        (Qt.Key.Key_3, ALT, "releases"),
        (Qt.Key.Key_4, ALT, "timeline"),
        (Qt.Key.Key_Tab, CTRL, "response"),
        (Qt.Key.Key_Backtab, CTRL | SHIFT, "timeline"),
    ],
)
def test_keys_lead_to_the_tabs(panel, press, key, modifier, tab):
    press(key, modifier)
    assert getattr(panel, tab).isVisible()


def test_escape_closes_it_and_says_so(qtbot, panel, press):
    with qtbot.waitSignal(panel.closed):
        press(Qt.Key.Key_Escape)
    assert panel.enquiry_id is None


def test_an_enquiry_that_is_not_there_is_said(panel, said, settled):
    panel.show_enquiry(99)
    settled()
    assert said == ["This enquiry does not exist."]
    assert panel.enquiry_id is None


def test_what_others_save_shows_at_once(panel, services, enquiry, settled):
    services.answering.assign(enquiry, "Sam Okafor")
    settled()
    assert "Sam Okafor" in words(panel)


def test_taking_it_needs_one_key(panel, press, shown):
    press(Qt.Key.Key_T, CTRL)
    assert (shown().summary.owner, shown().summary.status) == ("Priya Nair", Status.IN_PROGRESS)


def test_urgency_is_raised_with_a_reason(panel, press, write, shown):
    press(Qt.Key.Key_U, CTRL)
    press(Qt.Key.Key_Return)
    assert panel.enquiry.acts.why_urgent.reason.problem().startswith("Say why")
    write("the minister is asked at four")
    press(Qt.Key.Key_Return)
    assert shown().decision.urgent_reason == "the minister is asked at four"
    assert not panel.enquiry.acts.why_urgent.isVisible()


def test_another_line_is_kept_with_its_reason(panel, press, write, shown):
    press(Qt.Key.Key_L, CTRL)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Tab)
    write("main line engaged")
    press(Qt.Key.Key_Return)
    assert shown().summary.line_used == "out_of_hours"
    assert "Out of hours was used instead: main line engaged." in " ".join(words(panel))


def test_the_line_being_chosen_survives_what_others_save(panel, press, services, enquiry, settled):
    press(Qt.Key.Key_L, CTRL)
    press(Qt.Key.Key_Right)
    services.answering.take(enquiry)
    settled()
    assert panel.enquiry.acts._lines.value() == "out_of_hours"


@pytest.mark.parametrize(
    ("key", "modifier", "box", "downs", "kept"),
    [
        (Qt.Key.Key_T, CTRL | SHIFT, "_owner", 2, ("Priya Nair", Status.IN_PROGRESS)),
        (Qt.Key.Key_M, CTRL, "_status", 2, ("", Status.AWAITING_CLEARANCE)),
    ],
)
def test_owner_and_state_are_chosen_by_key(
    panel, press, shown, settled, key, modifier, box, downs, kept
):
    press(key, modifier)
    for down in (*(Qt.Key.Key_Down,) * downs, Qt.Key.Key_Return):
        QTest.keyClick(getattr(panel.enquiry.acts, box).view(), down)
    settled()
    assert (shown().summary.owner, shown().summary.status) == kept


def test_escape_puts_a_question_away_before_the_panel(panel, press):
    press(Qt.Key.Key_U, CTRL)
    press(Qt.Key.Key_Escape)
    assert not panel.enquiry.acts.why_urgent.isVisible()
    assert panel.enquiry_id is not None


def test_a_note_is_added_by_key(panel, press, write, shown):
    panel.enquiry.notes.edit.setFocus()
    write("Rang back at two")
    press(Qt.Key.Key_Return, CTRL)
    assert [note.words for note in shown().notes] == ["Rang back at two"]
    assert panel.enquiry.notes.edit.toPlainText() == ""


def test_a_note_being_typed_survives_what_others_save(panel, write, services, enquiry, settled):
    panel.enquiry.notes.edit.setFocus()
    write("He will ring ag")
    services.answering.take(enquiry)
    settled()
    assert panel.enquiry.notes.edit.toPlainText() == "He will ring ag"


def test_a_note_being_typed_comes_back_with_its_enquiry(panel, write, services, enquiry, settled):
    panel.enquiry.notes.edit.setFocus()
    write("He will ring ag")
    panel.show_enquiry(services.enquiries.log(CALL).id)
    settled()
    assert panel.enquiry.notes.edit.toPlainText() == ""
    panel.show_enquiry(enquiry)
    settled()
    assert panel.enquiry.notes.edit.toPlainText() == "He will ring ag"
    assert [draft.key for draft in services.drafts.waiting()] == [
        f"enquiry:{enquiry}:note:Priya Nair"
    ]


def test_a_file_dropped_on_it_is_kept(panel, shown, settled, tmp_path: Path):
    file = tmp_path / "minutes <b>.txt"
    file.write_bytes(b"Minutes")
    drop(panel, QUrl.fromLocalFile(str(file)))
    settled()
    assert [kept.name for kept in shown().files] == ["minutes <b>.txt"]
    assert "minutes <b>.txt" in words(panel)


def test_files_are_chosen_by_key(panel, press, shown, settled, tmp_path):
    file = tmp_path / "minutes.txt"
    file.write_bytes(b"Minutes")
    press(Qt.Key.Key_A, CTRL | SHIFT)
    asking = panel.findChild(QFileDialog)
    asking.filesSelected.emit([str(file)])
    asking.close()
    settled()
    assert [kept.name for kept in shown().files] == ["minutes.txt"]


def test_a_file_that_cannot_be_kept_is_said(panel, shown, settled, said, tmp_path):
    drop(panel, QUrl.fromLocalFile(str(tmp_path / "gone.txt")), QUrl("https://example.com/a"))
    settled()
    assert shown().files == ()
    assert said[0].startswith("Only files from this computer")
    assert said[1].startswith("gone.txt could not be kept")


def test_releases_are_linked_by_their_words_and_unlinked(
    panel, press, write, services, shown, settled
):
    release = services.releases.add_text(RELEASE).id
    press(Qt.Key.Key_3, ALT)
    write("slow")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        popup = QApplication.activePopupWidget()
        assert popup is not None
        QTest.keyClick(popup, key)
    settled()
    assert [linked.id for linked in shown().releases] == [release]
    button(panel.releases, "Unlink").setFocus()
    press(Qt.Key.Key_Space)
    assert shown().releases == ()


def button(widget, words):
    return next(found for found in widget.findChildren(KeyButton) if found.text() == words)


def test_a_suggested_release_is_opened_and_linked(
    panel, press, services, tools, shown, qtbot, settled
):
    release = services.releases.add_text(RELEASE).id
    settled()
    press(Qt.Key.Key_3, ALT)
    button(panel.releases, "Open").setFocus()
    with qtbot.waitSignal(tools.navigator.release_requested) as wish:
        press(Qt.Key.Key_Space)
    assert wish.args == [release]
    button(panel.releases, "Link").setFocus()
    press(Qt.Key.Key_Space)
    assert [linked.id for linked in shown().releases] == [release]


def test_a_linked_release_is_opened_by_its_own_key(panel, press, services, tools, settled, qtbot):
    releases = [services.releases.add_text(text).id for text in (RELEASE, "Fires\n\nFewer.")]
    for release in releases:
        services.answering.link(panel.enquiry_id, release)
    settled()
    for tab, key, release in (
        (Qt.Key.Key_1, Qt.Key.Key_F5, releases[0]),
        (Qt.Key.Key_3, Qt.Key.Key_F6, releases[1]),
    ):
        press(tab, ALT)
        with qtbot.waitSignal(tools.navigator.release_requested) as wish:
            press(key)
        assert wish.args == [release]


def test_the_timeline_tells_every_change(panel, press, services, enquiry, settled):
    services.answering.take(enquiry)
    settled()
    press(Qt.Key.Key_4, ALT)
    seen = words(panel.timeline)
    assert seen[0] == "Today 14:06 · Priya Nair"
    assert "Owner: none → Priya Nair" in seen
    assert "Deadline: today 17:00" in seen


def test_what_bears_on_the_question_is_linked_by_its_key_and_explained(
    panel, press, services, shown, settled
):
    release = services.releases.add_text(RELEASE).id
    panel.refresh()
    settled()
    press(Qt.Key.Key_1, ALT | SHIFT)
    assert [linked.id for linked in shown().releases] == [release]


def test_an_enquiry_like_it_is_shown_and_never_the_enquiry_itself(panel, services, settled):
    assert "ENQ-2026-00001 · Humberside progress" not in words(panel)
    other = services.enquiries.log(replace(CALL, journalist="Dan Field"))
    panel.refresh()
    settled()
    assert f"{other.reference} · Humberside progress" in words(panel)


def test_when_nothing_bears_on_it_the_panel_says_so(panel):
    assert NOTHING_FITS in words(panel)
