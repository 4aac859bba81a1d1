"""The start of the window: settings, look, tools, the main window, and what happens after a bug."""

import sys
from functools import partial

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from pressdesk import log, paths, settings
from pressdesk.clock import Clock, SystemClock
from pressdesk.settings import Settings, WindowOptions
from pressdesk.ui.bus import ChangeBus
from pressdesk.ui.choices import Choices
from pressdesk.ui.crashes import Crashes
from pressdesk.ui.runner import Runner
from pressdesk.ui.theme import ThemeKeeper
from pressdesk.ui.ticker import Ticker
from pressdesk.ui.tools import Navigator, Tools
from pressdesk.ui.window import MainWindow

_TURN = 0.001  # seconds


def run(options: WindowOptions) -> int:
    """Show the window until it is closed; return the exit code."""
    app = application()
    chosen = settings.load(paths.settings_file())
    tools = make_tools(app, SystemClock(), chosen)
    if options.self_test:
        from pressdesk.ui.self_test import run_self_test

        return run_self_test(tools)
    crashes = Crashes(tools)
    crashes.catch()
    window = MainWindow(tools, Choices(paths.settings_file(), chosen, tools), _geometry())
    crashes.quit_requested.connect(window.close)
    window.show()
    # After the first paint: opening brings in the database library.
    QTimer.singleShot(0, partial(_begin, tools, window, options))
    code = app.exec()
    tools.ticker.stop()
    tools.runner.close()
    window.close_office()
    return code


def application() -> QApplication:
    """Return the application, with its name.

    Work beside the window holds Python's lock for no longer than _TURN while the window waits; with
    Python's usual 5 ms the window was silent half as long again during an export.
    """
    sys.setswitchinterval(_TURN)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("PressDesk")
    app.setApplicationDisplayName("")
    return app


def make_tools(app: QApplication, clock: Clock, chosen: Settings) -> Tools:
    """Return the window's own tools, dressed as the person chose."""
    keeper = ThemeKeeper(app, chosen.theme, chosen.text_scale)
    return Tools(Runner(), ChangeBus(), Ticker(clock), keeper, Navigator(), clock)


def _begin(tools: Tools, window: MainWindow, options: WindowOptions) -> None:
    log.keep_log(paths.log_folder())
    tools.ticker.start()
    window.begin(options)


def _geometry() -> QSettings:
    place = paths.settings_file().with_name("window.ini")
    return QSettings(str(place), QSettings.Format.IniFormat)
