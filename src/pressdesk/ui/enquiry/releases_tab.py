"""The Releases tab: those linked, those that bear on the question, and any other by its words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.enquiries import LinkedRelease
from pressdesk.domain.said import day_said
from pressdesk.storage.releases import ReleaseSummary
from pressdesk.ui.enquiry.release_card import ReleaseCard
from pressdesk.ui.enquiry.tab import Tab, emptied, holder
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import Field, GrowingLabel, Look, Proposal, SectionCaption, Suggest
from pressdesk.ui.tools import Tools

MOST = 8
HINT = "Type words of it, Down and Enter link it"


class ReleasesTab(Tab):
    """Linking the published words that answer a question."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._shown: object = None
        self._build()
        self._arrange()
        self.search.asked.connect(self._on_asked)
        self.search.chosen.connect(self._on_chosen)

    @override
    def show_view(self, view: View) -> None:
        super().show_view(view)
        shown = (view.id, view.enquiry.releases, view.suggested)
        if shown != self._shown:
            self._shown = shown
            self._fill(view.enquiry.releases, view.suggested)

    @override
    def focus_first(self) -> None:
        self.search.setFocus()

    def _build(self) -> None:
        self.search = Suggest("Find a release")
        self._field = Field("Link a release", self.search, HINT)
        self._linked, self._linked_column = holder(self)
        self._suggested, self._suggested_column = holder(self)
        self._caption = SectionCaption("Suggested")
        self._none = GrowingLabel("", Look.MUTED)

    def _arrange(self) -> None:
        for widget in (
            self._field,
            SectionCaption("Linked"),
            self._none,
            self._linked,
            self._caption,
            self._suggested,
        ):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def _fill(self, linked: Sequence[LinkedRelease], suggested: Sequence[ReleaseSummary]) -> None:
        column = emptied(self._linked_column)
        for release in linked:
            card = ReleaseCard(release, "Unlink")
            card.acted.connect(self._on_unlink)
            card.opened.connect(self.tools.navigator.release_requested)
            column.addWidget(card)
        column = emptied(self._suggested_column)
        for found in suggested:
            card = ReleaseCard(found, "Link")
            card.acted.connect(self._on_link)
            card.opened.connect(self.tools.navigator.release_requested)
            column.addWidget(card)
        _show(bool(linked), self._linked)
        _show(bool(suggested), self._caption, self._suggested)
        hint = "None yet. Link one below." if suggested else "None yet. Find one by its words."
        self._none.setText(hint)
        _show(not linked, self._none)

    def _on_link(self, release_id: int) -> None:
        if self.view is not None:
            self.act(partial(self.services.answering.link, self.view.id, release_id))

    def _on_unlink(self, release_id: int) -> None:
        if self.view is not None:
            self.act(partial(self.services.answering.unlink, self.view.id, release_id))

    def _on_asked(self, words: str) -> None:
        work = partial(self.services.releases.listed, words)
        self.tools.runner.run(self, work, self._on_found, self.say, key="releases")

    def _on_found(self, releases: tuple[ReleaseSummary, ...]) -> None:
        self.search.set_choices(
            [Proposal(found.headline, _when(found), found.id) for found in releases[:MOST]]
        )
        nothing = not releases and bool(self.search.text().strip())
        self._field.set_hint("No release has these words." if nothing else HINT)

    def _on_chosen(self, release_id: int) -> None:
        self.search.clear()
        self._on_link(release_id)


def _when(release: ReleaseSummary) -> str:
    return day_said(release.published_on) if release.published_on else ""


def _show(wanted: bool, *widgets: QWidget) -> None:
    for widget in widgets:
        widget.setVisible(wanted)
