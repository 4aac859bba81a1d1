"""Opening a file: new, ours, older, newer, somebody else's, broken, held, read-only."""

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import column, insert
from sqlalchemy import table as sql_table

from pressdesk.bootstrap import files_folder, open_database, open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.embargo import NOT_EMBARGOED
from pressdesk.domain.journal import FIRST_HASH, Act, Entry, as_json
from pressdesk.domain.lines_to_take import LineForm, LineQuery
from pressdesk.domain.questions import QuestionState
from pressdesk.domain.releases import to_json
from pressdesk.domain.routing import Lines
from pressdesk.domain.targets import NO_TARGETS, HouseTargets
from pressdesk.errors import PressDeskError, Unavailable
from pressdesk.intake.releases import read_release
from pressdesk.services.exports import Order
from pressdesk.storage import schema
from pressdesk.storage.database import Database, Session
from pressdesk.storage.journal import UNTOLD, append
from pressdesk.storage.tables import Base
from tests.benchmarks.journalled import JournalledTables, Written
from tests.conftest import INSPECTORATE, MONDAY_14_06


def test_the_migrations_make_exactly_the_tables_of_the_program(clock: FixedClock) -> None:
    database = open_database(":memory:migrations", clock)
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, kind, _parents: (
                    kind != "table" or "_words" not in name
                ),
            },
        )
        assert compare_metadata(context, Base.metadata) == []
    database.close()


def test_the_head_that_each_start_compares_is_the_last_migration() -> None:
    assert ScriptDirectory(str(schema.SCRIPTS)).get_current_head() == schema.HEAD


