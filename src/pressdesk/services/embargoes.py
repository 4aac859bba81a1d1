"""Embargoes: set, lifted, kept by those who hold a copy, broken."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from pressdesk.domain.embargo import Agreement, Embargo, EmbargoState, Event, EventKind, Holder, Use
from pressdesk.domain.embargo_words import read_embargo
from pressdesk.domain.local_time import zone_named
from pressdesk.domain.said import moment_said
from pressdesk.errors import Refused
from pressdesk.intake.phone_numbers import shaped
from pressdesk.intake.text import one_line
from pressdesk.services.context import Context
from pressdesk.services.embargo_guard import pass_guard
from pressdesk.storage import embargoes
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session
from pressdesk.storage.embargoes import ReleaseEmbargo

__all__ = ["Embargoes", "Ledger", "ReleaseEmbargo"]


@dataclass(frozen=True)
class Ledger:
    """The embargo of a release, with who holds a copy and what happened, oldest first."""

    release: ReleaseEmbargo
    holders: tuple[Holder, ...]
    events: tuple[Event, ...]
    zone: ZoneInfo

    @property
    def broken_at(self) -> datetime | None:
        """When the embargo was told to be broken; None when it was not since it was set."""
        since: datetime | None = None
        for event in self.events:
            if event.kind in {EventKind.SET, EventKind.BROKEN}:
                since = event.at if event.kind is EventKind.BROKEN else None
        return since


class Embargoes:
    """Acts on the embargo of a release."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def ledger(self, release_id: int) -> Ledger:
        """Return everything about the embargo of a release; raise NotFound."""
        with self._context.database.reading() as session:
            return Ledger(
                embargoes.shown(session, release_id),
                embargoes.holders(session, release_id),
                embargoes.events(session, release_id),
                _zone(session),
            )

    def understand(self, words: str) -> Embargo:
        """Return what words typed for the end of an embargo mean now. Writes nothing."""
        with self._context.database.reading() as session:
            return read_embargo(words, self._context.clock.now(), None, _zone(session))

    def lifting_between(
        self, since: datetime, before: datetime | None = None
    ) -> tuple[ReleaseEmbargo, ...]:
        """Return the releases whose embargo ends in [since, before), the earliest first.

        Without ``before`` all that are to come. One lifted by hand is not among them.
        """
        with self._context.database.reading() as session:
            return embargoes.lifting_between(session, since, before)

    def set_end(self, release_id: int, words: str, reason: str) -> Embargo:
        """Put a release under embargo until the moment that ``words`` name, or change its end.

        Raises Refused with the field to correct.
        """
        reason = _reason(reason, "Say why, so that the journal can explain it.")
        now = self._context.clock.now()
        with self._writing() as session:
            zone = _zone(session)
            read = read_embargo(words, now, None, zone)
            until = _still_to_come(read, now)
            embargo = replace(read, reason=" ".join(filter(None, (f"{reason}.", read.reason))))
            embargoes.put(embargoes.release_row(session, release_id), embargo)
            said = f"until {moment_said(until, zone)}. {reason}"
            self._tell(session, release_id, EventKind.SET, said)
            return embargo

    def lift(self, release_id: int, reason: str) -> None:
        """Free a release before its time. Raises Refused when it is free already."""
        reason = _reason(reason, "Say why it is lifted, so that the journal can explain it.")
        with self._writing() as session:
            self._check_held(session, release_id)
            lifted = Embargo(EmbargoState.LIFTED, reason=reason)
            embargoes.put(embargoes.release_row(session, release_id), lifted)
            self._tell(session, release_id, EventKind.LIFTED, reason)

    def add_holder(self, release_id: int, holder: Holder) -> int:
        """Keep that someone was given a copy, now, by the person at the desk; return the id."""
        kept = replace(
            holder,
            name=one_line(holder.name, 200),
            outlet=one_line(holder.outlet, 200),
            number=shaped(one_line(holder.number, 60)),
        )
        if not kept.name:
            raise Refused("Type who holds a copy.", field="name")
        with self._writing() as session:
            embargoes.release_row(session, release_id)
            now = self._context.clock.now()
            return embargoes.add_holder(session, release_id, kept, self._context.actor, now)

    def note_agreement(self, holder_id: int, agreed: Agreement, how: str = "") -> None:
        """Keep whether a holder keeps to the embargo, as told now; ``how`` says by which way."""
        with self._writing() as session:
            row = embargoes.holder_row(session, holder_id)
            row.agreed, row.agreed_how = agreed, one_line(how, 200)
            answered = agreed is not Agreement.ASKED
            row.agreed_at = self._context.clock.now() if answered else None

    def remove_holder(self, holder_id: int, reason: str = "") -> None:
        """Take someone from those who hold a copy; that they did is kept among the events."""
        with self._writing() as session:
            row = embargoes.holder_row(session, holder_id)
            who = ", ".join(filter(None, (row.name, row.outlet)))
            said = ". ".join(filter(None, (who, one_line(reason))))
            self._tell(session, row.release_id, EventKind.REMOVED, said)
            session.delete(row)

    def tell_broken(self, release_id: int, words: str = "") -> None:
        """Keep that the embargo was broken; everybody who holds a copy is then to be rung."""
        with self._writing() as session:
            self._check_held(session, release_id)
            embargoes.unring_all(session, release_id)
            self._tell(session, release_id, EventKind.BROKEN, one_line(words))

    def note_rung(self, holder_id: int, *, rung: bool) -> None:
        """Tick someone off the list to ring, or put them back on it."""
        with self._writing() as session:
            row = embargoes.holder_row(session, holder_id)
            row.rung_at = self._context.clock.now() if rung else None
            row.rung_by = self._context.actor if rung else None

    def use(self, release_id: int, use: Use, despite: str | None = None) -> None:
        """Pass the guard before words of a release are copied or exported; see embargo_guard."""
        with self._writing() as session:
            embargoes.release_row(session, release_id)
            pass_guard(session, self._context, (release_id,), use, despite)

    def _check_held(self, session: Session, release_id: int) -> None:
        embargoes.release_row(session, release_id)
        if not embargoes.held(session, (release_id,), self._context.clock.now()):
            raise Refused("This release is not under embargo.")

    def _tell(self, session: Session, release_id: int, kind: EventKind, words: str) -> None:
        now, actor = self._context.clock.now(), self._context.actor
        embargoes.add_event(session, release_id, Event(kind, now, actor, words))

    def _writing(self) -> AbstractContextManager[Session]:
        return self._context.database.writing(self._context.actor)


def _zone(session: Session) -> ZoneInfo:
    return zone_named(offices.the_office(session).zone)


def _still_to_come(embargo: Embargo, now: datetime) -> datetime:
    if embargo.until is None:
        problem = embargo.reason or "Say when the embargo ends."
        raise Refused(f"{problem} Type the day and the time, like 5 Nov 00:01.", field="until")
    if embargo.until <= now:
        raise Refused(
            "That moment has passed. Type one to come, or lift the embargo.", field="until"
        )
    return embargo.until


def _reason(words: str, when_empty: str) -> str:
    kept = one_line(words).rstrip(".")
    if not kept:
        raise Refused(when_empty, field="reason")
    return kept
