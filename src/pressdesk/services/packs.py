"""The pack spotter: several outlets on one subject, gathered and answered with one line."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from pressdesk.domain.enquiries import Answer, Channel, Terms
from pressdesk.domain.lines_to_take import UsedLine, check_use
from pressdesk.domain.local_time import zone_named
from pressdesk.domain.packs import (
    Joiner,
    Pack,
    Spotted,
    joiners,
    shared_by_several,
    spot,
    stems_of,
)
from pressdesk.errors import Refused
from pressdesk.intake.text import one_line
from pressdesk.services.answering import Answering
from pressdesk.services.context import Context
from pressdesk.storage import enquiries, lines_to_take, packs
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session


@dataclass(frozen=True)
class PackWatch:
    """What the desk shows of packs: those offered, those gathered and not all answered.

    ``joiners`` are enquiries that ask about the subject of a gathered pack, and are in none.
    """

    offers: tuple[Spotted, ...]
    packs: tuple[Pack, ...]
    zone: ZoneInfo
    joiners: tuple[Joiner, ...] = ()

    def of_pack(self, pack_id: int) -> "PackWatch":
        """Return what there is to see while a pack is being answered: who may join it."""
        joining = tuple(one for one in self.joiners if one.pack_id == pack_id)
        return PackWatch((), (), self.zone, joining)


class Packs:
    """Packs, offered by a rule that can be told in words."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._answering = Answering(context)

    def watch(self) -> PackWatch:
        """Return what there is to gather now, and what was gathered."""
        with self._context.database.reading() as session:
            office = offices.the_office(session)
            since = self._context.clock.now() - office.packs.within
            asking, gathered = packs.askings(session, since), packs.under_way(session, since)
            told = shared_by_several(asking, office.packs)
            common = packs.common(session, told.union(*(stems_of(one.name) for one in gathered)))
            joining = joiners(asking, gathered, common)
            apart = {one.enquiry_id for one in joining}
            offers = spot([one for one in asking if one.id not in apart], office.packs, common)
            waiting = tuple(pack for pack in gathered if pack.left)
            return PackWatch(offers, waiting, zone_named(office.zone), joining)

    def gather(self, name: str, ids: Sequence[int]) -> int:
        """Make a pack of some enquiries; return its id."""
        return self._keep(name, ids, gathered=True)

    def turn_down(self, offer: Spotted) -> None:
        """Keep that these enquiries are no pack, so that it is not offered again."""
        self._keep(offer.name, offer.enquiries, gathered=False)

    def turn_away(self, joiner: Joiner) -> None:
        """Keep that an enquiry does not belong to a pack, so that it is not offered again."""
        self._keep(joiner.name, (joiner.enquiry_id,), gathered=False)

    def show(self, pack_id: int) -> Pack:
        """Return a pack; raise NotFound."""
        with self._context.database.reading() as session:
            return packs.show(session, pack_id)

    def join(self, pack_id: int, enquiry_id: int) -> None:
        """Put one more enquiry into a pack."""
        with self._writing() as session:
            packs.row(session, pack_id)
            packs.join(session, pack_id, (enquiry_id,))

    def leave(self, enquiry_id: int) -> None:
        """Take an enquiry out of its pack."""
        with self._writing() as session:
            packs.leave(session, enquiry_id)

    def set_line(self, pack_id: int, line_id: int) -> Pack:
        """Choose the cleared line that answers the pack; raise Refused for one that cannot."""
        with self._writing() as session:
            row = packs.row(session, pack_id)
            check_use(lines_to_take.summary(session, line_id))
            row.line_to_take_id = line_id
            session.flush()
            return packs.show(session, pack_id)

    def give(
        self, pack_id: int, enquiry_id: int, terms: Terms, *, despite: str | None = None
    ) -> Pack:
        """Record that one of the pack was given its line now, by the way that it asked.

        Returns how the pack stands then. Raises Embargoed when a release linked to the enquiry is
        under embargo and nobody said to go on (``despite``, see embargo_guard).
        """
        pack = self.show(pack_id)
        if pack.line is None:
            raise Refused("Choose the line that answers this pack first.", field="lines")
        if enquiry_id not in [member.enquiry.id for member in pack.members]:
            raise Refused("This enquiry is in another pack, or in none.")
        with self._context.database.reading() as session:
            channel = Channel(enquiries.row(session, enquiry_id).channel)
        now, line = self._context.clock.now(), pack.line
        words = Answer(
            words=line.words,
            terms=terms,
            given_by=self._context.actor,
            given_at=now,
            channel=channel,
            cleared_by=line.cleared_by,
            lines=(UsedLine(line.id, line.title),),
        )
        self._answering.answer(enquiry_id, words, despite=despite)
        return self.show(pack_id)

    def _keep(self, name: str, ids: Sequence[int], *, gathered: bool) -> int:
        context, called = self._context, one_line(name, 120)
        if gathered and len(set(ids)) < 2:
            raise Refused("A pack has two enquiries at least.")
        with self._writing() as session:
            made = (context.actor, context.clock.now())
            return packs.add(session, called or "Pack", ids, made, gathered=gathered)

    def _writing(self) -> AbstractContextManager[Session]:
        return self._context.database.writing(self._context.actor)
