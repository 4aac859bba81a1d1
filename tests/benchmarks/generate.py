"""An office with a long log, for measuring: ``python -m tests.benchmarks.generate FILE``.

Same seed, same log. It is written in bulk, but holds what the program itself would have written:
decisions taken by the real rules, the word index, and a journal that ``pressdesk check`` accepts.
"""

import argparse
import sqlite3
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from pressdesk.bootstrap import open_services
from pressdesk.clock import FixedClock
from pressdesk.domain.enquiries import OPEN_STATUSES, Channel, EnquiryType, Status, reference
from pressdesk.domain.hours import DayRule, OpeningHours
from pressdesk.domain.local_time import zone_named
from pressdesk.domain.office import WEEKDAY_SPAN, NewOffice, Office, Staff, Topic
from pressdesk.domain.routing import Call, Decision, Lines, Urgency, decide
from pressdesk.services.context import hours_of
from pressdesk.storage import contact_words
from tests.benchmarks.invented import Language, outlet_kind, outlet_name, person_name
from tests.benchmarks.journalled import JournalledTables, Row, Written

SEED = 20260123
BEGAN = datetime(2012, 1, 1, 9, tzinfo=UTC)
LAST_DAY = date(2026, 11, 23)
A_DAY = (260, 260, 260, 260, 260, 60, 40)  # enquiries, Monday to Sunday: 200 a day
CONTACTS = (20_000, 2_000)  # journalists and the outlets they work for
STAFF, TOPICS, OUTCOMES = 20, 30, 11
STILL_OPEN = 120  # the desk of a busy office, however long its log
BATCH = 5_000
NOT_URGENT, URGENT = Urgency(False, ""), Urgency(True, "it is about safety")


@dataclass(frozen=True)
class Contact:
    """A journalist as the generator remembers one."""

    id: int
    name: str
    outlet_id: int
    outlet: str
    number: str


class LogWriter:
    """Writes an office and its enquiries; everything follows from the seed."""

    def __init__(self, tables: JournalledTables, office: NewOffice, hours: OpeningHours) -> None:
        self.tables = tables
        self.lines, self.hours = office.office.lines, hours
        self.staff = [person.name for person in office.staff]
        self.random = Random(SEED)
        self.language = Language(SEED)
        self.numbers: Counter[int] = Counter()

    def write_enquiries(self, enquiries: int, contacts: list[Contact]) -> None:
        """Write that many enquiries in the order they came in."""
        some = islice(moments(self.random, enquiries), enquiries)
        for position, received_at in enumerate(some, start=1):
            rank = int(len(contacts) * self.random.random() ** 3)
            self._enquiry(received_at, contacts[rank], enquiries - position < STILL_OPEN)
            if position % BATCH == 0:
                self.tables.flush()
        self.tables.flush()

    def write_contacts(self, journalists: int, outlets: int) -> list[Contact]:
        """Write outlets and journalists; those first in the list will call most often."""
        written, random = Written(BEGAN, self.staff[0]), self.random
        names = list(dict.fromkeys(outlet_name(random) for _ in range(2 * outlets)))[:outlets]
        kept = []
        for name in names:
            row: Row = {"name": name, "key": name.casefold(), "kind": outlet_kind(random).value}
            kept.append((self.tables.add("outlet", row | {"notes": ""}, written, version=1), name))
        return [self._journalist(random.choice(kept), written) for _ in range(journalists)]

    def _journalist(self, outlet: tuple[int, str], written: Written) -> Contact:
        name, number = person_name(self.random), f"01632 960{self.random.randrange(1000):03}"
        row: Row = {
            "name": name,
            "key": name.casefold(),
            "outlet_id": outlet[0],
            "number": number,
            "other_number": "",
            "email": f"{name.replace(' ', '.').lower()}@{outlet[1].split()[0].lower()}.example",
            "notes": "",
            "merged_into": None,
        }
        return Contact(
            self.tables.add("journalist", row, written, version=1), name, *outlet, number
        )

    def _enquiry(self, received_at: datetime, contact: Contact, still_open: bool) -> None:
        random = self.random
        actor = random.randrange(STAFF)
        deadline_at = received_at + timedelta(hours=random.choice((1, 2, 4, 24, 72)))
        urgency = URGENT if random.random() < 0.1 else NOT_URGENT
        decision = decide(
            Call(received_at, deadline_at, urgency), hours=self.hours, lines=self.lines
        )
        row = self._facts(received_at, contact) | {
            "deadline_words": deadline_at.strftime("%d/%m %H:%M"),
            "deadline_at": deadline_at,
            **_routing(decision),
            **self._standing(received_at, still_open),
            "taken_by_id": actor + 1,
        }
        written = Written(received_at + timedelta(minutes=2), self.staff[actor])
        enquiry_id = self.tables.add("enquiry", row, written, version=1)
        self._decision(enquiry_id, decision, written)
        questions = self._questions(enquiry_id, written)
        for topic in {random.randrange(TOPICS), random.randrange(TOPICS)} - {0}:
            kept: Row = {"enquiry_id": enquiry_id, "topic_id": topic}
            self.tables.add("enquiry_topic", kept, written)
        found_by = [row["reference"], row["subject"], contact.name, contact.outlet, contact.number]
        self.tables.add_words(enquiry_id, "\n".join([*map(str, found_by), *questions]))

    def _facts(self, received_at: datetime, contact: Contact) -> Row:
        random, year = self.random, received_at.astimezone(self.hours.zone).year
        self.numbers[year] += 1
        return {
            "year": year,
            "number": self.numbers[year],
            "reference": reference(year, self.numbers[year]),
            "received_at": received_at,
            "logged_at": received_at + timedelta(minutes=2),
            "channel": random.choice((Channel.PHONE, Channel.PHONE, Channel.EMAIL)).value,
            "type": random.choice(list(EnquiryType)).value,
            "subject": self.language.sentence(random, 3, 8),
            "journalist_id": contact.id,
            "outlet_id": contact.outlet_id,
            "call_back": contact.number,
            "email": "",
            "publication": "",
        }

    def _standing(self, received_at: datetime, still_open: bool) -> Row:
        """Return where an enquiry stands: the newest are open, all others were closed in time."""
        random = self.random
        status = random.choice(OPEN_STATUSES) if still_open else Status.CLOSED
        closed = received_at + timedelta(minutes=random.randint(10, 600))
        return {
            "status": status.value,
            "finished": True,
            "owner_id": None if random.random() < 0.1 else 1 + int(STAFF * random.random() ** 2),
            "outcome_id": None if still_open else 1 + int(OUTCOMES * random.random() ** 2),
            "outcome_note": "",
            "closed_at": None if still_open else closed,
        }

    def _decision(self, enquiry_id: int, decision: Decision, written: Written) -> None:
        row: Row = {
            "enquiry_id": enquiry_id,
            "decided_for": decision.decided_for,
            "route": decision.route.value,
            "number": decision.number,
            "urgent": decision.urgency.urgent,
            "urgent_reason": decision.urgency.reason,
            "reason": decision.reason,
            "held_until": decision.held_until,
            "override_reason": "",
            "actor": written.actor,
        }
        self.tables.add("decision", row, written)

    def _questions(self, enquiry_id: int, written: Written) -> list[str]:
        count = self.random.choice((1, 1, 2, 3))
        said = [f"{self.language.sentence(self.random, 5, 16)}?" for _ in range(count)]
        for position, words in enumerate(said):
            row: Row = {"enquiry_id": enquiry_id, "position": position, "words": words}
            self.tables.add("question", row, written)
        return said


