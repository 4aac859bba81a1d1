"""Handover: what the duty officer must know at closing, and the office at opening.

Each section has a method of its own, and the page is their list.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from pressdesk.domain.clearance import Step
from pressdesk.domain.deadlines import time_left
from pressdesk.domain.desk import is_overdue
from pressdesk.domain.enquiries import WAITING_STATUSES, EnquirySummary, LogQuery, Sort
from pressdesk.domain.handover import Kind, Night, handover_due, night_of, taken_from
from pressdesk.domain.handover_page import Entry, HandoverPage, Section, Taken, lines, section
from pressdesk.domain.hours import OpeningHours
from pressdesk.domain.lines_to_take import LineQuery, LineState, LineSummary, Review, review_of
from pressdesk.domain.local_time import edge, local_day
from pressdesk.domain.promises import Promise, PromiseState
from pressdesk.domain.reminders import Leads
from pressdesk.domain.rota import gaps
from pressdesk.domain.rota_changes import change_said
from pressdesk.domain.rota_warnings import period_said
from pressdesk.domain.said import when_said
from pressdesk.errors import Conflict, Refused
from pressdesk.export.replacing import replacing
from pressdesk.services.context import Context, hours_of
from pressdesk.storage import (
    clearance,
    embargoes,
    enquiry_lists,
    handover,
    lines_to_take,
    promises,
    reminders,
    rota,
)
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session
from pressdesk.storage.enquiry_lists import Page

MOST_OF_A_NIGHT = 100
_QUOTED = 160  # letters of an answer


@dataclass(frozen=True)
class _View:
    """What the sections are made from: one state of the office, seen at one instant."""

    session: Session
    hours: OpeningHours
    night: Night
    now: datetime
    open: dict[int, EnquirySummary]
    call_backs: dict[int, str]
    leads: Leads

    @property
    def waiting(self) -> tuple[EnquirySummary, ...]:
        """The open enquiries that wait for an answer."""
        return tuple(row for row in self.open.values() if row.status in WAITING_STATUSES)

    def moment(self, instant: datetime) -> str:
        return when_said(instant, self.now, self.hours.zone)


class Handovers:
    """Handovers."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def show(self, kind: Kind | None = None) -> HandoverPage:
        """Return a handover as it stands now; without ``kind``, the one that belongs to now.

        Raises Refused for an office that never closes or never opens.
        """
        with self._context.database.reading() as session:
            return self._page(session, kind)

    def take_over(self, page: HandoverPage) -> HandoverPage:
        """Take over a handover that was seen, under the name of whoever is at the desk.

        Its words are kept as they are now. Raises Refused when somebody has taken it over or it
        is too early, Conflict when another night has come since it was seen.
        """
        with self._context.database.writing(self._context.actor) as session:
            now = self._page(session, page.kind)
            if now.night != page.night:
                raise Conflict("Another night has come since. Look at its handover first.")
            if now.taken is not None:
                raise Refused(f"{now.standing}. It is taken over once.")
            early = taken_from(page.kind, page.night)
            if now.made_at < early:
                when = when_said(early, now.made_at, now.zone)
                raise Refused(f"It is too early: this handover is taken over from {when} on.")
            taken = replace(now, taken=Taken(self._context.actor, now.made_at))
            assert taken.taken is not None
            words = "\n".join(lines(taken))
            handover.keep(session, page.kind, page.night.begins, taken.taken, words)
            return taken

    def keep_file(self, path: Path, content: bytes) -> None:
        """Write a handover that was set as a file, whole or not at all.

        Raises Refused for the office's own file, Unavailable when the disk cannot be used.
        """
        self._context.check_target(path)
        with replacing(path) as file:
            file.write(content)

    def _page(self, session: Session, kind: Kind | None) -> HandoverPage:
        now, hours = self._context.clock.now(), hours_of(session)
        kind = kind or handover_due(now, hours)
        night = night_of(kind, now, hours)
        rows = {row.id: row for row in enquiry_lists.open_enquiries(session)}
        rings = handover.call_backs(session, tuple(rows))
        view = _View(session, hours, night, now, rows, rings, reminders.leads(session))
        return HandoverPage(
            office=offices.the_office(session).name,
            zone=hours.zone,
            kind=kind,
            night=night,
            sections=self._evening(view) if kind is Kind.EVENING else self._morning(view),
            made_at=now,
            taken=handover.taken(session, kind, night.begins),
        )

    def _evening(self, view: _View) -> tuple[Section, ...]:
        due, rest = _parted(view.waiting, view.night.ends)
        return (
            self.on_duty(view),
            self.enquiries(
                view, "Due before the office opens", due, "No open enquiry is due before then."
            ),
            self.promised(view, edge(local_day(view.now, view.hours.zone), 0, view.hours.zone)),
            self.clearance(view),
            self.embargoes(view, "Embargoes lifting before the office opens", view.night.ends),
            self.lines_to_take(view),
            self.enquiries(view, "Also open", rest, "Nothing else is open."),
        )

    def _morning(self, view: _View) -> tuple[Section, ...]:
        until = view.hours.closes_at(max(view.now, view.night.ends)) or view.night.ends
        watch, rest = _parted(view.waiting, until)
        return (
            self.came(view),
            self.said(view),
            self.enquiries(view, "To watch today", watch, "Nothing is due today."),
            self.promised(view, view.night.begins),
            self.clearance(view),
            self.embargoes(view, "Embargoes lifting today", until),
            self.enquiries(view, "Also open", rest, "Nothing else is open."),
        )

    def on_duty(self, view: _View) -> Section:
        """Return who is on duty during the night, and when nobody is."""
        start, end = view.night.begins, view.night.ends
        shifts = rota.shifts_between(view.session, start, end)
        told = [
            (
                shift.starts_at,
                Entry(
                    when="",
                    words=f"{shift.person}, {shift.number}".rstrip(", "),
                    detail=" · ".join(
                        filter(
                            None,
                            (
                                period_said((shift.starts_at, shift.ends_at), view.hours.zone),
                                change_said(shift),
                            ),
                        )
                    ),
                ),
            )
            for shift in shifts
        ]
        nobody = [
            (gap[0], Entry("Gap", "Nobody is on duty", period_said(gap, view.hours.zone), "gap"))
            for gap in gaps(shifts, start, end, view.hours)
        ]
        entries = (entry for _, entry in sorted([*told, *nobody], key=lambda pair: pair[0]))
        return section("On duty", entries, "Nobody is on duty.")

    def came(self, view: _View) -> Section:
        """Return the enquiries received during the night."""
        query = LogQuery(
            received_from=view.night.begins, received_before=view.night.ends, sort=Sort.OLDEST
        )
        rows = enquiry_lists.page_of(view.session, query, Page(MOST_OF_A_NIGHT))
        entries = (
            Entry(view.moment(row.received_at), row.subject, _about(row), enquiry_id=row.id)
            for row in rows
        )
        return section("What came", entries, "Nothing came in.")

    def said(self, view: _View) -> Section:
        """Return the answers given during the night."""
        given = handover.said_between(view.session, view.night.begins, view.night.ends)
        entries = (
            Entry(
                view.moment(said.given_at),
                f"“{_shortened(said.words)}”",
                f"{said.given_by} to {_who(said.enquiry)} · {said.enquiry.subject}",
                enquiry_id=said.enquiry.id,
            )
            for said in given
        )
        return section("What was said", entries, "Nothing was said.")

    def promised(self, view: _View, since: datetime) -> Section:
        """Return what is promised, who had only a holding answer, what was kept or broken since.

        A holding answer says that another one follows, so it stands among the promises.
        """
        due = [
            _promise(promise, view.open[row], view)
            for row, promise in promises.still_open(view.session)
            if row in view.open
        ]
        held = [
            _held(row, view) for row in view.waiting if row.holding_only and not row.promised_at
        ]
        settled = promises.settled_since(view.session, since)
        rows = handover.enquiries_of(view.session, {row for row, _ in settled})
        past = [_promise(promise, rows[row], view) for row, promise in settled]
        return section("Promised", (*due, *held, *past), "Nothing is promised.")

    def clearance(self, view: _View) -> Section:
        """Return the steps of clearance that were asked and have not answered."""
        entries = (
            _step(step, view.open[row], view)
            for row, step in clearance.waiting_steps(view.session)
            if row in view.open
        )
        return section("Waiting for clearance", entries, "Nothing waits for clearance.")

    def embargoes(self, view: _View, title: str, until: datetime) -> Section:
        """Return the releases that become free before an instant, and how many hold a copy."""
        lifting = embargoes.lifting_between(view.session, view.now, until)
        entries = []
        for release in lifting:
            holding = len(embargoes.holders(view.session, release.id))
            copies = f"{holding} hold{'s' * (holding == 1)} a copy" if holding else ""
            assert release.embargo.until is not None
            when = view.moment(release.embargo.until)
            entries.append(Entry(when, release.headline, copies, release_id=release.id))
        return section(title, entries, "No embargo lifts by then.")

    def lines_to_take(self, view: _View) -> Section:
        """Return the cleared lines that stand beside an open enquiry, or are on its topic."""
        ids = tuple(row.id for row in view.waiting)
        beside = (line for row in ids for line in lines_to_take.beside(view.session, row))
        cleared = lines_to_take.listed(view.session, LineQuery(state=LineState.CLEARED))
        topics = handover.topics_of(view.session, ids)
        on_topic = (line for line in cleared if line.topic in topics)
        found = {line.id: line for line in (*beside, *on_topic) if line.state is LineState.CLEARED}
        today = local_day(view.now, view.hours.zone)
        entries = (_line(line, today) for line in found.values())
        return section("Lines that matter", entries, "No cleared line is on what is open.")

    def enquiries(
        self, view: _View, title: str, rows: Iterable[EnquirySummary], nothing: str
    ) -> Section:
        """Return open enquiries with their deadlines and the numbers to ring back."""
        return section(title, (_enquiry(row, view) for row in rows), nothing)


