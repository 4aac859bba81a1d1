"""JSON lines for programs: an object a row, then one that explains them under ``about``.

Instants are ISO 8601 with the office's distance from UTC, lengths of time are seconds, yes and no
are true and false, nothing is null. JSON runs nothing, so that text stays as it is; only halves of
characters, which no file can hold, become U+FFFD.
"""

import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pressdesk.clock import as_utc
from pressdesk.export.guard import whole_characters
from pressdesk.export.sheet import Block, Sheet, Value, Watch, walked


def write(sheet: Sheet, blocks: Iterable[Block], part: Path, watch: Watch) -> int:
    """Write the rows as they come; return how many there were."""
    titles = [column.title for column in sheet.columns]
    count = 0
    with part.open("w", encoding="utf-8", newline="\n") as file:
        for block in walked(blocks, watch):
            columns = [[_plain(value, sheet.zone) for value in cells] for cells in block]
            for row in zip(*columns, strict=True):
                file.write(_line(dict(zip(titles, row, strict=True))))
            count += len(block[0])
        file.write(_line({"about": dict(sheet.about(count))}))
    return count


def _line(value: dict[str, Any]) -> str:
    return f"{whole_characters(json.dumps(value, ensure_ascii=False))}\n"


def _plain(value: Value, zone: ZoneInfo) -> str | float | None:
    match value:
        case datetime():
            return as_utc(value).astimezone(zone).isoformat()
        case date():
            return value.isoformat()
        case timedelta():
            return round(value.total_seconds())
        case _:
            return value
