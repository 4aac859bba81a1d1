"""Taking in several files, some with many releases, and saying what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pressdesk.services.releases import Releases
from pressdesk.storage.releases import Release
from pressdesk.ui.runner import Task

_MOST_TOLD = 5  # refused files named in full


@dataclass(frozen=True)
class Added:
    """The releases that are there now, and the sentence about each file that was refused."""

    releases: tuple[Release, ...]
    refused: tuple[str, ...] = ()

    def sentence(self) -> str:
        """Say what was added, what is a new version, what was there, what was refused and why."""
        known = [release for release in self.releases if release.known]
        newer = [release for release in self.releases if release.number > 1 and not release.known]
        new = [release for release in self.releases if release not in (*known, *newer)]
        told = (_added, new), (_newer, newer), (_known, known)
        lines = [say(some) for say, some in told if some]
        lines += self.refused[:_MOST_TOLD]
        if (more := len(self.refused) - _MOST_TOLD) > 0:
            lines.append(f"{more} more could not be added.")
        return "\n".join(lines)


def add_files(releases: Releases, paths: Sequence[Path], task: Task) -> Added:
    """Take in each file, in order; one that is refused does not stop the others."""
    taken: list[Release] = []
    refused: list[str] = []
    for number, path in enumerate(paths):
        task.step(number, len(paths))
        report = releases.take_in(path)
        taken += report.releases
        refused += [_named(told.name, told.sentence) for told in report.refused]
    return Added(tuple(taken), tuple(refused))


def _named(name: str, sentence: str) -> str:
    return sentence if name in sentence else f"{name}: {sentence}"


def _added(releases: Sequence[Release]) -> str:
    if len(releases) == 1:
        return f"Added: {releases[0].parts.headline or releases[0].source_name}."
    return f"{len(releases)} releases were added."


def _newer(releases: Sequence[Release]) -> str:
    if len(releases) == 1:
        (release,) = releases
        return f"This is now version {release.number} of “{release.parts.headline}”."
    return f"{len(releases)} of these are new versions of releases that were here."


def _known(releases: Sequence[Release]) -> str:
    if len(releases) == 1:
        return f"This release is here already: {releases[0].parts.headline}."
    return f"{len(releases)} of these releases were here already."
