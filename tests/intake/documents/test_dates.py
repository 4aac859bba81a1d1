"""Spreadsheets and feeds name days in every style."""

from datetime import date

import pytest

from pressdesk.intake.documents.dates import day_in, is_month_first


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("7/12/2012", date(2012, 12, 7)),
        ("7/25/2012", date(2012, 7, 25)),
        ("19/04/2012", date(2012, 4, 19)),
        ("13-Dec-11", date(2011, 12, 13)),
        ("8-Apr-2010", date(2010, 4, 8)),
        ("01-Sept-98", date(1998, 9, 1)),
        ("2012-09-17", date(2012, 9, 17)),
        ("2012-09-17T23:30:00+01:00", date(2012, 9, 17)),
        ("20120917", date(2012, 9, 17)),
        ("Tue, 27 Jun 2017 00:05:00 +0100", date(2017, 6, 27)),
        ("3rd March, 2026", date(2026, 3, 3)),
        ("July 4, 2012", date(2012, 7, 4)),
        ("31/02/2012", None),
        ("1518478934", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_the_british_way_unless_it_cannot_be(words, day):
    assert day_in(words) == day


@pytest.mark.parametrize(
    ("column", "american"),
    [
        (("7/12/2012", "7/25/2012"), True),
        (("7/12/2012", "25/7/2012"), False),
        (("7/12/2012",), False),
        (("13-Dec-11", ""), False),
    ],
)
def test_the_whole_column_settles_which_is_the_month(column, american):
    assert is_month_first(column) is american
    assert day_in("7/12/2012", month_first=american) == (
        date(2012, 7, 12) if american else date(2012, 12, 7)
    )
