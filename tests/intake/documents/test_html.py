"""Of a web page the story is read: nothing of its frame, nothing that runs or is fetched."""

from datetime import date
from pathlib import Path

import pytest

from pressdesk.intake.documents.html import feed_named, fragment_text, read_html
from pressdesk.intake.documents.origin import Origin

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


PAGES = Path(__file__).with_name("pages")
STORY = "<p>" + "Crews have new boats that float. " * 8 + "</p>"


@pytest.mark.parametrize("name", ["government", "wordpress", "council"])
def test_of_a_site_the_story_is_left_and_its_frame_is_not(name):
    page = read_html((PAGES / f"{name}.html").read_bytes())
    assert page.text == (PAGES / f"{name}.txt").read_text("utf-8").strip()


@pytest.mark.parametrize(
    ("name", "title", "day", "address"),
    [
        (
            "government",
            "New boats for flood crews",
            date(2026, 11, 12),
            "https://www.gov.example/government/news/new-boats-for-flood-crews",
        ),
        (
            "wordpress",
            "Fewer knives carried in Saltmere",
            date(2026, 3, 3),
            "https://www.saltmere-pcc.example/news/fewer-knives/",
        ),
        ("council", "Council opens warm rooms", date(2026, 10, 8), ""),
    ],
)
def test_of_a_site_title_day_and_address_are_known(name, title, day, address):
    page = read_html((PAGES / f"{name}.html").read_bytes())
    assert (page.title, page.published_on, page.source_url) == (title, day, address)


FRAMES = {
    "the site's name as first heading": (
        "<meta property=og:title content='New boats'><h1>Northmoor Police</h1><h2>New boats</h2>"
    ),
    "headline outside the story": "<div id=top><h1>New boats</h1></div><div class=story>",
    "builder's widgets": "<h1>New boats</h1><div class='elementor-widget elementor-widget-text'>",
    "a story called by its frame": "<h1>New boats</h1><div class='col with-sidebar no-menu'>",
    "the whole page in a form": "<form id=aspnetForm><h1>New boats</h1>",
    "the page in a table": "<table><tr><td>Menu</td><td><h1>New boats</h1>",
    "hidden words": "<h1>New boats<span class=visually-hidden> (press release)</span></h1>",
    "a search box": "<header><label for=q>Search the site</label></header><h1>New boats</h1>",
    "consent": "<div id=onetrust-consent-sdk><p>We value your privacy</p></div><h1>New boats</h1>",
}


@pytest.mark.parametrize("before", FRAMES.values(), ids=FRAMES)
@pytest.mark.parametrize(
    "after",
    [
        "",
        "<div class=shareButtons>Share this page</div>",
        "<div class='related-content'><h2>Related</h2><a href=/x>Old boats</a></div>",
        "<h2>Related news</h2><ul><li><a href=/x>Old boats</a></ul><p>Back to top</p>",
        "<div role=contentinfo>© Northmoor</div>",
    ],
)
def test_a_frame_of_any_make_is_left_out(before, after):
    text = read_html(f"<html><body>{before}{STORY}{after}".encode()).text
    headline, story = text.split("\n\n")
    assert headline == "# New boats"
    assert story.startswith("Crews have new boats")


def test_the_longest_of_several_articles_is_the_story():
    teasers = "<article><h3>Old boats</h3><p>Sold.</p></article>" * 3
    page = f"<main><article><h1>New boats</h1>{STORY}</article>{teasers}</main>"
    assert "Sold" not in read_html(page.encode()).text


def test_notes_after_related_links_stay():
    page = f"<h1>Boats</h1>{STORY}<h3>Related links</h3><ul><li><a href=/x>X</a></ul><p>Notes to editors</p><ol><li>One.</ol>"
    assert read_html(page.encode()).text.endswith("Notes to editors\n\n1. One.")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>Boats | Site</title>", "Boats"),
        (
            "<meta property=og:title content='Boats - Site'><meta property=og:site_name content=Site>",
            "Boats",
        ),
        ("<title>Boats - crews say yes</title>", "Boats - crews say yes"),
        (
            '<script type="application/ld+json">{"headline": "Boats \\u2013 new"}</script>',
            "Boats – new",
        ),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(head, title):
    assert read_html(f"<html><head>{head}</head><p>Ready.".encode()).title == title


