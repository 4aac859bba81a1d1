"""The handover by keys: read, taken over, turned, kept as PDF."""

import gc
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.hours import DayRule, Span
from pressdesk.ui.handover.page import HandoverPage
from pressdesk.ui.handover.sheet import pdf

NASTY = "<img src='http://example.com/x.png'> & <b>bold</b>"


@pytest.fixture
def enquiry(services, clock):
    form = EnquiryForm(
        clock.now(),
        questions=("How many?",),
        subject=NASTY,
        journalist="Ruth Amery",
        deadline_words="by 8",
        deadline_at=clock.now() + timedelta(hours=6),
    )
    return services.enquiries.log(form).id


@pytest.fixture
def page(framed, services, tools, clock, enquiry):
    clock.instant += timedelta(hours=3)
    return framed(HandoverPage(services, tools), 1000, 700)


@pytest.fixture
def press(qtbot, tools, page):
    def act(*keys, hold=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key, hold)
        assert tools.runner.wait_idle()

    return act


def test_typed_words_stand_on_it_as_they_are_and_load_nothing(page):
    assert NASTY in page.words()
    assert "DUE BEFORE THE OFFICE OPENS" in page.words()


def test_t_takes_it_over_and_says_so(press, page, services, said):
    assert "Not taken over yet" in page.words()
    press(Qt.Key.Key_T)
    assert said[-1].sentence == "Taken over by Priya Nair, today 17:06."
    assert "✓ Taken over by Priya Nair, today 17:06" in page.words()
    assert not page._take.isEnabled()
    press(Qt.Key.Key_T)
    assert "taken over once" in said[-1].sentence or services.handovers.show().taken


def test_m_shows_the_other_one(press, page):
    assert page.words().startswith("Evening handover")
    press(Qt.Key.Key_M)
    assert page.words().startswith("Morning handover")
    assert page._other.accessibleName() == "Evening handover"


def test_the_next_day_it_shows_what_is_due_again(press, page, clock):
    press(Qt.Key.Key_M)
    assert page.words().startswith("Morning handover")
    clock.instant += timedelta(hours=24)
    page.refresh()
    press()
    assert page.words().startswith("Evening handover")
    assert "Tuesday 24 November 17:00 to Wednesday" in page.words()


def test_tab_and_enter_open_an_enquiry(press, page, tools, enquiry, qtbot):
    with qtbot.waitSignal(tools.navigator.enquiry_requested) as asked:
        press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert asked.args == [enquiry]


def test_it_looks_again_at_each_minute(page, clock, tools):
    clock.instant = clock.instant.replace(second=0) + timedelta(hours=4)
    tools.ticker.look()
    assert tools.runner.wait_idle()
    assert "overdue" in page.words()


def test_a_full_page_is_one_page_of_pdf_with_its_words(page, services, clock):
    from pypdf import PdfReader

    for number in range(40):
        services.enquiries.log(
            EnquiryForm(
                clock.now(), journalist="R", questions=("Why?",), subject=f"Question {number}"
            )
        )
    reader = PdfReader(io.BytesIO(pdf(services.handovers.show())))
    assert len(reader.pages) == 1
    assert reader.metadata is not None
    assert "Evening handover" in (reader.metadata.title or "")


def test_the_pdf_is_written_to_the_file_that_was_chosen(page, tools, tmp_path, said):
    page._exporting.write(str(tmp_path / "tonight.pdf"))
    assert tools.runner.wait_idle()
    assert (tmp_path / "tonight.pdf").read_bytes().startswith(b"%PDF")
    assert said[-1].sentence == "Exported 1 page to tonight.pdf."


def test_an_office_that_never_closes_is_told_why_there_is_none(press, page, services):
    whole = tuple(DayRule(day, (Span(0, 1440),), date(2012, 1, 1)) for day in range(7))
    services.office.save_office(replace(services.office.facts().office, division=""))
    services.office.set_hours(whole)
    page.refresh()
    press()
    assert "nothing to hand over" in page.words()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("handover.pdf", "The handover is sent to the printer."),
        ("not-there/handover.pdf", "The handover was not printed."),
    ],
)
def test_it_is_printed_after_the_dialog_and_what_failed_is_said(
    press, page, said, tmp_path, name, told
):
    press(Qt.Key.Key_P, hold=Qt.KeyboardModifier.ControlModifier)
    gc.collect()
    page._printer.setOutputFileName(str(tmp_path / name))
    page._print()
    page.focus_first()
    press(Qt.Key.Key_Shift)
    assert said[-1].sentence.startswith(told)
    assert (tmp_path / name).exists() is (name == "handover.pdf")
