"""The session writes the journal: what is about to be flushed is collected, then chained.

Nobody has to remember to log a change, and none can be made without an actor.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import event, insert, inspect, select, update
from sqlalchemy.orm import Mapper, Session, UOWTransaction

from pressdesk.clock import Clock
from pressdesk.domain.journal import FIRST_HASH, Act, Entry, as_json, seal
from pressdesk.storage.tables.base import Audited, Base
from pressdesk.storage.tables.journal import JournalHead, JournalRow

JOURNAL, HEAD = (Base.metadata.tables[kind.__tablename__] for kind in (JournalRow, JournalHead))

# The row's own bookkeeping, which changes with every save and says nothing.
UNTOLD = frozenset({"id", "version"})

ACTOR = "actor"
"""Who acts, in the info of a writing session; a merge speaks for those who acted elsewhere."""

Changes = dict[str, tuple[object, object]]


@dataclass(frozen=True)
class Changed:
    """What one transaction changed and who did it; sent after the commit."""

    tables: frozenset[str]
    actor: str
    enquiries: frozenset[int] = frozenset()


@dataclass
class Touched:
    """What a transaction has changed so far, as the journal tells it."""

    entries: list[Entry] = field(default_factory=list)

    @property
    def tables(self) -> frozenset[str]:
        """The tables in which something changed."""
        return frozenset(entry.kind for entry in self.entries)

    @property
    def enquiries(self) -> frozenset[int]:
        """The enquiries whose timeline grew."""
        return frozenset(entry.enquiry_id for entry in self.entries if entry.enquiry_id is not None)

    def by_field(self, kind: str, names: frozenset[str]) -> Iterator[Entry]:
        """Yield the entries of a table in which one of some fields was set or changed."""
        for entry in self.entries:
            if entry.kind == kind and not names.isdisjoint(entry.fields()):
                yield entry


class Chronicler:
    """Keeps the journal of one writing session."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self.touched = Touched()
        self._clock = clock
        self._pending: list[tuple[Audited, Act, Changes]] = []
        event.listen(session, "before_flush", self._collect)
        event.listen(session, "after_flush", self._write)

    def _collect(self, session: Session, _context: UOWTransaction, _objects: Any) -> None:
        """Take down what is about to change, while the values before are still known."""
        for row in session.new:
            if isinstance(row, Audited):
                self._pending.append((row, Act.CREATED, {}))
        for row in session.dirty:
            if isinstance(row, Audited) and (changes := _changed(row)):
                self._pending.append((row, Act.CHANGED, changes))
        for row in session.deleted:
            if isinstance(row, Audited):
                self._pending.append((row, Act.REMOVED, _removed(row)))

    def _write(self, session: Session, _context: UOWTransaction) -> None:
        """Chain the entries to the journal, in the same transaction as the changes."""
        pending, self._pending = self._pending, []
        if not pending:
            return
        now, actor = self._clock.now(), session.info[ACTOR]
        entries = [_entry(now, actor, row, act, changes) for row, act, changes in pending]
        append(session, entries)
        self.touched.entries.extend(entries)


def _entry(now: datetime, actor: str, row: Audited, act: Act, changes: Changes) -> Entry:
    return Entry(
        at=now,
        actor=actor,
        act=act,
        kind=_mapper(row).local_table.name,  # type: ignore[attr-defined]
        kind_id=row.id,
        enquiry_id=getattr(row, "enquiry_id", None),
        # Keys and defaults of a new row are known only now that it was flushed.
        changes=as_json(_created(row) if act is Act.CREATED else changes),
    )


def append(session: Session, entries: list[Entry]) -> None:
    """Chain ``entries`` to the end of the journal.

    The tables are written without the session's own rows, which nobody would read.
    """
    head = session.execute(select(HEAD.c.entries, HEAD.c.hash).with_for_update()).one_or_none()
    count, last = (head.entries, head.hash) if head else (0, FIRST_HASH)
    rows = []
    for entry in entries:
        last = seal(last, entry)
        rows.append({**vars(entry), "hash": last})
    session.execute(insert(JOURNAL), rows)
    values = {"entries": count + len(rows), "hash": last}
    if head:
        session.execute(update(HEAD), values)
    else:
        session.execute(insert(HEAD), {"id": 1, **values})


def told_columns(mapper: Mapper[Any]) -> tuple[str, ...]:
    """Return the names of the columns whose values the journal tells."""
    return tuple(attr.key for attr in mapper.column_attrs if attr.key not in UNTOLD)


def _mapper(row: Audited) -> Mapper[Any]:
    mapper: Mapper[Any] = inspect(row, raiseerr=True).mapper
    return mapper


def _created(row: Audited) -> Changes:
    values = {name: getattr(row, name) for name in told_columns(_mapper(row))}
    return {name: (None, value) for name, value in values.items() if value is not None}


def _removed(row: Audited) -> Changes:
    return {name: (getattr(row, name), None) for name in told_columns(_mapper(row))}


def _changed(row: Audited) -> Changes:
    state = inspect(row, raiseerr=True)
    changes: Changes = {}
    for name in told_columns(state.mapper):
        history = state.attrs[name].history
        if history.has_changes():
            before = history.deleted[0] if history.deleted else None
            after = history.added[0] if history.added else None
            if before != after:
                changes[name] = (before, after)
    return changes