def _parted(
    rows: Iterable[EnquirySummary], until: datetime
) -> tuple[list[EnquirySummary], list[EnquirySummary]]:
    """Return the enquiries due before an instant, and the others."""
    due: list[EnquirySummary] = []
    rest: list[EnquirySummary] = []
    for row in rows:
        presses = row.deadline_at is not None and row.deadline_at < until
        (due if presses else rest).append(row)
    return due, rest


def _line(line: LineSummary, today: date) -> Entry:
    past = review_of(line.review_on, today) is Review.PAST
    kind = f"{line.kind.label}, past review" if past else line.kind.label
    role = "warning" if past else "text"
    # Whole: half of a cleared line is not cleared.
    return Entry(kind, line.title, f"“{' '.join(line.words.split())}”", role)


def _promise(promise: Promise, row: EnquirySummary, view: _View) -> Entry:
    when, role = f"by {view.moment(promise.due_at)}", "text"
    if promise.state is PromiseState.OPEN and promise.due_at <= view.now:
        when, role = _overdue(promise.due_at, view), "overdue"
    elif promise.state is not PromiseState.OPEN:
        when = "kept late" if promise.late else promise.state.value
        role = "overdue" if promise.state is PromiseState.BROKEN else "text_muted"
    holding = "holding answer only" if row.holding_only else ""
    parts = (f"{promise.made_by} to {_who(row)}", row.subject, holding, _ring(row, view))
    return Entry(when, promise.words, " · ".join(filter(None, parts)), role, row.id)


