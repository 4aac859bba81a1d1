"""Where the words of an answer come from: the lines to take that were put into it."""

import json

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pressdesk.domain.lines_to_take import UsedLine
from pressdesk.ui.enquiry.tab import emptied, holder
from pressdesk.ui.kit import GrowingLabel, KeyButton, Kind, Look


class Sources(QWidget):
    """Hidden while the words come from no line. ``edited`` when a line was taken off."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[UsedLine, ...] = ()
        rows, self._rows = holder(self, 0.2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(rows)
        self.hide()

    def lines(self) -> tuple[UsedLine, ...]:
        """Return the lines that the words come from."""
        return self._lines

    def add(self, line: UsedLine) -> None:
        """Keep that the words of a line were put in."""
        if line.id not in [kept.id for kept in self._lines]:
            self._show((*self._lines, line))

    def clear(self) -> None:
        """Come from nowhere."""
        if self._lines:
            self._show(())

    def content(self) -> str:
        """Return the lines as text, for a draft."""
        return json.dumps([[line.id, line.title] for line in self._lines])

    def put(self, content: str) -> None:
        """Show the lines that a draft kept, whatever of it can be read."""
        try:
            kept = json.loads(content or "[]")
            self._show(tuple(UsedLine(int(id_), str(title)) for id_, title in kept))
        except (ValueError, TypeError):
            self._show(())

    def text(self) -> str:
        """Return what it says."""
        return "\n".join(map(_said, self._lines))

    def _show(self, lines: tuple[UsedLine, ...]) -> None:
        self._lines = lines
        column = emptied(self._rows)
        for line in lines:
            row = QHBoxLayout()
            row.addWidget(GrowingLabel(_said(line), Look.SECONDARY), 1)
            off = KeyButton("Take off", Kind.QUIET)
            off.setAccessibleName(f"Take off: {line.title}")
            off.setProperty("line", line.id)
            off.clicked.connect(self._take_off)
            row.addWidget(off)
            held = QWidget()
            row.setContentsMargins(0, 0, 0, 0)
            held.setLayout(row)
            column.addWidget(held)
        self.setVisible(bool(lines))

    def _take_off(self) -> None:
        gone = self.sender().property("line")
        self._show(tuple(line for line in self._lines if line.id != gone))
        self.edited.emit()


def _said(line: UsedLine) -> str:
    return f"From the line to take “{line.title}”"
