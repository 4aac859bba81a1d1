"""Reminders: what the person at the desk is told before it is too late."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Protocol

from pressdesk.domain.enquiries import WAITING_STATUSES, EnquirySummary
from pressdesk.domain.hours import OpeningHours
from pressdesk.domain.local_time import edge, local_day
from pressdesk.domain.promises import Promise
from pressdesk.domain.reminders import About, Leads, Notice, Reminder, Thing, check_leads, due
from pressdesk.domain.rota import gaps, on_duty
from pressdesk.domain.rota_warnings import period_said
from pressdesk.domain.said import day_said
from pressdesk.domain.spans import DAY_MINUTES
from pressdesk.domain.targets import TO_DO
from pressdesk.intake.bank_holidays import known_until
from pressdesk.services.context import Context, hours_of
from pressdesk.storage import (
    clearance,
    embargoes,
    enquiry_lists,
    promises,
    reminders,
    rota,
)
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session

LONG_OVERDUE = timedelta(days=7)
"""From here on an overdue enquiry is the desk's to show, not news."""
GAPS_AHEAD = timedelta(days=14)
ROTA_KEPT = timedelta(days=30)
"""An office without a shift since then keeps no rota, and is told of no gap."""


class Notifier(Protocol):
    """The outside world that shows a notice: the tray of the desktop, or a strip in the window."""

    def tell(self, notice: Notice) -> None:
        """Show a notice to the person at this computer."""


class Reminders:
    """Reminders for the person at the desk."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def waiting(self) -> tuple[Reminder, ...]:
        """Return what is to be told now, and leave it to be told."""
        with self._context.database.reading() as session:
            return self._due(session)

    def take(self) -> tuple[Reminder, ...]:
        """Return what is to be told now, and keep that it was: it never comes again."""
        if not self.waiting():
            return ()
        with self._context.database.writing(self._context.actor) as session:
            found = self._due(session)  # another window may have told it in between
            keys = (reminder.key for reminder in found)
            reminders.keep_told(session, self._context.actor, keys, self._context.clock.now())
            return found

    def leads(self) -> Leads:
        """Return the lead times."""
        with self._context.database.reading() as session:
            return reminders.leads(session)

    def save_leads(self, leads: Leads) -> None:
        """Change the lead times; raises Refused with the field to correct."""
        check_leads(leads)
        with self._context.database.writing(self._context.actor) as session:
            reminders.save_leads(session, leads)

    def _due(self, session: Session) -> tuple[Reminder, ...]:
        now = self._context.clock.now()
        told = reminders.told(session, self._context.actor)
        return due(now, told, self._things(session, now), reminders.leads(session))

    def _things(self, session: Session, now: datetime) -> Iterator[Thing]:
        hours = hours_of(session)
        yield from self.deadlines(session, now)
        yield from self.promises(session, now)
        yield from self.targets(session, now)
        yield from self.clearance(session, now)
        yield from self.embargoes(session, now)
        yield from self.rota_gaps(session, now, hours)
        yield from self.holidays(session, now, hours)

    def deadlines(self, session: Session, now: datetime) -> Iterator[Thing]:
        """Yield the deadlines of this person's enquiries that wait for an answer."""
        for row in self._mine(session, now).values():
            if row.deadline_at is None or row.status not in WAITING_STATUSES:
                continue
            if now - row.deadline_at < LONG_OVERDUE:
                yield Thing(About.DEADLINE, str(row.id), row.deadline_at, _said(row), row.id)

    def promises(self, session: Session, now: datetime) -> Iterator[Thing]:
        """Yield what this person promised, or somebody on their enquiries, and is not settled."""
        mine, waits = self._mine(session, now), promises.still_open(session)
        own = [(enquiry, one) for enquiry, one in waits if self._rings(one, mine=enquiry in mine)]
        others = sorted({enquiry for enquiry, _ in own} - mine.keys())
        rows = mine | {row.id: row for row in enquiry_lists.summaries_of(session, others)}
        for enquiry_id, promise in own:
            if now - promise.due_at < LONG_OVERDUE:
                words = f"{promise.words} · {_said(rows[enquiry_id])}"
                yield Thing(About.PROMISE, str(promise.id), promise.due_at, words, enquiry_id)

    def targets(self, session: Session, now: datetime) -> Iterator[Thing]:
        """Yield the house targets of this person's enquiries that are still to be met."""
        for row in self._mine(session, now).values():
            for target in row.open_targets:
                if now - target.due_at < LONG_OVERDUE:
                    subject, words = (
                        f"{row.id}:{target.kind}",
                        f"{TO_DO[target.kind]} · {_said(row)}",
                    )
                    yield Thing(About.TARGET, subject, target.due_at, words, row.id)

    def clearance(self, session: Session, now: datetime) -> Iterator[Thing]:
        """Yield the steps of clearance that were asked, or chased, and have not answered."""
        mine = self._mine(session, now)
        for enquiry_id, step in clearance.waiting_steps(session):
            since = step.chased_at or step.asked_at
            if enquiry_id in mine and since is not None and now - since < LONG_OVERDUE:
                words = f"{step.name} · {_said(mine[enquiry_id])}"
                yield Thing(About.CLEARANCE, str(step.id), since, words, enquiry_id)

    def embargoes(self, session: Session, now: datetime) -> Iterator[Thing]:
        """Yield the ends of the embargoes that are still to come."""
        for release in embargoes.lifting_between(session, now, None):
            if release.embargo.until is not None:
                at, words = release.embargo.until, release.headline
                yield Thing(About.EMBARGO, str(release.id), at, words, release_id=release.id)

    def rota_gaps(self, session: Session, now: datetime, hours: OpeningHours) -> Iterator[Thing]:
        """Yield the times ahead that nobody covers, where a rota is kept."""
        shifts = rota.shifts_between(session, now - ROTA_KEPT, now + GAPS_AHEAD)
        ahead = gaps(shifts, now, now + GAPS_AHEAD, hours) if shifts else ()
        for gap in ahead:
            if gap[0] > now:
                words = f"Nobody is on duty {period_said(gap, hours.zone)}."
                yield Thing(About.ROTA_GAP, "rota", gap[0], words)

    def holidays(self, session: Session, now: datetime, hours: OpeningHours) -> Iterator[Thing]:
        """Yield the day on which the bank holidays known here run out."""
        division = offices.the_office(session).division
        if not division:
            return
        last = known_until(division)
        verb = "are" if last >= local_day(now, hours.zone) else "were"
        words = (
            f"Bank holidays {verb} known until {day_said(last)} only. "
            "Update PressDesk, or add later ones in Settings as closures."
        )
        yield Thing(About.HOLIDAYS, division, edge(last, DAY_MINUTES, hours.zone), words)

    def _rings(self, promise: Promise, *, mine: bool) -> bool:
        """Say whether a promise is told here: on one's own enquiry, or made by oneself."""
        return mine or promise.made_by == self._context.actor

    def _mine(self, session: Session, now: datetime) -> dict[int, EnquirySummary]:
        """Return this person's open enquiries and nobody's, by id; of whoever is on duty, all."""
        shift = on_duty(rota.shifts_between(session, now, now + timedelta(seconds=1)), now)
        every = shift is not None and shift.person == self._context.actor
        owners = ("", self._context.actor)
        rows = enquiry_lists.open_enquiries(session)
        return {row.id: row for row in rows if every or row.owner in owners}


def _said(row: EnquirySummary) -> str:
    who = ", ".join(filter(None, (row.journalist, row.outlet)))
    return " · ".join(filter(None, (row.subject, who)))
