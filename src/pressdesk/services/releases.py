"""Releases: taken in, shown, found."""

import hashlib
from pathlib import Path

from pressdesk.domain.releases import ReleaseParts
from pressdesk.errors import BadFile
from pressdesk.intake.releases import read_release
from pressdesk.intake.synonyms import shipped_synonyms
from pressdesk.intake.text import LARGEST_FILE, clean, decode, one_line
from pressdesk.services.context import Context
from pressdesk.storage import releases
from pressdesk.storage.releases import Release, ReleaseSummary, Source


class Releases:
    """The office's press releases."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def add_file(self, path: Path) -> Release:
        """Take in a text file. Raises BadFile with the reason."""
        if path.exists() and not path.is_file():
            raise BadFile(f"{path.name} is not a file. Add the files in it one by one.")
        try:
            if path.stat().st_size > LARGEST_FILE:
                raise BadFile(f"{path.name} is too large for a press release (over 5 MB).")
            data = path.read_bytes()
        except OSError as error:
            raise BadFile(
                f"{path.name} cannot be read: {error.strerror or error}. Check the file."
            ) from error
        return self.add_text(decode(data), name=path.name)

    def add_text(self, text: str, *, name: str = "Pasted text") -> Release:
        """Take in the text of a release; the same text again is the same release."""
        if len(text) > LARGEST_FILE:
            raise BadFile(f"{name} is too large for a press release. Paste the part you need.")
        text = clean(text)
        if not text.strip():
            raise BadFile(f"{name} holds no words. Paste the text of the release.")
        source = Source(one_line(name, 200), text, hashlib.sha256(text.encode()).hexdigest())
        context = self._context
        parts = read_release(text)
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
