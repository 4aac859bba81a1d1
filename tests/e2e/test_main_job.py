"""The main job, end to end, by keys alone: from the first start to the exported log."""

import csv
from datetime import UTC, datetime
from pathlib import Path

from pressdesk.domain.enquiries import Status
from pressdesk.domain.routing import Route
from tests.e2e.journey import Journey

RELEASE = (Path(__file__).parents[1] / "intake" / "releases" / "dressed.txt").read_text("utf-8")
FRIDAY_17_00 = datetime(2026, 11, 20, 17, tzinfo=UTC)
LATER_FRIDAY_16_45 = datetime(2026, 12, 4, 16, 45, tzinfo=UTC)


def test_an_afternoon_at_the_press_office(journey: Journey, tmp_path: Path) -> None:
    journey.start_office()
    journey.paste_release(RELEASE)
    walk(journey, "How fast does Northmoor answer 999 calls?", tmp_path / "log.csv")


def walk(journey: Journey, question: str, target: Path) -> None:
    """Do points 2 to 9 of the main job on an office with one release, and look after each."""
    banner = journey.workspace.banner
    assert (banner.number(), "closes 17:00, in 10 min" in banner.words()) == ("020 3513 0600", True)

    journey.put_on_duty("Sam Okafor", "Fri 17:00", "Mon 08:30")
    assert "Tonight: Sam Okafor" in banner.words().replace("\n", " ")

    journey.log_enquiry(
        journalist="Ruth Amery", outlet="Humber Daily", question=question, deadline="tonight 9.30"
    )
    (logged,) = journey.services.desk.open_enquiries().enquiries
    assert (logged.reference, logged.line_used) == ("ENQ-2026-00001", Route.MAIN)

    journey.open_from_desk()
    assert journey.services.enquiries.show(logged.id).summary.owner == "Priya Nair"

    journey.answer_and_close("71 per cent within ten seconds.", "Statement given")
    enquiry = journey.services.enquiries.show(logged.id)
    assert (enquiry.summary.status, enquiry.summary.outcome) == (Status.CLOSED, "Statement given")
    assert [release.id for release in enquiry.releases] == [1]
    assert enquiry.answers[0].words == "71 per cent within ten seconds."

    journey.correct_number("01632960013")
    assert journey.services.contacts.journalists()[0].number == "01632 960013"

    journey.close_early_on_fridays("08:30-16:30", "27/11/2026")
    assert not journey.services.office.facts().hours.is_open(LATER_FRIDAY_16_45)

    journey.export(target)
    rows = list(csv.DictReader(target.read_text("utf-8-sig").splitlines()))
    assert (rows[0]["Reference"], rows[0]["Status"]) == ("ENQ-2026-00001", "Closed")
    assert rows[0]["Subject"] == question

    journey.tick(FRIDAY_17_00)
    assert (banner.number(), "Sam Okafor" in banner.words()) == ("07836 217729", True)
    assert journey.services.journal.check().findings == ()
