"""The person's own choices while the window is open, kept in their file as they change."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from pressdesk import settings
from pressdesk.errors import PressDeskError
from pressdesk.settings import Settings
from pressdesk.ui.kit import Tone
from pressdesk.ui.tools import Message, Tools

LEAST_SCALE, MOST_SCALE, SCALE_STEP = 0.8, 2.0, 0.1


class Choices(QObject):
    """Holds the settings of ``path`` and dresses the window by them."""

    def __init__(self, path: Path, chosen: Settings, tools: Tools) -> None:
        super().__init__()
        self.settings = chosen
        self._path, self._tools = path, tools
        tools.theme.changed.connect(self._follow)

    def keep(self, **changes: Any) -> None:
        """Change some choices and keep them."""
        changed = replace(self.settings, **changes)
        if changed == self.settings:
            return
        dress = (changed.theme, changed.text_scale)
        if dress != (self.settings.theme, self.settings.text_scale):
            self._tools.theme.choose(*dress)
        self.settings = changed
        work = partial(settings.save, changed, self._path)
        self._tools.runner.run(self, work, _show_nothing, self._complain)

    def scale_by(self, steps: int) -> None:
        """Make the text larger or smaller by steps; 0 is the usual size again."""
        wanted = self.settings.text_scale + steps * SCALE_STEP if steps else 1.0
        self.keep(text_scale=round(min(max(wanted, LEAST_SCALE), MOST_SCALE), 2))

    def _follow(self) -> None:
        """Know of a look that was chosen on the settings page."""
        theme, text_scale = self._tools.theme.choice
        self.settings = replace(self.settings, theme=theme, text_scale=text_scale)

    def _complain(self, error: PressDeskError) -> None:
        self._tools.navigator.say(Message(str(error), Tone.WARNING))


def _show_nothing(_saved: None) -> None:
    """Show nothing: the choice is seen already."""
