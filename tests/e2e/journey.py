"""A press officer's afternoon, by keys alone, from the first start to the spreadsheet."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from pressdesk.bootstrap import Services
from pressdesk.clock import FixedClock
from pressdesk.ui.pages import PAGES
from pressdesk.ui.window import MainWindow
from pressdesk.ui.workspace import Workspace
from tests.ui.typist import Typist

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Key = Qt.Key
MOST_TABS = 40
FRIDAY_16_50 = datetime(2026, 11, 20, 16, 50, tzinfo=UTC)


class Journey:
    """One office, one window, one pair of hands."""

    def __init__(self, window: MainWindow, typist: Typist, clock: FixedClock) -> None:
        self.window = window
        self.typist = typist
        self.clock = clock

    @property
    def workspace(self) -> Workspace:
        """The office on screen."""
        content = self.window.content()
        assert isinstance(content, Workspace)
        return content

    @property
    def services(self) -> Services:
        """The services beneath it, to see what was really kept."""
        return self.workspace.services

    def go(self, page: str) -> None:
        """Go to a page by its key."""
        self._to_front()
        number = [entry.title for entry in PAGES].index(page) + 1
        self.typist.press(Key(Key.Key_0 + number), CTRL)

    def start_office(self) -> None:
        """Answer the questions of the first start."""
        self.typist.press(Key.Key_1, CTRL)
        for words in ("Inspectorate", "020 3513 0600", "07836 217729", "Priya Nair"):
            self.typist.write(words)
            self.typist.tab()
        self.typist.write("Sam Okafor")
        self.typist.press(Key.Key_Return, CTRL)

    def tick(self, at: datetime) -> None:
        """Let the clock reach an instant."""
        self.clock.instant = at
        self.workspace.tools.ticker.look()
        self.typist.settle()

    def paste_release(self, text: str) -> None:
        """Copy a release elsewhere and paste it here."""
        QGuiApplication.clipboard().setText(text)
        self.go("Releases")
        self.typist.press(Key.Key_V, CTRL)
        self.typist.press(Key.Key_Return, CTRL)

    def log_enquiry(self, *, journalist: str, outlet: str, question: str, deadline: str) -> None:
        """Take the call: the journalist is new, and the first release answers."""
        self._to_front()
        self.typist.press(Key.Key_N, CTRL)
        self.typist.write(journalist)
        self.typist.tab()
        self.typist.write("01632 960012")
        self.typist.tab()
        self.typist.write(outlet)
        self.typist.to("q")
        self.typist.write(question)
        self.typist.to("d")
        self.typist.write(deadline)
        self.typist.alt(Key.Key_1)
        self.typist.press(Key.Key_Return, CTRL)

    def open_from_desk(self) -> None:
        """Take the first enquiry of the desk and open it."""
        self.go("Desk")
        self.typist.press(Key.Key_Home)
        self.typist.press(Key.Key_T)
        self.typist.press(Key.Key_Return)

    def answer_and_close(self, words: str, outcome: str) -> None:
        """Say on which terms, say the words, and close with an outcome."""
        self.go("Desk")
        self.typist.press(Key.Key_Home)
        self.typist.press(Key.Key_A)
        self.typist.press(Key.Key_Space)
        self.typist.tab()
        self.typist.write(words)
        self.typist.press(Key.Key_Return, CTRL, SHIFT)
        self.typist.write(outcome)
        self.typist.press(Key.Key_Return, CTRL, SHIFT)

    def correct_number(self, number: str) -> None:
        """Correct the first journalist's number in the contacts."""
        self.go("Contacts")
        self.typist.press(Key.Key_Down)
        self.typist.press(Key.Key_F2)
        self.answer("Number", number)
        self.typist.press(Key.Key_S, CTRL)

    def put_on_duty(self, person: str, starts: str, ends: str) -> None:
        """Add a shift to the rota."""
        self.go("Rota")
        self.typist.press(Key.Key_N)
        for words in (person, starts, ends):
            self.typist.press(Key.Key_A, CTRL)
            self.typist.write(words)
            self.typist.tab()
        self.typist.press(Key.Key_S, CTRL)

    def close_early_on_fridays(self, hours: str, since: str) -> None:
        """Set other hours for Fridays from a date on."""
        self.go("Settings")
        self.typist.press(Key.Key_Down)
        self.typist.press(Key.Key_Return)
        self.answer("Friday", hours)
        self.answer("Applies from", since)
        self.typist.press(Key.Key_S, CTRL)

    def answer(self, name: str, words: str) -> None:
        """Tab to the field of this name, as its screen reader says it, and type over it."""
        for _ in range(MOST_TABS):
            field = QApplication.focusWidget()
            if field is not None and field.accessibleName().startswith(name):
                break
            self.typist.tab()
        else:
            raise AssertionError(f"no field is called {name}")
        self.typist.press(Key.Key_A, CTRL)
        self.typist.write(words)

    def export(self, target: Path) -> None:
        """Export the log on screen as CSV, the second kind of file."""
        self.go("Log")
        self.typist.press(Key.Key_E, CTRL)
        for _ in ("the presets", "people", "the kinds of file"):
            self.typist.press(Key.Key_Tab)
        self.typist.press(Key.Key_Right)
        self.typist.press(Key.Key_Return, CTRL)
        self.typist.press(Key.Key_A, CTRL)
        self.typist.write(str(target))
        self.typist.press(Key.Key_Return)

    def _to_front(self) -> None:
        self.window.activateWindow()
        self.typist.settle()
        self.workspace.page().focus_first()
