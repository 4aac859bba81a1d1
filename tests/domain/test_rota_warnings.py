"""What is amiss in the days ahead, in sentences."""

from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.rota_warnings import double_warning, gap_warning
from tests.domain.test_rota import ADA, BEN, EVE, utc

LONDON = ZoneInfo("Europe/London")
NIGHT = (utc("2026-11-24T17:00"), utc("2026-11-25T08:30"))
EVENING = (utc("2026-11-26T17:00"), utc("2026-11-26T20:00"))


@pytest.mark.parametrize(
    ("gaps", "sentence"),
    [
        ([], ""),
        (
            [NIGHT],
            "nobody is on duty Tuesday 24 November 17:00 to Wednesday 25 November 08:30.",
        ),
        (
            [EVENING, NIGHT, NIGHT],
            "nobody is on duty Thursday 26 November 17:00 to 20:00, and 2 gaps after that.",
        ),
    ],
)
def test_the_nearest_gap_is_told_and_the_others_counted(gaps, sentence):
    assert gap_warning(gaps, LONDON).removeprefix("Gap in the rota: ") == sentence


@pytest.mark.parametrize(
    ("now", "sentence"),
    [
        (
            "2026-11-23T12:00",
            "Double cover: Ada and Eve are both on duty Monday 23 November 20:00 to 22:00.",
        ),
        ("2026-11-23T22:00", ""),
    ],
)
def test_double_cover_is_told_until_it_is_over(now, sentence):
    assert double_warning([(ADA, EVE)], utc(now), LONDON) == sentence


def test_shifts_one_after_the_other_are_no_double_cover():
    assert double_warning([], BEN.starts_at, LONDON) == ""