def test_a_file_opens_again_with_what_was_in_it(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "deep" / "down" / "office.pressdesk"
    services = open_services(path, clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    services.close()
    again = open_services(path, clock, "Priya Nair")
    office = again.office.find()
    again.close()
    assert office is not None
    assert office.name == INSPECTORATE.office.name


def test_a_file_of_the_first_tables_gets_those_that_came_later(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "office.pressdesk"
    old = Database(path, clock)
    old.use_wal()
    with old.locked() as connection:
        schema._upgrade(connection, clock, "0001")
    old.close()
    services = open_services(path, clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    services.lines_to_take.add(LineForm("Follow-up", "Follow-up is integral."))
    assert [line.title for line in services.lines_to_take.listed(LineQuery("integral"))] == [
        "Follow-up"
    ]
    assert services.exports.write(Order(), tmp_path / "log.csv") == 0
    services.close()
    assert path.with_name(f"{path.name}.before-upgrade-from-0001").exists()


def test_shifts_of_the_first_schema_are_nobodys_instead_of_anybody(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "office.pressdesk"
    night = "'Sam Okafor', '2026-11-23 17:00:00', '2026-11-24 08:30:00', ''"
    old = Database(path, clock)
    old.use_wal()
    with old.locked() as connection:
        schema._upgrade(connection, clock, "0001")
        connection.exec_driver_sql(
            f"INSERT INTO shift (person, starts_at, ends_at, number) VALUES ({night})"
        )
    old.close()
    services = open_services(path, clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    (shift,) = services.rota.week(MONDAY_14_06.date()).view.shifts
    assert (shift.person, shift.instead_of, shift.change) == ("Sam Okafor", "", "")
    services.rota.save(shift)
    services.close()


def _of_0001(path: Path, clock: FixedClock) -> None:
    """Make a file of the first schema: an enquiry that was answered and closed."""
    old = Database(path, clock)
    old.use_wal()
    with old.locked() as connection:
        schema._upgrade(connection, clock, "0001")
    old.close()
    raw = sqlite3.connect(path)
    raw.execute("INSERT INTO journal_head VALUES (1, 0, ?)", (FIRST_HASH,))
    tables, written = JournalledTables(raw), Written(MONDAY_14_06, "Priya Nair")
    office = {
        "name": "Inspectorate", "zone": "Europe/London", "division": "ENG",
        "main_line": "020 3513 0600", "out_of_hours_line": "", "sample": False,
    }  # fmt: skip
    tables.add("office", office, written, version=1)
    for place, name in enumerate(("Line given", "Declined", "Passed to FOI")):
        row = {"name": name, "counts": True, "active": True, "position": place}
        tables.add("outcome", row, written)
    enquiry = {
        "year": 2026, "number": 1, "reference": "ENQ-2026-00001", "received_at": MONDAY_14_06,
        "logged_at": MONDAY_14_06, "channel": "phone", "type": "information", "subject": "Why?",
        "call_back": "", "email": "", "deadline_words": "", "publication": "", "urgent": False,
        "line_expected": "main", "line_used": "main", "status": "closed", "finished": True,
        "outcome_id": 1, "outcome_note": "", "closed_at": MONDAY_14_06,
    }  # fmt: skip
    enquiry_id = tables.add("enquiry", enquiry, written, version=1)
    part = {"enquiry_id": enquiry_id}
    tables.add("question", {**part, "position": 0, "words": "Why?"}, written)
    decision = {
        "decided_for": MONDAY_14_06, "route": "main", "number": "", "urgent": False,
        "urgent_reason": "", "reason": "", "override_reason": "", "actor": "",
    }  # fmt: skip
    tables.add("decision", {**part, **decision}, written)
    answer = {
        "words": "Because.", "terms": "on_the_record", "given_by": "Priya Nair",
        "given_at": MONDAY_14_06, "channel": "phone", "cleared_by": "",
    }  # fmt: skip
    tables.add("answer", {**part, **answer}, written)
    tables.flush()
    raw.close()


def test_an_office_of_the_first_schema_opens_and_its_journal_holds(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "office.pressdesk"
    _of_0001(path, clock)
    services = open_services(path, clock, "Priya Nair")
    enquiry = services.enquiries.find("ENQ-2026-00001")
    says = {outcome.name: outcome for outcome in services.office.facts().outcomes}
    assert services.journal.check().findings == ()
    assert enquiry.answers[0].kind is enquiry.summary.given is AnswerKind.SUBSTANTIVE
    assert enquiry.asked[0].state is QuestionState.OPEN
    assert (says["Line given"].answered, says["Declined"].answered) == (True, False)
    assert [name for name, outcome in says.items() if outcome.foi] == ["Passed to FOI"]
    assert says["Holding answer only"].answered is False
    assert services.office.facts().templates[1].steps[1] == "Head of news"
    services.close()


def test_an_older_office_sets_house_targets_and_tells_people_for_information(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "office.pressdesk"
    _of_0001(path, clock)
    services = open_services(path, clock, "Priya Nair")
    office = services.office.facts().office
    assert office.targets == NO_TARGETS
    enquiry = services.enquiries.find("ENQ-2026-00001").summary.id
    services.office.save_office(
        replace(office, lines=Lines("02035130600", "07836217729"), targets=HouseTargets(30))
    )
    services.answering.reopen(enquiry, "New question")
    services.clearances.inform(enquiry, "Chief of staff")
    assert services.enquiries.show(enquiry).informed[0].name == "Chief of staff"
    assert services.journal.check().findings == ()
    services.close()


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(
        "CREATE TABLE alembic_version (version_num); INSERT INTO alembic_version VALUES ('9999')"
    )
    connection.close()


def _foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE cookies (name)")
    connection.close()


BROKEN = {
    "a newer office": (_newer, "newer PressDesk"),
    "another program's database": (_foreign, "another program"),
    "no database at all": (lambda path: path.write_bytes(b"Dear Sir, " * 500), "damaged"),
    "a folder": (lambda path: path.mkdir(), "cannot be opened"),
}


@pytest.mark.parametrize(("make", "said"), BROKEN.values(), ids=BROKEN)
def test_a_file_that_cannot_be_used_is_refused_in_words_and_left_alone(
    tmp_path: Path, clock: FixedClock, make, said: str
) -> None:
    path = tmp_path / "office.pressdesk"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(Unavailable, match=said):
        open_database(path, clock)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_file_cut_in_the_middle_is_called_damaged(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "office.pressdesk"
    services = open_services(path, clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    services.close()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 8])
    with pytest.raises(PressDeskError, match="damaged"):
        open_services(path, clock, "Priya Nair").office.facts()


def test_a_file_held_by_another_program_is_said_to_be_held(
    tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressdesk.storage.database.BUSY_SECONDS", 0.05)
    path = tmp_path / "office.pressdesk"
    services = open_services(path, clock, "Priya Nair")
    other = sqlite3.connect(path)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable, match="holding"):
        services.office.start(INSPECTORATE)
    other.close()
    services.office.start(INSPECTORATE)
    services.close()


def test_a_full_disk_changes_nothing_and_says_so(tmp_path: Path, clock: FixedClock) -> None:
    services = open_services(tmp_path / "office.pressdesk", clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    with services.context.database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Unavailable, match="disk is full"):
        services.drafts.keep("enquiry:new:1", "x" * 1_000_000)
    assert services.journal.check().findings == ()
    services.close()


def test_a_file_that_may_only_be_read_is_said_to_be_so(tmp_path: Path, clock: FixedClock) -> None:
    services = open_services(tmp_path / "office.pressdesk", clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    with services.context.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(Unavailable, match="may only be read"):
        services.drafts.keep("enquiry:new:1", "Progress")
    assert services.office.facts().office.name == INSPECTORATE.office.name
    services.close()


def test_a_file_that_lost_a_part_is_not_gone_on_with(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "office.pressdesk"
    services = open_services(path, clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    other = sqlite3.connect(path)
    other.execute("DROP TABLE topic")
    other.close()
    with pytest.raises(Unavailable, match="is missing"):
        services.office.facts()
    services.close()


def test_files_of_an_office_lie_beside_it_and_those_of_memory_nowhere_near(tmp_path: Path) -> None:
    assert files_folder(tmp_path / "office.pressdesk") == tmp_path / "office.pressdesk.files"
    in_memory = files_folder(":memory:1")
    assert in_memory.is_absolute()
    assert in_memory.parent == Path(tempfile.gettempdir())


def _revision_before(migration: str) -> str:
    every = ScriptDirectory(str(schema.SCRIPTS)).walk_revisions()
    (before,) = [script.down_revision for script in every if migration in script.path]
    return str(before)


def _file_before(migration: str, path: Path, clock: FixedClock) -> None:
    """Make a file with the schema that stood before a migration came."""
    before = _revision_before(migration)
    config = Config()
    config.set_main_option("script_location", str(schema.SCRIPTS))
    database = Database(path, clock)
    database.use_wal()
    with database.locked() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, before)
    database.close()


def test_contacts_kept_before_their_words_were_indexed_are_found_after_the_upgrade(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "office.pressdesk"
    _file_before("words_of_contacts", path, clock)
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "INSERT INTO outlet VALUES (1, 'Humber Daily', 'humber daily', 'regional', '', 1);"
            "INSERT INTO journalist (id, name, key, outlet_id, number, other_number, email, notes,"
            " version) VALUES (1, 'Ruth Amery', 'ruth amery', 1, '', '', '', '', 1)"
        )
    services = open_services(path, clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    found = [group.kind for group in services.search.find("humb").groups]
    services.close()
    assert found == ["journalist", "outlet"]


def _office_before(migration: str, path: Path, clock: FixedClock) -> None:
    """Make an office with two releases as they were kept before a migration came."""
    made = {"id": 1, "name": "Inspectorate", "zone": "Europe/London", "division": "ENG"}
    lines = {"main_line": "1", "out_of_hours_line": "2", "sample": False}
    texts = ("Ready\n\nBoats.", "Embargoed until 00:01 24/11/2026\n\nNew vans\n\nThey drive.")
    _file_before(migration, path, clock)
    database = Database(path, clock)
    with database.locked() as connection, Session(connection) as session:
        _insert(session, "office", made | lines | {"version": 1}, clock)
        for number, text in enumerate(texts, 1):
            _insert(session, "release", _release(number, text, clock), clock)
        session.commit()
    database.close()


def _release(number: int, text: str, clock: FixedClock) -> dict[str, Any]:
    parts = to_json(read_release(text))
    source = {"source_name": "a.txt", "source_text": text, "source_sha256": str(number)}
    added = {"added_by": "Priya Nair", "added_at": clock.now()}
    return {"id": number, "headline": parts["headline"], "parts": parts} | source | added


def _insert(session: Session, table: str, values: dict[str, Any], clock: FixedClock) -> None:
    columns = [column(name, Base.metadata.tables[table].c[name].type) for name in values]
    session.execute(insert(sql_table(table, *columns)).values(**values))
    told = {name: (None, value) for name, value in values.items() if name not in UNTOLD}
    made = Entry(clock.now(), "Priya Nair", Act.CREATED, table, values["id"], None, as_json(told))
    append(session, [made])


def test_embargo_lines_of_an_older_file_are_read_once_and_the_journal_tells_it(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "office.pressdesk"
    _office_before("_embargoes", path, clock)
    services = open_services(path, clock, "Priya Nair")
    free, held = (services.releases.show(number).embargo for number in (1, 2))
    assert free == NOT_EMBARGOED
    assert held.until == datetime(2026, 11, 24, 0, 1, tzinfo=UTC)
    assert services.journal.check().findings == ()
    services.close()


def test_releases_kept_before_get_versions_and_the_journal_agrees(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "office.pressdesk"
    _office_before("versions_of_releases", path, clock)
    services = open_services(path, clock, "Priya Nair")
    assert services.journal.check().findings == ()
    again = services.releases.add_text("Ready\n\nBoats, boats.")
    assert (again.id, again.number) == (1, 2)
    assert services.journal.check().findings == ()
    services.close()
