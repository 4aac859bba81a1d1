"""A column that scrolls up and down, and to whatever gets the focus."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from typing_extensions import override

from pressdesk.ui.theme import current

_AROUND = 3  # em in sight above and beneath what has the focus: its label, what is wrong with it


class Scrolled(QScrollArea):
    """Brings a field in sight that a key of its own leads to; Qt does so for the Tab key only.

    It stays in sight when the column around it grows: a problem said beneath it, a list above it.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        qapp = QApplication.instance()
        assert isinstance(qapp, QApplication)
        qapp.focusChanged.connect(self._follow)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() is QEvent.Type.LayoutRequest and self._seen():
            QTimer.singleShot(0, self, self._keep_in_sight)
        return super().eventFilter(watched, event)

    def _seen(self) -> bool:
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return False
        return focused.visibleRegion().boundingRect().contains(focused.rect())

    def _keep_in_sight(self) -> None:
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, current().px(_AROUND))