def moments(random: Random, enquiries: int) -> Iterator[datetime]:
    """Yield when enquiries came in, oldest first, mostly by day; the last day is LAST_DAY."""
    day, zone = LAST_DAY - timedelta(days=enquiries // 200 + 1), zone_named("Europe/London")
    while True:
        morning = datetime.combine(day, time(12, 30), zone).astimezone(UTC)
        spread = (random.gauss(0, 3 * 3600) for _ in range(A_DAY[day.weekday()]))
        for seconds in sorted(max(-43_000.0, min(41_000.0, late)) for late in spread):
            yield morning + timedelta(seconds=int(seconds))
        day += timedelta(days=1)


def new_office(language: Language) -> NewOffice:
    """Return an office with invented staff and topics."""
    random, words = Random(SEED), language.words.entries
    rules = [DayRule(day, (WEEKDAY_SPAN,) if day < 5 else (), date(2012, 1, 1)) for day in range(7)]
    return NewOffice(
        office=Office(name="Measured office", lines=Lines("01632 960001", "07700 900001")),
        week=tuple(rules),
        staff=tuple(Staff(person_name(random)) for _ in range(STAFF)),
        topics=tuple(Topic(f"{words[at]} {words[at + 50]}") for at in range(200, 200 + TOPICS)),
    )


def generate(path: Path, enquiries: int, contacts: tuple[int, int] = CONTACTS) -> None:
    """Write a new office with a log of ``enquiries`` to ``path``."""
    office = new_office(Language(SEED))
    clock = FixedClock(BEGAN)
    with closing(open_services(path, clock, office.staff[0].name)) as services:
        services.office.start(office)
        with services.context.database.reading() as session:
            hours = hours_of(session)
    with closing(sqlite3.connect(path)) as connection:
        # A crash here only costs a new start, so nothing needs to reach the disk in order.
        connection.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000"
        )
        writer = LogWriter(JournalledTables(connection), office, hours)
        writer.write_enquiries(enquiries, writer.write_contacts(*contacts))
        counted = list(writer.numbers.items())
        connection.executemany("INSERT INTO reference_counter (year, last) VALUES (?, ?)", counted)
        connection.commit()
        connection.execute("PRAGMA journal_mode = WAL")
    with (
        closing(open_services(path, clock, office.staff[0].name)) as services,
        services.context.database.locked() as locked,
    ):
        contact_words.fill(locked)


def _routing(decision: Decision) -> Row:
    return {
        "urgent": decision.urgency.urgent,
        "line_expected": decision.route.value,
        "line_used": decision.route.value,
        "held_until": decision.held_until,
    }


def main() -> None:
    """Read the command line and write the log."""
    parser = argparse.ArgumentParser(description="Write an office with a long log, for measuring.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--enquiries", type=int, default=1_000_000)
    asked = parser.parse_args()
    if asked.file.exists():
        sys.exit(f"{asked.file} is there already. Name a new file.")
    generate(asked.file, asked.enquiries)


if __name__ == "__main__":
    main()
