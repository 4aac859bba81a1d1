"""Presets of an export, and the record of what was written."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pressdesk.domain.exports import People, Preset
from pressdesk.errors import NotFound
from pressdesk.storage.tables.exports import ExportPresetRow, ExportRow


def presets(session: Session) -> tuple[Preset, ...]:
    """Return the presets of the office by name."""
    rows = session.scalars(select(ExportPresetRow).order_by(ExportPresetRow.name))
    return tuple(
        Preset(row.name, tuple(row.columns.split(",")), People(row.people), own=True)
        for row in rows
    )


def keep_preset(session: Session, preset: Preset) -> None:
    """Keep a preset, in place of an earlier one of that name."""
    row = _preset(session, preset.name) or ExportPresetRow(name=preset.name)
    row.columns, row.people = ",".join(preset.columns), preset.people.value
    session.add(row)


def remove_preset(session: Session, name: str) -> None:
    """Remove a preset of the office; raise NotFound."""
    row = _preset(session, name)
    if row is None:
        raise NotFound(f"The office has no preset “{name}”.")
    session.delete(row)


def record(session: Session, **told: Any) -> None:
    """Record a file that is about to take its place; the journal keeps it."""
    session.add(ExportRow(**told))
    session.flush()


def written_since(session: Session, file: str, since: datetime) -> bool:
    """Say whether a file of that name was recorded at an instant or later."""
    found = select(ExportRow.id).where(ExportRow.file == file, ExportRow.made_at >= since)
    return session.scalar(found.limit(1)) is not None


def _preset(session: Session, name: str) -> ExportPresetRow | None:
    return session.scalar(select(ExportPresetRow).where(ExportPresetRow.name == name))
