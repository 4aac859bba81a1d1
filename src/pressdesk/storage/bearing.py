"""The releases that bear on a question: found by their words, then weighed with reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pressdesk.domain.asking import Part, Vocabulary, concepts_of, parts_of, stems_in
from pressdesk.domain.bearing import Asked, Bearing, Concept, worth_telling
from pressdesk.domain.misspelt import likely_meant
from pressdesk.domain.passages import Passage
from pressdesk.domain.releases import from_json, places_of
from pressdesk.domain.synonyms import Synonyms
from pressdesk.domain.word_forms import stem
from pressdesk.storage import search, stems
from pressdesk.storage.tables.releases import ReleaseRow

_WEIGHED = 25  # releases that are read, of those found by the question's own words and by all
_HEAVIEST = 64  # forms of a question that releases are looked for by
_MOST_MISSPELT = 3  # words of a question


@dataclass(frozen=True)
class Found:
    """A release that bears on a question."""

    release_id: int
    bearing: Bearing
    passage: Passage


def found(session: Session, question: str, synonyms: Synonyms, limit: int) -> tuple[Found, ...]:
    """Return the releases that bear on a question, best first."""
    parts = parts_of(question, synonyms)
    if not parts:
        return ()
    concepts = concepts_of(parts, _vocabulary(session, parts))
    asked = Asked(concepts)
    texts = stems.of(session, _candidates(session, concepts))
    weighed = {one: asked.weigh(*text) for one, text in texts.items()}
    best = worth_telling(weighed)[:limit]
    passages = _passages(session, asked, best)
    return tuple(Found(one, weighed[one], passages[one]) for one in best)


def _vocabulary(session: Session, parts: Sequence[Part]) -> Vocabulary:
    held = stems.held(session, stems_in(parts))
    spoken = (part.own[0][0] for part in parts if not part.synonyms)
    lost = (word for word in spoken if stem(word) not in held)
    words = search.Words(session)
    meant = {w: likely_meant(w, words.like(w)) for w in islice(lost, _MOST_MISSPELT)}
    held |= stems.held(session, {stem(word) for word in meant.values() if word})
    return Vocabulary(session.scalar(select(func.count(ReleaseRow.id))) or 0, held, meant)


def _candidates(session: Session, concepts: Iterable[Concept]) -> set[int]:
    """Return the releases worth weighing.

    They are looked for by the heaviest forms: a light word is in most releases, takes long to
    gather and says little.
    """
    forms = sorted((f for one in concepts for f in one.forms), key=lambda f: -f.weight)
    own = [form.stems for form in forms if not form.stands_in]
    every = [form.stems for form in forms]
    return {
        one
        for some in (own[:_HEAVIEST], every[:_HEAVIEST])
        for one in stems.best(session, some, _WEIGHED)
    }


def _passages(session: Session, asked: Asked, releases: Sequence[int]) -> dict[int, Passage]:
    rows = select(ReleaseRow.id, ReleaseRow.parts).where(ReleaseRow.id.in_(releases))
    return {row.id: asked.passage(places_of(from_json(row.parts))) for row in session.execute(rows)}
