"""The person's own choices, in a TOML file. Facts of the office live in its database instead."""

import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from pressdesk.errors import Unavailable

THEMES = ("system", "light", "dark")


@dataclass(frozen=True)
class Settings:
    """What one person chose on this computer.

    ``person`` is their name in the list of staff; ``text_scale`` multiplies the system's text size.
    The weekly report is written into ``weekly_folder`` on ``weekly_day`` (0 is Monday) at
    ``weekly_time``, in ``weekly_formats`` apart by commas, for the office in the file
    ``weekly_office``; nothing that was due before the instant ``weekly_since``.
    """

    person: str = ""
    theme: str = "system"
    text_scale: float = 1.0
    database: str = ""
    weekly_folder: str = ""
    weekly_formats: str = "pdf"
    weekly_day: int = 4
    weekly_time: str = "16:00"
    weekly_since: str = ""
    weekly_office: str = ""


@dataclass(frozen=True)
class WindowOptions:
    """What the command line asks of the window. ``person`` replaces the chosen one for once."""

    database: Path | None = None
    sample: bool = False
    self_test: bool = False
    person: str = ""


def load(path: Path) -> Settings:
    """Return the choices kept in ``path``; what is missing or nonsense is as if never chosen."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Settings()
    known = {
        field.name: found[field.name]
        for field in fields(Settings)
        if isinstance(found.get(field.name), type(field.default))
    }
    settings = Settings(**known)
    sound = settings.theme in THEMES and 0.5 <= settings.text_scale <= 3
    return settings if sound else Settings(settings.person, database=settings.database)


def save(settings: Settings, path: Path) -> None:
    """Keep the choices; raises Unavailable when the file cannot be written."""
    import tomli_w

    arriving = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        arriving.write_text(tomli_w.dumps(asdict(settings)), encoding="utf-8")
        arriving.replace(path)
    except OSError as error:
        raise Unavailable(f"Your choices could not be kept in {path}: {error.strerror}.") from error
