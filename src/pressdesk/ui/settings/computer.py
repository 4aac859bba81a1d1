"""How the window looks to the person at this computer; taken at once, and kept in their file."""

from dataclasses import replace
from functools import partial

from typing_extensions import override

from pressdesk import paths, settings
from pressdesk.bootstrap import Services
from pressdesk.settings import Settings
from pressdesk.ui.kit import Field, Segmented
from pressdesk.ui.settings.section import Section
from pressdesk.ui.tools import Message, Tools

LOOKS = (("system", "As the computer"), ("light", "Light"), ("dark", "Dark"))
SIZES = ((1.0, "100 %"), (1.15, "115 %"), (1.3, "130 %"), (1.5, "150 %"))


class ComputerSection(Section):
    """Light or dark, and the size of the text. The office does not see these choices."""

    title = "This computer"
    about = "Yours alone, at this computer. Taken at once."

    def __init__(self, services: Services, tools: Tools) -> None:
        super().__init__(services, tools)
        self._look = Segmented("Appearance", LOOKS, self)
        self._size = Segmented("Text size", SIZES, self)
        self._follow()
        tools.theme.changed.connect(self._follow)
        for label, choice in (("&Appearance", self._look), ("Te&xt size", self._size)):
            self.column.addWidget(Field(label, choice, parent=self))
            choice.chosen.connect(self._take)
        self.column.addStretch(1)

    @override
    def focus_first(self) -> None:
        self._look.setFocus()

    def _follow(self) -> None:
        """Show what is chosen, also from the menus; a size between is shown as the nearest."""
        look, scale = self.tools.theme.choice
        self._look.set_value(look)
        self._size.set_value(min((size for size, _ in SIZES), key=lambda size: abs(size - scale)))

    def _take(self) -> None:
        look, size = str(self._look.value()), float(str(self._size.value()))
        self.tools.theme.choose(look, size)
        self.tools.runner.run(self, partial(_keep, look, size), self._kept)

    def _kept(self, _settings: Settings) -> None:
        self.tools.navigator.say(Message("Your look of the window is kept."))


def _keep(look: str, size: float) -> Settings:
    path = paths.settings_file()
    chosen = replace(settings.load(path), theme=look, text_scale=size)
    settings.save(chosen, path)
    return chosen
