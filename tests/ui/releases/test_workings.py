"""What is done with the release that is read, by keys: versions, corrections, the original."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QComboBox, QFileDialog

from pressdesk.domain.embargo import EventKind
from pressdesk.domain.releases import BlockKind
from pressdesk.ui.kit.entries import EntryList
from pressdesk.ui.releases.comparison import Comparison
from pressdesk.ui.releases.correct import CorrectPanel
from pressdesk.ui.releases.page import ReleasesPage
from pressdesk.ui.releases.part_forms import BlockForm, FactsForm
from pressdesk.ui.releases.pdf_view import PdfView
from pressdesk.ui.releases.versions import VersionsPanel

BOATS = "Boats for Hull\n\n3 March 2026\n\nCrews have new boats.\n\nAnn Lee said so and was glad.\n"


@pytest.fixture
def open_page(framed, services, tools):
    """A function that shows the page with the newest release read."""

    def show():
        return framed(ReleasesPage(services, tools), 1200, 800, lambda _page: settle(tools))

    return show


def settle(tools):
    """Wait for an answer, for what that asks, and for what that asks in turn."""
    for _ in range(3):
        tools.runner.wait_idle()


def press(qtbot, tools, widget, *keys):
    for key in keys:
        qtbot.keyClick(widget, key)
        settle(tools)


def shown(page):
    return page._reader.view.toPlainText()


@pytest.fixture
def page(services, open_page):
    services.releases.add_text(BOATS)
    services.releases.add_text(BOATS.replace("new boats", "nine new boats"))
    return open_page()


def test_the_versions_are_told_and_the_newest_is_compared_with_the_one_before(page, qtbot, tools):
    press(qtbot, tools, page._list, Qt.Key.Key_V)
    panel = page.findChild(VersionsPanel)
    assert [entry.title for entry in panel.list.entries()] == ["Version 2", "Version 1"]
    assert panel.list.entries()[0].second == "today 14:06 · Priya Nair · Pasted text"
    comparison = page.findChild(Comparison)
    assert comparison.words().startswith("Version 1 compared with version 2\n1 change.")
    assert "nine new boats" in comparison.text.toPlainText()


def test_words_put_in_are_underlined_and_those_taken_out_struck(services, open_page, qtbot, tools):
    services.releases.add_text(BOATS)
    services.releases.add_text(BOATS.replace("new", "nine"))
    page = open_page()
    press(qtbot, tools, page._list, Qt.Key.Key_V)
    text = page.findChild(Comparison).text
    cursor = text.document().find("new")
    assert cursor.charFormat().fontStrikeOut()
    cursor = text.document().find("nine")
    assert cursor.charFormat().fontUnderline()


def test_the_oldest_version_has_none_before_it_and_is_shown_as_it_was(page, qtbot, tools):
    press(qtbot, tools, page._list, Qt.Key.Key_V)
    panel = page.findChild(VersionsPanel)
    press(qtbot, tools, panel.list, Qt.Key.Key_Down)
    assert "Crews have new boats." in shown(page)
    box = panel.findChild(QComboBox)
    press(qtbot, tools, box, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.findChild(Comparison).words().startswith("Version 1 compared with version 2")


def test_escape_leads_from_the_versions_to_the_list(page, qtbot, tools):
    press(qtbot, tools, page._list, Qt.Key.Key_V)
    press(qtbot, tools, page.findChild(VersionsPanel).list, Qt.Key.Key_Escape)
    assert page._list.hasFocus()
    assert "nine new boats" in shown(page)


def correcting(page, qtbot, tools):
    press(qtbot, tools, page._list, Qt.Key.Key_E)
    return page.findChild(CorrectPanel)


def test_a_key_makes_a_part_another_kind_and_the_release_beside_it_shows_it(page, qtbot, tools):
    panel = correcting(page, qtbot, tools)
    press(qtbot, tools, panel._list, *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Q)
    assert panel._list.entries()[3].second == "Quote"
    assert "“Ann Lee said so and was glad.”" in shown(page)


def test_corrections_are_saved_and_read(page, services, qtbot, tools):
    panel = correcting(page, qtbot, tools)
    facts = panel.findChild(FactsForm)
    facts._reference.input.selectAll()
    qtbot.keyClicks(facts._reference.input, "12/26")
    facts._headline.setPlainText("Boats for everyone")
    press(qtbot, tools, panel._list, *[Qt.Key.Key_Down] * 3, Qt.Key.Key_H)
    qtbot.keyClick(panel._list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(tools)
    parts = services.releases.show(1).parts
    assert (parts.headline, parts.reference) == ("Boats for everyone", "12/26")
    assert parts.blocks[2].kind is BlockKind.HEADING
    assert page._list.hasFocus()
    assert "Corrected by Priya Nair" in shown(page)


def test_a_quote_is_given_its_speaker(page, services, qtbot, tools):
    panel = correcting(page, qtbot, tools)
    press(qtbot, tools, panel._list, *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Q)
    form = panel.findChild(BlockForm)
    assert form._speaker.isVisible()
    qtbot.keyClicks(form._speaker.input, "Ann Lee")
    panel._save.click()
    settle(tools)
    assert services.releases.show(1).parts.quotes[0].speaker == "Ann Lee"


def test_a_date_that_is_none_is_told_and_nothing_is_saved(page, services, qtbot, tools):
    panel = correcting(page, qtbot, tools)
    qtbot.keyClicks(panel.findChild(FactsForm)._day.input, "x")
    panel._save.click()
    settle(tools)
    assert "Type the day" in panel._problem.text()
    assert services.releases.show(1).corrected_by == ""


def test_notes_may_start_at_a_part_and_contacts_may_be_added(page, services, qtbot, tools):
    panel = correcting(page, qtbot, tools)
    press(qtbot, tools, panel._list, *[Qt.Key.Key_Down] * 3, Qt.Key.Key_N)
    assert panel._list.entries()[3].second == "Note"
    press(qtbot, tools, panel._list, Qt.Key.Key_T)
    assert panel._list.entries()[3].second == "Paragraph"
    panel._add.click()
    qtbot.keyClicks(panel._forms["contacts"]._number.input, "01632 960001")
    panel._save.click()
    settle(tools)
    assert services.releases.show(1).parts.contacts[0].number == "01632 960001"


def test_corrections_left_by_mistake_can_be_brought_back(page, qtbot, tools, said):
    panel = correcting(page, qtbot, tools)
    press(qtbot, tools, panel._list, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_H)
    press(qtbot, tools, panel._list, Qt.Key.Key_Escape)
    assert said[0].sentence == "The corrections were not saved."
    said[0].act()
    settle(tools)
    assert panel.isVisible()
    assert panel._list.entries()[2].second == "Heading"


def test_what_someone_else_corrected_meanwhile_is_not_written_over(page, services, qtbot, tools):
    panel = correcting(page, qtbot, tools)
    press(qtbot, tools, panel._list, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_H)
    parts = services.releases.show(1).parts
    services.releases.correct(1, parts, parts.__class__("Theirs"))
    panel._save.click()
    settle(tools)
    assert "Someone else" in panel._problem.text()
    assert panel.isVisible()


@pytest.fixture
def pdf(tmp_path, qapp):
    """A PDF of three pages."""
    paper = QTextDocument()
    paper.setHtml("<h1>Boats for Hull</h1>" + "<p>Crews have new boats and they float.</p>" * 40)
    writer = QPdfWriter(str(tmp_path / "boats.pdf"))
    writer.setPageSize(QPageSize(QSizeF(105, 148), QPageSize.Unit.Millimeter))
    paper.print_(writer)
    return tmp_path / "boats.pdf"


def test_a_pdf_is_shown_page_by_page_and_left_with_escape(services, open_page, pdf, qtbot, tools):
    services.releases.add_file(pdf)
    page = open_page()
    press(qtbot, tools, page._list, Qt.Key.Key_O)
    view = page.findChild(PdfView)
    assert view.words().startswith("Page 1 of ")
    assert view._page.pixmap().width() > 300
    press(qtbot, tools, view, Qt.Key.Key_Right)
    assert "Page 2 of" in view.words()
    press(qtbot, tools, view, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert "Page 1 of" in view.words()
    press(qtbot, tools, view, Qt.Key.Key_Escape)
    assert page._reader.isVisible()


def test_a_pdf_that_was_altered_says_so(services, open_page, pdf, qtbot, tools):
    original = services.releases.add_file(pdf).original
    services.files._place(original.sha256).write_bytes(b"other")
    page = open_page()
    press(qtbot, tools, page._list, Qt.Key.Key_O)
    assert "was altered" in page.findChild(PdfView).words()


def test_a_page_is_opened_as_a_copy_and_the_original_saved(
    services, open_page, qtbot, tools, tmp_path, monkeypatch
):
    opened: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile()))
    )
    web_page = tmp_path / "boats.html"
    web_page.write_text("<h1>Boats</h1><p>New.</p><script>steal()</script>", "utf-8")
    services.releases.add_file(web_page)
    page = open_page()
    press(qtbot, tools, page._list, Qt.Key.Key_O)
    assert "steal" not in opened[0].read_text("utf-8")
    press(qtbot, tools, page._list, Qt.Key.Key_S)
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "copy.html"))
    dialog.close()
    settle(tools)
    assert (tmp_path / "copy.html").read_bytes() == web_page.read_bytes()


def test_pasted_text_says_that_there_is_no_file(page, qtbot, tools):
    press(qtbot, tools, page._list, Qt.Key.Key_O)
    assert page._reader.hints().startswith("This release was pasted as text")


def test_an_entry_list_is_the_only_one_before_anything_is_asked_for(page):
    assert page.findChildren(EntryList) == [page._list]


UNDER_EMBARGO = "EMBARGOED until 00:01 on 25 November 2026\n\n" + BOATS


def test_the_file_of_an_embargoed_release_is_given_out_only_when_asked_for_again(
    services, open_page, qtbot, tools, said, tmp_path
):
    (tmp_path / "boats.txt").write_text(UNDER_EMBARGO, "utf-8")
    services.releases.add_file(tmp_path / "boats.txt")
    page = open_page()
    press(qtbot, tools, page._list, Qt.Key.Key_S)
    assert page.findChild(QFileDialog) is None
    assert "embargo" in said[0].sentence
    said[0].act()
    settle(tools)
    page.findChild(QFileDialog).close()


def test_words_under_embargo_cannot_be_taken_from_a_comparison(services, open_page, qtbot, tools):
    services.releases.add_text(UNDER_EMBARGO)
    services.releases.add_text(UNDER_EMBARGO.replace("new boats", "nine new boats"))
    page = open_page()
    press(qtbot, tools, page._list, Qt.Key.Key_V)
    flags = page.findChild(Comparison).text.textInteractionFlags()
    assert flags == Qt.TextInteractionFlag.NoTextInteraction


def test_words_under_embargo_are_copied_out_of_a_field_only_when_asked_for_again(
    services, open_page, qtbot, tools, said
):
    services.releases.add_text(UNDER_EMBARGO)
    page = open_page()
    press(qtbot, tools, page._list, Qt.Key.Key_E)
    QGuiApplication.clipboard().setText("Mine")
    field = page.findChild(FactsForm)._headline
    field.selectAll()
    for key in (Qt.Key.Key_C, Qt.Key.Key_X):
        qtbot.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
        settle(tools)
        assert QGuiApplication.clipboard().text() == "Mine"
    assert field.toPlainText() == "Boats for Hull"
    assert not field.createMimeDataFromSelection().hasText()
    said[0].act()
    settle(tools)
    assert QGuiApplication.clipboard().text() == "Boats for Hull"
    assert services.embargoes.ledger(1).events[-1].kind is EventKind.COPY


def test_the_fields_of_a_release_that_is_free_copy_as_usual(page, qtbot, tools):
    press(qtbot, tools, page._list, Qt.Key.Key_E)
    field = page.findChild(FactsForm)._headline
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Boats for Hull"


def test_above_a_pdf_it_is_said_that_it_is_under_embargo(services, open_page, pdf, qtbot, tools):
    services.releases.add_file(pdf)
    services.embargoes.set_end(1, "tomorrow 00:01", "The Minister speaks")
    page = open_page()
    press(qtbot, tools, page._list, Qt.Key.Key_O)
    assert page.findChild(PdfView).words().startswith("Embargoed 9 h 55 min · Page 1 of ")
