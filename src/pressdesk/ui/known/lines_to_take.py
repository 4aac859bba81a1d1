"""Lines to take that bear on a question, each with its words and who cleared them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from pressdesk.bootstrap import Services
from pressdesk.domain.bearing import Strength
from pressdesk.domain.lines_to_take import LineKind, LineState, LineSummary, cleared_said
from pressdesk.domain.local_time import local_day
from pressdesk.domain.passages import Passage
from pressdesk.domain.said import linked_said
from pressdesk.errors import NotFound
from pressdesk.services.known import Known
from pressdesk.ui.known.asked import MOST, Asked
from pressdesk.ui.known.look import KnownLook
from pressdesk.ui.known.releases import held_said

_MOST_WORDS = 8  # words named


def find(services: Services, asked: Asked, known: Known, zone: ZoneInfo) -> tuple[KnownLook, ...]:
    """Return the lines taken already, whatever is asked, and those that bear on the question."""
    lines = services.lines_to_take
    found = {line.id: line for line in known.lines[:MOST]}
    taken = asked.lines
    if asked.enquiry_id is not None:
        taken = tuple(line.id for line in lines.beside(asked.enquiry_id))
    first = (found.pop(one, None) or _summary(services, one) for one in taken)
    now = services.context.clock.now()
    return tuple(look_of(one, now, zone) for one in (*filter(None, first), *found.values()))


def look_of(line: LineSummary, now: datetime, zone: ZoneInfo) -> KnownLook:
    """Return a line as a card shows it at the instant ``now``."""
    today = local_day(now, zone)
    cleared_on = local_day(line.cleared_at, zone) if line.cleared_at else None
    kind = "" if line.kind is LineKind.IF_ASKED else line.kind.label
    state = f"⚠ {line.state.label.lower()}, not to be used"
    if line.state is LineState.CLEARED:
        state = cleared_said(line, cleared_on, today)
    facts = " · ".join(filter(None, (kind, state)))
    return KnownLook(
        id=line.id,
        title=line.title,
        facts=facts,
        action="Use",
        taken="In use ✓",
        why=line.matched[:_MOST_WORDS],
        learned=linked_said(line.linked),
        passage=Passage(f"“{line.words}”"),
        weak=line.strength is Strength.WEAK,
        embargo=line.embargo,
        held=" · ".join(filter(None, (held_said(line.embargo, now, zone), facts))),
        seen_at=now,
    )


def _summary(services: Services, line_id: int) -> LineSummary | None:
    try:
        return services.lines_to_take.show(line_id).summary
    except NotFound:  # of another office
        return None
