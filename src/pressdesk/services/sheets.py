"""Spreadsheets of many releases: looked into first, taken in by the columns that are chosen."""

from collections.abc import Mapping
from pathlib import Path

from pressdesk.errors import BadFile, Refused
from pressdesk.intake.documents.spreadsheet import (
    Columns,
    Sheet,
    named_columns,
    open_sheet,
    read_sheet,
)
from pressdesk.intake.text import LARGEST_DOCUMENT, decode
from pressdesk.services.releases import GoOn, Releases, TakenIn, Told, bytes_of

ENDINGS = frozenset({".csv", ".tsv"})


class Sheets:
    """Spreadsheets, by their columns."""

    def __init__(self, releases: Releases) -> None:
        self._releases = releases

    def look(self, path: Path) -> Sheet:
        """Return what is in a spreadsheet; nothing is kept. Raises BadFile with the reason."""
        return open_sheet(decode(bytes_of(path), LARGEST_DOCUMENT))

    def take_in(self, path: Path, columns: Columns, go_on: GoOn | None = None) -> TakenIn:
        """Take in each row as a release; one that cannot be read does not stop the others."""
        try:
            data = bytes_of(path)
            sheet = open_sheet(decode(data, LARGEST_DOCUMENT))
            documents = tuple(read_sheet(sheet, columns))
        except BadFile as error:
            return TakenIn(refused=(Told(path.name, str(error)),))
        return self._releases.take_documents(path.name, data, documents, go_on)

    def take_in_named(self, path: Path, named: Mapping[str, str]) -> TakenIn:
        """Take in each row by guessed columns, but for the parts whose heading is given."""
        try:
            columns = named_columns(self.look(path), named)
        except (BadFile, Refused) as error:
            return TakenIn(refused=(Told(path.name, str(error)),))
        return self.take_in(path, columns)
