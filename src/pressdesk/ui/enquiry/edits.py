"""The facts of an enquiry as a form, and two people's changes to it brought together. Pure."""

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.enquiry_drafts import from_json, to_json

# Fields that belong together: whoever changes one means them all.
GROUPS = (
    ("journalist_id", "journalist", "outlet"),
    ("call_back",),
    ("email",),
    ("questions",),
    ("subject",),
    ("deadline_words", "deadline_at"),
    ("received_at",),
    ("channel",),
    ("type",),
    ("topics",),
    ("publication",),
    ("finished",),
)


def merged(
    base: EnquiryForm, mine: EnquiryForm, theirs: EnquiryForm
) -> tuple[EnquiryForm, tuple[str, ...]]:
    """Return mine with their changes where I made none, and the fields that both changed."""
    both = []
    for group in GROUPS:
        was, ours, other = (_values(form, group) for form in (base, mine, theirs))
        if ours == was:
            mine = replace(mine, **other)
        elif other not in (was, ours):
            both.append(group[0])
    return mine, tuple(both)


def to_draft(base: EnquiryForm, mine: EnquiryForm) -> str:
    """Return a form being edited as text, with what it was edited from; empty when unchanged."""
    return "" if mine == base else json.dumps([to_json(base), to_json(mine)])


def from_draft(content: str, received_at: datetime) -> tuple[EnquiryForm, EnquiryForm] | None:
    """Return what :func:`to_draft` wrote: the base and the typed form; None when damaged."""
    try:
        base, mine = json.loads(content)
        return from_json(base, received_at), from_json(mine, received_at)
    except (ValueError, TypeError):
        return None


def _values(form: EnquiryForm, group: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(form, name) for name in group}
