"""Everything that can be done, in the menu bar: each act with its words and its key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

FILE, ENQUIRY, RELEASES, VIEW, TOOLS, HELP = (
    *("&File", "&Enquiry", "&Releases", "&View", "&Tools", "&Help"),
)
UNLISTED = ""
"""The place of an act that the palette lists and no menu: its key works where it is bound."""
MENUS = (FILE, ENQUIRY, RELEASES, VIEW, TOOLS, HELP)


@dataclass(frozen=True)
class Act:
    """Something that can be done. ``key`` may name two, “Ctrl++; Ctrl+=”; the first is shown.

    ``checked`` is None for an act that is not a choice; ``apart`` draws a line above it.
    """

    menu: str
    words: str
    do: Callable[[], object]
    key: str = ""
    checked: bool | None = None
    apart: bool = False


class Menus(QObject):
    """The menu bar, filled from a table of acts; a menu without acts is not shown."""

    def __init__(self, bar: QMenuBar) -> None:
        super().__init__(bar)
        self._acts: dict[QAction, Act] = {}
        self._menus = {words: QMenu(words, bar) for words in MENUS}
        for menu in self._menus.values():
            bar.addMenu(menu)
            menu.triggered.connect(self._do)

    def show(self, acts: Sequence[Act]) -> None:
        """Offer these acts and no others."""
        self._acts.clear()
        for menu in self._menus.values():
            _empty(menu)
        for act in acts:
            if act.menu != UNLISTED:
                self._add(self._menus[act.menu], act)
        for menu in self._menus.values():
            menu.menuAction().setVisible(not menu.isEmpty())

    def _add(self, menu: QMenu, act: Act) -> None:
        if act.apart and not menu.isEmpty():
            menu.addSeparator()
        action = QAction(act.words.replace("&", "&&"), menu)
        action.setShortcuts(QKeySequence.listFromString(act.key))
        action.setCheckable(act.checked is not None)
        action.setChecked(bool(act.checked))
        menu.addAction(action)
        self._acts[action] = act

    @Slot(QAction)
    def _do(self, action: QAction) -> None:
        self._acts[action].do()


def _empty(menu: QMenu) -> None:
    """Take the actions out; they end later, since one of them may be what is being done now."""
    for action in menu.actions():
        menu.removeAction(action)
        action.deleteLater()
