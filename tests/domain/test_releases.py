import json
from datetime import date

from pressdesk.domain.releases import (
    Block,
    BlockKind,
    Link,
    Note,
    PressContact,
    ReleaseParts,
    from_json,
    places_of,
    to_json,
    words_in_order,
)

WHOLE = ReleaseParts(
    front=("Press release",),
    headline="Force improves",
    blocks=(
        Block(BlockKind.PARAGRAPH, "Inspectors went back."),
        Block(
            BlockKind.QUOTE,
            items=("Good.",),
            lead_in="Ann Lee said:",
            speaker="Ann Lee",
            role="HMI",
        ),
        Block(BlockKind.LINK, "The review", lead_in="Get the report", url="www.hmi.example"),
    ),
    notes_heading="Notes",
    notes=(Note("1", "Ring us."), Note("", "Any time.")),
    after_notes=(Block(BlockKind.MARK, "ENDS"),),
    links=(Link("The review", "www.hmi.example"),),
    contacts=(PressContact("020 3513 0600", "", out_of_hours=False, words="Ring us."),),
    reference="45/2026",
    published_on=date(2026, 5, 14),
    embargo_words="Embargo: noon",
)


def test_a_release_comes_back_from_json_as_it_was():
    assert from_json(json.loads(json.dumps(to_json(WHOLE)))) == WHOLE


def test_a_release_without_a_date_comes_back_too():
    assert from_json(to_json(ReleaseParts("Headline"))) == ReleaseParts("Headline")


def test_the_words_stand_in_the_order_of_the_source_and_once_each():
    assert " ".join(words_in_order(WHOLE)) == (
        "Press release Force improves Inspectors went back Ann Lee said Good Get the report"
        " The review www hmi example Notes 1 Ring us Any time ENDS"
    )


def test_plain_text_for_the_search_has_a_line_for_each_part():
    assert WHOLE.plain_text().split("\n")[:3] == [
        "Press release",
        "Force improves",
        "Inspectors went back.",
    ]


def test_quotes_and_paragraphs_are_picked_from_the_body():
    assert [quote.speaker for quote in WHOLE.quotes] == ["Ann Lee"]
    assert WHOLE.paragraphs == ("Inspectors went back.",)


def test_places_speak_as_they_are_read_without_the_marks_of_links_and_tables():
    paragraph = Block(BlockKind.PARAGRAPH, "See [the **report**](https://a.example/x) [2].")
    parts = ReleaseParts("Boats", (paragraph,), (Note("1", "| Year | Boats |\n| 2026 | 12 |"),))
    assert [place.words for place in places_of(parts)] == [
        "See the report [2].",
        "Year · Boats · 2026 · 12",
    ]
