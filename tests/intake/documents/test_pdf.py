"""A PDF gives its paragraphs; pages end and begin without a trace."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QPageSize, QPdfWriter, QTextDocument

from pressdesk.intake.documents.pdf import read_pdf
from pressdesk.paths import resources
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


def test_a_line_that_is_printed_at_the_foot_and_again_at_the_top_is_read_once():
    twice = "This line of the story is as long as a line of a story is"
    text = read_pdf(made.bound(made.pdf("Boats", twice), made.pdf(twice, "and goes on."))).text
    assert text.count(twice) == 1


URDU = (
    "نئی کشتیاں آ گئیں",
    "عملے کے پاس اب نئی کشتیاں ہیں اور وہ ہر موسم میں تیرتی ہیں۔ " * 4,
    "کشتیاں 2026 میں پہنچیں۔",
)


def test_a_pdf_in_urdu_is_read_in_the_order_of_its_words(tmp_path, qapp):
    paper, writer = QTextDocument(), QPdfWriter(str(tmp_path / "urdu.pdf"))
    QFontDatabase.addApplicationFont(str(resources() / "fonts" / "NotoSansArabic-Regular.ttf"))
    paper.setDefaultFont(QFont(["Noto Sans Arabic"], 10))
    paper.setHtml("".join(f"<p>{words}</p>" for words in URDU))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    paper.print_(writer)
    del writer
    text = read_pdf((tmp_path / "urdu.pdf").read_bytes()).text
    assert [" ".join(part.split()) for part in text.split("\n\n")][:3] == [
        " ".join(words.split()) for words in URDU
    ]
