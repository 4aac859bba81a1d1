"""The ways out for an answer: recorded, read aloud, copied, or in the person's mail program."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from pressdesk.ui.enquiry.tab import Tab, bind
from pressdesk.ui.kit import FlowLayout, KeyButton, Kind, Tone
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message

RECORD = "Ctrl+Enter"
ALOUD, COPY, MAIL = "Ctrl+Shift+K", "Ctrl+Shift+X", "Ctrl+Shift+S"
COPIED = "The answer is recorded and its words are copied."
NO_PROGRAM = (
    "The answer is recorded, but no mail program opened. Copy its words from “Said” into a message."
)


class SendBar(QWidget):
    """Each button has its key on the whole tab. Copying and mailing record the answer first."""

    record_requested = Signal()
    aloud_requested = Signal()
    copy_requested = Signal()
    mail_requested = Signal()

    def __init__(self, tab: Tab) -> None:
        super().__init__()
        self._tab = tab
        self.record = KeyButton("Record answer", Kind.PRIMARY, RECORD, binds=False)
        self.record.clicked.connect(self.record_requested)
        for key in (RECORD, "Ctrl+Return"):
            bind(key, tab, partial(self._ask, self.record_requested.emit))
        flow = FlowLayout(self, current().px(0.5))
        flow.addWidget(self.record)
        self._others = [
            KeyButton(words, Kind.SECONDARY, key, binds=False)
            for words, key in (("Read aloud", ALOUD), ("Copy", COPY), ("Mail", MAIL))
        ]
        signals = (self.aloud_requested, self.copy_requested, self.mail_requested)
        for button, signal in zip(self._others, signals, strict=True):
            button.clicked.connect(signal)
            flow.addWidget(button)
            bind(button.key, tab, partial(self._send, signal.emit))

    def offer(self, *, sends: bool, asks: bool) -> None:
        """Offer the ways out when words may go; ``asks`` when they are to be cleared first."""
        self.record.set_words("Ask for clearance" if asks else "Record answer")
        for button in self._others:
            button.setVisible(sends)

    def copy(self, words: str) -> None:
        """Put words that were recorded on the clipboard."""
        QGuiApplication.clipboard().setText(words)
        self._tab.tools.navigator.say(Message(COPIED))

    def mail(self, enquiry_id: int, words: str) -> None:
        """Open words that were recorded as a message in the person's mail program."""
        ready = partial(self._tab.services.sending.ready, enquiry_id, words)
        self._tab.act(ready, self._on_ready)

    def _ask(self, ask: Callable[[], None]) -> None:
        if not self.isHidden():
            ask()

    def _send(self, ask: Callable[[], None]) -> None:
        if not self._others[0].isHidden():
            self._ask(ask)

    def _on_ready(self, address: str) -> None:
        by_address = address.startswith("mailto:")
        url = QUrl(address) if by_address else QUrl.fromLocalFile(address)
        if not QDesktopServices.openUrl(url):
            self._tab.tools.navigator.say(Message(NO_PROGRAM, Tone.WARNING))
