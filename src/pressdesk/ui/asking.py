"""The question before embargoed words are used: in the strip of messages, never in the way."""

from collections.abc import Callable

from pressdesk.errors import PressDeskError
from pressdesk.ui.kit.message_strip import Tone
from pressdesk.ui.tools import Message


def asked_first(error: PressDeskError, act: str, go_on: Callable[[], None]) -> Message:
    """Return the question whether to do ``act`` (“Link”) all the same; its key does it."""
    return Message(f"{error} {act} anyway?", Tone.WARNING, f"{act} anyway", go_on, asks=True)
