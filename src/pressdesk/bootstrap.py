"""The only place that knows everybody: from a file to the services of an open office."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from pressdesk import paths
from pressdesk.clock import Clock
from pressdesk.errors import Unavailable
from pressdesk.intake.text import one_line
from pressdesk.intake.web import Web
from pressdesk.services.answering import Answering
from pressdesk.services.clearance import Clearances
from pressdesk.services.contacts import Contacts
from pressdesk.services.context import Context
from pressdesk.services.desk import Desk
from pressdesk.services.disclosure import Disclosures
from pressdesk.services.drafts import Drafts
from pressdesk.services.duty_pack_files import FilesInPack
from pressdesk.services.duty_packs import DutyPacks
from pressdesk.services.embargoes import Embargoes
from pressdesk.services.enquiries import Enquiries
from pressdesk.services.exports import Exports
from pressdesk.services.feeds import Feeds
from pressdesk.services.files import Files
from pressdesk.services.from_web import FromWeb
from pressdesk.services.handover import Handovers
from pressdesk.services.journal import Journal
from pressdesk.services.known import KnownAlready
from pressdesk.services.lines_to_take import LinesToTake
from pressdesk.services.office import OfficeService
from pressdesk.services.packs import Packs
from pressdesk.services.person import PersonalData
from pressdesk.services.promises import Promises
from pressdesk.services.releases import Releases
from pressdesk.services.reminders import Reminders
from pressdesk.services.reports import Reports
from pressdesk.services.rota import Rota
from pressdesk.services.saved_filters import SavedFilters
from pressdesk.services.search import SearchEverywhere
from pressdesk.services.sending import Sending
from pressdesk.services.sheets import Sheets
from pressdesk.services.sources import SourceShelf
from pressdesk.services.synonyms import SynonymLists
from pressdesk.services.weekly_report import WeeklyReports
from pressdesk.storage.database import Database
from pressdesk.storage.schema import prepare
from pressdesk.storage.sealed import SealedDatabase
from pressdesk.storage.sealing import is_sealed_file

HOME = "Europe/London"


@dataclass(frozen=True)
class Services:
    """Every act that a face of PressDesk can ask for, on one open database, by one person."""

    context: Context
    office: OfficeService
    enquiries: Enquiries
    desk: Desk
    answering: Answering
    promises: Promises
    clearances: Clearances
    sources: SourceShelf
    sending: Sending
    files: Files
    releases: Releases
    embargoes: Embargoes
    lines_to_take: LinesToTake
    known: KnownAlready
    packs: Packs
    from_web: FromWeb
    feeds: Feeds
    sheets: Sheets
    synonyms: SynonymLists
    contacts: Contacts
    rota: Rota
    handovers: Handovers
    reminders: Reminders
    duty_packs: DutyPacks
    drafts: Drafts
    journal: Journal
    saved_filters: SavedFilters
    exports: Exports
    reports: Reports
    weekly: WeeklyReports
    disclosures: Disclosures
    people: PersonalData
    search: SearchEverywhere

    def close(self) -> None:
        """Let go of the database."""
        self.context.database.close()


def open_database(where: Path | str, clock: Clock, passphrase: str = "") -> Database:
    """Open a database and bring it to the present schema; ``passphrase`` opens a duty pack.

    Raises Unavailable with a sentence for a folder that is missing, a file that is locked,
    read-only, damaged, not ours, or made by a newer PressDesk; for a pack, see ``unseal``.
    """
    if isinstance(where, Path):
        try:
            where.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Unavailable(
                f"The folder {where.parent} cannot be made: {error.strerror}. Choose another."
            ) from error
    if isinstance(where, Path) and is_sealed_file(where):
        database: Database = SealedDatabase(where, passphrase, clock)
    else:
        database = Database(where, clock)
    prepare(database)
    return database


def services_on(database: Database, clock: Clock, actor: str) -> Services:
    """Return the services of an open database, acting as ``actor``."""
    context = Context(database, clock, one_line(actor, 80))
    sealed = isinstance(database, SealedDatabase)
    files = FilesInPack(context) if sealed else Files(context, files_folder(database.where))
    releases, web = Releases(context, files), Web()
    reports = Reports(context, templates_folder(database.where))
    return Services(
        context=context,
        office=OfficeService(context),
        enquiries=Enquiries(context),
        desk=Desk(context),
        answering=Answering(context),
        promises=Promises(context),
        clearances=Clearances(context),
        sources=SourceShelf(context),
        sending=Sending(context),
        files=files,
        releases=releases,
        embargoes=Embargoes(context),
        lines_to_take=LinesToTake(context),
        known=KnownAlready(context),
        packs=Packs(context),
        from_web=FromWeb(releases, web),
        feeds=Feeds(context, releases, web),
        sheets=Sheets(releases),
        synonyms=SynonymLists(context),
        contacts=Contacts(context),
        rota=Rota(context),
        handovers=Handovers(context),
        reminders=Reminders(context),
        duty_packs=DutyPacks(context, files),
        drafts=Drafts(context),
        journal=Journal(context, files),
        saved_filters=SavedFilters(context),
        exports=Exports(context),
        reports=reports,
        weekly=WeeklyReports(context, reports),
        disclosures=Disclosures(context),
        people=PersonalData(context),
        search=SearchEverywhere(context),
    )


def open_services(where: Path | str, clock: Clock, actor: str, passphrase: str = "") -> Services:
    """Open a database and return its services; see open_database for what is raised."""
    return services_on(open_database(where, clock, passphrase), clock, actor)


def open_sample(clock: Clock) -> Services:
    """Open today's sample office, made when it is not there yet; never the office's own file."""
    from pressdesk.domain.local_time import local_day, zone_named

    return sample_services(paths.sample_database(local_day(clock.now(), zone_named(HOME))), clock)


def sample_services(where: Path, clock: Clock) -> Services:
    """Open the sample office kept in the file ``where``, made when it is not there yet."""
    from pressdesk.services.sample.build import AT_THE_DESK, SampleBuilder

    if not where.exists():
        # Lived through in memory and copied in one piece: quicker, and never half-made.
        making = open_database(f":memory:sample-{where.name}", clock)
        SampleBuilder(making, clock.now(), files_folder(where)).build()
        making.copy_to(where)
        making.close()
    return open_services(where, clock, AT_THE_DESK)


def files_folder(where: Path | str) -> Path:
    """Return the folder of kept files: beside the database, or for one in memory a passing one."""
    if isinstance(where, Path):
        return where.with_name(f"{where.name}.files")
    return Path(tempfile.gettempdir()) / f"pressdesk-{where.replace(':', '')}.files"


def templates_folder(where: Path | str) -> Path:
    """Return the folder that may hold the office's own template and logo, beside the database."""
    folder = files_folder(where)
    return folder.with_name(folder.name.removesuffix(".files") + ".templates")
