"""The lines to take beside an answer: those taken while logging, and those that bear on it."""

from collections.abc import Container, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.ui.enquiry.view import View
from pressdesk.ui.known.kinds import LINES
from pressdesk.ui.known.look import KnownLook
from pressdesk.ui.known.section import KnownSection


class LinesBox(QWidget):
    """``acted`` and ``opened`` carry the id of a line."""

    acted = Signal(int)
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._looks: Sequence[KnownLook] = ()
        self.section = KnownSection(LINES.title, LINES.key, opens=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        self.section.acted.connect(self.acted)
        self.section.opened.connect(self.opened)

    def show_view(self, view: View) -> None:
        """Show what stands beside an enquiry."""
        self._looks = view.known.get(LINES.name, ())

    def leave_out(self, used: Container[int]) -> bool:
        """Show those whose words are not used yet; say whether there are any."""
        looks = tuple(look for look in self._looks if look.id not in used)
        self.section.show_looks(looks)
        return bool(looks)
