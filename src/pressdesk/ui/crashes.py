"""Where every exception that nobody caught arrives, from whatever thread."""

import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from pressdesk import log
from pressdesk.errors import PressDeskError
from pressdesk.ui.crash import CrashWindow, report
from pressdesk.ui.kit import Tone
from pressdesk.ui.tools import Message, Tools


class Crashes(QObject):
    """Shows an expected error as a sentence and a bug as a window; the program goes on.

    ``quit_requested`` when the person would rather not.
    """

    quit_requested = Signal()
    _met = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._window: CrashWindow | None = None
        self._met.connect(self.show_error)
        tools.runner.crashed.connect(self.show_error)

    def catch(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def window(self) -> CrashWindow | None:
        """Return the crash window, when one is open."""
        return self._window if self._window is not None and isValid(self._window) else None

    def show_error(self, error: BaseException) -> None:
        """Show an error. A bug that comes while its window is open is only logged."""
        if isinstance(error, PressDeskError):
            self._tools.navigator.say(Message(str(error), Tone.ERROR))
            return
        log.logger().error("%s", report(error))
        if self.window() is None:
            self._window = CrashWindow(error)
            self._window.quit_requested.connect(self.quit_requested)
            self._window.show()

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, Exception):
            self._met.emit(error)
        else:
            sys.__excepthook__(kind, error, trace)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if isinstance(args.exc_value, Exception):
            self._met.emit(args.exc_value)
