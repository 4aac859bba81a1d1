"""Taking in what was handed over, files, folders, addresses, and saying what became of it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QMimeData

from pressdesk.bootstrap import Services
from pressdesk.errors import BadFile
from pressdesk.intake.documents.spreadsheet import Columns
from pressdesk.intake.folders import files_in
from pressdesk.intake.web import only_address
from pressdesk.services.releases import TakenIn, Told
from pressdesk.services.sheets import ENDINGS
from pressdesk.storage.releases import Release
from pressdesk.ui.runner import Cancelled, Task

_MOST_TOLD = 3  # refused files named in the strip; all of them stand in the report


@dataclass(frozen=True)
class Given:
    """What was dropped, chosen or pasted: files and folders, and addresses on the web."""

    paths: tuple[Path, ...] = ()
    addresses: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.paths or self.addresses)


def given_in(dropped: QMimeData) -> Given:
    """Return what is dragged: files, folders, links, or words that are an address."""
    urls = dropped.urls()
    paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    links = [only_address(url.toString()) for url in urls] or [only_address(dropped.text())]
    return Given(paths, tuple(filter(None, links)))


@dataclass(frozen=True)
class Came:
    """A release that is there now, the number of its version, and whether it was there before."""

    id: int
    headline: str
    version: int
    known: bool


@dataclass
class Added:
    """What became of what was given; ``sheets`` wait until their columns are chosen.

    ``left`` counts the files that were not looked at when the person stopped.
    """

    came: list[Came] = field(default_factory=list)
    refused: list[Told] = field(default_factory=list)
    remarks: list[Told] = field(default_factory=list)
    sheets: list[Path] = field(default_factory=list)
    left: int = 0

    def take(self, taken: TakenIn) -> None:
        """Count what became of one file."""
        self.came += [_came(release) for release in taken.releases]
        self.refused += taken.refused
        self.remarks += taken.remarks

    def sentence(self) -> str:
        """Say what was added, what is a new version, what was there, what was refused and why."""
        known = [one for one in self.came if one.known]
        newer = [one for one in self.came if one.version > 1 and not one.known]
        new = [one for one in self.came if one.version == 1 and not one.known]
        told = (_new_said, new), (_newer_said, newer), (_known_said, known)
        lines = [say(some) for say, some in told if some]
        if self.left:
            lines.append(f"Stopped: {self.left:,} files were not looked at.")
        if len(self.refused) <= _MOST_TOLD:
            return "\n".join((*lines, *map(_told, self.refused)))
        return "\n".join((*lines, f"{len(self.refused):,} could not be added."))

    def worth_reading(self) -> bool:
        """Say whether the report tells more than the sentence."""
        return len(self.refused) > _MOST_TOLD or bool(self.remarks)

    def report(self) -> str:
        """Tell everything that was refused or should be looked at again, to be read and kept."""
        parts = [self.sentence()]
        if self.refused:
            parts += ["Not added", "\n".join(map(_told, self.refused))]
        if self.remarks:
            parts += ["Added, to be looked at again", "\n".join(map(_told, self.remarks))]
        return "\n\n".join(parts) + "\n"


def add_given(services: Services, given: Given, task: Task) -> Added:
    """Take in each file and address, in order; one that is refused does not stop the others.

    Each is taken in whole or not at all, so it can be stopped between any two.
    """
    added = Added()
    with suppress(Cancelled):
        for address in given.addresses:
            added.take(services.from_web.take_in(address, lambda: task.step(0, 0)))
        paths = list(files_in(given.paths))
        for number, path in enumerate(paths):
            added.left = len(paths) - number
            task.step(number, len(paths))
            if path.suffix.lower() in ENDINGS:
                _set_aside(services, path, added)
            else:
                added.take(services.releases.take_in(path))
        added.left = 0
    return added


def _set_aside(services: Services, path: Path, added: Added) -> None:
    """Let a spreadsheet wait for its columns; one that cannot be read is refused with the files."""
    try:
        services.sheets.look(path)
    except BadFile as error:
        added.refused.append(Told(path.name, str(error)))
    else:
        added.sheets.append(path)


def add_sheet(services: Services, path: Path, columns: Columns, task: Task) -> Added:
    """Take in each row of a spreadsheet by the columns that were chosen."""
    added = Added()

    def go_on(done: int, total: int) -> bool:
        task.progress.emit(done, total)
        return not task.cancelled()

    added.take(services.sheets.take_in(path, columns, go_on))
    return added


def _came(release: Release) -> Came:
    headline = release.parts.headline or release.source_name
    return Came(release.id, headline, release.number, release.known)


def _told(told: Told) -> str:
    name, sentence = told
    return sentence if name in sentence else f"{name}: {sentence}"


def _new_said(releases: Sequence[Came]) -> str:
    if len(releases) == 1:
        return f"Added: {releases[0].headline}."
    return f"{len(releases):,} releases were added."


def _newer_said(releases: Sequence[Came]) -> str:
    if len(releases) == 1:
        return f"This is now version {releases[0].version} of “{releases[0].headline}”."
    return f"{len(releases):,} of these are new versions of releases that were here."


def _known_said(releases: Sequence[Came]) -> str:
    if len(releases) == 1:
        return f"This release is here already: {releases[0].headline}."
    return f"{len(releases):,} of these releases were here already."
