"""What an answer may lean on: the linked releases, and what was said on the subject before."""

from collections.abc import Iterator
from dataclasses import dataclass

from pressdesk.domain.enquiries import Answer, Enquiry
from pressdesk.domain.local_time import local_day, zone_named
from pressdesk.domain.said import day_said
from pressdesk.domain.same_answer import Source
from pressdesk.services.context import Context
from pressdesk.services.synonyms import synonyms_of
from pressdesk.storage import asked_before, bearing, enquiry_view, releases
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session
from pressdesk.storage.releases import Release

EARLIER = 5  # enquiries on the subject whose answers are looked at
MOST_PASSAGES = 80


@dataclass(frozen=True)
class Sources:
    """``texts`` are compared with an answer, ``passages`` may be put into it."""

    texts: tuple[Source, ...] = ()
    passages: tuple[Source, ...] = ()


class SourceShelf:
    """Finds what bears on the answer to one enquiry."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, enquiry_id: int) -> Sources:
        """Return the words that an answer to this enquiry may lean on; raise NotFound."""
        with self._context.database.reading() as session:
            enquiry = enquiry_view.whole(session, enquiry_id)
            zone = zone_named(offices.the_office(session).zone)
            linked = [releases.show(session, one.id) for one in enquiry.releases]
            others = _on_the_subject(session, enquiry)
        said = [
            Source(f"{one.summary.reference}, {day_said(local_day(answer.given_at, zone))}", words)
            for one in (enquiry, *others)
            for answer, words in _given(one)
        ]
        texts = [Source(_name(one), one.parts.plain_text()) for one in linked]
        passages = [passage for one in linked for passage in _passages(one)]
        return Sources((*texts, *said), (*passages, *said)[:MOST_PASSAGES])


def _on_the_subject(session: Session, enquiry: Enquiry) -> list[Enquiry]:
    """Return the earlier enquiries that ask something like this one, the likest first."""
    asked = "\n".join((enquiry.summary.subject, *enquiry.questions))
    question = bearing.read(session, asked, synonyms_of(session))
    earlier = asked_before.found(session, question, None, EARLIER + 1)
    others = [one.enquiry.id for one in earlier if one.enquiry.id != enquiry.summary.id]
    return [enquiry_view.whole(session, one) for one in others[:EARLIER]]


def _given(enquiry: Enquiry) -> Iterator[tuple[Answer, str]]:
    """Yield the substantive answers, the latest first."""
    for answer in reversed(enquiry.answers):
        if answer.kind.answers:
            yield answer, answer.words


def _passages(release: Release) -> Iterator[Source]:
    name = _name(release)
    for block in release.parts.blocks:
        if words := "\n".join(block.texts).strip():
            yield Source(name, words)
    for note in release.parts.notes:
        yield Source(f"{name}, note {note.label}".removesuffix(" "), note.text.strip())


def _name(release: Release) -> str:
    on = release.parts.published_on
    return f"“{release.parts.headline}”" + (f", {day_said(on)}" if on else "")
