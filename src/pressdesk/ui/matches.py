"""Why a release is suggested, in words: what matched, and how well."""

from collections.abc import Sequence

from pressdesk.domain.bearing import Strength
from pressdesk.storage.releases import ReleaseSummary

MOST = 8  # words named


def match_said(release: ReleaseSummary, before: str) -> tuple[str, list[tuple[int, int]]]:
    """Return “before · matches review · database” and where the words that matched stand in it."""
    if not release.matched:
        return before, []
    how = "weak match" if release.strength is Strength.WEAK else "matches"
    return _listed(" · ".join(filter(None, (before, f"{how} "))), release.matched[:MOST])


def _listed(said: str, words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    spans: list[tuple[int, int]] = []
    for word in words:
        said += " · " if spans else ""
        spans.append((len(said), len(said) + len(word)))
        said += word
    return said, spans
