"""The feeds that are read for new releases, and how the last look at each went."""

from collections.abc import Hashable, Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLineEdit
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.feeds import LEAST_MINUTES, MOST_MINUTES, Feed, FeedState
from pressdesk.domain.said import when_said
from pressdesk.errors import PressDeskError
from pressdesk.services.feeds import Looked
from pressdesk.services.office import Facts
from pressdesk.storage.journal import Changed
from pressdesk.ui.kit import Field, GrowingLabel, KeyButton, Look
from pressdesk.ui.runner import Task
from pressdesk.ui.settings.form import Form, Values, text_of
from pressdesk.ui.settings.list_section import Item, ListSection
from pressdesk.ui.settings.section import Work
from pressdesk.ui.tools import Message, Tools


class FeedsSection(ListSection):
    """Feeds by their address; each can be looked at now."""

    title = "Feeds"
    about = "News feeds (RSS, Atom) that are read while PressDesk runs; what is new comes in."
    thing = "feed"
    blank = {"name": "", "address": "", "minutes": "60", "active": True}  # noqa: RUF012 - never changed

    def __init__(self, services: Services, tools: Tools) -> None:
        form = Form(
            {
                "name": Field("&Name", QLineEdit()),
                "address": Field("A&ddress", QLineEdit(), "Of the feed itself, like https://…/rss"),
                "minutes": Field(
                    "E&very (minutes)", QLineEdit(), f"From {LEAST_MINUTES} to {MOST_MINUTES:,}"
                ),
                "active": QCheckBox("&Read it"),
            }
        )
        super().__init__(services, tools, form)
        self._removed: Feed | None = None
        self._last = GrowingLabel("", Look.SECONDARY, self)
        self.card.body.insertWidget(self.card.body.count() - 1, self._last)
        for words, key, act in (
            ("Read now", "Alt+L", self.read_now),
            ("Remove", "Alt+Delete", self.remove),
        ):
            button = KeyButton(words, key=key, parent=self)
            self.buttons.addWidget(button)
            button.clicked.connect(act)

    @override
    def items(self, facts: Facts) -> Sequence[Item]:
        return [self._item(state, facts) for state in facts.feeds]

    @override
    def keep(self, facts: Facts, key: Hashable, values: Values) -> Work:
        typed = text_of(values, "minutes").replace(",", "").strip()
        minutes = int(typed) if typed.isdecimal() and len(typed) < 6 else 0
        name, address = text_of(values, "name"), text_of(values, "address")
        active = bool(values["active"])
        feed = Feed(name, address, minutes, active, key if isinstance(key, int) else None)
        return partial(self.services.feeds.save, feed)

    @override
    def follow_typing(self) -> None:
        super().follow_typing()
        if (state := self._state()) is not None and self.facts is not None:
            said, failed = self._told(state, self.facts)
            self._last.set_role("overdue" if failed else "")
            self._last.setText(f"⚠ {said}" if failed else said)
        else:
            self._last.setText("")

    def read_now(self) -> None:
        """Read the feed chosen now."""
        if (state := self._state()) is None or state.feed.id is None:
            return
        self.tell("Reading…")
        work = partial(_look, self.services, state.feed.id)
        self.tools.runner.run_long(self, work, self._on_looked, self._on_refused)

    def remove(self) -> None:
        """Take the feed off, and offer to undo it; what came by it stays."""
        state = self._state()
        if state is None or state.feed.id is None:
            self.put_back()
            return
        self._removed = state.feed
        self._drafts.pop(state.feed.id, None)
        work = partial(self.services.feeds.remove, state.feed.id)
        self.tools.runner.run(self, work, self._say_removed)

    def undo(self) -> None:
        """Bring the feed back that was removed last."""
        if self._removed is not None:
            feed = self._removed
            again = Feed(feed.name, feed.address, feed.minutes, feed.active)
            self.tools.runner.run(self, partial(self.services.feeds.save, again), self._say_saved)

    def _state(self) -> FeedState | None:
        states = self.facts.feeds if self.facts else ()
        item = self.current_item()
        return next((one for one in states if item and one.feed.id == item.key), None)

    def _item(self, state: FeedState, facts: Facts) -> Item:
        feed = state.feed
        values: Values = {
            "name": feed.name,
            "address": feed.address,
            "minutes": str(feed.minutes),
            "active": feed.active,
        }
        said, failed = self._told(state, facts)
        second = "⚠ cannot be read" if failed else said.removesuffix(".")
        return Item(feed.id, feed.name, second if feed.active else "not read", values)

    def _told(self, state: FeedState, facts: Facts) -> tuple[str, bool]:
        """Return how the last look went, and whether it failed."""
        if state.last is None:
            return "Not read yet", False
        when = when_said(state.last.at, self.tools.clock.now(), facts.hours.zone)
        came = f"{state.last.came or 'nothing new'}."
        said = state.last.said if state.last.failures else f"{came} {state.last.said}".strip()
        return f"{when[0].upper()}{when[1:]}: {said}", bool(state.last.failures)

    def _on_looked(self, _looked: Looked) -> None:
        self.tools.bus.publish(Changed(frozenset({"feed_look"}), self.services.context.actor))

    def _on_refused(self, error: PressDeskError) -> None:
        self.tell(f"⚠ {error}", "overdue")

    def _say_saved(self, _done: object) -> None:
        self.tell("Saved")

    def _say_removed(self, _done: object) -> None:
        message = Message("The feed is removed.", action="Put it back", act=self.undo)
        self.tools.navigator.say(message)


def _look(services: Services, feed_id: int, task: Task) -> Looked:
    def step() -> None:
        task.step(0, 0)

    return services.feeds.look(feed_id, step)
