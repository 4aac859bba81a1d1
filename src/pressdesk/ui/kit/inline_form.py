"""Questions asked in place: Enter gives the answers, Esc puts them away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from pressdesk.ui.kit.card import Card
from pressdesk.ui.kit.key_button import KeyButton, Kind
from pressdesk.ui.theme import current

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_End)


class Inline(Card):
    """Hidden until it comes; Esc puts it away and gives the focus back, Enter is for heirs.

    The single keys of the page do nothing while it has the focus. ``left`` when it is gone.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: QWidget | None = None
        self.hide()

    def come(self, first: QWidget) -> None:
        """Show, and lead to what comes first."""
        if not self._has_focus():
            self._before = self.window().focusWidget()
        self.show()
        first.setFocus()

    def put_away(self) -> None:
        """Ask no more, and give the focus back."""
        inside = self._has_focus()
        self.hide()
        if inside and self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None
        self.left.emit()

    def enter(self) -> None:
        """Do what Enter does."""

    @override
    def event(self, event: QEvent) -> bool:
        """Keep a single key that nothing in here wants from the acts of the page."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alone = not event.modifiers() & _COMMANDS
            if alone and ((event.text().isprintable() and event.text()) or event.key() in _KEYS):
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():  # a key held down would keep what nobody has read
                self.enter()
        else:
            super().keyPressEvent(event)

    def _has_focus(self) -> bool:
        return self.hasFocus() or self.isAncestorOf(self.window().focusWidget())


class InlineForm(Inline):
    """A few questions with a button that gives the answers; each kind says what ``enter`` gives.

    ``rows`` stand one under the other, what is in a row side by side; ``besides`` are buttons for
    what else may be done.
    """

    def __init__(
        self, rows: Sequence[Sequence[QWidget]], button: str, besides: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self._save = KeyButton(button, Kind.PRIMARY, "Enter", binds=False)
        self._cancel = KeyButton("Cancel", Kind.QUIET, "Esc", binds=False)
        self._arrange(rows, besides)
        self._save.clicked.connect(self.enter)
        self._cancel.clicked.connect(self.put_away)

    def _arrange(self, rows: Sequence[Sequence[QWidget]], besides: Sequence[QWidget]) -> None:
        for widgets in rows:
            row = QHBoxLayout()
            row.setSpacing(current().px(0.8))
            for widget in widgets:
                row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(current().px(0.6))
        for widget in (self._save, self._cancel, *besides):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        self.body.addSpacing(current().px(0.3))
        self.body.addLayout(buttons)
