"""What bears on a question, of releases and lines to take: found by words, weighed with reasons."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from sqlalchemy import Select, Table, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from pressdesk.domain.asking import Part, Vocabulary, concepts_of, parts_of, stems_in
from pressdesk.domain.bearing import Asked, Bearing, Concept, Strength, worth_telling
from pressdesk.domain.lines_to_take import LineState
from pressdesk.domain.misspelt import likely_meant
from pressdesk.domain.passages import NO_PASSAGE, Passage, Place
from pressdesk.domain.releases import from_json, places_of
from pressdesk.domain.synonyms import Synonyms
from pressdesk.domain.word_forms import stem
from pressdesk.storage import like_enquiries, search, stems
from pressdesk.storage.tables.enquiries import EnquiryReleaseRow
from pressdesk.storage.tables.lines_to_take import EnquiryLineRow, LineToTakeRow
from pressdesk.storage.tables.releases import ReleaseRow

_WEIGHED = 15  # texts that are read, of those found by the question's own words and by all
_HEAVIEST = 32  # forms of a question that texts are looked for by
_MOST_MISSPELT = 3  # words of a question


@dataclass(frozen=True)
class Library:
    """One kind of text that may bear on a question, with its indexes of stems and of words.

    ``ids`` gives those that may be suggested, ``places`` the paragraphs of some, by their ids, in
    which a passage is looked for. ``links`` are the ids of those linked to an enquiry, and of the
    enquiry: they tell what answered a question.
    """

    stems: Table
    words: Table
    ids: Select[int]
    places: Callable[[Session, Sequence[int]], Mapping[int, Iterable[Place]]]
    links: tuple[InstrumentedAttribute[int], InstrumentedAttribute[int]]


def _places_of_releases(session: Session, ids: Sequence[int]) -> dict[int, Iterable[Place]]:
    rows = select(ReleaseRow.id, ReleaseRow.parts).where(ReleaseRow.id.in_(ids))
    return {row.id: places_of(from_json(row.parts)) for row in session.execute(rows)}


def _nowhere(_session: Session, _ids: Sequence[int]) -> dict[int, Iterable[Place]]:
    return {}  # a line is short, and shown whole


RELEASES = Library(
    stems.RELEASE_STEMS,
    search.RELEASE_WORDS,
    select(ReleaseRow.id),
    _places_of_releases,
    (EnquiryReleaseRow.release_id, EnquiryReleaseRow.enquiry_id),
)
LINES_TO_TAKE = Library(
    stems.LINE_STEMS,
    search.LINE_WORDS,
    select(LineToTakeRow.id).where(LineToTakeRow.state == LineState.CLEARED),
    _nowhere,
    (EnquiryLineRow.line_to_take_id, EnquiryLineRow.enquiry_id),
)


@dataclass(frozen=True)
class Found:
    """A text that bears on a question, by its id in its library."""

    id: int
    bearing: Bearing
    passage: Passage


@dataclass(frozen=True)
class Question:
    """A question's parts, its concepts, what a library holds of them, and enquiries ``like`` it."""

    parts: tuple[Part, ...]
    concepts: tuple[Concept, ...] = ()
    vocabulary: Vocabulary = field(default_factory=lambda: Vocabulary(0, {}))
    like: Mapping[int, Bearing] = field(default_factory=dict)


def read(session: Session, typed: str, synonyms: Synonyms) -> Question:
    """Return a question by the words of the releases, with the enquiries that asked like it."""
    question = _against(session, RELEASES, Question(parts_of(typed, synonyms)))
    return replace(question, like=like_enquiries.like(session, typed, question.concepts))


def found(session: Session, library: Library, question: Question, limit: int) -> tuple[Found, ...]:
    """Return what bears on a question, best first."""
    if not question.parts:
        return ()
    if library is not RELEASES:
        question = _against(session, library, question)
    asked = Asked(question.concepts)
    linked = _linked(session, library, question)
    texts = stems.of(session, library.stems, _candidates(session, library, question, linked))
    weighed = {one: asked.weigh(*text, linked[one]) for one, text in texts.items()}
    best = worth_telling(weighed)[:limit]
    places = library.places(session, best)
    passages = {one: asked.passage(told) for one, told in places.items()}
    return tuple(Found(one, weighed[one], passages.get(one, NO_PASSAGE)) for one in best)


def _linked(session: Session, library: Library, question: Question) -> Counter[int]:
    """Return how many of the enquiries that asked something like it each text is linked to."""
    like = [one for one, told in question.like.items() if told.strength is Strength.STRONG]
    text, enquiry = library.links
    rows = select(text, func.count()).where(enquiry.in_(like)).group_by(text)
    return Counter({row[0]: row[1] for row in session.execute(rows)})


def _against(session: Session, library: Library, question: Question) -> Question:
    if not question.parts:  # no telling word
        return question
    vocabulary = _vocabulary(session, library, question.parts)
    return replace(
        question, concepts=concepts_of(question.parts, vocabulary), vocabulary=vocabulary
    )


def _vocabulary(session: Session, library: Library, parts: Sequence[Part]) -> Vocabulary:
    held = stems.held(session, library.stems, stems_in(parts))
    spoken = (part.own[0][0] for part in parts if not part.synonyms)
    lost = (word for word in spoken if stem(word) not in held)
    words = search.Words(session, library.words)
    meant = {w: likely_meant(w, words.like(w)) for w in islice(lost, _MOST_MISSPELT)}
    held |= stems.held(session, library.stems, {stem(word) for word in meant.values() if word})
    size = session.scalar(select(func.count()).select_from(library.ids.subquery()))
    return Vocabulary(size or 0, held, meant)


def _candidates(
    session: Session, library: Library, question: Question, linked: Collection[int]
) -> set[int]:
    """Return the texts worth weighing: those linked, and those found by the heaviest forms.

    A light word is in most texts, takes long to gather and says little.
    """
    rarity = question.vocabulary.rarity
    forms = [form for one in question.concepts for form in one.forms if rarity(form.words)]
    forms.sort(key=lambda form: -form.weight)
    own = tuple(form.stems for form in forms if not form.stands_in)[:_HEAVIEST]
    every = tuple(form.stems for form in forms)[:_HEAVIEST]
    found = {
        *linked,
        *(
            one
            for some in {own, every}
            for one in stems.best(session, library.stems, some, _WEIGHED)
        ),
    }
    return set(session.scalars(library.ids.where(library.ids.selected_columns[0].in_(found))))
