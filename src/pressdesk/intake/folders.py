"""The files in folders, in their order, without what computers leave there for themselves."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

_LEFT_BEHIND = ("~$", ".", "Thumbs.db", "desktop.ini")


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield each file that is named, and those within each folder, also deep in it.

    Links to folders are not followed, so no walk goes in a circle.
    """
    for path in paths:
        if path.is_dir():
            yield from _within(path)
        else:
            yield path


def _within(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(place, name) for name in sorted(names) if not _is_left_behind(name))


def _is_left_behind(name: str) -> bool:
    return name.startswith(_LEFT_BEHIND)
