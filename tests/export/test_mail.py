"""A message for the mail program: short as an address, long as a draft, and nothing slips in."""

from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.export.mail import LONGEST_ADDRESS, Mail, eml, mailto

SHORT = Mail("ruth.amery@humberdaily.example", "Why? (ENQ-2026-00421)", "Progress & more.\n\nYes.")


def test_a_short_answer_is_an_address():
    parts = urlsplit(mailto(SHORT))
    assert (parts.scheme, parts.path) == ("mailto", SHORT.to)
    assert parse_qs(parts.query) == {
        "subject": [SHORT.subject],
        "body": ["Progress & more.\r\n\r\nYes."],
    }


def test_a_long_answer_is_no_address():
    assert mailto(Mail(SHORT.to, SHORT.subject, "x" * LONGEST_ADDRESS)) == ""


def test_a_draft_says_that_it_is_not_sent_yet():
    message = message_from_bytes(eml(SHORT), policy=default)
    assert message["X-Unsent"] == "1"
    assert (message["To"], message["Subject"]) == (SHORT.to, SHORT.subject)
    assert message.get_content().split() == SHORT.words.split()


HOSTILE = [
    "a@b.example\r\nBcc: all@press.example",
    "Why?\nX-Spam: no",
    "a@b.example, c@d.example",
    "a@b.example?cc=c@d.example&body=x",
    "not an address",
    "مرحبا@example",
    "",
]


@pytest.mark.parametrize("typed", HOSTILE)
def test_nothing_typed_becomes_a_header_or_another_recipient(typed):
    mail = Mail(typed, typed, typed)
    message = message_from_bytes(eml(mail), policy=default)
    assert {name.lower() for name in message} <= {
        *("x-unsent", "subject", "to", "content-type", "mime-version"),
        "content-transfer-encoding",
    }
    assert len(message["To"].addresses if message["To"] else ()) <= 1
    asked = parse_qs(urlsplit(mailto(mail)).query)
    assert set(asked) <= {"subject", "body"}


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_words_whatever_make_a_message(words, subject):
    message = message_from_bytes(eml(Mail("a@b.example", subject, words)), policy=default)
    assert message["X-Unsent"] == "1"
    mailto(Mail(subject, subject, words))
