"""Paragraphs inserted, what differs marked, and an answer read aloud, copied or mailed: by keys."""

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from pressdesk.domain.embargo import EventKind
from pressdesk.domain.enquiries import Channel
from pressdesk.ui.kit import GrowingLabel
from pressdesk.ui.tools import Message
from tests.ui.enquiry.conftest import CALL
from tests.ui.enquiry.test_panel import ALT, CTRL, SHIFT, words

RELEASE = """Progress on child protection is slow

14 May 2018

Inspectors found that 26 per cent of child protection cases were graded good.

Inspectors will return to the force in the autumn."""
SENTENCE = "Inspectors found that 26 per cent of child protection cases were graded good."


class Opened(QObject):
    """Takes what would open in a mail program."""

    def __init__(self):
        super().__init__()
        self.urls = []

    @Slot(QUrl)
    def take(self, url):
        self.urls.append(url)


@pytest.fixture
def opened():
    taken = Opened()
    for scheme in ("mailto", "file"):
        QDesktopServices.setUrlHandler(scheme, taken, "take")  # type: ignore[arg-type]
    yield taken.urls
    for scheme in ("mailto", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def response(panel, services, enquiry, settled, press):
    services.answering.link(enquiry, services.releases.add_text(RELEASE).id)
    settled()
    press(Qt.Key.Key_2, ALT)
    return panel.response


@pytest.fixture
def typed(response, press, write):
    def write_words(said):
        press(Qt.Key.Key_Space)
        response.answer.compose.edit.setFocus()
        write(said)

    return write_words


def test_a_paragraph_is_inserted_by_keys_and_where_it_came_from_is_kept(
    response, typed, press, write, shown
):
    typed("As published:")
    press(Qt.Key.Key_I, CTRL | SHIFT)
    write("graded good")
    press(Qt.Key.Key_Return)
    assert response.answer.compose.words() == f"As published:\n\n{SENTENCE}"
    assert response.answer.compose.edit.hasFocus()
    press(Qt.Key.Key_Return, CTRL)
    source = "“Progress on child protection is slow”, Monday 14 May 2018"
    assert shown().answers[0].sources == (source,)
    assert f"From {source}" in words(response)


def test_what_was_inserted_from_comes_back_with_the_draft(
    panel, response, typed, press, write, services, enquiry, settled
):
    typed("As published:")
    press(Qt.Key.Key_I, CTRL | SHIFT)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    panel.clear()
    settled()
    panel.show_enquiry(enquiry, "response")
    settled()
    assert response.answer.compose._names
    assert response.answer.compose._from.isVisible()


def test_a_figure_that_differs_from_the_release_is_marked(response, typed, press, write):
    typed("Of child protection cases, 62 per cent were graded good.")
    (mark,) = response.answer.same_answer.marks()
    assert (mark.ours, mark.theirs) == ("62 per cent", "26 per cent")
    assert "62 per cent here, 26 per cent there (percentage)" in words(response)
    response.answer.compose.edit.setPlainText("Of child protection cases, 26% were graded good.")
    press(Qt.Key.Key_Right)
    assert not response.answer.same_answer.isVisible()


def test_words_with_a_gap_are_neither_recorded_nor_sent(response, typed, press, shown, opened):
    typed("Of XX cases, 12 were good.")
    for key in (Qt.Key.Key_K, Qt.Key.Key_X, Qt.Key.Key_S):
        press(key, CTRL | SHIFT)
        assert response.answer.compose._words_field.problem() == "“XX” is still to be filled in."
    assert (shown().answers, opened, response.answer.aloud.isVisible()) == ((), [], False)


def test_words_are_read_aloud_in_large_type_and_recorded(response, typed, press, shown):
    typed("Progress is slow.")
    press(Qt.Key.Key_K, CTRL | SHIFT)
    assert response.answer.aloud.words.text() == "Progress is slow."
    assert response.answer.aloud.words.font().pointSizeF() > 1.5 * response.font().pointSizeF()
    press(Qt.Key.Key_Escape)
    assert (response.answer.aloud.isVisible(), shown().answers) == (False, ())
    press(Qt.Key.Key_K, CTRL | SHIFT)
    press(Qt.Key.Key_Return)
    assert (shown().answers[0].words, shown().answers[0].channel) == (
        *("Progress is slow.",),
        Channel.PHONE,
    )


def test_words_are_copied_once_they_are_recorded(response, typed, press, shown, said):
    typed("Progress is slow.")
    press(Qt.Key.Key_X, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == "Progress is slow."
    assert len(shown().answers) == 1
    assert said == ["The answer is recorded and its words are copied."]


def test_words_open_as_a_message_once_they_are_recorded(response, typed, press, shown, opened):
    typed("Progress is slow & steady.")
    press(Qt.Key.Key_S, CTRL | SHIFT)
    assert shown().answers[0].channel is Channel.EMAIL
    (url,) = opened
    assert url.scheme() == "mailto"
    assert "body=Progress%20is%20slow%20%26%20steady." in url.toString(
        QUrl.ComponentFormattingOption.FullyEncoded
    )


def test_a_long_answer_opens_as_a_draft_in_a_file(response, typed, press, opened):
    typed("Progress.")
    response.answer.compose.edit.setPlainText("Progress is slow. " * 200)
    press(Qt.Key.Key_S, CTRL | SHIFT)
    (url,) = opened
    assert url.toLocalFile().endswith("ENQ-2026-00001.eml")


def test_what_is_read_aloud_is_put_away_with_its_enquiry(
    panel, response, typed, press, services, settled, shown
):
    typed("Progress is slow.")
    press(Qt.Key.Key_K, CTRL | SHIFT)
    assert not response.answer.compose.isVisible()
    panel.show_enquiry(services.enquiries.log(CALL).id, "response")
    settled()
    assert (response.answer.aloud.isVisible(), response.answer.compose.isVisible()) == (False, True)
    assert shown().answers == ()


EMBARGOED = f"EMBARGOED UNTIL 00:01 24 November 2026\n\n{RELEASE}"


@pytest.fixture
def embargoed(panel, services, enquiry, settled, press):
    """The answer to an enquiry that a release under embargo is linked to."""
    release = services.releases.add_text(EMBARGOED).id
    services.answering.link(enquiry, release, despite="She agreed")
    settled()
    press(Qt.Key.Key_2, ALT)
    return panel.response


def test_embargoed_words_are_copied_out_of_an_answer_only_when_asked_for_again(
    embargoed, press, write, tools, services, settled
):
    asked: list[Message] = []
    tools.navigator.said.connect(asked.append)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_I, CTRL | SHIFT)
    write("26 per cent")
    press(Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("Mine")
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Mine"
    assert asked[0].act is not None
    asked[0].act()
    settled()
    assert QGuiApplication.clipboard().text() == SENTENCE
    assert services.embargoes.ledger(1).events[-1].kind is EventKind.COPY


def test_what_differs_from_an_embargoed_release_cannot_be_selected(embargoed, press, write):
    press(Qt.Key.Key_Space)
    embargoed.answer.compose.edit.setFocus()
    write("Inspectors found that 27 per cent of child protection cases were graded good.")
    labels = embargoed.answer.same_answer.findChildren(GrowingLabel)
    assert labels
    assert not any(label.textInteractionFlags() for label in labels)
