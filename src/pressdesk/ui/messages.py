"""The strip at the top of the window: what was just said, and what waits to be said."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.ui.kit import MessageStrip, Tone
from pressdesk.ui.ticker import Ticker
from pressdesk.ui.tools import Message

_SHOWN = 8  # seconds that a note without a button stays


class Messages(QWidget):
    """Shows the newest message at once; warnings it pushed aside come back afterwards."""

    def __init__(self, ticker: Ticker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Message] = []
        self._shown: Message | None = None
        self._seconds = 0
        self._strip = MessageStrip(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._strip)
        self._strip.dismissed.connect(self._next)
        self._strip.action_requested.connect(self._act)
        ticker.ticked.connect(self._age)

    def say(self, message: Message) -> None:
        """Show a message now."""
        shown, self._shown = self._shown, None
        if shown and not (_passes(shown) or shown.asks) and shown.sentence != message.sentence:
            self._waiting.insert(0, shown)
        self._show(message)

    def remind(self, message: Message) -> None:
        """Show a message when nothing else is being said, or only something older of its thing."""
        self._waiting = [one for one in self._waiting if not _is_older(one, message)]
        if self._shown is None or _is_older(self._shown, message):
            self._show(message)
        else:
            self._waiting.append(message)

    def text(self) -> str:
        """Return the sentence shown, or an empty string."""
        return self._shown.sentence if self._shown else ""

    def _show(self, message: Message) -> None:
        self._shown, self._seconds = message, 0
        self._strip.show_message(message.sentence, message.tone, message.action)

    def _next(self) -> None:
        self._shown = None
        if self._waiting:
            self._show(self._waiting.pop(0))

    def _act(self) -> None:
        act = self._shown.act if self._shown else None
        self._next()
        if act is not None:
            act()

    def _age(self) -> None:
        self._seconds += 1
        if self._shown is not None and _passes(self._shown) and self._seconds > _SHOWN:
            self._strip.dismiss()


def _is_older(one: Message, newer: Message) -> bool:
    return bool(newer.about) and one.about == newer.about


def _passes(message: Message) -> bool:
    """Say whether a message may go by itself: a note that asks for nothing."""
    return message.tone is Tone.INFO and not message.action
