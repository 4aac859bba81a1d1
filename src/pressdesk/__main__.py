"""The start: straight to the window when nothing else is asked, else to the command line."""

import os
import sys
from pathlib import Path

from pressdesk.settings import WindowOptions


def main() -> int:
    """Run PressDesk and return its exit code."""
    if len(sys.argv) > 1:
        from pressdesk.cli.app import main as command_line

        return command_line(sys.argv[1:], start_window)
    named = os.environ.get("PRESSDESK_DATABASE")
    return start_window(WindowOptions(database=Path(named) if named else None))


def start_window(options: WindowOptions) -> int:
    """Open the window and return its exit code."""
    from pressdesk.ui.app import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main())
