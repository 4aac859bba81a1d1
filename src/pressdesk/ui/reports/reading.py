"""What the page of reports shows, read in one go."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.periods import Period, PeriodKind
from pressdesk.domain.reports import Report
from pressdesk.domain.week import week_in_force
from pressdesk.export.charts.heat import Week
from pressdesk.storage.enquiry_lists import Page as Rows
from pressdesk.ui.runner import Task

Chosen = Callable[[date], Period]
"""Returns the period to show on a day of the office's calendar."""


@dataclass(frozen=True)
class Shown:
    """A report, the hours in force at its end, the office's own date, and whether it logged any."""

    report: Report
    week: Week
    today: date
    is_log_empty: bool = False

    @property
    def until(self) -> date:
        """The last day of its period, or today where that is still to come."""
        return last_day(self.report.period, self.today)


def read_report(services: Services, chosen: Chosen, _task: Task) -> Shown:
    """Return the report of the period that is chosen today."""
    facts = services.office.facts()
    report = services.reports.report(chosen(facts.today))
    until = last_day(report.period, facts.today)
    week = week_in_force(facts.hours.rules, until)
    nothing = not (received(report) or services.desk.page(LogQuery(), Rows(1)))
    return Shown(report, week, facts.today, nothing)


def received(report: Report) -> int:
    """Return how many enquiries were received in the period of a report."""
    return report.figure("received").count or 0


def last_day(period: Period, today: date) -> date:
    """Return the last day of a period, today where that is still to come."""
    return min(period.last, max(today, period.first))


def last_week(today: date) -> Period:
    """Return the week before this one."""
    return Period.week_of(today).before()


def last_month(today: date) -> Period:
    """Return the month before this one."""
    return Period.month_of(today).before()


def title_of(shown: Shown) -> str:
    """Return what the report is about: “November 2026 so far, beside October 2026”."""
    report = shown.report
    standing = ""
    if report.frozen:
        standing = ", kept as it was counted"
    elif report.period.first <= shown.today <= report.period.last:
        standing = " so far"
    return f"{report.period.title}{standing} · beside {report.before.title}"


def in_sentence(period: Period) -> str:
    """Return a period as it stands after “came in”: “in week 48, …”, “in November 2026”."""
    if period.kind is PeriodKind.DAYS:
        return f"from {period.title}" if period.days > 1 else f"on {period.title}"
    return (
        f"in {period.title[0].lower()}{period.title[1:]}"
        if period.kind is PeriodKind.WEEK
        else f"in {period.title}"
    )
