"""Everything the panel shows of one enquiry, read in one go off the GUI thread."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import Enquiry
from pressdesk.domain.timeline import Told
from pressdesk.services.office import Facts
from pressdesk.services.sources import Sources
from pressdesk.ui.known.asked import Asked, words_asked
from pressdesk.ui.known.kinds import Known, look_up


@dataclass(frozen=True)
class View:
    """One enquiry and what stands round it.

    ``known`` is what bears on it and is not linked; ``drafts`` maps the keys of what this person
    was typing to its content, ``sources`` are what an answer may lean on.
    """

    enquiry: Enquiry
    office: Facts
    story: tuple[Told, ...]
    known: Known
    drafts: dict[str, str]
    me: str
    sources: Sources

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
    office = services.office.facts()
    return View(
        enquiry=enquiry,
        office=office,
        story=services.enquiries.story(enquiry_id),
        known=look_up(services, _asked(enquiry), office.hours.zone),
        drafts={
            draft.key: draft.content for draft in services.drafts.waiting(f"enquiry:{enquiry_id}:")
        },
        me=services.context.actor,
        sources=services.sources.of(enquiry_id),
    )


def _asked(enquiry: Enquiry) -> Asked:
    return Asked(
        words=words_asked(enquiry.summary.subject, enquiry.questions),
        journalist_id=enquiry.journalist.id if enquiry.journalist else None,
        linked=tuple(release.id for release in enquiry.releases),
        enquiry_id=enquiry.summary.id,
    )
