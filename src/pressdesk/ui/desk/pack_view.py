"""A pack: the line that answers it, the terms, and the reply list that ticks off who has it."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.domain.packs import Pack, PackMember
from pressdesk.domain.said import when_said
from pressdesk.ui.acts import UNLISTED, Act
from pressdesk.ui.enquiry.compose import NO_TERMS
from pressdesk.ui.enquiry.terms_choice import TermsChoice
from pressdesk.ui.kit import (
    Field,
    GrowingLabel,
    KeyButton,
    Kind,
    LeftWithEsc,
    Look,
    Scrolled,
    SectionCaption,
)
from pressdesk.ui.kit.entries import Entry, EntryList
from pressdesk.ui.known.kinds import LINES
from pressdesk.ui.known.look import KnownLook
from pressdesk.ui.known.section import KnownSection
from pressdesk.ui.theme import current

CHOOSE_LINE = "Choose the line that answers them, then the terms; Enter ticks off who has it."
NO_LINE = "No cleared line fits yet. Write one in Lines to take and have it cleared."
KEYS = "Enter: the line was given, on to the next · O: open the enquiry · Esc: back to the desk"


class PackView(LeftWithEsc, Scrolled):
    """``given`` and ``opened`` carry the id of an enquiry, ``line_chosen`` that of a line.

    ``left`` when the person goes back to the desk.
    """

    given = Signal(int)
    opened = Signal(int)
    line_chosen = Signal(int)

    def __init__(self) -> None:
        self._sheet = QWidget()
        self._sheet.setObjectName("page")
        super().__init__(self._sheet)
        self.pack: Pack | None = None
        self._build()
        self._arrange()
        self._connect()

    def show_pack(
        self, pack: Pack, looks: Sequence[KnownLook], now: datetime, zone: ZoneInfo
    ) -> None:
        """Show how a pack stands; the next who waits is at hand."""
        new = self.pack is None or self.pack.id != pack.id
        at_hand = self.replies.current_id()
        given = {member.enquiry.id for member in pack.members if member.given}
        self.pack = pack
        if new:
            self.terms.set_value(None)
        self._title.setText(pack.name)
        self._stands.setText(f"{len(given)} of {len(pack.members)} answered")
        self.lines.show_looks(looks, {pack.line.id} if pack.line else ())
        self._no_line.setVisible(not looks)
        waiting = [one.enquiry.id for one in pack.members if not one.given]
        wanted = at_hand if at_hand in waiting and not new else next(iter(waiting), at_hand)
        self.replies.set_entries([_entry(one, now, zone) for one in pack.members], wanted)
        self._hint.setText(KEYS if pack.line else CHOOSE_LINE)

    def say(self, sentence: str) -> None:
        """Say what must be done first, at the terms."""
        self.terms_field.set_problem(sentence)

    def acts(self) -> tuple[Act, ...]:
        """Return what is done with the reply at hand, by the keys of the list."""
        return (
            Act(UNLISTED, "The line was given, on to the next\tReturn", self._give),
            Act(UNLISTED, "Open the enquiry\tO", self._open),
        )

    def focus_first(self) -> None:
        """Put the focus where one would go on."""
        chosen = self.pack is not None and self.pack.line is not None
        (self.replies if chosen and self.terms.value() else self.terms).setFocus()

    def _build(self) -> None:
        self._title, self._stands = GrowingLabel("", Look.HEADLINE), GrowingLabel("", Look.MUTED)
        self._back = KeyButton("Back to the desk", Kind.SECONDARY, "Esc", binds=False)
        self.lines = KnownSection(LINES.title, LINES.key)
        self._no_line = GrowingLabel(NO_LINE, Look.MUTED)
        self.terms = TermsChoice()
        self.terms_field = Field("On which terms", self.terms)
        self._caption = SectionCaption("Replies")
        self.replies = EntryList("Replies")
        self.replies.setMinimumHeight(current().px(12))  # three of them, however low the window
        self._hint = GrowingLabel("", Look.SECONDARY)

    def _arrange(self) -> None:
        px = current().px
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, px(0.3), px(0.6), 0)
        column.setSpacing(px(0.7))
        column.addLayout(head)
        for widget in (self._stands, self.lines, self._no_line, self.terms_field, self._caption):
            column.addWidget(widget)
        column.addWidget(self.replies, 1)
        column.addWidget(self._hint)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self.lines.acted.connect(self.line_chosen)
        self.terms.chosen.connect(self._on_terms)
        self.replies.opened.connect(self._on_enter)
        self.replies.typed.connect(self._on_typed)

    def _on_terms(self) -> None:
        self.terms_field.set_problem("")

    def _on_enter(self, enquiry_id: int) -> None:
        if self.terms.value() is None:
            self.say(NO_TERMS)
            self.terms.setFocus()
        elif not self._is_given(enquiry_id):
            self.given.emit(enquiry_id)

    def _is_given(self, enquiry_id: int) -> bool:
        members = self.pack.members if self.pack else ()
        return any(one.given for one in members if one.enquiry.id == enquiry_id)

    def _on_typed(self, letter: str) -> None:
        if letter.lower() == "o":
            self._open()

    def _open(self) -> None:
        if (current_id := self.replies.current_id()) is not None:
            self.opened.emit(current_id)

    def _give(self) -> None:
        if (current_id := self.replies.current_id()) is not None:
            self._on_enter(current_id)


def _entry(member: PackMember, now: datetime, zone: ZoneInfo) -> Entry:
    """Return a row of the reply list, ticked when it is done."""
    one = member.enquiry
    who = ", ".join(filter(None, (one.journalist, one.outlet))) or one.reference
    deadline = f"by {when_said(one.deadline_at, now, zone)}" if one.deadline_at else "no deadline"
    state = "answered" if member.given else deadline
    tick = "✓" if member.given else "○"
    return Entry(one.id, f"{tick} {who}", f"{one.reference} · {state}")
