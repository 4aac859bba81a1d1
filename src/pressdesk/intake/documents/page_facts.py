"""What a web page says about itself: its title, its day, where it belongs."""

import html
import json
import re
from datetime import date
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from pressdesk.intake.documents.dates import day_in
from pressdesk.intake.documents.markup import joined

_TITLES = ("og:title", "dcterms.title", "dc.title", "twitter:title")
BETWEEN = re.compile(r"\s+[|–—·»-]\s+")
"""What stands between a page's title and the name of its site."""
_DATES = (
    *("article:published_time", "dcterms.issued", "dc.date.issued", "datepublished"),
    *("govuk:first-published-at", "dcterms.date", "dc.date", "dcterms.created", "date"),
    *("pubdate", "publishdate", "publish-date", "publication_date", "og:published_time"),
)
_LINKED_DATA = re.compile(r'"(datePublished|headline)"\s*:\s*("(?:[^"\\]|\\.){3,300}")')
_PRINTED = re.compile(r"\b(?:published|posted|issued)(?: on)?\s*:?\s*(.{6,40})", re.IGNORECASE)


class PageFacts:
    """The facts of one page, from its metadata, its data for search engines, or its words."""

    def __init__(self, page: LexborHTMLParser) -> None:
        self._page = page
        self._meta = _meta(page)

    def address(self, fetched: str) -> str:
        """Say where the page belongs; of a ``fetched`` one only its own server is believed."""
        link = self._page.css_first("link[rel=canonical]")
        named = (link.attributes.get("href") if link else "") or self._meta.get("og:url", "")
        said = joined(fetched, named)
        elsewhere = urlsplit(said).hostname != urlsplit(fetched).hostname
        return fetched if fetched and elsewhere else said

    def title(self) -> str:
        """Give the title, without the name of the site behind it."""
        named, site = self._page.css_first("title"), self._meta.get("og:site_name", "").casefold()
        said = self._first(_TITLES) or self._linked("headline")
        said = " ".join((said or (named.text() if named else "")).split())
        headings = [" ".join(node.text().split()) for node in self._page.css("h1")]
        headings = [heading for heading in headings if heading and heading.casefold() != site]
        whole = said.casefold()
        if begun := [words for words in headings if whole.startswith(words.casefold())]:
            return max(begun, key=len)
        first, *rest = BETWEEN.split(said)
        if rest and (rest[-1].casefold() == site or " | " in said):
            return first
        return said or next(iter(headings), "")

    def published(self) -> date | None:
        """Say when the page was published, as it tells machines or else as it is printed."""
        time = self._page.css_first("main time[datetime], article time[datetime], time[datetime]")
        body = self._page.body
        printed = _PRINTED.search(" ".join((body.text(separator=" ") if body else "").split()))
        said = (
            *(self._meta.get(name, "") for name in _DATES),
            self._linked("datePublished"),
            (time.attributes.get("datetime") or "") if time else "",
            printed[1] if printed else "",
        )
        return next((day for words in said if (day := day_in(words))), None)

    def feed(self, fetched: str) -> str:
        """Return the address of the feed that the page points to; empty when it names none."""
        for kind in ("rss", "atom"):
            link = self._page.css_first(f'link[rel=alternate][type="application/{kind}+xml"]')
            if link and (found := (link.attributes.get("href") or "").strip()):
                return joined(fetched, found)
        return ""

    def _first(self, names: tuple[str, ...]) -> str:
        return next((self._meta[name] for name in names if self._meta.get(name)), "")

    def _linked(self, name: str) -> str:
        """Read what the page says in its data for search engines (JSON-LD)."""
        for script in self._page.css('script[type="application/ld+json"]'):
            for key, words in _LINKED_DATA.findall(script.text()):
                if key == name:
                    return html.unescape(_unquoted(words))
        return ""


def _meta(page: LexborHTMLParser) -> dict[str, str]:
    said: dict[str, str] = {}
    for node in page.css("meta[content]"):
        given = node.attributes
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        said.setdefault(name, given.get("content") or "")  # the first to say a thing is right
    return said


def _unquoted(words: str) -> str:
    try:
        return str(json.loads(words))
    except ValueError:
        return words.strip('"')
