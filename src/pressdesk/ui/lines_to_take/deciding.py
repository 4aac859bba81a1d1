"""What is decided about the line that is shown: cleared, withdrawn, copied."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from pressdesk.bootstrap import Services
from pressdesk.domain.embargo import Use
from pressdesk.domain.lines_to_take import LineState, LineToTake
from pressdesk.errors import PressDeskError, Refused
from pressdesk.services.office import Facts
from pressdesk.ui.asking import guarded
from pressdesk.ui.kit import Tone
from pressdesk.ui.lines_to_take.reader import LineReader
from pressdesk.ui.tools import Message, Tools


class Deciding(QObject):
    """Asks on the reader what must be known, and does it."""

    def __init__(self, home: tuple[Services, Tools], reader: LineReader, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = home
        self._reader = reader
        self._people: list[str] = []
        self._today = date.min
        navigator = self._tools.navigator
        reader.clear_requested.connect(self.ask_clearing)
        reader.withdraw_requested.connect(self.ask_why)
        reader.copy_requested.connect(self.copy)
        reader.release_requested.connect(navigator.release_requested)
        reader.use_opened.connect(navigator.enquiry_requested)
        reader.clearing.given.connect(self._clear)
        reader.why.given.connect(self._withdraw)

    def know(self, facts: Facts, today: date) -> None:
        """Take in who works here and what day it is."""
        self._people = [person.name for person in facts.staff if person.active]
        self._today = today

    @Slot()
    def ask_clearing(self) -> None:
        """Ask who cleared the words."""
        if self._line_in_use() is not None:
            self._reader.why.put_away()
            self._reader.clearing.open(self._people, self._today)

    @Slot()
    def ask_why(self) -> None:
        """Ask why the line is withdrawn."""
        if self._line_in_use() is not None:
            self._reader.clearing.hide()
            self._reader.why.open()

    @Slot()
    def copy(self) -> None:
        """Copy the words; an embargo on the release that they come from is asked about first."""
        line = self._reader.line
        if line is not None and line.release_id is not None:
            self._pass(line, line.release_id)
        elif line is not None:
            self._copy(line, None)

    def _pass(self, line: LineToTake, release_id: int, despite: str | None = None) -> None:
        work = partial(self._services.embargoes.use, release_id, Use.COPY, despite)
        go_on = partial(self._pass, line, release_id, "")
        asked = partial(self._on_held, go_on)
        self._tools.runner.run(self, work, partial(self._copy, line), asked)

    def _on_held(self, go_on: Callable[[], None], error: PressDeskError) -> None:
        self._tools.navigator.say(guarded(error, "Copy", go_on))

    def _copy(self, line: LineToTake, _nothing: None) -> None:
        """Copy the words, and say so when nobody stands behind them."""
        QGuiApplication.clipboard().setText(line.summary.words)
        cleared = line.summary.state is LineState.CLEARED
        mind = "" if cleared else f" Mind: it is {line.summary.state.label.lower()}."
        said = f"Copied the words of “{line.summary.title}”.{mind}"
        self._tools.navigator.say(Message(said, Tone.INFO if cleared else Tone.WARNING))

    def _line_in_use(self) -> LineToTake | None:
        line = self._reader.line
        withdrawn = line is None or line.summary.state is LineState.WITHDRAWN
        return None if withdrawn else line

    @Slot(str, date)
    def _clear(self, by: str, review_on: date) -> None:
        if (line := self._reader.line) is not None:
            clear = self._services.lines_to_take.clear
            work = partial(clear, line.summary.id, line.version, by, review_on)
            self._tools.runner.run(self, work, self._on_cleared, self._on_not_cleared)

    def _on_cleared(self, _nothing: None) -> None:
        self._reader.clearing.put_away()

    def _on_not_cleared(self, error: PressDeskError) -> None:
        if not self._reader.clearing.show_problem(error):
            self._say(error)

    @Slot(str)
    def _withdraw(self, reason: str) -> None:
        if (line := self._reader.line) is not None:
            work = partial(self._services.lines_to_take.withdraw, line.summary.id, reason)
            self._tools.runner.run(self, work, self._on_withdrawn, self._on_not_withdrawn)

    def _on_withdrawn(self, _nothing: None) -> None:
        self._reader.why.put_away()

    def _on_not_withdrawn(self, error: PressDeskError) -> None:
        if isinstance(error, Refused) and error.field == "reason":
            self._reader.why.reason.set_problem(str(error))
        else:
            self._say(error)

    def _say(self, error: PressDeskError) -> None:
        self._tools.navigator.say(Message(str(error), Tone.WARNING))
