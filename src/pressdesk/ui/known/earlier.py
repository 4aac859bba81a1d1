"""Earlier enquiries like a question, with what was answered."""

from zoneinfo import ZoneInfo

from pressdesk.bootstrap import Services
from pressdesk.domain.bearing import Strength
from pressdesk.domain.local_time import local_day
from pressdesk.services.known import Known
from pressdesk.storage.asked_before import Earlier
from pressdesk.ui.known.asked import MOST, Asked
from pressdesk.ui.known.look import KnownLook
from pressdesk.ui.known.releases import MOST_WORDS, day


def find(_services: Services, asked: Asked, known: Known, zone: ZoneInfo) -> tuple[KnownLook, ...]:
    """Return earlier enquiries like the question, the likest first; never the enquiry itself."""
    others = [one for one in known.earlier if one.enquiry.id != asked.enquiry_id]
    return tuple(look_of(one, zone) for one in others[:MOST])


def look_of(one: Earlier, zone: ZoneInfo) -> KnownLook:
    """Return an earlier enquiry as a card shows it."""
    enquiry, told = one.enquiry, one.bearing
    who = ", ".join(filter(None, (enquiry.journalist, enquiry.outlet))) or "No name"
    state = one.terms.label.lower() if one.terms else enquiry.outcome or enquiry.status.label
    return KnownLook(
        id=enquiry.id,
        title=f"{enquiry.reference} · {enquiry.subject or 'Not finished'}",
        facts=f"{who}, {day(local_day(enquiry.received_at, zone))} · {state}",
        action="Open",
        why=told.matched[:MOST_WORDS] if told else (),
        learned="" if told else "asked by the same journalist",
        passage=one.answer,
        weak=told is not None and told.strength is Strength.WEAK,
    )
