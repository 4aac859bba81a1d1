"""What the files of a report share: its title, its facts, the template they are set by."""

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from pressdesk import paths
from pressdesk.domain.reports import Report
from pressdesk.domain.said import moment_said
from pressdesk.domain.spans import Span

TEMPLATE = "report.typ"
LOGOS = ("logo.svg", "logo.png")


@dataclass(frozen=True)
class Printed:
    """A report on its way into a file: where it was counted, by whom, in which hours.

    ``week`` are the opening hours of each weekday, ``templates`` the folder that may hold the
    office's own template and logo.
    """

    report: Report
    zone: ZoneInfo
    by: str
    hours: str
    week: tuple[tuple[Span, ...], ...]
    templates: Path

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Return what explains the file, a name and its value each."""
        report = self.report
        return (
            ("Office", report.office),
            ("Period", report.period.title),
            ("Compared with", report.before.title),
            ("Time zone", self.zone.key),
            ("Hours in force", self.hours),
            ("Counted", f"{moment_said(report.taken_at, self.zone)} by {self.by}"),
        )

    def template(self) -> Path:
        """Return the office's own template, or the one that ships."""
        return self._own(TEMPLATE) or paths.resources() / "templates" / TEMPLATE

    def logo(self) -> Path:
        """Return the office's own logo, or the one that ships."""
        own = (self._own(name) for name in LOGOS)
        return next(filter(None, own), paths.resources() / "templates" / LOGOS[0])

    @property
    def is_own(self) -> bool:
        """Whether the template or the logo is the office's own."""
        return self.templates in {self.template().parent, self.logo().parent}

    def _own(self, name: str) -> Path | None:
        path = self.templates / name
        return path if path.is_file() else None
