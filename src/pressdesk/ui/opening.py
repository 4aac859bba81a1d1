"""Opening an office, off the thread of the window: everything here may take its time.

The database library is imported here, on the worker's thread, while the window is already shown.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pressdesk.clock import Clock
from pressdesk.domain.duty_packs import DutyPack
from pressdesk.domain.office import NewOffice, Office
from pressdesk.errors import Unavailable
from pressdesk.paths import office_database
from pressdesk.storage.places import on_network_share

if TYPE_CHECKING:
    from pressdesk.bootstrap import Services


@dataclass(frozen=True)
class Opened:
    """An open file. ``office`` is None when it holds none yet; ``staff`` are names.

    ``pack`` says which duty pack it is, if it is one.
    """

    services: "Services"
    office: Office | None
    staff: tuple[str, ...] = ()
    on_share: bool = False
    pack: DutyPack | None = None

    def person_known(self) -> bool:
        """Say whether the person at the desk works here."""
        return self.services.context.actor in self.staff


def open_file(where: Path | None, clock: Clock, person: str, passphrase: str = "") -> Opened:
    """Open a file, or the office's usual one. Raises Unavailable with what to do.

    A duty pack needs its passphrase: Refused says so in its field.
    """
    from pressdesk.bootstrap import open_services

    try:
        path = where or office_database()
        return _looked_at(
            open_services(path, clock, person, passphrase), shared=on_network_share(path)
        )
    except OSError as error:
        raise Unavailable(
            f"The place of the office cannot be used: {error.strerror}. Open another file."
        ) from error


def open_sample(clock: Clock, person: str) -> Opened:
    """Open the sample office, as one of its own people."""
    from pressdesk.bootstrap import open_sample as sample_services

    opened = _looked_at(sample_services(clock))
    known = person if person in opened.staff else opened.staff[0]
    return sit_down(opened, known)


def start_office(opened: Opened, new: NewOffice, person: str) -> Opened:
    """Start the office of an open file. Raises Refused with the field to correct."""
    seated = sit_down(opened, person)
    seated.services.office.start(new)
    return _looked_at(seated.services, shared=opened.on_share)


def sit_down(opened: Opened, person: str) -> Opened:
    """Return the same open file with ``person`` at the desk."""
    from pressdesk.bootstrap import services_on

    context = opened.services.context
    services = services_on(context.database, context.clock, person)
    return replace(opened, services=services)


def look_again(opened: Opened) -> Opened:
    """Return the same open file with its office and its staff as they are now."""
    return _looked_at(opened.services, shared=opened.on_share)


def _looked_at(services: "Services", *, shared: bool = False) -> Opened:
    office = services.office.find()
    if office is None:
        return Opened(services, None, on_share=shared)
    people = services.office.facts().staff
    names = tuple(person.name for person in people if person.active)
    return Opened(services, office, names, shared, services.duty_packs.here())
