"""Words given on the command line, or read from the input."""

import sys
from typing import Annotated

import typer

from pressdesk.intake.text import decode

Words = Annotated[str, typer.Argument(help="The words; - reads them from the input.")]


def said(words: str) -> str:
    """Return the words, or those of the input for “-”."""
    return decode(sys.stdin.buffer.read()) if words == "-" else words
