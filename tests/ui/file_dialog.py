"""Answers the questions which file to open and where to save."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

Button = QDialogButtonBox.StandardButton


def save_as(qtbot: QtBot, page: QWidget, path: Path) -> str:
    """Type ``path`` into the dialog of ``page`` and press Enter; return the name it proposed."""
    return _answer(qtbot, page, path, Button.Save)


def open_as(qtbot: QtBot, page: QWidget, path: Path) -> None:
    """Type the ``path`` of a file that exists into the dialog of ``page`` and press Enter."""
    _answer(qtbot, page, path, Button.Open)


def _answer(qtbot: QtBot, page: QWidget, path: Path, button: Button) -> str:
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    name, buttons = dialog.findChild(QLineEdit, "fileNameEdit"), dialog.findChild(QDialogButtonBox)
    assert isinstance(name, QLineEdit)
    assert isinstance(buttons, QDialogButtonBox)
    accept = buttons.button(button)
    proposed = name.text()
    qtbot.waitUntil(dialog.isActiveWindow)
    name.clear()
    qtbot.keyClicks(name, str(path))
    qtbot.waitUntil(accept.isEnabled)  # it looks into the folder first, on a thread of its own
    with qtbot.waitSignal(dialog.fileSelected):
        qtbot.keyClick(name, Qt.Key.Key_Return)
    return proposed
