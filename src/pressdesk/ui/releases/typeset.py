"""A release set in type: blocks of a text document, never markup.

The text of a release comes from outside. It is put into the document as plain words, block by
block, so that nothing in it can be read as a tag, a picture or a link.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate, zip_longest

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from pressdesk.domain.releases import Block, BlockKind, Note, PressContact, ReleaseParts
from pressdesk.ui.kit import plain
from pressdesk.ui.releases.inline_marks import Run, runs, undressed
from pressdesk.ui.releases.lines import LineKind, Stretch, in_a_row, stretches
from pressdesk.ui.releases.passages import (
    Passage,
    PassageKind,
    day_printed,
    note_copied,
    quote_copied,
    quoted,
    reads_from_right,
    said_by,
)
from pressdesk.ui.theme import Theme

READING = 15 / 13
"""The size of a release's text as a share of the body text of the window."""

MEASURE = 34 * READING  # em; about 70 characters of the reading size
_GAP = 1.6  # em, between the columns of a table
_STEP = 1.9  # em; how far bullets, notes and quotes stand in
_ENDLESS = re.compile(r"\S{500}")
_MOST_SHOWN = 300_000  # characters, ten times the longest release we know; more takes seconds
_LONGEST_STANDFIRST = 400  # characters
_SENTENCE_ENDS = (".", "!", "?", "”", "’", "۔", "؟")
_BETWEEN = " · "
_LINE_TURNED = 100.0  # of the font for Arabic and Urdu, whose lines are high already
_LINE = 142.0  # per cent of the height of a line of this font


@dataclass(frozen=True)
class _Look:
    """Size (share of the body text), colour role, room above and below in em, steps in."""

    size: float
    role: str = "text"
    weight: QFont.Weight = QFont.Weight.Normal
    above: float = 0.0
    below: float = 0.75
    steps: int = 0
    hanging: bool = False


class _Style(Enum):
    FRONT = _Look(12 / 13, "text_muted", below=0.3)
    HEADLINE = _Look(22 / 13, weight=QFont.Weight.Bold, above=0.2, below=0.35)
    ABOUT = _Look(1.0, "text_muted", below=1.4)
    STANDFIRST = _Look(17 / 13, weight=QFont.Weight.Medium, below=1.0)
    PARAGRAPH = _Look(READING)
    HEADING = _Look(17 / 13, weight=QFont.Weight.DemiBold, above=0.7, below=0.35)
    QUOTE = _Look(READING, steps=1)
    SPEAKER = _Look(1.0, "text_muted", QFont.Weight.DemiBold, below=1.1, steps=1)
    BULLET = _Look(READING, steps=1, below=0.35, hanging=True)
    POINTER = _Look(12 / 13, "text_muted", QFont.Weight.DemiBold, above=0.5, below=0.1)
    LINK = _Look(READING, "accent", QFont.Weight.Medium, below=0.8)
    MARK = _Look(12 / 13, "text_muted", QFont.Weight.DemiBold, above=0.3, below=0.9)
    SECTION = _Look(READING, weight=QFont.Weight.Bold, above=1.6, below=0.5)
    TABLE = _Look(1.0)
    NOTE = _Look(1.0, below=0.55, steps=1, hanging=True)
    NOTE_MORE = _Look(1.0, below=0.55, steps=1)
    NOTE_BULLET = _Look(1.0, below=0.2, steps=2, hanging=True)
    NOTE_TABLE = _Look(1.0, below=0.6, steps=1)
    NUMBER = _Look(20 / 13, weight=QFont.Weight.Bold, above=1.2, below=0.0, steps=1)
    HOURS = _Look(1.0, "text_muted", below=0.9, steps=1)
    URGENT = _Look(1.0, "out_of_hours", QFont.Weight.DemiBold, below=0.9, steps=1)
    UNDER_DESK = _Look(20 / 13, weight=QFont.Weight.Bold, below=0.0, steps=1)
    DESK = _Look(1.0, weight=QFont.Weight.DemiBold, above=1.2, below=0.0, steps=1)
    LISTED = _Look(1.0, "accent", below=0.45)


@dataclass(frozen=True)
class _Styles:
    """How the lines of a paragraph are set, by what they are."""

    words: _Style
    bullet: _Style
    table: _Style


_IN_STORY = _Styles(_Style.PARAGRAPH, _Style.BULLET, _Style.TABLE)
_IN_NOTE = _Styles(_Style.NOTE_MORE, _Style.NOTE_BULLET, _Style.NOTE_TABLE)
_LISTED = frozenset({_Style.BULLET, _Style.NOTE_BULLET})
_ROOM_BELOW_LIST = 0.4  # em, with what the last item has below it


