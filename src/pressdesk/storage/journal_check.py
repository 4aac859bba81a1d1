"""The check that nothing was changed behind the program's back.

Two questions: is the chain of the journal whole, and do the tables say what the journal says last?
Both are answered in one pass each, row by row, at any size.
"""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import inspect, select, text
from sqlalchemy.orm import Session

from pressdesk.domain.journal import FIRST_HASH, Act, plain, seal
from pressdesk.storage.enquiry_view import entry_of
from pressdesk.storage.journal import told_columns
from pressdesk.storage.tables.base import Audited, Base
from pressdesk.storage.tables.journal import JournalHead, JournalRow

BATCH = 2000


def findings(session: Session) -> Iterator[str]:
    """Yield a sentence for each thing that is not as the journal says; none when all is well."""
    yield from _file_findings(session)
    yield from _chain_findings(session)
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Audited):
            yield from _table_findings(session, mapper.class_)


def entries(session: Session) -> int:
    """Return how many entries the journal says it has."""
    return session.scalar(select(JournalHead.entries)) or 0


def _file_findings(session: Session) -> Iterator[str]:
    for (said,) in session.execute(text("PRAGMA quick_check")):
        if said != "ok":
            yield f"The file is damaged: {said}."


def _chain_findings(session: Session) -> Iterator[str]:
    last, ends_at = FIRST_HASH, 0
    rows = session.execute(
        select(*JournalRow.__table__.columns).order_by(JournalRow.id),
        execution_options={"yield_per": BATCH},
    )
    for row in rows:
        if seal(last, entry_of(row)) != row.hash:
            yield (
                f"Journal entry {row.id} ({row.kind} {row.kind_id}, {row.at:%d/%m/%Y %H:%M} UTC) "
                "was changed, or entries before it were removed."
            )
        # Going on from what stands there names each broken place once.
        last = row.hash
        ends_at += 1
    head = session.execute(select(JournalHead.entries, JournalHead.hash)).one_or_none()
    if head is None and ends_at:
        yield f"The count of the journal's {ends_at} entries was removed: some may be missing."
    elif head is not None and (head.entries, head.hash) != (ends_at, last):
        yield (
            f"The journal should have {head.entries} entries and ends at {ends_at}: "
            "some were removed."
        )


def _table_findings(session: Session, kind: type[Any]) -> Iterator[str]:
    """Walk a table and its journal side by side, both in the order of their ids."""
    rows = _rows(session, kind)
    told = _told(session, kind.__tablename__)
    row, last = next(rows, None), next(told, None)
    while row is not None or last is not None:
        if last is None or (row is not None and row[0] < last[0]):
            assert row is not None
            yield f"{_name(kind, row[0])} was slipped in: the journal does not know it."
            row = next(rows, None)
        elif row is None or row[0] > last[0]:
            yield f"{_name(kind, last[0])} was removed behind the program's back."
            last = next(told, None)
        else:
            yield from _row_findings(_name(kind, row[0]), row[1], last[1])
            row, last = next(rows, None), next(told, None)


def _row_findings(name: str, now: dict[str, Any], told: dict[str, Any]) -> Iterator[str]:
    for field, value in now.items():
        if told.get(field) != value:
            yield f"{name}: “{field}” was changed behind the program's back."


def _rows(session: Session, kind: type[Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    names = told_columns(inspect(kind))
    columns = [kind.id, *(getattr(kind, name) for name in names)]
    query = select(*columns).order_by(kind.id)
    for row in session.execute(query, execution_options={"yield_per": BATCH}):
        yield row[0], {name: _as_kept(value) for name, value in zip(names, row[1:], strict=True)}


def _told(session: Session, kind: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the last state of each thing of a kind that should still be there."""
    query = (
        select(JournalRow.kind_id, JournalRow.act, JournalRow.changes)
        .where(JournalRow.kind == kind)
        .order_by(JournalRow.kind_id, JournalRow.id)
    )
    rows = session.execute(query, execution_options={"yield_per": BATCH})
    for kind_id, acts in groupby(rows, key=lambda row: row.kind_id):
        state: dict[str, Any] = {}
        there = False
        for row in acts:
            state.update({name: pair[1] for name, pair in json.loads(row.changes).items()})
            there = row.act != Act.REMOVED
        if there:
            yield kind_id, state


def _as_kept(value: object) -> object:
    """Return a value as the journal's JSON would give it back."""
    return json.loads(json.dumps(plain(value)))


def _name(kind: type[Any], kind_id: int) -> str:
    return f"{kind.__tablename__.replace('_', ' ').capitalize()} {kind_id}"
