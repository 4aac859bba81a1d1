"""What a command prints: lines for people, or JSON for programs."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer

from pressdesk.domain.bearing import Strength
from pressdesk.domain.said import linked_said

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of lines.")]
Despite = Annotated[
    str | None,
    typer.Option(
        "--despite-embargo",
        help="Go on although the release is under embargo, for this reason, which is kept.",
        metavar="REASON",
    ),
]


def show(value: Any, lines: Iterable[str], *, as_json: bool) -> None:
    """Print ``value`` as JSON, or ``lines``."""
    if as_json:
        typer.echo(json.dumps(plain(value), ensure_ascii=False, indent=2))
        return
    for line in lines:
        typer.echo(line)


def why_said(strength: Strength | None, matched: Sequence[str], linked: int) -> str:
    """Return why something bears on a question: “strong: 26, lorry = haulier · linked to …”."""
    words = f"{strength}: {', '.join(matched)}" if matched else str(strength)
    return " · ".join(filter(None, (words, linked_said(linked))))


def plain(value: Any) -> Any:
    """Return a value in the form that JSON keeps; instants in UTC, ending in Z."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, frozenset)):
        return [plain(item) for item in value]
    return _instant(value) if isinstance(value, datetime) else _scalar(value)


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _scalar(value: Any) -> Any:
    if isinstance(value, ZoneInfo):
        return value.key
    return value.isoformat() if isinstance(value, date) else value
