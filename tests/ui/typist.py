"""A press officer at the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def in_focus():
    """Return the widget that keys go to."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


class Typist:
    """Types where the focus is, and waits until the program has said what it has to say."""

    def __init__(self, runner):
        self._runner = runner

    def settle(self):
        # What one answer shows may ask for the next: three rounds are the longest chain.
        for _ in range(3):
            assert self._runner.wait_idle()
            QApplication.processEvents()
        assert self._runner.wait_idle()

    def write(self, words):
        QTest.keyClicks(in_focus(), words)
        self.settle()

    def press(self, key, *modifiers):
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        target = QApplication.activePopupWidget() or in_focus()
        QTest.keyClick(target, key, held)
        self.settle()

    def tab(self, times=1):
        for _ in range(times):
            self.press(Qt.Key.Key_Tab)

    def control(self, key):
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def alt(self, key):
        self.press(key, Qt.KeyboardModifier.AltModifier)

    def to(self, letter):
        """Go to the field whose label underlines ``letter``."""
        self.alt(getattr(Qt.Key, f"Key_{letter.upper()}"))
