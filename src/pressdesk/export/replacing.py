"""Writes a file whole or not at all: an earlier one stays until the new one is finished."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from pressdesk.errors import Unavailable

UNTOUCHED: Final = "Nothing was written; an earlier file is as it was."
_SHOWN: Final = 60  # letters of a file's name
_FORBIDDEN: Final = (
    "that is not allowed. Close it if it is open elsewhere, or choose another folder."
)
_CAUSES: Final = {
    errno.ENOSPC: "the disk is full. Free some room or choose another disk.",
    errno.EDQUOT: "your share of the disk is used up. Free some room or choose another disk.",
    errno.EROFS: "that disk can only be read. Choose another folder.",
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ENOENT: "there is no such folder. Choose another.",
    errno.ENOTDIR: "there is no such folder. Choose another.",
    errno.EISDIR: "a folder has that name. Choose another name.",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one.",
}


@dataclass(frozen=True)
class Arriving:
    """A file under way to ``target``; ``part`` is where it is written meanwhile."""

    part: Path
    target: Path

    def make_safe(self) -> None:
        """Wait until all of it is on the disk, which takes some seconds for a long one."""
        with self.part.open("r+b") as file:
            os.fsync(file.fileno())

    def take_place(self) -> None:
        """Put it in place of an earlier file."""
        self.part.replace(self.target)


@contextmanager
def arriving(target: Path) -> Iterator[Arriving]:
    """Give an empty file beside ``target`` that goes away unless it has taken its place.

    Raises Unavailable when the disk or the folder cannot be used.
    """
    part = target.parent / f".pressdesk-{secrets.token_hex(6)}.part"
    try:
        try:
            part.open("xb").close()
            yield Arriving(part, target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise Unavailable(_sentence(error, target)) from error


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file beside ``path`` that takes its place when all went well, else goes away.

    Raises Unavailable when the disk or the folder cannot be used.
    """
    with arriving(path) as arrived:
        with arrived.part.open("r+b") as file:
            yield file
        arrived.make_safe()
        arrived.take_place()


def _sentence(error: OSError, path: Path) -> str:
    known = _CAUSES.get(error.errno or 0, "the disk or the network failed. Choose another folder.")
    name = path.name if len(path.name) <= _SHOWN else f"{path.name[:_SHOWN]}…"
    return f"“{name}” cannot be written to {path.parent}: {known} {UNTOUCHED}"
