import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.releases import BlockKind, Link, Note, words_in_order
from pressdesk.intake.releases import read_release
from pressdesk.intake.text import clean

TEXTS = Path(__file__).parent / "releases"


def words(text):
    return re.findall(r"\w+", clean(text))


def body(text):
    return read_release(f"Headline\n\n{text}").blocks


@pytest.fixture(scope="module")
def dressed():
    return read_release((TEXTS / "dressed.txt").read_text(encoding="utf-8"))


def test_lines_above_the_headline_are_understood_and_kept(dressed):
    assert dressed.headline == "Northmoor Police must answer 999 calls faster, inspectors find"
    assert dressed.front[0] == "EMBARGOED UNTIL 00:01 ON THURSDAY 14 MAY 2026"
    assert dressed.embargo_words == dressed.front[0]
    assert dressed.reference == "045/2026"
    assert dressed.published_on == date(2026, 5, 14)


def test_quotes_have_their_speakers(dressed):
    amid, first, second = dressed.quotes
    assert amid.quoted[0].startswith("“Callers deserve better,” said")
    assert (first.speaker, first.role) == ("Dame Ann Lee KPM", "HM Inspector of Constabulary")
    assert first.items == (
        "People who ring 999 need to be answered.",
        "Northmoor Police knows what to do.",
    )
    assert second.items == (
        "The force calls this its 'first ten seconds' plan. We will return in the spring.",
    )
    assert second.speaker == first.speaker
    assert amid.speaker == "A spokesperson for the force"


def test_the_rest_of_the_body_is_told_apart(dressed):
    assert [block.kind for block in dressed.blocks] == [
        BlockKind.MARK,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTE,
        BlockKind.QUOTE,
        BlockKind.QUOTE,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.BULLETS,
        BlockKind.LINK,
        BlockKind.MARK,
    ]
    bullets = dressed.blocks[7]
    assert bullets.lead_in == "Inspectors recommend that the force:"
    assert len(bullets.items) == 3
    assert dressed.links == (
        Link(
            "Northmoor Police – control room inspection", "https://inspectorate.example/northmoor"
        ),
    )


def test_notes_keep_their_numbers_and_a_paragraph_without_one_is_a_note_too(dressed):
    assert [note.label for note in dressed.notes] == ["1", "2", "3", ""]
    assert dressed.notes[3] == Note("", "Background on the programme.")


def test_two_numbers_in_one_note_each_have_their_own_hours(dressed):
    by_day, by_night = dressed.contacts
    assert (by_day.number, by_day.hours, by_day.out_of_hours) == (
        "020 3513 0600",
        "8:30am – 5:00pm Monday – Friday",
        False,
    )
    assert (by_night.number, by_night.hours, by_night.out_of_hours) == ("07836 217729", "", True)


def test_a_welsh_release_is_read():
    release = read_release((TEXTS / "welsh.txt").read_text(encoding="utf-8"))
    assert release.front == ("Datganiad i’r wasg",)
    assert (release.quotes[0].speaker, release.quotes[0].role) == ("Siân Puw", "y Prif Arolygydd")
    assert release.notes_heading == "Nodiadau i olygyddion"
    assert release.contacts[0].number == "020 3513 0600"


@pytest.mark.parametrize("name", ["dressed.txt", "welsh.txt"])
def test_no_word_of_a_fixture_is_lost_or_moved(name):
    text = (TEXTS / name).read_text(encoding="utf-8")
    assert words_in_order(read_release(text)) == words(text)


@pytest.mark.parametrize("mark", ["•", "-", "*", "–", "  o", "\uf0b7", "■"])
def test_bullets_come_with_any_mark(mark):
    (bullets,) = body(f"It found:\n\n{mark} one\n{mark} two")
    assert (bullets.lead_in, bullets.items) == ("It found:", ("one", "two"))


def test_a_letter_o_is_a_bullet_only_in_a_list():
    assert body("Found:\no one;\no two")[0].items == ("one;", "two")
    assert body("Mae pawb\no Gymru yma.")[0].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize("form", ["{}.", "{})", "({})", "[{}]", "  {}.\t"])
