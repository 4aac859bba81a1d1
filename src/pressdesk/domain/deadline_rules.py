"""How a table of rules is read: a pattern, and what the words that match it mean."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

Meaning = TypeVar("Meaning")

Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], Meaning | None]]
"""Words to look for and what they mean; None when they only look like it, as 25:00 does."""


def rule(pattern: str, meaning: Callable[[re.Match[str]], Meaning | None]) -> Rule[Meaning]:
    """Return a rule whose pattern matches whole words and whole numbers only.

    “5” is not found in 5:30, 15 or 5/11.
    """
    whole = rf"(?<![\w:/])(?<!\d[.-])(?:{pattern})(?!\w|[.:/-]\d)"
    return re.compile(whole, re.ASCII), meaning


def take(rules: Iterable[Rule[Meaning]], text: str) -> tuple[Meaning | None, str]:
    """Return what the first rule that fits means, and the text without the words it used."""
    for pattern, meaning in rules:
        match = pattern.search(text)
        found = meaning(match) if match else None
        if match and found is not None:
            return found, without(text, match)
    return None, text


def without(text: str, match: re.Match[str]) -> str:
    """Return the text with the matched words cut out."""
    return f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}".strip()
