"""Words that are surnames too, as they ship with the program: May, Reading, Police."""

from functools import cache

from pressdesk.paths import resources


@cache
def common_words() -> frozenset[str]:
    """Return them in lower case; read once."""
    lines = (resources() / "common_words.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
