"""The palette: everything that can be done now, found by its words, done with Enter."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from pressdesk.domain.search_terms import Span, spans_in, terms_of
from pressdesk.ui.acts import MENUS, Act
from pressdesk.ui.finder import Finder
from pressdesk.ui.kit import KeyButton
from pressdesk.ui.kit.found_list import Row
from pressdesk.ui.kit.found_rows import FoundHeading, FoundRow

PALETTE_KEY = "Ctrl+Shift+P"
NAME = "What do you want to do?"
HINT = "Enter does it · Esc closes · every act shows its own key"
NOTHING = "Nothing that can be done here is called that. Try the start of another word."
IN_SIGHT = "In sight"
"""The group of what the page shows and no menu has."""


class Palette(QObject):
    """Lists acts over the window."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._acts: tuple[Act, ...] = ()
        self.finder = Finder(NAME, HINT, over)
        self.finder.typed.connect(self._narrow)
        self.finder.chosen.connect(self._do)
        self.finder.left.connect(self._forget)

    def open(self, acts: Sequence[Act], top: int) -> None:
        """Offer ``acts``, in the middle beneath ``top``."""
        self._acts = tuple(acts)
        self.finder.line.clear()
        self.finder.open_in_the_middle(top)

    def _narrow(self, typed: str) -> None:
        rows = rows_of(narrowed(self._acts, typed), typed)
        self.finder.show_rows(rows, "" if rows else NOTHING)

    def _forget(self) -> None:
        """Let go of the acts, which hold on to the window that they are of."""
        self._acts = ()
        self.finder.list.set_rows(())

    def _do(self, act: Act) -> None:
        self.finder.leave()
        act.do()


def offered(acts: Iterable[Act], content: QWidget | None) -> tuple[Act, ...]:
    """Return each act once, with what the buttons in sight do besides; the menus come first."""
    told = [_told(act) for act in acts]
    keys = {act.key for act in told if act.key}
    buttons = content.findChildren(KeyButton) if content is not None else []
    for button in buttons:
        if button.key and button.key not in keys and button.isVisible() and button.isEnabled():
            keys.add(button.key)
            told.append(Act(IN_SIGHT, button.accessibleName(), button.click, button.key))
    places = [*MENUS, IN_SIGHT]
    return tuple(sorted(told, key=lambda act: places.index(act.menu)))


def narrowed(acts: Iterable[Act], typed: str) -> tuple[Act, ...]:
    """Return the acts in which each typed word begins one; else those with the letters in order."""
    some = tuple(acts)
    terms = terms_of(typed)
    found = tuple(act for act in some if all(spans_in(_searched(act), [term]) for term in terms))
    if found or not terms:
        return tuple(sorted(found, key=lambda act: not _begins(act, typed)))
    letters = typed.casefold().replace(" ", "")
    return tuple(act for act in some if _in_order(letters, act.words.casefold()))


def rows_of(acts: Iterable[Act], typed: str) -> list[Row]:
    """Return the acts as rows, under their menus while nothing is typed."""
    rows, group = list[Row](), ""
    for act in acts:
        if not typed.strip() and act.menu != group:
            group = act.menu
            rows.append(FoundHeading(group.replace("&", "")))
        rows.append(FoundRow(act.words, "", _keys(act), act, _spans(act, typed)))
    return rows


def _told(act: Act) -> Act:
    """Return an act whose key may stand in its words, as the menus of the desk show it."""
    words, _, key = act.words.partition("\t")
    return replace(act, words=words, key=act.key or key, menu=act.menu or IN_SIGHT)


def _keys(act: Act) -> str:
    return act.key.split(";")[0].replace("+", " ").replace("  ", " +").replace("Return", "Enter")


def _searched(act: Act) -> str:
    return f"{act.words} {act.menu.replace('&', '')} {_keys(act)}"


def _spans(act: Act, typed: str) -> tuple[Span, ...]:
    return spans_in(act.words, terms_of(typed))


def _begins(act: Act, typed: str) -> bool:
    return act.words.casefold().startswith(typed.strip().casefold())


def _in_order(letters: str, words: str) -> bool:
    rest = iter(words)
    return all(letter in rest for letter in letters)
