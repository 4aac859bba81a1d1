"""A choice of a few, all in sight: Phone | Email | In person | Social."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

Choice = tuple[Hashable, str]


class Segmented(QWidget):
    """One of ``choices`` (value, label) is always chosen, the first at the start.

    One stop of the Tab key; the arrow keys move the choice. ``chosen`` carries the value that the
    person chose; :meth:`set_value` says nothing.
    """

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = list(choices)
        self._build(name)
        self._arrange()
        self._connect()

    def value(self) -> Hashable:
        """Return the value that is chosen."""
        return self._choices[self._group.checkedId()][0]

    def set_value(self, value: Hashable) -> None:
        """Choose ``value`` without telling."""
        self._buttons[self._index(value)].setChecked(True)

    def set_label(self, value: Hashable, label: str) -> None:
        """Change the words of one choice, to show the reason beside it."""
        button = self._buttons[self._index(value)]
        button.setText(label.replace("&", "&&"))
        button.setAccessibleName(f"{self.accessibleName()}: {label}")

    def _build(self, name: str) -> None:
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons = [QPushButton(self) for _ in self._choices]
        last = len(self._choices) - 1
        for number, (value, label) in enumerate(self._choices):
            button = self._buttons[number]
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("segment", _place(number, last))
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, number)
            self.set_label(value, label)
        self._buttons[0].setChecked(True)
        self.setFocusProxy(self._buttons[0])

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)

    def _connect(self) -> None:
        self._group.idClicked.connect(self._tell)
        self._group.idToggled.connect(self._lead_focus)

    def _index(self, value: Hashable) -> int:
        return [v for v, _ in self._choices].index(value)

    def _tell(self, number: int) -> None:
        self.chosen.emit(self._choices[number][0])

    def _lead_focus(self, number: int, checked: bool) -> None:
        if checked:
            self.setFocusProxy(self._buttons[number])


def _place(number: int, last: int) -> str:
    if last == 0:
        return "only"
    return {0: "first", last: "last"}.get(number, "middle")
