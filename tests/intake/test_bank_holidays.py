from datetime import date, timedelta

import pytest

from pressdesk.errors import Refused
from pressdesk.intake.bank_holidays import DIVISIONS, bank_holidays, known_until

# GOV.UK, England and Wales: the month and day of each.
PROCLAIMED = {
    2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26",
    2013: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2014: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
    2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
    2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
    2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
    2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}


@pytest.mark.parametrize("year", PROCLAIMED)
def test_bank_holidays_of_england_and_wales_equal_those_proclaimed(year):
    days = (date(year, 1, 1) + timedelta(days=offset) for offset in range(366))
    named = bank_holidays("ENG")
    found = [f"{day:%m-%d}" for day in days if day.year == year and named(day)]
    assert found == PROCLAIMED[year].split()


def test_the_table_holds_all_140_days():
    assert sum(len(days.split()) for days in PROCLAIMED.values()) == 140


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-05-04", "Early May bank holiday"),
        ("2026-05-25", "Spring bank holiday"),
        ("2026-08-31", "Summer bank holiday"),
        ("2028-01-03", "New Year’s Day"),
        ("2022-09-19", "State Funeral of Queen Elizabeth II"),
    ],
)
def test_bank_holidays_have_the_names_people_know(day, name):
    assert bank_holidays("ENG")(date.fromisoformat(day)) == name


@pytest.mark.parametrize(
    ("division", "day"),
    [("SCT", "2026-01-02"), ("SCT", "2026-08-03"), ("SCT", "2026-11-30"), ("NIR", "2026-03-17")],
)
def test_other_divisions_have_days_of_their_own(division, day):
    assert bank_holidays(division)(date.fromisoformat(day))
    assert bank_holidays("ENG")(date.fromisoformat(day)) is None


def test_a_weekend_christmas_is_left_to_its_substitute_day():
    assert bank_holidays()(date(2021, 12, 25)) is None
    assert bank_holidays()(date(2021, 12, 27)) == "Christmas Day"


def test_bank_holidays_can_be_switched_off():
    assert bank_holidays("")(date(2026, 12, 25)) is None
    assert known_until("") == date.max


@pytest.mark.parametrize("division", DIVISIONS)
def test_every_choice_of_the_settings_page_works(division):
    assert bank_holidays(division)(date(2026, 6, 17)) is None


def test_an_unknown_division_is_refused_with_the_choices():
    with pytest.raises(Refused, match="Choose ENG for England and Wales") as refusal:
        bank_holidays("Wessex")
    assert refusal.value.field == "division"


def test_the_end_of_the_certain_data_is_known():
    assert known_until("ENG") == date(2028, 12, 31)
