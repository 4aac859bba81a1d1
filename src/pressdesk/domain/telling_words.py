"""The words of a question that say what it is about."""

import re

_WORD = re.compile(r"\w+")
_BEGUN = re.compile(r"[^\W\d_]+$")
_ENOUGH = 3  # letters of a word being typed
_LEAST = 2  # letters or figures; HS2, fee and M1 tell a lot
_COMMON = frozenset(
    """
    about above after again against also because been before being between both cannot could
    does doing down during each from further give have having here hers himself how into itself
    just like many more most much myself once only other ours ourselves over please said same
    says several should since some such than that their theirs them themselves then there these
    they this those through told under until upon very want wants were what when where whether
    which while whom whose will with within without would your yours yourself asking asked
    comment confirm know tell think going make made readers
    all and any are ask but can did for get got had has her him his how its let may nor not now
    off one our out own per cent percent put say see she the too try two use via was who why yes yet
    you am an as at be by do go he if in is it me my no of oh ok on or so to up us vs we ll re ve
    ago don isn aren won didn doesn wasn much long next last new mean means happen happened
    happening right true come came give gave given take took taken look looks way lot even ever
    must able still telling done really actually exactly called part parts thing things often always
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


def without_begun(text: str) -> str:
    """Return a text being typed without a last word of which it is too early to say what it tells.

    “How man” may become “How many”, and “ca” anything.
    """
    begun = _BEGUN.search(text)
    if begun is None:
        return text
    word = begun[0].casefold()
    early = len(word) < _ENOUGH and begun[0].islower()
    early = early or any(common.startswith(word) for common in _COMMON)
    return text[: begun.start()] if early else text


def _tells(word: str) -> bool:
    return len(word) >= _LEAST and word.casefold() not in _COMMON
