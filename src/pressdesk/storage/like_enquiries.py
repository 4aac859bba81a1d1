"""Enquiries that asked something like a question: found in the index of their words, then weighed.

Each step reads the newest few that hold some words of the question, so that it takes as long in a
log of a million enquiries as in one of a thousand.
"""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from pressdesk.domain.bearing import Asked, Bearing, Concept, Form
from pressdesk.domain.word_forms import plurals, stem, tokens, words_of
from pressdesk.storage import search
from pressdesk.storage.tables.enquiries import EnquiryRow, QuestionRow

_NEWEST = 12  # enquiries that are read at each step
_STEPS = (4, 3, 2, 1)  # heaviest concepts of the question that all are wanted
_ENOUGH = 24  # enquiries, to weigh
_LIKE = 0.3  # share of a question below which an enquiry only happens to hold a word of it


def like(session: Session, question: str, concepts: Sequence[Concept]) -> dict[int, Bearing]:
    """Return the enquiries that ask something like a question, with what they have of it."""
    found: dict[int, None] = {}
    for query in _queries(concepts, _unfinished(question)):
        if len(found) < _ENOUGH:
            found |= dict.fromkeys(_newest(session, query))
    asked, begun = Asked(concepts), stem(_unfinished(question))
    weighed = {
        enquiry: asked.weigh((), [_meant(word, begun) for word in said])
        for enquiry, said in _said(session, found).items()
    }
    return {one: bearing for one, bearing in weighed.items() if bearing.share >= _LIKE}


def _queries(concepts: Sequence[Concept], begun: str) -> Iterator[str]:
    groups = [_group(one, begun) for one in sorted(concepts, key=lambda one: -one.weight)]
    for most in _STEPS:
        if most <= len(groups):
            yield " AND ".join(f"({group})" for group in groups[:most])


def _group(concept: Concept, begun: str) -> str:
    """Return the FTS5 query of a concept: any of its forms, the word still being typed begun."""
    words = dict.fromkeys(phrase for form in concept.forms for phrase in _written(form))
    wanted = [f'"{word}"' for word in words]
    if begun and begun in tokens(concept.said):
        wanted.append(f'"{begun}"*')
    return " OR ".join(wanted)


def _written(form: Form) -> Iterable[str]:
    *first, last = form.words
    return (" ".join((*first, ending)) for ending in plurals(last))


def _newest(session: Session, query: str) -> Sequence[int]:
    words = search.ENQUIRY_WORDS
    ids = select(words.c.rowid).where(search.holds(words, query))
    return session.scalars(ids.order_by(words.c.rowid.desc()).limit(_NEWEST)).all()


def _said(session: Session, enquiries: Iterable[int]) -> dict[int, list[str]]:
    """Return the stems of the subject and the questions of some enquiries."""
    subjects = select(EnquiryRow.id, EnquiryRow.subject).where(EnquiryRow.id.in_(enquiries))
    said = {row.id: [row.subject] for row in session.execute(subjects)}
    asked = select(QuestionRow.enquiry_id, QuestionRow.words).order_by(QuestionRow.position)
    for row in session.execute(asked.where(QuestionRow.enquiry_id.in_(enquiries))):
        said[row.enquiry_id].append(row.words)
    return {one: [word.stem for word in words_of("\n".join(parts))] for one, parts in said.items()}


def _unfinished(question: str) -> str:
    """Return the word that may still be typed; empty when the question ends otherwise."""
    return tokens(question)[-1] if question and question[-1].isalnum() else ""


def _meant(word: str, begun: str) -> str:
    return begun if begun and word.startswith(begun) else word
