"""The Timeline tab: every change, who made it and when, the latest first."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from zoneinfo import ZoneInfo

from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.said import when_said
from pressdesk.domain.timeline import Told
from pressdesk.ui.enquiry.tab import Tab, emptied, holder
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import Card, GrowingLabel, Look
from pressdesk.ui.tools import Tools

Group = tuple[str, list[str]]


class TimelineTab(Tab):
    """The story of an enquiry; nothing here can be edited away."""

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._shown: list[Group] = []
        self._list, self._list_column = holder(self, 0.7)
        self.column.addWidget(self._list)
        self.column.addStretch(1)

    @override
    def show_view(self, view: View) -> None:
        super().show_view(view)
        shown = grouped(view.story, self.tools.clock.now(), view.zone)
        if shown != self._shown:
            self._shown = shown
            self._fill()

    def _fill(self) -> None:
        column = emptied(self._list_column)
        for heading, sentences in self._shown:
            card = Card(self._list)
            card.body.addWidget(GrowingLabel(heading, Look.SECONDARY))
            for sentence in sentences:
                card.body.addWidget(GrowingLabel(sentence))
            column.addWidget(card)


def grouped(story: Iterable[Told], now: datetime, zone: ZoneInfo) -> list[Group]:
    """Return what one person did in one minute together, the latest first."""
    groups = groupby(story, key=lambda told: (when_said(told.at, now, zone), told.actor))
    found = [
        (f"{when[:1].upper()}{when[1:]} · {actor}", [line.sentence for line in lines])
        for (when, actor), lines in groups
    ]
    return found[::-1]
