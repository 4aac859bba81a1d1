"""How a name may be written: whole, with initials, surname first, the surname alone.

Names are compared without case, accents and width; hyphens and apostrophes part a word as well as
not (O'Neill, ONeill; Smith-Jones, Smith Jones).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

Form = tuple[str, ...]
"""A name as the folded words that stand one after the other in a text."""

_TITLES = (
    "mr mrs ms miss mx dr sir dame lord lady prof professor rev revd hon cllr councillor minister "
    "judge justice pc dc ds di dci dsu wpc pcso sgt sergeant insp inspector supt superintendent "
    "det detective chief constable acc dcc cc hmi commissioner commander captain major"
)
TITLES: Final = frozenset(_TITLES.split())
"""What stands before a name and is none."""

_LINKS = "van von de der den la le du da di del dos al el bin ibn ter ten"
_PARTICLES: Final = frozenset(_LINKS.split())
_HIDDEN: Final = "\u00ad\u0300-\u036f\u200b-\u200d\u2060\ufeff"  # shows nothing, or is an accent
_TOKEN: Final = re.compile(rf"(?:[^\W_](?:[{_HIDDEN}]*[^\W_])*)[{_HIDDEN}]*")
_NAME_PARTS: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]|\d[\d ]*")
_SEVERAL: Final = re.compile(r"\s*(?:/|&|;|\+|\band\b)\s*")
_APOSTROPHES: Final = frozenset("'’ʼ")
_RUN_TOGETHER: Final = 6  # letters of a name that is found in one word too, as in a handle
_MOST_WORDS: Final = 6  # of a name of which every spelling is tried


class Token(NamedTuple):
    """A word of a text, folded, where it stands, and whether it begins with a capital."""

    word: str
    begin: int
    end: int
    capital: bool


def people_in(typed: str) -> tuple[str, ...]:
    """Return the names in a field that holds one or several, without titles and what is added.

    “PC Tom Price / Ruth Amery (Humber Daily)” are two; “Amery, Ruth” is Ruth Amery.
    """
    found = []
    for part in _SEVERAL.split(_NAME_PARTS.sub(" ", typed)):
        before, comma, after = (piece.strip() for piece in part.partition(","))
        turned = comma and len(after.split()) == 1 and len(before.split()) == 1
        words = (f"{after} {before}" if turned else before).split()
        while words and folded(words[0].rstrip(".")) in TITLES and len(words) > 1:
            words = words[1:]
        if any(char.isalpha() for word in words for char in word):
            found.append(" ".join(words))
    return tuple(found)


def is_like_a_name(typed: str, common: frozenset[str]) -> bool:
    """Say whether free words, like “cleared by”, name a person and not a post or a team."""
    words = [word for word in typed.split() if folded(word) not in _PARTICLES]
    plain_words = [folded(word).strip(".,'") for word in words]
    capitals = all(word[0].isupper() for word in words) and not re.search(r"\d", typed)
    posts = all(word in common or word in TITLES for word in plain_words)
    return capitals and len(words) > 1 and not posts


def whole_forms(name: str, common: frozenset[str]) -> frozenset[Form]:
    """Return the forms of a name of several words; none for a single one."""
    words = [spelt for word in name.split() if (spelt := _spellings(word))]
    if len(words) < 2:
        return frozenset()
    if len(words) > _MOST_WORDS:
        words = [spelt[:1] for spelt in words]
    at = _surname_at(name.split()) if len(words) == len(name.split()) else len(words) - 1
    given, surname = words[:at], words[at:]
    letters = [spelt[0][0][0] for spelt in given]
    initials = ([[(letter,)] for letter in letters], [[(letters[0],)]], [[("".join(letters),)]])
    orders = [[*some, *surname] for some in (given, given[:1], *initials)]
    if not any(word in common for spelt in (given[0], surname[-1]) for word in spelt[0]):
        orders += [[*surname, *some] for some in (given, given[:1], initials[1])]
    forms = {form for order in orders for form in _joined(order)}
    together = "".join((*given[0][0], *surname[-1][0]))
    return frozenset(forms | ({(together,)} if len(together) >= _RUN_TOGETHER else set()))


@lru_cache(50_000)
def surname_forms(name: str) -> frozenset[Form]:
    """Return the forms of a surname alone, with its particles and without; of one word, itself."""
    words = name.split()
    with_particles = [_spellings(word) for word in words[_surname_at(words) :]]
    forms = {*_joined([word for word in with_particles if word]), *_spellings(words[-1])}
    return frozenset(form for form in forms if sum(map(len, form)) > 1)


def surname_parts(name: str) -> Iterator[Form]:
    """Yield Smith and Jones of Smith-Jones, by which those who know of the person may go on."""
    parts = _spellings(name.rsplit(maxsplit=1)[-1])[0]
    return ((part,) for part in parts if len(parts) > 1 and len(part) > 2)


@lru_cache(50_000)
def given_forms(name: str) -> frozenset[Form]:
    """Return the first name of a person of two words or more, no initial."""
    words = name.split()
    first = _spellings(words[0]) if len(words) > 1 else []
    return frozenset(form for form in first if sum(map(len, form)) > 1)


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text as names are compared by, without the possessive 's."""
    return [
        Token(folded(match[0]), match.start(), match.end(), match[0][0].isupper())
        for match in _TOKEN.finditer(text)
        if not (match[0] in "sS" and text[match.start() - 1 : match.start()] in _APOSTROPHES)
    ]


@lru_cache(100_000)
def folded(word: str) -> str:
    """Return a word without case, accents, width and characters that show nothing."""
    if word.isascii():
        return word.lower()
    kept = unicodedata.normalize("NFKD", word)
    return "".join(
        char for char in kept if unicodedata.category(char) not in {"Mn", "Cf"}
    ).casefold()


def _spellings(word: str) -> list[Form]:
    """Return a word of a name by its parts (o, neill) and, when there are several, as one."""
    parts = tuple(token.word for token in tokens_of(word))
    return [parts, ("".join(parts),)] if len(parts) > 1 else [parts] if parts else []


def _joined(words: Sequence[Sequence[Form]]) -> Iterator[Form]:
    """Yield every form of words that follow one another, each spelt in each of its ways."""
    if not words:
        yield ()
        return
    for first in words[0]:
        for rest in _joined(words[1:]):
            yield (*first, *rest)


def _surname_at(words: Sequence[str]) -> int:
    """Return where the surname begins, its particles (van der) included."""
    at = len(words) - 1
    while at > 1 and folded(words[at - 1]) in _PARTICLES:
        at -= 1
    return at
