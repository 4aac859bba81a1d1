"""The first thing a new office sees: two ways to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from pressdesk.errors import PressDeskError
from pressdesk.ui.first_start.form import OfficeForm
from pressdesk.ui.kit import Card, CentredColumn, GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.theme import current

_WIDTH = 56  # em
_OURS = (
    "Give its name, its hours, its two telephone lines and its people. "
    "It takes two minutes, and everything can be changed later in Settings."
)
_SAMPLE = (
    "A made-up inspectorate with releases, journalists and three months of enquiries. "
    "It lives in a file of its own and never mixes with yours."
)


class FirstStart(QStackedWidget):
    """``office_given`` carries a NewOffice and the name of who typed it."""

    office_given = Signal(object, str)
    sample_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self._form = OfficeForm()
        self.addWidget(self._choice())
        self.addWidget(_scrolled(self._form))
        self._connect()
        self.setFocusProxy(self._start)

    def show_refused(self, error: PressDeskError) -> None:
        """Show what the office was refused for, at the field to correct."""
        self._form.show_refused(error)

    def _connect(self) -> None:
        self._start.clicked.connect(self._open_form)
        self._sample.clicked.connect(self.sample_requested)
        self._form.left.connect(self._open_choice)
        self._form.given.connect(self.office_given)

    def _open_form(self) -> None:
        self.setCurrentIndex(1)
        self._form.focus_first()

    def _open_choice(self) -> None:
        self.setCurrentIndex(0)
        self._start.setFocus()

    def _choice(self) -> QWidget:
        self._start = KeyButton("Start our office", Kind.PRIMARY, "Ctrl+1")
        self._sample = KeyButton("Look round the sample", Kind.SECONDARY, "Ctrl+2")
        cards = QHBoxLayout()
        cards.setSpacing(current().px(1.2))
        cards.addWidget(_offer("Start our office", _OURS, self._start), 1)
        cards.addWidget(_offer("Look round a sample office", _SAMPLE, self._sample), 1)
        page = CentredColumn(_WIDTH)
        page.body.addWidget(GrowingLabel("Welcome to PressDesk", Look.HEADLINE))
        page.body.addWidget(GrowingLabel("How do you want to begin?", Look.MUTED))
        page.body.addSpacing(current().px(0.6))
        page.body.addLayout(cards)
        return page


def _offer(title: str, words: str, button: QWidget) -> Card:
    card = Card()
    card.body.setSpacing(current().px(0.8))
    card.body.addWidget(GrowingLabel(title, Look.TITLE))
    card.body.addWidget(GrowingLabel(words, Look.MUTED), 1, Qt.AlignmentFlag.AlignTop)
    card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return card


def _scrolled(form: QWidget) -> QScrollArea:
    page, area = CentredColumn(_WIDTH), QScrollArea()
    page.body.addWidget(form)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
