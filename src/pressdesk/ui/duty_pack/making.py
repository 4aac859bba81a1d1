"""The card that makes a pack: for whom, under which passphrase, into which file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.duty_packs import SUFFIX, DutyPack, left_out_said
from pressdesk.errors import PressDeskError, Refused
from pressdesk.ui.kit import Card, Field, GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

_ADVICE = (
    "One sealed file for the laptop at home: the open enquiries, releases, lines to take, "
    "contacts, the rota, the hours."
)
_HINT = "At least twelve characters; four words are easy to keep. Nobody can tell it to you later."


class Making(Card):
    """Asks where to last, when everything else is right. ``made`` when there is a new pack."""

    made = Signal()

    def __init__(self, services: Services, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._build()
        self._arrange()
        self._connect()

    def _build(self) -> None:
        self.person = Field("&Who takes it home", QLineEdit())
        self.passphrase = Field("&Passphrase", _secret(), _HINT)
        self.again = Field("Passphrase a&gain", _secret())
        self._fields = {"person": self.person, "passphrase": self.passphrase, "again": self.again}
        self.make = KeyButton("Make the pack…", Kind.PRIMARY, "Ctrl+Return", self)
        self._said = GrowingLabel("", Look.MUTED)
        self.setFocusProxy(self.person)

    def _arrange(self) -> None:
        self.body.setSpacing(current().px(0.6))
        self.body.addWidget(GrowingLabel("Make a duty pack", Look.TITLE))
        self.body.addWidget(GrowingLabel(_ADVICE, Look.MUTED))
        for widget in (*self._fields.values(), self._said):
            self.body.addWidget(widget)
        self.body.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.make.clicked.connect(self._ask)

    def _ask(self) -> None:
        self._said.setText("")
        typed = {name: _text(field) for name, field in self._fields.items()}
        for field in self._fields.values():
            field.set_problem("")
        if typed["passphrase"] != typed["again"]:
            self._refuse(Refused("The two are not the same. Type it again.", field="again"))
            return
        dialog = QFileDialog(self, "Keep the duty pack")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"Duty packs (*{SUFFIX})"])
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.selectFile(f"Duty pack{SUFFIX}")
        dialog.fileSelected.connect(self._make)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _make(self, name: str) -> None:
        self._said.setText("Making the pack…")
        words = (_text(self.passphrase), _text(self.person))
        work = partial(self._services.duty_packs.make, Path(name), *words)
        self._tools.runner.run(self, work, self._say_made, self._refuse)

    def _say_made(self, pack: DutyPack) -> None:
        for field in (self.passphrase, self.again):
            _input(field).clear()
        ready = f"Duty pack {pack.number} is ready for {pack.person}. Open it there with Ctrl+O."
        self._said.setText(" ".join(filter(None, (ready, left_out_said(pack)))))
        self.made.emit()

    def _refuse(self, error: PressDeskError) -> None:
        field = self._fields.get(getattr(error, "field", ""))
        self._said.setText("" if field else str(error))
        if field is not None:
            field.set_problem(str(error))
            field.setFocus()


def _secret() -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def _input(field: Field) -> QLineEdit:
    assert isinstance(field.input, QLineEdit)
    return field.input


def _text(field: Field) -> str:
    return _input(field).text()
