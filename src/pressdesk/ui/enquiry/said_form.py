"""Who said something of the words, or was told of them, when and how."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from pressdesk.domain.informing import USUALLY
from pressdesk.domain.received import read_received
from pressdesk.errors import Refused
from pressdesk.services.clearance import Said
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.log_enquiry.pair import Pair
from pressdesk.ui.theme import current


class WhoAndWhen(QWidget):
    """Two lines; the name is the one expected until another is typed. ``how`` stands beneath."""

    def __init__(self, who: str, how: QWidget) -> None:
        super().__init__()
        self._expected = ""
        self.who, self.when = LineField(who), LineField("At what ti&me")
        self.when.set_placeholder("now")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(0.5))
        column.addWidget(Pair(self.who, self.when, 22))
        column.addWidget(how)
        self.setFocusProxy(self.who)

    def begin(self, expected: str) -> None:
        """Ask anew, about whoever is expected."""
        self._expected = expected
        for line in (self.who, self.when):
            line.set_text("")
            line.set_problem("")
        self.who.set_placeholder(expected)

    def name(self) -> str:
        """Return the name that was typed, or the one expected."""
        return self.who.text().strip() or self._expected

    def moment(self, now: datetime, zone: ZoneInfo) -> datetime | None:
        """Return the time that was typed, None for now; raise Refused when it cannot be read."""
        typed = self.when.text().strip()
        if typed.lower() in ("", "now"):
            return None
        try:
            return read_received(typed, now, zone)[-1]
        except Refused as error:
            sentence = str(error).replace("the enquiry came in", "it was said")
            raise Refused(sentence, field="at") from error

    def set_problem(self, field: str, sentence: str) -> bool:
        """Show what is wrong at its line; False when there is none of that name."""
        lines = {"by": self.who, "at": self.when}
        if field in lines:
            lines[field].set_problem(sentence)
            lines[field].setFocus()
        return field in lines


class SaidForm(WhoAndWhen):
    """Who cleared the words or sent them back, and whether that was by phone."""

    def __init__(self) -> None:
        self.by_phone = QCheckBox("By &phone")
        super().__init__("Wh&o said it", self.by_phone)

    @override
    def begin(self, expected: str) -> None:
        super().begin(expected)
        self.by_phone.setChecked(True)

    def said(self, words: str, now: datetime, zone: ZoneInfo) -> Said:
        """Return what was typed; raise Refused for a time that cannot be read."""
        return Said(self.name(), self.moment(now, zone), self.by_phone.isChecked(), words)


class InformedForm(WhoAndWhen):
    """Who was told for information, when and how."""

    def __init__(self) -> None:
        self.how = LineField("Ho&w")
        self.how.set_placeholder(USUALLY)
        super().__init__("Wh&o was told", self.how)

    @override
    def begin(self, expected: str) -> None:
        super().begin(expected)
        self.how.set_text("")
