"""Where a notice is shown: beside the desktop's clock, or in the window when that is in front."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from pressdesk.domain.reminders import Notice
from pressdesk.ui.kit import Tone
from pressdesk.ui.kit.on_screen import in_front
from pressdesk.ui.messages import Messages
from pressdesk.ui.tools import Message, Tools
from pressdesk.ui.tray import Tray


class Notices(QObject):
    """Works without a tray too: notices then wait in the strip, and the window asks for a look."""

    def __init__(self, office: QWidget, tools: Tools, messages: Messages) -> None:
        super().__init__(office)
        self._office, self._tools, self._messages = office, tools, messages
        self._tray = Tray(office)
        self._tray.chosen.connect(self._go)
        self._tray.opened.connect(self._come_forward)

    def tell(self, notice: Notice) -> None:
        """Show a notice to the person at this computer."""
        window = self._office.window()
        if self._tray.there() and not in_front(window):
            self._tray.tell(notice)
        else:
            leads = notice.enquiry_id is not None or notice.release_id is not None
            action = "Open it" if leads else ""
            sentence = f"{notice.title}: {notice.words}"
            act = partial(self._go, notice)
            message = Message(sentence, Tone.WARNING, action, act, about=notice.about)
            self._messages.remind(message)
        QApplication.alert(window)

    def put_away(self) -> None:
        """Show no more of them."""
        self._tray.put_away()

    def _go(self, notice: Notice) -> None:
        self._come_forward()
        if notice.enquiry_id is not None:
            self._tools.navigator.enquiry_requested.emit(notice.enquiry_id)
        elif notice.release_id is not None:
            self._tools.navigator.release_requested.emit(notice.release_id)

    def _come_forward(self) -> None:
        window = self._office.window()
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()
