"""What is known of a file from outside it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    """Where a file was fetched, and the alphabet that its server claims.

    Both are empty for a file from a disk.
    """

    address: str = ""
    charset: str = ""


NOWHERE = Origin()
"""Of a file that nobody told anything about."""
