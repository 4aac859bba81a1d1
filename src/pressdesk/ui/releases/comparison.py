"""Two versions of a release, word by word: struck out what is gone, underlined what is new."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from pressdesk.domain.contacts import counted
from pressdesk.domain.word_diff import Change, Stretch
from pressdesk.ui.kit import GrowingLabel, Look, plain
from pressdesk.ui.releases.typeset import READING
from pressdesk.ui.theme import current

_MEASURE = 34 * READING  # em
_MOST_SHOWN = 300_000  # characters


class Comparison(QWidget):
    """Shows what one version has in the place of another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = GrowingLabel("", Look.STRONG, self)
        self._legend = GrowingLabel("", Look.SECONDARY, self)
        self.text = QTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("What changed")
        self.setFocusProxy(self.text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.4))
        for widget in (self._told, self._legend):
            column.addWidget(widget)
        column.addWidget(self.text, 1)

    def show_stretches(self, stretches: Sequence[Stretch], title: str) -> None:
        """Show a comparison below its title."""
        changes = sum(one.change is not Change.SAME for one in stretches)
        self._told.setText(title)
        self._legend.setText(
            f"{counted(changes, 'change')}. Struck out: taken out. Underlined: put in."
            if changes
            else "No word is different, only how they are set or the file they came in."
        )
        self._write(stretches)

    def hold(self, *, held: bool) -> None:
        """Let no words be taken out of it while they are under embargo."""
        flags = Qt.TextInteractionFlag
        self.text.setTextInteractionFlags(
            flags.NoTextInteraction
            if held
            else flags.TextSelectableByKeyboard | flags.TextSelectableByMouse
        )

    def words(self) -> str:
        """Return the line above and the line that counts the changes."""
        return f"{self._told.text()}\n{self._legend.text()}"

    def _write(self, stretches: Sequence[Stretch]) -> None:
        theme, room = current(), _MOST_SHOWN
        self.text.clear()
        margin = max(theme.px(1), (self.width() - theme.px(_MEASURE)) // 2)
        frame = self.text.document().rootFrame()
        beside = frame.frameFormat()
        beside.setLeftMargin(min(margin, theme.px(6)))
        beside.setRightMargin(min(margin, theme.px(6)))
        frame.setFrameFormat(beside)
        cursor = QTextCursor(self.text.document())
        cursor.setBlockFormat(_spacing())
        cursor.beginEditBlock()
        for stretch in stretches:
            words = plain(stretch.words[:room])
            room -= len(words)
            cursor.insertText(words, _letters(stretch.change))
        cursor.endEditBlock()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)


def _spacing() -> QTextBlockFormat:
    spacing = QTextBlockFormat()
    spacing.setBottomMargin(current().px(0.75))
    spacing.setLineHeight(142.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return spacing


def _letters(change: Change) -> QTextCharFormat:
    """Give the look of a stretch: by a line through or beneath it, then by colour."""
    theme, letters = current(), QTextCharFormat()
    font = theme.font()
    font.setPointSizeF(theme.points * READING)
    letters.setFont(font)
    role = {Change.TAKEN_OUT: "overdue", Change.PUT_IN: "cleared"}.get(change, "text")
    letters.setForeground(theme.colour(role))
    if change is not Change.SAME:
        letters.setBackground(theme.colour(f"{role}_soft"))
        letters.setFontStrikeOut(change is Change.TAKEN_OUT)
        letters.setFontUnderline(change is Change.PUT_IN)
    return letters