@pytest.mark.parametrize(
    "words", ["Published: Thursday, 12th November 2026", "Posted on 12 November 2026 by comms"]
)
def test_a_date_that_is_only_printed_is_found(words):
    assert read_html(f"<h1>Boats</h1><p>{words}<p>Ready.".encode()).published_on == date(
        2026, 11, 12
    )


@pytest.mark.parametrize(
    ("canonical", "address"),
    [
        ("/news/boats", "https://a.example/news/boats"),
        ("https://a.example/news/boats", "https://a.example/news/boats"),
        ("https://b.example/other", "https://a.example/fetched"),
        ("", "https://a.example/fetched"),
    ],
)
def test_a_page_may_say_where_on_its_own_server_it_belongs(canonical, address):
    page = f"<link rel=canonical href='{canonical}'><p>Ready.".encode()
    assert read_html(page, Origin("https://a.example/fetched")).source_url == address


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        ("“Café”".encode("cp1252"), "iso-8859-1"),
        ("“Café”".encode("cp1252"), "no-such-alphabet"),
        ("“Café”".encode(), "iso-8859-1"),
        ("“Café”".encode("utf-16"), "utf-8"),
        ("“Café”".encode("mac-roman"), "macintosh"),
    ],
)
def test_a_page_is_read_in_its_own_alphabet_whatever_its_server_claims(body, charset):
    assert read_html(body, Origin(charset=charset)).text == "“Café”"


def test_the_feed_that_a_page_names_is_found():
    page = b"<link rel=alternate type='application/atom+xml' href='/feed.atom'><p>x"
    assert feed_named(page, Origin("https://a.example/news")) == "https://a.example/feed.atom"


AROUND = """<h1>Boats</h1><p>Crews have them, and they float in every weather.</p>"""


@pytest.mark.parametrize(
    "around",
    [
        '<div class="gem-c-feedback"><h2>Is this page useful?</h2><p>Help us.</p></div>',
        "<section><h2>Related articles</h2><article><h3>Two arrested</h3></article></section>",
        "<div><h2>Updates to this page</h2>Published 4 March 2026</div>",
        "<div><h3>Like this:</h3><span>Like</span> Loading...</div>",
        "<section><h2>Was this helpful?</h2><form>Tell us</form></section>",
        '<div id="comments" class="comments-area"><ol><li>Great work!</li></ol></div>',
        '<div class="view"><h2>Latest news</h2><h3>Library opens late</h3></div>',
        '<div class="lgd-prev-next"><a>Previous</a><a>Next</a></div>',
        '<span class="visually-hidden">Opens in a new tab</span>',
        '<div id="onetrust-banner-sdk"><p>By clicking Accept you agree</p></div>',
        "<figure><img src=x><figcaption>A boat in Hull</figcaption></figure>",
    ],
)
def test_what_surrounds_a_story_is_left_out(around):
    assert read_html((AROUND + around).encode()).text == (
        "# Boats\n\nCrews have them, and they float in every weather."
    )


@pytest.mark.parametrize(
    "words",
    [
        '<p class="comments">Ring us.</p>',
        "<figure><table><tr><td>2026<td>12</table></figure>",
    ],
)
def test_words_of_the_story_stay_whatever_their_part_is_called(words):
    assert len(read_html((AROUND + words).encode()).text) > len(AROUND) - 15


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p><strong>Background</strong></p>", "#### Background"),
        ("<p><b>What we</b> <b>found</b>", "#### What we found"),
        ("<p><b>Notes to editors</b><p><b>Charges</b>", "Notes to editors\n\nCharges"),
        ("<p><strong>EMBARGOED: 00:01</strong></p>", "EMBARGOED: 00:01"),
        ("<p><b>Ring 01632 960111</b></p>", "Ring 01632 960111"),
        ("<p><b>Crews float.</b></p>", "Crews float."),
        ("<p><b>Crews</b> float</p>", "Crews float"),
    ],
)
def test_a_short_bold_paragraph_is_a_heading(html, text):
    assert fragment_text(html) == text


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<dl><dt>Published<dd>4 May 2026</dl>", "Published: 4 May 2026"),
        ("<dl><dt>From:<dd>Us</dl>", "From: Us"),
        ("<dl><div><dt>A<dd>b</div><div><dt>C<dd>d</div></dl>", "A: b\n\nC: d"),
        ('See <a href="#all">all updates</a>', "See all updates"),
    ],
)
def test_terms_stand_in_a_line_and_places_on_the_page_lead_nowhere(html, text):
    assert fragment_text(html, "https://a.example/") == text
