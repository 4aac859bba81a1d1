"""A report out as a file: that of the week, that of the month, or the one that is shown."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from pressdesk.bootstrap import Services
from pressdesk.domain.periods import Period
from pressdesk.export.reports.files import ReportFormat, steps
from pressdesk.export.sheet import Watch
from pressdesk.ui.exporting import Exporting, FileKind, Writing
from pressdesk.ui.kit import ProgressStrip
from pressdesk.ui.reports.reading import Shown
from pressdesk.ui.runner import Task
from pressdesk.ui.tools import Tools

REPORT = FileKind(
    "Export the report", "PDF files (*.pdf);;Spreadsheets (*.xlsx)", "pdf", "report", "reports"
)


class ReportFiles:
    """Asks for a file and writes a report into it, beside the window."""

    def __init__(
        self, services: Services, tools: Tools, shown: Callable[[], Shown | None], page: QWidget
    ) -> None:
        self._services, self._shown = services, shown
        self._period: Period | None = None
        self._exporting = Exporting(tools, self._file_name, self._writing, page, REPORT)

    @property
    def strip(self) -> ProgressStrip:
        """Shows how far it is, and stands in the page."""
        return self._exporting.strip

    def keep_shown(self) -> None:
        """Keep the report that is shown."""
        if (shown := self._shown()) is not None:
            self._ask(shown.report.period)

    def keep_week(self) -> None:
        """Keep the report of the week in which what is shown ends, or of this one."""
        if (shown := self._shown()) is not None:
            self._ask(Period.week_of(shown.until))

    def keep_month(self) -> None:
        """Keep the report of the month in which what is shown ends, or of this one."""
        if (shown := self._shown()) is not None:
            self._ask(Period.month_of(shown.until))

    def _ask(self, period: Period) -> None:
        self._period = period
        self._exporting.ask()

    def _file_name(self) -> str:
        assert self._period is not None
        return f"Report {self._period.key}"

    def _writing(self, path: Path) -> Writing:
        assert self._period is not None
        return partial(_write, self._services, self._period, path)


def _write(services: Services, period: Period, path: Path, task: Task) -> int:
    report = services.reports.report(period)

    def tell(done: int) -> None:
        task.progress.emit(done, steps(report))

    kind = ReportFormat.XLSX if path.suffix.lower() == ".xlsx" else ReportFormat.PDF
    services.reports.write(report, path, kind, Watch(tell, task.cancelled))
    return 1
