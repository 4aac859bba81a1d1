"""Bank holidays of one division of the United Kingdom, from the ``holidays`` package.

They equal GOV.UK's list for 2012-2028 (a test compares). Bank holidays are proclaimed late
(19 September 2022, 8 May 2023), so the office can always add closures of its own.
"""

from datetime import date
from functools import lru_cache

from pressdesk.domain.hours import BankHolidays, no_bank_holidays
from pressdesk.errors import Refused

DIVISIONS = {
    "ENG": "England and Wales",
    "SCT": "Scotland",
    "NIR": "Northern Ireland",
    "": "None: open on bank holidays",
}
"""The choices of the settings page, by the code that is stored."""

KNOWN_UNTIL = date(2028, 12, 31)
"""The last day that GOV.UK has announced and that we have compared; later ones are computed."""

_GOV_UK_NAMES = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
    "Summer Bank Holiday": "Summer bank holiday",
}


def bank_holidays(division: str = "ENG") -> BankHolidays:
    """Return what names the bank holidays of a division; with ``""`` there are none.

    Raises Refused for a division that does not exist.
    """
    if division not in DIVISIONS:
        raise Refused(
            f"“{division}” has no bank holidays here. Choose ENG for England and Wales, SCT for "
            "Scotland, NIR for Northern Ireland, or none.",
            field="division",
        )
    if not division:
        return no_bank_holidays
    return lambda day: _of_year(division, day.year).get(day)


def holiday_anywhere(day: date) -> bool:
    """Say whether a date is a bank holiday in any part of the United Kingdom."""
    return any(day in _of_year(division, day.year) for division in DIVISIONS if division)


def known_until(division: str) -> date:
    """Return the last day whose bank holidays are certain; without a division, the last of all."""
    return KNOWN_UNTIL if division else date.max


@lru_cache(maxsize=256)
def _of_year(division: str, year: int) -> dict[date, str]:
    import holidays

    found = holidays.country_holidays("GB", subdiv=division, years=year)
    # GOV.UK lists the substitute weekday alone, the package the Saturday or Sunday as well.
    return {day: _tidy(name) for day, name in found.items() if day.weekday() < 5}


def _tidy(name: str) -> str:
    plain = name.removesuffix(" (observed)").replace("'", "’")
    return _GOV_UK_NAMES.get(plain, plain)
