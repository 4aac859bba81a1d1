"""The card that merges a pack: which file, its passphrase, and what clashes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.duty_packs import SUFFIX, Clash, DutyPack, Merged, Take, merged_said
from pressdesk.domain.said import listed
from pressdesk.errors import PressDeskError
from pressdesk.ui.duty_pack.clash_card import ClashCard
from pressdesk.ui.kit import Card, Field, GrowingLabel, KeyButton, Kind, Look
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

_ADVICE = (
    "Brings back what was logged and changed at home. The same pack may be merged again: only what "
    "is new comes over."
)


class MergingCard(Card):
    """Nothing is merged before a person chose for each clash."""

    def __init__(self, services: Services, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._tools = services, tools
        self._path: Path | None = None
        self._chosen: dict[Clash, Take] = {}
        self._cards: list[ClashCard] = []
        self._build()
        self._arrange()
        self._connect()

    def words(self) -> str:
        """Return what it says about the last attempt."""
        return self._said.text()

    def clashes(self) -> tuple[ClashCard, ...]:
        """Return the cards of what clashes."""
        return tuple(self._cards)

    def _build(self) -> None:
        self.choose = KeyButton("Choose the file…", Kind.SECONDARY, "Ctrl+O", self)
        self._secret = QLineEdit()
        self._secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase = Field("Its pa&ssphrase", self._secret)
        self.merge = KeyButton("Merge", Kind.PRIMARY, "Ctrl+M", self)
        self._said = GrowingLabel("", Look.MUTED)
        self._out = GrowingLabel("", Look.BODY)
        for widget in (self.passphrase, self.merge, self._out):
            widget.hide()

    def _arrange(self) -> None:
        self.body.setSpacing(current().px(0.6))
        self.body.addWidget(GrowingLabel("Merge a duty pack", Look.TITLE))
        self.body.addWidget(GrowingLabel(_ADVICE, Look.MUTED))
        self.body.addWidget(self._out)
        self._list = QVBoxLayout()
        self._list.setSpacing(current().px(0.6))
        row = QHBoxLayout()
        for button in (self.choose, self.merge):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        for widget in (self.passphrase, self._said):
            self.body.addWidget(widget)
        self.body.addLayout(self._list)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask)
        self.merge.clicked.connect(self._merge)
        self._secret.returnPressed.connect(self._merge)
        self.look()

    def look(self) -> None:
        """Read which packs are still out."""
        self._tools.runner.run(self, self._services.duty_packs.made, self._show_out)

    def _ask(self) -> None:
        dialog = QFileDialog(self, "Merge a duty pack")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"Duty packs (*{SUFFIX})", "All files (*)"])
        dialog.fileSelected.connect(self._take_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_file(self, name: str) -> None:
        self._path, self._chosen = Path(name), {}
        self._show_clashes(())
        self._said.setText(self._path.name)
        for widget in (self.passphrase, self.merge):
            widget.show()
        self.passphrase.setFocus()

    def _merge(self) -> None:
        """Merge, once everything that is asked has been chosen."""
        if self._path is None:
            return
        undecided = next((card for card in self._cards if card.take() is None), None)
        if undecided is not None:
            self._said.setText("Choose first which side stands, with O or P.")
            undecided.setFocus()
            return
        takes = {card.clash: take for card in self._cards if (take := card.take()) is not None}
        self._chosen |= takes
        self.passphrase.set_problem("")
        self._said.setText("Merging…")
        typed, choices = self._secret.text(), dict(self._chosen)
        work = partial(self._services.duty_packs.merge, self._path, typed, choices)
        self._tools.runner.run(self, work, self._show, self._refuse)

    def _show(self, merged: Merged) -> None:
        self._show_clashes(merged.clashes)
        if merged.clashes:
            count = len(merged.clashes)
            things = "One thing was" if count == 1 else f"{count} things were"
            self._said.setText(
                f"Nothing is merged yet. {things} changed in the office and at home: "
                "choose which stands, then merge. The other words stay in the journal."
            )
            self._cards[0].setFocus()
        else:
            self._said.setText("\n".join((merged_said(merged), *merged.set_aside)))
            self.look()

    def _show_clashes(self, clashes: tuple[Clash, ...]) -> None:
        for card in self._cards:
            self._list.removeWidget(card)
            card.deleteLater()
        self._cards = [ClashCard(clash, self) for clash in clashes]
        for card in self._cards:
            self._list.addWidget(card)
            card.decided.connect(self._to_next)
            card.show()  # at once, so that it can take the focus

    def _to_next(self) -> None:
        """Lead to the next clash that is not decided, or to the button when all are."""
        undecided = (card for card in self._cards if card.take() is None)
        next(undecided, self.merge).setFocus()

    def _show_out(self, packs: tuple[DutyPack, ...]) -> None:
        out = [f"{pack.number} of {pack.person}" for pack in packs if not pack.merged]
        which, verb = ("Duty pack", "is") if len(out) == 1 else ("Duty packs", "are")
        self._out.setText(f"{which} {listed(out)} {verb} not merged yet." if out else "")
        self._out.setVisible(bool(out))

    def _refuse(self, error: PressDeskError) -> None:
        if getattr(error, "field", "") == "passphrase":
            self._said.setText("")
            self.passphrase.set_problem(str(error))
            self.passphrase.setFocus()
        else:
            self._said.setText(str(error))
