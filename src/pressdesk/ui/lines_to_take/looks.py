"""How lines to take are told in lists and chips."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.contacts import counted
from pressdesk.domain.lines_to_take import (
    LineState,
    LineSummary,
    LineToTake,
    LineUse,
    LineVersion,
    Review,
    day_short,
    review_of,
    review_said,
)
from pressdesk.domain.local_time import local_day
from pressdesk.ui.kit import ChipLook, Fact
from pressdesk.ui.kit.entries import Entry

_STATE_ROLES = {
    LineState.DRAFT: "neutral",
    LineState.CLEARED: "cleared",
    LineState.WITHDRAWN: "gap",
}
_REVIEW_CHIPS = {
    Review.NEAR: ChipLook("Review soon", "due_soon"),
    Review.PAST: ChipLook("Past review", "overdue"),
}


def entry_of(line: LineSummary, today: date) -> Entry:
    """Return the row of a line: its title, then what matters most first."""
    used = {0: "", 1: "used once", 2: "used twice"}.get(line.used, f"used {line.used:,} times")
    review = review_said(line.review_on, today) if _is_in_use(line) and line.review_on else ""
    parts = (line.state.label, review, line.kind.label, line.topic, used)
    return Entry(line.id, line.title, " · ".join(filter(None, parts)))


def chips_of(line: LineSummary, today: date) -> list[ChipLook]:
    """Return the chips of a line: its state, its kind, and its review where that presses."""
    chips = [ChipLook(line.state.label, _STATE_ROLES[line.state]), ChipLook(line.kind.label)]
    if _is_in_use(line) and (chip := _REVIEW_CHIPS.get(review_of(line.review_on, today))):
        chips.append(chip)
    return chips


def facts_of(line: LineToTake, today: date, zone: ZoneInfo) -> list[Fact]:
    """Return the facts of a line."""
    one = line.summary
    cleared = f"{one.cleared_by}, {_day(one.cleared_at, today, zone)}" if one.cleared_at else ""
    facts = [Fact("Topic", one.topic), Fact("Owner", one.owner), Fact("Cleared by", cleared)]
    if one.review_on is not None:
        past = _is_in_use(one) and review_of(one.review_on, today) is Review.PAST
        day = day_short(one.review_on, today)
        facts.append(Fact("Review by", f"⚠ {day}, past" if past else day, "overdue" * past))
    facts.append(Fact("Source release", line.release_headline))
    if line.withdrawn_reason:
        facts.append(Fact("Withdrawn", line.withdrawn_reason))
    return facts


def version_said(version: LineVersion, today: date, zone: ZoneInfo) -> str:
    """Return “Version 1 · written by Priya Nair 2 Nov · cleared by M. Reyes 9 Nov”."""
    written = f"written by {version.written_by} {_day(version.written_at, today, zone)}"
    cleared = "not cleared"
    if version.cleared_at is not None:
        cleared = f"cleared by {version.cleared_by} {_day(version.cleared_at, today, zone)}"
    return f"Version {version.number} · {written} · {cleared}"


def use_entry(use: LineUse, today: date, zone: ZoneInfo) -> Entry:
    """Return the row of an enquiry that a line was used in or stands beside."""
    how = "beside it, no answer with these words yet"
    if use.answered_at is not None:
        day = _day(use.answered_at, today, zone)
        how = f"given by {use.given_by} {day} · version {use.number}"
    return Entry(use.enquiry_id, use.subject, f"{use.reference} · {how}")


def tally_said(lines: Sequence[LineSummary], today: date) -> str:
    """Return “8 lines to take · 1 past review · 1 draft”."""
    past = sum(
        _is_in_use(line) and review_of(line.review_on, today) is Review.PAST for line in lines
    )
    drafts = sum(line.state is LineState.DRAFT for line in lines)
    count = counted(len(lines), "line")
    parts = [f"{count[:1].upper()}{count[1:]} to take"]
    parts += [f"{past:,} past review"] if past else []
    parts += [counted(drafts, "draft")] if drafts else []
    return " · ".join(parts)


def _is_in_use(line: LineSummary) -> bool:
    return line.state is LineState.CLEARED


def _day(at: datetime, today: date, zone: ZoneInfo) -> str:
    return day_short(local_day(at, zone), today)
