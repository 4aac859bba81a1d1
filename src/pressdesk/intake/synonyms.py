"""The words that stand for one another, as they ship with the program."""

import tomllib
from functools import cache

from pressdesk.paths import resources


@cache
def shipped_groups() -> tuple[str, ...]:
    """Return the groups that ship, each written with =; read once."""
    topics = tomllib.loads((resources() / "synonyms.toml").read_text("utf-8"))
    return tuple(line for lines in topics.values() for line in lines)
