"""Inputs that narrow a list: words, days, an outlet, one of a few."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from pressdesk.clock import Clock
from pressdesk.domain.contacts import Outlet
from pressdesk.domain.local_time import edge, local_day
from pressdesk.domain.log_days import Days, read_days
from pressdesk.errors import Refused
from pressdesk.ui.kit import Proposal, Suggest
from pressdesk.ui.kit.restyle import set_property
from pressdesk.ui.theme import current


class WordsEdit(QLineEdit):
    """The search box. Esc asks to clear the filters; Enter and Down lead on to the list."""

    clear_requested = Signal()
    left = Signal()

    def __init__(self, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName("Find in the log")
        self.setClearButtonEnabled(True)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.clear_requested.emit()
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class DaysEdit(QLineEdit):
    """A day, a week, a month or a year, typed. ``settled`` when it was left or Enter pressed.

    ``problem`` says what is wrong with the words.
    """

    settled = Signal()

    def __init__(self, name: str, placeholder: str, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._clock, self.zone = clock, ZoneInfo("UTC")
        self._days: Days | None = None
        self.problem = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}: 1/11/2026, 1 Nov, today, yesterday, last week, Nov 2026")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self._read)

    def starts(self) -> datetime | None:
        """Return the instant at which the days begin."""
        return edge(self._days[0], 0, self.zone) if self._days else None

    def ends(self) -> datetime | None:
        """Return the instant at which the day after them begins."""
        return edge(self._days[1] + timedelta(days=1), 0, self.zone) if self._days else None

    @override
    def clear(self) -> None:
        super().clear()
        self._read()

    def show_words(self, words: str) -> None:
        """Show days as they were typed once, read as of today."""
        self.setText(words)
        self._read()

    @override
    def sizeHint(self) -> QSize:
        return QSize(current().px(10.5), super().sizeHint().height())

    @Slot()
    def _read(self) -> None:
        self._days, self.problem = None, ""
        words = self.text().strip()
        try:
            if words:
                today = local_day(self._clock.now(), self.zone)
                self._days = read_days(words, today, "received")
        except Refused as error:
            self.problem = str(error)
        set_property(self, "problem", bool(self.problem))
        self.settled.emit()


class OutletEdit(Suggest):
    """An outlet of the contacts. ``settled`` when one was taken or the line was emptied."""

    settled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Any outlet", parent)
        self.outlet_id: int | None = None
        self.problem = ""
        self._taken = ""
        self._known: dict[str, int] = {}
        self.setAccessibleName("Outlet")
        self.setToolTip("Outlet: type part of its name and choose")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.chosen.connect(self._choose)
        self.textChanged.connect(self._follow)
        self.editingFinished.connect(self._finish)

    def propose(self, outlets: Sequence[Outlet]) -> None:
        """List the outlets found for the words typed."""
        self._known = {o.name.casefold(): o.id for o in outlets if o.id is not None}
        self.set_choices([Proposal(o.name, o.kind.label, o.id) for o in outlets])

    def show_outlet(self, outlet_id: int | None, name: str) -> None:
        """Show one of the contacts, or none."""
        self.setText(name)
        self._settle(outlet_id, "")

    @override
    def sizeHint(self) -> QSize:
        return QSize(current().px(13), super().sizeHint().height())

    @Slot(object)
    def _choose(self, outlet_id: object) -> None:
        assert isinstance(outlet_id, int)
        self._settle(outlet_id, "")

    @Slot(str)
    def _follow(self, words: str) -> None:
        if not words.strip():
            self._settle(None, "")

    @Slot()
    def _finish(self) -> None:
        """Take the outlet of exactly this name, or say that there is none."""
        words = self.text().strip()
        if not words or self._taken == words:
            return
        outlet_id = self._known.get(words.casefold())
        unknown = "" if outlet_id else f"There is no outlet “{words[:40]}”. Choose one of the list."
        self._settle(outlet_id, unknown)

    def _settle(self, outlet_id: int | None, problem: str) -> None:
        self.outlet_id, self.problem = outlet_id, problem
        self._taken = self.text().strip() if outlet_id else ""
        set_property(self, "problem", bool(problem))
        self.settled.emit()


class Choice(QComboBox):
    """One of a few values; ``everything`` is the words for none of them, if that may be."""

    def __init__(
        self, name: str, everything: str, choices: Sequence[tuple[Any, str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._everything = [(None, everything)] if everything else []
        self._choices: list[tuple[Any, str]] = []
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.set_choices(choices)

    def value(self) -> Any:
        """Return the value taken, None for everything."""
        return self._choices[self.currentIndex()][0]

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices; the one taken stays, also when it is offered no more."""
        kept = self._choices[self.currentIndex()] if self._choices else None
        offered = [*self._everything, *choices]
        self._choices = offered if kept is None or kept in offered else [*offered, kept]
        quiet = self.blockSignals(True)
        self.clear()
        self.addItems([words for _, words in self._choices])
        self.set_value(kept[0] if kept else None)
        self.blockSignals(quiet)

    def show_value(self, value: object, words: str) -> None:
        """Take a value, also one that is not offered, like a topic that is gone by now."""
        if value not in [kept for kept, _ in self._choices]:
            self._choices.append((value, words))
            self.addItem(words)
        self.set_value(value)

    def set_value(self, value: object) -> None:
        """Take a choice; None is everything, or the first."""
        values = [kept for kept, _ in self._choices]
        self.setCurrentIndex(values.index(value) if value in values else 0)
