"""The words that stand for one another, as they ship with the program."""

import tomllib
from functools import cache

from pressdesk.domain.synonyms import Synonyms
from pressdesk.paths import resources


@cache
def shipped_synonyms() -> Synonyms:
    """Return the shipped list of synonyms and abbreviations, read once."""
    topics = tomllib.loads((resources() / "synonyms.toml").read_text("utf-8"))
    return Synonyms.read(line for lines in topics.values() for line in lines)
