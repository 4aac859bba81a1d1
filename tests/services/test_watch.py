"""What the banner is given to follow the clock by itself."""

from datetime import UTC, datetime

import pytest


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (datetime(2028, 7, 3, 9, tzinfo=UTC), ""),
        (datetime(2028, 7, 5, 9, tzinfo=UTC), "are known until Sunday 31 December 2028"),
        (datetime(2029, 1, 2, 9, tzinfo=UTC), "were known until Sunday 31 December 2028"),
    ],
)
def test_it_warns_before_the_bank_holidays_run_out(services, clock, now, words):
    clock.instant = now
    said = " ".join(services.office.watch().warnings)
    assert words in said
    assert bool(said) is bool(words)
