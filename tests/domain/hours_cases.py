"""What the office's hours must answer, as figures: calendars and one row for each instant.

A row is the calendar, the instant, the next opening (“open” when it is open then), a later
instant, and the seconds the office is open in between. All instants are UTC.
"""

from datetime import date
from zoneinfo import ZoneInfo

from pressdesk.domain.hours import DayRule, OpeningHours, SpecialDay, parse_spans
from pressdesk.intake.bank_holidays import bank_holidays

LONDON = ZoneInfo("Europe/London")
MONDAY_TO_FRIDAY, SATURDAY, SUNDAY = range(5), (5,), (6,)
ALWAYS = date(2000, 1, 1)


def weekly(weekdays, words, applies_from=ALWAYS):
    return tuple(DayRule(weekday, parse_spans(words), applies_from) for weekday in weekdays)


def special(day, words, reason="Special hours"):
    return SpecialDay(date.fromisoformat(day), parse_spans(words), reason)


def office(weekdays, words, *special_days, holidays=""):
    return OpeningHours(LONDON, weekly(weekdays, words), special_days, bank_holidays(holidays))


SPECIAL_DAYS = (
    special("2025-12-24", "08:30-12:30"),
    special("2025-12-31", "08:30-15:00"),
    special("2026-12-24", "08:30-12:30"),
    special("2026-01-03", "10:00-14:00"),
    special("2026-12-28", "10:00-14:00"),
    special("2026-07-15", "09:30-17:00"),
)

CALENDARS = {
    "weekdays": office(MONDAY_TO_FRIDAY, "08:30-17:00", holidays="ENG"),
    "with_special_days": office(MONDAY_TO_FRIDAY, "08:30-17:00", *SPECIAL_DAYS, holidays="ENG"),
    "round_the_clock": office(range(7), "00:00-24:00"),
    "weeknights": office(MONDAY_TO_FRIDAY, "17:00-08:30"),
    "lunch_break": office(MONDAY_TO_FRIDAY, "08:30-12:30, 13:30-17:00", holidays="ENG"),
    "sunday_from_0130": office(SUNDAY, "01:30-04:00"),
    "sunday_to_0230": office(SUNDAY, "00:30-02:30"),
    "saturday_night": office(SATURDAY, "17:00-08:30"),
}

