"""The story itself, block by block: each reader says what starts here, or passes."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from pressdesk.domain.releases import Block, BlockKind
from pressdesk.intake.release_text.chunks import WHOLE, Chunk
from pressdesk.intake.release_text.marks import (
    citation_in,
    is_address,
    is_ends,
    is_pointer,
    is_top_line,
)
from pressdesk.intake.release_text.quotes import quoted_paragraphs, split_announcement
from pressdesk.intake.release_text.speakers import announces_speech, is_pronoun, speaker_and_role

_LONGEST_TITLE = 250
_LONGEST_HEADING = 60
_UNFINISHED = ".,:;?!…-–”’\"'|"
_TOP = 5
"""How many blocks below the headline a date or embargo line may stand."""


def read_blocks(chunks: Sequence[Chunk]) -> tuple[Block, ...]:
    """All chunks as blocks, in order; what is not recognised is a paragraph."""
    body = _Body(chunks)
    while body.at < len(chunks):
        body.read_one()
    return tuple(body.blocks)


class _Body:
    """The chunks, the place reached, and the blocks read so far."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = chunks
        self.at = 0
        self.blocks: list[Block] = []
        self.last_quote = Block(BlockKind.QUOTE)

    def read_one(self) -> None:
        """Read the block that starts here."""
        readers = (self._mark, self._link, self._bullets, self._quote, self._heading)
        if not any(reader() for reader in readers):
            self._take(Block(BlockKind.PARAGRAPH, self.chunks[self.at].text))

    def _take(self, block: Block, chunks: int = 1) -> bool:
        self.blocks.append(block)
        self.at += chunks
        return True

    def _text_at(self, place: int) -> str:
        return self.chunks[place].text if place < len(self.chunks) else ""

    def _mark(self) -> bool:
        chunk = self.chunks[self.at]
        at_top = chunk.furniture and len(self.blocks) < _TOP and is_top_line(chunk.text)
        anywhere = chunk.furniture and (is_ends(chunk.text) or bool(citation_in(chunk.text)))
        return (at_top or anywhere) and self._take(Block(BlockKind.MARK, chunk.text))

    def _link(self) -> bool:
        """Read "Get the report" and the title below it; or an address that stands alone."""
        chunk, text = self.chunks[self.at], self._text_at(self.at)
        if chunk.furniture and is_address(text):
            return self._take(Block(BlockKind.LINK, url=text))
        if not (chunk.furniture and is_pointer(text) and self._is_title(self.at + 1)):
            return False
        title, address = self._text_at(self.at + 1), self._text_at(self.at + 2)
        if not is_address(address):
            return self._take(Block(BlockKind.LINK, title, lead_in=text), 2)
        return self._take(Block(BlockKind.LINK, title, lead_in=text, url=address), 3)

    def _is_title(self, place: int) -> bool:
        text = self._text_at(place)
        return 0 < len(text) <= _LONGEST_TITLE and self.chunks[place].plain

    def _bullets(self) -> bool:
        rest = (self.chunks[place] for place in range(self.at, len(self.chunks)))
        items = tuple(chunk.text for chunk in takewhile(lambda chunk: chunk.bullet, rest))
        if not items:
            return False
        lead_in = self._pop_lead_in() if self._last_text().endswith(":") else ""
        return self._take(Block(BlockKind.BULLETS, items=items, lead_in=lead_in), len(items))

    def _quote(self) -> bool:
        if not self.chunks[self.at].plain:
            return False
        announced = announces_speech(self._last_text())
        items = quoted_paragraphs(self.chunks, self.at, announced=announced)
        if items:
            return self._take_quote(self._pop_lead_in() if announced else "", items)
        return self._quote_in_one()

    def _quote_in_one(self) -> bool:
        """Read the announcement and the first words of the quote in one paragraph."""
        lead_in, words = split_announcement(self._text_at(self.at))
        if not lead_in:
            return False
        chunks = [
            replace(self.chunks[self.at], lines=(words,)),
            *self.chunks[self.at + 1 : self.at + 50],
        ]
        return self._take_quote(lead_in, quoted_paragraphs(chunks, 0, announced=True))

    def _take_quote(self, lead_in: str, items: tuple[str, ...]) -> bool:
        speaker, role = speaker_and_role(lead_in)
        if is_pronoun(speaker):
            speaker, role = self.last_quote.speaker, self.last_quote.role
        quote = Block(BlockKind.QUOTE, items=items, speaker=speaker, role=role, lead_in=lead_in)
        self.last_quote = quote
        return self._take(quote, len(items))

    def _heading(self) -> bool:
        chunk = self.chunks[self.at]
        if not (chunk.heading or self._looks_like_heading()):
            return False
        return self._take(Block(BlockKind.HEADING, chunk.text))

    def _looks_like_heading(self) -> bool:
        """Say whether this is a short line without a full stop above a long paragraph."""
        chunk, text = self.chunks[self.at], self._text_at(self.at)
        if not (chunk.plain and len(chunk.lines) == 1 and len(text) <= _LONGEST_HEADING):
            return False
        begins = text[0].isupper() or text[0] == "*"
        return begins and text[-1] not in _UNFINISHED and len(self._text_at(self.at + 1)) > WHOLE

    def _last_text(self) -> str:
        last = self.blocks[-1] if self.blocks else Block(BlockKind.MARK)
        return last.text if last.kind is BlockKind.PARAGRAPH else ""

    def _pop_lead_in(self) -> str:
        return self.blocks.pop().text
