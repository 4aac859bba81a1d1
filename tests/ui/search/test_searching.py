"""Search everywhere in the window, by keys alone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.contacts import Journalist
from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.lines_to_take import LineForm
from pressdesk.services.search import KINDS
from pressdesk.ui.enquiry.panel import EnquiryPanel
from pressdesk.ui.kit.found_rows import FoundHeading, FoundRow
from tests.conftest import MONDAY_14_06

CTRL = Qt.KeyboardModifier.ControlModifier
RELEASE = "Progress is slow in Humberside\n\nInspectors said that child protection must improve."


@pytest.fixture
def office(at_work, clock, tools):
    """The window on an office with two enquiries, a release and a journalist."""
    services = at_work.content().services
    for subject, outlet in (("Child protection", "Humber Daily"), ("Custody", "Radio North")):
        form = EnquiryForm(
            clock.now(),
            journalist="Ruth Amery",
            outlet=outlet,
            subject=subject,
            questions=("How many?",),
        )
        services.enquiries.log(form)
    services.releases.add_text(RELEASE)
    services.contacts.save_journalist(Journalist("Lena Fox", "Humber Daily"))
    tools.runner.wait_idle()
    at_work.content().page().focus_first()
    return at_work


@pytest.fixture
def finder(office):
    return office.content().searching.finder


@pytest.fixture
def search(office, finder, qtbot, tools):
    """Press Ctrl+K, type, and wait for what is found."""

    def type_in(words):
        qtbot.keyClick(office.focusWidget(), Qt.Key.Key_K, CTRL)
        qtbot.keyClicks(finder.line, words)
        tools.runner.wait_idle()

    return type_in


def titles(finder):
    return [row.title for row in finder.list.rows() if isinstance(row, FoundRow)]


def groups(finder):
    return [row.sentence() for row in finder.list.rows() if isinstance(row, FoundHeading)]


def test_everything_that_holds_the_words_stands_beneath_the_box_by_kind(search, finder):
    search("humb")
    assert finder.line.hasFocus()
    assert groups(finder) == ["Enquiries, 1", "Releases, 1", "Journalists, 2", "Outlets, 1"]
    assert titles(finder)[0] == "Child protection"
    assert titles(finder)[-1] == "Show all in the log"
    assert finder.list.current().title == "Child protection"
    assert finder.list.current().aside == "New · today 14:06"


def test_the_words_that_matched_are_marked(search, finder):
    search("humb")
    row = finder.list.current()
    assert [row.second[begin:end] for begin, end in row.second_spans] == ["Humber"]


def test_enter_opens_the_enquiry_and_leads_into_it(search, finder, office, qtbot, tools):
    search("humb")
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    tools.runner.wait_idle()
    panel = office.findChild(EnquiryPanel)
    assert finder.isHidden()
    assert panel.enquiry_id == 1
    assert panel.isAncestorOf(office.focusWidget())


@pytest.mark.parametrize(
    ("steps", "page", "shown"),
    [(1, "Releases", "Progress is slow in Humberside"), (2, "Contacts", "Lena Fox"), (4, "Contacts", "Humber Daily")],
)  # fmt: skip
def test_down_and_enter_lead_to_each_kind(search, finder, office, qtbot, tools, steps, page, shown):
    search("humb")
    for _ in range(steps):
        qtbot.keyClick(finder.line, Qt.Key.Key_Down)
    assert finder.list.current().title == shown
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    tools.runner.wait_idle()
    at = office.content().page()
    assert at.title == page
    (chosen,) = [e for e in at._list.entries() if e.id == at._list.current_id()]
    assert chosen.title == shown


def test_up_goes_back_and_stays_at_the_ends(search, finder, qtbot):
    search("humb")
    for key, title in (
        (Qt.Key.Key_Up, "Child protection"),
        (Qt.Key.Key_Down, "Progress is slow in Humberside"),
        (Qt.Key.Key_PageDown, "Show all in the log"),
        (Qt.Key.Key_Down, "Show all in the log"),
        (Qt.Key.Key_Up, "Humber Daily"),
    ):
        qtbot.keyClick(finder.line, key)
        assert finder.list.current().title == title


def test_escape_closes_and_gives_the_focus_back(search, finder, office, qtbot):
    before = office.focusWidget()
    search("humb")
    qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    assert finder.isHidden()
    assert office.focusWidget() is before


def test_the_focus_going_elsewhere_closes_it(search, finder, office):
    search("humb")
    office.content().page().focus_first()
    assert finder.isHidden()


@pytest.mark.parametrize("last_row", [True, False])
def test_all_of_it_is_shown_in_the_log_by_the_same_words(
    search, finder, office, qtbot, tools, last_row
):
    search("outlet:humber how")
    if last_row:
        qtbot.keyClick(finder.line, Qt.Key.Key_PageDown)
        qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    else:
        qtbot.keyClick(finder.line, Qt.Key.Key_Return, CTRL)
    tools.runner.wait_idle()
    page = office.content().page()
    assert page.bar.words.text() == "outlet:humber how"
    assert [page.model.enquiry(row).outlet for row in range(page.model.rowCount())] == [
        "Humber Daily"
    ]
    assert page.table.hasFocus()


def test_enter_before_the_answer_waits_for_it(office, finder, qtbot, tools):
    qtbot.keyClick(office.focusWidget(), Qt.Key.Key_K, CTRL)
    qtbot.keyClicks(finder.line, "custody")
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    tools.runner.wait_idle()
    assert office.findChild(EnquiryPanel).enquiry_id == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("xyzzy", "Nothing is like this. Try fewer words, or only the start of one."),
        ("amrey", "Nothing holds “amrey”. Taken as “amery”."),
        ("outlet:zebra", "No outlet is called “zebra…”. Nothing is like this."),
    ],
)
def test_what_was_not_found_is_said(search, finder, words, said):
    search(words)
    assert finder.said.isVisible()
    assert finder.said.text().startswith(said)


def test_without_words_it_only_tells_how_to_search(search, finder):
    search("")
    assert finder.list.rows() == ()
    assert not finder.said.isVisible()


def test_the_words_stay_and_are_typed_over(search, finder, qtbot, tools):
    search("humb")
    qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    search("")
    assert titles(finder)[0] == "Child protection"
    qtbot.keyClicks(finder.line, "cust")
    tools.runner.wait_idle()
    assert finder.line.text() == "cust"
    assert titles(finder) == ["Custody", "Show all in the log"]


@pytest.mark.parametrize("width", [1024, 1440])
def test_it_stands_within_the_window(search, finder, office, width):
    office.resize(width, 680)
    search("e")
    for other in (width, 1100):
        office.resize(other, 680)
        assert office.content().rect().contains(finder.geometry())


def test_the_first_heading_is_in_sight_where_there_is_no_room_for_all(search, finder, office):
    office.resize(1024, 640)
    search("humb")
    assert finder.list.verticalScrollBar().maximum() > 0
    assert finder.list.verticalScrollBar().value() == 0


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_every_kind_that_is_searched_can_be_opened(office, tools, kind):
    office.content().searching.taken.emit(kind, 1)
    tools.runner.wait_idle()


def test_enter_opens_a_line_to_take(search, finder, office, qtbot, tools):
    office.content().services.lines_to_take.add(LineForm("Tutors", "Every prison has one."))
    search("tutor")
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    tools.runner.wait_idle()
    at = office.content().page()
    assert (at.title, at._list.entries()[0].title) == ("Lines to take", "Tutors")


def test_a_release_under_embargo_counts_down_where_it_is_found(
    search, finder, office, clock, tools
):
    office.content().services.releases.add_text(
        "EMBARGOED UNTIL 14:08 ON 23 NOVEMBER 2026\n\nEngines stood still\n\n23 November 2026\n\nX."
    )
    search("engines")
    assert finder.list.current().aside == "Embargoed 2 min"
    for minutes, said in ((1, "Embargoed 1 min"), (2, "Published 23 November 2026")):
        clock.instant = MONDAY_14_06 + timedelta(minutes=minutes)
        tools.ticker.look()
        tools.runner.wait_idle()
        assert finder.list.current().aside == said
