"""One door for every format of a report; the file appears whole or not at all."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from pressdesk.domain.reports import Report
from pressdesk.export.replacing import arriving
from pressdesk.export.reports import json, pdf, xlsx
from pressdesk.export.reports.printed import Printed
from pressdesk.export.sheet import Watch
from pressdesk.export.writing import Recording


class ReportFormat(StrEnum):
    """The kind of file; ``value`` is also its ending and its name on a command line."""

    PDF = "pdf"
    XLSX = "xlsx"
    JSON = "json"

    @property
    def label(self) -> str:
        """The kind as printed on screen."""
        return {ReportFormat.PDF: "PDF", ReportFormat.XLSX: "Spreadsheet (XLSX)"}.get(self, "JSON")


_WRITERS: dict[ReportFormat, Callable[[Printed, Watch], bytes]] = {
    ReportFormat.PDF: pdf.made,
    ReportFormat.XLSX: xlsx.made,
    ReportFormat.JSON: json.made,
}


def write_report(
    printed: Printed,
    path: Path,
    kind: ReportFormat,
    watch: Watch,
    recording: Recording,
) -> None:
    """Write a report into ``path``; ``watch`` is told of each of its tables.

    An earlier file stays as it was until the new one is whole and its ``recording`` has begun.
    Raises Refused when the work is stopped, Unavailable when the disk or the folder cannot be
    used, BadFile when the office's own template is wrong.
    """
    with arriving(path) as file:
        file.part.write_bytes(_WRITERS[kind](printed, watch))
        file.make_safe()
        with recording(len(printed.report.figures)):
            file.take_place()


def steps(report: Report) -> int:
    """Return how many steps the writing of a report has."""
    return len(report.tables)
