"""A web page, or a piece of HTML: its main text, and what it says about title and date."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pressdesk.errors import BadFile
from pressdesk.intake.documents.document import Document, under_title
from pressdesk.intake.documents.frame import is_frame_heading, is_frame_line
from pressdesk.intake.documents.markup import text_of
from pressdesk.intake.documents.origin import NOWHERE, Origin
from pressdesk.intake.documents.page_facts import BETWEEN, PageFacts
from pressdesk.intake.release_text.marks import is_top_line
from pressdesk.intake.text import LARGEST_DOCUMENT, decode, is_utf8

_MAIN = ("[itemprop=articleBody]", "article", "main", "[role=main]", "#content", "#main")
_SHARE = 3
"""The main part holds at least one in this many of the page's characters."""
_MOST = 0.7
"""A part that holds so much of the words in paragraphs holds the story."""
_LONGEST_KICKER = 300
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE)
_MEANT = dict.fromkeys(("iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii"), "cp1252")
"""What browsers take these names for: pages that claim them have quotation marks beyond them."""
_DEFINITIONS = re.compile(
    r"\A\s*(?:<\?xml[^>]{0,200}>\s*)?<!DOCTYPE[^>\[]{0,300}\[.{0,20000}?\]\s*>",
    re.DOTALL | re.IGNORECASE,
)
_LINK = re.compile(r"\[([^\[\]]{0,300})\]\([^()\s]{0,2000}\)")
_NESTING = re.compile(
    r"<(/?)(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
    r"|p|li|d[dt]|t[dhr]|option|html|head|body)\b)[a-z]",
    re.IGNORECASE,
)
"""A tag that a page must close: what is left open holds all that follows."""
_DEEPEST = 3_000


def read_html(data: bytes, origin: Origin = NOWHERE) -> Document:
    """Read a page as it was saved or fetched. Raises BadFile when it is no text."""
    page = _parsed(data, origin)
    facts = PageFacts(page)
    address, title = facts.address(origin.address), facts.title()
    main = _main(page)
    text = _from_headline(_story(text_of(main, address)), title) if main else ""
    if not re.search(r"^# ", text, re.MULTILINE):
        text = under_title(title, text) if text else ""
    return Document(text, title, facts.published(), address)


def fragment_text(html: str, base: str = "") -> str:
    """Give the words of HTML that is no page of its own: from Word, Markdown or a feed."""
    body = _tree(html).body
    return text_of(body, base) if body else ""


def feed_named(data: bytes, origin: Origin) -> str:
    """Return the address of the feed that a page points to; empty when it names none."""
    page = _parsed(data, origin)
    return PageFacts(page).feed(origin.address)


def _parsed(data: bytes, origin: Origin) -> LexborHTMLParser:
    """Parse a page as a browser would; definitions of its own (XHTML) are no words of it."""
    return _tree(_DEFINITIONS.sub("", characters(data, origin.charset), count=1))


def _tree(html: str) -> LexborHTMLParser:
    """Parse HTML; one made to harm, parts within parts without end, would take minutes."""
    depth = 0
    for tag in _NESTING.finditer(html):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEEPEST:
            raise BadFile("The page is damaged and cannot be read. Paste its words instead.")
    return LexborHTMLParser(html)


def characters(data: bytes, claimed: str = "") -> str:
    """Decode a page: as UTF-8 where it is that, or else as it or its server says."""
    declared = _CHARSET.search(data[:4096])
    said = (declared[1].decode("ascii") if declared else "", claimed)
    for name in () if is_utf8(data) else filter(None, said):
        try:
            return data.decode(_MEANT.get(name.lower(), name))
        except (LookupError, UnicodeDecodeError):
            continue
    return decode(data, LARGEST_DOCUMENT)


def _main(page: LexborHTMLParser) -> LexborNode | None:
    """Find the part of the page that is the story, by its mark or by where its paragraphs are."""
    if page.body is None:
        return None
    enough = len(text_of(page.body)) / _SHARE
    for selector in _MAIN:
        longest = max(page.css(selector), key=lambda node: len(node.text()), default=None)
        if longest is not None and len(text_of(longest)) >= enough:
            return longest
    return _deepest(page.body)


def _deepest(node: LexborNode) -> LexborNode:
    """Go down while one part holds most of the paragraphs, and the headline where there is one."""
    while True:
        words, headline = _in_paragraphs(node), node.css_first("h1") is not None
        within = (child for child in node.iter() if _in_paragraphs(child) > words * _MOST)
        inner = next(within, None)
        if inner is None or not words or (headline and inner.css_first("h1") is None):
            return node
        node = inner


def _in_paragraphs(node: LexborNode) -> int:
    return 0 if node.tag == "p" else sum(len(part.text()) for part in node.css("p"))


def _story(text: str) -> str:
    """Leave out what frames a story on many sites: related links, share this, back to top."""
    kept: list[str] = []
    in_frame = False
    for block in text.split("\n\n"):
        in_frame = is_frame_heading(block) or (in_frame and _is_list(block))
        if not in_frame and not (len(block) < _LONGEST_KICKER and is_frame_line(_words(block))):
            kept.append(block)
    return "\n\n".join(kept)


def _is_list(block: str) -> bool:
    return all(line.lstrip("0123456789. ").startswith(("•", "[")) for line in block.split("\n"))


def _from_headline(text: str, title: str) -> str:
    """Leave out the few words of a page's frame above its headline; dates and embargoes stay.

    The headline is the heading that says the page's title, or else the first of the highest.
    """
    blocks = text.split("\n\n")
    headings = [at for at, block in enumerate(blocks) if block.startswith("#")]
    titled = [at for at in headings if _says(_words(blocks[at]), title)]
    place = next(iter(titled or [at for at in headings if blocks[at].startswith("# ")]), None)
    if place is None or len("\n\n".join(blocks[:place])) > _LONGEST_KICKER:
        return text
    above = [block for block in blocks[:place] if is_top_line(block)]
    return "\n\n".join((*above, f"# {_words(blocks[place])}", *blocks[place + 1 :]))


def _says(heading: str, title: str) -> bool:
    """Tell whether a heading is the title, which may have the site's name behind it."""
    whole = " ".join(title.split()).casefold()
    return whole in {heading.casefold(), BETWEEN.split(heading)[0].casefold()}


def _words(block: str) -> str:
    """Give a block without its marks: heading, bullet, the address of a link."""
    return _LINK.sub(r"\1", block.lstrip("#• ")).strip()
