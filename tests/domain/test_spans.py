import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.spans import Span, check_spans, format_spans, parse_spans
from pressdesk.errors import Refused


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("08:30-17:00", [(510, 1020)]),
        ("8.30 – 17.00", [(510, 1020)]),
        ("08:30 to 12:30 and 13:30 to 17:00", [(510, 750), (810, 1020)]),
        ("13:30-17:00, 08:30-12:30", [(510, 750), (810, 1020)]),
        ("08:30-12:30; 12:30-17:00", [(510, 750), (750, 1020)]),
        ("17:00-08:30", [(1020, 1950)]),
        ("17:00-24:00", [(1020, 1440)]),
        ("17:00-00:00", [(1020, 1440)]),
        ("00:00-24:00", [(0, 1440)]),
        ("", []),
        (" Closed ", []),
    ],
)
def test_hours_are_read_as_people_write_them(words, minutes):
    assert [(span.opens, span.closes) for span in parse_spans(words)] == minutes


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("09:00-09:00", "no time at all"),
        ("00:00-00:00", "Write 00:00–24:00 for a whole day"),
        ("08:30-12:30, 12:00-17:00", "08:30–12:30 and 12:00–17:00"),
        ("17:00-08:30, 20:00-21:00", "overlap"),
        ("08:30-17:00, 08:30-17:00", "overlap"),
        ("24:00-08:00", "cannot start at 24:00"),
        ("08:30-24:01", "not a time"),
        ("08:60-17:00", "not a time"),
        ("25:00-26:00", "not a time"),
        ("08:30", "Write it like 08:30-17:00"),
        ("08:30-17:00,", "not a stretch of hours"),
        ("nine to five", "not a stretch of hours"),
        ("-08:30-17:00", "not a stretch of hours"),
        ("٠٨:٣٠-17:00", "not a stretch of hours"),
        ("\0", "not a stretch of hours"),
        ("x" * 10_000, "…” is not"),
    ],
)
def test_what_is_not_hours_is_refused_with_what_to_do(words, sentence):
    with pytest.raises(Refused, match=sentence) as refusal:
        parse_spans(words)
    assert refusal.value.field == "hours"
    assert len(str(refusal.value)) < 200


@pytest.mark.parametrize("span", [Span(-1, 60), Span(1440, 1500), Span(0, 1441), Span(540, 1980)])
def test_a_span_starts_within_its_day_and_is_shorter_than_a_day(span):
    with pytest.raises(Refused, match="within the day"):
        check_spans([span])


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("08:30-12:30, 13:30-17:00", "08:30–12:30, 13:30–17:00"),
        ("17:00-08:30", "17:00–08:30"),
        ("0:00-24:00", "00:00–24:00"),
        ("closed", "closed"),
    ],
)
def test_hours_are_shown_with_dashes(words, shown):
    assert format_spans(parse_spans(words)) == shown


@given(st.integers(0, 1439), st.integers(1, 1439))
def test_every_span_reads_back_as_it_is_shown(opens, length):
    span = Span(opens, opens + length)
    assert parse_spans(format_spans([span])) == (span,)
