"""Whether an enquiry is urgent: a judgement with a reason, proposed to the officer.

An enquiry is urgent when its deadline falls before the office next opens, or when its words speak
of safety, a leak or a broken embargo. The officer may say otherwise, with a reason.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from pressdesk.clock import as_utc
from pressdesk.domain.hours import OpeningHours
from pressdesk.domain.local_time import local_day
from pressdesk.domain.said import moment_said, time_said


class UrgencyKind(StrEnum):
    """What an urgency rule looks at."""

    DEADLINE = "deadline"
    WORDS = "words"


@dataclass(frozen=True)
class UrgencyRule:
    """One ground for urgency. Without words it is the deadline rule.

    Words and phrases match whole and in any case; ``evacuat*`` matches every word that begins so.
    """

    name: str
    words: tuple[str, ...] = ()

    @property
    def kind(self) -> UrgencyKind:
        """Return what the rule looks at."""
        return UrgencyKind.WORDS if _spoken(self.words) else UrgencyKind.DEADLINE

    def found_in(self, text: str) -> str:
        """Return the first words of ``text`` that the rule speaks of, or an empty string."""
        match = _pattern(self.words).search(text) if self.kind is UrgencyKind.WORDS else None
        return " ".join(match[0].split()) if match else ""


DEFAULT_URGENCY_RULES = (
    UrgencyRule("Deadline"),
    UrgencyRule(
        "Safety",
        (
            *("risk to life", "threat to life", "danger to life", "loss of life", "in danger"),
            *("evacuat*", "explosion", "explosions", "bomb", "major incident", "terror attack"),
            *("life-threatening", "unsafe building", "public safety", "missing child"),
        ),
    ),
    UrgencyRule(
        "Leak",
        (
            *("leak", "leaks", "leaked", "leaking", "whistleblow*", "whistle-blow*", "data breach"),
            *("draft report", "unpublished report", "seen a copy", "obtained a copy"),
        ),
    ),
    UrgencyRule(
        "Embargo breach",
        (
            *("embargo breach*", "embargo broken", "embargo has been broken", "broken embargo"),
            *("breach of embargo", "breach of the embargo", "breached the embargo"),
            *("breaking the embargo", "broke the embargo", "broken the embargo"),
            *("published before the embargo", "ahead of the embargo", "published early"),
        ),
    ),
)
"""What an inspectorate of police and fire services starts with; “fire” itself is daily business."""


@dataclass(frozen=True)
class Urgency:
    """Urgent or not; ``reason`` reads after “because” and may be empty."""

    urgent: bool
    reason: str


def propose_urgency(
    *,
    received_at: datetime,
    deadline_at: datetime | None,
    words: str,
    hours: OpeningHours,
    rules: tuple[UrgencyRule, ...] = DEFAULT_URGENCY_RULES,
) -> Urgency:
    """Return the first ground for urgency, in the order of ``rules``, or why there is none.

    ``words`` are the subject and the questions. The deadline counts only out of hours.
    """
    for rule in rules:
        if rule.kind is UrgencyKind.DEADLINE:
            reason = deadline_ground(received_at, deadline_at, hours)
        else:
            found = rule.found_in(words)
            reason = f"it speaks of “{found}” ({rule.name.lower()})" if found else ""
        if reason:
            return Urgency(urgent=True, reason=reason)
    return Urgency(urgent=False, reason=_calm_ground(received_at, deadline_at, hours))


def deadline_ground(
    received_at: datetime, deadline_at: datetime | None, hours: OpeningHours
) -> str:
    """Return that the deadline comes before the next opening, in words; empty when it does not."""
    if deadline_at is None or hours.is_open(received_at):
        return ""
    opening = hours.next_opening(received_at)
    deadline = deadline_said(received_at, deadline_at, hours)
    if opening is None:
        return f"the deadline ({deadline}) comes while the office has no opening ahead"
    if as_utc(deadline_at) >= opening:
        return ""
    seen_from = local_day(received_at, hours.zone)
    opens = moment_said(opening, hours.zone, seen_from=seen_from)
    return f"the deadline ({deadline}) comes before the office next opens, {opens}"


def deadline_said(received_at: datetime, deadline_at: datetime, hours: OpeningHours) -> str:
    """Return the time of a deadline, with its day when it is not the day of receipt."""
    today = local_day(received_at, hours.zone)
    if local_day(deadline_at, hours.zone) == today:
        return time_said(deadline_at, hours.zone)
    return moment_said(deadline_at, hours.zone, seen_from=today)


def _calm_ground(received_at: datetime, deadline_at: datetime | None, hours: OpeningHours) -> str:
    if hours.is_open(received_at):
        return "the office is open"
    if deadline_at is None:
        return "no deadline was given"
    opening = hours.next_opening(received_at)
    deadline = deadline_said(received_at, deadline_at, hours)
    if opening is None or as_utc(deadline_at) < opening:
        return f"no rule makes the deadline ({deadline}) urgent"
    return f"the deadline ({deadline}) leaves time after the office opens"


def _spoken(words: tuple[str, ...]) -> list[str]:
    """Return the words without those that hold nothing but blanks and stars."""
    return [word.strip() for word in words if word.strip(" *")]


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Build one expression for all words; a space matches any white space."""
    parts = map(_expression, _spoken(words))
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def _expression(word: str) -> str:
    stem = r"\s+".join(re.escape(part) for part in word.rstrip("*").split())
    return rf"{stem}\w*" if word.endswith("*") else stem
