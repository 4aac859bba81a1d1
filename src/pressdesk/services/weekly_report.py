"""The weekly report that writes itself while the program runs, once a week however often asked."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from pressdesk.clock import as_utc
from pressdesk.domain.weekly_report import WeeklyReport, read_time, week_due
from pressdesk.errors import Refused
from pressdesk.export.reports.files import ReportFormat
from pressdesk.export.sheet import UNWATCHED, Watch
from pressdesk.services.context import Context, hours_of
from pressdesk.services.reports import AlreadyWritten, Reports
from pressdesk.settings import Settings
from pressdesk.storage import exports


class WeeklyReports:
    """What one person at one computer chose for one office, and the files that follow from it."""

    def __init__(self, context: Context, reports: Reports) -> None:
        self._context, self._reports = context, reports

    def chosen(self, settings: Settings) -> WeeklyReport | None:
        """Return what is chosen for this office; None when it is off, or nonsense is kept."""
        if not settings.weekly_folder or settings.weekly_office != self._office():
            return None
        try:
            since = as_utc(datetime.fromisoformat(settings.weekly_since))
            minutes = read_time(settings.weekly_time, "time")
        except (ValueError, Refused):
            return None
        formats = tuple(
            one for one in settings.weekly_formats.split(",") if one in set(ReportFormat)
        )
        folder, day = settings.weekly_folder, settings.weekly_day % 7
        return WeeklyReport(folder, formats, day, minutes, since)

    def choose(
        self, settings: Settings, *, folder: str, formats: str, day: int, time: str
    ) -> Settings:
        """Return the choices with these in place; raise Refused with the field to correct.

        An empty folder switches it off.
        """
        folder = folder.strip()
        read_time(time, "time")
        if folder and not Path(folder).is_dir():
            raise Refused("There is no such folder. Choose another.", field="folder")
        return replace(
            settings,
            weekly_folder=folder,
            weekly_formats=formats,
            weekly_day=day,
            weekly_time=time.strip(),
            weekly_since=self._context.clock.now().isoformat(),
            weekly_office=self._office(),
        )

    def write_due(self, weekly: WeeklyReport, watch: Watch = UNWATCHED) -> tuple[Path, ...]:
        """Write what has fallen due and nobody has written since; return the files.

        Raises Unavailable when the folder cannot be used, BadFile for a wrong template.
        """
        with self._context.database.reading() as session:
            zone = hours_of(session).zone
            due = weekly.due(self._context.clock.now(), zone)
            if due is None:
                return ()
            period = week_due(due, zone)
            named = {
                kind: f"report-{period.key}.{kind}" for kind in map(ReportFormat, weekly.formats)
            }
            missing = [
                kind
                for kind, name in named.items()
                if not exports.written_since(session, name, due)
            ]
        if not missing:
            return ()
        report, written = self._reports.report(period), []
        for kind in missing:
            path = Path(weekly.folder) / named[kind]
            try:
                self._reports.write(report, path, kind, watch, once_since=due)
            except AlreadyWritten:  # by another window, a moment ago
                continue
            written.append(path)
        return tuple(written)

    def _office(self) -> str:
        return str(self._context.database.where)
