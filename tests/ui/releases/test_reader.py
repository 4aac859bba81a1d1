"""A release set in type: whole, plain, readable, and deaf to what the text asks for."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication

from pressdesk.intake.releases import read_release
from pressdesk.ui import theme
from pressdesk.ui.releases.passages import PassageKind
from pressdesk.ui.releases.reader import Reader

HOSTILE = """<b>Bold</b> claims & <img src="file:///etc/passwd">

<a href="http://evil.example">Click</a> <script>alert(1)</script>
"""


@pytest.fixture
def reader(qtbot):
    made = Reader()
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


def show(reader, text):
    reader.show_parts(read_release(text))
    return reader.view.toPlainText()


def test_markup_from_outside_is_shown_as_the_words_it_is(reader):
    assert show(reader, HOSTILE).splitlines()[0] == HOSTILE.splitlines()[0]
    assert "<script>alert(1)</script>" in reader.view.toPlainText()


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://evil.example/a.png", "qrc:/a"])
def test_nothing_is_ever_loaded(reader, address):
    assert reader.view.loadResource(2, QUrl(address)) is None


def test_lines_are_kept_to_a_readable_measure(reader):
    show(reader, "Headline\n\n" + "The quick brown fox jumps over the lazy dog. " * 20)
    reader.resize(1800, 700)
    block = reader.view.document().findBlockByNumber(2)
    first = block.layout().lineAt(0)
    assert 55 <= first.textLength() <= 80


def test_paragraphs_that_read_from_the_right_begin_there(reader):
    show(reader, "كرسمس 2016\n\n<p>وزیراعظم کا پیغام سب کے لیے ہے</p>\n\nIn English again.")
    document = reader.view.document()
    ways = [document.findBlockByNumber(n).textDirection() for n in (0, 2, 3)]
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert ways == [right, right, left]


@pytest.mark.parametrize("letters", ["ہے", "ھ گ پ چ ں ٹ ڈ ڑ", "ع ي ة", "ŵ ŷ â"])
def test_welsh_arabic_and_urdu_have_all_their_letters_on_every_computer(reader, letters):
    shown = show(reader, letters)
    layout = reader.view.document().begin().layout()
    assert shown.startswith(letters)
    assert all(0 not in run.glyphIndexes() for run in layout.glyphRuns())


TABLE = "| Force | Calls |\n|---|---|\n| Hull | 71 |\n| Leeds | 8 |"
NOTED = f"Headline\n\nWords.\n\nNotes\n\n1. The calls:\n{TABLE}\n• all of them\n2. Two."


def test_a_table_within_a_note_has_columns_and_a_bullet_stands_in(reader):
    show(reader, NOTED)
    document, note = reader.view.document(), reader.view.of_kind(PassageKind.NOTE)[0]
    opening, table, bullet = map(document.findBlockByNumber, range(note.first, note.last + 1))
    assert opening.text() == "1\tThe calls:"
    assert table.text().split("\u2028") == ["Force\tCalls", "Hull\t71", "Leeds\t8"]
    (tab,) = table.blockFormat().tabPositions()
    assert tab.position > theme.current().px(3)
    assert (bullet.text(), bullet.blockFormat().indent()) == ("•\tall of them", 2)


def test_notes_without_numbers_are_counted_to_be_copied_by_them(reader):
    shown = show(reader, "Headline\n\nWords.\n\nNotes\n\n• The first.\n• The second.\n")
    assert shown.splitlines()[-2:] == ["1\tThe first.", "2\tThe second."]
    reader.copy_by_key("2")
    assert QGuiApplication.clipboard().text() == "The second."


def test_what_stands_above_the_headline_is_not_said_again_below_it(reader):
    shown = show(reader, "Press release 112/2026\n\n14 May 2026\n\nHeadline\n\nWords.")
    assert shown.splitlines()[:3] == ["Press release 112/2026", "Headline", "14 May 2026"]


def test_a_table_too_wide_for_the_page_is_set_in_rows(reader):
    wide = "| " + " | ".join(["a long cell in a wide table"] * 9) + " |"
    shown = show(reader, f"Headline\n\nWords.\n\n{wide}\n{wide}")
    assert "a long cell in a wide table · a long cell" in shown


def test_steps_of_the_story_hang_by_their_numbers(reader):
    shown = show(reader, "Headline\n\nDo this:\n\n1. Row.\n\n2. Float.\n\nThen go home again.")
    assert "1.\tRow.\n2.\tFloat.\nThen go" in shown


def test_a_speaker_named_by_the_quote_is_not_named_again(reader):
    shown = show(reader, "Headline\n\n“We float,” said Ann Lee. “We row.”\n\nMore words.")
    assert shown.splitlines()[2:] == ["“We float,” said Ann Lee. “We row.”", "More words."]
    reader.copy_by_key("q")
    assert QGuiApplication.clipboard().text() == "“We float,” said Ann Lee. “We row.”"


def test_an_embargo_is_a_warning_above_the_release(reader):
    show(reader, "EMBARGOED until 00:01 on 12 May 2026\n\nHeadline\n\nWords.")
    assert reader.bar.isVisible()
    assert "00:01" in reader.bar.text()
    show(reader, "Headline\n\nWords.")
    assert not reader.bar.isVisible()


def test_the_next_quote_is_copied_each_time(reader):
    show(
        reader,
        "Headline\n\nAnn Lee said:\n\n“One.”\n\nWords between.\n\nBo Fox said:\n\n“Two.”\n",
    )
    for words in ("“One.”\n\nAnn Lee", "“Two.”\n\nBo Fox", "“One.”\n\nAnn Lee"):
        reader.copy_by_key("q")
        assert QGuiApplication.clipboard().text() == words


def test_what_is_selected_is_copied_as_plain_words(reader, qtbot):
    show(reader, HOSTILE)
    reader.view.selectAll()
    qtbot.keyClick(reader.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("<b>Bold</b>")
    assert not data.hasHtml()


@pytest.mark.parametrize("text", ["", "x" * 300_000, "word\n" * 20_000, "🚒\u202e عربي\n\n\x00"])
def test_whatever_is_pasted_can_be_shown(reader, text):
    show(reader, text)
    assert not reader.grab().isNull()


def test_of_a_megabyte_the_beginning_is_shown_and_the_rest_is_told(reader):
    words = show(reader, "Headline\n\n" + "word " * 200_000)
    assert len(words) < 310_000
    assert words.endswith("more characters are kept, and found by the search.")


def test_the_press_contacts_are_cards_with_large_numbers(reader):
    call = "Call our press office from 8:30am – 5:00pm Monday – Friday on 020 3513 0600."
    show(reader, f"Headline\n\nWords.\n\nNotes\n\n1. There are 45 services.\n2. {call}")
    (card,) = reader.view.of_kind(PassageKind.CONTACT)
    number = reader.view.document().findBlockByNumber(card.first)
    assert number.text() == "020 3513 0600"
    size = number.begin().fragment().charFormat().font().pointSizeF()
    assert size > theme.current().points


def headline_points(reader):
    block = reader.view.document().begin()
    return block.begin().fragment().charFormat().font().pointSizeF()


def test_the_type_is_set_again_when_theme_or_text_size_change(reader, qapp):
    show(reader, "Headline\n\nWords.")
    before = headline_points(reader)
    theme.apply(qapp, "dark", 1.5)
    assert headline_points(reader) == pytest.approx(before * 1.5)
    colour = reader.view.document().begin().begin().fragment().charFormat().foreground().color()
    assert colour == theme.current().colour("text")
    theme.apply(qapp, "light", 1.0)


def test_text_set_before_it_was_seen_fits_the_column_it_is_shown_in(qtbot):
    reader = Reader()
    qtbot.addWidget(reader)
    show(reader, "Headline\n\n" + "The quick brown fox jumps over the lazy dog. " * 20)
    reader.resize(904, 700)
    reader.show()
    assert reader.view.document().textWidth() == reader.view.viewport().width()


def copied(reader, *keys):
    for key in keys:
        reader.copy_by_key(key)
    return QGuiApplication.clipboard().text()


MANY_NOTES = "Headline\n\nWords.\n\nNotes\n\n" + "\n".join(f"{n}. Note {n}." for n in range(1, 15))
LETTERED = "Headline\n\nWords.\n\nNotes\n\n(a) First.\n(b) Second.\n(q) Third."


@pytest.mark.parametrize(
    ("text", "keys", "words"),
    [
        (MANY_NOTES, "3", "Note 3."),
        (MANY_NOTES, "12", "Note 12."),
        (MANY_NOTES, "19", "Note 9."),
        (MANY_NOTES, "n", "Note 1."),
        (MANY_NOTES, "nn", "Note 2."),
        (MANY_NOTES, "n14", "Note 14."),
        (LETTERED, "nb", "Second."),
        (LETTERED, "nq", "Third."),
        (LETTERED, "2", "Second."),
    ],
)
def test_a_note_is_copied_by_its_number_or_letter(reader, text, keys, words):
    show(reader, text)
    assert copied(reader, *keys) == words


def test_keys_pressed_apart_name_two_notes(reader):
    show(reader, MANY_NOTES)
    reader.copy_by_key("1")
    reader._pause.timeout.emit()
    assert copied(reader, "2") == "Note 2."


def test_the_address_it_came_from_is_copied_with_the_headline(reader):
    reader.show_parts(read_release("Boats\n\n3 May 2026\n\nWords."), "", "https://a.example/b")
    assert copied(reader, "c") == "Boats\nhttps://a.example/b"


def test_links_and_bold_are_set_not_shown_and_copied_as_words(reader):
    text = "Headline\n\nSee [our **new** report](https://a.example/r).\n\n## Why\n\nNotes\n\n1. **Now** [here](https://a.example/h)."
    words = show(reader, text)
    assert "See our **new** report." in words or "See our new report." in words
    assert "\nWhy\n" in words
    assert copied(reader, "1") == "Now here."


ARABIC = "القوارب جديدة\n\nالكلمات هنا.\n\nقالت آن لي:\n\n«وصلت القوارب.»\n\nملاحظات للمحررين\n\n1. هناك 45 خدمة."


def test_arabic_reads_from_the_right_with_its_marks_the_right_way_round(reader):
    words = show(reader, ARABIC)
    assert "”وصلت القوارب.“" in words
    document = reader.view.document()
    ways = {document.findBlockByNumber(n).textDirection() for n in (0, 2, 3, 4, 5, 6)}
    assert ways == {Qt.LayoutDirection.RightToLeft}


def test_the_first_paragraph_is_the_standfirst(reader):
    show(reader, "Headline\n\nCrews have new boats.\n\nThey float.")
    document = reader.view.document()
    sizes = [
        document.findBlockByNumber(n).begin().fragment().charFormat().font().pointSizeF()
        for n in (2, 3)
    ]
    assert sizes[0] > sizes[1]
