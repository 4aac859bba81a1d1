"""The releases that bear on a question: found by their words, then weighed with reasons."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Select, Table, func, select
from sqlalchemy.orm import Session

from pressdesk.domain.asking import Part, Vocabulary, concepts_of, parts_of, stems_in
from pressdesk.domain.bearing import Asked, Bearing, Concept, worth_telling
from pressdesk.domain.lines_to_take import LineState
from pressdesk.domain.misspelt import likely_meant
from pressdesk.domain.passages import NO_PASSAGE, Passage, Place
from pressdesk.domain.releases import from_json, places_of
from pressdesk.domain.synonyms import Synonyms
from pressdesk.domain.word_forms import stem
from pressdesk.storage import search, stems
from pressdesk.storage.tables.lines_to_take import LineToTakeRow
from pressdesk.storage.tables.releases import ReleaseRow

_WEIGHED = 25  # releases that are read, of those found by the question's own words and by all
_HEAVIEST = 64  # forms of a question that releases are looked for by
_MOST_MISSPELT = 3  # words of a question


@dataclass(frozen=True)
class Library:
    """One kind of text that may bear on a question, with its indexes of stems and of words.

    ``ids`` gives those that may be suggested, ``places`` the paragraphs of some, by their ids, in
    which a passage is looked for.
    """

    stems: Table
    words: Table
    ids: Select[int]
    places: Callable[[Session, Sequence[int]], Mapping[int, Iterable[Place]]]


def _places_of_releases(session: Session, ids: Sequence[int]) -> dict[int, Iterable[Place]]:
    rows = select(ReleaseRow.id, ReleaseRow.parts).where(ReleaseRow.id.in_(ids))
    return {row.id: places_of(from_json(row.parts)) for row in session.execute(rows)}


def _nowhere(_session: Session, _ids: Sequence[int]) -> dict[int, Iterable[Place]]:
    return {}  # a line is short, and shown whole


RELEASES = Library(
    stems.RELEASE_STEMS, search.RELEASE_WORDS, select(ReleaseRow.id), _places_of_releases
)
LINES_TO_TAKE = Library(
    stems.LINE_STEMS,
    search.LINE_WORDS,
    select(LineToTakeRow.id).where(LineToTakeRow.state == LineState.CLEARED),
    _nowhere,
)


@dataclass(frozen=True)
class Found:
    """A text that bears on a question, by its id in its library."""

    id: int
    bearing: Bearing
    passage: Passage


def found(
    session: Session, library: Library, question: str, synonyms: Synonyms, limit: int
) -> tuple[Found, ...]:
    """Return what bears on a question, best first."""
    parts = parts_of(question, synonyms)
    if not parts:
        return ()
    concepts = concepts_of(parts, _vocabulary(session, library, parts))
    asked = Asked(concepts)
    texts = stems.of(session, library.stems, _candidates(session, library, concepts))
    weighed = {one: asked.weigh(*text) for one, text in texts.items()}
    best = worth_telling(weighed)[:limit]
    places = library.places(session, best)
    passages = {one: asked.passage(told) for one, told in places.items()}
    return tuple(Found(one, weighed[one], passages.get(one, NO_PASSAGE)) for one in best)


def _vocabulary(session: Session, library: Library, parts: Sequence[Part]) -> Vocabulary:
    held = stems.held(session, library.stems, stems_in(parts))
    spoken = (part.own[0][0] for part in parts if not part.synonyms)
    lost = (word for word in spoken if stem(word) not in held)
    words = search.Words(session, library.words)
    meant = {w: likely_meant(w, words.like(w)) for w in islice(lost, _MOST_MISSPELT)}
    held |= stems.held(session, library.stems, {stem(word) for word in meant.values() if word})
    size = session.scalar(select(func.count()).select_from(library.ids.subquery()))
    return Vocabulary(size or 0, held, meant)


def _candidates(session: Session, library: Library, concepts: Iterable[Concept]) -> set[int]:
    """Return the texts worth weighing.

    They are looked for by the heaviest forms: a light word is in most texts, takes long to
    gather and says little.
    """
    forms = sorted((f for one in concepts for f in one.forms), key=lambda f: -f.weight)
    own = [form.stems for form in forms if not form.stands_in]
    every = [form.stems for form in forms]
    found = {
        one
        for some in (own[:_HEAVIEST], every[:_HEAVIEST])
        for one in stems.best(session, library.stems, some, _WEIGHED)
    }
    return set(session.scalars(library.ids.where(library.ids.selected_columns[0].in_(found))))
