"""The shapes that releases come in: embargoes, references, ENDS, notes and contacts of all kinds."""

from datetime import date

import pytest

from pressdesk.domain.releases import BlockKind, words_in_order
from pressdesk.intake.documents.kinds import read_documents
from pressdesk.intake.releases import read_release
from tests.intake.test_releases import words

STORY = "Boats for Hull\n\nCrews have new boats, and they float well in every weather.\n"


def above(*lines):
    return read_release("\n\n".join((*lines, STORY)))


def noted(text, heading="Notes to editors\n\n"):
    return read_release(f"{STORY}\n{heading}{text}")


def told(release):
    return [(note.label, note.text) for note in release.notes]


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGOED UNTIL 00:01 Wednesday 5 November 2025",
        "Under embargo: 00:01, 5 November 2025",
        "NOT FOR PUBLICATION BEFORE 00:01 ON 5 NOVEMBER 2025",
        "NOT FOR BROADCAST OR PUBLICATION BEFORE 0001HRS 5 NOVEMBER 2025",
        "Not to be published before 9.30am on 5 November 2025",
        "STRICTLY EMBARGOED",
        "STRICT EMBARGO: 5 November 2025",
        "*** EMBARGO till noon, 5 November ***",
        "For release at 09:30 on Wednesday 5 November 2025",
        "Hold for release until 5 November 2025",
        "DAN EMBARGO HYD 00:01 ar 5 Tachwedd 2025",
    ],
)
def test_an_embargo_is_told_by_its_line(line):
    release = above(line)
    assert (release.embargo_words, release.headline) == (line.strip(" *"), "Boats for Hull")


def test_an_embargo_that_goes_on_in_the_next_line_is_one_and_gives_no_day():
    release = above("EMBARGOED UNTIL:", "00:01 Wednesday 5 November 2025")
    assert release.embargo_words == "EMBARGOED UNTIL: 00:01 Wednesday 5 November 2025"
    other = above("Strictly embargoed until", "5 November 2025")
    assert (other.embargo_words[-15:], other.published_on) == ("5 November 2025", None)


@pytest.mark.parametrize(
    "headline",
    ["Embargo on arms sales lifted", "Inspectors call for release of custody figures"],
)
def test_a_headline_about_an_embargo_is_none(headline):
    assert read_release(f"{headline}\n\nWords.").embargo_words == ""


@pytest.mark.parametrize(
    ("line", "reference"),
    [
        ("#019/2012", "#019/2012"),
        ("019/2012", "019/2012"),
        ("Press notice: 019/2012", "019/2012"),
        ("News release no. 45/26", "45/26"),
        ("Our ref: HMI 2026/011", "HMI 2026/011"),
        ("PN 45/2026", "45/2026"),
        ("Release number: 2026-45", "2026-45"),
        ("Cyfeirnod: AGI/12/26", "AGI/12/26"),
        ("[2026] UKSC 53", "[2026] UKSC 53"),
        ("[2026] EWCA Civ 2102", "[2026] EWCA Civ 2102"),
    ],
)
def test_the_number_of_a_release_has_many_forms(line, reference):
    release = above(line)
    assert (release.reference, release.headline) == (reference, "Boats for Hull")


def test_a_judgment_is_known_by_the_citation_in_its_headline_or_further_down():
    assert read_release("Lee v Fox [2026] UKSC 9\n\nAn appeal.").reference == "[2026] UKSC 9"
    parties = "\n\n".join(f"R on the application of {name} (Respondent)" for name in "ABCD")
    low = read_release(f"Press Summary\n\n{parties}\n\n[2026] UKSC 9\n\nJUDGMENT\n\n{STORY}")
    assert low.blocks[3].kind is BlockKind.MARK


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Press release | Thursday 14 May 2026", date(2026, 5, 14)),
        ("FOR IMMEDIATE RELEASE: 14 May 2026", date(2026, 5, 14)),
        ("May 14, 2026", date(2026, 5, 14)),
        ("14 May 2026, 10:00am", date(2026, 5, 14)),
        ("First published: 14 May 2026", date(2026, 5, 14)),
        ("Date of issue: 14.05.2026", date(2026, 5, 14)),
        ("Dydd Iau 14 Mai 2026", date(2026, 5, 14)),
        ("Cyhoeddwyd: 2 Chwefror 2026", date(2026, 2, 2)),
    ],
)
def test_a_day_stands_in_many_lines(line, day):
    release = above(line)
    assert (release.published_on, release.headline) == (day, "Boats for Hull")


