"""The words of a question that say what it is about."""

import re

_WORD = re.compile(r"\w+")
_LEAST = 4  # letters; of a number two figures are enough
_COMMON = frozenset(
    """
    about above after again against also because been before being between both cannot could
    does doing down during each from further give have having here hers himself how into itself
    just like many more most much myself once only other ours ourselves over please said same
    says several should since some such than that their theirs them themselves then there these
    they this those through told under until upon very want wants were what when where whether
    which while whom whose will with within without would your yours yourself asking asked
    comment confirm know tell think going make made think readers
    """.split()  # noqa: SIM905 - a text of words reads better than a list of 100 literals
)


def telling_words(text: str, most: int = 64) -> tuple[str, ...]:
    """Return the first ``most`` different words that tell something, as they were written."""
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = match[0]
        if _tells(word):
            found.setdefault(word.casefold(), word)
            if len(found) == most:
                break
    return tuple(found.values())


def _tells(word: str) -> bool:
    if word.isdecimal():
        return len(word) > 1
    return len(word) >= _LEAST and word.casefold() not in _COMMON
