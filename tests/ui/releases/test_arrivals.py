"""Many files at once, folders and links: taken in beside other work, stopped, reported in full."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from pressdesk.ui.kit import Tone
from pressdesk.ui.releases.adding import Given, add_given
from pressdesk.ui.releases.paste import PastePanel
from pressdesk.ui.releases.reader import Reader
from pressdesk.ui.releases.report import ReportPanel
from pressdesk.ui.runner import Task
from tests.ui.file_dialog import save_as

loopback = pytest.mark.allow_hosts(["127.0.0.1"])
PAGE = "<html><h1>Boats for Hull</h1><p>They float.</p></html>"
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path):
    """A folder with three releases, one deep in it, and what no release is."""
    folder = tmp_path / "given"
    (folder / "2026" / "may").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "2026/may/c.txt"):
        (folder / name).write_text(f"Boats for {name}\n\nThey float.\n")
    for name in ("p.png", "q.png", "r.png", "s.png"):
        (folder / name).write_bytes(b"\x89PNG\r\n")
    (folder / ".DS_Store").write_bytes(b"\0\0\0")
    (folder / "~$lock.docx").write_bytes(b"x")
    return folder


@pytest.fixture
def settled(tools):
    def settle():
        for _ in range(3):
            assert tools.runner.wait_idle()

    return settle


def headlines(services):
    return sorted(one.headline for one in services.releases.listed())


def test_a_folder_brings_what_is_in_it_and_what_it_left_out_is_counted(
    empty_page, drop, folder, settled, said, services
):
    drop(empty_page, folder)
    settled()
    assert headlines(services) == ["Boats for 2026/may/c.txt", "Boats for a.txt", "Boats for b.txt"]
    (message,) = said
    assert message.sentence == "3 releases were added.\n4 could not be added."
    assert (message.tone, message.action) == (Tone.WARNING, "Read the report")


@pytest.fixture
def report(empty_page, drop, folder, settled, said):
    """The report on a folder, open on the page."""
    drop(empty_page, folder)
    settled()
    said[0].act()
    said.clear()
    return empty_page.findChild(ReportPanel)


def test_the_report_names_each_file_that_was_refused_and_why(report):
    lines = report.view.toPlainText().splitlines()
    assert [line.partition(":")[0] for line in lines if ".png" in line] == [
        *("p.png", "q.png", "r.png", "s.png")
    ]
    assert "The file is a picture" in report.view.toPlainText()


def test_the_report_is_copied_by_key(report, qtbot):
    qtbot.keyClick(report.view, Qt.Key.Key_C, ALT)
    assert QGuiApplication.clipboard().text() == report.view.toPlainText()


def test_the_report_is_saved(report, qtbot, tmp_path, settled, said):
    qtbot.keyClick(report.view, Qt.Key.Key_S, ALT)
    assert save_as(qtbot, report, tmp_path / "why.txt") == "not-added.txt"
    settled()
    assert (tmp_path / "why.txt").read_text("utf-8") == report.view.toPlainText()
    assert said[-1].sentence == "The report was saved as why.txt."


def test_a_report_that_cannot_be_saved_says_so(report, tmp_path, settled, said):
    report.write(str(tmp_path))
    settled()
    assert said[-1].sentence.endswith("cannot be written. Choose another folder.")


def test_escape_leads_from_the_report_to_the_releases(report, empty_page, qtbot, settled):
    qtbot.keyClick(report.view, Qt.Key.Key_Escape)
    settled()
    assert empty_page.findChild(Reader).isVisible()
    assert empty_page._list.hasFocus()


def test_adding_stops_between_two_files_and_says_what_is_left(services, folder):
    task = Task()
    task.progress.connect(lambda done, _total: task.cancel() if done == 2 else None)
    added = add_given(services, Given((folder,)), task)
    assert added.sentence().splitlines()[:2] == [
        "2 releases were added.",
        "Stopped: 4 files were not looked at.",
    ]
    assert len(services.releases.listed()) == 2
    assert services.journal.check().findings == ()


@loopback
def test_a_link_dropped_anywhere_on_the_window_is_fetched_and_shown(
    at_work, drop, site, settled, services
):
    workspace = at_work.centralWidget()
    drop(workspace, site.put("/boats", PAGE, content_type="text/html"))
    settled()
    assert workspace.page().title == "Releases"
    assert workspace.messages.text() == "Added: Boats for Hull."
    assert workspace.page().findChild(Reader).view.toPlainText().startswith("Boats for Hull")


@loopback
def test_words_that_are_an_address_are_a_link(empty_page, drop, site, settled, services):
    drop(empty_page, words=f" {site.put('/boats', PAGE)} ")
    settled()
    assert headlines(services) == ["Boats for Hull"]


@loopback
def test_a_link_that_fails_says_what_to_do(empty_page, drop, site, settled, said):
    drop(empty_page, site.at("/none"))
    settled()
    assert said[0].sentence.startswith(site.at("/none"))
    assert said[0].sentence.endswith("Save the page and drag the file here.")


@loopback
def test_a_fetch_is_stopped_and_what_waits_behind_it_is_left(
    empty_page, drop, site, qtbot, settled, said, tmp_path
):
    site.answers["/"] = site.silent
    (tmp_path / "a.txt").write_text("Boats\n\nThey float.")
    drop(empty_page, site.at("/"))
    drop(empty_page, tmp_path / "a.txt")
    qtbot.waitUntil(empty_page._arrivals.strip.isVisible)
    qtbot.mouseClick(empty_page._arrivals.strip.stop, Qt.MouseButton.LeftButton)
    settled()
    assert not empty_page._arrivals.strip.isVisible()
    assert said == []


@loopback
def test_a_pasted_address_is_fetched(empty_page, qtbot, site, settled, services):
    QGuiApplication.clipboard().setText(site.put("/boats", PAGE))
    qtbot.mouseClick(empty_page._paste_button, Qt.MouseButton.LeftButton)
    assert "will be fetched" in empty_page.findChild(Reader).view.toPlainText()
    qtbot.keyClick(empty_page.findChild(PastePanel).edit, Qt.Key.Key_Return, CTRL)
    settled()
    assert headlines(services) == ["Boats for Hull"]
    assert not empty_page.findChild(PastePanel).isVisible()


@loopback
def test_a_pasted_address_that_fails_is_told_beneath_it(empty_page, qtbot, site, settled):
    QGuiApplication.clipboard().setText(site.at("/none"))
    qtbot.mouseClick(empty_page._paste_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(empty_page.findChild(PastePanel).edit, Qt.Key.Key_Return, CTRL)
    settled()
    assert "Save the page" in empty_page.findChild(PastePanel)._field.problem()
