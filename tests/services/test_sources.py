"""What an answer may lean on, and what is made of it for the mail program."""

from datetime import timedelta

import pytest

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Terms
from pressdesk.errors import Refused, Unavailable
from tests.conftest import MONDAY_14_06

RELEASE = "Progress is slow\n\n14 May 2018\n\nOf 52 cases, 27 were handled well.\n\nNotes to editors\n\n1. Inspectors visited in March."


@pytest.fixture
def logged(services):
    """A function that logs an enquiry on child protection."""

    def log(ago=timedelta(), **more):
        form = EnquiryForm(
            MONDAY_14_06 - ago,
            journalist="Ruth Amery",
            subject="Child protection cases in Northmoor",
            questions=("How many child protection cases were handled well?",),
            **more,
        )
        return services.enquiries.log(form).id

    return log


def give(services, enquiry, words, kind=AnswerKind.SUBSTANTIVE):
    answer = Answer(words, Terms.ON_THE_RECORD, "", MONDAY_14_06, Channel.PHONE, kind=kind)
    services.answering.answer(enquiry, answer)


def test_linked_releases_and_earlier_answers_on_the_subject_are_leant_on(services, logged):
    earlier, asked = logged(timedelta(days=2)), logged()
    give(services, earlier, "We are looking.", AnswerKind.HOLDING)
    give(services, earlier, "26 were handled well.")
    services.answering.link(asked, services.releases.add_text(RELEASE).id)
    found = services.sources.of(asked)
    assert [source.name for source in found.texts] == [
        "“Progress is slow”, Monday 14 May 2018",
        "ENQ-2026-00001, Monday 23 November 2026",
    ]
    assert "Of 52 cases, 27 were handled well." in [one.words for one in found.passages]
    assert "Inspectors visited in March." in [one.words for one in found.passages]
    assert found.passages[-1].words == "26 were handled well."


def test_an_answer_of_its_own_is_leant_on_once(services, logged):
    asked = logged()
    give(services, asked, "26 were handled well.")
    assert [source.words for source in services.sources.of(asked).texts] == [
        "26 were handled well."
    ]


def test_an_enquiry_without_either_leans_on_nothing(services, logged):
    assert services.sources.of(logged()).texts == ()


@pytest.mark.parametrize("words", ["Of XX cases", "On {date}", "Dear [NAME]"])
def test_a_gap_stops_recording_and_asking(services, logged, words):
    enquiry = logged()
    with pytest.raises(Refused, match="filled in"):
        give(services, enquiry, words)
    with pytest.raises(Refused, match="filled in"):
        services.clearances.ask(enquiry, words, "Statement")
    assert services.enquiries.show(enquiry).answers == ()


def test_checking_writes_nothing(services, logged):
    enquiry = logged()
    answer = Answer("Yes.", Terms.ON_THE_RECORD, "", MONDAY_14_06, Channel.PHONE, basis="Statement")
    with pytest.raises(Refused, match="cleared first"):
        services.answering.check(enquiry, answer)
    assert services.enquiries.show(enquiry).answers == ()


def test_the_message_goes_to_the_journalist_under_the_reference(services, logged, tmp_path):
    mail = services.sending.mail(logged(email="ruth@humberdaily.example"), "Yes.")
    assert mail.to == "ruth@humberdaily.example"
    assert mail.subject == "Child protection cases in Northmoor (ENQ-2026-00001)"


def test_a_draft_that_cannot_be_written_says_so(services, logged, tmp_path):
    with pytest.raises(Unavailable, match="Choose another folder"):
        services.sending.write_eml(logged(), "Yes.", tmp_path / "none" / "a.eml")
