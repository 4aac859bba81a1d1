"""Several short words as chips, typed without the mouse: topics."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from pressdesk.ui.kit.chip import Chip
from pressdesk.ui.kit.flow import FlowLayout
from pressdesk.ui.kit.proposals import proposals_of
from pressdesk.ui.kit.restyle import set_property
from pressdesk.ui.kit.text import one_line
from pressdesk.ui.theme import current

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ChipEdit(QFrame):
    """Typing completes from ``known``; Enter or a comma makes a chip, Backspace takes one back.

    While words are proposed, Enter takes the first that begins as typed; after Esc it takes what
    was typed.

    With ``only_known`` other words are not taken and stay in the line. ``changed`` when the chips
    are others, ``typed`` when the words in the line are.
    """

    changed = Signal()
    typed = Signal()

    def __init__(
        self, known: Sequence[str] = (), parent: QWidget | None = None, *, only_known: bool = False
    ) -> None:
        super().__init__(parent)
        self._only_known = only_known
        self._chips: list[Chip] = []
        self._build()
        self._arrange()
        self._connect()
        self.set_known(known)

    def set_known(self, known: Sequence[str]) -> None:
        """Propose these words from now on."""
        self._known = {word.casefold(): word for word in known}
        self._model.setStringList(sorted(known, key=str.casefold))

    def values(self) -> tuple[str, ...]:
        """Return the words of the chips, in their order."""
        return tuple(chip.look().text for chip in self._chips)

    def set_values(self, values: Sequence[str]) -> None:
        """Show these chips without telling."""
        while self._chips:
            self._drop_last()
        for value in values:
            self._add(value)

    def pending(self) -> str:
        """Return the words typed that are no chip yet."""
        return self._line.text().strip()

    def _build(self) -> None:
        self._line = QLineEdit(self)
        self._line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._line.setMinimumWidth(current().px(6))
        self._line.installEventFilter(self)
        self._model = QStringListModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._popup = proposals_of(self._completer)
        self._popup.installEventFilter(self)
        self._line.setCompleter(self._completer)
        self.setFocusProxy(self._line)

    def _arrange(self) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, current().px(0.3))
        self._flow.setContentsMargins(*(current().px(e) for e in (0.5, 0.35, 0.5, 0.35)))
        self._flow.addWidget(self._line)

    def _connect(self) -> None:
        self._line.textEdited.connect(self.typed)
        self._completer.activated.connect(self._accept, Qt.ConnectionType.QueuedConnection)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event if event.type() == QEvent.Type.KeyPress else None
        if watched is not self._line:
            return isinstance(pressed, QKeyEvent) and self._completed(pressed)
        if isinstance(event, QFocusEvent):
            self._follow_focus(event)
        return isinstance(pressed, QKeyEvent) and self._handled(pressed)

    def _completed(self, event: QKeyEvent) -> bool:
        """Take the first word proposed, when Enter is pressed and none was chosen."""
        if event.key() not in ENTER or self._popup.currentIndex().isValid():
            return False
        first = str(self._completer.completionModel().index(0, 0).data())
        if not first.casefold().startswith(self._line.text().strip().casefold()):
            return False
        self._popup.hide()
        self._line.setText(first)
        self._accept()
        return True

    def _follow_focus(self, event: QFocusEvent) -> None:
        set_property(self, "focused", event.gotFocus())
        if event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._accept()
        self._line.setAccessibleName(self.accessibleName())

    def _handled(self, event: QKeyEvent) -> bool:
        typed = self._line.text()
        if event.key() == Qt.Key.Key_Backspace and not typed and self._chips:
            self._drop_last()
            self.changed.emit()
            return True
        making = event.key() in ENTER and not event.modifiers()
        if typed.strip() and (making or event.text() in {",", ";"}):
            self._accept()
            return True
        return False

    def _accept(self) -> None:
        word = one_line(self._line.text()).strip(" ,;")
        word = self._known.get(word.casefold(), word)
        if not word or (self._only_known and word.casefold() not in self._known):
            return
        self._line.clear()
        if word.casefold() not in {value.casefold() for value in self.values()}:
            self._add(word)
            self.changed.emit()

    def _add(self, word: str) -> None:
        chip = Chip(word, parent=self)
        self._flow.insert_widget(len(self._chips), chip)
        self._chips.append(chip)
        chip.show()
        self.updateGeometry()

    def _drop_last(self) -> None:
        chip = self._chips.pop()
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.updateGeometry()
