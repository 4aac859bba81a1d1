"""The story itself, block by block: each reader says what starts here, or passes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import takewhile

from pressdesk.domain.releases import Block, BlockKind
from pressdesk.intake.release_text.chunks import WHOLE, Chunk
from pressdesk.intake.release_text.marks import (
    LINKED,
    MARKED,
    citation_in,
    is_address,
    is_ends,
    is_pointer,
    is_top_line,
)
from pressdesk.intake.release_text.name_parts import tells_office
from pressdesk.intake.release_text.quotes import (
    opens_quotation,
    quoted_paragraphs,
    quoted_run,
    split_announcement,
)
from pressdesk.intake.release_text.speakers import (
    PRONOUN,
    announces_speech,
    attribution_line,
    earlier_sentences,
    speaker_and_role,
    speaker_before,
)
from pressdesk.intake.release_text.spoken import spoken, without_outer_marks

_LONGEST_TITLE = 250
_LONGEST_HEADING = 60
_UNFINISHED = ".,:;?!…-–”’\"'|"
_NEAR = 3
"""Paragraphs above "She said" in which the one is named whom it means."""
_POINTING = re.compile(rf"(?:(?P<pointer>[^\[\]]{{3,60}}?)\s*)?{MARKED}")
_SMALL = re.compile(r"\b[a-z]{3,}\b")
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
        """Read "Get the report" with the title below or beside it; or an address alone."""
        chunk, text = self.chunks[self.at], self._text_at(self.at)
        if chunk.furniture and is_address(text):
            return self._take(Block(BlockKind.LINK, url=text))
        if chunk.furniture and is_pointer(text) and self._is_title(self.at + 1):
            return self._titled(text)
        linked = _POINTING.fullmatch(text)
        if not linked or not is_pointer(linked["pointer"] or linked["words"]):
            return False
        lead_in = (linked["pointer"] or "").strip()
        return self._take(
            Block(BlockKind.LINK, linked["words"], lead_in=lead_in, url=linked["url"])
        )

    def _titled(self, pointer: str) -> bool:
        """Read the title below "Get the report", and its address in it or below."""
        title, address = self._text_at(self.at + 1), self._text_at(self.at + 2)
        if linked := LINKED.fullmatch(title):
            return self._take(Block(BlockKind.LINK, linked[1], lead_in=pointer, url=linked[2]), 2)
        if not is_address(address):
            return self._take(Block(BlockKind.LINK, title, lead_in=pointer), 2)
        return self._take(Block(BlockKind.LINK, title, lead_in=pointer, url=address), 3)

    def _is_title(self, place: int) -> bool:
        text = self._text_at(place)
        fits = 0 < len(text) <= _LONGEST_TITLE
        alone = fits and self.chunks[place].bullet and not self._is_bullet(place + 1)
        return fits and (self.chunks[place].plain or (alone and bool(LINKED.fullmatch(text))))

    def _is_bullet(self, place: int) -> bool:
        return place < len(self.chunks) and self.chunks[place].bullet

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
        announced = announces_speech(self._last_text()) and self._may_quote()
        items = quoted_paragraphs(self.chunks, self.at, announced=announced)
        if not (items or announced):
            items = self._set_off()
        if items:
            return self._take_quote(self._pop_lead_in() if announced else "", items)
        return self._spoken(announced=announced) or self._quote_in_one()

    def _may_quote(self) -> bool:
        """Say whether someone speaks here; what is only set off may be a list or a table."""
        marked = not self.chunks[self.at].quoted or opens_quotation(self._text_at(self.at))
        return marked or bool(self._told_by(self._last_text())[0])

    def _told_by(self, lead_in: str) -> tuple[str, str]:
        return self._person_meant(lead_in, *speaker_and_role(lead_in)) if lead_in else ("", "")

    def _set_off(self) -> tuple[str, ...]:
        """Read what is set off and has below it whose words it is."""
        run = list(quoted_run(self.chunks, self.at))
        return tuple(chunk.text for chunk in run) if self._who_below(self.at + len(run))[0] else ()

    def _quote_in_one(self) -> bool:
        """Read the announcement and the first words of the quote in one paragraph."""
        lead_in, words = split_announcement(self._text_at(self.at))
        if not lead_in:
            return False
        chunks = [
            replace(self.chunks[self.at], lines=(words,)),
            *self.chunks[self.at + 1 : self.at + 50],
        ]
        items = quoted_paragraphs(chunks, 0, announced=True)
        return self._take_quote(lead_in, items or (without_outer_marks(words),))

    def _spoken(self, *, announced: bool) -> bool:
        """Read a paragraph that says amid someone's words whose they are, and what goes on."""
        found = spoken(self._text_at(self.at))
        if found is None:
            return False
        goes_on = found.goes_on and self.at + 1 < len(self.chunks)
        below = quoted_paragraphs(self.chunks, self.at + 1, announced=False) if goes_on else ()
        told = self._person_meant("", found.speaker, found.role)
        lead_in = self._pop_lead_in() if announced else ""
        return self._take_said(
            Block(BlockKind.QUOTE, items=(found.item, *below), lead_in=lead_in), told
        )

    def _take_quote(self, lead_in: str, items: tuple[str, ...]) -> bool:
        told = self._told_by(lead_in)
        below = self._who_below(self.at + len(items)) if not told[0] else ("", "")
        if below[0]:
            lead_out = self._text_at(self.at + len(items))
            quote = Block(BlockKind.QUOTE, items=items, lead_in=lead_in, lead_out=lead_out)
            return self._take_said(quote, below)
        quote = Block(BlockKind.QUOTE, items=items, lead_in=lead_in)
        return self._take_said(quote, told if lead_in else self._same_person())

    def _take_said(self, quote: Block, told: tuple[str, str]) -> bool:
        said = replace(quote, speaker=told[0], role=told[1])
        self.last_quote = said
        return self._take(said, len(said.items) + bool(said.lead_out))

    def _same_person(self) -> tuple[str, str]:
        """Give who spoke right above, of whose words these are more; or whom a heading names."""
        last = self.blocks[-1] if self.blocks else Block(BlockKind.MARK)
        if last.kind is BlockKind.QUOTE:
            return last.speaker, last.role
        headed = last.kind is BlockKind.HEADING and "," in last.text
        return attribution_line(last.text) if headed else ("", "")

    def _person_meant(self, lead_in: str, speaker: str, role: str) -> tuple[str, str]:
        """Give the one who is named; for "he" and "she" the one of whom was spoken last."""
        if speaker != PRONOUN:
            return speaker, role
        above = [block for block in self.blocks if not lead_in or block.text != lead_in]
        near = takewhile(lambda block: block.kind is BlockKind.PARAGRAPH, reversed(above))
        texts = [earlier_sentences(lead_in), *(block.text for block in near)][:_NEAR]
        named = speaker_before(texts, self._small.__contains__)
        return named if named[0] else (self.last_quote.speaker, self.last_quote.role)

    @cached_property
    def _small(self) -> frozenset[str]:
        """The words that are written small somewhere, with the capital a name would have."""
        words = (word for chunk in self.chunks for word in _SMALL.findall(chunk.text))
        return frozenset(map(str.capitalize, words))

    def _who_below(self, place: int) -> tuple[str, str]:
        """Read the line below a quote that says whose it is."""
        if place >= len(self.chunks):
            return "", ""
        chunk = self.chunks[place]
        listed = chunk.bullet and self._is_bullet(place + 1)
        fits = not listed and not chunk.furniture
        return attribution_line(chunk.text, dashed=chunk.bullet) if fits else ("", "")

    def _heading(self) -> bool:
        chunk = self.chunks[self.at]
        headed = chunk.furniture and chunk.text.startswith("#")
        headed = headed or (chunk.heading and not self._is_signature())
        if not (headed or self._looks_like_heading()):
            return False
        return self._take(Block(BlockKind.HEADING, chunk.text))

    def _is_signature(self) -> bool:
        """Tell a name, set bold, with which the story ends or below which an office stands."""
        below = self._text_at(self.at + 1)
        ends = not below or self.chunks[self.at + 1].furniture
        signs = ends or (len(below) <= _LONGEST_HEADING and tells_office(below))
        return signs and bool(attribution_line(self._text_at(self.at), dashed=True)[0])

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
