"""How a chart looks: the colours of a theme by their roles, and the size of its text."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from pressdesk.paths import resources

FAMILY = "Inter"


@dataclass(frozen=True)
class Look:
    """Colours by role, as in ``resources/themes``, and ``em``, the height of the body text.

    The unit of ``em``, and so of a whole drawing, is whatever it is shown in: logical pixels on
    screen, points on paper.
    """

    colours: Mapping[str, str]
    em: float

    def colour(self, role: str) -> str:
        """Return the colour of a role; an unknown role is a bug and raises ``KeyError``."""
        return self.colours[role]


def printed(em: float) -> Look:
    """Return the look for PDF and paper: the light theme, which also reads in shades of grey."""
    theme = tomllib.loads((resources() / "themes" / "light.toml").read_text("utf-8"))
    return Look(theme["colours"], em)
