"""Who said something of the words, when, and whether by phone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from pressdesk.domain.received import read_received
from pressdesk.errors import Refused
from pressdesk.services.clearance import Said
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.log_enquiry.pair import Pair
from pressdesk.ui.theme import current


class SaidForm(QWidget):
    """Two lines and a box; the name is that of the step until another is typed."""

    def __init__(self) -> None:
        super().__init__()
        self._step = ""
        self.who, self.when = LineField("Wh&o said it"), LineField("At what ti&me")
        self.when.set_placeholder("now")
        self.by_phone = QCheckBox("By &phone")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.5))
        column.addWidget(Pair(self.who, self.when, 22))
        column.addWidget(self.by_phone)
        self.setFocusProxy(self.who)

    def begin(self, step: str) -> None:
        """Ask about the step of this name."""
        self._step = step
        for line in (self.who, self.when):
            line.set_text("")
            line.set_problem("")
        self.who.set_placeholder(step)
        self.by_phone.setChecked(True)

    def said(self, words: str, now: datetime, zone: ZoneInfo) -> Said:
        """Return what was typed; raise Refused for a time that cannot be read."""
        typed = self.when.text().strip()
        at = None
        if typed.lower() not in ("", "now"):
            try:
                at = read_received(typed, now, zone)[-1]
            except Refused as error:
                sentence = str(error).replace("the enquiry came in", "it was said")
                raise Refused(sentence, field="at") from error
        return Said(self.who.text().strip() or self._step, at, self.by_phone.isChecked(), words)

    def set_problem(self, field: str, sentence: str) -> bool:
        """Show what is wrong at its line; False when there is none of that name."""
        lines = {"by": self.who, "at": self.when}
        if field in lines:
            lines[field].set_problem(sentence)
            lines[field].setFocus()
        return field in lines
