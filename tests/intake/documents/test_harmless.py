"""Files that came in, shown and opened without harm."""

import io
import zipfile

import pytest
from pypdf import PdfWriter

from pressdesk.domain.releases import OriginalKind
from pressdesk.errors import BadFile
from pressdesk.intake.documents.harmless import harmless
from pressdesk.intake.documents.pdf_pages import draw_page

HOSTILE = b"""<html><head><meta http-equiv="refresh" content="0;url=http://evil.example">
<base href="http://evil.example/"><link rel=stylesheet href=/s.css><script src=x.js></script></head>
<body onload="steal()"><p>Boats</p><iframe src="http://evil.example"></iframe>
<img src="http://evil.example/t.gif"></body></html>"""


def test_of_a_page_nothing_runs_and_nothing_is_fetched():
    data, ending = harmless(OriginalKind.PAGE, HOSTILE)
    page = data.decode()
    assert (ending, "<p>Boats</p>" in page) == (".html", True)
    assert "default-src 'none'" in page.split("<html")[0]
    assert not any(word in page for word in ("refresh", "<base", "<link", "<script", "<iframe"))


def word(**parts):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, words in parts.items():
            file.writestr(name.replace("__", "/") + (".rels" if "rels" in name else ".xml"), words)
    return packed.getvalue()


LINK = '<Relationship Id="1" Type="http://x/hyperlink" Target="http://a.example" TargetMode="External"/>'
FETCH = LINK.replace("hyperlink", "attachedTemplate")


def test_a_word_document_is_opened_as_it_is():
    data = word(word__document="<w/>", word___rels=LINK)
    assert harmless(OriginalKind.WORD, data) == (data, ".docx")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (word(word__document="<w/>", word__vbaProject="x"), "macros"),
        (word(word__document="<w/>", word___rels=FETCH), "fetches"),
    ],
)
def test_a_word_document_with_macros_or_fetched_parts_is_not_opened(data, said):
    with pytest.raises(BadFile, match=said):
        harmless(OriginalKind.WORD, data)


def test_a_file_of_many_is_only_saved():
    with pytest.raises(BadFile, match="Save it"):
        harmless(OriginalKind.SPREADSHEET, b"title,body")


def pdf(*sizes, password=""):
    writer, made = PdfWriter(), io.BytesIO()
    for size in sizes:
        writer.add_blank_page(*size)
    if password:
        writer.encrypt(password)
    writer.write(made)
    return made.getvalue()


@pytest.mark.parametrize("size", [(595, 842), (1e6, 3), (3, 1e6), (14_400, 14_400)])
def test_a_page_of_any_size_makes_a_picture_that_can_be_held(size):
    picture = draw_page(pdf(size), 1, 900)
    assert picture.width * picture.height <= 16_100_000
    assert max(picture.width, picture.height) <= 20_001
    assert len(picture.pixels) == picture.width * picture.height * 4


def test_a_page_beyond_the_end_is_the_last():
    data = pdf((100, 100), (100, 100))
    assert [draw_page(data, number, 50).number for number in (0, 2, 9)] == [1, 2, 2]


@pytest.mark.parametrize(
    ("data", "said"), [(b"%PDF-1.7 stuff", "damaged"), (pdf((9, 9), password="x"), "password")]
)
def test_a_locked_or_damaged_pdf_says_so(data, said):
    with pytest.raises(BadFile, match=said):
        draw_page(data, 1, 900)
