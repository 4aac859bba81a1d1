"""Everything about one person, on screen and as a file: a data-protection request."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pressdesk.domain.local_time import local_day
from pressdesk.domain.person import PersonWords, Place, Sought, sought_by
from pressdesk.domain.said import moment_said
from pressdesk.errors import NotFound, Refused
from pressdesk.export.sheet import UNWATCHED, Column, Sheet, Watch, check
from pressdesk.export.writing import Format, write_file, writer_of
from pressdesk.intake.common_words import common_words
from pressdesk.services.context import Context, hours_of
from pressdesk.storage import exports, person, person_places
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session
from pressdesk.storage.tables.contacts import JournalistRow

SHOWN = 500
"""Enquiries, the newest, of the person and of others, that are looked through for the screen."""

_ALL = 1_000_000
_LISTED = 8  # journalists of whom one is to be chosen
_STEP = 200  # places between two words about how far it is
_HOW = (
    "By identity: the entry in the contacts, and the enquiries that belong to it. By words: a "
    "name, number or address of the person stands there. Surname alone: may be somebody else."
)
_UNSEEN = (
    "What is inside attached files and original files of releases; what was written and changed "
    "again in enquiries that do not speak of the person any more; which officer owned an enquiry, "
    "took a call or made an entry of the audit trail."
)
_WARNING = "Holds words about other people too. Read it through before it goes out."


@dataclass(frozen=True)
class Everything:
    """What was found. ``total`` are all enquiries of the person; ``cut`` when not all were seen."""

    sought: Sought
    places: tuple[Place, ...]
    total: int
    cut: bool


class PersonalData:
    """Finds one person, and every place where they stand."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def sought(self, typed: str) -> Sought:
        """Return who is sought by a name, a number or an e-mail address.

        Raises Refused for nothing to look for, and, with their numbers in the contacts, when
        several journalists are called so.
        """
        wanted = sought_by(typed)
        with self._context.database.reading() as session:
            rows = (
                person.journalists_called(session, wanted.said)
                if wanted.names
                else person.journalists_at(session, wanted)
            )
            if len(rows) > 1:
                raise Refused(_choose(session, rows), field="journalist")
            return _with_contact(session, wanted, rows[0].id) if rows else wanted

    def journalist(self, journalist_id: int) -> Sought:
        """Return who is sought by an entry in the contacts; raise NotFound."""
        with self._context.database.reading() as session:
            return _with_contact(session, None, journalist_id)

    def look(self, sought: Sought, watch: Watch = UNWATCHED) -> Everything:
        """Return where they stand, as far as it is shown on screen; a file holds all of it."""
        with self._context.database.reading() as session:
            words = PersonWords(sought, common_words())
            found = person.enquiries(session, sought, words, SHOWN)
            every = person_places.places(session, sought, words, found, SHOWN)
            places = tuple(_watched(every, watch))
        cut = found.total > len(found.theirs) or len(found.others) == SHOWN
        return Everything(sought, places, found.total, cut)

    def write(
        self,
        sought: Sought,
        format: Format,  # noqa: A002
        path: Path,
        watch: Watch = UNWATCHED,
    ) -> int:
        """Write every place into a file and record that it was done; return how many there were.

        Raises Unavailable, and Refused for the office's own file, for one that is cancelled or
        too long for its format.
        """
        self._context.check_target(path)
        sheet = self._sheet(sought)

        @contextmanager
        def recording(count: int) -> Iterator[None]:
            with self._context.database.writing(self._context.actor) as session:
                exports.record(
                    session,
                    made_by=self._context.actor,
                    made_at=self._context.clock.now(),
                    filters=f"Everything about one person: {sought.said}",
                    columns=",".join(column.title for column in _COLUMNS),
                    people="as-is",
                    format=format.value,
                    rows=count,
                    file=path.name,
                )
                yield

        return write_file(
            sheet, self._places(sought, watch), path, writer_of(format, watch), recording
        )

    def _places(self, sought: Sought, watch: Watch) -> Iterator[Place]:
        with self._context.database.reading() as session:
            words = PersonWords(sought, common_words())
            found = person.enquiries(session, sought, words, _ALL)
            every = person_places.places(session, sought, words, found, _ALL)
            yield from _watched(every, watch)

    def _sheet(self, sought: Sought) -> Sheet:
        with self._context.database.reading() as session:
            office, hours = offices.the_office(session), hours_of(session)
        now = self._context.clock.now()
        known = "; ".join((*sought.names, *sought.numbers, *sought.emails))
        facts = (
            ("Filters", f"Everything about one person: {known}"),
            ("How it was found", _HOW),
            ("Not looked through", _UNSEEN),
            ("Warning", _WARNING),
            ("Office", office.name),
            ("Time zone", hours.zone.key),
            ("Exported", f"{moment_said(now, hours.zone)} by {self._context.actor}"),
        )
        day = local_day(now, hours.zone)
        return Sheet(f"Everything about {sought.said}, {day}", facts, _COLUMNS, hours.zone)


def _watched(places: Iterator[Place], watch: Watch) -> Iterator[Place]:
    for done, place in enumerate(places, start=1):
        check(watch)
        yield place
        if done % _STEP == 0:
            watch.progress(done)


def _with_contact(session: Session, wanted: Sought | None, journalist_id: int) -> Sought:
    """Return who is sought with all that their entries in the contacts know of them."""
    entries = person.entries_of(session, journalist_id)
    if not entries:
        raise NotFound("This journalist is not in the contacts any more.")
    first = next((one for one in entries if one.id == journalist_id), entries[0])
    wanted = wanted or Sought(first.name)
    numbers = (number for one in entries for number in (one.number, one.other_number))
    return replace(
        wanted,
        journalists=tuple(one.id for one in entries),
        names=_each(*wanted.names, *(one.name for one in entries)),
        numbers=_each(*wanted.numbers, *numbers),
        emails=_each(*wanted.emails, *(one.email for one in entries)),
    )


def _each(*words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, words)))


def _choose(session: Session, rows: list[JournalistRow]) -> str:
    listed = "; ".join(
        f"{row.id} {row.name}, {person.outlet_of(session, row) or 'no outlet'}"
        for row in rows[:_LISTED]
    )
    more = " and others" if len(rows) > _LISTED else ""
    return (
        f"Several journalists answer to that: {listed}{more}. Open the one in the contacts, or say "
        "its number with --journalist."
    )


_COLUMNS = (
    Column("Where", lambda place: place.where.value, 18),
    Column("Found", lambda place: place.how.value, 13),
    Column("What", lambda place: place.what, 20),
    Column("Field", lambda place: place.field, 20),
    Column("When", lambda place: place.at),
    Column("Words", lambda place: place.words, 80),
)