def test_notes_come_with_any_number(form):
    lines = "\n".join(f"{form.format(n)} Note {n} here." for n in (1, 2, 10))
    notes = read_release(f"Headline\n\nBody.\n\nNotes\n\n{lines}").notes
    assert [(note.label, note.text) for note in notes] == [
        (str(n), f"Note {n} here.") for n in (1, 2, 10)
    ]


@pytest.mark.parametrize(
    "heading",
    ["Notes", "NOTES TO EDITORS", "Notes for editors:", "## Notes to editors", "Editors’ notes"],
)
def test_the_heading_of_the_notes_has_many_forms(heading):
    release = read_release(f"Headline\n\nBody.\n\n{heading}\n\n1. One.")
    assert (release.notes_heading.strip("# "), len(release.notes)) == (heading.strip("# "), 1)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee said:\n\n“One.\n\n“Two.”",
        'Ann Lee said:\n\n"One.\n\n"Two."',
        "Ann Lee said:\n\n‘One.\n\n‘Two.’",
        "Ann Lee said:\n\n> One.\n>\n> Two.",
        "Ann Lee said: “One.\n\n“Two.”",
        "Ann Lee added\n“One.\n“Two.”",
    ],
)
def test_a_quote_is_one_block_whatever_its_marks(text):
    (quote,) = body(text)
    assert (quote.kind, quote.items, quote.speaker) == (
        BlockKind.QUOTE,
        ("One.", "Two."),
        "Ann Lee",
    )


def test_marks_inside_a_quote_stay():
    (quote,) = body("She said:\n\n“They call it “the plan” and like it.”")
    assert quote.items == ("They call it “the plan” and like it.",)


def test_a_quotation_that_never_closes_and_was_not_announced_is_a_paragraph():
    assert [block.kind for block in body("“Odd start.\n\nThe rest.")] == [BlockKind.PARAGRAPH] * 2


@pytest.mark.parametrize(
    ("lead_in", "speaker", "role"),
    [
        ("HM Inspector of Constabulary Ann Lee said:", "Ann Lee", "HM Inspector of Constabulary"),
        ("Ann Lee, Chief Fire Officer, said:", "Ann Lee", "Chief Fire Officer"),
        ("The Minister for Fire, Sir Bo Ray MP, said today:", "Sir Bo Ray MP", "Minister for Fire"),
        ("Launching the plan Ann Lee said:", "Ann Lee", ""),
        ("It was late. Chief Constable Ann Lee QPM added:", "Ann Lee QPM", "Chief Constable"),
        ("A spokesperson for Oak House Trust said:", "A spokesperson for Oak House Trust", ""),
        ("Lord Poe of Ham, the minister, said:", "Lord Poe of Ham", "minister"),
        ("The force has improved:", "", ""),
    ],
)  # fmt: skip
def test_speakers_are_read_from_the_words_before_their_quote(lead_in, speaker, role):
    quote = body(f"{lead_in}\n\n“Words.”")[0]
    assert (quote.lead_in, quote.speaker, quote.role) == (lead_in, speaker, role)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 14 May 2026", date(2026, 5, 14)),
        ("Thursday 14th May 2026", date(2026, 5, 14)),
        ("14/05/2026", date(2026, 5, 14)),
        ("Date: 2026-05-14", date(2026, 5, 14)),
        ("31 June 2026", None),
    ],
)
def test_a_date_line_is_read_day_first(line, day):
    release = read_release(f"{line}\n\nHeadline\n\nBody.")
    assert (release.published_on, release.headline) == (day, "Headline")


@pytest.mark.parametrize(
    "line",
    [
        "Embargo on arms sales lifted",
        "Notes of caution",
        "Inspectors end a long wait",
        "999 calls up",
    ],
)
def test_a_headline_that_resembles_furniture_is_a_headline(line):
    assert read_release(f"{line}\n\nBody.").headline == line


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("Reference: HMI 2026/011", "HMI 2026/011"),
        ("Press release 12/2026", "12/2026"),
        ("News release", ""),
        ("Press release 14 May", ""),
    ],
)
def test_the_number_of_a_release_is_its_reference(line, reference):
    assert read_release(f"{line}\n\nHeadline\n\nBody.").reference == reference


