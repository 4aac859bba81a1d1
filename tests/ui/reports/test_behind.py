"""What a figure or a value opens, and how it is said."""

from datetime import date

import pytest

from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.periods import Period
from pressdesk.domain.reports import Figure, Form, Report, Row, Table, Unit
from pressdesk.ui.reports.behind import behind_figure, behind_value, place_said
from pressdesk.ui.reports.figures import notes_of
from pressdesk.ui.reports.reading import Shown, in_sentence, last_day, title_of
from tests.conftest import MONDAY_14_06

NOW, BEFORE = LogQuery(text="now"), LogQuery(text="before")
MONTHS = ("November 2026", "October 2026")


def table(form, *rows, head=("Outlet", *MONTHS)):
    return Table("outlets", "Outlets", form, head, rows, "Echo asked most.")


ECHO = Row("Echo", (14.0, 9.0), (NOW, BEFORE))
HOURS = table(Form.HEAT, Row("Monday", (0.0, 5.0), (NOW, NOW)), head=("Day", "08", "09"))
LINES = table(Form.PLAIN, Row("Main line", (1.0, 2.0), (NOW, NOW)), head=("Line", "Main", "Held"))


@pytest.mark.parametrize(
    ("of", "place", "said"),
    [
        (table(Form.BARS, ECHO), (0, 0), "Echo: 14, October 2026: 9"),
        (table(Form.BARS, ECHO), (0, 1), "Echo: 9"),
        (HOURS, (0, 1), "Monday 09:00: 5"),
        (LINES, (0, 1), "Main line, Held: 2"),
    ],
)
def test_a_value_is_said(of, place, said):
    assert place_said(of, place) == said


@pytest.mark.parametrize(
    ("of", "place", "words"),
    [
        (table(Form.BARS, ECHO), (0, 0), "Outlets, Echo, November 2026"),
        (table(Form.BARS, ECHO), (0, 1), "Outlets, Echo, October 2026"),
        (table(Form.COLUMNS, ECHO), (0, 0), "Outlets, Echo"),
        (table(Form.COLUMNS, ECHO), (0, 1), "Outlets, Echo (at that place of October 2026)"),
        (HOURS, (0, 1), "Outlets, Monday 09:00, November 2026"),
        (HOURS, (0, 0), None),
        (LINES, (0, 1), "Outlets, Main line, Held, November 2026"),
        (table(Form.BARS, Row("Echo", (3.0,))), (0, 0), None),
        (table(Form.BARS, Row("Echo", (3.0,), (None,))), (0, 0), None),
    ],
)
def test_a_value_opens_what_it_counts_if_it_counts_anything(of, place, words):
    behind = behind_value(of, place, MONTHS[0])
    assert (behind and behind.words) == words


@pytest.mark.parametrize(
    ("value", "unit", "rows", "opens"),
    [
        (3, Unit.COUNT, NOW, True),
        (0, Unit.COUNT, NOW, False),
        (None, Unit.SHARE, NOW, False),
        (0.5, Unit.SHARE, NOW, True),
        (3, Unit.COUNT, None, False),
    ],
)
def test_a_figure_opens_what_it_counts_if_it_counts_anything(value, unit, rows, opens):
    figure = Figure("urgent", "Urgent", value, unit, 8, rows=rows)
    assert (behind_figure(figure, "2026") is not None) is opens


def test_a_median_has_the_time_of_9_in_10_beside_it():
    figures = [
        Figure("answer_median", "Median to answer", 3600, Unit.DURATION_CLOCK, 7, before=1800),
        Figure("answer_p90", "90th percentile to answer", 7200, Unit.DURATION_CLOCK, 7),
        Figure("answer_working_median", "Median to answer", 600, Unit.DURATION_WORKING, 7),
    ]
    notes = notes_of(figures[0], {figure.key: figure for figure in figures})
    assert list(notes) == ["of 7, up from 30 min", "9 in 10: 2 h 00 min", "Opening hours: 10 min"]


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (Period.month("2026-12"), "in December 2026"),
        (Period.week("2026-W48"), "in week 48, 23 to 29 November 2026"),
        (Period.year("2026"), "in 2026"),
        (Period(date(2026, 5, 1), date(2026, 5, 14)), "from 1 to 14 May 2026"),
        (Period(date(2026, 5, 1), date(2026, 5, 1)), "on 1 May 2026"),
    ],
)
def test_a_period_stands_in_a_sentence(period, said):
    assert in_sentence(period) == said


@pytest.mark.parametrize(
    ("period", "frozen", "title"),
    [
        ("2026-11", False, "November 2026 so far · beside October 2026"),
        ("2026-10", False, "October 2026 · beside September 2026"),
        ("2026-10", True, "October 2026, kept as it was counted · beside September 2026"),
    ],
)
def test_the_title_says_how_a_period_stands(period, frozen, title):
    now = Period.month(period)
    report = Report("Office", now, now.before(), (), (), MONDAY_14_06, (), frozen)
    assert title_of(Shown(report, (), MONDAY_14_06.date())) == title


@pytest.mark.parametrize(
    ("period", "until"),
    [
        ("2026-10", date(2026, 10, 31)),
        ("2026-11", date(2026, 11, 23)),
        ("2026-12", date(2026, 12, 1)),
    ],
)
def test_a_period_ends_today_where_its_end_is_to_come(period, until):
    assert last_day(Period.month(period), MONDAY_14_06.date()) == until
