"""Twenty working days, counted as the Act counts them."""

from datetime import date

import pytest

from pressdesk.domain.foi import foi_due
from pressdesk.intake.bank_holidays import holiday_anywhere


@pytest.mark.parametrize(
    ("received", "due"),
    [
        (date(2026, 9, 1), date(2026, 9, 29)),
        (date(2026, 9, 5), date(2026, 10, 2)),  # a Saturday: Monday is day 1
        (date(2026, 11, 23), date(2026, 12, 22)),  # St Andrew's Day, in Scotland, is no day
        (date(2026, 12, 18), date(2027, 1, 21)),  # Christmas, and 1 and 4 January
        (date(2026, 3, 2), date(2026, 3, 31)),  # St Patrick's Day, in Northern Ireland
        (date(2026, 7, 1), date(2026, 7, 30)),  # the Battle of the Boyne, on the 13th
    ],
)
def test_bank_holidays_of_any_part_of_the_kingdom_are_skipped(received, due):
    assert foi_due(received, holiday_anywhere) == due


def test_the_day_after_receipt_is_day_one():
    assert foi_due(date(2026, 9, 1), lambda _day: False) == date(2026, 9, 29)
