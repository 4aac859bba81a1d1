"""Whose words a quote is: told before it, amid it, below it, or of whom the story spoke last."""

import pytest

from pressdesk.domain.releases import BlockKind, words_in_order
from pressdesk.intake.documents.kinds import read_documents
from pressdesk.intake.releases import read_release
from tests.intake.test_releases import body, words

STORY = "The force has new boats, and they float well in every weather that Hull has."


def quotes(text):
    release = read_release(f"Headline\n\n{text}")
    assert words_in_order(release) == words(f"Headline\n\n{text}")
    return release.quotes


@pytest.mark.parametrize(
    ("text", "speaker", "role"),
    [
        ("“We will return,” said Ann Lee.", "Ann Lee", ""),
        ('"We will return," said Dame Ann Lee, HM Inspector. "Soon."', "Dame Ann Lee", "HM Inspector"),
        ("‘It’s late,’ said Chief Constable Bo Ray on Monday. ‘We’re sorry.’", "Bo Ray", "Chief Constable"),
        ("“We will return”, Ann Lee added.", "Ann Lee", ""),
        ("“We will return,” the minister said.", "The minister", ""),
        ("“We will return in the spring,” said Ann Lee, adding that boats float.", "Ann Lee", ""),
        ("“Byddwn yn ôl,” meddai Siân Puw, y Prif Arolygydd.", "Siân Puw", "y Prif Arolygydd"),
    ],
)  # fmt: skip
def test_the_speaker_may_be_told_amid_the_words(text, speaker, role):
    (quote,) = quotes(text)
    assert (quote.speaker, quote.role, quote.lead_in) == (speaker, role, "")
    assert quote.names_speaker == (speaker != "The minister")


def test_a_quotation_told_amid_goes_on_in_the_next_paragraphs():
    (quote,) = quotes("“One,” said Ann Lee. “Two.\n\n“Three.”")
    assert quote.items == ("One,” said Ann Lee. “Two.", "Three.")
    assert quote.quoted == ("“One,” said Ann Lee. “Two.", "“Three.”")


@pytest.mark.parametrize(
    "text",
    [
        "“Zero tolerance,” said Ann Lee, is what every one of the forces in the north has promised.",
        "“Safe roads” campaigners in Hull said they would go on until every road there is one.",
        "“Boats float.” The force has known this for years and said so.",
        "It is “not good enough”, said Ann Lee.",
    ],
)
def test_a_paragraph_that_only_cites_a_few_words_stays_one(text):
    assert [block.kind for block in body(text)] == [BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "lead_in"),
    [
        ("Ann Lee said “We will.”", "Ann Lee said"),
        ("Ann Lee added, “We will.”", "Ann Lee added,"),
        ("Ann Lee said: ‘We will.’", "Ann Lee said:"),
        ("Ann Lee said: “We will.” She added: “We must.”", "Ann Lee said:"),
    ],
)
def test_the_announcement_may_stand_in_the_same_paragraph(text, lead_in):
    (quote,) = quotes(text)
    assert (quote.lead_in, quote.speaker) == (lead_in, "Ann Lee")
    assert quote.quoted[0].endswith("”")


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("— Ann Lee, Chair of the Board", "Chair of the Board"),
        ("- Ann Lee", ""),
        ("Ann Lee, Chair of the Board", "Chair of the Board"),
        ("**Ann Lee, Chair of the Board**", "Chair of the Board"),
        ("said Ann Lee.", ""),
    ],
)
def test_the_line_below_a_quote_may_say_whose_it_is(line, role):
    (quote,) = quotes(f"{STORY}\n\n“We will return.”\n\n{line}\n\n{STORY}")
    assert (quote.speaker, quote.role, quote.lead_out.strip("*— ")) == (
        *("Ann Lee", role),
        line.strip("*—- "),
    )


@pytest.mark.parametrize("line", ["Tees Valley", "- one thing\n- another", "More to come"])
def test_any_other_line_below_a_quote_is_no_name(line):
    (quote,) = quotes(f"{STORY}\n\n“We will return.”\n\n{line}\n\n{STORY}")
    assert (quote.speaker, quote.lead_out) == ("", "")


