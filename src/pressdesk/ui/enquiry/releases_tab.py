"""The Releases tab: those linked, those that bear on the question, and any other by its words."""

from datetime import datetime
from functools import partial

from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.embargo import mark_said
from pressdesk.domain.said import day_said
from pressdesk.storage.releases import ReleaseSummary
from pressdesk.ui.enquiry.shelf import Shelf
from pressdesk.ui.enquiry.tab import Tab
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import Field, Proposal, Suggest
from pressdesk.ui.tools import Tools

MOST = 8
HINT = "Type words of it, Down and Enter link it"


class ReleasesTab(Tab):
    """Linking the published words that answer a question."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._build()
        self._arrange()
        self._connect()

    @override
    def show_view(self, view: View) -> None:
        super().show_view(view)
        self._shelf.show_view(view, self.tools.clock.now())

    def tick(self, now: datetime) -> None:
        """Let the time left of embargoes go by."""
        self._shelf.tick(now)

    @override
    def focus_first(self) -> None:
        self.search.setFocus()

    def _build(self) -> None:
        self.search = Suggest("Find a release")
        self._field = Field("Link a release", self.search, HINT)
        self._shelf = Shelf(self)

    def _arrange(self) -> None:
        self.column.addWidget(self._field)
        self.column.addWidget(self._shelf)
        self.column.addStretch(1)

    def _connect(self) -> None:
        self.search.asked.connect(self._on_asked)
        self.search.chosen.connect(self._on_chosen)
        self._shelf.acted.connect(self.use)
        self._shelf.unlink_requested.connect(self.unlink)
        self._shelf.opened.connect(self.read)

    def _on_asked(self, words: str) -> None:
        work = partial(self.services.releases.listed, words)
        self.tools.runner.run(self, work, self._on_found, self.say, key="releases")

    def _on_found(self, releases: tuple[ReleaseSummary, ...]) -> None:
        now = self.tools.clock.now()
        self.search.set_choices(
            [Proposal(found.headline, _when(found, now), found.id) for found in releases[:MOST]]
        )
        nothing = not releases and bool(self.search.text().strip())
        self._field.set_hint("No release has these words." if nothing else HINT)

    def _on_chosen(self, release_id: int) -> None:
        self.search.clear()
        self.link(release_id)


def _when(release: ReleaseSummary, now: datetime) -> str:
    if mark := mark_said(release.embargo, now):
        return mark
    return day_said(release.published_on) if release.published_on else ""
