"""What is told about a release beneath it: where it came from, and the keys that do more."""

from pressdesk.domain.releases import OriginalKind
from pressdesk.storage.releases import Release
from pressdesk.ui.releases.passages import day_printed

_OPENS = {OriginalKind.PDF: "O the PDF, page by page · ", OriginalKind.PAGE: "O the page · "}
_ONLY_SAVED = frozenset({OriginalKind.SPREADSHEET, OriginalKind.FEED})


def source_told(release: Release) -> str:
    """Say where a release came from, and what has become of it."""
    day = day_printed(release.added_at.date())
    told = [f"Added by {release.added_by} on {day} from {release.source_name}"]
    if release.source_url:
        told.append(release.source_url)
    if release.number > 1:
        told.append(f"Version {release.number}")
    if release.corrected_at:
        on = day_printed(release.corrected_at.date())
        told.append(f"Corrected by {release.corrected_by} on {on}")
    return " · ".join(told)


def keys_told(release: Release) -> str:
    """Name the keys that do more than copy, as far as they would do something."""
    versions = f"V its {release.number} versions" if release.number > 1 else "V versions"
    always = f"{versions} · E corrects it"
    if release.original is None:
        return always
    kind = release.original.kind
    opens = "" if kind in _ONLY_SAVED else _OPENS.get(kind, "O the original · ")
    return f"{opens}{always} · S saves the original"
