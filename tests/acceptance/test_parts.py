"""Every real file comes in or is refused with its reason, and no word of it is lost."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QPageSize, QPdfWriter, QTextDocument

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


def test_a_release_printed_to_pdf_has_the_parts_of_its_text(real_releases, tmp_path, qapp):
    (path,) = real_releases.glob("000_*.txt")
    text = path.read_text("utf-8")
    paper = QTextDocument()
    paper.setDefaultFont(QFont("DejaVu Sans", 10))  # Inter's raised colons have no code in a PDF
    paper.setHtml("".join(f"<p>{line}</p>" for line in text.splitlines() if line.strip()))
    writer = QPdfWriter(str(tmp_path / "printed.pdf"))
    writer.setPageSize(QPageSize(QSizeF(210, 900), QPageSize.Unit.Millimeter))
    paper.print_(writer)
    (document,) = read_documents("printed.pdf", (tmp_path / "printed.pdf").read_bytes())
    printed, written = read_release(document.text), read_release(text)
    assert words_in_order(printed) == words_in_order(written)
    assert (printed.headline, printed.notes) == (written.headline, written.notes)
    assert [b.kind for b in printed.blocks] == [b.kind for b in written.blocks]
