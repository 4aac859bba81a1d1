"""The last look: each place where people were found, and what becomes of it, by keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from pressdesk.domain.disclosed_words import UNDECIDED, Decided, Place, Removal, word_key
from pressdesk.ui.kit import PlainTable, TableColumn

KEEP, REMOVE = "K", "R"
_BEFORE = 16  # characters before the words, which are to stand in sight


@dataclass(frozen=True)
class Sorted:
    """What was found, the doubtful first and the same words together.

    ``words`` are how many places of each are certain, and how many doubtful; ``alone`` are the
    places about which something else was decided than about their words.
    """

    removals: tuple[Removal, ...] = ()
    words: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    alone: Mapping[Place, Removal] = field(default_factory=dict)


def in_order(removals: Sequence[Removal], decided: Decided) -> Sorted:
    """Return what was found in its order, counted by words; for work beside the window."""
    here = decided.kept_here | decided.taken_here
    counts: dict[str, tuple[int, int]] = {}
    for one in removals:
        words = word_key(one.place.words)
        certain, doubtful = counts.get(words, (0, 0))
        counts[words] = (certain + (not one.doubtful), doubtful + one.doubtful)
    alone = {one.place: one for one in removals if here and one.place in here}
    return Sorted(tuple(sorted(removals, key=_order)), counts, alone)


class RemovalTable(PlainTable):
    """K keeps the words of the current row everywhere, R takes them out; with Shift only here.

    ``decided`` when a person decided about some; the decisions stand in ``decisions``.
    """

    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        columns = (
            TableColumn("What becomes of it", self._state, 12),
            TableColumn("What", lambda one: one.kind.label, 8, gives_way=True),
            TableColumn("Words", lambda one: one.place.words, 14),
            TableColumn("Around it", _around, None),
            TableColumn("Enquiry", lambda one: one.place.reference, 10.5),
            TableColumn("Field", lambda one: one.place.field, 9, gives_way=True),
        )
        super().__init__("Places where people were found", columns, parent)
        self.decisions = UNDECIDED
        self._words: Mapping[str, tuple[int, int]] = {}
        self._alone: dict[Place, Removal] = {}
        self.typed.connect(self._decide)

    def show_found(self, found: Sorted) -> None:
        """Show what was found."""
        self._words, self._alone = found.words, dict(found.alone)
        self.set_rows(found.removals)

    def also(self, words: str) -> None:
        """Take out other words too, from the next look on."""
        decisions = self.decisions
        self.decisions = replace(
            decisions,
            also=(*dict.fromkeys((*decisions.also, words)),),
            taken=decisions.taken | {word_key(words)},
            kept=decisions.kept - {word_key(words)},
        )

    def counts(self) -> tuple[int, int]:
        """Return how many places go, and how many doubtful ones nobody has decided about.

        Counted by words, of which there are few: a year may hold a hundred thousand places.
        """
        gone = undecided = 0
        for words, (certain, doubtful) in self._words.items():
            if words in self.decisions.taken:
                gone += certain + doubtful
            elif words not in self.decisions.kept:
                gone, undecided = gone + certain, undecided + doubtful
        for one in self._alone.values():
            here, elsewhere = self._goes(one), self._goes_elsewhere(one)
            gone += here - elsewhere
            undecided -= one.doubtful and not elsewhere and not self._is_kept_elsewhere(one)
        return gone, undecided

    @Slot(str, bool)
    def _decide(self, key: str, here: bool) -> None:
        row: Removal | None = self.current_row()
        if row is None or key not in (KEEP, REMOVE):
            return
        keep = key == KEEP
        if here:
            self._alone[row.place] = row
        self.decisions = (
            _about_place(self.decisions, row, keep=keep)
            if here
            else _about_words(self.decisions, row, keep=keep)
        )
        self.look_again()
        self.decided.emit()

    def _goes(self, one: Removal) -> bool:
        return self.decisions.removes(one.place, doubtful=one.doubtful)

    def _goes_elsewhere(self, one: Removal) -> bool:
        words = word_key(one.place.words)
        kept, taken = self.decisions.kept, self.decisions.taken
        return words in taken or (words not in kept and not one.doubtful)

    def _is_kept_elsewhere(self, one: Removal) -> bool:
        return word_key(one.place.words) in self.decisions.kept

    def _is_kept(self, one: Removal) -> bool:
        return one.place in self.decisions.kept_here or self._is_kept_elsewhere(one)

    def _state(self, one: Removal) -> str:
        if self._goes(one):
            return "✕ Removed"
        return "✓ Kept" if self._is_kept(one) or not one.doubtful else "? Doubtful, left in"


def _about_words(decisions: Decided, row: Removal, *, keep: bool) -> Decided:
    words = {word_key(row.place.words)}
    kept = decisions.kept | words if keep else decisions.kept - words
    taken = decisions.taken - words if keep else decisions.taken | words
    also = decisions.also
    if keep:
        also = tuple(one for one in also if word_key(one) not in words)
    return replace(decisions, kept=kept, taken=taken, also=also)


def _about_place(decisions: Decided, row: Removal, *, keep: bool) -> Decided:
    place = {row.place}
    kept = decisions.kept_here | place if keep else decisions.kept_here - place
    taken = decisions.taken_here - place if keep else decisions.taken_here | place
    return replace(decisions, kept_here=kept, taken_here=taken)


def _order(one: Removal) -> tuple[bool, str, str]:
    return not one.doubtful, word_key(one.place.words), one.place.reference


def _around(one: Removal) -> str:
    return f"…{one.before[-_BEFORE:]}[{one.place.words}]{one.after}…"
