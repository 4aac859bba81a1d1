"""Gaps in words that are about to be given: [NAME], {date}, XX, TBC, xxx.

A canned text with a gap in it must never be sent. Brackets in small letters are left alone: an
edited quote has them (“[the force] has improved”), unless they name what is to be filled in.
"""

import re

from pressdesk.errors import Refused

_GAPS = re.compile(
    r"""
    \[ [A-Z0-9][A-Z0-9 /_.,'-]* \]              # [NAME], [FORCE NAME]
    | \[ (?i: insert\b[^\]\n]* | name | date | time | figure | number | force | title ) \]
    | \{ [^{}\n]{0,60} \}                       # {date}, {{name}}
    | < (?i: insert\b[^>\n]* | name | date | figure ) >
    | \b (?: [Xx]{2,} | T\.?B\.?[CAD] | tb[ca] ) (?: \b | (?<=\.) )
    | _{3,} | \?{3,} | \#{2,}
    """,
    re.VERBOSE,
)
_MOST_NAMED = 3


def placeholders(words: str) -> tuple[str, ...]:
    """Return the gaps in some words as they stand, each once."""
    return tuple(dict.fromkeys(match[0] for match in _GAPS.finditer(words)))


def check_filled(words: str) -> None:
    """Refuse words with a gap in them, and name the gaps."""
    gaps = placeholders(words)
    if gaps:
        named = ", ".join(f"“{gap}”" for gap in gaps[:_MOST_NAMED])
        verb = "is" if len(gaps) == 1 else "are"
        raise Refused(f"{named} {verb} still to be filled in.", field="words")
