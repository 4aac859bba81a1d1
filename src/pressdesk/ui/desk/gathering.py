"""What the desk does with packs: offers, gathers, answers one after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from pressdesk.bootstrap import Services
from pressdesk.domain.packs import Joiner, Pack
from pressdesk.errors import Embargoed, PressDeskError, Refused
from pressdesk.services.packs import PackWatch
from pressdesk.ui.asking import asked_first
from pressdesk.ui.desk.pack_strip import PackStrip
from pressdesk.ui.desk.pack_view import PackView
from pressdesk.ui.kit import Tone
from pressdesk.ui.known.asked import Asked
from pressdesk.ui.known.kinds import LINES, look_up
from pressdesk.ui.known.look import KnownLook
from pressdesk.ui.tools import Message, Tools

T = TypeVar("T")
WATCHES = frozenset({"pack", "pack_enquiry", "line_to_take", "line_version"})


@dataclass(frozen=True)
class Shown:
    """A pack with the lines that may answer it."""

    pack: Pack
    looks: tuple[KnownLook, ...]
    zone: ZoneInfo


class Gathering(QObject):
    """Owns the strip and the view of a pack. ``opened`` when the view is to be shown, ``left``."""

    opened = Signal()
    left = Signal()

    def __init__(self, services: Services, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._watch: PackWatch | None = None
        self._shown: int | None = None
        self.strip, self.view = PackStrip(), PackView()
        self.strip.wanted.connect(self._on_wanted)
        self.strip.turned_down.connect(self._on_turned_down)
        self.view.line_chosen.connect(self._on_line)
        self.view.given.connect(self._on_given)
        self.view.opened.connect(tools.navigator.enquiry_requested)
        self.view.left.connect(self._on_left)

    def refresh(self) -> None:
        """Look again for packs, and at the one that is shown."""
        self._run(self._services.packs.watch, self._on_watched, "packs")
        if self._shown is not None:
            self._show(self._shown)

    def _on_watched(self, watch: PackWatch) -> None:
        self._watch = watch if self._shown is None else watch.of_pack(self._shown)
        self.strip.show_watch(self._watch)

    def _on_wanted(self) -> None:
        watch = self._watch
        if watch is not None and watch.joiners:
            self._run(partial(_join, self._services, watch.joiners[0]), self._open)
        elif watch is not None and watch.offers:
            gather = self._services.packs.gather
            offer = watch.offers[0]
            self._run(partial(gather, offer.name, offer.enquiries), self._open)
        elif watch is not None and watch.packs:
            self._open(watch.packs[0].id)

    def _on_turned_down(self) -> None:
        if self._watch is not None:
            self._run(partial(_turn_down, self._services, self._watch), self._on_watched)

    def _open(self, pack_id: int) -> None:
        self._shown = pack_id
        if self._watch is not None:
            self._on_watched(self._watch)
        self.opened.emit()
        self._show(pack_id, self._on_opened)

    def _show(self, pack_id: int, done: Callable[[Shown], object] | None = None) -> None:
        self._run(partial(_read, self._services, pack_id), done or self._on_shown, "pack")

    def _on_opened(self, shown: Shown) -> None:
        self._on_shown(shown)
        self.view.focus_first()

    def _on_shown(self, shown: Shown) -> None:
        if shown.pack.id == self._shown:
            now = self._tools.clock.now()
            self.view.show_pack(shown.pack, shown.looks, now, shown.zone)

    def _on_line(self, line_id: int) -> None:
        if self._shown is not None:
            work = partial(self._services.packs.set_line, self._shown, line_id)
            self._run(work, self._on_stands)

    def _on_given(self, enquiry_id: int) -> None:
        terms = self.view.terms.value()
        if self._shown is not None and terms is not None:
            self._give(partial(self._services.packs.give, self._shown, enquiry_id, terms))

    def _give(self, work: Callable[..., Pack]) -> None:
        """Tick somebody off; an embargo on what is linked is asked about first."""
        go_on = partial(self._run, partial(work, despite=""), self._on_stands)
        failed = partial(self._on_guarded, go_on)
        self._tools.runner.run(self, work, self._on_stands, failed)

    def _on_guarded(self, go_on: Callable[[], None], error: PressDeskError) -> None:
        if isinstance(error, Embargoed):
            self._tools.navigator.say(asked_first(error, "Give", go_on))
        else:
            self._on_refused(error)

    def _on_stands(self, pack: Pack) -> None:
        if not pack.left:
            said = f"All {len(pack.members)} of the pack are answered. Close them from the desk."
            self._tools.navigator.say(Message(said))
        self._show(pack.id, self._on_opened)

    def _on_left(self) -> None:
        self._shown = None
        self.left.emit()
        self.refresh()

    def _run(self, work: Callable[[], T], done: Callable[[T], object], key: str = "") -> None:
        self._tools.runner.run(self, work, done, self._on_refused, key=key)

    def _on_refused(self, error: PressDeskError) -> None:
        if isinstance(error, Refused) and error.field in ("terms", "lines"):
            self.view.say(str(error))
        else:
            self._tools.navigator.say(Message(str(error), Tone.WARNING))


def _join(services: Services, joiner: Joiner) -> int:
    services.packs.join(joiner.pack_id, joiner.enquiry_id)
    return joiner.pack_id


def _turn_down(services: Services, watch: PackWatch) -> PackWatch:
    """Say no to what the strip offers; return what there is then."""
    if watch.joiners:
        services.packs.turn_away(watch.joiners[0])
    elif watch.offers:
        services.packs.turn_down(watch.offers[0])
    return services.packs.watch()


def _read(services: Services, pack_id: int) -> Shown:
    pack = services.packs.show(pack_id)
    zone = services.office.facts().hours.zone
    subjects = dict.fromkeys(member.enquiry.subject for member in pack.members)
    taken = (pack.line.id,) if pack.line else ()
    asked = Asked("\n".join((pack.name, *subjects)), lines=taken)
    return Shown(pack, look_up(services, asked, zone)[LINES.name], zone)
