"""The window's own tools, handed to every page and dialog."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from pressdesk.clock import Clock
from pressdesk.domain.enquiries import LogQuery
from pressdesk.ui.bus import ChangeBus
from pressdesk.ui.kit.message_strip import Tone
from pressdesk.ui.runner import Runner
from pressdesk.ui.theme import ThemeKeeper
from pressdesk.ui.ticker import Ticker


@dataclass(frozen=True)
class Message:
    """A sentence for the strip at the top of the window. Never modal.

    One that ``asks`` about what was just begun does not come back once another was shown. A newer
    one ``about`` the same thing takes the place of an older.
    """

    sentence: str
    tone: Tone = Tone.INFO
    action: str = ""
    act: Callable[[], None] | None = None
    asks: bool = False
    about: str = ""


@dataclass(frozen=True)
class Behind:
    """The enquiries that a figure counts, as the log shows them; ``words`` name the figure."""

    query: LogQuery
    words: str


class Navigator(QObject):
    """Wishes to go somewhere, heard by the main window.

    ``answer_requested`` asks for the place where an enquiry is answered, ``resume_requested``
    carries the key of a kept draft of a new enquiry, ``found_requested`` the kind and the id of
    what a search found, ``log_search_requested`` words to be searched for in the log,
    ``behind_requested`` a :class:`Behind`.
    """

    enquiry_requested = Signal(int)
    answer_requested = Signal(int)
    release_requested = Signal(int)
    line_to_take_requested = Signal(int)
    journalist_requested = Signal(int)
    log_enquiry_requested = Signal()
    resume_requested = Signal(str)
    page_requested = Signal(str)
    found_requested = Signal(str, int)
    log_search_requested = Signal(str)
    behind_requested = Signal(object)
    manual_requested = Signal()
    said = Signal(object)

    def say(self, message: Message) -> None:
        """Show a message in the strip at the top of the window."""
        self.said.emit(message)


@dataclass(frozen=True)
class Tools:
    """What belongs to the window rather than to the office."""

    runner: Runner
    bus: ChangeBus
    ticker: Ticker
    theme: ThemeKeeper
    navigator: Navigator
    clock: Clock
