"""All kinds of findings, one under the other; the same beside a new enquiry and an open one."""

from collections.abc import Container, Mapping
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.ui.kit import GrowingLabel, Look
from pressdesk.ui.known.kinds import KINDS, Known
from pressdesk.ui.known.section import KnownSection
from pressdesk.ui.theme import current

NOTHING_FITS = "No release, no line and no earlier enquiry fits this question yet."


class KnownSections(QWidget):
    """Shows what was found, or says that nothing fits.

    ``beside`` an open enquiry the keys want Shift too, and what can be read can be opened.
    """

    acted = Signal(str, int)
    opened = Signal(str, int)

    def __init__(self, *, beside: bool = False, spacing: float = 1.1) -> None:
        super().__init__()
        self._nothing = GrowingLabel("", Look.MUTED)
        self._sections = {
            kind.name: KnownSection(
                kind.title,
                f"{kind.key}+Shift" if beside else kind.key,
                opens=beside and kind.opens,
                open_keys=() if beside else kind.open_keys,
            )
            for kind in KINDS
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(spacing))
        column.addWidget(self._nothing)
        for section in self._sections.values():
            column.addWidget(section)
            section.acted.connect(self._on_acted)
            section.opened.connect(self._on_opened)

    def text(self) -> str:
        """Return all that it shows."""
        sections = (section.text() for section in self._sections.values())
        return "\n".join(filter(None, (*sections, self._nothing.text())))

    def tick(self, now: datetime) -> None:
        """Count down to the ends of embargoes."""
        for section in self._sections.values():
            section.tick(now)

    def show_known(
        self,
        known: Known,
        taken: Mapping[str, Container[int]],
        nothing: str = NOTHING_FITS,
    ) -> None:
        """Show what was found; ``taken`` are the ids of those taken, by kind."""
        for name, section in self._sections.items():
            section.show_looks(known.get(name, ()), taken.get(name, ()))
        self._nothing.setText("" if any(known.values()) else nothing)
        self._nothing.setVisible(bool(self._nothing.text()))

    def _on_acted(self, found: int) -> None:
        self.acted.emit(self._kind_of(self.sender()), found)

    def _on_opened(self, found: int) -> None:
        self.opened.emit(self._kind_of(self.sender()), found)

    def _kind_of(self, sender: object) -> str:
        return next(name for name, section in self._sections.items() if section is sender)
