"""Duty packs: made in the office, worked on at home, merged back."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from secrets import token_hex

from pressdesk.domain.duty_packs import LONGEST_NAME, Clash, DutyPack, Merged, Take
from pressdesk.errors import BadFile, NotFound, Refused
from pressdesk.intake.text import one_line
from pressdesk.services.context import Context
from pressdesk.services.files import Files
from pressdesk.storage import duty_packs, enquiries, sealing
from pressdesk.storage import office as offices
from pressdesk.storage.database import Database
from pressdesk.storage.duty_pack_making import fill
from pressdesk.storage.duty_pack_merging import Merging
from pressdesk.storage.schema import prepare
from pressdesk.storage.sealed import new_in_memory, unsealed

MOST_FILES = 50_000_000
"""Bytes of kept files that go along; a pack is sealed whole with each save."""

Choices = Mapping[Clash, Take]


class DutyPacks:
    """The packs of this office; or, when this is a pack, what it is."""

    def __init__(self, context: Context, files: Files) -> None:
        self._context = context
        self._files = files

    def here(self) -> DutyPack | None:
        """Return which pack is open; None for an office."""
        with self._context.database.reading() as session:
            row = duty_packs.here(session)
            return duty_packs.as_pack(row) if row else None

    def made(self) -> tuple[DutyPack, ...]:
        """Return the packs that this office made, newest first."""
        with self._context.database.reading() as session:
            return duty_packs.every(session, offices.the_office(session).name)

    def make(self, path: Path, passphrase: str, person: str) -> DutyPack:
        """Write a pack for somebody, and tell which files had no room in it.

        Raises Refused with the field to correct, or Unavailable.
        """
        context = self._context
        context.check_target(path)
        person = one_line(person, LONGEST_NAME)
        if not person:
            raise Refused("Say who takes the pack home.", field="person")
        if self.here() is not None:
            raise Refused("This is a duty pack itself. Make packs in the office.")
        key = sealing.new_key(passphrase)
        pack = new_in_memory(context.clock)
        try:
            made = self.fill(pack, person)
            sealing.write(path, sealing.seal(pack.as_bytes(), key))
        finally:
            pack.close()
        return made

    def fill(self, pack: Database, person: str) -> DutyPack:
        """Make an empty database the next pack of this office."""
        context = self._context
        code, now = token_hex(16), context.clock.now()
        with context.database.writing(context.actor) as session:
            number = duty_packs.add(session, code, person, context.actor, now).id
        with context.database.reading() as session:
            made = DutyPack(number, person, offices.the_office(session).name, now)
            fill(session, pack, made, code)
        return replace(made, left_out=self._take_files_along(pack))

    def merge(self, path: Path, passphrase: str, choices: Choices | None = None) -> Merged:
        """Bring back what was done in a pack, all of it or nothing.

        While the result has clashes nothing was changed: call again with a choice for each.
        Raises Refused for a wrong passphrase or another office's pack, BadFile for a damaged one.
        """
        if self.here() is not None:
            raise Refused("This is a duty pack itself. Open the office and merge it there.")
        pack = unsealed(path, passphrase, self._context.clock)
        try:
            prepare(pack)
            return self.merge_from(pack, choices or {})
        finally:
            pack.close()

    def merge_from(self, pack: Database, choices: Choices) -> Merged:
        """Bring back what was done in an open pack; see ``merge``."""
        context = self._context
        with pack.reading() as home:
            if duty_packs.here(home) is None:
                raise BadFile("This file holds no duty pack, so nothing was merged.")
            try:
                with context.database.writing(context.actor) as office:
                    merged = Merging(home, office, choices, context.clock).run()
                    _check_decided(merged)
                    for sha256 in duty_packs.files(home):
                        self._files.keep(duty_packs.file(home, sha256) or b"")
            except _Undecided as undecided:
                return undecided.merged
        return merged

    def _take_files_along(self, pack: Database) -> tuple[str, ...]:
        """Keep the files of the open enquiries in the pack, as many as fit; name the others."""
        room, left_out = MOST_FILES, list[str]()
        with pack.writing(self._context.actor) as session:
            for sha256, name in tuple(enquiries.kept_files(session)):
                try:
                    content = self._files.whole(sha256, name)
                except (NotFound, BadFile):
                    continue  # the check of the journal tells of it, not the pack
                if len(content) > room:
                    left_out.append(name)
                    continue
                room -= len(content)
                duty_packs.keep_file(session, sha256, content)
        return tuple(left_out)


class _Undecided(Exception):
    """Leaves the transaction, so that nothing is changed before a person chose."""

    def __init__(self, merged: Merged) -> None:
        super().__init__()
        self.merged = merged


def _check_decided(merged: Merged) -> None:
    if merged.clashes:
        raise _Undecided(merged)
