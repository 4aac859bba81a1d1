"""A saved filter: what narrows the log, kept under a name for everybody."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from pressdesk.domain.enquiries import LogQuery, Sort, Status
from pressdesk.domain.local_time import edge
from pressdesk.domain.log_days import read_days
from pressdesk.domain.routing import Route


@dataclass(frozen=True)
class SavedFilter:
    """The filters of the log as they were chosen and typed.

    Days stay words, so that “last week” is another one each week; ``outlet`` is the name of
    ``outlet_id`` as it is now, ``id`` the database's once it is kept.
    """

    name: str
    text: str = ""
    starts: str = ""
    ends: str = ""
    line: Route | None = None
    status: Status | None = None
    outlet_id: int | None = None
    outlet: str = ""
    owner: str = ""
    topic: str = ""
    sort: Sort = Sort.NEWEST
    id: int | None = None

    def narrows(self) -> bool:
        """Say whether it leaves anything out."""
        return self != SavedFilter(self.name, sort=self.sort, id=self.id)

    def said(self) -> str:
        """Return what it asks for: “words custody, from last week, status New”."""
        told = {
            "words": self.text,
            "from": self.starts,
            "to": self.ends,
            "line": self.line.label if self.line else "",
            "status": self.status.label if self.status else "",
            "outlet": self.outlet,
            "owner": self.owner,
            "topic": self.topic,
        }
        return ", ".join(f"{name} {value}" for name, value in told.items() if value)

    def query(self, today: date, zone: ZoneInfo) -> LogQuery:
        """Return what it shows on a day; raises Refused for days that are not understood."""
        starts = read_days(self.starts, today, "starts")[0] if self.starts else None
        ends = read_days(self.ends, today, "ends")[1] if self.ends else None
        return LogQuery(
            text=self.text,
            received_from=edge(starts, 0, zone) if starts else None,
            received_before=edge(ends + timedelta(days=1), 0, zone) if ends else None,
            line=self.line,
            status=self.status,
            outlet_id=self.outlet_id,
            owner=self.owner,
            topic=self.topic,
            sort=self.sort,
        )
