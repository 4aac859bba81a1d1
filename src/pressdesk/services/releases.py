"""Releases: taken in, shown, found."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from pressdesk.domain.release_versions import address_key
from pressdesk.domain.releases import Original, ReleaseParts
from pressdesk.domain.word_diff import Stretch, compared
from pressdesk.errors import BadFile, NotFound
from pressdesk.intake.documents.document import Document
from pressdesk.intake.documents.harmless import harmless
from pressdesk.intake.documents.kinds import read_documents
from pressdesk.intake.documents.pdf_pages import PagePicture, draw_page
from pressdesk.intake.releases import read_release
from pressdesk.intake.text import LARGEST_DOCUMENT, LARGEST_FILE, clean, one_line
from pressdesk.services.context import Context
from pressdesk.services.files import Files, name_as_data
from pressdesk.services.synonyms import synonyms_of
from pressdesk.storage import bearing, release_versions, releases
from pressdesk.storage.release_versions import Version
from pressdesk.storage.releases import Release, ReleaseSummary, Source

LONGEST_ADDRESS = 2_000
"""Characters; no browser takes a much longer one."""

GoOn = Callable[[int, int], bool]
"""Told how many of how many are done; returns whether to go on."""


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

    def __init__(self, context: Context, files: Files) -> None:
        self._context = context
        self._files = files

    def acting_as(self, actor: str) -> "Releases":
        """Return the same releases, where what comes in is journalled under ``actor``."""
        return Releases(replace(self._context, actor=one_line(actor, 80)), self._files)

    def add_file(self, path: Path) -> Release:
        """Take in a file that holds one release. Raises BadFile with the reason."""
        data = bytes_of(path)
        documents = read_documents(path.name, data)
        if len(documents) > 1:
            raise BadFile(
                f"{path.name} holds {len(documents)} releases. "
                "Add it with the command “pressdesk releases add”."
            )
        return self._keep(documents[0], path.name, self._original(path.name, data, documents))

    def take_in(self, path: Path) -> TakenIn:
        """Take in every release of a file; one that cannot be read does not stop the others."""
        try:
            data = bytes_of(path)
            documents = read_documents(path.name, data)
        except BadFile as error:
            return TakenIn(refused=(Told(path.name, str(error)),))
        return self.take_documents(path.name, data, documents)

    def take_documents(
        self,
        name: str,
        data: bytes,
        documents: Sequence[Document],
        go_on: GoOn | None = None,
    ) -> TakenIn:
        """Take in what was read from ``data``, the bytes that came in under ``name``.

        The bytes are kept as the original of each; none are when ``data`` is empty.
        Each release is kept by itself, so that ``go_on`` may stop it before any of them.
        """
        original = self._original(name, data, documents)
        taken, refused, remarks = list[Release](), list[Told](), list[Told]()
        for number, document in enumerate(_with_own_addresses(documents)):
            if go_on is not None and not go_on(number, len(documents)):
                break
            place = f"{name}, {document.place}" if document.place else name
            try:
                release = self._keep(document, place, original)
            except BadFile as error:
                refused.append(Told(place, str(error)))
                continue
            taken.append(release)
            remarks += [Told(place, told) for told in _to_look_at(document, release)]
        return TakenIn(tuple(taken), tuple(refused), tuple(remarks))

    def add_text(self, text: str, *, name: str = "Pasted text") -> Release:
        """Take in the text of a release; the same text again is the same release."""
        return self._keep(Document(text), name)

    def _original(self, name: str, data: bytes, documents: Sequence[Document]) -> Original | None:
        """Keep the bytes that releases came in, when there is a release in them."""
        if not data or not any(document.text.strip() for document in documents):
            return None
        kept = self._files.keep(data)
        return Original(name_as_data(name), documents[0].kind, kept, len(data))

    def _keep(self, document: Document, name: str, original: Original | None = None) -> Release:
        if len(document.text) > LARGEST_FILE:
            raise BadFile(f"{name} is too large for a press release. Paste the part you need.")
        text = clean(document.text)
        if not text.strip():
            raise BadFile(f"{name} holds no words. Paste the text of the release.")
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        source = Source(one_line(name, 200), text, sha256, _web_address(document), original)
        parts = read_release(
            text, title=one_line(document.title), published_on=document.published_on
        )
        context = self._context
        with context.database.writing(context.actor) as session:
            return releases.add(session, parts, source, context.actor, context.clock.now())

    def correct(self, release_id: int, before: ReleaseParts, after: ReleaseParts) -> Release:
        """Set right how a release was understood; its source and its links stay as they are.

        Raises Conflict when it no longer reads as ``before``, which the person began from.
        """
        context = self._context
        with context.database.writing(context.actor) as session:
            now = context.clock.now()
            return releases.correct(session, release_id, (before, after), context.actor, now)

    def versions(self, release_id: int) -> tuple[Version, ...]:
        """Return the versions of a release, newest first; raise NotFound."""
        with self._context.database.reading() as session:
            return release_versions.listed(session, release_id)

    def compare(self, release_id: int, older: int, newer: int) -> tuple[Stretch, ...]:
        """Compare two versions of a release word by word; raise NotFound."""
        texts = {one.number: one.parts.plain_text() for one in self.versions(release_id)}
        if missing := {older, newer} - texts.keys():
            raise NotFound(f"This release has no version {min(missing)}.")
        return compared(texts[older], texts[newer])

    def draw_page(self, original: Original, number: int, width: int) -> PagePicture:
        """Draw a page of a PDF that a release came in; raise BadFile or NotFound."""
        return draw_page(self._files.content(original), number, width)

    def copy_to_open(self, original: Original, folder: Path) -> Path:
        """Write a copy that another program may open: it runs nothing and fetches nothing.

        Raises BadFile for one that would, or that is to be saved rather than opened.
        """
        data, ending = harmless(original.kind, self._files.content(original))
        copy = folder / f"{original.sha256[:12]}{ending}"
        copy.write_bytes(data)
        return copy

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
            question = bearing.read(session, words, synonyms_of(session))
            return releases.bearing_on(session, question, limit)


def _to_look_at(document: Document, release: Release) -> Iterator[str]:
    if document.remark:
        yield document.remark
    if not (release.parts.headline or release.known):
        yield "No headline was found in it. Open it on the releases page and write one with E."


def _web_address(document: Document) -> str:
    address = document.source_url.strip()
    on_the_web = address.lower().startswith(("http://", "https://"))
    return address if on_the_web and len(address) <= LONGEST_ADDRESS else ""


def _with_own_addresses(documents: Sequence[Document]) -> list[Document]:
    """Take the address from documents of one file that share it: it is that of their list."""
    given = Counter(address_key(document.source_url) for document in documents)
    return [
        document
        if given[address_key(document.source_url)] == 1
        else replace(document, source_url="")
        for document in documents
    ]


def bytes_of(path: Path) -> bytes:
    """Return what is in a file. Raises BadFile for a folder, one too large, one out of reach."""
    if path.exists() and not path.is_file():
        raise BadFile(f"{path.name} is no file with words in it. Choose the document itself.")
    try:
        if path.stat().st_size > LARGEST_DOCUMENT:
            raise BadFile(
                f"{path.name} is too large for a press release (over 50 MB). "
                "Paste the part you need."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise BadFile(f"{path.name} is not there. Check its name and folder.") from error
    except OSError as error:
        raise BadFile(
            f"{path.name} cannot be read: {error.strerror or error}. Check the file."
        ) from error
