"""An enquiry follows its questions: answered when none is open, waiting when one is."""

from pressdesk.domain.enquiries import Enquiry, Status
from pressdesk.domain.questions import still_open
from pressdesk.errors import Refused
from pressdesk.storage import enquiries, enquiry_view
from pressdesk.storage.database import Session


def follow_questions(session: Session, enquiry_id: int) -> None:
    """Have an enquiry be answered when no question is open, and wait again when one is."""
    row = enquiries.row(session, enquiry_id)
    if not still_open(enquiry_view.asked(session, enquiry_id)):
        row.status = Status.ANSWERED
    elif row.status in (Status.NEW, Status.ANSWERED):
        row.status = Status.IN_PROGRESS


def follow_new_questions(session: Session, before: Enquiry) -> None:
    """Have an answered enquiry wait again for a question that was added to it.

    Raises Refused for one that is closed: nothing may be open there that nobody knows of.
    """
    known = {question.id for question in before.asked}
    asked = enquiry_view.asked(session, before.summary.id)
    if all(question.id in known for question in asked):
        return
    if before.summary.status is Status.CLOSED:
        raise Refused(
            "This enquiry is closed. Reopen it with a reason, then add the question.",
            field="questions",
        )
    if before.summary.status is Status.ANSWERED:
        follow_questions(session, before.summary.id)
