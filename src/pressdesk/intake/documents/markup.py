"""The words of HTML in reading order, with the marks that ``read_release`` understands.

Headings begin with ``#``, quotes with ``>``, bullets with ``•``; links are ``[words](address)``.
Nothing is fetched and nothing runs: scripts, pictures, forms' fields and hidden parts are passed
over, and only addresses on the web and of mail stay addresses.
"""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from selectolax.lexbor import LexborNode

from pressdesk.errors import BadFile
from pressdesk.intake.documents.frame import is_called_frame, is_frame_heading
from pressdesk.intake.release_text.marks import is_furniture, is_notes_heading


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_UNREAD = _names(
    "script style noscript template iframe frame object embed applet svg math canvas img picture "
    "video audio map nav footer aside dialog button input select textarea label head link meta"
)
_BLOCKS = _names(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary "
    "table tbody td tfoot th thead tr ul"
)
_HEADINGS = _names("h1 h2 h3 h4 h5 h6")
_BLOCK_WITHIN = ", ".join(sorted(_BLOCKS))
_ROLES = _names("navigation banner contentinfo search complementary dialog alertdialog")
_LONGEST_HEADING = 60
_NO_HEADING = re.compile(r".*[.,:;?!…’”\"'|)]|.*\d{4,}.*", re.DOTALL)
_DEEPEST = 250
_SPACE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def text_of(node: LexborNode, base: str = "") -> str:
    """Give the words below a node; ``base`` completes addresses that lack their beginning.

    Raises BadFile when parts stand within parts far deeper than on any page that people read.
    """
    if _is_too_deep(node):
        raise BadFile("The page is damaged and cannot be read. Paste its words instead.")
    return "\n\n".join(_Reader(base, len(node.text())).blocks(node))


class _Reader:
    def __init__(self, base: str, length: int) -> None:
        self._base = base
        self._half = length / 2
        self._told: set[int] = set()
        self._noted = False
        """Whether the notes have begun, in which a bold line opens a note or a table's row."""

    def blocks(self, node: LexborNode) -> list[str]:
        """Give the paragraphs, lists and tables below a node, each as one text."""
        found: list[str] = []
        run = ""
        for child in self._children(node):
            if not _is_block(child):
                run += self._inline(child)
                continue
            found += [_tidy(run), *_unless_around(self._block(child), child)]
            run = ""
        return [block for block in (*found, _tidy(run)) if block]

    def _children(self, node: LexborNode) -> Iterator[LexborNode]:
        for child in node.iter(include_text=True):
            if child.mem_id in self._told:
                continue
            if child.tag == "-text" or (_is_shown(child) and not self._is_furniture(child)):
                yield child

    def _is_furniture(self, node: LexborNode) -> bool:
        """Tell the frame of a page from its story, which holds the headline or half the words."""
        if not _is_frame(node) or node.css_first("h1") is not None:
            return False
        return len(node.text()) < self._half

    def _block(self, node: LexborNode) -> list[str]:
        tag = node.tag or ""
        if tag in _HEADINGS:
            words = " ".join(" ".join(self.blocks(node)).split())
            self._noted = self._noted or is_notes_heading(words)
            return [f"{'#' * int(tag[1])} {words}"] if words else []
        if tag in {"ul", "ol"}:
            return ["\n".join(self._items(node))]
        if tag in {"blockquote", "figure"} and (quote := self._quoted(node)):
            return quote
        if tag == "table" and _is_tabular(node):
            return ["\n".join(self._rows(node))]
        if tag in {"pre", "hr"}:
            return ["---" if tag == "hr" else node.text().strip("\n")]
        return list(self._terms(node)) if tag == "dl" else self._paragraphs(node)

    def _quoted(self, node: LexborNode) -> list[str]:
        """Give a quote, set off, with whose words it is; nothing for a figure of another kind."""
        if node.tag == "blockquote":
            return self._quotation(node)
        return self._captioned(node) if node.css_first("blockquote") else []

    def _quotation(self, node: LexborNode) -> list[str]:
        """Give what is set off as a quote, and below it whose words it is, behind a dash."""
        cited = node.css("footer, cite, .attribution, .author")
        who = next((part for part in cited if _closes(part, node)), None)
        said = " ".join(" ".join(self.blocks(who)).split()).lstrip("—–- ") if who else ""
        self._told.add(who.mem_id if who else 0)
        lines = "\n\n".join(self.blocks(node)).split("\n")
        quote = ["\n".join(f"> {line}".rstrip() for line in lines)] if any(lines) else []
        return [*quote, f"— {said}"] if said else quote

    def _captioned(self, node: LexborNode) -> list[str]:
        """Give a quote in a figure, whose caption tells who spoke."""
        *blocks, last = self.blocks(node) or [""]
        caption = node.css_first("figcaption")
        told = caption is not None and last == " ".join(caption.text().split())
        return [block for block in (*blocks, f"— {last.lstrip('—–- ')}" if told else last) if block]

    def _paragraphs(self, node: LexborNode) -> list[str]:
        blocks = self.blocks(node)
        self._noted = self._noted or any(is_notes_heading(block) for block in blocks)
        headed = not self._noted and _is_bold_heading(node, blocks)
        return [f"#### {blocks[0]}"] if headed else blocks

    def _items(self, node: LexborNode) -> Iterator[str]:
        start = node.attributes.get("start") or ""
        number = int(start) if start.isdecimal() and len(start) < 5 else 1
        for child in self._children(node):
            whole = (
                "\n".join(self.blocks(child)) if _is_block(child) else _tidy(self._inline(child))
            )
            if not whole:
                continue
            if child.tag != "li":
                yield whole
                continue
            within = whole.replace("\n", "\n  ")  # set in, so that it stays below its item
            yield f"{number}. {within}" if node.tag == "ol" else f"• {within}"
            number += 1

    def _terms(self, node: LexborNode) -> Iterator[str]:
        """Give each term with what is said of it, in one line: "Published: 27 March 2024"."""
        said: list[str] = []
        for child in self._terms_below(node):
            words = " ".join(" ".join(self.blocks(child)).split())
            if child.tag == "dt" and said:
                yield " ".join(said)
                said = []
            if child.tag == "dt" and words and words[-1].isalnum():
                words += ":"
            said += [words] if words else []
        if said:
            yield " ".join(said)

    def _terms_below(self, terms: LexborNode) -> Iterator[LexborNode]:
        """Yield terms and what is said of them; pages group the two in a ``div``."""
        for child in self._children(terms):
            if child.tag == "div":
                yield from self._children(child)
            else:
                yield child

    def _rows(self, table: LexborNode) -> Iterator[str]:
        for row in table.css("tr, caption"):
            cells = [" ".join(" ".join(self.blocks(cell)).split()) for cell in row.css("td, th")]
            if row.tag == "caption":
                yield " ".join(self.blocks(row))
            elif any(cells):
                yield f"| {' | '.join(cells)} |"

    def _inline(self, node: LexborNode) -> str:
        if node.tag == "-text":
            return _SPACE.sub(" ", node.text_content or "")
        if node.tag == "br":
            return "\n"
        words = "".join(self._inline(child) for child in self._children(node))
        return self._link(node, words) if node.tag == "a" else words

    def _link(self, node: LexborNode, words: str) -> str:
        """Keep an address of a page or a person beside its words; of any other the words stay.

        One that leads to a place on the same page says nothing outside it.
        """
        label = " ".join(words.split())
        href = (node.attributes.get("href") or "").strip()
        address = "" if href.startswith("#") else joined(self._base, href)
        kept = address.lower().startswith(("http://", "https://", "mailto:")) and label
        if not kept or any(mark in address for mark in " ()\n") or set(label) & set("[]\n"):
            return words
        says_it = label in {address, address.rstrip("/"), address.removeprefix("mailto:")}
        return words if says_it else f"[{label}]({address})"


