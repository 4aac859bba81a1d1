"""A half-typed enquiry as text, and back.

A draft may come from an older or a newer PressDesk, or from a damaged file: whatever of it can be
read becomes the form again, and the rest is as if it had not been typed.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from enum import Enum
from typing import Any, TypeVar

from pressdesk.domain.enquiries import Channel, EnquiryForm, EnquiryType
from pressdesk.domain.routing import Route

PREFIX = "enquiry:new:"
"""What the keys of these drafts begin with."""

Kind = TypeVar("Kind", bound=Enum)


def is_blank(form: EnquiryForm) -> bool:
    """Say whether nothing has been typed or chosen yet."""
    questions = tuple(words for words in form.questions if words.strip())
    nothing = EnquiryForm(form.received_at, finished=form.finished)
    return replace(form, questions=questions) == nothing


def to_json(form: EnquiryForm) -> str:
    """Give a form as text, every character of what was typed included."""
    return json.dumps(asdict(form), default=datetime.isoformat)


def from_json(content: str, received_at: datetime) -> EnquiryForm:
    """Read the form that :func:`to_json` wrote; ``received_at`` serves when its own is lost."""
    form = EnquiryForm(received_at)
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return form
    if not isinstance(data, dict):
        return form
    return replace(form, **_readable(data))


def _readable(data: dict[Any, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, read in _READERS.items():
        try:
            found[name] = read(data[name])
        except (KeyError, TypeError, ValueError, OverflowError):
            continue
    return found


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _moment(value: object) -> datetime:
    read = datetime.fromisoformat(_text(value))
    if read.tzinfo is None:
        raise ValueError
    return read.astimezone(UTC)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(_text, _list(value)))


def _wholes(value: object) -> tuple[int, ...]:
    return tuple(map(_whole, _list(value)))


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _one_of(kind: type[Kind]) -> Callable[[object], Kind]:
    return lambda value: kind(_text(value))


_READERS: dict[str, Callable[[object], object]] = {
    "received_at": _moment,
    "journalist_id": _whole,
    **dict.fromkeys(("journalist", "outlet", "call_back", "email", "subject"), _text),
    "questions": _texts,
    "deadline_words": _text,
    "deadline_at": _moment,
    "channel": _one_of(Channel),
    "type": _one_of(EnquiryType),
    "topics": _texts,
    "urgent": _yes_or_no,
    "urgent_reason": _text,
    "line_used": _one_of(Route),
    **dict.fromkeys(("override_reason", "publication", "notes"), _text),
    **dict.fromkeys(("release_ids", "line_to_take_ids"), _wholes),
    "finished": _yes_or_no,
}
