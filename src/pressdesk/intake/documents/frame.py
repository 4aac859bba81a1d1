"""What stands around the story on many web pages: menus, share this, related links."""

import re

_CALLED = re.compile(
    r"\b(?:cookies?|consent|gdpr|breadcrumbs?|shar(?:e|ing)|sharedaddy|social|skip|related(?:posts)?"
    r"|recommended|newsletter|subscribe|feedback|rating|comments? (?:area|list|section)|respond"
    r"|sidebar|widget area|pagination|pager|prev next|onetrust|ccc|nav(?:bar|igation)?|menu|footer"
    r"|advert(?:isement)?|promo|byline"
    r"|(?:entry|post|article) (?:meta|footer)|posted on|cat links|tags|tag (?:list|links|cloud)"
    r"|back to top|published dates|visually ?hidden|sr only|screen reader)\b"
)
"""Words by which pages call the parts of their frame."""
_HEADING = re.compile(
    r"#+ (?:related(?: (?:content|articles?|news|posts|stories|pages|links|topics?|documents?"
    r"|publications?|collections?|guidance|information|reading|organisations?|services?))?:?"
    r"|(?:latest|more|other|recent) (?:news|stories|posts|articles|from .{1,40})"
    r"|you may also (?:like|be interested in).{0,20}|like this:?|see also|in this section"
    r"|share(?: (?:this|on|via|with)\b.{0,30}|:)?|follow us(?: on .{1,40})?|explore the topic"
    r"|(?:is|was) this (?:page |article )?(?:useful|helpful).?|updates to this page"
    r"|leave a (?:reply|comment)|.{1,20} thoughts? on .+|comments)",
    re.IGNORECASE,
)
"""The heading of a part of the frame, which may have no such name."""
_LINE = re.compile(
    r"(?:\W*(?:back to top|top of (?:the )?page|(?:share|print|rate|email)(?: this(?: page| story"
    r"| article)?)?|see all updates|tweet|leave a reply|is this page useful\??|read more)\W*)",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_called_frame(dress: str) -> bool:
    """Tell by its class and id that a part of a page is not of the story."""
    called = re.sub(r"[\s_-]+", " ", _CAMEL.sub(" ", dress)).lower()
    return _CALLED.search(called) is not None


def is_frame_heading(block: str) -> bool:
    """Tell a heading such as "Related content", below which nothing is of the story."""
    return _HEADING.fullmatch(block) is not None


def is_frame_line(words: str) -> bool:
    """Tell a line such as "Share this page" or "Back to top"."""
    return _LINE.fullmatch(words) is not None
