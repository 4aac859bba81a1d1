"""The timeline in sentences, by table: what changed, and how it is said."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.journal import Act, Entry, as_json
from pressdesk.domain.said import when_said
from pressdesk.domain.timeline import LONGEST, Telling, tell

NOW = datetime(2026, 7, 6, 13, 6, tzinfo=UTC)  # 14:06 in London
LONDON = ZoneInfo("Europe/London")
NAMES = {("owner_id", 1): "Priya Nair", ("release_id", 7): "Slow progress", ("topic_id", 2): "fire"}
TELLING = Telling(NAMES, LONDON, NOW)


def sentences(kind: str, act: Act, **changes) -> list[str]:
    entry = Entry(NOW, "Priya Nair", act, kind, 1, 1, as_json(changes))
    return [told.sentence for told in tell(entry, TELLING)]


@pytest.mark.parametrize(
    ("kind", "changes", "said"),
    [
        ("enquiry", {"deadline_at": (NOW, NOW.replace(hour=17, minute=0))}, "Deadline: today 14:06 → today 18:00"),
        ("enquiry", {"deadline_at": (NOW.replace(year=2025), None)}, "Deadline: Sun 6 Jul 2025, 14:06 → none"),
        ("enquiry", {"owner_id": (None, 1)}, "Owner: none → Priya Nair"),
        ("enquiry", {"owner_id": (1, 9)}, "Owner: Priya Nair → number 9"),
        ("enquiry", {"status": ("new", "in_progress")}, "Status: New → In progress"),
        ("enquiry", {"line_used": ("main", "out_of_hours")}, "Line used: Main line → Out of hours"),
        ("enquiry", {"channel": ("phone", "in_person")}, "Came in by: Phone → In person"),
        ("enquiry", {"urgent": (False, True)}, "Urgent: no → yes"),
        ("enquiry", {"subject": ("", "a\n b")}, "Subject: none → a b"),
        ("question", {"words": ("Why?", "When?")}, "Question, words: Why? → When?"),
        ("journalist", {"name": ("A", "B")}, "Journalist, name: A → B"),
    ],
)  # fmt: skip
def test_a_changed_field_is_said_from_what_to_what(kind, changes, said):
    assert sentences(kind, Act.CHANGED, **changes) == [said]


@pytest.mark.parametrize(
    ("kind", "act", "changes", "said"),
    [
        ("question", Act.CREATED, {"words": (None, "Why?")}, "Question: “Why?”"),
        ("question", Act.REMOVED, {"words": ("Why?", None)}, "Removed the question “Why?”"),
        ("note", Act.CREATED, {"words": (None, "{words}")}, "Note: “{words}”"),
        ("enquiry_topic", Act.REMOVED, {"topic_id": (2, None)}, "Removed the topic fire"),
        ("enquiry_release", Act.CREATED, {"release_id": (None, 7)}, "Linked the release “Slow progress”"),
        ("enquiry_release", Act.REMOVED, {"release_id": (7, None)}, "Unlinked the release “Slow progress”"),
        ("attachment", Act.CREATED, {"name": (None, "../a.txt")}, "Added the file “../a.txt”"),
        ("promise", Act.REMOVED, {}, "Promise removed"),
    ],
)  # fmt: skip
def test_what_is_added_or_removed_is_said(kind, act, changes, said):
    assert sentences(kind, act, **changes) == [said]


def test_a_routing_decision_is_said_with_its_reasons():
    said = sentences(
        "decision",
        Act.CREATED,
        reason=(None, "Monday 14:06 is inside 08:30–17:00: main line."),
        urgent=(None, True),
        urgent_reason=(None, "the minister is asked"),
        override_reason=(None, "engaged"),
    )
    assert said == [
        "Routed: Monday 14:06 is inside 08:30–17:00: main line.",
        "Urgent, because the minister is asked",
        "Another line was used, because: engaged",
    ]


def test_a_pasted_megabyte_is_cut():
    (said,) = sentences("note", Act.CREATED, words=(None, "x" * 1_000_000))
    assert len(said) < LONGEST + 20


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (NOW, "today 14:06"),
        (datetime(2026, 7, 5, 23, 30, tzinfo=UTC), "today 00:30"),
        (datetime(2026, 7, 5, 22, 59, tzinfo=UTC), "yesterday 23:59"),
        (datetime(2026, 7, 6, 23, 0, tzinfo=UTC), "tomorrow 00:00"),
        (datetime(2026, 7, 8, 9, 0, tzinfo=UTC), "Wed 8 Jul, 10:00"),
        (datetime(2027, 1, 1, 9, 0, tzinfo=UTC), "Fri 1 Jan 2027, 09:00"),
    ],
)
def test_moments_are_said_as_the_office_sees_them(at, said):
    assert when_said(at, NOW, LONDON) == said
