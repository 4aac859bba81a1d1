"""Facts in two columns: the name muted, the value beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from pressdesk.ui.kit.text import GrowingLabel, Look
from pressdesk.ui.theme import current


@dataclass(frozen=True)
class Fact:
    """One line: its name, its value, and a role that colours the value (``overdue``)."""

    name: str
    value: str
    role: str = ""


class KeyValue(QWidget):
    """The facts of one thing; an empty value shows as a dash."""

    def __init__(self, facts: Sequence[Fact] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[GrowingLabel, GrowingLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(current().px(1.5))
        self._grid.setVerticalSpacing(current().px(0.45))
        self._grid.setColumnStretch(1, 1)
        self.set_facts(facts)

    def set_facts(self, facts: Sequence[Fact]) -> None:
        """Show ``facts``; rows that stay keep their widgets, so that a selection survives."""
        for number, fact in enumerate(facts):
            if number == len(self._rows):
                self._add_row()
            self._fill(self._rows[number], fact)
        for row in self._rows[len(facts) :]:
            for label in row:
                label.hide()

    def _add_row(self) -> None:
        name, value = GrowingLabel("", Look.MUTED, self), GrowingLabel("", Look.BODY, self)
        name.setWordWrap(False)
        number = len(self._rows)
        self._grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, number, 1)
        self._rows.append((name, value))

    def _fill(self, row: tuple[GrowingLabel, GrowingLabel], fact: Fact) -> None:
        name, value = row
        name.setText(fact.name)
        value.setText(fact.value or "–")
        value.setAccessibleName(f"{fact.name}: {fact.value or 'not given'}")
        value.set_role(fact.role)
        name.show()
        value.show()
