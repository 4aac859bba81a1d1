"""Every real file comes in or is refused with its reason, and no word of it is lost."""

import re
from collections import Counter

import pytest

from pressdesk.domain.releases import words_in_order
from pressdesk.intake.documents.kinds import read_documents
from pressdesk.intake.releases import read_release
from tests.acceptance.parts import KEPT, table

WORD = re.compile(r"\w+")


def test_the_parts_recognised_in_each_file_are_those_in_the_table():
    assert list(table()) == KEPT.read_text("utf-8").splitlines()


@pytest.mark.parametrize("number", ["047", "048", "049", "050"])
def test_a_word_document_gives_every_word_of_the_same_release_in_text(real_releases, number):
    (path,) = (real_releases / "word").glob(f"{number}_*.docx")
    (text,) = real_releases.glob(f"{number}_*.txt")
    (document,) = read_documents(path.name, path.read_bytes())
    there = Counter(words_in_order(read_release(document.text)))
    assert Counter(WORD.findall(text.read_text("utf-8"))) - there == Counter()
