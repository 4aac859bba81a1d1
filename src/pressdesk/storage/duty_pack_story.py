"""What happened in a pack, row by row: how each stood when the pack was made, and in the end."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from pressdesk.domain.journal import Act, Entry, plain
from pressdesk.storage import duty_packs
from pressdesk.storage.journal import told_columns

Values = dict[str, Any]


@dataclass
class Row:
    """One row of the pack; values as its journal tells them. ``made`` when it is new there."""

    kind: str
    home_id: int
    made: bool = False
    first: Values = field(default_factory=dict)
    last: Values = field(default_factory=dict)
    now: Values = field(default_factory=dict)

    def before(self, name: str) -> Any:
        """Return the value when the pack was made, or was merged last."""
        return None if self.made else self.first.get(name, self.now.get(name))

    def after(self, name: str) -> Any:
        """Return the value in the end."""
        return self.last.get(name, self.now.get(name))

    def whole(self, changes: Values) -> Values:
        """Return all values, those that were changed as given."""
        every = {name: self.first.get(name, value) for name, value in self.now.items()}
        return {name: value for name, value in (every | changes).items() if value is not None}


def told(home: Session, entries: Iterable[Entry]) -> list[tuple[Entry, Row]]:
    """Return each entry with its row; an id that was given anew after a removal is another row."""
    kinds, rows = duty_packs.kinds(), dict[tuple[str, int], Row]()
    story = []
    for entry in entries:
        key = (entry.kind, entry.kind_id)
        if key not in rows or entry.act is Act.CREATED:
            rows[key] = Row(*key, made=entry.act is Act.CREATED)
        row = rows[key]
        for name, (old, new) in entry.fields().items():
            if entry.act is not Act.REMOVED:
                row.first.setdefault(name, old)
                row.last[name] = new
            else:
                row.now[name] = old
        story.append((entry, row))
    for (kind, home_id), row in rows.items():
        found = home.get(kinds[kind].class_, home_id)
        if found is not None:
            row.now = {name: plain(getattr(found, name)) for name in told_columns(kinds[kind])}
    return story
