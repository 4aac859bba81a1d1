"""One start of a window, in a process of its own: ``python -m tests.benchmarks.starting WHAT FILE``.

Prints a line when the window is painted first, and one when it shows the rows of the file.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override

PAINTED, ROWS = "painted", "rows"


class Painted(QObject):
    """Calls ``told`` once a widget has been painted for the first time."""

    def __init__(self, widget: QWidget, told: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget, self._told = widget, told
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self._told)  # once everything of this paint is drawn
        return False


def tell(word: str) -> None:
    """Print a word at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def start_bare(path: Path) -> None:
    """Show an empty window after SQLAlchemy has opened the file."""
    from sqlalchemy import create_engine, text

    app = QApplication([])
    with create_engine(f"sqlite:///{path}").connect() as connection:
        connection.execute(text("SELECT name FROM office")).all()
    window = QMainWindow()
    window.resize(1280, 800)

    def told() -> None:
        tell(PAINTED)
        tell(ROWS)
        app.quit()

    Painted(window, told)
    window.show()
    app.exec()


def start_ours(path: Path) -> None:
    """Show PressDesk's own window on the file, as ``pressdesk --database FILE`` does."""
    from tempfile import TemporaryDirectory

    from PySide6.QtCore import QSettings

    from pressdesk.clock import SystemClock
    from pressdesk.settings import Settings, WindowOptions
    from pressdesk.ui.app import application, make_tools
    from pressdesk.ui.choices import Choices
    from pressdesk.ui.window import MainWindow

    app = application()
    with TemporaryDirectory() as folder:
        chosen, place = Settings(theme="light"), Path(folder)
        tools = make_tools(app, SystemClock(), chosen)
        geometry = QSettings(str(place / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(tools, Choices(place / "settings.toml", chosen, tools), geometry)

        def begin() -> None:
            tell(PAINTED)
            window.begin(WindowOptions(database=path, person=sys.argv[3]))

        def watch_rows() -> None:
            from pressdesk.ui.desk.list import DeskList

            view = window.findChild(DeskList)
            if isinstance(view, DeskList):  # else it settled on something before the office
                view.model().modelReset.connect(lambda: Painted(view.viewport(), rows_shown))

        def rows_shown() -> None:
            tell(ROWS)
            window.close()
            app.quit()

        window.settled.connect(watch_rows)
        Painted(window, begin)
        window.show()
        app.exec()
        tools.runner.close()
        window.close_office()


if __name__ == "__main__":
    {"bare": start_bare, "ours": start_ours}[sys.argv[1]](Path(sys.argv[2]))
