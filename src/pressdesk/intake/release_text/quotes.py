"""Someone's words: paragraphs in quotation marks, often closed only on the last of them."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto

from pressdesk.intake.release_text.chunks import Chunk
from pressdesk.intake.release_text.speakers import announces_speech, ends_with_verb
from pressdesk.intake.release_text.spoken import is_mostly_quoted

_MARKS = re.compile('[“”„«»"]')
_OPENING = "“„«"
_UNANNOUNCED = 8
"""The most paragraphs of a quote that nobody announced."""
_NO_WORDS = re.compile(r"[\s.,;\[\]\d]*")
_SINGLE_CLOSED = re.compile(r"[’'][.,;]?$")
_SINGLE_CLOSED_EARLY = re.compile(r"[,.?!][’']\s")
_STARTS = re.compile(r"[“”„«\"]|[‘'](?=\w)")
_TURNED = str.maketrans("“”", "”“")
"""Urdu and Arabic are often typed with the marks the other way round, so that they look right."""
_AFTER_LEAD_IN = re.compile(
    r"(?:(?<=:)\s+(?=[“„\"]|[‘']\w)|(?:(?<=[a-z])|(?<=[a-z],))\s+(?=[“„\"][A-Z]))"
)


class _State(Enum):
    """Where the quotation stands at the end of a paragraph that opens one."""

    CLOSED = auto()
    OPEN = auto()
    INLINE = auto()


def opens_quotation(text: str) -> bool:
    """Tell whether a paragraph begins with a quotation mark."""
    return _STARTS.match(text) is not None


def quoted_paragraphs(chunks: Sequence[Chunk], at: int, *, announced: bool) -> tuple[str, ...]:
    """Give the paragraphs of the quote that starts here, without the marks around them; or none.

    A paragraph with more words after its closing mark is no quote. One that never closes is
    a quote only when someone was announced.
    """
    if announced and chunks[at].quoted:
        return tuple(_without_marks(chunk.text) for chunk in quoted_run(chunks, at))
    run = list(_open_run(chunks, at, len(chunks) if announced else _UNANNOUNCED))
    closed = bool(run) and _state(run[-1]) is _State.CLOSED
    return tuple(_without_marks(text) for text in run) if closed or announced else ()


def split_announcement(text: str) -> tuple[str, str]:
    """Split ``Ann Lee said: “Words.”`` in two; empty when the paragraph is not like that."""
    for found in _AFTER_LEAD_IN.finditer(text):
        lead_in, words = text[: found.start()], text[found.end() :]
        if not (announces_speech(lead_in) if lead_in[-1] == ":" else ends_with_verb(lead_in)):
            continue
        if _state(words) is not _State.INLINE or is_mostly_quoted(words):
            return lead_in, words
    return "", ""


def quoted_run(chunks: Sequence[Chunk], at: int) -> Iterator[Chunk]:
    """Yield the paragraphs from here on that are set off as a quote."""
    for place in range(at, len(chunks)):
        if not (chunks[place].quoted and chunks[place].plain):
            return
        yield chunks[place]


def _open_run(chunks: Sequence[Chunk], at: int, longest: int) -> Iterator[str]:
    for place in range(at, min(at + longest, len(chunks))):
        text = chunks[place].text
        state = _state(text) if chunks[place].plain and _STARTS.match(text) else _State.INLINE
        if state is _State.INLINE:
            return
        yield text
        if state is _State.CLOSED:
            return


def _state(text: str) -> _State:
    if text[0] == "”":
        text = text.translate(_TURNED)
    return _single_state(text) if text[0] in "‘'" else _double_state(text)


def _double_state(text: str) -> _State:
    depth = 0
    for mark in _MARKS.finditer(text):
        depth += 1 if _opens(text, mark.start()) else -1
        if depth == 0:
            rest = _NO_WORDS.fullmatch(text, mark.end())
            return _State.CLOSED if rest else _State.INLINE
    return _State.OPEN


def _opens(text: str, at: int) -> bool:
    """Say whether a mark opens; a straight one does after a space or a bracket."""
    if text[at] == '"':
        return at == 0 or text[at - 1].isspace() or text[at - 1] in "([—–-"
    return text[at] in _OPENING


def _single_state(text: str) -> _State:
    if _SINGLE_CLOSED_EARLY.search(text):
        return _State.INLINE
    return _State.CLOSED if _SINGLE_CLOSED.search(text) else _State.OPEN


def _without_marks(text: str) -> str:
    """Give the words without the outer marks; a mark that belongs to a pair inside stays."""
    opened = _STARTS.match(text)
    if not opened:
        return text
    closed = _state(text) is _State.CLOSED
    inner = text[opened.end() :]
    if not closed:
        return inner
    close = max(inner.rfind(mark) for mark in ("“" if text[0] == "”" else "”»\"’'"))
    return inner[:close] + inner[close + 1 :]
