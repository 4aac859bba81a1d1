"""Take pictures of every page on the sample office, to be looked at.

python -m tests.ui.look FOLDER
"""

import os
import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from pressdesk.bootstrap import Services, sample_services
from pressdesk.clock import SystemClock
from pressdesk.settings import Settings
from pressdesk.ui.app import application, make_tools
from pressdesk.ui.self_test import SelfTest
from pressdesk.ui.tools import Tools

THEMES, SIZES, SCALES = ("light", "dark"), ((1280, 720), (1440, 900)), (1.0, 1.5)


def take(services: Services, tools: Tools, size: tuple[int, int], folder: Path) -> None:
    """Take a picture of each thing the self-test shows."""
    test = SelfTest(services, tools)
    for number, (name, widget) in enumerate(test.shown()):
        widget.resize(*size)
        tools.runner.wait_idle()
        widget.grab().save(str(folder / f"{number}-{name.lower().replace(' ', '-')}.png"))
    for error in test.errors:
        raise error


def main(where: Path) -> None:
    """Take every picture in every dress."""
    app, clock = application(), SystemClock()
    with TemporaryDirectory() as temporary:
        services = sample_services(Path(temporary) / "look.pressdesk", clock)
        for theme, size, scale in product(THEMES, SIZES, SCALES):
            tools = make_tools(app, clock, Settings(theme=theme, text_scale=scale))
            folder = where / f"{theme}-{size[0]}x{size[1]}-{scale:.0%}"
            folder.mkdir(parents=True, exist_ok=True)
            take(services, tools, size, folder)
            tools.runner.close()
        services.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
