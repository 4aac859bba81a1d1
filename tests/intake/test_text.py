import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.errors import BadFile
from pressdesk.intake.text import LARGEST_FILE, clean, decode, one_line


@pytest.mark.parametrize(
    "data",
    [
        "Siân’s “words”\n".encode(),
        "Siân’s “words”\r\n".encode("utf-8-sig"),
        "Siân’s “words”\r".encode("utf-16"),
        "Siân’s “words”\n".encode("utf-16-le") + b"\n\0",
        "Siân’s “words”\n".encode("utf-16-be"),
        "Siân’s “words”\n".encode("utf-32"),
        "Siân’s “words”\n".encode("cp1252"),
        "Sia\N{COMBINING CIRCUMFLEX ACCENT}n’s “words”\0\n".encode(),
    ],
)
def test_every_usual_encoding_gives_the_same_words(data):
    assert decode(data).strip() == "Siân’s “words”"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"),
        (b" \r\n\0\t", "no words"),
        (b"x" * (LARGEST_FILE + 1), "larger than 5 MB"),
        (bytes(range(256)) * 8, "is not text"),
        (b"%PDF-1.7 ...", "is a PDF"),
        (b"PK\x03\x04 ...", "Word"),
        (b"\xff\xfeA\x00\x00\xd8", "damaged"),
    ],
)
def test_what_is_not_text_is_refused_with_a_sentence_that_says_what_to_do(data, sentence):
    with pytest.raises(BadFile, match=sentence) as refused:
        decode(data)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\0b\x07c\x9fd\ufeff", "abcd"),
        ("tab\there", "tab\there"),
        ("8:30\u00a0am\u202fto", "8:30 am to"),
        ("\u202egnp.exe\u202c \u2067x\u2069", "gnp.exe x"),
        ("کرسمس \U0001f692 👩‍🚒", "کرسمس \U0001f692 👩‍🚒"),
        ("half\ud83d", "half"),
    ],
)
def test_cleaning_keeps_the_words_and_drops_what_is_not_text(raw, cleaned):
    assert clean(raw) == cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing_more(raw):
    assert clean(clean(raw)) == clean(raw)


@pytest.mark.parametrize(
    ("text", "limit", "line"),
    [
        (" one \n two\t", 300, "one two"),
        ("one two three", 9, "one two…"),
        ("incomprehensible", 6, "incom…"),
        ("", 5, ""),
    ],
)
def test_one_line_is_cut_at_a_word(text, limit, line):
    assert one_line(text, limit) == line


@given(st.text(), st.integers(min_value=1, max_value=40))
def test_one_line_is_never_longer_than_its_limit(text, limit):
    assert len(one_line(text, limit)) <= limit
