"""A year of the log, disclosed: counted as a plain count counts, and without people."""

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from sqlalchemy import select

from pressdesk.bootstrap import Services
from pressdesk.clock import FixedClock
from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.contacts import Journalist
from pressdesk.domain.disclosed_words import Decided
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Terms
from pressdesk.errors import Refused
from pressdesk.export.sheet import Watch
from pressdesk.export.writing import Format
from pressdesk.services.disclosure import Disclosed, list_beside
from pressdesk.storage.tables.exports import ExportRow
from pressdesk.storage.tables.journal import JournalRow

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
ENDINGS = ("", "Statement given", "Declined", "Withdrawn by journalist", "Not a media enquiry")


def log(services: Services, at: datetime, *questions: str, who: str = "Ruth Amery") -> int:
    form = EnquiryForm(at, journalist=who, outlet="Humber Daily", questions=questions)
    return services.enquiries.log(form).id


def answer(services: Services, enquiry_id: int, kind: AnswerKind, words: str = "Six.") -> None:
    at = services.context.clock.now()
    given = Answer(words, Terms.ON_THE_RECORD, "Priya Nair", at, Channel.PHONE, kind=kind)
    services.answering.answer(enquiry_id, given)


def read(path: Path) -> tuple[list[dict[str, str]], dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    empty = lines.index([])
    rows = [dict(zip(lines[0], row, strict=True)) for row in lines[1:empty]]
    return rows, dict(lines[empty + 1 :])


@pytest.fixture
def year(services: Services, clock: FixedClock) -> Services:
    services.contacts.save_journalist(Journalist("Tom Price", number="01632 960012"))
    services.contacts.save_journalist(Journalist("Theresa May"))
    asked = "Ruth Amery asks: did Mr Price (960012, tp@x.example) ring Sam Okafor in May?"
    first = log(services, clock.now() - timedelta(hours=2), asked)
    answer(services, first, AnswerKind.SUBSTANTIVE, "Priya told Amery of 12 High Street.")
    log(
        services, clock.now() - timedelta(hours=1), "Were the police at Jane Doe's?", who="Ada Cole"
    )
    log(services, NEW_YEAR - timedelta(seconds=1), "Last year's")
    return services


def test_people_are_gone_from_every_field_and_outlets_stay(year: Services, tmp_path: Path) -> None:
    written = year.disclosures.write(Disclosed(2026), tmp_path / "foi.csv", tmp_path / "list.csv")
    rows, facts = read(tmp_path / "foi.csv")
    assert rows[0]["Questions"] == (
        "[name removed] asks: did Mr [name removed] ([number removed], [email removed]) ring "
        "[name removed] in May?"
    )
    assert rows[0]["Answers"] == (
        "On the record: [name removed] told [name removed] of [address removed]."
    )
    assert {row["Outlet"] for row in rows} == {"Humber Daily"}
    assert facts["Enquiries received"] == "2"
    assert facts["With no substantive answer"] == "1"
    assert "A substantive answer is" in facts["How it is counted"]
    assert (written.rows, written.left) == (2, 2)  # “May” in the question and in the subject


def test_each_removal_is_listed_the_doubtful_first(year: Services, tmp_path: Path) -> None:
    year.disclosures.write(Disclosed(2026), tmp_path / "foi.csv", tmp_path / "list.csv")
    rows, facts = read(tmp_path / "list.csv")
    assert [row["What became of it"] for row in rows[:3]] == [
        *("Doubtful, left in", "Doubtful, left in", "Removed"),
    ]
    assert {row["Words"] for row in rows} >= {"May", "Ruth Amery", "960012", "tp@x.example"}
    assert "…" in rows[0]["Around it"]
    assert "not for publication" in facts["Warning"]


def test_what_was_decided_is_written_and_kept_in_the_audit_trail(
    year: Services, tmp_path: Path
) -> None:
    decided = Decided(kept=frozenset({"amery"}), taken=frozenset({"may"}), also=("Jane Doe",))
    asked = Disclosed(2026, decided=decided)
    year.disclosures.write(asked, tmp_path / "foi.csv", tmp_path / "list.csv")
    rows, _ = read(tmp_path / "foi.csv")
    assert rows[0]["Questions"].endswith("in [name removed]?")
    assert "told Amery of" in rows[0]["Answers"]
    assert rows[1]["Questions"] == "Were the police at [name removed]'s?"
    with year.context.database.reading() as session:
        kept = session.scalars(select(ExportRow)).one()
        journal = session.scalars(select(JournalRow).where(JournalRow.kind == "export")).one()
    assert kept.filters == ("FOI disclosure of 2026. Kept: amery. Taken out: Jane Doe; may")
    assert (journal.actor, kept.rows, kept.file) == ("Priya Nair", 2, "foi.csv")


def test_a_look_writes_nothing_and_says_what_a_file_would(year: Services, tmp_path: Path) -> None:
    look = year.disclosures.look(Disclosed(2026))
    written = year.disclosures.write(Disclosed(2026), tmp_path / "foi.csv", tmp_path / "list.csv")
    assert look.rows == written.rows
    assert sum(one.removed for one in look.removals) == written.removed
    assert year.disclosures.years() == (2025, 2026)


def test_notes_are_disclosed_only_when_asked_for(year: Services, tmp_path: Path) -> None:
    year.answering.note(1, "Tom Price is cross.")
    year.disclosures.write(Disclosed(2026, notes=True), tmp_path / "a.csv", tmp_path / "b.csv")
    rows, _ = read(tmp_path / "a.csv")
    assert rows[0]["Internal notes"] == "[name removed] is cross."


def test_a_pdf_is_tagged_and_shows_the_figures(year: Services, tmp_path: Path) -> None:
    asked = Disclosed(2026, Format.PDF)
    beside = list_beside(tmp_path / "foi.pdf", Format.PDF)
    year.disclosures.write(asked, tmp_path / "foi.pdf", beside)
    assert "Ruth Amery" in (tmp_path / "foi removals.csv").read_text("utf-8-sig")
    reader = PdfReader(tmp_path / "foi.pdf")
    words = " ".join(page.extract_text() for page in reader.pages)
    assert "With no substantive answer" in words
    assert "Amery" not in words
    assert "/MarkInfo" in reader.root_object


def test_figures_of_every_year_are_a_table(year: Services, tmp_path: Path) -> None:
    year.disclosures.write_figures(year.disclosures.years(), Format.CSV, tmp_path / "f.csv")
    rows, facts = read(tmp_path / "f.csv")
    assert [(row["Year"], row["Enquiries received"]) for row in rows] == [
        ("2025", "1"),
        ("2026", "2"),
    ]
    assert "How it is counted" in facts


@pytest.mark.parametrize("wrong", ["one file for both", "cancelled"])
def test_nothing_is_left_of_a_disclosure_that_fails(
    year: Services, tmp_path: Path, wrong: str
) -> None:
    one, other = tmp_path / "foi.csv", tmp_path / "list.csv"
    watch = Watch(cancelled=lambda: wrong == "cancelled")
    with pytest.raises(Refused):
        year.disclosures.write(
            Disclosed(2026), one, one if wrong == "one file for both" else other, watch
        )
    assert list(tmp_path.glob("*.csv")) == []


@given(
    st.lists(
        st.tuples(st.sampled_from([None, *AnswerKind]), st.sampled_from(ENDINGS), st.booleans()),
        max_size=5,
    )
)
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example([(kind, ending, False) for kind in (None, *AnswerKind) for ending in ENDINGS])
def test_figures_are_those_of_a_plain_count(
    services: Services, clock: FixedClock, drawn: list[tuple[AnswerKind | None, str, bool]]
) -> None:
    before = services.disclosures.figures(2026)
    received = none = holding = apart = 0
    for kind, ending, last_year in drawn:
        at = NEW_YEAR - timedelta(minutes=1) if last_year else clock.now()
        enquiry_id = log(services, at, "Why?")
        if kind is not None:
            answer(services, enquiry_id, kind)
        refused = ending == "Statement given" and kind is AnswerKind.HOLDING
        if ending and not refused:
            services.answering.close(enquiry_id, ending, left_open="No time")
        if last_year:
            continue
        if ending in ENDINGS[3:]:
            apart += 1
        else:
            received += 1
            full = kind is AnswerKind.SUBSTANTIVE or (ending == "Statement given" and not refused)
            none += not full and kind is not AnswerKind.HOLDING
            holding += not full and kind is AnswerKind.HOLDING
    after = services.disclosures.figures(2026)
    assert after.received - before.received == received
    assert (after.none - before.none, after.holding - before.holding) == (none, holding)
    assert sum(n for _, n in after.apart) - sum(n for _, n in before.apart) == apart
