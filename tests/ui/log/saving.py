"""Answers the question where to save."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot


def save_as(qtbot: QtBot, page: QWidget, path: Path) -> str:
    """Type ``path`` into the dialog of ``page`` and press Enter; return the name it proposed."""
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    name, buttons = dialog.findChild(QLineEdit, "fileNameEdit"), dialog.findChild(QDialogButtonBox)
    assert isinstance(name, QLineEdit)
    assert isinstance(buttons, QDialogButtonBox)
    save = buttons.button(QDialogButtonBox.StandardButton.Save)
    proposed = name.text()
    qtbot.waitUntil(dialog.isActiveWindow)
    name.clear()
    qtbot.keyClicks(name, str(path))
    qtbot.waitUntil(save.isEnabled)  # it looks into the folder first, on a thread of its own
    with qtbot.waitSignal(dialog.fileSelected):
        qtbot.keyClick(name, Qt.Key.Key_Return)
    return proposed