def test_the_name_of_an_office_above_press_release_is_no_headline():
    release = above("Northmoor Police", "PRESS RELEASE", "14 May 2026")
    assert (release.headline, release.front[0]) == ("Boats for Hull", "Northmoor Police")


@pytest.mark.parametrize(
    "mark",
    ["-ends-", "###", "ENDS/", "DIWEDD", "- ENDS -", "**ENDS**", "[ends]", "Ends.", "-30-",
     "E N D S", "End of press release", "Diwedd y datganiad", "* * *", "انتهى"],
)  # fmt: skip
def test_the_end_is_told_in_any_dress(mark):
    blocks = read_release(f"{STORY}\n{mark}\n\nMore.").blocks
    assert [block.kind for block in blocks[1:]] == [BlockKind.MARK, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    "heading",
    ["Note to editors", "NOTES FOR NEWS EDITORS", "Editor’s note:", "Notes to journalists",
     "Background notes", "Nodyn i’r golygydd", "ملاحظات للمحررين", "ایڈیٹرز کے لیے نوٹ"],
)  # fmt: skip
def test_notes_stand_below_a_heading_in_any_words(heading):
    assert told(noted("1. One.\n2. Two.", f"{heading}\n\n")) == [("1", "One."), ("2", "Two.")]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("(a) One.\n(b) Two.", [("a", "One."), ("b", "Two.")]),
        ("a) One.\n\nb) Two.", [("a", "One."), ("b", "Two.")]),
        ("i. One.\nii. Two.\niii. Three.", [("i", "One."), ("ii", "Two."), ("iii", "Three.")]),
        ("Note 1: One.\nNote 2: Two.", [("Note 1", "One."), ("Note 2", "Two.")]),
        ("1. One:\n(a) this;\n(b) that.\n2. Two.", [("1", "One:\n(a) this;\n(b) that."), ("2", "Two.")]),
        ("Q: What is it?\nA: A body.\n\nQ: Who pays?\nA: You do.",
         [("Q", "What is it?\nA: A body."), ("Q", "Who pays?\nA: You do.")]),
        ("Q1. What is it?\nA1. A body.\nQ2. Who pays?\nA2. You do.",
         [("Q1", "What is it?\nA1. A body."), ("Q2", "Who pays?\nA2. You do.")]),
        ("What is it?\n\nA body.\n\nWho pays?\n\nYou do.",
         [("", "What is it?\nA body."), ("", "Who pays?\nYou do.")]),
        ("One is plain.\n\nTwo is too.", [("", "One is plain."), ("", "Two is too.")]),
        ("1. Rates:\n\n| Class | Rate |\n| A | £5 |\n\n2. Two.",
         [("1", "Rates:\n| Class | Rate |\n| A | £5 |"), ("2", "Two.")]),
        ("1. Rates are below.\n\nCars\n\n£5\n\nLorries\n\n£9\n\n2. Two.",
         [("1", "Rates are below.\nCars\n£5\nLorries\n£9"), ("2", "Two.")]),
        ("1. One.\n\nChanges to the powers of police\n\n2. Two.",
         [("1", "One."), ("", "Changes to the powers of police"), ("2", "Two.")]),
        ("1. One.\n• this\n• that\n2. Two.", [("1", "One.\n• this\n• that"), ("2", "Two.")]),
        ("\n".join(f"{n}. N." for n in range(1, 15)), [(str(n), "N.") for n in range(1, 15)]),
    ],
)  # fmt: skip
def test_notes_come_in_many_shapes(text, notes):
    release = noted(text)
    assert told(release) == notes
    assert words_in_order(release) == words(f"{STORY}\nNotes to editors\n\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        "ENDS\n\n1. One.\n2. Two.",
        "ENDS\n\nBackground\n\n1. One.\n2. Two.",
        "1. One.\n2. Two.",
        "1. One.\n2. Two.\n\n### Media enquiries\n\nSee our page.",
    ],
)
def test_notes_without_a_heading_of_their_own_are_notes(text):
    assert told(read_release(f"{STORY}\n{text}")) == [("1", "One."), ("2", "Two.")]


