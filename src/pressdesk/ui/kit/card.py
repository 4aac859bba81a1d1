"""The white sheet with a fine border on which related things lie together."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from pressdesk.ui.kit.restyle import set_property
from pressdesk.ui.theme import current


class Card(QFrame):
    """A card with a vertical ``body`` layout.

    ``panel`` colours the whole card by what it says: ``open``, ``out_of_hours`` (the dark one) or
    ``warning``.
    """

    def __init__(self, parent: QWidget | None = None, *, panel: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        theme = current()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*(theme.px(e) for e in (0.95, 0.8, 0.95, 0.8)))
        self.body.setSpacing(theme.px(0.3))
        self.set_panel(panel)

    def set_panel(self, panel: str) -> None:
        """Colour the card by a state, or make it plain again with an empty one."""
        set_property(self, "panel", panel)
        for child in self.findChildren(QWidget):
            child.style().unpolish(child)
            child.style().polish(child)

    def set_chosen(self, chosen: bool) -> None:
        """Draw the border in the accent colour, for a card that has been taken (linked)."""
        set_property(self, "chosen", chosen)
