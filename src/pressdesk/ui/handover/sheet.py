"""A handover set on one page: the same sheet on screen, on paper and as PDF."""

from collections.abc import Callable, Iterator
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextDocument,
)

from pressdesk.domain.handover_page import Entry, HandoverPage, Section, more_said
from pressdesk.ui.theme import current

Ink = Callable[[str], str]
"""Returns the colour of a role, as a name that style sheets know."""

ENQUIRY, RELEASE = "enquiry:", "release:"
"""What the address of a link begins with; the number of the enquiry or release follows."""

_ROOM = "padding-top:3px; padding-bottom:3px"
_MARGIN, _RESOLUTION = 15.0, 300  # millimetres of paper, dots to the inch
_POINTS = (10.0, 9.0, 8.0, 7.0)
"""Text sizes of the paper, tried from the largest until all stands on one page."""


def on_paper(role: str) -> str:
    """Return the ink of paper: black, grey for what is secondary."""
    return "dimgray" if role == "text_muted" else "black"


def html(page: HandoverPage, ink: Ink, *, links: bool) -> str:
    """Return the sheet. Whatever was typed stands in it as plain words, never as markup."""
    return "".join(
        (
            f'<div style="color:{ink("text")}">',
            _head(page, ink),
            *(_section(part, ink, links=links) for part in page.sections),
            "</div>",
        )
    )


def pdf(page: HandoverPage) -> bytes:
    """Return the sheet as a PDF file, on one page of A4 where its words can be read."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(f"{page.kind.label}, {page.period}")
    writer.setCreator("PressDesk")
    put_on(page, writer)
    buffer.close()
    return bytes(held.data())


def put_on(page: HandoverPage, device: QPagedPaintDevice) -> None:
    """Print the sheet on a device of paper."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageMargins(
        QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN), QPageLayout.Unit.Millimeter
    )
    _fitted(page, device).print_(device)


def _fitted(page: HandoverPage, device: QPagedPaintDevice) -> QTextDocument:
    document = QTextDocument()
    document.documentLayout().setPaintDevice(device)
    document.setHtml(html(page, on_paper, links=False))
    room = device.pageLayout().paintRectPixels(device.logicalDpiX()).size()
    for points in _POINTS:
        font = QFont(current().font())
        font.setPointSizeF(points)
        document.setDefaultFont(font)
        document.setPageSize(QSizeF(room))
        if document.pageCount() == 1:
            break
    return document


def _head(page: HandoverPage, ink: Ink) -> str:
    role = "cleared" if page.taken else "warning"
    mark = "✓" if page.taken else "⚠"
    return (
        f'<p style="font-size:x-large; margin-bottom:0"><b>{page.kind.label}</b></p>'
        f'<p style="margin-top:2px; margin-bottom:2px; color:{ink("text_muted")}">'
        f"{escape(page.office)} · {escape(page.period)}</p>"
        f'<p style="margin-top:0; color:{ink(role)}"><b>{mark} {escape(page.standing)}</b></p>'
    )


def _section(part: Section, ink: Ink, *, links: bool) -> str:
    muted = ink("text_muted")
    title = (
        f'<p style="margin-top:14px; margin-bottom:2px; font-size:small; color:{muted}">'
        f"<b>{escape(part.title.upper())}</b></p>"
    )
    if not part.entries:
        return f'{title}<p style="margin-top:0; margin-bottom:0">{escape(part.nothing)}</p>'
    rows = "".join(_rows(part, ink, links=links))
    more = f'<p style="margin-top:2px; color:{muted}">{more_said(part)}</p>'
    return f'{title}<table width="100%" cellspacing="0" cellpadding="0">{rows}</table>' + (
        more if part.more else ""
    )


def _rows(part: Section, ink: Ink, *, links: bool) -> Iterator[str]:
    timed = any(entry.when for entry in part.entries)
    for entry in part.entries:
        when = f"<b>{_coloured(entry.when, ink(entry.role))}</b>"
        words = _words(entry, ink, links=links)
        detail = f"<br>{_coloured(entry.detail, ink('text_muted'))}" if entry.detail else ""
        first = f'<td width="17%" style="{_ROOM}; padding-right:8px">{when}</td>' if timed else ""
        yield f'<tr>{first}<td style="{_ROOM}">{words}{detail}</td></tr>'


def _words(entry: Entry, ink: Ink, *, links: bool) -> str:
    words = escape(entry.words)
    address = _address(entry) if links else ""
    if address:
        style = f"color:{ink('accent')}; text-decoration:none"
        return f'<b><a href="{address}" style="{style}">{words}</a></b>'
    return f"<b>{words}</b>"


def _address(entry: Entry) -> str:
    if entry.enquiry_id is not None:
        return f"{ENQUIRY}{entry.enquiry_id}"
    return f"{RELEASE}{entry.release_id}" if entry.release_id is not None else ""


def _coloured(words: str, colour: str) -> str:
    return f'<span style="color:{colour}">{escape(words)}</span>'
