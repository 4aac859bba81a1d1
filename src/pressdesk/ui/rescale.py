"""The room around what stands in a window, made to fit a text size chosen while it is open."""

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QApplication, QLayout

_FIRST = "pressdesk_first_room"
_LAST = "pressdesk_last_room"

_Room = tuple[int, int, int, int, int]
"""Margins at the left, top, right and bottom, and the spacing, in logical pixels."""


def rescale(app: QApplication, before: int, after: int) -> None:
    """Scale margins and spacings of every layout from an em of ``before`` pixels to ``after``."""
    if before == after:
        return
    for window in app.topLevelWidgets():
        for layout in window.findChildren(QLayout):
            _rescale(layout, before, after)


def _rescale(layout: QLayout, before: int, after: int) -> None:
    """Scale one layout, always from the room it was first given, so that no rounding adds up."""
    now = _room_of(layout)
    if layout.property(_LAST) != list(now):
        layout.setProperty(_FIRST, [before, *now])
    em, *first = layout.property(_FIRST)
    *margins, spacing = (round(length * after / em) if length > 0 else length for length in first)
    layout.setContentsMargins(QMargins(*margins))
    layout.setSpacing(spacing)
    layout.setProperty(_LAST, list(_room_of(layout)))


def _room_of(layout: QLayout) -> _Room:
    margins = layout.contentsMargins()
    return margins.left(), margins.top(), margins.right(), margins.bottom(), layout.spacing()
