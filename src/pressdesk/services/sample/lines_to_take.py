"""The lines to take of the sample office: written, cleared and withdrawn in the course of time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from pressdesk.domain.lines_to_take import LineForm, LineKind, UsedLine
from pressdesk.services.context import Context
from pressdesk.services.lines_to_take import LinesToTake

CLEARS = "M. Reyes"
At = Callable[[str], Context]
Happen = Callable[[datetime, Callable[[], None]], None]


@dataclass
class SampleLine:
    """One row of ``lines_to_take.toml``; ``release_id`` is the release it comes from, if any."""

    row: dict[str, Any]
    release_id: int | None
    at: At
    id: int = 0
    usable: bool = False
    _review: date = date.max

    def happen(self, happen: Happen, now: datetime, today: date) -> None:
        """Have everything that the row tells happen in its time."""
        row = self.row
        self._review = today + timedelta(days=row["review"])
        happen(now - timedelta(days=row["written"]), self._write)
        if row["cleared"]:
            if row["earlier"]:
                first_cleared = now - timedelta(days=row["written"], hours=-2)
                happen(first_cleared, self._clear)
                happen(now - timedelta(days=row["cleared"], hours=1), self._reword)
            happen(now - timedelta(days=row["cleared"]), self._clear)
        if row["withdrawn"]:
            happen(now - timedelta(days=row["withdrawn"]), self._withdraw)

    def used_for(self, subject: str) -> tuple[UsedLine, ...]:
        """Return the line when its words answer a subject and may be given now."""
        fits = self.usable and self.row["answers"] == subject
        return (UsedLine(self.id),) if fits else ()

    def _form(self, words: str) -> LineForm:
        row = self.row
        kind = LineKind(row["kind"])
        return LineForm(row["title"], words, row["topic"], kind, row["owner"], self.release_id)

    def _lines(self, who: str) -> LinesToTake:
        return LinesToTake(self.at(who))

    def _write(self) -> None:
        words = self.row["earlier"] or self.row["words"]
        self.id = self._lines(self.row["owner"]).add(self._form(words))

    def _reword(self) -> None:
        lines = self._lines(self.row["owner"])
        lines.edit(self.id, lines.show(self.id).version, self._form(self.row["words"]))

    def _clear(self) -> None:
        lines = self._lines(self.row["owner"])
        line = lines.show(self.id)
        lines.clear(self.id, line.version, CLEARS, self._review)
        self.usable = line.summary.words == self.row["words"]

    def _withdraw(self) -> None:
        self._lines(self.row["owner"]).withdraw(self.id, self.row["reason"])
        self.usable = False
