"""A file is known by what is in it; what cannot be read is refused in words."""

import gzip

import pytest

from pressdesk.errors import BadFile
from pressdesk.intake.documents.kinds import read_documents
from tests.intake.documents import made

HEADLINE = "Crews have new boats"
FEED = (
    "<rss version='2.0'><channel><item><title>Crews have new boats</title>"
    "<description>Ready.</description></item></channel></rss>"
)
LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("boats.txt", HEADLINE.encode()),
        ("boats.txt", HEADLINE.encode("utf-16")),
        ("boats.md", f"# {HEADLINE}".encode()),
        ("boats", f"<!DOCTYPE html><h1>{HEADLINE}</h1>".encode()),
        ("boats.txt", f"<html><body><h1>{HEADLINE}</h1>".encode()),
        (
            "boats.xml",
            f"<?xml version='1.0'?><html><body><h1>{HEADLINE}</h1></body></html>".encode(),
        ),
        ("boats.doc", made.word(HEADLINE, "Ready.")),
        ("boats.txt", made.pdf(HEADLINE, "Ready.")),
        ("boats.html", FEED.encode()),
        ("boats.xml", b"\n<!-- ours -->\n<?xml version='1.0'?>" + FEED.encode()),
        ("boats.rss", gzip.compress(FEED.encode())),
        ("boats.csv", f"title,body\n{HEADLINE},Ready.".encode()),
        ("boats.tsv", f"Headline\tText\n{HEADLINE}\tReady.".encode()),
    ],
)
def test_the_content_tells_the_kind_and_then_the_name(name, data):
    (document,) = read_documents(name, data)
    assert document.text.split("\n")[0].lstrip("# ") == HEADLINE


@pytest.mark.parametrize(
    "data",
    [
        b"<img src='https://tracker.example/1.gif'><p>Boats",
        b"<link rel=stylesheet href=https://tracker.example/a.css><p>Boats<iframe src=/x></iframe>",
        b"<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>Boats&x;",
        b"<p>Boats<object data=file:///etc/passwd></object><script>fetch('/')</script>",
    ],
)
def test_nothing_that_a_page_points_to_is_read(data):
    (document,) = read_documents("a.html", data)
    assert document.text.replace("&x;", "") == "Boats"


def test_words_written_to_tie_up_the_reader_are_soon_read():
    for page in (b"<li>" + b"[x " * 50_000, b"<h2>" + b"[x](" * 50_000, b"<p>" + b" " * 2_000_000):
        assert len(read_documents("a.html", page + b"words")) == 1


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n ", "no words"),
        ("a.pdf", b"%PDF-1.7 stuff", "damaged"),
        ("a.pdf", made.pdf(), "no text in the PDF"),
        ("a.pdf", made.locked(made.pdf(HEADLINE)), "locked with a password"),
        ("a.pdf", made.swollen(100_000_000), "damaged"),
        ("a.pdf", made.pdf("x").replace(b"/Kids [3", b"/Kids [2"), "damaged"),  # holds itself
        ("a.docx", b"PK\x03\x04 and no more", "damaged or was cut short"),
        ("a.docx", made.packed(("xl/workbook.xml", "")), "no Word document"),
        ("a.docx", made.packed(("word/document.xml", "<w:document")), "damaged"),
        ("a.docx", made.word("ha", head=LAUGHS), "definitions that Word never writes"),
        ("a.docx", made.word("ha", extra=[("big.xml", bytes(20_000_001))]), "unpacks to far more"),
        ("a.doc", b"\xd0\xcf\x11\xe0 old", "old Word document, or one locked"),
        ("a.rtf", b"{\\rtf1 words}", "rich text"),
        ("a.eml", b"From: a@b.example\n\nWords.", "saved email"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><text>Hi</text></svg>", "picture"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "picture"),
        ("a.gz", b"\x1f\x8b no", "packed and damaged"),
        ("a.gz", gzip.compress(FEED.encode())[:-9], "breaks off"),
        ("a.gz", gzip.compress(bytes(50_000_001)), "unpacks to far more"),
        ("a.xml", b"<?xml version='1.0'?><invoice/>", "no RSS or Atom feed"),
        ("a.rss", f"{LAUGHS}{FEED}".encode(), "XML entities"),
        ("a.rss", f"{LAUGHS}{FEED}".encode("utf-16"), "XML entities"),
        ("a.rss", f"{FEED[:-16]}{' ' * 10_000_000}".encode(), "over 10 MB"),
        (
            "a.atom",
            b"<feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>",
            "no release in it",
        ),
        ("a.csv", b"a,b\n1,2", "Name the columns"),
        ("a.csv", b"title,body\n", "nothing below the headings"),
        ("a.csv", b'title,body\n"a,b\nc,d', "does not end where it should, at or before line 3"),
        ("a.csv", b'title,body\n"a" b,c', "does not end where it should, at or before line 2"),
        ("a.csv", b'title,body\n"' + b"x" * 200_000, "a cell does not end"),
        ("a.html", b"<div>" * 300 + b"words", "damaged"),
        ("a.html", b"<div>" * 1_000_000 + b"words" + b"</div>" * 1_000_000, "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(name, data, words):
    with pytest.raises(BadFile, match=words):
        read_documents(name, data)
