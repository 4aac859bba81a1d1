"""The window that shows after a bug: what happened, a report to copy, and the way on.

The report names places in the program, never values: an exception's own words may quote an
enquiry, a journalist or a file.
"""

import platform
import sys
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout

import pressdesk
from pressdesk.ui.kit import GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.theme import current


def report(error: BaseException) -> str:
    """Return what a developer needs to find a bug, without any personal data."""
    system = f"{platform.system()} {platform.release()}"
    lines = [
        f"PressDesk {pressdesk.__version__}, Python {platform.python_version()}, Qt {qVersion()}",
        f"{system}, {platform.machine()}",
    ]
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines += ["", _name(cause), *_places(cause.__traceback__)]
        cause = cause.__cause__ or cause.__context__
    return "\n".join(lines)


class CrashWindow(QDialog):
    """Not modal: what was being typed can still be saved. ``quit_requested`` by its button."""

    quit_requested = Signal()

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Something went wrong — PressDesk")
        self._report = QPlainTextEdit(report(error), self)
        self._report.setReadOnly(True)
        self._report.setAccessibleName("Report")
        self._copy = KeyButton("Copy the report", Kind.SECONDARY, "Ctrl+Shift+C", self)
        self._quit = KeyButton("Quit PressDesk", Kind.SECONDARY, "Ctrl+Q", self)
        self._go_on = KeyButton("Carry on", Kind.PRIMARY, "Esc", self, binds=False)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        px = current().px
        buttons = QHBoxLayout()
        for button in (self._copy, self._quit):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(1.5), px(1.5), px(1.5), px(1.5))
        column.setSpacing(px(0.8))
        column.addWidget(GrowingLabel("Something went wrong in PressDesk", Look.TITLE))
        column.addWidget(
            GrowingLabel(
                "Everything that was saved is safe, and you can carry on. Please send the report "
                "to whoever looks after PressDesk: it holds no names and no words of an enquiry."
            )
        )
        column.addWidget(self._report, 1)
        column.addLayout(buttons)
        self.resize(px(50), px(30))
        self._go_on.setFocus()

    def _connect(self) -> None:
        self._copy.clicked.connect(self._copy_report)
        self._quit.clicked.connect(self.quit_requested)
        self._go_on.clicked.connect(self.close)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self._copy.set_words("Copied")


def _name(error: BaseException) -> str:
    kind = type(error)
    return f"{kind.__module__}.{kind.__qualname__}"


def _places(trace: TracebackType | None) -> list[str]:
    """Return the places an error came through, by the names of the program's own files."""
    return [
        f"  {_short(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in walk_tb(trace)
    ]


def _short(path: str) -> str:
    """Return a path from the package on; the folders above it may name a person."""
    parts = Path(path).parts
    roots = [n for n, part in enumerate(parts) if part in ("pressdesk", "site-packages")]
    if roots:
        return "/".join(parts[roots[-1] :])
    return Path(path).name if path not in sys.path else path
