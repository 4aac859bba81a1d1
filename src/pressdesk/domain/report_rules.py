"""The counting rules, as a report prints them; ``domain.counting`` is what they describe."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.periods import Period
from pressdesk.domain.reports import FrozenMonth
from pressdesk.domain.said import day_said, moment_said

RULES = (
    "An enquiry counts in the period in which it was received, by the clocks of the office.",
    "In hours means that it belonged on the main line, as the routing decided.",
    "Wrong line means that another line was used than expected.",
    "Acknowledged is the first word of any kind, answered the first substantive answer.",
    "An outcome that says that an answer was given, without words on record, counts at closing.",
    "What was withdrawn or no media enquiry leaves all figures of answers and deadlines.",
    "By the deadline: of those with a deadline, the ones that were answered by it.",
    "Those answered later, closed without an answer, or unanswered when it passed count against.",
    "Unanswered ones whose deadline is still to come are left out of it.",
    "A 90th percentile is the time within which 9 of 10 lie.",
    "Opening hours leave out nights, weekends, bank holidays and the office’s own closures.",
    "An enquiry with several topics or releases counts once for each.",
)


def rules(months: Iterable[FrozenMonth], taken_at: datetime, zone: ZoneInfo) -> tuple[str, ...]:
    """Return the rules, with when this was counted and which months are kept as they were."""
    return (*RULES, f"Counted on {moment_said(taken_at, zone)}.", *frozen_said(months, zone))


def frozen_said(months: Iterable[FrozenMonth], zone: ZoneInfo) -> tuple[str, ...]:
    """Return a sentence for each run of months that are kept as they were; none without any."""
    runs: list[list[FrozenMonth]] = []
    for month in sorted(set(months), key=lambda one: one.month):
        follows = runs and Period.month_of(runs[-1][-1].month).after().first == month.month
        if follows:
            runs[-1].append(month)
        else:
            runs.append([month])
    return tuple(
        f"{_run_said(run, zone)}; what was changed or erased since is not in it." for run in runs
    )


def _run_said(run: list[FrozenMonth], zone: ZoneInfo) -> str:
    """Return “October 2026 is kept as counted on Monday 16 November 2026”, or the like of many."""
    first, last = (Period.month_of(month.month).title for month in (run[0], run[-1]))
    days = sorted(month.frozen_at.astimezone(zone).date() for month in run)
    began, ended = day_said(days[0]), day_said(days[-1])
    when = f"on {began}" if began == ended else f"between {began} and {ended}"
    if first == last:
        return f"{first} is kept as counted {when}"
    return f"{first} to {last} are kept as counted {when}"
