"""A question of a form: its label above, the input, a hint or what is wrong beneath."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.ui.kit.restyle import set_property
from pressdesk.ui.kit.text import GrowingLabel, Look
from pressdesk.ui.theme import current


class _Label(QLabel):
    """Leads to its input also when that is made of parts; Qt leads to single widgets only."""

    @override
    def event(self, event: QEvent) -> bool:
        buddy = self.buddy()
        if event.type() == QEvent.Type.Shortcut and buddy is not None:
            buddy.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return super().event(event)


class Field(QWidget):
    """``input`` with its label and the line beneath it.

    An ampersand in ``label`` marks the letter that, with Alt, leads to the input.
    """

    def __init__(
        self, label: str, input_widget: QWidget, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.input = input_widget
        self._hint, self._problem = hint, ""
        self._build(label)
        self._arrange()
        self._show_line()

    def set_hint(self, hint: str) -> None:
        """Say something helpful beneath the input; a problem goes before it."""
        self._hint = hint
        self._show_line()

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong and what to do; an empty sentence clears it."""
        self._problem = sentence
        set_property(self.input, "problem", bool(sentence))
        self._show_line()

    def problem(self) -> str:
        """Return what is wrong, or an empty string."""
        return self._problem

    def _build(self, label: str) -> None:
        self._label = _Label(label, self)
        self._label.setProperty("look", Look.LABEL.value)
        self._label.setBuddy(self.input)
        self._line = GrowingLabel("", Look.SECONDARY, self)
        self.input.setAccessibleName(label.replace("&", ""))
        self.setFocusProxy(self.input)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.3))
        for widget in (self._label, self.input, self._line):
            column.addWidget(widget)

    def _show_line(self) -> None:
        words = f"⚠ {self._problem}" if self._problem else self._hint
        self._line.setText(words)
        self._line.setVisible(bool(words))
        look = Look.PROBLEM if self._problem else Look.SECONDARY
        set_property(self._line, "look", look.value)
        self.input.setAccessibleDescription(self._problem or self._hint)
