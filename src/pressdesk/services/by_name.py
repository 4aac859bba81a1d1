"""One of several that an office keeps, by its name or how that begins."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from pressdesk.errors import NotFound, Refused


class Named(Protocol):
    """Anything with a name."""

    @property
    def name(self) -> str:
        """What it is called."""


N = TypeVar("N", bound=Named)


def the_one(offered: Iterable[N], name: str, kind: str) -> N:
    """Return the one that is called so or begins so; raise NotFound, or Refused for several."""
    some, sought = tuple(offered), name.strip().casefold()
    exact = [one for one in some if one.name.casefold() == sought]
    found = exact or [one for one in some if one.name.casefold().startswith(sought)]
    if not found or not sought:
        names = ", ".join(one.name for one in some)
        offer = f"There are: {names}." if names else "There is none yet."
        raise NotFound(f"There is no {kind} “{name}”. {offer}")
    if len(found) > 1:
        names = ", ".join(one.name for one in found)
        raise Refused(f"“{name}” may be any of {names}. Write more of it.", field=kind)
    return found[0]
