"""Which of several questions an answer answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from pressdesk.domain.questions import Question
from pressdesk.ui.enquiry.tab import emptied
from pressdesk.ui.kit import one_line
from pressdesk.ui.theme import current

LONGEST = 60  # characters of a question beside its box


class QuestionsChoice(QWidget):
    """A box for each open question, all ticked at the start. ``edited`` when one was changed."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[int, QCheckBox] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().px(0.3))

    def offer(self, questions: tuple[Question, ...]) -> None:
        """Offer these questions; a box that was there keeps its tick."""
        unticked = self.unticked()
        if list(self._boxes) == [question.id for question in questions]:
            return
        emptied(self._column)
        self._boxes = {}
        for question in questions:
            words = one_line(question.words)
            shown = words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
            box = QCheckBox(shown.replace("&", "&&"), self)
            box.setAccessibleName(f"Answers: {words}")
            box.setToolTip(words)
            box.setChecked(question.id not in unticked)
            box.toggled.connect(self.edited)
            self._boxes[question.id] = box
            self._column.addWidget(box)
        for first in list(self._boxes.values())[:1]:
            self.setFocusProxy(first)

    def value(self) -> tuple[int, ...]:
        """Return the questions ticked."""
        return tuple(number for number, box in self._boxes.items() if box.isChecked())

    def unticked(self) -> list[int]:
        """Return the questions that are not ticked."""
        return [number for number, box in self._boxes.items() if not box.isChecked()]

    def untick(self, questions: list[int]) -> None:
        """Tick all but these."""
        for number, box in self._boxes.items():
            box.setChecked(number not in questions)
