"""The terms of speaking, chosen before the words can be typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from pressdesk.domain.enquiries import Terms
from pressdesk.ui.kit import FlowLayout
from pressdesk.ui.theme import current


class TermsChoice(QWidget):
    """One of the terms, none at the start. ``chosen`` when the person chose."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, current().px(0.9))
        for number, terms in enumerate(Terms):
            button = QRadioButton(terms.label)
            self._group.addButton(button, number)
            flow.addWidget(button)
        self._group.idClicked.connect(self._tell)
        self.setFocusProxy(self._group.button(0))

    def value(self) -> Terms | None:
        """Return the terms chosen, None before that."""
        number = self._group.checkedId()
        return None if number < 0 else list(Terms)[number]

    def set_value(self, terms: Terms | None) -> None:
        """Choose without telling; None takes the choice back."""
        self._group.setExclusive(False)
        for number, known in enumerate(Terms):
            self._group.button(number).setChecked(known is terms)
        self._group.setExclusive(True)

    def _tell(self, _number: int) -> None:
        self.chosen.emit()
