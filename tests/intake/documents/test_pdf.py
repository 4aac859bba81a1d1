"""A PDF gives its paragraphs; pages end and begin without a trace."""

import pytest

from pressdesk.intake.documents.pdf import read_pdf
from tests.intake.documents import made


def test_lines_with_room_between_them_are_paragraphs():
    text = read_pdf(
        made.pdf("Crews have new boats", "", "", "They are ready,", "all of them.")
    ).text
    assert text == "Crews have new boats\n\nThey are ready,\nall of them."


@pytest.mark.parametrize(
    ("foot", "top", "text"),
    [
        ("the boats", "are ready.", "the boats\nare ready."),
        ("The boats.", "The crews.", "The boats.\n\nThe crews."),
    ],
)
@pytest.mark.parametrize("number", ["1", "Page 1 of 2"])
def test_a_sentence_goes_on_over_the_page_and_its_number(foot, top, text, number):
    pages = made.pdf(foot, "", "", number), made.pdf(top)
    assert read_pdf(made.bound(*pages)).text == text
