"""The counting rules, as a report prints them; ``domain.counting`` is what they describe."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.reports import FrozenMonth
from pressdesk.domain.said import MONTHS, day_said, listed, moment_said

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
    """Return a sentence for the months that were frozen on each day; none without any."""
    by_day: dict[str, list[str]] = {}
    for month in months:
        day = day_said(month.frozen_at.astimezone(zone).date())
        by_day.setdefault(day, []).append(f"{MONTHS[month.month.month - 1]} {month.month.year}")
    return tuple(
        f"{listed(named)} {'is' if len(named) == 1 else 'are'} kept as counted on {day}; "
        "what was changed or erased since is not in it."
        for day, named in by_day.items()
    )
