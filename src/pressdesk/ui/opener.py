"""The way to an open office: which file, is there an office in it, who is at the desk."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from pressdesk.domain.office import NewOffice
from pressdesk.errors import PressDeskError, Refused
from pressdesk.settings import WindowOptions
from pressdesk.ui import opening
from pressdesk.ui.duty_pack.unlock import Locked
from pressdesk.ui.opening import Opened
from pressdesk.ui.tools import Tools


class Opener(QObject):
    """Each attempt ends in one signal.

    ``opened``, ``office_missing`` and ``person_missing`` carry an :class:`Opened`, ``failed`` a
    sentence, ``locked`` a :class:`Locked`, ``refused`` the error of a form. ``begun`` says
    what is under way.
    """

    begun = Signal(str)
    opened = Signal(object)
    office_missing = Signal(object)
    person_missing = Signal(object)
    locked = Signal(object)
    failed = Signal(str)
    refused = Signal(object)

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._person = ""
        self._now: Opened | None = None
        self._wanted: Path | None = None
        self._typed = False
        self._again: Callable[[], None] = partial(self.open_file, None)

    def begin(self, options: WindowOptions, person: str, usual: Path | None) -> None:
        """Open what the command line asks for, else the usual file."""
        self._person = options.person or person
        if options.sample:
            self.open_sample()
        else:
            self.open_file(options.database or usual)

    def open_file(self, where: Path | None, passphrase: str = "") -> None:
        """Open another file, or with None the office's usual one; a duty pack by its passphrase."""
        self._again = partial(self.open_file, where)
        self._wanted, self._typed = where, bool(passphrase)
        self.begun.emit("Opening…")
        clock, person = self._tools.clock, self._person
        self._try(partial(opening.open_file, where, clock, person, passphrase))

    def unlock(self, passphrase: str) -> None:
        """Open the duty pack that was locked."""
        self.open_file(self._wanted, passphrase)

    def open_sample(self) -> None:
        """Open the sample office."""
        self._again = self.open_sample
        self.begun.emit("Getting the sample office ready…")
        self._try(partial(opening.open_sample, self._tools.clock, self._person))

    def try_again(self) -> None:
        """Try the last thing again."""
        self._again()

    def start(self, new: NewOffice, person: str) -> None:
        """Start the office of the file that holds none."""
        if self._now is not None:
            work = partial(opening.start_office, self._now, new, person)
            self._tools.runner.run(self, work, self._take, self.refused.emit)

    def sit_down(self, person: str) -> None:
        """Let another person take the desk; nobody is asked again for who it is."""
        self._person = person
        if self._now is not None:
            self._try(partial(opening.sit_down, self._now, person))

    def change_person(self) -> None:
        """Ask who is at the desk, by the list of staff as it is now."""
        if self._now is not None:
            work = partial(opening.look_again, self._now)
            self._tools.runner.run(self, work, self.person_missing.emit, self._fail)

    def close(self) -> None:
        """Let go of the file."""
        if self._now is not None:
            self._now.services.close()
            self._now = None

    def _try(self, work: partial[Opened]) -> None:
        self._tools.runner.run(self, work, self._take, self._fail)

    def _take(self, opened: Opened) -> None:
        self._change_file(opened)
        self._now = opened
        if opened.office is None:
            self.office_missing.emit(opened)
        elif opened.person_known():
            self.opened.emit(opened)
        else:
            self.person_missing.emit(opened)

    def _change_file(self, opened: Opened) -> None:
        database = opened.services.context.database
        if self._now is not None and self._now.services.context.database is database:
            return
        self.close()
        database.on_change(self._tools.bus.publish)

    def _fail(self, error: PressDeskError) -> None:
        if isinstance(error, Refused) and error.field == "passphrase" and self._wanted:
            self.locked.emit(Locked(self._wanted, str(error) if self._typed else ""))
        else:
            self.failed.emit(str(error))