@pytest.mark.parametrize(
    ("above", "speaker", "role"),
    [
        ("Chair Ann Lee welcomed the boats. She said:", "Ann Lee", "Chair"),
        ("Mr Ray has seen them float.\n\nHe added:", "Mr Ray", ""),
        ("Bo Ray, the Chief Fire Officer, has a boat.\n\nHe said:", "Bo Ray", "Chief Fire Officer"),
        ("On Monday, Bo Ray of the Boat Trust rowed one. He said:", "Bo Ray", "Boat Trust"),
        ("Crews are backed by TV presenter Bo Ray. He said:", "Bo Ray", ""),
        ("Town Green is a green in a town. She said:", "", ""),
    ],
)
def test_he_and_she_are_those_of_whom_was_spoken_last(above, speaker, role):
    (quote,) = quotes(f"{above}\n\n“We will return.”")
    assert (quote.speaker, quote.role) == (speaker, role)


def test_he_and_she_are_otherwise_those_who_spoke_last_and_so_is_nobody():
    text = "Ann Lee said:\n\n“One.”\n\nShe added:\n\n“Two.”\n\n“Three.”"
    assert [quote.speaker for quote in quotes(text)] == ["Ann Lee"] * 3


@pytest.mark.parametrize(
    ("lead_in", "speaker", "role"),
    [
        ("Housing Minister Dame Ann Lee said:", "Dame Ann Lee", "Housing Minister"),
        ("Welcoming it, Policing Minister Ann Lee said:", "Ann Lee", "Policing Minister"),
        ("Ann Lee of the Boat Trust said:", "Ann Lee", "Boat Trust"),
        ("Ann Lee Chair of the Boat Trust said:", "Ann Lee", "Chair of the Boat Trust"),
        ("Ann Lee, who rows, told Hull Radio:", "Ann Lee", ""),
        ("Ann Lee welcomed the boats, saying:", "Ann Lee", ""),
        ("In a statement by Boat Minister Ann Lee:", "Ann Lee", "Boat Minister"),
        ("On the boats, Ann Lee will say:", "Ann Lee", ""),
        ("The report from the Boat Institute says:", "The report from the Boat Institute", ""),
        ("Cllr Ann Lee, Leader of Hull Council:", "Cllr Ann Lee", "Leader of Hull Council"),
        ("[Ann Lee](https://a.example/lee), Chair, said:", "Ann Lee", "Chair"),
        ("Chief Constable Bo Ray (lead for roads) said:", "Bo Ray", "Chief Constable (lead for roads)"),
    ],
)  # fmt: skip
def test_names_and_roles_come_in_many_orders(lead_in, speaker, role):
    (quote,) = quotes(f"{lead_in}\n\n“Words.”")
    assert (quote.speaker, quote.role) == (speaker, role)


def test_what_is_set_off_without_a_speaker_is_no_quote():
    text = "Councils that take part include:\n\n> Hull\n> Leeds"
    assert [block.kind for block in body(text)] == [BlockKind.PARAGRAPH] * 2


PAGE = "<main><h1>Boats</h1><p>Crews have new boats, and they float.</p>{}<p>More.</p></main>"


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>They float.</p><footer>— <cite>Ann Lee, Chair</cite></footer></blockquote>",
        "<blockquote><p>They float.</p><cite>Ann Lee, Chair</cite></blockquote>",
        "<figure><blockquote><p>They float.</p></blockquote><figcaption>Ann Lee, Chair</figcaption></figure>",
    ],
)
def test_a_page_tells_below_a_quote_whose_it_is(html):
    (document,) = read_documents("page.html", PAGE.format(html).encode())
    (quote,) = read_release(document.text).quotes
    assert (quote.items, quote.speaker, quote.role) == (("They float.",), "Ann Lee", "Chair")
    assert quote.lead_out == "Ann Lee, Chair"
