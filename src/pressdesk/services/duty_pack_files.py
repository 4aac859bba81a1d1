"""Files while a duty pack is open: kept inside it, since nothing plain may lie beside it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from typing_extensions import override

from pressdesk.errors import NotFound
from pressdesk.services.context import Context
from pressdesk.services.files import Files
from pressdesk.storage import duty_packs


class FilesInPack(Files):
    """The kept files of a pack; those that did not go along stay in the office."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, Path())
        self._pack = context

    @override
    def whole(self, sha256: str, name: str) -> bytes:
        with self._pack.database.reading() as session:
            content = duty_packs.file(session, sha256)
        if content is None:
            raise NotFound(f"{name} stayed in the office: it did not go along in the duty pack.")
        return content

    @override
    def arrive(self, source: BinaryIO) -> tuple[str, int]:
        content = source.read()
        sha256 = hashlib.sha256(content).hexdigest()
        with self._pack.database.writing(self._pack.actor) as session:
            duty_packs.keep_file(session, sha256, content)
        return sha256, len(content)

    @override
    def findings(self) -> Iterator[str]:
        """Yield nothing: the seal vouches for each byte, and what stayed behind is not missing."""
        return iter(())
