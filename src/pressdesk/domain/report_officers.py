"""Enquiries by owner: only when the office wants it, and always counted anew, never kept."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from pressdesk.domain.counted import Counted, Given, Lacking
from pressdesk.domain.counting import Counting, Facts
from pressdesk.domain.report_figures import Side, middle
from pressdesk.domain.reports import Form, Row, Table, Unit

Lengths = list[int | None]
"""How long each enquiry took to answer, by the clock; None when it was not or is left out."""


def by_owner(facts: Facts, counting: Counting) -> dict[int | None, Lengths]:
    """Return how long it took to answer the enquiries of each owner; None owns those of nobody."""
    clocks = counting.clocks(facts)
    columns = (facts.owner_id, facts.received, clocks.answered, clocks.counts)
    found: dict[int | None, Lengths] = defaultdict(list)
    for owner, received, answered, counts in zip(*columns, strict=True):
        took = max(answered - received, 0) if counts and answered is not None else None
        found[owner].append(took)
    return found


def officers(side: Side, owned: Mapping[int | None, Lengths], names: Mapping[int, str]) -> Table:
    """Return the table of owners by name; nobody's enquiries last."""
    known = sorted((name, owner) for owner, name in names.items() if owner in owned)
    rows = [_row(side, name, owned[owner]) for name, owner in known]
    if None in owned:
        count = float(len(owned[None]))
        query = side.rows(Counted(lacking=Lacking.OWNER))
        rows.append(Row("No owner", (count, None, None), (query, None, None)))
    head = ("Owner", "Enquiries", "Answered", "Median time to answer")
    units = (Unit.COUNT, Unit.COUNT, Unit.DURATION_CLOCK)
    says = "Enquiries by who owns them now, and half of the answers came within the median."
    return Table("officers", "By officer", Form.PLAIN, head, tuple(rows), says, units)


def _row(side: Side, name: str, lengths: Lengths) -> Row:
    answered = sorted(length for length in lengths if length is not None)
    own = replace(side.query, owner=name)
    given = replace(own, counted=Counted(given=Given.ANSWER))
    values = (float(len(lengths)), float(len(answered)), middle(answered))
    return Row(name, values, (own, given, given))