@pytest.mark.parametrize(
    "text",
    [
        "Do this:\n\n1. One.\n2. Two.",
        "1. One.\n2. Two.\n\nThe story goes on.",
        "Background\n\nOld.",
    ],
)
def test_a_list_or_a_heading_within_the_story_is_no_note(text):
    assert read_release(f"{STORY}\n{text}").notes == ()


def contacts(text):
    return [
        (one.number, one.desk, one.hours, one.out_of_hours)
        for one in read_release(f"{STORY}\n{text}").contacts
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Home Office press office: 020 7946 0001",
         [("020 7946 0001", "Home Office press office", "", False)]),
        ("Press enquiries\n020 7946 0001\nOut of hours\n07700 900123",
         [("020 7946 0001", "", "", False), ("07700 900123", "", "", True)]),
        ("Media enquiries: 01632 960001 (9am to 5pm, Monday to Friday); out of hours 07700 900123",
         [("01632 960001", "", "9am to 5pm, Monday to Friday", False),
          ("07700 900123", "", "", True)]),
        ("Fire Kills newsdesk on 01632 960002\n\nDepartment for Transport press office 01632 960003",
         [("01632 960002", "Fire Kills newsdesk", "", False),
          ("01632 960003", "Department for Transport press office", "", False)]),
        ("Public enquiries: 01632 960009", []),
        ("Anyone in need may contact FRANK on 0800 776600", []),
    ],
)  # fmt: skip
def test_press_contacts_tell_number_desk_and_hours(text, found):
    assert contacts(text) == found


def test_an_address_of_mail_beside_a_number_is_its_own():
    (one,) = read_release(f"{STORY}\nPress office: 01632 960001, press@a.example.").contacts
    assert (one.number, one.email) == ("01632 960001", "press@a.example")


PAGE_IN_TEXT = """Boats for Hull

Crews have new boats.

<div class="govspeak"><p>They float, said <a href="https://a.example/lee">Ann Lee</a>.</p>
<p>Ann Lee said:</p>
<blockquote>
  <p>The boats came in time.</p>
</blockquote>

    <h2 id="notes">Notes to editors</h2>
<ol>
<li>There are 45 services.</li>
</ol>
</div>
"""


def test_the_body_of_a_web_page_kept_as_text_is_read_as_one():
    (document,) = read_documents("boats.txt", PAGE_IN_TEXT.encode())
    release = read_release(document.text)
    assert release.headline == "Boats for Hull"
    assert [block.kind for block in release.blocks] == [
        *(BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.QUOTE)
    ]
    assert (release.quotes[0].speaker, told(release)) == (
        "Ann Lee",
        [("1", "There are 45 services.")],
    )
    assert "<" not in document.text


URDU = """پریس ریلیز

14 May 2026

نئی کشتیاں آ گئیں

عملے کے پاس اب نئی کشتیاں ہیں۔

وزیراعظم نے کہا:

”کشتیاں وقت پر پہنچیں۔“

ایڈیٹرز کے لیے نوٹ

۱۔ کل 45 خدمات ہیں۔
۲۔ رابطہ: press office 020 7946 0001
"""


def test_a_quote_in_arabic_has_its_speaker():
    quote = read_release(f"{STORY}\nقالت آن لي:\n\n«وصلت القوارب.»").quotes[0]
    assert (quote.speaker, quote.items) == ("آن لي", ("وصلت القوارب.",))


