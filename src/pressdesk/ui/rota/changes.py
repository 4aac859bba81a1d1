"""What can be done to the rota: each act says what it did and can be taken back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from pressdesk.bootstrap import Services
from pressdesk.domain.rota import Shift
from pressdesk.domain.rota_changes import change_said
from pressdesk.domain.rota_pattern import Pattern, Plan
from pressdesk.errors import PressDeskError
from pressdesk.services.rota import Written
from pressdesk.ui.tools import Message, Tools

Failed = Callable[[PressDeskError], object]


class Changes(QObject):
    """``done`` carries the id of the shift to stand at, 0 for none; forms are closed by it."""

    done = Signal(int)

    def __init__(self, services: Services, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._undo: Callable[[], object] | None = None

    def keep(self, shift: Shift, failed: Failed) -> None:
        """Keep a new or changed shift."""
        work = partial(self._services.rota.save, shift)
        self._tools.runner.run(self, work, self._kept, failed)

    def remove(self, shift: Shift) -> None:
        """Take a shift off the rota, and offer to put it back."""
        work = partial(_removed, self._services, shift)
        self._tools.runner.run(self, work, self._say_removed)

    def copy_week(self, work: Callable[[], Written]) -> None:
        """Repeat last week's shifts by ``work``."""
        self._tools.runner.run(self, work, self._say_copied)

    def cover(self, shift: Shift, person: object, failed: Failed) -> None:
        """Let somebody take a shift."""
        work = partial(_covered, self._services, shift, str(person))
        self._tools.runner.run(self, work, self._say_covered, failed)

    def swap(self, first: Shift, second: object, failed: Failed) -> None:
        """Let two people exchange their shifts."""
        assert isinstance(second, Shift)
        work = partial(self._services.rota.swap, first, second)
        self._tools.runner.run(self, work, self._say_swapped, failed)

    def write(self, pattern: Pattern, plan: Plan, failed: Failed) -> None:
        """Write the plan of a pattern that was seen."""
        work = partial(self._services.rota.write_plan, pattern, plan)
        self._tools.runner.run(self, work, self._say_written, failed)

    def undo(self) -> None:
        """Take back what was done last."""
        if self._undo is not None:
            work, self._undo = self._undo, None
            self._tools.runner.run(self, work, self._say_undone)

    def _kept(self, shift_id: int) -> None:
        self.done.emit(shift_id)

    def _say_removed(self, shift: Shift) -> None:
        self._undo = partial(self._services.rota.save, replace(shift, id=None))
        self._say(f"{shift.person}’s shift is off the rota.", "Put it back")

    def _say_copied(self, written: Written) -> None:
        self._undo = partial(self._services.rota.take_back, written)
        count = len(written.added)
        said = f"{count} shifts are" if count > 1 else "One shift is"
        self._say(f"{said} copied from the week before.", "Take them off again")

    def _say_covered(self, both: tuple[Shift, Shift]) -> None:
        before, taken = both
        self._undo = partial(self._services.rota.save, replace(before, version=taken.version))
        said = change_said(taken) or "has the shift back"
        self._say(f"{taken.person} {said}.", "Take it back")
        self.done.emit(taken.id or 0)

    def _say_swapped(self, swapped: tuple[Shift, Shift]) -> None:
        self._undo = partial(self._services.rota.swap, *swapped)
        first, second = swapped
        self._say(f"{first.person} and {second.person} swapped their shifts.", "Swap them back")
        self.done.emit(first.id or 0)

    def _say_written(self, written: Written) -> None:
        self._undo = partial(self._services.rota.take_back, written)
        off = f", {len(written.removed)} taken off" if written.removed else ""
        count = len(written.added)
        added = f"{count} shift{'s' * (count != 1)} added to the rota"
        self._say(f"{added}{off}.", "Take it back")
        self.done.emit(written.added[0])

    def _say_undone(self, _done: object) -> None:
        self._tools.navigator.say(Message("Taken back. The rota is as it was."))

    def _say(self, sentence: str, action: str) -> None:
        self._tools.navigator.say(Message(sentence, action=f"{action} (Ctrl Z)", act=self.undo))


def _removed(services: Services, shift: Shift) -> Shift:
    assert shift.id is not None
    services.rota.remove(shift.id, shift.version)
    return shift


def _covered(services: Services, shift: Shift, person: str) -> tuple[Shift, Shift]:
    return shift, services.rota.cover(shift, person)
