"""Writes a file whole or not at all: an earlier one stays until the new one is finished."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from pressdesk.errors import Unavailable

UNTOUCHED: Final = "Nothing was written; an earlier file is as it was."
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


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file beside ``path`` that takes its place when all went well, else goes away.

    Raises Unavailable when the disk or the folder cannot be used.
    """
    try:
        with _beside(path) as part:
            with part.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
    except OSError as error:
        raise Unavailable(_sentence(error, path)) from error


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    part = path.parent / f".pressdesk-{secrets.token_hex(6)}.part"
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _sentence(error: OSError, path: Path) -> str:
    known = _CAUSES.get(error.errno or 0, "the disk or the network failed. Choose another folder.")
    return f"“{path.name}” cannot be written to {path.parent}: {known} {UNTOUCHED}"
