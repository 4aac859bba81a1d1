"""A draft gives back exactly what was typed, and something usable from any rubbish."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.enquiries import Channel, EnquiryForm, EnquiryType
from pressdesk.domain.enquiry_drafts import from_json, is_blank, to_json
from pressdesk.domain.routing import Route

NOW = datetime(2026, 11, 21, 19, 42, tzinfo=UTC)
instants = st.datetimes(timezones=st.just(UTC))
words = st.text()
forms = st.builds(
    EnquiryForm,
    received_at=instants,
    journalist_id=st.none() | st.integers(),
    journalist=words,
    outlet=words,
    call_back=words,
    email=words,
    questions=st.lists(words).map(tuple),
    subject=words,
    deadline_words=words,
    deadline_at=st.none() | instants,
    channel=st.sampled_from(Channel),
    type=st.sampled_from(EnquiryType),
    topics=st.lists(words).map(tuple),
    urgent=st.none() | st.booleans(),
    urgent_reason=words,
    line_used=st.none() | st.sampled_from(Route),
    override_reason=words,
    publication=words,
    notes=words,
    release_ids=st.lists(st.integers()).map(tuple),
    finished=st.booleans(),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
fields = st.sampled_from(list(EnquiryForm.__dataclass_fields__))


@given(forms)
def test_every_form_comes_back_as_it_was(form):
    assert from_json(to_json(form), NOW) == form


@given(st.text())
def test_any_text_gives_a_usable_form(content):
    assert isinstance(from_json(content, NOW), EnquiryForm)


@given(st.dictionaries(fields, anything))
def test_fields_of_the_wrong_kind_are_as_if_not_typed(data):
    form = from_json(json.dumps(data), NOW)
    assert from_json(to_json(form), NOW) == form


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", EnquiryForm(NOW)),
        ("[" * 100_000, EnquiryForm(NOW)),
        ('{"journalist": "Ruth", "channel": "pigeon"}', EnquiryForm(NOW, journalist="Ruth")),
        ('{"received_at": "2026-11-21T19:42"}', EnquiryForm(NOW)),
        ('{"from_the_future": 1, "subject": "Fires"}', EnquiryForm(NOW, subject="Fires")),
    ],
)
def test_what_can_be_read_of_a_damaged_draft_is_kept(content, expected):
    assert from_json(content, NOW) == expected


@pytest.mark.parametrize(
    ("form", "blank"),
    [
        (EnquiryForm(NOW), True),
        (EnquiryForm(NOW, questions=("", " \n")), True),
        (EnquiryForm(NOW, questions=("Why?",)), False),
        (EnquiryForm(NOW, channel=Channel.EMAIL), False),
        (EnquiryForm(NOW, release_ids=(1,)), False),
    ],
)
def test_a_form_is_blank_until_something_is_typed_or_chosen(form, blank):
    assert is_blank(form) is blank
