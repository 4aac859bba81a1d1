"""When a text is a release that is here already, in other words: its next version.

The same address is the same release. Without an address on either side it is the same number of
the office or the same headline, above a text that clearly repeats the other.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from urllib.parse import urlsplit

from pressdesk.domain.releases import ReleaseParts

_WORD = re.compile(r"\w+")
_ENOUGH = 0.5
"""Share of the pairs of neighbouring words that two versions have in common at least."""

ADDRESS, REFERENCE, HEADLINE = "address ", "reference ", "headline "
"""What each key begins with."""


def address_key(url: str) -> str:
    """Fold an address to what tells one page from another; empty when it names no page.

    The front page of a site is where many releases are announced, so it names none of them.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    host, path = parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    known = parts.scheme.lower() in {"http", "https"} and host and (path or query)
    return f"{host}{path}{query}" if known else ""


def keys_of(parts: ReleaseParts, url: str) -> frozenset[str]:
    """Name everything by which another version of this release would be found."""
    named = (
        (ADDRESS, address_key(url)),
        (REFERENCE, _folded(parts.reference)),
        (HEADLINE, _folded(parts.headline)),
    )
    return frozenset(f"{kind}{value}" for kind, value in named if value)


def clearly_repeats(text: str, other: str) -> bool:
    """Say whether half of the pairs of words of two texts are the same, whatever their order."""
    here, there = _pairs(text), _pairs(other)
    shared = (here & there).total()
    return 2 * shared >= _ENOUGH * (here.total() + there.total()) > 0


def is_next_version(
    shared: Iterable[str],
    urls: tuple[str, str],
    references: tuple[str, str],
    texts: tuple[str, str],
) -> bool:
    """Say whether two texts are one release; of each pair, the first is the newer one.

    ``shared`` are the keys that both go by.
    """
    if any(key.startswith(ADDRESS) for key in shared):
        return True
    if all(address_key(url) for url in urls):
        return False
    numbers = {_folded(reference) for reference in references} - {""}
    return len(numbers) < 2 and clearly_repeats(*texts)


def _folded(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _pairs(text: str) -> Counter[tuple[str, str]]:
    return Counter(pairwise(_WORD.findall(text.casefold())))