CASES = (
    ("weekdays", "2026-01-07T08:29:59", "2026-01-07T08:30:00", "2026-01-07T17:00:00", 30600),
    ("weekdays", "2026-01-07T16:59:59", "open", "2026-01-07T17:00:00", 1),
    ("weekdays", "2026-01-07T16:59:59.999999", "open", "2026-01-07T17:00:00", 0.000001),
    ("weekdays", "2026-07-01T07:29:59", "2026-07-01T07:30:00", "2026-07-01T16:00:00", 30600),
    ("weekdays", "2026-07-01T07:30:00", "open", "2026-07-01T16:00:00", 30600),
    ("weekdays", "2026-07-01T15:59:59", "open", "2026-07-01T16:00:00", 1),
    ("weekdays", "2026-07-01T16:00:00", "2026-07-02T07:30:00", "2026-07-02T07:30:00", 0),
    ("weekdays", "2026-01-07T00:00:00", "2026-01-07T08:30:00", "2026-01-08T00:00:00", 30600),
    ("weekdays", "2026-01-09T16:59:59", "open", "2026-01-12T08:30:01", 2),
    ("weekdays", "2026-01-10T12:00:00", "2026-01-12T08:30:00", "2026-01-12T12:00:00", 12600),
    ("weekdays", "2026-01-11T23:59:59", "2026-01-12T08:30:00", "2026-01-16T17:00:00", 153000),
    ("weekdays", "2026-03-27T16:00:00", "open", "2026-03-30T08:30:00", 7200),
    ("weekdays", "2026-03-29T00:59:59", "2026-03-30T07:30:00", "2026-03-30T08:30:00", 3600),
    ("weekdays", "2026-03-29T01:30:00", "2026-03-30T07:30:00", "2026-03-30T08:00:00", 1800),
    ("weekdays", "2026-03-30T07:30:00", "open", "2026-03-30T16:00:00", 30600),
    ("weekdays", "2026-03-23T08:30:00", "open", "2026-03-30T07:30:00", 153000),
    ("weekdays", "2026-10-23T15:00:00", "open", "2026-10-26T09:30:00", 7200),
    ("weekdays", "2026-10-25T01:30:00", "2026-10-26T08:30:00", "2026-10-26T09:00:00", 1800),
    ("weekdays", "2026-10-26T07:30:00", "2026-10-26T08:30:00", "2026-10-26T17:00:00", 30600),
    ("weekdays", "2026-10-26T16:30:00", "open", "2026-10-26T17:00:00", 1800),
    ("weekdays", "2026-10-19T07:30:00", "open", "2026-10-26T08:30:00", 153000),
    ("weekdays", "2027-03-25T16:30:00", "open", "2027-03-30T08:00:00", 3600),
    ("weekdays", "2025-04-18T09:00:00", "2025-04-22T07:30:00", "2025-04-22T16:00:00", 30600),
    ("weekdays", "2020-05-08T09:00:00", "2020-05-11T07:30:00", "2020-05-11T07:30:00", 0),
    ("weekdays", "2022-05-30T09:00:00", "open", "2022-05-30T16:00:00", 25200),
    ("weekdays", "2022-09-16T15:00:00", "open", "2022-09-20T08:30:00", 7200),
    ("weekdays", "2022-09-19T10:00:00", "2022-09-20T07:30:00", "2022-09-20T16:00:00", 30600),
    ("weekdays", "2023-04-28T15:59:59", "open", "2023-05-09T07:30:01", 122402),
    ("weekdays", "2012-06-01T16:00:00", "2012-06-06T07:30:00", "2012-06-06T07:30:00", 0),
    ("weekdays", "2026-01-02T10:00:00", "open", "2026-01-02T17:00:00", 25200),
    ("weekdays", "2026-03-17T10:00:00", "open", "2026-03-17T17:00:00", 25200),
    ("weekdays", "2026-08-03T09:00:00", "open", "2026-08-03T16:00:00", 25200),
    ("weekdays", "2026-11-30T10:00:00", "open", "2026-11-30T17:00:00", 25200),
    ("weekdays", "2021-12-28T12:00:00", "2021-12-29T08:30:00", "2021-12-31T17:00:00", 91800),
    ("weekdays", "2021-12-31T17:00:00", "2022-01-04T08:30:00", "2022-01-04T08:30:00", 0),
    ("weekdays", "2022-12-30T16:59:00", "open", "2023-01-03T08:31:00", 120),
    ("weekdays", "2020-12-24T17:00:00", "2020-12-29T08:30:00", "2020-12-29T08:30:00", 0),
    ("weekdays", "2027-12-24T17:00:00", "2027-12-29T08:30:00", "2027-12-29T08:30:00", 0),
    ("weekdays", "2027-12-31T16:59:59", "open", "2028-01-04T08:30:01", 2),
    ("weekdays", "2017-12-30T12:00:00", "2018-01-02T08:30:00", "2018-01-02T08:30:00", 0),
    ("weekdays", "2028-02-28T16:00:00", "open", "2028-03-01T09:00:00", 36000),
    ("weekdays", "2026-03-10T16:59:59", "open", "2026-03-10T17:00:00", 1),
    ("weekdays", "2026-03-10T17:00:00", "2026-03-11T08:30:00", "2026-03-11T08:30:00", 0),
    ("weekdays", "2026-07-06T06:45:00", "2026-07-06T07:30:00", "2026-07-06T07:30:00", 0),
    ("with_special_days", "2025-12-24T12:29:59", "open", "2025-12-24T17:00:00", 1),
    ("with_special_days", "2025-12-23T16:00:00", "open", "2025-12-29T09:30:00", 21600),
    ("with_special_days", "2025-12-31T15:00:00", "2026-01-02T08:30:00", "2026-01-02T08:30:00", 0),
    ("with_special_days", "2026-01-03T11:00:00", "open", "2026-01-05T09:00:00", 12600),
    ("with_special_days", "2026-12-28T11:00:00", "open", "2026-12-29T08:30:00", 10800),
    ("lunch_break", "2026-01-07T12:30:00", "2026-01-07T13:30:00", "2026-01-07T17:00:00", 12600),
    ("lunch_break", "2026-01-07T12:00:00", "open", "2026-01-07T14:00:00", 3600),
    ("weeknights", "2026-01-08T00:00:00", "open", "2026-01-08T08:30:00", 30600),
    ("weeknights", "2026-01-08T08:29:59", "open", "2026-01-08T17:00:00", 1),
    ("weeknights", "2026-01-10T03:00:00", "open", "2026-01-10T12:00:00", 19800),
    ("weeknights", "2026-01-10T08:30:00", "2026-01-12T17:00:00", "2026-01-12T17:00:00", 0),
    ("round_the_clock", "2026-03-28T12:00:00", "open", "2026-03-29T11:00:00", 82800),
    ("round_the_clock", "2026-10-24T11:00:00", "open", "2026-10-25T12:00:00", 90000),
    ("sunday_from_0130", "2026-03-29T00:00:00", "2026-03-29T01:30:00", "2026-03-29T03:00:00", 5400),
    (
        "sunday_from_0130",
        "2026-10-24T23:00:00",
        "2026-10-25T00:30:00",
        "2026-10-25T04:00:00",
        12600,
    ),
    ("sunday_to_0230", "2026-10-24T23:30:00", "open", "2026-10-25T02:30:00", 10800),
    ("weekdays", "2026-01-08T10:00:00", "open", "2026-01-08T09:00:00", 0),
    ("saturday_night", "2026-10-24T16:00:00", "open", "2026-10-25T08:30:00", 59400),
)
