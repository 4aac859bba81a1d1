"""One contact as it is kept: facts, acts, and what belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from pressdesk.ui.kit import (
    Card,
    Fact,
    FlowLayout,
    GrowingLabel,
    KeyButton,
    KeyValue,
    Kind,
    Look,
    SectionCaption,
)
from pressdesk.ui.kit.entries import Entry, EntryList
from pressdesk.ui.theme import current


@dataclass(frozen=True)
class SheetLook:
    """What a sheet shows. ``below`` are the earlier enquiries, or the journalists of an outlet.

    ``leads_to`` is the id of the outlet that its button opens; None for no button. Of one that
    ``is_person`` everything can be looked for.
    """

    title: str
    second: str
    facts: Sequence[Fact]
    caption: str
    below: Sequence[Entry]
    leads_to: int | None = None
    is_person: bool = False


class Sheet(QWidget):
    """Shows a contact; ``below_opened`` and ``outlet_requested`` carry an id.

    The keys on its buttons are bound by the page, so that they do not reach the panel beside it.
    """

    edit_requested = Signal()
    merge_requested = Signal()
    everything_requested = Signal()
    outlet_requested = Signal(int)
    below_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outlet: int | None = None
        self._build()
        self._arrange()
        self._connect()

    def show_look(self, look: SheetLook) -> None:
        """Show another contact, or the same one as it is now."""
        self._title.setText(look.title)
        self._second.setText(look.second)
        self._facts.set_facts(look.facts)
        self._caption.setText(look.caption)
        self._below.set_entries(look.below)
        self._below.clearSelection()
        self._below.setVisible(bool(look.below))
        self._outlet = look.leads_to
        self._outlet_button.setVisible(look.leads_to is not None)
        self._everything.setVisible(look.is_person)

    def _build(self) -> None:
        self._title = GrowingLabel("", Look.HEADLINE, self)
        self._second = GrowingLabel("", Look.MUTED, self)
        self._edit = KeyButton("Edit", Kind.SECONDARY, "F2", self, binds=False)
        self._merge = KeyButton("Merge into…", Kind.SECONDARY, "M", self, binds=False)
        self._outlet_button = KeyButton("Open outlet", Kind.SECONDARY, "O", self, binds=False)
        self._everything = KeyButton(
            "Everything about them", Kind.SECONDARY, "D", self, binds=False
        )
        self._facts = KeyValue()
        self._caption = SectionCaption("", self)
        self._below = EntryList("Belongs to this contact", self)

    def _arrange(self) -> None:
        theme = current()
        card, acts = Card(self), QWidget(self)
        card.body.addWidget(self._facts)
        row = FlowLayout(acts, theme.px(0.5))
        for button in (self._edit, self._merge, self._outlet_button, self._everything):
            row.addWidget(button)
        sheet = QWidget()
        sheet.setObjectName("page")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(theme.px(0.4), 0, theme.px(0.4), 0)
        column.setSpacing(theme.px(0.4))
        column.addWidget(self._title)
        column.addWidget(self._second)
        column.addSpacing(theme.px(0.3))
        column.addWidget(acts)
        column.addSpacing(theme.px(0.3))
        column.addWidget(card)
        column.addSpacing(theme.px(0.8))
        column.addWidget(self._caption)
        column.addWidget(self._below, 1)
        column.addStretch(0)
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setWidget(sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroller)

    def _connect(self) -> None:
        self._edit.clicked.connect(self.edit_requested)
        self._merge.clicked.connect(self.merge_requested)
        self._outlet_button.clicked.connect(self.open_outlet)
        self._everything.clicked.connect(self.everything_requested)
        self._below.opened.connect(self.below_opened)

    @Slot()
    def open_outlet(self) -> None:
        """Ask for the outlet of the journalist that is shown."""
        if self._outlet is not None:
            self.outlet_requested.emit(self._outlet)
