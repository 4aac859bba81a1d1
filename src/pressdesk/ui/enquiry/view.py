"""Everything the panel shows of one enquiry, read in one go off the GUI thread."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import Enquiry
from pressdesk.domain.timeline import Told
from pressdesk.services.office import Facts
from pressdesk.storage.releases import ReleaseSummary

SUGGESTED = 5


@dataclass(frozen=True)
class View:
    """One enquiry and what stands round it.

    ``suggested`` are releases that bear on it and are not linked; ``drafts`` maps the keys of what
    this person was typing to its content.
    """

    enquiry: Enquiry
    office: Facts
    story: tuple[Told, ...]
    suggested: tuple[ReleaseSummary, ...]
    drafts: dict[str, str]
    me: str

    @property
    def id(self) -> int:
        """The id of the enquiry."""
        return self.enquiry.summary.id

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which the office sees the time."""
        return self.office.hours.zone


def load(services: Services, enquiry_id: int) -> View:
    """Read one enquiry; raise NotFound."""
    enquiry = services.enquiries.show(enquiry_id)
    words = "\n".join((enquiry.summary.subject, *enquiry.questions))
    linked = {release.id for release in enquiry.releases}
    bearing = services.releases.bearing_on(words, SUGGESTED + len(linked))
    return View(
        enquiry=enquiry,
        office=services.office.facts(),
        story=services.enquiries.story(enquiry_id),
        suggested=tuple(found for found in bearing if found.id not in linked)[:SUGGESTED],
        drafts={
            draft.key: draft.content for draft in services.drafts.waiting(f"enquiry:{enquiry_id}:")
        },
        me=services.context.actor,
    )
