"""The releases beside an enquiry: those linked, and those that bear on the question."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.enquiries import LinkedRelease
from pressdesk.storage.releases import ReleaseSummary
from pressdesk.ui.enquiry.release_card import ReleaseCard
from pressdesk.ui.enquiry.tab import emptied, holder
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import GrowingLabel, Look, SectionCaption


class Shelf(QWidget):
    """Cards of releases; each signal carries the id of a release.

    With ``says_none`` it says so when nothing is linked; else it is silent.
    """

    link_requested = Signal(int)
    unlink_requested = Signal(int)
    opened = Signal(int)

    def __init__(self, parent: QWidget, *, says_none: bool) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._says_none = says_none
        self._linked_caption = SectionCaption("Linked")
        self._suggested_caption = SectionCaption("Suggested")
        self._none = GrowingLabel("", Look.MUTED)
        self._linked, self._linked_column = holder(self)
        self._suggested, self._suggested_column = holder(self)
        self._arrange()

    def show_view(self, view: View) -> None:
        """Show what stands beside an enquiry; nothing moves when nothing changed."""
        shown = (view.id, view.enquiry.releases, view.suggested)
        if shown != self._shown:
            self._shown = shown
            self._fill(view.enquiry.releases, view.suggested)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (
            self._linked_caption,
            self._none,
            self._linked,
            self._suggested_caption,
            self._suggested,
        ):
            column.addWidget(widget)

    def _fill(self, linked: Sequence[LinkedRelease], suggested: Sequence[ReleaseSummary]) -> None:
        column = emptied(self._linked_column)
        for release in linked:
            card = ReleaseCard(release, "Unlink")
            card.acted.connect(self.unlink_requested)
            card.opened.connect(self.opened)
            column.addWidget(card)
        column = emptied(self._suggested_column)
        for found in suggested:
            card = ReleaseCard(found, "Link")
            card.acted.connect(self.link_requested)
            card.opened.connect(self.opened)
            column.addWidget(card)
        hint = "None yet. Link one below." if suggested else "None yet. Find one by its words."
        self._none.setText(hint)
        _show(bool(linked), self._linked)
        _show(bool(linked) or self._says_none, self._linked_caption)
        _show(not linked and self._says_none, self._none)
        _show(bool(suggested), self._suggested_caption, self._suggested)


def _show(wanted: bool, *widgets: QWidget) -> None:
    for widget in widgets:
        widget.setVisible(wanted)
