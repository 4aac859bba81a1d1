"""The stems of releases: those kept by an older PressDesk are taken in when its file is opened."""

import json
from datetime import date
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import update

from pressdesk.bootstrap import open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.lines_to_take import LineForm
from pressdesk.domain.releases import to_json
from pressdesk.intake.releases import read_release
from pressdesk.storage import schema, stems
from pressdesk.storage.database import Database

TEXT = "A fairer deal for hauliers\n\nForeign firms will pay to use British roads."
OLD_RELEASE = (
    "INSERT INTO release"
    " (headline, parts, source_name, source_text, source_sha256, added_by, added_at)"
    " VALUES (?, ?, 'old', ?, 'sha', 'Priya Nair', '2026-01-01 09:00:00')"
)


def old_file(path: Path, clock: FixedClock) -> None:
    """Make a file of the first schema that holds a release."""
    database = Database(path, clock)
    config = Config()
    config.set_main_option("script_location", str(schema.SCRIPTS))
    parts = read_release(TEXT)
    with database.engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        values = (parts.headline, json.dumps(to_json(parts)), TEXT)
        connection.exec_driver_sql(OLD_RELEASE, values)
    database.close()


def test_the_releases_of_an_older_file_are_suggested_once_it_is_opened(tmp_path, clock):
    path = tmp_path / "office.pressdesk"
    old_file(path, clock)
    services = open_services(path, clock, "Priya Nair")
    (found,) = services.releases.bearing_on("Do trucks pay?")
    assert found.matched == ("trucks = haulier", "pay")
    services.close()


def test_a_stem_is_counted_once_a_release_and_unknown_ones_are_left_out(services):
    for text in (TEXT, "Haulier fees\n\nHauliers pay."):
        services.releases.add_text(text)
    with services.context.database.reading() as session:
        assert stems.held(session, stems.RELEASE_STEMS, ["hauli", "pay", "zebra"]) == {
            "hauli": 2,
            "pay": 2,
        }


def test_stems_by_other_rules_are_worked_out_anew_for_releases_and_lines(services):
    services.releases.add_text("Quieter planes\n\nFewer people hear them.")
    line = services.lines_to_take.add(LineForm("Planes", "They are quieter."))
    services.lines_to_take.clear(line, 1, "M. Reyes", date(2026, 12, 24))
    for index in (stems.RELEASE_STEMS, stems.LINE_STEMS):
        with services.context.database.engine.begin() as connection:
            connection.execute(update(index).values(headline="plan", words="plan"))
    known = services.known
    assert (known.about("Are planes loud?").releases, known.about("Planes?").lines) == ((), ())
    with services.context.database.engine.begin() as connection:
        stems.make_anew(connection)
    assert len(known.about("Are planes loud?").releases) == 1
    assert len(known.about("Planes?").lines) == 1
