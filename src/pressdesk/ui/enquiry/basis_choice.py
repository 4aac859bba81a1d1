"""What an answer rests on: a template of clearance, and the steps it asks for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from pressdesk.domain.clearance import Template
from pressdesk.domain.enquiries import EnquiryType
from pressdesk.ui.enquiry.view import View
from pressdesk.ui.kit import Field


class BasisChoice(Field):
    """One of the office's templates, with what it means beneath. ``chosen`` when a person chose."""

    chosen = Signal()

    def __init__(self) -> None:
        self._box = QComboBox()
        super().__init__("&Clearance", self._box)
        self._box.currentIndexChanged.connect(self._follow)
        self._box.activated.connect(self._on_activated)

    def offer(self, templates: tuple[Template, ...]) -> None:
        """Offer the templates in use; the one chosen stays chosen."""
        offered = [template for template in templates if template.active]
        if self._offered() != offered:
            chosen = self.name()
            self._box.clear()
            for template in offered:
                self._box.addItem(template.name, template)
            self.choose(chosen)

    def name(self) -> str:
        """Return the name of the template chosen."""
        return self._box.currentText()

    def template(self) -> Template:
        """Return the template chosen; one without name or steps before any is offered."""
        chosen = self._box.currentData()
        return chosen if isinstance(chosen, Template) else Template("")

    def choose(self, name: str) -> None:
        """Choose a template by its name, the first when there is none."""
        self._box.setCurrentIndex(max(0, self._box.findText(name)))

    def choose_usual(self, view: View) -> None:
        """Choose what goes with what is asked for: steps for a statement."""
        wants = view.enquiry.type is EnquiryType.STATEMENT
        offered = (n for n, one in enumerate(self._offered()) if bool(one.steps) is wants)
        self._box.setCurrentIndex(next(offered, 0))

    def _offered(self) -> list[Template]:
        return [self._box.itemData(number) for number in range(self._box.count())]

    def _follow(self) -> None:
        said = self.template().said
        self.set_problem("")
        self.set_hint(said[:1].upper() + said[1:])

    def _on_activated(self, _number: int) -> None:
        self.chosen.emit()
