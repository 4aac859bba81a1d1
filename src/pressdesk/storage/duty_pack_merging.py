"""What was done in a pack, done again in the office: its journal is gone through entry by entry.

Everything happens in the caller's one transaction. Each step is journalled under whoever took it
at home. Words that do not stand in the end are journalled all the same: as set, and as put back.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pressdesk.clock import Clock
from pressdesk.domain.duty_packs import Clash, Differing, Merged, Take
from pressdesk.domain.journal import Act, Entry, as_json, plain
from pressdesk.storage import duty_packs
from pressdesk.storage.duty_pack_clashes import Clashes, group_of
from pressdesk.storage.duty_pack_lives import Lives
from pressdesk.storage.duty_pack_story import Row, Values, told
from pressdesk.storage.enquiry_view import entry_of
from pressdesk.storage.journal import ACTOR, JOURNAL, append, told_columns
from pressdesk.storage.tables.releases import ReleaseKeyRow, ReleaseRow

Place = tuple[str, int, int | None]
Told = tuple[Act, dict[str, tuple[Any, Any]]]
NO_PLACE = 0  # the id, in the journal, of what could not be kept as a row


class Merging:
    """One merge. ``home`` reads the pack, ``office`` writes."""

    def __init__(
        self, home: Session, office: Session, choices: Mapping[Clash, Take], clock: Clock
    ) -> None:
        pack = duty_packs.here(home)
        assert pack is not None
        self._pack, self._record = pack, duty_packs.made_by_us(office, pack)
        self._home, self._office, self._clock = home, office, clock
        self._kinds = duty_packs.kinds()
        self._lives = Lives(pack, office)
        self._clashes = Clashes(home, office, choices, clock)
        self._merger = office.info[ACTOR]
        self._verdicts: dict[tuple[int, tuple[str, ...]], bool] = {}
        self._new, self._changed = set[tuple[str, int]](), set[tuple[str, int]]()
        self._met, self._kept = set[int](), set[int]()
        self._set_aside: list[str] = []

    def run(self) -> Merged:
        """Go through the journal of the pack since it was made, or was merged last."""
        first = max(self._pack.entries, self._record.merged)
        rows = self._home.execute(select(JOURNAL).where(JOURNAL.c.id > first).order_by("id")).all()
        entries = [entry_of(row) for row in rows if row.kind in self._kinds]
        steps = {Act.CREATED: self._create, Act.CHANGED: self._change, Act.REMOVED: self._remove}
        for entry, row in told(self._home, entries):
            self._office.info[ACTOR] = f"{entry.actor}, merged from duty pack {self._pack.id}"
            steps[entry.act](entry, row)
            self._office.flush()
            if row.kind == ReleaseRow.__tablename__:
                self._remember_keys(row.home_id)
        self._office.info[ACTOR] = self._merger
        self._record.merged = rows[-1].id if rows else self._record.merged
        return self._merged()

    def _remember_keys(self, home_id: int) -> None:
        """Let the next version of a release be known by what this one was known by at home."""
        release_id = self._lives.office_id(ReleaseRow.__tablename__, home_id)
        keys = select(ReleaseKeyRow.key).where(ReleaseKeyRow.release_id == home_id)
        for key in self._home.scalars(keys) if release_id is not None else ():
            self._office.merge(ReleaseKeyRow(key=key, release_id=release_id))

    def _merged(self) -> Merged:
        return Merged(
            duty_packs.as_pack(self._pack, self._record.merged),
            len(self._new),
            len(self._changed - self._new),
            len(self._clashes.chosen),
            tuple(self._set_aside),
            tuple(self._clashes.open),
        )

    def _create(self, entry: Entry, row: Row) -> None:
        """Keep what is new; what the office has too meanwhile is the same thing, and compared."""
        values, whole = self._lives.values(row.kind, _set(entry))
        if not whole:
            self._lives.begin(row.kind, row.home_id, None)
            self._put_aside(entry, row, "what it belongs to was removed in the office")
        elif (twin := self._lives.twin(row.kind, values)) is not None:
            self._met.add(id(row))
            self._lives.begin(row.kind, row.home_id, twin.id)
            self._apply(entry, row, twin)
        else:
            self._keep(row, values)

    def _keep(self, row: Row, values: Values) -> None:
        kept = self._kinds[row.kind].class_(**values)
        self._office.add(kept)
        self._office.flush()
        self._lives.begin(row.kind, row.home_id, kept.id)
        self._new.add((row.kind, kept.id))
        self._kept.add(id(row))

    def _change(self, entry: Entry, row: Row) -> None:
        found = self._lives.row(row.kind, row.home_id)
        if found is not None:
            self._apply(entry, row, found)
        elif self._is_brought_back(entry, row):
            values, _whole = self._lives.values(row.kind, row.whole(_set(entry)))
            self._keep(row, values)
        else:
            self._put_aside(entry, row, "it was removed in the office")

    def _is_brought_back(self, entry: Entry, row: Row) -> bool:
        """Ask whether something that the office removed is to be there again, as changed."""
        values, whole = self._lives.values(row.kind, row.whole(_set(entry)))
        if row.made or not whole or self._lives.twin(row.kind, values) is not None:
            return False
        kind = self._kinds[row.kind]
        there = self._home.get(kind.class_, row.home_id)
        if there is None:
            return False
        said = self._clashes.said(self._home, kind, row.last)
        fields = tuple(Differing(label, "removed", words) for label, words in said)
        clash = Clash(row.kind, row.home_id, self._clashes.called(there), entry.actor, fields)
        return self._clashes.decide(clash) is Take.THEIRS

    def _remove(self, entry: Entry, row: Row) -> None:
        found = self._lives.row(row.kind, row.home_id)
        if found is None or id(row) in self._met:
            return  # it is gone already, or the office made it for itself
        if self._lives.is_needed(found):
            said = f"{self._clashes.called(found)}: kept, since something in the office needs it."
            self._set_aside.append(said)
        elif self._may_go(entry, row, found):
            self._office.delete(found)
            self._changed.add((row.kind, found.id))

    def _may_go(self, entry: Entry, row: Row, found: Any) -> bool:
        """Ask before something goes that the office changed meanwhile."""
        old, _whole = self._lives.values(row.kind, {k: v for k, (v, _) in entry.fields().items()})
        now = {name: plain(getattr(found, name)) for name in old}
        changed = {name: value for name, value in now.items() if value != plain(old[name])}
        if not changed:
            return True
        said = self._clashes.said(self._office, self._kinds[row.kind], changed)
        fields = tuple(Differing(label, words, "removed") for label, words in said)
        clash = Clash(row.kind, row.home_id, self._clashes.called(found), entry.actor, fields)
        return self._clashes.decide(clash) is Take.THEIRS

    def _apply(self, entry: Entry, row: Row, found: Any) -> None:
        """Set fields as they were set at home, those that may be; journal the others."""
        lost: dict[str, Any] = {}
        for name, value in _set(entry).items():
            kept, whole = self._lives.values(row.kind, {name: value})
            if whole and self._stands(entry, row, found, group_of(row.kind, name)):
                setattr(found, name, kept[name])
                self._changed.add((row.kind, found.id))
            else:
                lost[name] = plain(kept[name])
        self._office.flush()
        self._journal_lost(entry, found, lost)

    def _stands(self, entry: Entry, row: Row, found: Any, names: tuple[str, ...]) -> bool:
        """Say whether home's side of some fields stands; it is decided once for each row."""
        key = (id(row), names)
        if key not in self._verdicts:
            self._verdicts[key] = self._verdict(entry, row, found, names)
        return self._verdicts[key]

    def _verdict(self, entry: Entry, row: Row, found: Any, names: tuple[str, ...]) -> bool:
        names = tuple(name for name in names if hasattr(found, name))
        before = self._as_ours(row.kind, {name: row.before(name) for name in names})
        after = self._as_ours(row.kind, {name: row.after(name) for name in names})
        now = {name: plain(getattr(found, name)) for name in names}
        if id(row) in self._kept:
            return not self._collides(row, found, after)
        if _same(now, after):
            return False  # both did the same
        if _same(now, before):
            return not self._collides(row, found, after)
        if _same(before, after) or (row.made and _is_bookkeeping(names)):
            return False
        differing = [name for name in names if now[name] != after[name]]
        theirs = {name: row.after(name) for name in differing}
        fields = self._clashes.differing(self._kinds[row.kind], now, theirs)
        clash = Clash(row.kind, row.home_id, self._clashes.called(found), entry.actor, fields)
        if self._clashes.decide(clash) is Take.OURS or self._collides(row, found, after):
            return False
        self._go_back(row, found, names)
        return True

    def _go_back(self, row: Row, found: Any, names: tuple[str, ...]) -> None:
        """Set fields to how they stood at home, so that what belongs together stays together."""
        values = {name: row.before(name) for name in names if name not in row.last}
        for name, value in self._lives.values(row.kind, values)[0].items():
            setattr(found, name, value)

    def _collides(self, row: Row, found: Any, after: Values) -> bool:
        """Say whether the office has another row that must be the only one of its kind."""
        typed = {name: getattr(found, name) for name in told_columns(self._kinds[row.kind])}
        typed |= self._lives.values(row.kind, {name: row.after(name) for name in after})[0]
        if self._lives.other_like(row.kind, typed, found.id) is None:
            return False
        self._set_aside.append(
            f"{self._clashes.called(found)}: kept as it is in the office, which has another "
            "like it already."
        )
        return True

    def _as_ours(self, kind: str, values: Values) -> Values:
        return {name: plain(value) for name, value in self._lives.values(kind, values)[0].items()}

    def _journal_lost(self, entry: Entry, found: Any, lost: Values) -> None:
        """Keep words that do not stand: as set by whoever typed them, and as put back."""
        now = {name: plain(getattr(found, name)) for name in lost}
        pairs = {name: (now[name], value) for name, value in lost.items() if now[name] != value}
        if pairs:
            back = {name: (new, old) for name, (old, new) in pairs.items()}
            place = (entry.kind, found.id, getattr(found, "enquiry_id", None))
            self._journal(place, (Act.CHANGED, pairs), (Act.CHANGED, back))

    def _put_aside(self, entry: Entry, row: Row, why: str) -> None:
        """Keep the words of what can be no row: the journal tells it as made and removed."""
        values = self._as_ours(row.kind, row.whole(_set(entry)))
        made = {name: (None, value) for name, value in values.items() if value is not None}
        gone = {name: (value, None) for name, (_old, value) in made.items()}
        enquiry = entry.enquiry_id and self._lives.office_id("enquiry", entry.enquiry_id)
        place = (entry.kind, NO_PLACE, enquiry)
        self._journal(place, (Act.CREATED, made), (Act.REMOVED, gone))
        name = row.kind.replace("_", " ").capitalize()
        self._set_aside.append(
            f"{name} by {entry.actor}: not kept, because {why}. Its words stand in the journal."
        )

    def _journal(self, place: Place, there: Told, back: Told) -> None:
        """Journal something that was done at home, and that it does not stand."""
        now = self._clock.now()
        actors = (self._office.info[ACTOR], self._merger)
        append(
            self._office,
            [
                Entry(now, actor, act, *place, as_json(changes))
                for actor, (act, changes) in zip(actors, (there, back), strict=True)
            ],
        )


def _set(entry: Entry) -> Values:
    return {name: new for name, (_old, new) in entry.fields().items()}


def _same(some: Values, others: Values) -> bool:
    return all((some[name] or None) == (others[name] or None) for name in some)


def _is_bookkeeping(names: tuple[str, ...]) -> bool:
    """Say whether fields only tell who made a thing and when; the office's own stand then."""
    return all(name.endswith(("_at", "_by")) for name in names)
