"""Of a web page the story is read: nothing of its frame, nothing that runs or is fetched."""

from datetime import date

import pytest

from pressdesk.intake.documents.html import fragment_text, read_html

PAGE = """<!DOCTYPE html><html><head>
<title>Boats for crews | Northmoor</title><script>track()</script>
<meta property="og:title" content="Crews have new boats">
<meta property="article:published_time" content="2026-11-12T09:00:00Z">
<link rel="canonical" href="https://northmoor.example/news/boats"></head><body>
<nav><a href="/">Home</a></nav><div class="cookie-banner">We use cookies</div>
<main><p>News</p><h1>Crews have new boats</h1>
<p>Twelve crews <b>have</b> them.<img src="https://tracker.example/1.gif" alt="dot"></p>
<p>The chief said:</p><blockquote><p>“They float.</p><p>“All of them.”</p></blockquote>
<ul><li>Red boats;</li><li>blue boats.</li></ul>
<p hidden>Draft</p><p>See <a href="/report">the report</a>.</p>
<h2>Notes to editors</h2><ol><li>Boats are new.</li><li>Call 020 7946 0000.</li></ol>
<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2026</td><td>12</td></tr></table>
</main><footer>Crown copyright</footer></body></html>"""


def test_a_page_gives_its_story_with_the_marks_of_a_release():
    assert read_html(PAGE.encode()).text == (
        "# Crews have new boats\n\nTwelve crews have them.\n\nThe chief said:\n\n"
        "> “They float.\n>\n> “All of them.”\n\n• Red boats;\n• blue boats.\n\n"
        "See [the report](https://northmoor.example/report).\n\n"
        "## Notes to editors\n\n1. Boats are new.\n2. Call 020 7946 0000.\n\n"
        "| Year | Boats |\n| 2026 | 12 |"
    )


def test_a_page_says_its_title_date_and_address():
    page = read_html(PAGE.encode())
    assert (page.title, page.published_on) == ("Crews have new boats", date(2026, 11, 12))
    assert page.source_url == "https://northmoor.example/news/boats"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="DC.date.issued" content="2026-11-12">',
        '<script type="application/ld+json">{"datePublished": "2026-11-12T01:00"}</script>',
        '<body><time datetime="2026-11-12">today</time>',
    ],
)
def test_the_date_is_found_where_pages_keep_it(head):
    assert read_html(f"<html>{head}<p>Words".encode()).published_on == date(2026, 11, 12)


def test_a_title_that_the_story_lacks_is_put_above_it():
    assert read_html(b"<title>Boats | Site</title><p>Ready.").text == "Boats\n\nReady."


def test_an_embargo_above_the_headline_stays():
    page = read_html(b"<p>News<p>Under embargo: 12 May<h1>Boats</h1><p>Ready.")
    assert page.text == "Under embargo: 12 May\n\n# Boats\n\nReady."


@pytest.mark.parametrize("charset", ["windows-1252", "utf-8", "iso-8859-15"])
def test_a_page_is_decoded_as_it_is_or_as_it_says(charset):
    page = f'<meta charset="{charset}"><p>“Café” é</p>'.encode(charset, errors="replace")
    assert "Café" in read_html(page).text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<a href="file:///etc/passwd">the file</a>', "the file"),
        ('<a href="javascript:run()">here</a>', "here"),
        ('<a href="https://a.example/">https://a.example</a>', "https://a.example"),
        ('<a href="https://a.example/x">A</a>', "[A](https://a.example/x)"),
        ('<a href="mailto:p@a.example">Write</a>', "[Write](mailto:p@a.example)"),
        ('<a href="mailto:p@a.example">p@a.example</a>', "p@a.example"),
        ("one<br>two", "one\ntwo"),
        ("<p>a <i>b</i>c\n d</p>", "a bc d"),
        ("<iframe>x</iframe><style>y</style>z<script>run()</script>", "z"),
        ("<ol start=3><li>c</ol>", "3. c"),
        ("<table><tr><td><ul><li>x</ul></table>", "• x"),
        ("a<hr>b", "a\n\n---\n\nb"),
        ("", ""),
    ],
)
def test_pieces_of_html_become_plain_words(html, text):
    assert fragment_text(html) == text