def test_a_release_in_urdu_is_understood():
    release = read_release(URDU)
    (quote,) = release.quotes
    assert (quote.speaker, quote.items) == ("وزیراعظم", ("کشتیاں وقت پر پہنچیں۔",))
    assert told(release)[0] == ("۱", "کل 45 خدمات ہیں۔")
    assert release.contacts[0].number == "020 7946 0001"
    assert words_in_order(release) == words(URDU)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "## Home Office press office\n\nTelephone 020 7946 0001\n\nOut of hours 07700 900123",
            [
                ("020 7946 0001", "Home Office press office", "", False),
                ("07700 900123", "Home Office press office", "", True),
            ],
        ),
        (
            "Contact\nPress Attaché\nBritish High Commission\nTel: +44 20 7946 0001",
            [("+44 20 7946 0001", "", "", False)],
        ),
    ],
)
def test_numbers_below_a_heading_for_the_press_are_contacts(text, found):
    assert contacts(text) == found


@pytest.mark.parametrize(
    "line",
    ["From: Home Office and Ann Lee", "Issued by: Northmoor Police", "Last updated 28 March 2024"],
)
def test_who_issued_it_and_when_it_was_changed_is_no_part_of_the_story(line):
    release = read_release(f"Boats\n\n{line}\n\nCrews have new boats.")
    assert [block.kind for block in release.blocks] == [BlockKind.MARK, BlockKind.PARAGRAPH]
    assert release.published_on is None


@pytest.mark.parametrize("line", ["5 May 2025, Islamabad", "London, 5 May 2025"])
def test_a_day_may_stand_with_its_place(line):
    assert above(line).published_on == date(2025, 5, 5)


def test_the_terms_of_a_page_stand_with_what_is_said_of_them():
    page = (
        b"<main><h1>Boats</h1><dl><dt>Published</dt><dd>27 March 2024</dd></dl><p>New.</p></main>"
    )
    (document,) = read_documents("page.html", page)
    assert read_release(document.text).published_on == date(2024, 3, 27)


def blocks_of(html):
    page = f"<main><h1>Boats</h1><p>Crews have new boats, and they float well.</p>{html}</main>"
    (document,) = read_documents("page.html", page.encode())
    return read_release(document.text, title=document.title)


LINKED = '<a href="https://a.example/r">Boats – a review</a>'


@pytest.mark.parametrize(
    "html",
    [
        f"<p>Get the report</p><p>{LINKED}</p>",
        f"<p>Get the report<br>{LINKED}</p>",
        f"<p>Get the report: {LINKED}</p>",
        f"<h2>Get the report</h2><p>{LINKED}</p>",
        f"<h3>Get the report</h3><ul><li>{LINKED}</li></ul>",
    ],
)
def test_a_pointer_with_a_linked_title_is_one_link(html):
    release = blocks_of(html)
    (link,) = release.blocks[1:]
    assert (link.kind, link.text, link.url) == (
        *(BlockKind.LINK, "Boats – a review"),
        "https://a.example/r",
    )
    assert link.lead_in.strip("# :") == "Get the report"
    assert len(release.links) == 1


def test_a_pointer_that_is_a_link_itself_is_one():
    (link,) = blocks_of('<p><a href="https://a.example/r">Get the report</a></p>').blocks[1:]
    assert (link.kind, link.text) == (BlockKind.LINK, "Get the report")


@pytest.mark.parametrize(
    ("items", "notes"),
    [
        ("<li>One.</li><li>Two.</li>", ["One.", "Two."]),
        ("<li>One:<ul><li>a</li><li>b</li></ul></li><li>Two.</li>", ["One:\n• a\n• b", "Two."]),
        ("<li>One.</li><li>These:</li><li>a</li><li>b</li>", ["One.", "These:\n• a\n• b"]),
    ],
)
def test_each_bullet_of_the_notes_is_a_note(items, notes):
    release = blocks_of(f"<h2>Notes to editors</h2><ul>{items}</ul>")
    assert [note.text for note in release.notes] == notes


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        ("", BlockKind.PARAGRAPH),
        ("<p>Chair of the Board</p>", BlockKind.PARAGRAPH),
        ("<p>ENDS</p>", BlockKind.PARAGRAPH),
        ("<p>She has been in Hull for a year and tells of it.</p>", BlockKind.HEADING),
    ],
)
def test_a_name_in_bold_signs_a_statement_unless_a_story_follows(below, kind):
    assert blocks_of(f"<p><b>Ann Lee</b></p>{below}").blocks[1].kind is kind
