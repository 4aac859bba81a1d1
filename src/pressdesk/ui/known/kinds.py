"""The kinds of things that we may know already. A further kind is one more entry of ``KINDS``."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from pressdesk.bootstrap import Services
from pressdesk.domain.telling_words import without_begun
from pressdesk.services.known import Known as Found
from pressdesk.ui.known import earlier, lines_to_take, releases
from pressdesk.ui.known.asked import MOST, Asked
from pressdesk.ui.known.look import KnownLook

Looks = tuple[KnownLook, ...]
Known = Mapping[str, Looks]
"""What was found, by the name of its kind."""
OPEN_KEYS = ("F5", "F6", "F7", "F8", "F9")
"""Keys that open the first linked release, the second …"""


@dataclass(frozen=True)
class Kind:
    """A kind of finding: its caption, how it is found, and the keys that take what was found.

    ``key`` goes before the number in the window that logs an enquiry, and with Shift beside an
    open one, where the bare keys lead to the tabs. ``open_keys`` open those that were taken.
    """

    name: str
    title: str
    key: str
    find: Callable[[Services, Asked, Found, ZoneInfo], Looks]
    opens: bool = False  # whether it can be read as well as taken
    open_keys: tuple[str, ...] = ()


RELEASES = Kind("releases", "Press releases", "Alt", releases.find, opens=True, open_keys=OPEN_KEYS)
EARLIER = Kind("earlier", "Asked before", "Ctrl", earlier.find)
LINES = Kind("lines_to_take", "Lines to take", "Ctrl+Alt", lines_to_take.find, opens=True)
KINDS = (RELEASES, LINES, EARLIER)


def look_up(services: Services, asked: Asked, zone: ZoneInfo) -> Known:
    """Find what bears on a question; each kind at most three, and none to fill a place."""
    # A linked release and the enquiry itself may be among what is found, and are not shown again.
    limit = MOST + max(len(asked.linked), 1)
    words = asked.words if asked.enquiry_id is not None else without_begun(asked.words)
    found = services.known.about(words, asked.journalist_id, limit)
    return {kind.name: kind.find(services, asked, found, zone) for kind in KINDS}
