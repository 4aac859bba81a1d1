"""By whom, when and how words were given: one line until it is to be changed."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from pressdesk.domain.enquiries import Channel
from pressdesk.domain.received import read_received
from pressdesk.errors import Refused
from pressdesk.ui.enquiry.tab import holder
from pressdesk.ui.kit import Field
from pressdesk.ui.kit.unfold import Unfold
from pressdesk.ui.log_enquiry.line_field import LineField
from pressdesk.ui.log_enquiry.pair import Pair

NOW = "now"


class Given(Unfold):
    """Three inputs behind “By Priya Nair, now, by phone”. ``edited`` when one became other."""

    edited = Signal()

    def __init__(self) -> None:
        self._by, self._how = QComboBox(), QComboBox()
        self._by.setEditable(True)
        self._by.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for channel in Channel:
            self._how.addItem(channel.label, channel)
        self.when = LineField("Whe&n")
        self.when.set_placeholder(NOW)
        rows, column = holder(spacing=0.6)
        column.addWidget(Pair(Field("&By whom", self._by), self.when, 22))
        column.addWidget(Field("H&ow", self._how))
        rows.setFocusProxy(self._by)
        super().__init__("", NOW, rows, "Alt+B")
        self._by.editTextChanged.connect(self._tell)
        self._how.currentIndexChanged.connect(self._tell)
        self.when.edited.connect(self._tell)
        self._tell()

    def offer(self, people: list[str]) -> None:
        """Offer these people; who was typed stays."""
        typed = self.by()
        if [self._by.itemText(number) for number in range(self._by.count())] != people:
            self._by.clear()
            self._by.addItems(people)
        self._by.setEditText(typed)

    def by(self) -> str:
        """Return the name of who gave the words."""
        return self._by.currentText()

    def channel(self) -> Channel:
        """Return how they went out."""
        return Channel(self._how.currentData())

    def set_by(self, name: str) -> None:
        """Say who gave them."""
        self._by.setEditText(name)

    def set_channel(self, channel: Channel) -> None:
        """Say how they went out."""
        self._how.setCurrentIndex(self._how.findData(channel))

    def put_away(self) -> None:
        """Stand in one line again, at this moment."""
        self.when.set_text("")
        self._fold(is_open=False)

    def at(self, now: datetime, zone: ZoneInfo) -> datetime:
        """Return when they were given; raise Refused for a time that cannot be."""
        typed = self.when.text().strip()
        if typed.lower() in ("", NOW):
            return now
        try:
            return read_received(typed, now, zone)[-1]
        except Refused as error:
            sentence = str(error).replace("the enquiry came in", "the answer was given")
            raise Refused(sentence, field="given_at") from error

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong with the time, where it can be put right."""
        if sentence:
            self.open()
        self.body.setFocusProxy(self.when if sentence else self._by)
        self.when.set_problem(sentence)

    def _tell(self) -> None:
        when = self.when.text().strip() or NOW
        how = self.channel().label.lower()
        self.set_words("", f"By {self.by() or 'somebody'}, {when}, {_BY.get(how, f'by {how}')}")
        self.edited.emit()


_BY = {"in person": "in person", "social": "on social media"}
