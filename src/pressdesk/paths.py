"""Where things are: what ships with the program, and what belongs to the person."""

from datetime import date
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """Return the folder of shipped data, in an installed wheel and in a checkout alike."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parents[1] / "resources"


def data_folder() -> Path:
    """Return the person's own data folder, made when missing."""
    from platformdirs import user_data_path

    return user_data_path("PressDesk", appauthor=False, ensure_exists=True)


def settings_file() -> Path:
    """Return the file of the person's own choices; it may not exist yet."""
    from platformdirs import user_config_path

    return user_config_path("PressDesk", appauthor=False) / "settings.toml"


def log_folder() -> Path:
    """Return the folder of the program's own log files, made when missing."""
    from platformdirs import user_log_path

    return user_log_path("PressDesk", appauthor=False, ensure_exists=True)


def office_database() -> Path:
    """Return the default place of the office's database."""
    return data_folder() / "office.pressdesk"


def sample_database(day: date) -> Path:
    """Return the place of the sample office that ends on ``day``; never the office's own file.

    Each day has a sample of its own; what was tried in an earlier one stays in its file.
    """
    return data_folder() / f"sample-{day:%Y-%m-%d}.pressdesk"
