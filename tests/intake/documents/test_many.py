"""Feeds and spreadsheets hold many releases; each keeps its own title, day and address."""

from datetime import date

import pytest

from pressdesk.intake.documents.document import under_title
from pressdesk.intake.documents.feed import read_feed
from pressdesk.intake.documents.markdown import read_markdown
from pressdesk.intake.documents.spreadsheet import guess_columns, read_spreadsheet

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Boats</title>
<link href="https://a.example/1"/><updated>2026-11-12T23:30:00Z</updated>
<summary>Short.</summary><content type="html">&lt;p>Ready. &lt;script>bad()&lt;/script>
&lt;a href="/more">More&lt;/a>&lt;/p></content></entry></feed>"""
SHEET = """4,old_url,Title,Summary,Body,ignore-textdate,First published
1,https://a.example/1,Boats,Twelve of them.,"Are **ready**.

### Notes

1. See [more](/more).",2012-07-12,7/12/2012
,,,,,,

2,,Knives,In short,Fewer.,,7/25/2012
3,,Empty,,,,
"""


def test_an_entry_of_a_feed_is_a_release():
    (entry,) = read_feed(ATOM)
    assert entry.text == "Boats\n\nReady. [More](https://a.example/more)"
    assert (entry.title, entry.published_on) == ("Boats", date(2026, 11, 12))
    assert entry.source_url == "https://a.example/1"


def test_what_a_broken_feed_holds_is_read():
    broken = b"<rss><channel><item><title>A &amp B</title><link>x?a=1&b=2</link></item>"
    assert [entry.title for entry in read_feed(broken)] == ["A & B"]


def test_each_row_is_a_release_in_markdown_with_its_day():
    boats, knives, empty = read_spreadsheet(SHEET)
    assert boats.text == (
        "Boats\n\nTwelve of them.\n\nAre ready.\n\n### Notes\n\n1. See [more](https://a.example/more)."
    )
    assert knives.text == "Knives\n\nIn short\n\nFewer."
    assert [row.published_on for row in (boats, knives)] == [date(2012, 7, 12), date(2012, 7, 25)]
    assert (empty.text, empty.place) == ("", "row 6")


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        ("title,body,date", (0, 1, None, 2, None)),
        ("Release date;HEADLINE;Full text;Link", (1, 2, None, 0, 3)),
        ("ignore-date,summary,text", (None, 2, 1, None, None)),
    ],
)
def test_columns_are_told_by_their_headings(headings, found):
    columns = guess_columns(headings.replace(";", ",").split(","))
    assert (columns.title, columns.body, columns.summary, columns.date, columns.url) == found


LONG = "Crews have new boats, and they float in every weather that Hull has. " * 3


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (["14 May 2026", "Boats for Hull", LONG, "https://a.example/b"], (1, 2, 0, 3)),
        (["17", "Hull", LONG], (None, 2, None, None)),
        (["Boats for Hull", LONG, LONG], (None, None, None, None)),
        (["Boats for Hull", "They float."], (None, None, None, None)),
    ],
)
def test_columns_without_known_headings_are_told_by_what_is_in_them(row, found):
    columns = guess_columns([f"c{at}" for at in range(len(row))], [row, row])
    assert (columns.title, columns.body, columns.date, columns.url) == found


@pytest.mark.parametrize(
    ("row", "remark"),
    [
        (f"T,{'x' * 32_767},1/2/2012", "breaks off at 32,767"),
        ("T,words,someday", "date “someday” was not understood"),
        ("T,words,1/2/2012", "^$"),
    ],
)
def test_a_row_to_look_at_again_says_so(row, remark):
    (document,) = read_spreadsheet(f"title,body,date\n{row}\n")
    assert document.remark == "" if remark == "^$" else remark[:10] in document.remark


def test_front_matter_of_markdown_gives_title_day_and_address():
    text = "---\ntitle: 'Boats'\ndate: 2026-11-12\n---\nAre *ready*.\n\n> Yes.\n\n| a | b |\n|--|--|\n| 1 | 2 |\n"
    document = read_markdown(text)
    assert document.text == "Boats\n\nAre ready.\n\n> Yes.\n\n| a | b |\n| 1 | 2 |"
    assert document.published_on == date(2026, 11, 12)


def test_lines_of_markdown_stay_lines():
    numbers = "Press enquiries: 020 7946 0000\nOut of hours: 020 7946 0001"
    assert read_markdown(numbers).text == numbers


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Ready.", "Boats\n\nReady."),
        ("# boats\n\nReady.", "# boats\n\nReady."),
        ("12 May 2026\n\nBoats\n\nReady.", "12 May 2026\n\nBoats\n\nReady."),
        ("Ready.\n\nBoats", "Boats\n\nReady.\n\nBoats"),
        ("", "Boats"),
    ],
)
def test_a_title_is_put_above_a_text_that_does_not_begin_with_it(text, whole):
    assert under_title("Boats", text) == whole
