"""The copy of an office that goes into a pack: everything but the enquiries that are closed.

It knows no table by name but the enquiry's: a row goes along when all that it points to does. The
journal of what goes along goes with it, chained anew, so that the pack can be checked too.
"""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    ColumnClause,
    ColumnElement,
    Select,
    Table,
    TableClause,
    and_,
    column,
    insert,
    or_,
    select,
    table,
    text,
    true,
)
from sqlalchemy.orm import Session

from pressdesk.domain.duty_packs import RANGE, DutyPack
from pressdesk.domain.enquiries import Status
from pressdesk.domain.journal import Entry
from pressdesk.storage import duty_packs
from pressdesk.storage.database import Database
from pressdesk.storage.enquiry_view import entry_of
from pressdesk.storage.journal import JOURNAL, append
from pressdesk.storage.tables.base import Base
from pressdesk.storage.tables.duty_packs import DutyPackHereRow
from pressdesk.storage.tables.enquiries import ReferenceCounter

BATCH = 500
EARLIEST_YEAR = 2000  # nothing was received before, see services.enquiries
# Read from other tables, so not audited, but looked things up by: they go along as they are.
ALONG = frozenset({"release_key"})
# Figures of the whole log are counted at the office, and stay there.
STAYS = frozenset({"frozen_month"})
ENQUIRY = Base.metadata.tables["enquiry"]


def fill(office: Session, pack: Database, made: DutyPack, code: str) -> None:
    """Make an empty database the pack ``made``, with numbers of its own for new enquiries."""
    with pack.locked() as connection, Session(connection) as session:
        _copy_schema(office, session)
        copy_narrowed(office, session)
        here = DutyPackHereRow(
            id=made.number,
            code=code,
            person=made.person,
            office=made.office,
            made_at=made.made_at,
            entries=duty_packs.entries(session),
            mark=duty_packs.entries(office),
        )
        session.add(here)
        first = made.number * RANGE
        for year in range(EARLIEST_YEAR, made.made_at.year + 2):
            session.add(ReferenceCounter(year=year, last=first))
        session.commit()


def _copy_schema(office: Session, pack: Session) -> None:
    """Make the tables as the office has them; a word index makes its own tables itself."""
    made = office.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")).all()
    indexes = tuple(f"{one.name}_" for one in made if " VIRTUAL TABLE " in one.sql)
    for one in made:
        if not one.name.startswith(indexes):
            pack.execute(text(one.sql))
    version = office.scalar(text("SELECT version_num FROM alembic_version"))
    pack.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": version})


def copy_narrowed(office: Session, pack: Session) -> None:
    """Fill the tables, the word indexes and the journal of an empty pack."""
    wanted = (duty_packs.kinds().keys() | ALONG) - STAYS
    tables = [one for one in Base.metadata.sorted_tables if one.name in wanted]
    for one in tables:
        _copy(office, pack, one, select(one).where(_goes(one)))
    for words, owner in _word_indexes(office, tables):
        ids = select(owner.c.id).where(_goes(owner))
        _copy(office, pack, words, select(words).where(words.c.rowid.in_(ids)))
    _copy_journal(office, pack, [one for one in tables if one.name not in ALONG])


def _goes(one: Table, seen: tuple[Table, ...] = ()) -> ColumnElement[bool]:
    """Return the condition that a row goes along."""
    rules: list[ColumnElement[bool]] = [true()]
    if one is ENQUIRY:
        rules.append(ENQUIRY.c.status != Status.CLOSED)
    for parent, key in _narrowing(one, seen):
        ids = select(parent.c.id).where(_goes(parent, (*seen, one)))
        rules.append(or_(key.is_(None), key.in_(ids)))
    return and_(*rules)


def _narrowing(one: Table, seen: tuple[Table, ...]) -> Iterator[tuple[Table, Any]]:
    """Yield the tables that a row points to of which not every row goes along."""
    for key in one.foreign_keys:
        parent = key.column.table
        if parent is not one and parent not in seen and _is_narrowed(parent, (*seen, one)):
            yield parent, key.parent


def _is_narrowed(one: Table, seen: tuple[Table, ...]) -> bool:
    return one is ENQUIRY or any(True for _pair in _narrowing(one, seen))


def _copy(office: Session, pack: Session, target: Any, rows: Select[Any]) -> None:
    found = office.execute(rows, execution_options={"yield_per": BATCH})
    for some in found.mappings().partitions(BATCH):
        pack.execute(insert(target), [dict(row) for row in some])


def _word_indexes(office: Session, tables: list[Table]) -> Iterator[tuple[TableClause, Table]]:
    """Yield each full-text index with the table that it is of, which its name begins with."""
    made = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5(%'"
    for name in office.scalars(text(made)):
        owners = [one for one in tables if name.startswith(f"{one.name}_")]
        if owners:
            facts = office.execute(text(f"PRAGMA table_info({name})")).all()
            columns: list[ColumnClause[Any]] = [column(fact.name) for fact in facts]
            index = table(name, column("rowid"), *columns)
            yield index, max(owners, key=lambda one: len(one.name))


def _copy_journal(office: Session, pack: Session, tables: list[Table]) -> None:
    open_ones = select(ENQUIRY.c.id).where(_goes(ENQUIRY))
    told = {row.id: entry_of(row) for row in office.execute(_entries(open_ones, tables))}
    for one in tables:
        kept = and_(
            JOURNAL.c.enquiry_id.is_(None),
            JOURNAL.c.kind == one.name,
            JOURNAL.c.kind_id.in_(select(one.c.id).where(_goes(one))),
        )
        found = office.execute(select(JOURNAL).where(kept))
        told.update((row.id, entry_of(row)) for row in found)
    entries: list[Entry] = [told[number] for number in sorted(told)]
    if entries:
        append(pack, entries)


def _entries(enquiries: Select[Any], tables: list[Table]) -> Select[Any]:
    """Return the query of the timelines of some enquiries."""
    kinds = [one.name for one in tables]
    return select(JOURNAL).where(JOURNAL.c.enquiry_id.in_(enquiries), JOURNAL.c.kind.in_(kinds))
