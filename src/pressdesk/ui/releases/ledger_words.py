"""What the ledger of an embargo says, in words and rows; no widget."""

from datetime import datetime

from pressdesk.domain.contacts import counted
from pressdesk.domain.embargo import Agreement, Event, Holder, event_said
from pressdesk.domain.said import when_said
from pressdesk.services.embargoes import Ledger
from pressdesk.ui.kit import ChipLook
from pressdesk.ui.kit.entries import Entry

_LATEST = 3  # events told
_STATES = {
    Agreement.ASKED: ChipLook("Asked", "neutral", "clock"),
    Agreement.AGREED: ChipLook("Agreed", "cleared"),
    Agreement.REFUSED: ChipLook("Refused", "overdue"),
}


def holder_entry(holder: Holder, ledger: Ledger, now: datetime) -> Entry:
    """Return the row of someone who holds a copy; after a breach, whether they were rung."""
    who = ", ".join(filter(None, (holder.name, holder.outlet)))
    said = _given(holder, ledger, now)
    if ledger.broken_at is not None:
        return Entry(holder.id or 0, f"{holder.number or 'No number'} · {who}", said, _rung(holder))
    second = " · ".join(filter(None, (holder.number, said)))
    return Entry(holder.id or 0, who, second, _STATES[holder.agreed])


def standing(ledger: Ledger, now: datetime) -> str:
    """Return what the bar above the release does not say: broken, ended, never laid."""
    embargo = ledger.release.embargo
    if ledger.broken_at is not None and embargo.holds(now):
        to_ring = sum(holder.rung_at is None for holder in ledger.holders)
        rest = f"{counted(to_ring, 'holder')} still to ring" if to_ring else "everybody was rung"
        when = when_said(ledger.broken_at, now, ledger.zone)
        return f"Broken {when}: {rest}. Enter ticks off whom you have rung."
    if embargo.holds(now):
        return ""
    if embargo.until is not None:
        return f"The embargo ended {when_said(embargo.until, now, ledger.zone)}"
    return "Not under embargo"


def history(ledger: Ledger, now: datetime) -> str:
    """Return the latest that happened, a line each, the newest first."""
    return "\n".join(_told(event, ledger, now) for event in ledger.events[: -_LATEST - 1 : -1])


def _told(event: Event, ledger: Ledger, now: datetime) -> str:
    return f"{when_said(event.at, now, ledger.zone)} · {event.by} · {event_said(event)}"


def _rung(holder: Holder) -> ChipLook:
    return (
        ChipLook("Rung", "cleared") if holder.rung_at else ChipLook("To ring", "overdue", "phone")
    )


def _given(holder: Holder, ledger: Ledger, now: datetime) -> str:
    if ledger.broken_at is not None and holder.rung_at is not None:
        return f"{when_said(holder.rung_at, now, ledger.zone)} by {holder.rung_by}"
    said = f"given {when_said(holder.given_at, now, ledger.zone)}" if holder.given_at else ""
    how = holder.agreed_how
    return " · ".join(filter(None, (f"{said} by {holder.given_by}" if said else "", how)))
