"""The two columns of the window: the form and its routing, and what we know already."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pressdesk.ui.kit import Scrolled
from pressdesk.ui.theme import current

_FORM, _KNOWN = 54, 46  # shares of the width


class Columns(QWidget):
    """``form`` and ``known`` scroll each for itself; ``routing`` is always in sight."""

    def __init__(self, form: QWidget, routing: QWidget, known: QWidget) -> None:
        super().__init__()
        left = QWidget()
        left.setProperty("surface", True)
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(_scrolled(form, "surface"), 1)
        column.addWidget(_padded(routing))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, _FORM)
        row.addWidget(_rule())
        row.addWidget(_scrolled(known, "raised"), _KNOWN)


def _scrolled(content: QWidget, ground: str) -> Scrolled:
    content.setProperty(ground, True)
    content.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return Scrolled(content)


def _padded(routing: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    # At the right as the form has it, so that their edges meet when no scroll bar stands there.
    column.setContentsMargins(*(current().px(e) for e in (1.7, 0.4, 0.9, 1.0)))
    column.addWidget(routing)
    return holder


def _rule() -> QFrame:
    rule = QFrame()
    rule.setObjectName("rule")
    rule.setFixedWidth(1)
    return rule
