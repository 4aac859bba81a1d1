"""Files of enquiries and releases: kept by the hash of their content, named as data."""

import hashlib
import io
import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path, PureWindowsPath
from typing import BinaryIO

from pressdesk.domain.enquiry_parts import Attachment
from pressdesk.domain.releases import Original
from pressdesk.errors import BadFile, NotFound, Unavailable
from pressdesk.intake.text import one_line
from pressdesk.services.context import Context
from pressdesk.storage import enquiries, release_versions

LARGEST = 100_000_000
PIECE = 1 << 20

Kept = Attachment | Original
"""The record of a kept file."""


def name_as_data(name: str) -> str:
    """Return the name of a file without its path; it may come from another system."""
    return one_line(PureWindowsPath(name).name, 200) or "Unnamed file"


class Files:
    """Kept files. ``folder`` lies beside the database and holds nothing but hashes."""

    def __init__(self, context: Context, folder: Path) -> None:
        self._context = context
        self._folder = folder

    def attach(self, enquiry_id: int, path: Path) -> Attachment:
        """Keep a copy of a file with an enquiry. Raises BadFile with the reason."""
        sha256, size = self._keep(path)
        context = self._context
        name = name_as_data(path.name)
        arrived = Attachment(0, name, sha256, size, context.actor, context.clock.now())
        with context.database.writing(context.actor) as session:
            enquiries.row(session, enquiry_id)
            return replace(arrived, id=enquiries.add_attachment(session, enquiry_id, arrived))

    def keep(self, data: bytes) -> str:
        """Keep bytes that came in, once however often they come; return their hash."""
        try:
            return self.arrive(io.BytesIO(data))[0]
        except OSError as error:
            raise Unavailable(
                f"The file could not be kept: {error.strerror or error}. Nothing was added; "
                "make room on the disk, or see that it can be written to, and add it again."
            ) from error

    def content(self, kept: Kept) -> bytes:
        """Return the bytes of a kept file; raise NotFound, or BadFile when they were altered."""
        return self.whole(kept.sha256, kept.name)

    def save_as(self, kept: Kept, target: Path) -> None:
        """Write a kept file where the person chose."""
        self._context.check_target(target)
        data = self.content(kept)
        try:
            target.write_bytes(data)
        except OSError as error:
            raise Unavailable(f"{target} cannot be written. Choose another folder.") from error

    def findings(self) -> Iterator[str]:
        """Yield a sentence for each kept file that is missing or was altered. Reads them all."""
        with self._context.database.reading() as session:
            every = chain(enquiries.kept_files(session), release_versions.originals(session))
            kept = dict(every)
        for sha256, name in kept.items():
            try:
                self.whole(sha256, name)
            except (NotFound, BadFile) as error:
                yield str(error)

    def whole(self, sha256: str, name: str) -> bytes:
        """Return the bytes with a hash; see ``content`` for what is raised."""
        try:
            data = self._place(sha256).read_bytes()
        except OSError as error:
            raise NotFound(f"The copy of {name} is missing from {self._folder}.") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise BadFile(f"The copy of {name} was altered on the disk.")
        return data

    def _place(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def _keep(self, path: Path) -> tuple[str, int]:
        """Copy a file into the folder under its hash; return hash and size."""
        try:
            size = path.stat().st_size
            if not path.is_file():
                raise BadFile(f"{path.name} is not a file. Drop files, not folders.")
            if size > LARGEST:
                raise BadFile(f"{path.name} is larger than 100 MB. Keep a link to it in a note.")
            with path.open("rb") as source:
                return self.arrive(source)
        except OSError as error:
            raise BadFile(
                f"{path.name} could not be kept: {error.strerror or error}. Nothing was added."
            ) from error

    def arrive(self, source: BinaryIO) -> tuple[str, int]:
        """Keep what can be read; return its hash and its size. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with tempfile.NamedTemporaryFile(
            dir=self._folder, prefix="arriving-", delete=False
        ) as copy:
            arriving = Path(copy.name)
            try:
                while piece := source.read(PIECE):
                    digest.update(piece)
                    copy.write(piece)
                copy.flush()
                os.fsync(copy.fileno())
                size = copy.tell()  # as copied: the file may grow meanwhile
            except OSError:
                arriving.unlink(missing_ok=True)
                raise
        place = self._place(digest.hexdigest())
        place.parent.mkdir(exist_ok=True)
        arriving.replace(place)
        return digest.hexdigest(), size
