"""The log out as a file: the rows on screen, with the facts that explain them."""

from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.export_columns import COLUMNS, ON_SCREEN, PRESETS
from pressdesk.domain.exports import (
    LogColumn,
    People,
    Picked,
    Preset,
    What,
    taken_from,
)
from pressdesk.domain.hours import week_said
from pressdesk.domain.instants import WallClock
from pressdesk.domain.local_time import local_day
from pressdesk.domain.said import day_said, moment_said
from pressdesk.errors import Refused
from pressdesk.export.csv import CsvStyle
from pressdesk.export.sheet import BLOCK, UNWATCHED, Block, Column, Sheet, Watch, all_said
from pressdesk.export.writing import Format, write_blocks, writer_of
from pressdesk.intake.text import one_line
from pressdesk.services.by_name import the_one
from pressdesk.services.context import Context, hours_of
from pressdesk.services.understanding import understood_query
from pressdesk.storage import contacts, enquiry_lists, export_facts, exports, reports
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session

PREVIEWED = 50


@dataclass(frozen=True)
class Order:
    """What is to be exported, and how; ``columns`` are keys in their order."""

    what: What = field(default_factory=LogQuery)
    format: Format = Format.CSV
    columns: tuple[str, ...] = ON_SCREEN
    people: People = People.AS_IS
    style: CsvStyle = field(default_factory=CsvStyle)


@dataclass(frozen=True)
class Preview:
    """How an export will look: its titles, the first rows as people read them, the count."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int


class Exports:
    """The log as files, each guarded, explained and recorded."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def preview(self, order: Order) -> Preview:
        """Return the first rows and the count, as ``write`` would write them now."""
        columns = taken_from(COLUMNS, order.columns, order.people)
        with self._context.database.reading() as session:
            zone, count = hours_of(session).zone, self._count(session, order.what)
        with closing(self._blocks(order, columns, PREVIEWED)) as blocks:
            first, clock = next(blocks, ()), WallClock(zone)
        rows = zip(*(all_said(cells, clock) for cells in first), strict=True)
        return Preview(tuple(column.title for column in columns), tuple(rows), count)

    def count(self, what: What) -> int:
        """Return how many rows there will be."""
        with self._context.database.reading() as session:
            return self._count(session, what)

    def write(self, order: Order, path: Path, watch: Watch = UNWATCHED) -> int:
        """Write what is ordered and record who did it; return the number of rows.

        A cancelled or failed export leaves an earlier file as it was. Raises Unavailable, and
        Refused for the office's own file, for one that is cancelled or too long for its format.
        """
        self._context.check_target(path)
        columns = taken_from(COLUMNS, order.columns, order.people)
        filters = self._filters(order)
        sheet = self._sheet(order, columns, filters)

        @contextmanager
        def recording(count: int) -> Iterator[None]:
            with self._writing() as session:
                exports.record(
                    session,
                    made_by=self._context.actor,
                    made_at=self._context.clock.now(),
                    filters=filters,
                    columns=",".join(column.key for column in columns),
                    people=order.people.value,
                    format=order.format.value,
                    rows=count,
                    file=path.name,
                )
                yield

        with closing(self._blocks(order, columns, BLOCK)) as blocks:
            writer = writer_of(order.format, watch, order.style)
            return write_blocks(sheet, blocks, path, writer, recording)

    def presets(self) -> tuple[Preset, ...]:
        """Return the presets, those of the office last."""
        with self._context.database.reading() as session:
            return (*PRESETS, *exports.presets(session))

    def preset(self, name: str) -> Preset:
        """Return the one preset that is called so or begins so; raise NotFound, or Refused."""
        return the_one(self.presets(), name, "preset")

    def keep_preset(self, preset: Preset) -> Preset:
        """Keep columns under a name of the office's own, in place of an earlier one; return it."""
        called = one_line(preset.name, 60)
        if not called:
            raise Refused("Give the preset a name.", field="preset")
        if called.casefold() in {one.name.casefold() for one in PRESETS}:
            raise Refused(f"“{called}” is always there. Choose another name.", field="preset")
        taken_from(COLUMNS, preset.columns, People.AS_IS)
        kept = replace(preset, name=called, own=True)
        with self._writing() as session:
            exports.keep_preset(session, kept)
        return kept

    def remove_preset(self, name: str) -> None:
        """Remove a preset of the office; raise NotFound."""
        with self._writing() as session:
            exports.remove_preset(session, name)

    def _blocks(
        self, order: Order, columns: tuple[LogColumn, ...], size: int
    ) -> Generator[Block, None, None]:
        """Yield every row in its order, ``size`` at a time, as one state of the log."""
        needs = {need for column in columns for need in column.needs}
        with self._context.database.reading() as session:
            what = order.what
            if isinstance(what, LogQuery):
                what = understood_query(session, what, self._context)
            for facts in export_facts.facts_of(session, what, needs, size):
                yield [column.values(facts, order.people) for column in columns]

    def _count(self, session: Session, what: What) -> int:
        if isinstance(what, Picked):
            return len(what.ids)
        return enquiry_lists.count(session, understood_query(session, what, self._context))

    def _sheet(self, order: Order, columns: tuple[LogColumn, ...], filters: str) -> Sheet:
        with self._context.database.reading() as session:
            office, hours = offices.the_office(session), hours_of(session)
        now = self._context.clock.now()
        facts = (
            ("Filters", filters),
            ("Office", office.name),
            ("Time zone", hours.zone.key),
            ("Hours in force", week_said(hours.rules, local_day(now, hours.zone))),
            ("People", order.people.said),
            ("Exported", f"{moment_said(now, hours.zone)} by {self._context.actor}"),
        )
        shown = tuple(Column(column.title, width=column.width) for column in columns)
        return Sheet("Log of enquiries", facts, shown, hours.zone)

    def _filters(self, order: Order) -> str:
        """Return what narrows the list, in words that name nobody who is left out."""
        if isinstance(order.what, Picked):
            return order.what.said
        query, as_is = order.what, order.people is People.AS_IS
        with self._context.database.reading() as session:
            zone = hours_of(session).zone
            outlet = contacts.outlet_name(session, query.outlet_id) if query.outlet_id else ""
            asked = (
                contacts.journalist(session, query.journalist_id).name
                if query.journalist_id
                else ""
            )
            release = reports.release_name(session, query.counted.release_id)
        told = {
            "words": query.text if as_is else _untold(query.text),
            "from": query.received_from and day_said(local_day(query.received_from, zone)),
            "before": query.received_before and day_said(local_day(query.received_before, zone)),
            "line": query.line and query.line.label,
            "status": query.status and query.status.label,
            "outlet": _untold(outlet) if order.people is People.NONE else outlet,
            "journalist": asked if as_is else _untold(asked),
            "owner": query.owner if as_is else _untold(query.owner),
            "topic": query.topic,
            "release": release,
            "only": query.counted.said,
        }
        kept = [f"{name} {value}" for name, value in told.items() if value]
        return f"{'; '.join(kept) or 'None'}. Order: {query.sort.value}"

    def _writing(self) -> AbstractContextManager[Session]:
        return self._context.database.writing(self._context.actor)


def _untold(words: str) -> str:
    """Return what stands for a filter that may name people."""
    return words and "(not told, since it may name people)"
