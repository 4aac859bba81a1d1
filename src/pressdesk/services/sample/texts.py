"""The texts of the sample office, as they ship in ``resources/sample``."""

import tomllib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from pressdesk.domain.contacts import Journalist, OutletKind
from pressdesk.domain.hours import DayRule, parse_spans
from pressdesk.domain.office import NewOffice, Office, Staff, Topic
from pressdesk.domain.routing import Lines
from pressdesk.domain.said import WEEKDAYS
from pressdesk.domain.targets import HouseTargets
from pressdesk.paths import resources

OPEN_SINCE = date(2012, 1, 1)


@dataclass(frozen=True)
class Template:
    """An enquiry that journalists of some kinds of outlet might make; see enquiries.toml."""

    subject: str
    questions: tuple[str, ...]
    topics: tuple[str, ...]
    channel: str
    type: str
    kinds: tuple[OutletKind, ...]
    deadline: str
    release: str
    outcome: str
    terms: str
    answer: str

    @property
    def release_day(self) -> date | None:
        """The day its release came out; the file's name says so."""
        return date.fromisoformat(self.release[:10]) if self.release else None


@dataclass(frozen=True)
class Texts:
    """All that the sample is made from; ``rota`` and ``lines`` keep the tables as written.

    ``embargoed`` is a release for tomorrow, without its two days. One of ``releases`` is the PDF
    as which it was sent out.
    """

    office: NewOffice
    rota: tuple[dict[str, Any], ...]
    journalists: tuple[Journalist, ...]
    templates: tuple[Template, ...]
    releases: tuple[Path, ...]
    embargoed: str
    corrected: tuple[Path, ...]
    lines: tuple[dict[str, Any], ...]


def texts() -> Texts:
    """Read the texts of the sample office."""
    folder = resources() / "sample"
    office = _table(folder / "office.toml")
    return Texts(
        office=_office(office),
        rota=tuple(office["rota"]),
        journalists=tuple(_journalists(_table(folder / "journalists.toml"))),
        templates=tuple(_template(row) for row in _table(folder / "enquiries.toml")["enquiries"]),
        releases=tuple(sorted((folder / "releases").glob("*.*"))),
        embargoed=(folder / "embargoed.txt").read_text(encoding="utf-8"),
        corrected=tuple(sorted((folder / "releases" / "corrected").glob("*.txt"))),
        lines=tuple(_table(folder / "lines_to_take.toml")["lines"]),
    )


def _table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _office(table: dict[str, Any]) -> NewOffice:
    lines = Lines(table["lines"]["main"], table["lines"]["out_of_hours"])
    week = tuple(
        DayRule(_weekday(row["weekday"]), parse_spans(", ".join(row["spans"])), OPEN_SINCE)
        for row in table["hours"]
    )
    office = Office(table["name"], table["zone"], table["division"], lines, sample=True)
    return NewOffice(
        office=replace(office, targets=HouseTargets(**table["targets"])),
        week=week,
        staff=tuple(Staff(**row) for row in table["staff"]),
        topics=tuple(Topic(name) for name in table["topics"]),
    )


def _weekday(name: str) -> int:
    return WEEKDAYS.index(name.capitalize())


def _journalists(table: dict[str, Any]) -> list[Journalist]:
    return [
        Journalist(
            name=person["name"],
            outlet=outlet["name"],
            outlet_kind=OutletKind(outlet["kind"]),
            number=person["number"],
            other_number=person["desk"],
            email=person["email"],
            notes=person["role"],
        )
        for outlet in table["outlets"]
        for person in outlet["journalists"]
    ]


def _template(row: dict[str, Any]) -> Template:
    return Template(
        subject=row["subject"],
        questions=tuple(row["questions"]),
        topics=tuple(row["topics"]),
        channel=row["channel"],
        type=row["type"],
        kinds=tuple(OutletKind(kind) for kind in row["kinds"]),
        deadline=row["deadline"],
        release=row["release"],
        outcome=row["outcome"],
        terms=row["terms"],
        answer=row["answer"],
    )
