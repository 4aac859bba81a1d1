"""Lines to take that bear on a question, each with its words and who cleared them."""

from datetime import date
from zoneinfo import ZoneInfo

from pressdesk.bootstrap import Services
from pressdesk.domain.bearing import Strength
from pressdesk.domain.lines_to_take import LineKind, LineState, LineSummary, cleared_said
from pressdesk.domain.local_time import local_day
from pressdesk.domain.passages import Passage
from pressdesk.errors import NotFound
from pressdesk.services.known import Known
from pressdesk.ui.known.asked import MOST, Asked
from pressdesk.ui.known.look import KnownLook

_MOST_WORDS = 8  # words named


def find(services: Services, asked: Asked, known: Known, zone: ZoneInfo) -> tuple[KnownLook, ...]:
    """Return the lines taken already, whatever is asked, and those that bear on the question."""
    lines = services.lines_to_take
    found = {line.id: line for line in known.lines[:MOST]}
    taken = asked.lines
    if asked.enquiry_id is not None:
        taken = tuple(line.id for line in lines.beside(asked.enquiry_id))
    first = (found.pop(one, None) or _summary(services, one) for one in taken)
    today = lines.today()
    return tuple(look_of(one, today, zone) for one in (*filter(None, first), *found.values()))


def look_of(line: LineSummary, today: date, zone: ZoneInfo) -> KnownLook:
    """Return a line as a card shows it."""
    cleared_on = local_day(line.cleared_at, zone) if line.cleared_at else None
    kind = "" if line.kind is LineKind.IF_ASKED else line.kind.label
    state = f"⚠ {line.state.label.lower()}, not to be used"
    if line.state is LineState.CLEARED:
        state = cleared_said(line, cleared_on, today)
    return KnownLook(
        id=line.id,
        title=line.title,
        facts=" · ".join(filter(None, (kind, state))),
        action="Use",
        taken="In use ✓",
        why=line.matched[:_MOST_WORDS],
        passage=Passage(f"“{line.words}”"),
        weak=line.strength is Strength.WEAK,
    )


def _summary(services: Services, line_id: int) -> LineSummary | None:
    try:
        return services.lines_to_take.show(line_id).summary
    except NotFound:  # of another office
        return None
