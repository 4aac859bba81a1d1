"""Words with what was taken out struck through and what was put in underlined."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from pressdesk.domain.word_diff import Change, Stretch
from pressdesk.ui.kit.text import GrowingLabel, Look, breakable, plain
from pressdesk.ui.theme import current

_MARKS = {Change.TAKEN_OUT: ("s", "overdue"), Change.PUT_IN: ("u", "cleared")}


class ChangedLabel(GrowingLabel):
    """Shows how one wording became another; the markup is its own, words are escaped first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._stretches: tuple[Stretch, ...] = ()
        super().__init__("", Look.BODY, parent)
        self.setTextFormat(Qt.TextFormat.RichText)

    def show_change(self, stretches: Sequence[Stretch]) -> None:
        """Show the stretches of a comparison."""
        self._stretches = tuple(stretches)
        self._words = "".join(_plainly(stretch) for stretch in self._stretches)
        self.setAccessibleName(plain(self._words))
        self._render()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._render()

    def _render(self) -> None:
        # Qt's own: that of a growing label takes words, and this is markup.
        QLabel.setText(self, "".join(map(_markup, self._stretches)))


def _plainly(stretch: Stretch) -> str:
    """Return a stretch as it is read aloud and tested: “[out: 26 ][in: 29 ]per cent”."""
    how = {Change.TAKEN_OUT: "[out: {}]", Change.PUT_IN: "[in: {}]"}.get(stretch.change, "{}")
    return how.format(stretch.words)


def _markup(stretch: Stretch) -> str:
    words = escape(breakable(plain(stretch.words))).replace("\n", "<br>")
    if stretch.change not in _MARKS:
        return words
    tag, role = _MARKS[stretch.change]
    colours = current().colours
    style = f"background:{colours[f'{role}_soft']};color:{colours[role]}"
    return f'<{tag} style="{style}">{words}</{tag}>'