def test_two_quotes_one_after_the_other_stay_two():
    assert [quote.items for quote in body("“One.”\n\n“Two.”")] == [("One.",), ("Two.",)]


@pytest.mark.parametrize("end", ["ENDS", "## Photographs"])
def test_notes_end_at_the_next_heading_or_at_the_end_mark(end):
    release = read_release(f"Headline\n\nNotes\n\n1. One.\n\n{end}\n\nMore.")
    assert (len(release.notes), len(release.after_notes)) == (1, 2)


def test_a_text_that_begins_with_a_long_paragraph_has_no_headline_and_keeps_it():
    text = "A very long beginning indeed. " * 20
    release = read_release(text)
    assert (release.headline, release.paragraphs) == ("", (text.strip(),))


def test_empty_text_is_an_empty_release():
    assert words_in_order(read_release(" \n\0\n")) == []


WORDS = st.lists(
    st.sampled_from(["force", "Inspectors", "2026", "don’t", "999,", "كلمة", "🚒", "said", "of"]),
    min_size=1,
    max_size=30,
).map(" ".join)
PARTS = st.one_of(
    WORDS,
    WORDS.map(lambda text: f"{text}:"),
    WORDS.map(lambda text: f"“{text}"),
    WORDS.map(lambda text: f'"{text}."'),
    WORDS.map(lambda text: f"‘{text}’"),
    WORDS.map(lambda text: f"Ann Lee said: “{text}”"),
    WORDS.map(lambda text: f"> {text}"),
    st.tuples(st.sampled_from(["(a)", "b)", "ii.", "Q:", "A1.", "Note 3:", "۲۔"]), WORDS).map(" ".join),
    WORDS.map(lambda text: f"”{text}“"),
    WORDS.map(lambda text: f"| {text} | {text} |"),
    st.lists(WORDS, min_size=1).map(lambda items: "\n".join(f"  • {item}" for item in items)),
    st.lists(WORDS, min_size=1).map(
        lambda items: "\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))
    ),
    st.sampled_from(
        ["ENDS", "Notes to editors", "## Heading", "Get the report", "14 May 2026", "Press release",
         "Embargoed until noon", "https://a.example/b", "press office 020 3513 0600", "***", "1.",
         "#019/2012", "EMBARGOED UNTIL", "Background", "What is it?", "[2026] UKSC 9", "٣."]
    ),
)  # fmt: skip
RELEASES = st.lists(st.tuples(PARTS, st.sampled_from(["\n", "\n\n", "\r\n\r\n", "  \n"]))).map(
    lambda parts: "".join(part + gap for part, gap in parts)
)


@given(RELEASES)
def test_no_word_of_any_release_is_lost_or_moved(text):
    assert words_in_order(read_release(text)) == words(text)


@given(st.text())
def test_any_text_at_all_is_read_without_a_failure(text):
    read_release(text)


@pytest.mark.parametrize(
    "line", ["“never closed\n\n", "a:\n", "[a](", "• a\nb\n\n", '" ', "9am to 5pm "]
)
def test_a_hundred_thousand_characters_of_anything_are_no_trouble(line):
    text = line * (100_000 // len(line))
    assert len(words_in_order(read_release(text))) == len(words(text))


def test_what_the_file_says_fills_in_what_the_words_do_not():
    day = date(2026, 11, 12)
    dated = read_release("Boats\n\n3 May 2026\n\nNew.", title="T", published_on=day)
    assert (dated.headline, dated.published_on) == ("Boats", date(2026, 5, 3))
    told = read_release("long " * 60, title="Boats", published_on=day)
    assert (told.headline, told.published_on) == ("Boats", day)


def test_a_bare_web_address_is_a_link_without_the_stop_behind_it():
    links = read_release("Headline\n\nSee https://a.example/report?x=1, or (www.b.example).").links
    assert links == (Link("https://a.example/report?x=1", "https://a.example/report?x=1"),)