class Typesetter:
    """Writes one release into a document and remembers its passages."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        self.passages: list[Passage] = []
        self._document, self._theme = document, theme
        document.clear()
        document.setUndoRedoEnabled(False)
        document.setIndentWidth(theme.px(_STEP))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        self._cursor = QTextCursor(document)
        self._empty = True
        self._listing = False
        self._tabs: list[float] = []
        self._turned = False
        self._about = ""
        self._room, self._left_out = _MOST_SHOWN, 0

    def set(self, parts: ReleaseParts, source: str = "") -> None:
        """Write all of ``parts``, then ``source``: the line that says where they came from."""
        self._cursor.beginEditBlock()
        self._set_top(parts)
        standfirst = _has_standfirst(parts)
        if standfirst:
            self._write(_Style.STANDFIRST, parts.blocks[0].text)
        for block in parts.blocks[standfirst:]:
            self._set_block(block)
        self._set_notes(parts)
        for block in parts.after_notes:
            self._set_block(block)
        self._set_contacts(parts.contacts)
        self._set_links(parts)
        if self._left_out:
            words = f"{self._left_out:,} more characters are kept, and found by the search."
            self._room = len(words)
            self._write(_Style.HEADING, words)
        self._room = len(source)
        if source:
            self._write(_Style.SECTION, "")
            self._write(_Style.FRONT, source)
        self._cursor.endEditBlock()

    def _set_top(self, parts: ReleaseParts) -> None:
        day = day_printed(parts.published_on) if parts.published_on else "No date in the text"
        told = any(parts.reference in line != parts.reference for line in parts.front)
        self._about = _BETWEEN.join(filter(None, ("" if told else parts.reference, day)))
        for line in parts.front:
            if line not in self._about.split(_BETWEEN):
                self._write(_Style.FRONT, line)
        self._turned = reads_from_right(parts.headline)
        self._write(_Style.HEADLINE, parts.headline or "No headline")
        self._write(_Style.ABOUT, self._about)

    def _set_block(self, block: Block) -> None:
        match block.kind:
            case BlockKind.QUOTE:
                self._set_quote(block)
            case BlockKind.BULLETS:
                self._write(_Style.PARAGRAPH, block.lead_in)
                for item in block.items:
                    self._write(_Style.BULLET, f"•\t{item}")
            case BlockKind.LINK:
                self._write(_Style.POINTER, undressed(block.lead_in))
                self._write(_Style.LINK, "\n".join(filter(None, (block.text, block.url))))
            case BlockKind.HEADING:
                self._write(_Style.HEADING, undressed(block.text))
            case BlockKind.MARK if block.text in self._about.split(_BETWEEN):
                pass  # the date or the reference stands beneath the headline already
            case BlockKind.MARK:
                self._write(_Style.MARK, undressed(block.text))
            case _:
                for words in block.texts:
                    self._set_stretches(stretches(words), _IN_STORY)

    def _set_stretches(self, lines: Iterable[Stretch], styles: _Styles) -> None:
        """Write the lines of a text by what they are."""
        for one in lines:
            match one.kind:
                case LineKind.WORDS:
                    self._write(styles.words, one.words)
                case LineKind.BULLET:
                    self._write(styles.bullet, f"•\t{one.words}")
                case LineKind.STEP:
                    self._write(styles.bullet, f"{one.label}\t{one.words}")
                case LineKind.TABLE:
                    self._set_table(styles.table, one.rows)

    def _set_table(self, style: _Style, rows: tuple[tuple[str, ...], ...]) -> None:
        """Write rows with their cells below each other, unless the table is too wide for it."""
        look = style.value
        letters = QFontMetricsF(self._formats(look)[1].font())
        gap, room = self._theme.px(_GAP), self._theme.px(MEASURE - look.steps * _STEP)
        columns = list(zip_longest(*rows, fillvalue=""))
        ends = list(
            accumulate(max(map(letters.horizontalAdvance, column)) + gap for column in columns)
        )
        if len(columns) < 2 or ends[-1] - gap > room or reads_from_right(in_a_row(rows)):
            self._write(style, in_a_row(rows))
            return
        self._tabs = ends[:-1]
        self._write(style, "\n".join("\t".join(row) for row in rows))
        self._tabs = []

    def _set_quote(self, quote: Block) -> None:
        self._write(_Style.PARAGRAPH, quote.lead_in)
        self._write(_Style.PARAGRAPH, quote.text)
        first = self._next_block()
        for words in quoted(quote):
            self._write(_Style.QUOTE, words)
        self._write(_Style.SPEAKER, said_by(quote))
        name = f"the quote of {quote.speaker}" if quote.speaker else "the quote"
        self._remember(PassageKind.QUOTE, first, name, quote_copied(quote))

    def _set_notes(self, parts: ReleaseParts) -> None:
        if parts.notes or parts.notes_heading:
            heading = undressed(parts.notes_heading) if parts.notes_heading else "Notes to editors"
            self._write(_Style.SECTION, heading)
        counted = not any(note.label for note in parts.notes)
        for number, note in enumerate(parts.notes, 1):
            self._set_note(note, str(number) if counted else note.label)

    def _set_note(self, note: Note, label: str) -> None:
        """Write a note; where none has a number they are counted, to be copied by it."""
        first = self._next_block()
        label = label.lower().removeprefix("note ")
        opening, *others = stretches(note.text)
        opens = opening.kind is LineKind.WORDS
        self._write(_Style.NOTE, f"{label}\t{opening.words if opens else ''}")
        self._set_stretches(others if opens else (opening, *others), _IN_NOTE)
        name = f"note {label}" if label else "a note"
        self._remember(PassageKind.NOTE, first, name, note_copied(note), label)

    def _set_contacts(self, contacts: tuple[PressContact, ...]) -> None:
        if contacts:
            self._write(_Style.SECTION, "Press contacts")
        for contact in contacts:
            first = self._next_block()
            self._write(_Style.DESK, contact.desk)
            self._write(_Style.UNDER_DESK if contact.desk else _Style.NUMBER, contact.number)
            if contact.out_of_hours:
                hours = ", ".join(filter(None, ("Out of hours, urgent", contact.hours)))
                self._write(_Style.URGENT, hours)
            else:
                self._write(_Style.HOURS, contact.hours or "Hours not given")
            if contact.email:
                self._write(_Style.HOURS, contact.email)
            self._remember(PassageKind.CONTACT, first, contact.number, contact.number)

    def _set_links(self, parts: ReleaseParts) -> None:
        links = dict.fromkeys(parts.links)
        if links:
            self._write(_Style.SECTION, "Links")
        for link in links:
            both = dict.fromkeys(filter(None, (link.text, link.url)))
            self._write(_Style.LISTED, "\n".join(both))

    def _remember(
        self, kind: PassageKind, first: int, name: str, copied: str, label: str = ""
    ) -> None:
        self.passages.append(Passage(kind, first, self._next_block() - 1, name, copied, label))

    def _next_block(self) -> int:
        return 0 if self._empty else self._cursor.blockNumber() + 1

    def _write(self, style: _Style, words: str) -> None:
        """Write a paragraph; lines within it stay lines. Nothing is written for no words."""
        if not words and style is not _Style.SECTION:
            return
        self._left_out += max(0, len(words) - self._room)
        words = words[: self._room]
        self._room -= len(words)
        look = style.value
        spacing, letters = self._formats(look)
        if reads_from_right(words):
            words = _turned(spacing, words)
        elif style is _Style.ABOUT and self._turned:
            spacing.setAlignment(Qt.AlignmentFlag.AlignRight)
        if self._listing and style not in _LISTED:
            spacing.setTopMargin(spacing.topMargin() + self._theme.px(_ROOM_BELOW_LIST))
        self._listing = style in _LISTED
        if self._empty:
            self._cursor.setBlockFormat(spacing)
            self._empty = False
        else:
            self._cursor.insertBlock(spacing)
        self._cursor.setBlockCharFormat(letters)
        for run in runs(plain(words)):
            self._cursor.insertText(
                _wrappable(run.words).replace("\n", "\u2028"), self._dressed(letters, run)
            )

    def _dressed(self, letters: QTextCharFormat, run: Run) -> QTextCharFormat:
        dressed = QTextCharFormat(letters)
        if run.link:
            dressed.setForeground(self._theme.colour("accent"))
        if run.bold:
            dressed.setFontWeight(QFont.Weight.Bold)
        return dressed

    def _formats(self, look: _Look) -> tuple[QTextBlockFormat, QTextCharFormat]:
        theme, spacing, letters = self._theme, QTextBlockFormat(), QTextCharFormat()
        spacing.setTopMargin(theme.px(look.above))
        spacing.setBottomMargin(theme.px(look.below))
        spacing.setIndent(look.steps)
        spacing.setLineHeight(
            _LINE if look.size <= READING else 118.0,
            QTextBlockFormat.LineHeightTypes.ProportionalHeight.value,
        )
        if self._tabs:
            left = QTextOption.TabType.LeftTab
            spacing.setTabPositions([QTextOption.Tab(place, left) for place in self._tabs])
        if look.hanging:
            spacing.setTextIndent(-theme.px(_STEP))
            spacing.setTabPositions([QTextOption.Tab(theme.px(_STEP), QTextOption.TabType.LeftTab)])
        font = theme.font(weight=look.weight)
        font.setPointSizeF(theme.points * look.size)
        letters.setFont(font)
        letters.setForeground(theme.colour(look.role))
        return spacing, letters


def _turned(spacing: QTextBlockFormat, words: str) -> str:
    """Set a paragraph from the right; its bullet or number stands in the line.

    Qt measures the tab behind it from the other side.
    """
    spacing.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    spacing.setTextIndent(0)
    spacing.setLineHeight(_LINE_TURNED, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return words.replace("\t", "\u2002", 1)


def _has_standfirst(parts: ReleaseParts) -> bool:
    """Say whether the story opens with a short paragraph of sentences: its standfirst."""
    opening = parts.blocks[0] if len(parts.blocks) > 1 else Block(BlockKind.MARK)
    text = opening.text.rstrip()
    fits = opening.kind is BlockKind.PARAGRAPH and len(text) <= _LONGEST_STANDFIRST
    return fits and text[-1:] in _SENTENCE_ENDS


def _wrappable(words: str) -> str:
    """Let a word of thousands of letters break now and then; laying it out whole takes minutes."""
    return _ENDLESS.sub("\\g<0>\u200b", words)
