"""The program's own log: what went wrong, for whoever mends it. Never words of an enquiry."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAME = "pressdesk"


def logger() -> logging.Logger:
    """Return the program's logger."""
    return logging.getLogger(NAME)


def keep_log(folder: Path) -> None:
    """Write the log to ``folder``, at most three files of half a megabyte."""
    handler = RotatingFileHandler(
        folder / "pressdesk.log", maxBytes=500_000, backupCount=2, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger().addHandler(handler)
    logger().setLevel(logging.INFO)
