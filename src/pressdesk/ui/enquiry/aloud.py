"""The words in large type, to be read out on the phone."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from pressdesk.domain.enquiries import Answer
from pressdesk.ui.kit import GrowingLabel, Inline, KeyButton, Kind, Look
from pressdesk.ui.theme import current


class Aloud(Inline):
    """Enter says that the words were given, Esc that they were not.

    ``given`` carries the very answer that was shown; ``left`` when it was put away.
    """

    given = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._answer: Answer | None = None
        self._terms = GrowingLabel("", Look.LABEL)
        self.words = GrowingLabel("", Look.ALOUD)
        self._done = KeyButton("Read out, record it", Kind.PRIMARY, "Enter", binds=False)
        self._back = KeyButton("Back", Kind.QUIET, "Esc", binds=False)
        row = QHBoxLayout()
        row.setSpacing(current().px(0.6))
        row.addWidget(self._done)
        row.addWidget(self._back)
        row.addStretch(1)
        self.body.setSpacing(current().px(0.8))
        self.body.addWidget(self._terms)
        self.body.addWidget(self.words)
        self.body.addLayout(row)
        self._done.clicked.connect(self.enter)
        self._back.clicked.connect(self.put_away)

    def open(self, answer: Answer) -> None:
        """Show the words of an answer."""
        self._answer = answer
        self._terms.setText(f"{answer.kind.label} · {answer.terms.label}")
        self.words.setText(answer.words)
        self.come(self._done)

    @override
    def put_away(self) -> None:
        self._answer = None
        super().put_away()

    @override
    def enter(self) -> None:
        answer = self._answer
        self.put_away()
        if answer is not None:
            self.given.emit(answer)
