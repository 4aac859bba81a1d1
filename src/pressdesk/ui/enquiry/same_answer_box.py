"""What in the words differs from a linked release or an earlier answer, both side by side."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.domain.same_answer import Mark, differences
from pressdesk.ui.enquiry.tab import Tab, emptied, holder
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.held import NOT_HELD, Held
from pressdesk.ui.kit import Card, GrowingLabel, Look
from pressdesk.ui.kit.marked import MarkedLabel


class SameAnswerBox(QWidget):
    """Hidden while nothing differs; compared off the GUI thread as the words are typed."""

    def __init__(self, tab: Tab) -> None:
        super().__init__()
        self._tab = tab
        self._marks: tuple[Mark, ...] = ()
        self._is_held = False
        self._card = Card(self, panel="warning")
        self._list, self._rows = holder(self._card, 0.7)
        self._card.body.addWidget(
            GrowingLabel("⚠ Not what stands elsewhere. Check before you give it.", Look.STRONG)
        )
        self._card.body.addWidget(self._list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        self.hide()

    def marks(self) -> tuple[Mark, ...]:
        """Return what differs, as it is shown."""
        return self._marks

    def compare(self, view: View | None, words: str, held: Held = NOT_HELD) -> None:
        """Compare words with the sources of an enquiry; ``held`` lets none of them be selected."""
        self._is_held = held()
        self._hold()
        if view is None or not words.strip():
            self._show(())
            return
        work = partial(differences, words, view.sources.texts)
        self._tab.tools.runner.run(self, work, self._show, key="same_answer")

    def _show(self, marks: tuple[Mark, ...]) -> None:
        if marks == self._marks:
            return
        self._marks = marks
        rows = emptied(self._rows)
        for mark in marks:
            rows.addWidget(_row(mark))
        self._hold()
        self._card.set_panel("warning")
        self.setVisible(bool(marks))

    def _hold(self) -> None:
        for label in self.findChildren(GrowingLabel):
            label.set_selectable(not self._is_held)


def _row(mark: Mark) -> QWidget:
    row, column = holder(spacing=0.15)
    what = f"{mark.ours} here, {mark.theirs} there ({mark.kind.value})"
    column.addWidget(GrowingLabel(what, Look.LABEL))
    for label, sentence, said in (
        ("Here", mark.our_sentence, mark.ours),
        (mark.source, mark.their_sentence, mark.theirs),
    ):
        line = MarkedLabel()
        begin = len(label) + 2 + max(0, sentence.find(said))
        line.set_marked(f"{label}: {sentence}", [(begin, begin + len(said))])
        column.addWidget(line)
    column.addWidget(GrowingLabel(f"{mark.why}.", Look.SECONDARY))
    return row
