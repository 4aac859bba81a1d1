from datetime import date

import pytest

from pressdesk.domain.log_days import read_days
from pressdesk.errors import Refused

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("today", (2026, 11, 23), (2026, 11, 23)),
        ("Yesterday ", (2026, 11, 22), (2026, 11, 22)),
        ("this week", (2026, 11, 23), (2026, 11, 29)),
        ("last  week", (2026, 11, 16), (2026, 11, 22)),
        ("this month", (2026, 11, 1), (2026, 11, 30)),
        ("last month", (2026, 10, 1), (2026, 10, 31)),
        ("last year", (2025, 1, 1), (2025, 12, 31)),
        ("1/11/2026", (2026, 11, 1), (2026, 11, 1)),
        ("01.11.26", (2026, 11, 1), (2026, 11, 1)),
        ("2026-11-01", (2026, 11, 1), (2026, 11, 1)),
        ("23/11", (2026, 11, 23), (2026, 11, 23)),
        ("24/11", (2025, 11, 24), (2025, 11, 24)),
        ("29/2", (2024, 2, 29), (2024, 2, 29)),
        ("3 Sept", (2026, 9, 3), (2026, 9, 3)),
        ("3rd December 2025", (2025, 12, 3), (2025, 12, 3)),
        ("Feb 2024", (2024, 2, 1), (2024, 2, 29)),
        ("12/2025", (2025, 12, 1), (2025, 12, 31)),
        ("2025", (2025, 1, 1), (2025, 12, 31)),
    ],
)
def test_words_name_the_days_before(words, first, last):
    assert read_days(words, MONDAY, "from") == (date(*first), date(*last))


@pytest.mark.parametrize(
    "words", ["31/2/2026", "13/13", "0/0", "soon", "11/1/1", "1/1/0001", "3000", "٣/١١/x", "9" * 99]
)
def test_words_that_are_no_day_are_refused_at_their_field(words):
    with pytest.raises(Refused, match="is not a day") as refused:
        read_days(words, MONDAY, "from")
    assert refused.value.field == "from"
