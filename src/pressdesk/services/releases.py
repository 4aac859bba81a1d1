"""Releases: taken in, shown, found."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pressdesk.domain.releases import ReleaseParts
from pressdesk.errors import BadFile
from pressdesk.intake.documents.document import Document
from pressdesk.intake.documents.kinds import read_documents
from pressdesk.intake.releases import read_release
from pressdesk.intake.synonyms import shipped_synonyms
from pressdesk.intake.text import LARGEST_DOCUMENT, LARGEST_FILE, clean, one_line
from pressdesk.services.context import Context
from pressdesk.storage import releases
from pressdesk.storage.releases import Release, ReleaseSummary, Source


class Told(NamedTuple):
    """A file, or a place in it, and the sentence about it."""

    name: str
    sentence: str


@dataclass(frozen=True)
class TakenIn:
    """What became of a file: its releases, what was refused, what to look at again."""

    releases: tuple[Release, ...] = ()
    refused: tuple[Told, ...] = ()
    remarks: tuple[Told, ...] = ()


class Releases:
    """The office's press releases."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def add_file(self, path: Path) -> Release:
        """Take in a file that holds one release. Raises BadFile with the reason."""
        documents = _documents(path)
        if len(documents) > 1:
            raise BadFile(
                f"{path.name} holds {len(documents)} releases. "
                "Add it with the command “pressdesk releases add”."
            )
        return self._keep(documents[0], path.name)

    def take_in(self, path: Path) -> TakenIn:
        """Take in every release of a file; one that cannot be read does not stop the others."""
        try:
            documents = _documents(path)
        except BadFile as error:
            return TakenIn(refused=(Told(path.name, str(error)),))
        taken, refused, remarks = list[Release](), list[Told](), list[Told]()
        for document in documents:
            name = f"{path.name}, {document.place}" if document.place else path.name
            try:
                taken.append(self._keep(document, name))
            except BadFile as error:
                refused.append(Told(name, str(error)))
            else:
                remarks += [Told(name, document.remark)] if document.remark else []
        return TakenIn(tuple(taken), tuple(refused), tuple(remarks))

    def add_text(self, text: str, *, name: str = "Pasted text") -> Release:
        """Take in the text of a release; the same text again is the same release."""
        return self._keep(Document(text), name)

    def _keep(self, document: Document, name: str) -> Release:
        if len(document.text) > LARGEST_FILE:
            raise BadFile(f"{name} is too large for a press release. Paste the part you need.")
        text = clean(document.text)
        if not text.strip():
            raise BadFile(f"{name} holds no words. Paste the text of the release.")
        source = Source(one_line(name, 200), text, hashlib.sha256(text.encode()).hexdigest())
        parts = read_release(
            text, title=one_line(document.title), published_on=document.published_on
        )
        context = self._context
        with context.database.writing(context.actor) as session:
            return releases.add(session, parts, source, context.actor, context.clock.now())

    def preview(self, text: str) -> ReleaseParts:
        """Return the parts of a text as it would be taken in, without keeping it."""
        return read_release(clean(text))

    def show(self, release_id: int) -> Release:
        """Return one release, whole; raise NotFound."""
        with self._context.database.reading() as session:
            return releases.show(session, release_id)

    def listed(self, typed: str = "") -> tuple[ReleaseSummary, ...]:
        """Return the releases that hold every typed word; without words all, newest first."""
        with self._context.database.reading() as session:
            return releases.listed(session, typed)

    def bearing_on(self, words: str, limit: int = 3) -> tuple[ReleaseSummary, ...]:
        """Return the releases that bear on a question, best first, with the reasons."""
        with self._context.database.reading() as session:
            return releases.bearing_on(session, words, shipped_synonyms(), limit)


def _documents(path: Path) -> tuple[Document, ...]:
    if path.exists() and not path.is_file():
        raise BadFile(f"{path.name} is not a file. Add the files in it one by one.")
    try:
        if path.stat().st_size > LARGEST_DOCUMENT:
            raise BadFile(f"{path.name} is too large for a press release (over 50 MB).")
        data = path.read_bytes()
    except OSError as error:
        raise BadFile(
            f"{path.name} cannot be read: {error.strerror or error}. Check the file."
        ) from error
    return read_documents(path.name, data)
