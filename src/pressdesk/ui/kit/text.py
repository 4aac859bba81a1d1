"""Words on screen: labels that show plain text only, and the cleaning of text from outside."""

import re
import unicodedata
from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget
from typing_extensions import override

from pressdesk.ui.kit.restyle import set_property

_LINE_LIMIT = 500  # more than any row can show; keeps a pasted megabyte out of text measuring
_READABLE = 60  # characters
_MAY_BREAK = "\u200b"  # takes no room; a line may end there
_LONG_WORD = re.compile(r"\S{25,}")
_JOINT = re.compile(r"([@./_&=-]|\w{20})(?=.)")
_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Look(StrEnum):
    """How a label reads; the style sheet gives each its size, weight and colour."""

    BODY = "body"
    STRONG = "strong"
    TITLE = "title"
    HEADLINE = "headline"
    ALOUD = "aloud"
    SECONDARY = "secondary"
    MUTED = "muted"
    CAPTION = "caption"
    LABEL = "label"
    PROBLEM = "problem"


def plain(text: str) -> str:
    """Return ``text`` with one kind of line end and without control characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def one_line(text: str) -> str:
    """Return ``text`` on one line, of bounded length, with no character that turns it round."""
    line = " ".join(plain(text[: _LINE_LIMIT * 2]).split())[:_LINE_LIMIT]
    return "".join(c for c in line if c not in _OVERRIDES)


def breakable(text: str) -> str:
    """Return ``text`` in which long words (an address, a file's name) may break across lines."""
    return _LONG_WORD.sub(lambda word: _JOINT.sub(rf"\1{_MAY_BREAK}", word[0]), text)


class GrowingLabel(QLabel):
    """A label that wraps, can be selected and copied, and never reads its text as markup.

    Long words wrap too; the marks that let them are not in ``text`` nor in what is copied.
    """

    def __init__(
        self, text: str = "", look: Look = Look.BODY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(_SELECTABLE)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("look", look.value)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        self._words = plain(text)
        super().setText(breakable(self._words))

    @override
    def text(self) -> str:
        return self._words

    def set_selectable(self, selectable: bool) -> None:
        """Let the words be selected and copied, or only read."""
        flags = _SELECTABLE if selectable else Qt.TextInteractionFlag.NoTextInteraction
        if flags != self.textInteractionFlags():
            self.setTextInteractionFlags(flags)

    @override
    def selectedText(self) -> str:
        return super().selectedText().replace(_MAY_BREAK, "")

    def copy(self) -> None:
        """Copy what is selected."""
        QGuiApplication.clipboard().setText(self.selectedText())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.hasSelectedText():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction("Copy").triggered.connect(self.copy)
            menu.popup(event.globalPos())

    @override
    def sizeHint(self) -> QSize:
        """Return the room of the words in lines of a readable length."""
        if not self.wordWrap():
            return super().sizeHint()
        metrics = self.fontMetrics()
        lines = self.text()[: _LINE_LIMIT * 4].split("\n")
        longest = max(metrics.horizontalAdvance(line) for line in lines) + 2
        width = min(longest, metrics.averageCharWidth() * _READABLE)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return a narrow minimum, so that a long word cannot push the page wide."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, self.fontMetrics().height())

    def set_role(self, role: str) -> None:
        """Colour the words by a role of the theme; an empty role is the usual colour."""
        set_property(self, "role", role)


class SectionCaption(QLabel):
    """The small bold capitals above a group."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("look", Look.CAPTION.value)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        """Show ``text`` in capitals; assistive technology still reads the words as written."""
        super().setText(text.upper())
        self.setAccessibleName(text)
