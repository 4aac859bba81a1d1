"""When the enquiry came in: the moment of opening, until somebody says otherwise."""

from collections.abc import Hashable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from pressdesk.clock import Clock
from pressdesk.domain.received import read_received, received_said, received_typed
from pressdesk.errors import Refused
from pressdesk.ui.kit import GrowingLabel, KeyButton, Kind, Look, Segmented
from pressdesk.ui.kit.restyle import set_property
from pressdesk.ui.theme import current

_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReceivedEntry(QWidget):
    """The time, which Alt+R turns into a line to type in; Enter takes it, Esc leaves it as it was.

    ``edited`` when it is another moment, ``finished`` when the focus may go back to the form.
    """

    edited = Signal()
    finished = Signal()

    def __init__(self, clock: Clock, at: datetime) -> None:
        super().__init__()
        self._clock, self._at = clock, at
        self._zone: ZoneInfo | None = None
        self._choice: Segmented | None = None
        self._build()
        self._arrange()
        self._connect()
        self._edit(on=False)

    def at(self) -> datetime:
        """Return the moment it came in."""
        return self._at

    def set_zone(self, zone: ZoneInfo) -> None:
        """Show the time as the office sees it."""
        self._zone = zone
        self._said.setText(received_said(self._at, zone))

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong with the time; an empty sentence clears it."""
        self._problem.setText(f"⚠ {sentence}" if sentence else "")
        self._problem.setVisible(bool(sentence))
        set_property(self._line, "problem", bool(sentence))
        if sentence:
            self._edit(on=True)

    def problem(self) -> str:
        """Return what is wrong, or an empty string."""
        return self._problem.text()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._line.isVisible():
            self._leave()
        elif event.key() in _TAKES and self._choice is not None:
            self._take_chosen(self._choice.value())
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._said = GrowingLabel("", Look.MUTED, self)
        self._said.setWordWrap(False)
        self._change = KeyButton("Change", Kind.QUIET, "Alt+R", self)
        self._change.setToolTip("Change when it came in (Alt+R)")
        self._change.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab stays in the form
        self._line = QLineEdit(self)
        self._line.setAccessibleName("Received, day and time")
        self._line.setMaxLength(40)
        self._line.setMinimumWidth(current().px(12))
        self._hint = GrowingLabel("Enter to take it", Look.SECONDARY, self)
        self._hint.setWordWrap(False)
        self._problem = GrowingLabel("", Look.PROBLEM, self)
        self._problem.hide()

    def _arrange(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().px(0.6))
        for widget in (self._said, self._change, self._line, self._hint):
            self._row.addWidget(widget)
        self._row.addWidget(self._problem, 1)
        self._row.addStretch(1)

    def _connect(self) -> None:
        self._change.clicked.connect(self._on_change)
        self._line.returnPressed.connect(self._on_typed)

    def _edit(self, *, on: bool) -> None:
        self._said.setVisible(not on)
        self._change.setVisible(not on)
        self._line.setVisible(on)
        self._hint.setVisible(on)

    def _on_change(self) -> None:
        if self._zone is None:
            return
        self._line.setText(received_typed(self._at, self._zone))
        self._edit(on=True)
        self._line.setFocus()
        self._line.selectAll()

    def _on_typed(self) -> None:
        if self._zone is None:
            return
        try:
            named = read_received(self._line.text(), self._clock.now(), self._zone)
        except Refused as error:
            self.set_problem(str(error))
            return
        if len(named) == 1:
            self._take(named[0])
        else:
            self._ask(named, self._zone)

    def _ask(self, named: tuple[datetime, ...], zone: ZoneInfo) -> None:
        self._forget_choice()
        self.set_problem("This time happened twice. Choose one and press Enter.")
        labels = [(at, f"{at.astimezone(zone):%H:%M %Z}") for at in named]
        self._choice = Segmented("Which of the two", [(None, "Not chosen"), *labels])
        self._row.insertWidget(self._row.indexOf(self._problem), self._choice)
        self._choice.setFocus()

    def _take_chosen(self, at: Hashable) -> None:
        if isinstance(at, datetime):
            self._take(at)

    def _take(self, at: datetime) -> None:
        self._at = at
        if self._zone is not None:
            self.set_zone(self._zone)
        self._leave()
        self.edited.emit()

    def _leave(self) -> None:
        self._forget_choice()
        self.set_problem("")
        self._edit(on=False)
        self.finished.emit()

    def _forget_choice(self) -> None:
        if self._choice is not None:
            self._row.removeWidget(self._choice)
            self._choice.hide()
            self._choice.deleteLater()
            self._choice = None
