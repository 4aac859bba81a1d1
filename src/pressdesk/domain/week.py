"""The office's week: hours for each weekday, each from the day it starts to apply."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from pressdesk.domain.said import WEEKDAYS, day_said, listed
from pressdesk.domain.spans import DAY_MINUTES, Span, check_spans
from pressdesk.errors import Refused


@dataclass(frozen=True)
class DayRule:
    """The hours of one weekday (0 is Monday) from the day ``applies_from`` on.

    A later rule for the same weekday replaces it from its own day; the earlier one is kept, so
    that an old enquiry is explained by the hours of its day.
    """

    weekday: int
    spans: tuple[Span, ...]
    applies_from: date


def rule_in_force(rules: Iterable[DayRule], weekday: int, day: date) -> DayRule | None:
    """Return the latest rule for ``weekday`` that applies on ``day``, if there is one."""
    applying = (rule for rule in rules if rule.weekday == weekday and rule.applies_from <= day)
    return max(applying, key=lambda rule: rule.applies_from, default=None)


def week_in_force(rules: tuple[DayRule, ...], day: date) -> tuple[tuple[Span, ...], ...]:
    """Return the spans of Monday to Sunday that are in force on ``day``."""
    found = (rule_in_force(rules, weekday, day) for weekday in range(7))
    return tuple(tuple(sorted(rule.spans)) if rule else () for rule in found)


def check_week(rules: Iterable[DayRule]) -> None:
    """Refuse hours that are empty, overlap (also past midnight) or leave no day open.

    Each week that is ever in force is checked, one for each day on which a rule starts.
    """
    kept = tuple(rules)
    _check_rules(kept)
    starts = sorted({rule.applies_from for rule in kept})
    if not starts:
        raise Refused(
            "The office has no hours. Give at least one weekday its hours.", field="hours"
        )
    for start in starts:
        _check_one_week(week_in_force(kept, start), start)


def week_said(rules: tuple[DayRule, ...], day: date) -> str:
    """Return the week in force on ``day`` for a sentence: “Monday–Friday 08:30–17:00”."""
    runs = groupby(enumerate(week_in_force(rules, day)), key=lambda item: item[1])
    said = [
        f"{_days_said([weekday for weekday, _ in run])} {listed([span.shown for span in spans])}"
        for spans, run in runs
        if spans
    ]
    return ", ".join(said) or "a week without hours"


def _days_said(weekdays: list[int]) -> str:
    if len(weekdays) == 7:
        return "every day"
    first, last = WEEKDAYS[weekdays[0]], WEEKDAYS[weekdays[-1]]
    return first if first == last else f"{first}–{last}"


def _check_rules(rules: tuple[DayRule, ...]) -> None:
    seen: set[tuple[int, date]] = set()
    for rule in rules:
        if rule.weekday not in range(7):
            raise Refused("A weekday is a number from 0, Monday, to 6, Sunday.", field="hours")
        name = WEEKDAYS[rule.weekday]
        if (rule.weekday, rule.applies_from) in seen:
            raise Refused(
                f"{name} has two sets of hours from {day_said(rule.applies_from)}. Keep one.",
                field="hours",
            )
        seen.add((rule.weekday, rule.applies_from))
        check_spans(rule.spans, whose=f"{name}’s hours")


def _check_one_week(week: tuple[tuple[Span, ...], ...], start: date) -> None:
    if not any(week):
        raise Refused(
            f"From {day_said(start)} the office would never open. "
            "Give at least one weekday its hours.",
            field="hours",
        )
    for weekday, spans in enumerate(week):
        following, name = week[(weekday + 1) % 7], WEEKDAYS[(weekday + 1) % 7]
        if spans and following and spans[-1].closes - DAY_MINUTES > following[0].opens:
            raise Refused(
                f"{WEEKDAYS[weekday]}’s {spans[-1].shown} runs into {name}’s "
                f"{following[0].shown}. End the night earlier or start the next day later.",
                field="hours",
            )
