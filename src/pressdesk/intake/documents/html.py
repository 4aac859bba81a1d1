"""A web page, or a piece of HTML: its main text, and what it says about title and date."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pressdesk.intake.documents.dates import day_in
from pressdesk.intake.documents.document import Document, under_title
from pressdesk.intake.documents.markup import text_of
from pressdesk.intake.release_text.marks import is_top_line
from pressdesk.intake.text import LARGEST_DOCUMENT, decode

_MAIN = ("[itemprop=articleBody]", "article", "main", "[role=main]", "#content", "#main")
_SHARE = 3
"""The main part holds at least one in this many of the page's characters."""
_LONGEST_KICKER = 300
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})""", re.IGNORECASE)
_TITLES = ("og:title", "dcterms.title", "dc.title", "twitter:title")
_DATES = (
    *("article:published_time", "dcterms.issued", "dc.date.issued", "datepublished"),
    *("govuk:first-published-at", "dcterms.date", "dc.date", "dcterms.created", "date"),
)
_LINKED_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def read_html(data: bytes) -> Document:
    """Read a page as it was saved. Raises BadFile when it is no text."""
    page = LexborHTMLParser(characters(data))
    meta, address = _meta(page), ""
    if canonical := page.css_first("link[rel=canonical]"):
        address = canonical.attributes.get("href") or ""
    address = address or meta.get("og:url", "")
    main = _main(page)
    text = _from_headline(text_of(main, address)) if main else ""
    title = _title(page, meta)
    if not re.search(r"^# ", text, re.MULTILINE):
        text = under_title(title, text) if text else ""
    return Document(text, title, day_in(_published(page, meta)), address)


def fragment_text(html: str, base: str = "") -> str:
    """Give the words of HTML that is no page of its own: from Word, Markdown or a feed."""
    body = LexborHTMLParser(html).body
    return text_of(body, base) if body else ""


def characters(data: bytes) -> str:
    """Decode a page: as UTF-8 where it is that, or else as it says of itself."""
    declared = _CHARSET.search(data[:4096])
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if declared:
            try:
                return data.decode(declared[1].decode("ascii"))
            except (LookupError, UnicodeDecodeError):
                pass
    return decode(data, LARGEST_DOCUMENT)


def _meta(page: LexborHTMLParser) -> dict[str, str]:
    """Give what the page says about itself; the first to say a thing is right."""
    said: dict[str, str] = {}
    for node in page.css("meta[content]"):
        given = node.attributes
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        said.setdefault(name, given.get("content") or "")
    return said


def _main(page: LexborHTMLParser) -> LexborNode | None:
    """Find the part of the page that is the story; the whole body when no part stands out."""
    if page.body is None:
        return None
    enough = len(text_of(page.body)) / _SHARE
    for selector in _MAIN:
        found = page.css(selector)
        if len(found) == 1 and len(text_of(found[0])) >= enough:
            return found[0]
    return page.body


def _from_headline(text: str) -> str:
    """Leave out the few words of a page's frame above its headline; dates and embargoes stay."""
    above, mark, story = f"\n\n{text}".partition("\n\n# ")
    if not mark or len(above) > _LONGEST_KICKER:
        return text
    kept = [line for line in above.split("\n\n") if is_top_line(line)]
    return "\n\n".join((*kept, f"# {story}"))


def _title(page: LexborHTMLParser, meta: dict[str, str]) -> str:
    said = next((meta[name] for name in _TITLES if meta.get(name)), "")
    node = page.css_first("h1") or page.css_first("title")
    return said or (node.text().split(" | ")[0].strip() if node else "")


def _published(page: LexborHTMLParser, meta: dict[str, str]) -> str:
    said = next((meta[name] for name in _DATES if meta.get(name)), "")
    if said:
        return said
    for script in page.css('script[type="application/ld+json"]'):
        if found := _LINKED_DATA.search(script.text()):
            return found[1]
    time = page.css_first("main time[datetime], article time[datetime], time[datetime]")
    return (time.attributes.get("datetime") or "") if time else ""
