from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.local_time import edge, local_day, moments, zone_named
from pressdesk.errors import Refused

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("wall", "instants"),
    [
        ("2026-01-07T08:30", ["2026-01-07T08:30"]),
        ("2026-07-01T08:30", ["2026-07-01T07:30"]),
        ("2026-03-29T01:30", []),
        ("2026-03-29T02:00", ["2026-03-29T01:00"]),
        ("2026-10-25T01:30", ["2026-10-25T00:30", "2026-10-25T01:30"]),
    ],
)
def test_a_wall_clock_time_names_one_moment_or_none_or_two(wall, instants):
    found = moments(datetime.fromisoformat(wall), LONDON)
    assert [f"{moment:%Y-%m-%dT%H:%M}" for moment in found] == instants


@pytest.mark.parametrize(
    ("day", "minutes", "instant"),
    [
        (date(2026, 7, 1), 510, datetime(2026, 7, 1, 7, 30, tzinfo=UTC)),
        (date(2026, 1, 7), 1440, datetime(2026, 1, 8, tzinfo=UTC)),
        (date(2026, 3, 29), 90, datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        (date(2026, 10, 25), 90, datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (date(2026, 3, 28), 1440 + 90, datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
    ],
)
def test_an_edge_moves_past_the_spring_gap_and_takes_the_first_in_autumn(day, minutes, instant):
    assert edge(day, minutes, LONDON) == instant


def test_the_day_is_the_one_of_the_office():
    assert local_day(datetime(2026, 6, 30, 23, 30, tzinfo=UTC), LONDON) == date(2026, 7, 1)


@pytest.mark.parametrize("name", ["Europe/Londno", "", "../etc/passwd", "GMT+25"])
def test_an_unknown_zone_is_refused(name):
    with pytest.raises(Refused, match="like Europe/London") as refusal:
        zone_named(name)
    assert refusal.value.field == "zone"
