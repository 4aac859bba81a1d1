"""Words with those that matched marked in yellow and underlined."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from pressdesk.ui.kit.text import GrowingLabel, Look, breakable, plain
from pressdesk.ui.theme import current

Span = tuple[int, int]


class MarkedLabel(GrowingLabel):
    """The one label with markup, all of it its own: words from outside are escaped first."""

    def __init__(self, look: Look = Look.SECONDARY, parent: QWidget | None = None) -> None:
        self._spans = tuple[Span, ...]()
        super().__init__("", look, parent)
        self.setTextFormat(Qt.TextFormat.RichText)

    def set_marked(self, words: str, spans: Sequence[Span] = ()) -> None:
        """Show ``words``; ``spans`` are the (begin, end) of those to mark, in order, apart."""
        self._words, self._spans = words, tuple(spans)  # text() gives the words, never the markup
        self.setAccessibleName(plain(words))
        self._render()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._render()

    def _render(self) -> None:
        theme, pieces, done = current(), list[str](), 0
        style = f"background:{theme.colours['match']};color:{theme.colours['match_text']}"
        for begin, end in self._spans:
            marked = _safe(self._words[begin:end])
            pieces += [_safe(self._words[done:begin]), f'<u style="{style}">{marked}</u>']
            done = end
        # Qt's own: that of a growing label takes words, and this is markup.
        QLabel.setText(self, "".join([*pieces, _safe(self._words[done:])]))


def _safe(words: str) -> str:
    return escape(breakable(plain(words))).replace("\n", "<br>")
