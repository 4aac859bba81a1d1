"""The two books of contacts. The page shows either in the same way and asks it the same things."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.contacts import (
    Journalist,
    Outlet,
    counted,
    what_merging_does,
    what_merging_outlets_does,
)
from pressdesk.domain.enquiries import EnquirySummary, LogQuery
from pressdesk.domain.local_time import zone_named
from pressdesk.domain.said import when_said
from pressdesk.storage.enquiry_lists import Page
from pressdesk.ui.contacts.form import Contact, Fields, journalist_fields, outlet_fields
from pressdesk.ui.contacts.sheet import SheetLook
from pressdesk.ui.kit import Fact
from pressdesk.ui.kit.entries import Entry

LISTED = 200
_EARLIER = 20


@dataclass(frozen=True)
class Opened:
    """A contact with what its sheet shows."""

    contact: Contact
    look: SheetLook


class Book(ABC):
    """One kind of contact. Everything that reads or writes is called off the window's thread."""

    thing: str

    def __init__(self, services: Services) -> None:
        self.services = services

    @abstractmethod
    def blank(self) -> Contact:
        """Return a contact that is to be filled in."""

    @abstractmethod
    def fields(self) -> Fields:
        """Return the questions of its form."""

    @abstractmethod
    def found(self, typed: str, limit: int = LISTED) -> Sequence[Contact]:
        """Return the contacts that answer to typed words."""

    @abstractmethod
    def entry(self, contact: Contact) -> Entry:
        """Return the row of a contact."""

    @abstractmethod
    def get(self, contact_id: int) -> Contact:
        """Return one contact."""

    @abstractmethod
    def opened(self, contact_id: int) -> Opened:
        """Return one contact with what belongs to it."""

    @abstractmethod
    def save(self, contact: Contact) -> int:
        """Keep a contact and return its id."""

    @abstractmethod
    def merge(self, keep: int, duplicate: int) -> None:
        """Give all that belongs to the duplicate to the one that is kept."""

    @abstractmethod
    def consequence(self, kept: Contact, gone: Contact) -> str:
        """Say what merging would do."""


class JournalistBook(Book):
    """The journalists, each with the earlier enquiries."""

    thing = "journalist"

    @override
    def blank(self) -> Contact:
        return Journalist("")

    @override
    def fields(self) -> Fields:
        return journalist_fields()

    @override
    def found(self, typed: str, limit: int = LISTED) -> Sequence[Contact]:
        return self.services.contacts.journalists(typed, limit)

    @override
    def entry(self, contact: Contact) -> Entry:
        assert isinstance(contact, Journalist)
        return Entry(contact.id or 0, contact.name, _joined(contact.outlet, _asked(contact)))

    @override
    def get(self, contact_id: int) -> Contact:
        return self.services.contacts.journalist(contact_id)

    @override
    def opened(self, contact_id: int) -> Opened:
        person = self.services.contacts.journalist(contact_id)
        query = LogQuery(journalist_id=contact_id)
        rows = self.services.desk.page(query, Page(_EARLIER))
        now, zone = self.services.context.clock.now(), self._zone()
        look = SheetLook(
            title=person.name,
            second=_joined(person.outlet, person.outlet_kind.label if person.outlet else ""),
            facts=_facts(person),
            caption=_earlier(person.enquiries),
            below=[_enquiry(row, now, zone) for row in rows],
            leads_to=person.outlet_id,
            is_person=True,
        )
        return Opened(person, look)

    @override
    def save(self, contact: Contact) -> int:
        assert isinstance(contact, Journalist)
        return self.services.contacts.save_journalist(contact)

    @override
    def merge(self, keep: int, duplicate: int) -> None:
        self.services.contacts.merge_journalists(keep, duplicate)

    @override
    def consequence(self, kept: Contact, gone: Contact) -> str:
        assert isinstance(kept, Journalist)
        assert isinstance(gone, Journalist)
        return what_merging_does(kept, gone)

    def _zone(self) -> ZoneInfo:
        office = self.services.office.find()
        return zone_named(office.zone if office else "Europe/London")


class OutletBook(Book):
    """The outlets, each with its journalists."""

    thing = "outlet"

    @override
    def blank(self) -> Contact:
        return Outlet("")

    @override
    def fields(self) -> Fields:
        return outlet_fields()

    @override
    def found(self, typed: str, limit: int = LISTED) -> Sequence[Contact]:
        return self.services.contacts.outlets(typed, limit)

    @override
    def entry(self, contact: Contact) -> Entry:
        return Entry(contact.id or 0, contact.name, _joined(_kind(contact), _asked(contact)))

    @override
    def get(self, contact_id: int) -> Contact:
        return self.services.contacts.outlet(contact_id)

    @override
    def opened(self, contact_id: int) -> Opened:
        outlet = self.services.contacts.outlet(contact_id)
        people = self.services.contacts.journalists(outlet_id=contact_id)
        look = SheetLook(
            title=outlet.name,
            second=_joined(outlet.kind.label, _asked(outlet)),
            facts=(Fact("Kind", outlet.kind.label), Fact("Notes", outlet.notes)),
            caption=counted(outlet.journalists, "journalist"),
            below=[
                Entry(person.id or 0, person.name, _joined(_asked(person))) for person in people
            ],
        )
        return Opened(outlet, look)

    @override
    def save(self, contact: Contact) -> int:
        assert isinstance(contact, Outlet)
        return self.services.contacts.save_outlet(contact)

    @override
    def merge(self, keep: int, duplicate: int) -> None:
        self.services.contacts.merge_outlets(keep, duplicate)

    @override
    def consequence(self, kept: Contact, gone: Contact) -> str:
        assert isinstance(kept, Outlet)
        assert isinstance(gone, Outlet)
        return what_merging_outlets_does(kept, gone)


def _joined(*words: str) -> str:
    line = " · ".join(word for word in words if word)
    return f"{line[:1].upper()}{line[1:]}"


def _asked(contact: Contact) -> str:
    return counted(contact.enquiries, "enquiry")


def _kind(contact: Contact) -> str:
    return contact.kind.label if isinstance(contact, Outlet) else contact.outlet_kind.label


def _facts(person: Journalist) -> tuple[Fact, ...]:
    return (
        Fact("Number", person.number),
        Fact("Other number", person.other_number),
        Fact("Email", person.email),
        Fact("Notes", person.notes),
    )


def _person(person: Journalist) -> Entry:
    return Entry(person.id or 0, person.name, _joined(_asked(person)))


def _earlier(count: int) -> str:
    words = counted(count, "earlier enquiry")
    return f"{words}, the last {_EARLIER}" if count > _EARLIER else words


def _enquiry(row: EnquirySummary, now: datetime, zone: ZoneInfo) -> Entry:
    second = _joined(row.reference, when_said(row.received_at, now, zone), row.state)
    return Entry(row.id, row.subject or "No subject yet", second)
