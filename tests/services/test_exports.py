"""What is exported is what is on the screen, and the file says what that was."""

import csv
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from pressdesk.bootstrap import Services, open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.enquiries import (
    Answer,
    Channel,
    EnquiryForm,
    LogQuery,
    Sort,
    Status,
    Terms,
)
from pressdesk.domain.exports import People, Picked, Preset
from pressdesk.domain.routing import Route
from pressdesk.errors import NotFound, PressDeskError, Refused
from pressdesk.export.sheet import Watch
from pressdesk.export.writing import Format
from pressdesk.services.exports import Order
from pressdesk.storage.enquiry_lists import Page
from pressdesk.storage.tables.journal import JournalRow
from tests.conftest import INSPECTORATE, MONDAY_14_06

HOSTILE = '=HYPERLINK("http://evil.example","Click")'


@pytest.fixture
def log(services: Services, clock: FixedClock) -> Services:
    """Five enquiries, one of them hostile."""
    for number in range(4):
        form = EnquiryForm(
            clock.now() - timedelta(hours=number),
            journalist="Ruth Amery",
            outlet="Humber Daily" if number % 2 else "Radio North",
            subject=f"Call {number}",
            deadline_words="5pm",
            topics=("child protection",) if number == 3 else (),
        )
        services.enquiries.log(form)
    services.enquiries.log(EnquiryForm(clock.now(), journalist="+44 caller", subject=HOSTILE))
    return services


