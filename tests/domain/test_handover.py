"""Which handover belongs to which hour, and over which night: evenings, weekends, Christmas."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressdesk.domain.handover import Kind, handover_due, night_of
from pressdesk.domain.hours import DayRule, OpeningHours, Span
from pressdesk.errors import Refused
from tests.conftest import OPENS_ON_WEEKDAYS

LONDON = ZoneInfo("Europe/London")
CHRISTMAS = {date(2026, 12, 25): "Christmas Day", date(2026, 12, 28): "Boxing Day (substitute day)"}
HOURS = OpeningHours(LONDON, OPENS_ON_WEEKDAYS, bank_holidays=CHRISTMAS.get)


def local(words):
    return datetime.fromisoformat(f"2026-{words}").replace(tzinfo=LONDON).astimezone(UTC)


def told(night):
    return " to ".join(
        f"{edge.astimezone(LONDON):%m-%d %H:%M}" for edge in (night.begins, night.ends)
    )


@pytest.mark.parametrize(
    ("at", "kind"),
    [
        ("11-23T08:30", Kind.MORNING),
        ("11-23T15:59:59", Kind.MORNING),
        ("11-23T16:00", Kind.EVENING),
        ("11-23T17:00", Kind.EVENING),
        ("11-22T12:00", Kind.EVENING),
        ("11-24T08:29:59", Kind.EVENING),
    ],
)
def test_the_evening_handover_belongs_to_the_hour_before_closing_and_the_night(at, kind):
    assert handover_due(local(at), HOURS) is kind


@pytest.mark.parametrize(
    ("kind", "at", "night"),
    [
        (Kind.EVENING, "11-23T16:30", "11-23 17:00 to 11-24 08:30"),
        (Kind.EVENING, "11-23T17:00", "11-23 17:00 to 11-24 08:30"),
        (Kind.EVENING, "11-24T03:00", "11-23 17:00 to 11-24 08:30"),
        (Kind.MORNING, "11-24T03:00", "11-23 17:00 to 11-24 08:30"),
        (Kind.MORNING, "11-24T08:30", "11-23 17:00 to 11-24 08:30"),
        (Kind.MORNING, "11-24T16:59", "11-23 17:00 to 11-24 08:30"),
        (Kind.MORNING, "11-23T09:00", "11-20 17:00 to 11-23 08:30"),
        (Kind.EVENING, "11-27T16:30", "11-27 17:00 to 11-30 08:30"),
        (Kind.EVENING, "12-26T12:00", "12-24 17:00 to 12-29 08:30"),
        (Kind.MORNING, "12-29T10:00", "12-24 17:00 to 12-29 08:30"),
        (Kind.MORNING, "10-26T09:00", "10-23 17:00 to 10-26 08:30"),  # the clocks went back
    ],
)
def test_a_handover_is_of_the_whole_time_the_office_is_closed(kind, at, night):
    assert told(night_of(kind, local(at), HOURS)) == night


@given(hours=st.integers(0, 365 * 24 * 4))
def test_the_night_handed_over_is_never_open_and_always_near(hours):
    now = datetime(2026, 1, 5, tzinfo=UTC) + timedelta(minutes=15 * hours)
    for kind in Kind:
        night = night_of(kind, now, HOURS)
        assert HOURS.working_time(night.begins, night.ends) == timedelta()
        assert HOURS.is_open(night.ends)
        assert not HOURS.is_open(night.begins)
    evening, morning = (night_of(kind, now, HOURS) for kind in Kind)
    assert morning.ends <= evening.ends
    assert evening.ends > now


@pytest.mark.parametrize("spans", [(), (Span(0, 24 * 60),)])
def test_an_office_that_never_closes_or_never_opens_hands_nothing_over(spans):
    always = tuple(DayRule(day, spans, date(2012, 1, 1)) for day in range(7))
    with pytest.raises(Refused, match="nothing to hand over"):
        night_of(Kind.EVENING, local("11-23T12:00"), OpeningHours(LONDON, always))