def _held(row: EnquirySummary, view: _View) -> Entry:
    parts = (_about(row), _ring(row, view), row.owner)
    return Entry("holding only", row.subject, " · ".join(filter(None, parts)), "warning", row.id)


def _step(step: Step, row: EnquirySummary, view: _View) -> Entry:
    since = step.chased_at or step.asked_at or view.now
    when = f"{'chased' if step.chased_at else 'asked'} {view.moment(since)}"
    parts = (row.subject, _about(row), row.owner)
    role = "warning" if view.leads.is_long_wait(since, view.now) else "text"
    return Entry(when, step.name, " · ".join(filter(None, parts)), role, row.id)


def _overdue(at: datetime, view: _View) -> str:
    return time_left(at, view.now).replace("−", "overdue ")


def _ring(row: EnquirySummary, view: _View) -> str:
    number = view.call_backs.get(row.id, "")
    return f"ring {number}" if number else ""


def _enquiry(row: EnquirySummary, view: _View) -> Entry:
    when, role = "no deadline", "text_muted"
    if row.deadline_at is not None and is_overdue(row, view.now):
        when, role = _overdue(row.deadline_at, view), "overdue"
    elif row.deadline_at is not None:
        when, role = view.moment(row.deadline_at), "text"
    parts = (_about(row), _ring(row, view), row.state, row.owner)
    return Entry(when, row.subject, " · ".join(filter(None, parts)), role, row.id)


def _about(row: EnquirySummary) -> str:
    return " · ".join(filter(None, (row.reference, _who(row))))


def _who(row: EnquirySummary) -> str:
    return ", ".join(filter(None, (row.journalist, row.outlet))) or "no journalist named"


def _shortened(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _QUOTED else f"{plain[:_QUOTED].rsplit(' ', 1)[0]}…"
