"""Earlier enquiries like a question."""

from zoneinfo import ZoneInfo

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import EnquirySummary
from pressdesk.domain.local_time import local_day
from pressdesk.ui.known.asked import MOST, Asked
from pressdesk.ui.known.look import KnownLook
from pressdesk.ui.known.releases import day


def find(services: Services, asked: Asked, zone: ZoneInfo) -> tuple[KnownLook, ...]:
    """Return earlier enquiries like the question, the likest first; never the enquiry itself."""
    found = services.desk.asked_before(asked.words, asked.journalist_id, MOST + 1)
    others = [one for one in found if one.id != asked.enquiry_id]
    return tuple(look_of(one, zone) for one in others[:MOST])


def look_of(one: EnquirySummary, zone: ZoneInfo) -> KnownLook:
    """Return an earlier enquiry as a card shows it."""
    who = ", ".join(filter(None, (one.journalist, one.outlet))) or "No name"
    state = one.outcome or one.status.label
    facts = f"{who}, {day(local_day(one.received_at, zone))} · {state}"
    return KnownLook(one.id, f"{one.reference} · {one.subject or 'Not finished'}", facts, "Open")