def _read(path: Path) -> tuple[list[dict[str, str]], dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    empty = lines.index([])
    header, rows = lines[0], lines[1:empty]
    return [dict(zip(header, row, strict=True)) for row in rows], dict(lines[empty + 1 :])


QUERIES = [
    LogQuery(),
    LogQuery(sort=Sort.OLDEST),
    LogQuery(text="radio"),
    LogQuery(sort=Sort.DEADLINE),
]


@pytest.mark.parametrize("query", QUERIES)
def test_rows_and_order_are_those_of_the_screen(
    log: Services, tmp_path: Path, query: LogQuery
) -> None:
    target = tmp_path / "log.csv"
    written = log.exports.write(Order(query), target)
    rows, facts = _read(target)
    assert [row["Reference"] for row in rows] == [row.reference for row in log.desk.rows(query)]
    assert facts["Rows"] == str(written) == str(len(rows))


def test_the_file_says_its_filters_zone_hours_and_when(log: Services, tmp_path: Path) -> None:
    target = tmp_path / "log.csv"
    log.exports.write(Order(LogQuery("humber")), target)
    _rows, facts = _read(target)
    assert facts["Filters"] == "words humber. Order: newest"
    assert facts["Time zone"] == "Europe/London"
    assert facts["Hours in force"] == "Monday–Friday 08:30–17:00"
    assert facts["Exported"] == "Monday 23 November 2026 14:06 by Priya Nair"


def test_a_formula_from_outside_is_only_text_in_the_spreadsheet(
    log: Services, tmp_path: Path
) -> None:
    target = tmp_path / "log.csv"
    log.exports.write(Order(LogQuery("hyperlink")), target)
    rows, _facts = _read(target)
    assert rows[0]["Subject"] == f"'{HOSTILE}"


def test_a_cancelled_export_leaves_the_old_file(log: Services, tmp_path: Path) -> None:
    target = tmp_path / "log.csv"
    target.write_text("yesterday's")
    with pytest.raises(PressDeskError, match="cancelled"):
        log.exports.write(Order(), target, Watch(cancelled=lambda: True))
    assert target.read_text() == "yesterday's"
    assert list(tmp_path.iterdir()) == [target]


def test_the_desk_goes_out_in_the_order_it_stands(log: Services, tmp_path: Path) -> None:
    rows = log.desk.open_enquiries().enquiries[::-1]
    picked = Picked(tuple(row.id for row in rows), "Open enquiries")
    log.exports.write(Order(picked), tmp_path / "desk.csv")
    written, facts = _read(tmp_path / "desk.csv")
    assert [row["Reference"] for row in written] == [row.reference for row in rows]
    assert facts["Filters"] == "Open enquiries"


@pytest.mark.parametrize("ending", ["", "-wal"])
def test_no_export_is_written_over_the_office_itself(
    tmp_path: Path, clock: FixedClock, ending: str
) -> None:
    office = tmp_path / "office.pressdesk"
    services = open_services(office, clock, "Priya Nair")
    services.office.start(INSPECTORATE)
    target = tmp_path / ".." / tmp_path.name / f"office.pressdesk{ending}"
    with pytest.raises(Refused, match="is the office itself"):
        services.exports.write(Order(), target)
    assert services.journal.check().findings == ()
    services.close()


def answered(log: Services) -> None:
    """Acknowledge the first enquiry after 5 minutes and answer it after 45."""
    (first, *_) = log.desk.rows(LogQuery(sort=Sort.OLDEST))
    for minutes, kind, said in (
        (5, AnswerKind.ACKNOWLEDGED, "We have it."),
        (45, AnswerKind.SUBSTANTIVE, "Six forces were told."),
    ):
        at = first.received_at + timedelta(minutes=minutes)
        by = (Terms.ON_THE_RECORD, "Sam Okafor", at, Channel.EMAIL)
        log.answering.answer(first.id, Answer(said, *by, kind=kind))


MORE = (
    *("reference", "answers", "acknowledged", "time-to-acknowledge", "holding"),
    *("answered", "time-to-answer", "in-time", "answered-by"),
)


def test_columns_tell_more_than_the_list_in_the_order_chosen(log: Services, tmp_path: Path) -> None:
    answered(log)
    log.exports.write(Order(LogQuery(sort=Sort.OLDEST), columns=MORE), tmp_path / "log.csv")
    rows, _facts = _read(tmp_path / "log.csv")
    words = (
        "1. Acknowledgement, on the record: We have it.\n2. On the record: Six forces were told."
    )
    assert list(rows[0].items())[1:] == [
        ("Answers", words),
        ("Acknowledged", "2026-11-23 11:11"),
        ("Time to acknowledge", "0:05"),
        ("Holding answer", ""),
        ("Answered", "2026-11-23 11:51"),
        ("Time to answer", "0:45"),
        ("Answered by deadline", "yes"),
        ("Answered by", "Sam Okafor"),
    ]
    assert list(rows[1].values())[1:] == [""] * 8


PEOPLE = ("journalist", "outlet", "call-back", "email", "owner", "status")


@pytest.mark.parametrize(
    ("people", "first"),
    [
        (People.AS_IS, ["Ruth Amery", "Humber Daily", "", "", "", "New"]),
        (People.INITIALS, ["R. A.", "Humber Daily", "", "New"]),
        (People.NONE, ["New"]),
    ],
)
def test_people_stand_in_the_file_as_chosen(
    log: Services, tmp_path: Path, people: People, first: list[str]
) -> None:
    order = Order(LogQuery(sort=Sort.OLDEST), columns=PEOPLE, people=people)
    log.exports.write(order, tmp_path / "log.csv")
    rows, facts = _read(tmp_path / "log.csv")
    assert list(rows[0].values()) == first
    assert facts["People"] == people.said


def test_filters_name_nobody_who_is_left_out(log: Services, tmp_path: Path) -> None:
    (outlet,) = log.contacts.outlets("humber")
    query = LogQuery("amery", outlet_id=outlet.id, owner="Priya Nair")
    log.exports.write(Order(query, people=People.NONE), tmp_path / "log.csv")
    said = (tmp_path / "log.csv").read_text("utf-8-sig").casefold()
    assert not [name for name in ("amery", "humber", "nair;") if name in said]


def test_each_export_is_recorded_in_the_audit_trail(log: Services, tmp_path: Path) -> None:
    log.exports.write(Order(LogQuery("humber")), tmp_path / "log.csv")
    with log.context.database.reading() as session:
        (kept,) = session.scalars(select(JournalRow).where(JournalRow.kind == "export"))
        told = {name: new for name, (_old, new) in json.loads(kept.changes).items()}
        assert (kept.actor, told["rows"], told["file"]) == ("Priya Nair", 2, "log.csv")
    assert told["filters"] == "words humber. Order: newest"
    assert log.journal.check().findings == ()


def test_an_export_that_was_stopped_is_not_recorded(log: Services, tmp_path: Path) -> None:
    with pytest.raises(Refused):
        log.exports.write(Order(), tmp_path / "log.csv", Watch(cancelled=lambda: True))
    with log.context.database.reading() as session:
        assert session.scalars(select(JournalRow).where(JournalRow.kind == "export")).all() == []


def test_a_preview_shows_what_will_be_written(log: Services, tmp_path: Path) -> None:
    order = Order(columns=("subject", "received", "urgent"), people=People.NONE)
    preview = log.exports.preview(order)
    log.exports.write(order, tmp_path / "log.csv")
    rows, _facts = _read(tmp_path / "log.csv")
    assert preview.titles == tuple(rows[0])
    assert preview.count == len(rows)
    assert [row[1:] for row in preview.rows] == [tuple(row.values())[1:] for row in rows]


def test_a_preset_is_found_by_how_its_name_begins(services: Services) -> None:
    assert services.exports.preset("foi").name == "FOI disclosure"
    with pytest.raises(NotFound, match="There are: List, Full log"):
        services.exports.preset("everything")


def test_the_office_keeps_changes_and_removes_its_own_presets(services: Services) -> None:
    mine = Preset(" For the board ", ("subject", "outcome"), People.INITIALS)
    services.exports.keep_preset(mine)
    kept = services.exports.keep_preset(replace(mine, columns=("outcome",)))
    assert services.exports.presets()[-1] == kept
    assert kept == Preset("For the board", ("outcome",), People.INITIALS, own=True)
    services.exports.remove_preset("For the board")
    assert not [preset for preset in services.exports.presets() if preset.own]


@pytest.mark.parametrize(
    ("preset", "said"),
    [
        (Preset("full LOG", ("subject",)), "always there"),
        (Preset("  ", ("subject",)), "a name"),
        (Preset("Mine", ()), "Choose a column"),
        (Preset("Mine", ("subject", "shoe-size")), "no column “shoe-size”"),
    ],
)
def test_presets_that_cannot_be_are_refused(services: Services, preset: Preset, said: str) -> None:
    with pytest.raises(PressDeskError, match=said):
        services.exports.keep_preset(preset)


def test_every_preset_and_every_format_can_be_written(log: Services, tmp_path: Path) -> None:
    answered(log)
    for preset in log.exports.presets():
        order = Order(columns=preset.columns, people=preset.people)
        assert log.exports.write(order, tmp_path / "log.csv") == 5
    for kind in Format:
        full = log.exports.preset("full").columns
        assert log.exports.write(Order(format=kind, columns=full), tmp_path / f"log.{kind}") == 5


hours = st.none() | st.integers(0, 6).map(lambda hours: MONDAY_14_06 - timedelta(hours=hours))
queries = st.builds(
    LogQuery,
    text=st.sampled_from(["", "call", "radio", "ruth call", "nobody"]),
    received_from=hours,
    received_before=hours,
    status=st.none() | st.sampled_from(Status),
    line=st.none() | st.sampled_from(Route),
    owner=st.sampled_from(["", "Priya Nair"]),
    outlet_id=st.none() | st.integers(1, 3),
    topic=st.sampled_from(["", "child protection", "stop and search"]),
    sort=st.sampled_from(Sort),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(query=queries)
def test_for_any_filter_the_rows_exported_are_those_on_screen(
    log: Services, tmp_path: Path, query: LogQuery
) -> None:
    target = tmp_path / "log.json"
    log.exports.write(Order(query, Format.JSON), target)
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    on_screen = [row.reference for row in log.desk.page(query, Page(1000))]
    assert [line["Reference"] for line in lines[:-1]] == on_screen
    assert len(on_screen) == log.desk.count(query)
