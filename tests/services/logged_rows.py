"""Enquiries written straight into the tables, of any kind and standing, for counting."""

import itertools
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import Channel, EnquiryType, Status, Terms, reference
from pressdesk.domain.routing import Route
from pressdesk.storage.tables.base import Base
from pressdesk.storage.tables.contacts import JournalistRow, OutletRow
from pressdesk.storage.tables.enquiries import (
    AnswerRow,
    EnquiryReleaseRow,
    EnquiryRow,
    EnquiryTopicRow,
)

NUMBERS = itertools.count(90_000)
USUAL: dict[str, Any] = {
    "deadline": None,
    "urgent": False,
    "expected": Route.MAIN,
    "used": Route.MAIN,
    "outlet": None,
    "journalist": None,
    "owner": None,
    "outcome": None,
    "closed": 60,
    "answers": (),
    "topics": (),
    "release": False,
}


def add_contacts(services: Services) -> None:
    """Keep two outlets, two journalists and one release, each the first of its table."""
    with services.context.database.writing("Priya Nair") as session:
        for name, kind in (("Humber Daily", "national"), ("Radio North", "broadcast")):
            session.add(OutletRow(name=name, key=name.casefold(), kind=kind, notes=""))
        for name in ("Ruth Amery", "Tom Kerr"):
            blank = dict.fromkeys(("number", "other_number", "email", "notes"), "")
            session.add(JournalistRow(name=name, key=name.casefold(), **blank))
    services.releases.add_text("Six forces inspected\n\n3 November 2026\n\nThe words of it.")


def write(services: Services, began: datetime, enquiries: list[dict[str, Any]]) -> None:
    """Write these enquiries in place of all others; amounts are minutes, from receipt on.

    They are written past the journal and the index of words, which nothing counted here needs.
    """
    with services.context.database.locked() as connection:
        for table in (AnswerRow, EnquiryTopicRow, EnquiryReleaseRow, EnquiryRow):
            connection.execute(delete(table))
        for enquiry_id, given in enumerate(enquiries, start=1):
            one = USUAL | given
            received = began + timedelta(minutes=one["received"])
            row = {"id": enquiry_id, "version": 1, **_facts(one, received)}
            connection.execute(insert(EnquiryRow).values(row))
            for part, values in _parts(one, received):
                connection.execute(insert(part).values(enquiry_id=enquiry_id, **values))


def _facts(one: dict[str, Any], received: datetime) -> dict[str, Any]:
    number, closed = next(NUMBERS), one["outcome"] is not None
    empty = ("call_back", "email", "deadline_words", "publication", "outcome_note")
    return {
        "year": received.year,
        "number": number,
        "reference": reference(received.year, number),
        "received_at": received,
        "logged_at": received,
        "channel": Channel.PHONE,
        "type": EnquiryType.INFORMATION,
        "subject": "Custody figures",
        "journalist_id": one["journalist"],
        "outlet_id": one["outlet"],
        "deadline_at": _after(received, one["deadline"]),
        "urgent": one["urgent"],
        "line_expected": one["expected"],
        "line_used": one["used"],
        "status": Status.CLOSED if closed else Status.NEW,
        "finished": True,
        "owner_id": one["owner"],
        "outcome_id": one["outcome"],
        "closed_at": _after(received, one["closed"]) if closed else None,
        **dict.fromkeys(empty, ""),
    }


def _parts(one: dict[str, Any], received: datetime) -> Iterator[tuple[type[Base], dict[str, Any]]]:
    for kind, minutes in one["answers"]:
        yield (
            AnswerRow,
            {
                "words": "Six forces were told.",
                "terms": Terms.ON_THE_RECORD,
                "given_by": "Priya Nair",
                "given_at": _after(received, minutes),
                "channel": Channel.PHONE,
                "cleared_by": "",
                "kind": kind,
            },
        )
    for topic in one["topics"]:
        yield EnquiryTopicRow, {"topic_id": topic}
    if one["release"]:
        yield EnquiryReleaseRow, {"release_id": 1}


def _after(received: datetime, minutes: int | None) -> datetime | None:
    return None if minutes is None else received + timedelta(minutes=minutes)