def _closes(part: LexborNode, quote: LexborNode) -> bool:
    """Tell the last words of a quote, outside of which it says something."""
    whole, own = "".join(quote.text().split()), "".join(part.text().split())
    return bool(own) and len(own) < len(whole) and whole.endswith(own)


def _is_shown(node: LexborNode) -> bool:
    if node.tag is None or node.tag in _UNREAD or node.tag[0] in "-!":
        return False
    given = node.attributes
    hidden = "hidden" in given or given.get("aria-hidden") == "true"
    return not hidden and not _HIDDEN.search(given.get("style") or "") and not _is_picture(node)


def _is_frame(node: LexborNode) -> bool:
    """Tell by its role and by what the page calls it that a part is not of the story."""
    given = node.attributes
    dress = f"{given.get('class') or ''} {given.get('id') or ''}"
    return (given.get("role") or "") in _ROLES or is_called_frame(dress)


def _is_too_deep(node: LexborNode) -> bool:
    """Walk down and along without recursion, which a page made to harm would exhaust."""
    waiting = [(node.child, 1)]
    while waiting:
        at, depth = waiting.pop()
        if depth > _DEEPEST:
            return True
        while at is not None:
            if at.child is not None:
                waiting.append((at.child, depth + 1))
            at = at.next
    return False


def _is_picture(node: LexborNode) -> bool:
    """Tell a picture with its caption, which says nothing without it."""
    pictured = node.tag == "figure" and node.css_first("img, picture, video, svg")
    return bool(pictured) and node.css_first("table, blockquote, ul, ol") is None


def _unless_around(blocks: list[str], node: LexborNode) -> list[str]:
    """Give nothing of a part that opens with such a heading as "Related content"."""
    is_part = bool(blocks) and node.tag not in _HEADINGS and is_frame_heading(blocks[0])
    return [] if is_part and node.css_first("h1") is None else blocks


def _is_bold_heading(node: LexborNode, blocks: list[str]) -> bool:
    """Tell a short paragraph that is bold from end to end: a heading by its looks."""
    if node.tag != "p" or len(blocks) != 1 or "\n" in blocks[0]:
        return False
    words = blocks[0]
    if len(words) > _LONGEST_HEADING or _NO_HEADING.fullmatch(words) or is_furniture(words):
        return False
    bold = "".join(part.text() for part in node.css("strong, b"))
    return "".join(bold.split()) == "".join(words.split())


def _is_block(node: LexborNode) -> bool:
    return node.tag in _BLOCKS or (
        node.tag != "-text" and node.css_first(_BLOCK_WITHIN) is not None
    )


def _is_tabular(table: LexborNode) -> bool:
    """Tell a table of facts from one that only lays out a page."""
    widest = max((len(row.css("td, th")) for row in table.css("tr")), default=0)
    return widest > 1 and table.css_first("td table, td h1, td h2, td ul, td ol") is None


def joined(base: str, address: str) -> str:
    """Complete an address by the one it stands on; empty when it is none."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _tidy(run: str) -> str:
    lines = (" ".join(line.split(" ")).strip() for line in run.split("\n"))
    return re.sub(r"\n{2,}", "\n", "\n".join(re.sub(r" {2,}", " ", line) for line in lines)).strip()
