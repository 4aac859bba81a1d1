"""Earlier enquiries like a question, with what was answered."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pressdesk.domain.bearing import Asked, Bearing
from pressdesk.domain.enquiries import EnquirySummary, LogQuery, Terms
from pressdesk.domain.passages import NO_PASSAGE, Passage, Place, beginning_of
from pressdesk.storage import enquiry_lists
from pressdesk.storage.bearing import Question
from pressdesk.storage.enquiry_lists import Page
from pressdesk.storage.tables.enquiries import AnswerRow

_ANSWERED = 1.3  # how much more an enquiry with an answer helps than one without


@dataclass(frozen=True)
class Earlier:
    """An earlier enquiry; without a ``bearing`` it is there because the same person asked it.

    ``answer`` is what was said last, by its ``terms``; both are empty when nothing was.
    """

    enquiry: EnquirySummary
    bearing: Bearing | None = None
    answer: Passage = NO_PASSAGE
    terms: Terms | None = None


def found(
    session: Session,
    question: Question,
    journalist_id: int | None,
    limit: int,
) -> tuple[Earlier, ...]:
    """Return enquiries like a question, the likest first, then the newest of the same person."""
    like = question.like
    answers = _last_answers(session, like)
    worth = {one: told.score * (_ANSWERED if one in answers else 1) for one, told in like.items()}
    best = sorted(worth, key=lambda one: (-worth[one], -one))[:limit]
    if len(best) < limit and journalist_id is not None:
        same = enquiry_lists.page_of(session, LogQuery(journalist_id=journalist_id), Page(limit))
        best = [*best, *(one.id for one in same if one.id not in best)][:limit]
        answers = _last_answers(session, best)
    asked = Asked(question.concepts)
    return tuple(
        _told(one, like.get(one.id), answers.get(one.id), asked)
        for one in enquiry_lists.summaries_of(session, best)
    )


def _told(
    enquiry: EnquirySummary, bearing: Bearing | None, answer: AnswerRow | None, asked: Asked
) -> Earlier:
    if answer is None:
        return Earlier(enquiry, bearing)
    passage = asked.passage([Place(answer.words)]) or beginning_of(answer.words)
    return Earlier(enquiry, bearing, passage, Terms(answer.terms))


def _last_answers(session: Session, enquiries: Collection[int]) -> dict[int, AnswerRow]:
    rows = select(AnswerRow).where(AnswerRow.enquiry_id.in_(enquiries)).order_by(AnswerRow.given_at)
    return {row.enquiry_id: row for row in session.scalars(rows)}
