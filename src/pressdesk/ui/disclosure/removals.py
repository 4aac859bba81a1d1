"""The last look: each place where people were found, and what becomes of it, by keys."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from pressdesk.domain.disclosed_words import UNDECIDED, Decided, Removal, word_key
from pressdesk.ui.kit import PlainTable, TableColumn

KEEP, REMOVE = "K", "R"
_BEFORE = 16  # characters before the words, which are to stand in sight


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
        self.typed.connect(self._decide)

    def show_removals(self, removals: Sequence[Removal]) -> None:
        """Show what was found, the doubtful first, the same words together."""
        self.set_rows(sorted(removals, key=_order))

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
        """Return how many places go, and how many doubtful ones nobody has decided about."""
        gone = sum(self._goes(one) for one in self.rows())
        open_ = sum(one.doubtful and not self._goes(one) for one in self.rows())
        return gone, open_ - self._kept_doubtful()

    @Slot(str, bool)
    def _decide(self, key: str, here: bool) -> None:
        row: Removal | None = self.current_row()
        if row is None or key not in (KEEP, REMOVE):
            return
        keep = key == KEEP
        self.decisions = (
            _about_place(self.decisions, row, keep=keep)
            if here
            else _about_words(self.decisions, row, keep=keep)
        )
        self.look_again()
        self.decided.emit()

    def _goes(self, one: Removal) -> bool:
        return self.decisions.removes(one.place, doubtful=one.doubtful)

    def _kept_doubtful(self) -> int:
        return sum(
            one.doubtful and not self._goes(one) and self._is_kept(one) for one in self.rows()
        )

    def _is_kept(self, one: Removal) -> bool:
        kept = word_key(one.place.words) in self.decisions.kept
        return kept or one.place in self.decisions.kept_here

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
