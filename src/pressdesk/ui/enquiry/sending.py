"""Three ways out for an answer: read aloud, copied, or in the person's mail program."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from pressdesk.ui.enquiry.tab import Tab, bind
from pressdesk.ui.kit import FlowLayout, KeyButton, Kind, Tone
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Message

ALOUD, COPY, MAIL = "Ctrl+Shift+K", "Ctrl+Shift+X", "Ctrl+Shift+S"
COPIED = "The answer is recorded and its words are copied."
NO_PROGRAM = (
    "The answer is recorded, but no mail program opened. Copy its words from “Said” into a message."
)


class SendBar(QWidget):
    """Each button has its key on the whole tab. Copying and mailing record the answer first."""

    aloud_requested = Signal()
    copy_requested = Signal()
    mail_requested = Signal()

    def __init__(self, tab: Tab) -> None:
        super().__init__(tab)
        self._tab = tab
        flow = FlowLayout(self, current().px(0.5))
        for words, key, signal in (
            ("Read aloud", ALOUD, self.aloud_requested),
            ("Copy", COPY, self.copy_requested),
            ("Mail", MAIL, self.mail_requested),
        ):
            button = KeyButton(words, Kind.SECONDARY, key, binds=False)
            button.clicked.connect(signal)
            flow.addWidget(button)
            bind(key, tab, partial(self._ask, signal.emit))

    def copy(self, words: str) -> None:
        """Put words that were recorded on the clipboard."""
        QGuiApplication.clipboard().setText(words)
        self._tab.tools.navigator.say(Message(COPIED))

    def mail(self, enquiry_id: int, words: str) -> None:
        """Open words that were recorded as a message in the person's mail program."""
        ready = partial(self._tab.services.sending.ready, enquiry_id, words)
        self._tab.act(ready, self._on_ready)

    def _ask(self, ask: Callable[[], None]) -> None:
        if self.isVisibleTo(self._tab):
            ask()

    def _on_ready(self, address: str) -> None:
        by_address = address.startswith("mailto:")
        url = QUrl(address) if by_address else QUrl.fromLocalFile(address)
        if not QDesktopServices.openUrl(url):
            self._tab.tools.navigator.say(Message(NO_PROGRAM, Tone.WARNING))
