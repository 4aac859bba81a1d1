"""One transaction per act, in the order of the write lock, on a file that survives."""

import sqlite3
import threading
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import datetime
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from pressdesk.bootstrap import Services, open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.errors import Refused
from pressdesk.storage.journal import Changed
from pressdesk.storage.tables.base import UtcDateTime
from pressdesk.storage.tables.enquiries import NoteRow
from tests.conftest import INSPECTORATE, MONDAY_14_06


def test_the_file_is_kept_as_safely_as_sqlite_can(tmp_path: Path, clock: FixedClock) -> None:
    services = open_services(tmp_path / "office.pressdesk", clock, "Priya Nair")
    with services.context.database.engine.connect() as connection:
        said = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    services.close()
    assert said == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_copy_lets_readers_and_one_writer_work_at_the_same_time(
    tmp_path: Path, services: Services
) -> None:
    services.context.database.copy_to(tmp_path / "copy.pressdesk")
    with closing(sqlite3.connect(tmp_path / "copy.pressdesk")) as copy:
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_two_windows_saving_at_once_never_share_a_reference(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "office.pressdesk"
    windows = [open_services(path, clock, name) for name in ("Priya Nair", "Sam Okafor")]
    windows[0].office.start(INSPECTORATE)
    references: list[str] = []

    def save_twenty(window: Services) -> None:
        for number in range(20):
            form = EnquiryForm(clock.now(), journalist="Ruth Amery", subject=f"Call {number}")
            references.append(window.enquiries.log(form).reference)

    threads = [threading.Thread(target=save_twenty, args=(window,)) for window in windows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(references) == [f"ENQ-2026-{number:05d}" for number in range(1, 41)]
    assert windows[0].journal.check().findings == ()
    for window in windows:
        window.close()


def test_listeners_hear_what_changed_and_who_did_it(services: Services, clock: FixedClock) -> None:
    heard: list[Changed] = []
    services.context.database.on_change(heard.append)
    logged = services.enquiries.log(EnquiryForm(clock.now(), outlet="Humber Daily", subject="Call"))
    assert heard[-1].actor == "Priya Nair"
    assert heard[-1].enquiries == {logged.id}
    assert {"enquiry", "decision", "outlet"} <= heard[-1].tables


def test_a_naive_datetime_never_reaches_the_disk() -> None:
    with pytest.raises(ValueError, match="naive"):
        UtcDateTime().process_bind_param(datetime(2026, 11, 23, 14, 6), None)  # type: ignore[arg-type]  # noqa: DTZ001


def test_two_processes_saving_at_once_never_share_a_reference(
    tmp_path: Path, clock: FixedClock
) -> None:
    path = tmp_path / "office.pressdesk"
    services = open_services(path, clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    with ProcessPoolExecutor(2, get_context("spawn")) as processes:
        said = list(processes.map(_log_ten, [path, path]))
    assert sorted(chain(*said)) == [f"ENQ-2026-{number:05d}" for number in range(1, 21)]
    assert services.journal.check().findings == ()
    services.close()


def _log_ten(path: Path) -> list[str]:
    clock = FixedClock(MONDAY_14_06)
    services = open_services(path, clock, "Sam Okafor")
    form = EnquiryForm(clock.now(), journalist="Ruth Amery", subject="Call")
    references = [services.enquiries.log(form).reference for _ in range(10)]
    services.close()
    return references


def test_words_that_are_not_text_are_refused(services: Services) -> None:
    with pytest.raises(Refused, match="not text"):
        services.answering.assign(1, "Pri\udcffya")


def test_what_belongs_to_nothing_is_never_kept(services: Services) -> None:
    with (
        pytest.raises(IntegrityError, match="FOREIGN KEY"),
        services.context.database.writing("Priya Nair") as session,
    ):
        session.add(NoteRow(enquiry_id=99, words="x", author="x", written_at=MONDAY_14_06))
