"""The program's place beside the clock of the desktop, where there is one."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from pressdesk.domain.reminders import Notice
from pressdesk.ui.theme import current

_SHOWN = 20_000  # milliseconds, where the desktop lets us say


class Tray(QObject):
    """Shows notices of the desktop.

    ``chosen`` carries the :class:`Notice` that was clicked, ``opened`` is the wish to see the
    window.
    """

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, office: QWidget) -> None:
        super().__init__(office)
        self._notice: Notice | None = None
        self._icon = QSystemTrayIcon(current().icon("desk", "accent"), self)
        self._menu = QMenu(office)
        self._menu.addAction("Open PressDesk").triggered.connect(self._open)
        self._icon.setContextMenu(self._menu)
        self._icon.setToolTip("PressDesk")
        self._icon.messageClicked.connect(self._choose)
        self._icon.activated.connect(self._activate)
        self._icon.setVisible(self.there())

    def there(self) -> bool:
        """Say whether the desktop has such a place and shows notices."""
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def tell(self, notice: Notice) -> None:
        """Show a notice of the desktop."""
        self._notice = notice
        information = QSystemTrayIcon.MessageIcon.Information
        self._icon.showMessage(notice.title, notice.words, information, _SHOWN)

    def put_away(self) -> None:
        """Leave the desktop."""
        self._icon.hide()

    def _choose(self) -> None:
        if self._notice is not None:
            self.chosen.emit(self._notice)

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._open()

    def _open(self) -> None:
        self.opened.emit()
