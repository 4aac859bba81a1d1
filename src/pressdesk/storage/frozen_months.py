"""The months whose figures are closed, each with the tallies of its days."""

import json
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pressdesk.domain.freezing import Days, KeptMonth
from pressdesk.domain.periods import Period
from pressdesk.domain.tallies import as_plain, from_plain
from pressdesk.storage.tables.enquiries import EnquiryRow
from pressdesk.storage.tables.reports import FrozenMonthRow


def kept(session: Session, period: Period) -> dict[date, KeptMonth]:
    """Return the frozen months that a period touches, by their first days."""
    first = period.first.replace(day=1)
    wanted = FrozenMonthRow.month.between(first, period.last)
    rows = session.scalars(select(FrozenMonthRow).where(wanted).order_by(FrozenMonthRow.month))
    return {row.month: KeptMonth(row.month, row.frozen_at, _days(row.days)) for row in rows}


def months(session: Session) -> tuple[date, ...]:
    """Return the first days of all frozen months."""
    return tuple(session.scalars(select(FrozenMonthRow.month).order_by(FrozenMonthRow.month)))


def keep(session: Session, month: KeptMonth) -> bool:
    """Freeze a month; return False when someone else has meanwhile, and leave theirs."""
    known = session.scalar(select(FrozenMonthRow.id).where(FrozenMonthRow.month == month.month))
    if known is not None:
        return False
    text = json.dumps(
        {str(day): as_plain(tally) for day, tally in month.days.items()}, separators=(",", ":")
    )
    session.add(FrozenMonthRow(month=month.month, frozen_at=month.frozen_at, days=text))
    return True


def first_received(session: Session) -> datetime | None:
    """Return when the first enquiry of all was received; None in an empty log."""
    return session.scalar(select(func.min(EnquiryRow.received_at)))


def _days(text: str) -> Days:
    return {int(day): from_plain(plain) for day, plain in json.loads(text).items()}
