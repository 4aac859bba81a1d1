"""A line of text that proposes what is already known, from answers that come a moment later."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

from pressdesk.ui.kit.proposals import proposals_of
from pressdesk.ui.kit.text import one_line
from pressdesk.ui.theme import current

_AROUND, _WIDEST = 2, 40  # em beside the words of the list, and its greatest width


@dataclass(frozen=True)
class Proposal:
    """What is put in the line when taken, what is told beside it, and what it stands for."""

    text: str
    detail: str = ""
    value: object = None


class Suggest(QLineEdit):
    """Asks as the person types and lists what comes back.

    ``asked`` carries the words typed (Down asks too); answer with :meth:`set_choices`. ``chosen``
    carries the value of the proposal taken with Enter, Tab or a click.
    """

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self._choices: list[Proposal] = []
        self._build()
        self._connect()

    def set_choices(self, choices: Sequence[Proposal]) -> None:
        """List ``choices`` beneath the line, or put the list away when there are none."""
        self._choices = list(choices)
        self._model.clear()
        for choice in self._choices:
            words = f"{choice.text} · {choice.detail}" if choice.detail else choice.text
            self._model.appendRow(QStandardItem(one_line(words)))
        if self._choices and self.hasFocus():
            self._completer.complete(self._room())
        else:
            self._popup.hide()

    def _build(self) -> None:
        self._model = QStandardItemModel(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.setMaxVisibleItems(8)
        self._popup = proposals_of(self._completer)
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect(self) -> None:
        self.textEdited.connect(self.asked)
        self._completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]

    def _room(self) -> QRect:
        """Return the line, made as wide as the longest proposal, within reason."""
        words = self._popup.sizeHintForColumn(0) + current().px(_AROUND)
        return QRect(0, 0, max(self.width(), min(words, current().px(_WIDEST))), self.height())

    def _take(self, index: QModelIndex) -> None:
        choice = self._choices[index.row()]
        self.setText(one_line(choice.text))
        self.chosen.emit(choice.value)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.asked.emit(self.text())
        else:
            super().keyPressEvent(event)
