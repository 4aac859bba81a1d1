"""The terms of speaking, chosen before the words can be typed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget
from typing_extensions import override

from pressdesk.domain.enquiries import Terms
from pressdesk.ui.kit import FlowLayout
from pressdesk.ui.theme import current

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_STEPS: dict[int, int] = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class TermsChoice(QWidget):
    """One of the terms, none at the start. ``chosen`` when the person chose.

    Space chooses where the focus is, an arrow key the terms beside. Who types instead means the
    words: ``typed`` carries them, a backspace for a letter taken back; from then on Space is theirs
    and Enter chooses.
    """

    chosen = Signal()
    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._writing = False
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, current().px(0.4))
        for number, terms in enumerate(Terms):
            button = QRadioButton(terms.label)
            button.installEventFilter(self)
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._group.idClicked.connect(self._tell)
        self._group.idToggled.connect(self._lead_focus)
        self.setFocusProxy(self._group.button(0))

    def value(self) -> Terms | None:
        """Return the terms chosen, None before that."""
        number = self._group.checkedId()
        return None if number < 0 else list(Terms)[number]

    def set_value(self, terms: Terms | None) -> None:
        """Choose without telling; None takes the choice back."""
        self._writing = False
        self._group.setExclusive(False)
        for number, known in enumerate(Terms):
            self._group.button(number).setChecked(known is terms)
        self._group.setExclusive(True)
        if terms is None:
            self.setFocusProxy(self._group.button(0))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self._writing = self._writing and self.isAncestorOf(self.window().focusWidget())
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._takes(event)
        return super().eventFilter(watched, event)

    def _takes(self, key: QKeyEvent) -> bool:
        """Choose by arrow or Enter, pass on what belongs to the words; False for another key."""
        enters = self._writing and key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        step = 0 if enters else _STEPS.get(key.key())
        if step is not None and not key.modifiers() & _COMMANDS:
            self._choose_beside(step)
            return True
        words = _words_of(key)
        if not words or (not self._writing and words in (" ", "\b")):
            return False
        self._writing = True
        self.typed.emit(words)
        return True

    def _choose_beside(self, step: int) -> None:
        """Choose what is ``step`` further on than the focus, round the end."""
        buttons = self._group.buttons()
        at = next((number for number, one in enumerate(buttons) if one.hasFocus()), 0)
        beside = buttons[(at + step) % len(buttons)]
        beside.setFocus()
        beside.click()

    def _lead_focus(self, number: int, checked: bool) -> None:
        if checked:
            self.setFocusProxy(self._group.button(number))

    def _tell(self, _number: int) -> None:
        self.chosen.emit()


def _words_of(key: QKeyEvent) -> str:
    """Return what a key would write, also what it would paste; empty for any other key."""
    if key.matches(QKeySequence.StandardKey.Paste):
        return QGuiApplication.clipboard().text()
    if key.key() == Qt.Key.Key_Backspace:
        return "\b"
    written = key.text().isprintable() and not key.modifiers() & _COMMANDS
    return key.text() if written else ""
