"""Word documents give their words, notes at the foot too; nothing in them runs or is opened."""

from pressdesk.intake.documents.word import read_word
from tests.intake.documents import made

LINK = '<w:hyperlink w:anchor="x"><w:r><w:t>boats</w:t></w:r></w:hyperlink>'


def test_paragraphs_follow_each_other():
    assert read_word(made.word("Headline", "One &amp; two.")).text == "Headline\n\nOne & two."


def test_macros_are_passed_over():
    document = made.word("Headline", extra=[("word/vbaProject.bin", b"Sub AutoOpen()")])
    assert read_word(document).text == "Headline"


def test_tabs_and_links_keep_their_words():
    document = made.word(f"New</w:t></w:r>{LINK}<w:r><w:tab/><w:t>today")
    assert read_word(document).text.split() == ["Newboats", "today"]
