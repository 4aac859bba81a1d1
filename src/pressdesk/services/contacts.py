"""Contacts: journalists and outlets."""

from dataclasses import replace

from pressdesk.domain.contacts import Journalist, Outlet
from pressdesk.errors import Refused
from pressdesk.intake.phone_numbers import read_number
from pressdesk.intake.text import clean, one_line
from pressdesk.services.context import Context
from pressdesk.storage import contacts


class Contacts:
    """Finding, keeping and merging journalists and outlets."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def journalists(
        self, typed: str = "", limit: int = 200, outlet_id: int | None = None
    ) -> tuple[Journalist, ...]:
        """Return journalists whose name or outlet holds each typed word, by name."""
        with self._context.database.reading() as session:
            return contacts.find_journalists(session, typed, limit, outlet_id)

    def journalist(self, journalist_id: int) -> Journalist:
        """Return one journalist; raise NotFound."""
        with self._context.database.reading() as session:
            return contacts.journalist(session, journalist_id)

    def save_journalist(self, person: Journalist) -> int:
        """Keep a journalist; return the id. Numbers are checked and shaped.

        Raises Refused with the field to correct, Conflict when someone saved first.
        """
        person = _checked(person)
        with self._context.database.writing(self._context.actor) as session:
            return contacts.save_journalist(session, person)

    def merge_journalists(self, keep: int, duplicate: int) -> None:
        """Make two entries of one person one; all enquiries go to the one that is kept."""
        if keep == duplicate:
            raise Refused("Choose two different journalists to merge.")
        with self._context.database.writing(self._context.actor) as session:
            contacts.merge_journalists(session, keep, duplicate)

    def outlets(self, typed: str = "", limit: int = 200) -> tuple[Outlet, ...]:
        """Return outlets whose name holds each typed word, by name."""
        with self._context.database.reading() as session:
            return contacts.find_outlets(session, typed, limit)

    def outlet(self, outlet_id: int) -> Outlet:
        """Return one outlet with its counts; raise NotFound."""
        with self._context.database.reading() as session:
            return contacts.outlet(session, outlet_id)

    def save_outlet(self, outlet: Outlet) -> int:
        """Keep an outlet; return the id.

        Raises Refused with the field to correct, Conflict when someone saved first.
        """
        outlet = replace(outlet, name=one_line(outlet.name, 200), notes=clean(outlet.notes).strip())
        if not outlet.name:
            raise Refused("Type the outlet's name.", field="name")
        with self._context.database.writing(self._context.actor) as session:
            return contacts.save_outlet(session, outlet)

    def merge_outlets(self, keep: int, duplicate: int) -> None:
        """Make two entries of one outlet one; journalists and enquiries go to the one kept."""
        if keep == duplicate:
            raise Refused("Choose two different outlets to merge.")
        with self._context.database.writing(self._context.actor) as session:
            contacts.merge_outlets(session, keep, duplicate)


def _checked(person: Journalist) -> Journalist:
    person = replace(
        person,
        name=one_line(person.name, 200),
        outlet=one_line(person.outlet, 200),
        number=_number(person.number, "number"),
        other_number=_number(person.other_number, "other_number"),
        email=one_line(person.email, 254),
        notes=clean(person.notes).strip(),
    )
    if not person.name:
        raise Refused("Type the journalist's name.", field="name")
    if person.email and "@" not in person.email:
        raise Refused(
            f"“{person.email}” is not an email address. Check it or leave it empty.", field="email"
        )
    return person


def _number(words: str, field: str) -> str:
    if not words.strip():
        return ""
    try:
        return read_number(words).shown
    except Refused as error:
        raise Refused(str(error), field=field) from error
