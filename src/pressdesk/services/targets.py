"""House targets follow the hours, the office's wishes and when an enquiry came in.

What is settled stays: a target is never set anew once its clock stopped or the enquiry ended.
"""

from datetime import datetime

from pressdesk.domain.targets import targets_of
from pressdesk.services.context import Rules, hours_of
from pressdesk.storage import office as offices
from pressdesk.storage import targets
from pressdesk.storage.database import Session
from pressdesk.storage.targets import Waiting


def begin(session: Session, enquiry_id: int, received_at: datetime, rules: Rules) -> None:
    """Set the targets of an enquiry that was just logged, where the office has any."""
    due = targets_of(received_at, rules.office.targets, rules.hours)
    targets.put(session, Waiting(enquiry_id, received_at), due)


def follow(session: Session, because: str, only: int | None = None) -> None:
    """Set the open targets by the rules as they are now, in the transaction that changed them.

    ``because`` goes on the timeline of each enquiry whose target it moves; ``only`` is the id of
    the one enquiry that it is about.
    """
    session.flush()
    wanted, hours = offices.the_office(session).targets, hours_of(session)
    for enquiry in targets.waiting(session, only):
        due = targets_of(enquiry.received_at, wanted, hours)
        targets.put(session, enquiry, due, because)
