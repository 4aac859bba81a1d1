"""The timeline of an enquiry in sentences: who did what when, from what to what.

The journal keeps every change of every field; here each becomes words that a press officer reads.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.clearance import ClearanceState, StepState
from pressdesk.domain.enquiries import Channel, EnquiryType, Status, Terms
from pressdesk.domain.journal import Act, Entry
from pressdesk.domain.promises import PromiseState
from pressdesk.domain.questions import QuestionState
from pressdesk.domain.routing import Route
from pressdesk.domain.said import when_said
from pressdesk.domain.targets import NAMES

LONGEST = 240  # characters of one value; the whole words stand in the other tabs

Names = Mapping[tuple[str, int], str]
"""What the ids stand for, by the name of the field and the id."""

Fields = dict[str, tuple[Any, Any]]


@dataclass(frozen=True)
class Told:
    """One line of the timeline."""

    at: datetime
    actor: str
    sentence: str


@dataclass(frozen=True)
class Telling:
    """What the sentences are told with: names for ids, and how the office sees the time."""

    names: Names
    zone: ZoneInfo
    now: datetime


def tell(entry: Entry, telling: Telling) -> tuple[Told, ...]:
    """Return the lines of one entry; a changed field is a line of its own."""
    usual = _changed if entry.act is Act.CHANGED else _other
    said = _SAID.get((entry.kind, entry.act), usual)
    return tuple(Told(entry.at, entry.actor, words) for words in said(entry, telling))


def _changed(entry: Entry, telling: Telling) -> list[str]:
    label = "" if entry.kind == "enquiry" else f"{_KINDS.get(entry.kind, entry.kind)}, "
    return [
        f"{_capital(label + label_of(field))}: "
        f"{value_said(field, old, telling)} → {value_said(field, new, telling)}"
        for field, (old, new) in entry.fields().items()
    ]


def _logged(entry: Entry, telling: Telling) -> list[str]:
    fields = entry.fields()
    given = [
        f"{_capital(label_of(field))}: {value_said(field, fields[field][1], telling)}"
        for field in _TOLD_FIRST
        if field in fields and fields[field][1] not in (None, "")
    ]
    return ["Logged the enquiry", *given]


def _sentence(template: str) -> Callable[[Entry, Telling], list[str]]:
    """Return a teller that fills a sentence with the values of an entry, new or removed."""

    def told(entry: Entry, telling: Telling) -> list[str]:
        side = 0 if entry.act is Act.REMOVED else 1
        values = {
            field: value_said(field, pair[side], telling) for field, pair in entry.fields().items()
        }
        return [template.format_map(values)]

    return told


def _answered(entry: Entry, telling: Telling) -> list[str]:
    values = {field: value_said(field, new, telling) for field, (_, new) in entry.fields().items()}
    kind = AnswerKind(entry.fields().get("kind", (None, AnswerKind.SUBSTANTIVE))[1])
    verb = {
        AnswerKind.ACKNOWLEDGED: "{given_by} acknowledged",
        AnswerKind.HOLDING: "{given_by} gave a holding answer",
        AnswerKind.SUBSTANTIVE: "{given_by} answered",
    }[kind]
    lines = [f"{verb}, {{terms}}: “{{words}}”".format_map(values)]
    if why := entry.fields().get("difference", (None, ""))[1]:
        lines.append(f"Not the words that were cleared, because: {_cut(why)}")
    return lines


def _question(entry: Entry, telling: Telling) -> list[str]:
    """Tell in one line what became of a question; other changes field by field."""
    fields = entry.fields()
    if "state" not in fields:
        return _changed(entry, telling)
    note = fields.get("note", (None, ""))[1]
    state = QuestionState(fields["state"][1] or QuestionState.OPEN).label.lower()
    return [f"One question: {state}" + (f", {_cut(note)}" if note else "")]


def _promise(entry: Entry, _telling: Telling) -> list[str]:
    return [f"Promise: {PromiseState(entry.fields()['state'][1]).label.lower()}"]


def _target(entry: Entry, telling: Telling) -> list[str]:
    """Tell each target that was set, moved or taken away."""
    fields = entry.fields()
    why = fields.get("moved", (None, None))[1]
    because = f": {_cut(why)}" if why else ""
    lines = []
    for kind, name in NAMES.items():
        before, after = fields.get(f"{kind}_by", (None, None))
        due = value_said("due_at", after, telling)
        if before and after:
            lines.append(f"Target ({name}) moved to {due}{because}")
        elif before or after:
            lines.append(f"Target ({name}): {due}")
    return lines


def _clearance(entry: Entry, _telling: Telling) -> list[str]:
    state = ClearanceState(entry.fields()["state"][1])
    return [_CLEARANCES[state]] if state in _CLEARANCES else []


def _step(entry: Entry, _telling: Telling) -> list[str]:
    """Tell what was said of the words; who noted it is the actor of the line."""
    fields = {name: new for name, (_old, new) in entry.fields().items()}
    if "state" not in fields:
        return ["Clearance chased"]
    by, words = fields.get("by", ""), fields.get("words", "")
    return {
        StepState.ASKED: ["Next step of clearance asked"],
        StepState.CLEARED: [f"{by} cleared the words"],
        StepState.SENT_BACK: [f"{by} sent the words back: “{_cut(words)}”"],
    }[StepState(fields["state"])]


def _decided(entry: Entry, telling: Telling) -> list[str]:
    fields = entry.fields()
    lines = [f"Routed: {value_said('reason', fields['reason'][1], telling)}"]
    reason = fields["urgent_reason"][1]
    if fields["urgent"][1] and reason not in lines[0]:
        lines.append(f"Urgent, because {_cut(reason)}")
    if override := fields["override_reason"][1]:
        lines.append(f"Another line was used, because: {override}")
    return lines


def _despite_embargo(entry: Entry, telling: Telling) -> list[str]:
    fields = entry.fields()
    release = value_said("release_id", fields["release_id"][1], telling)
    reason = fields["words"][1]
    because = f", because: {_cut(reason)}" if reason else ""
    return [f"Went on although “{release}” was under embargo{because}"]


def _other(entry: Entry, _telling: Telling) -> list[str]:
    return [f"{_capital(_KINDS.get(entry.kind, entry.kind))} {entry.act.value}"]


def value_said(field: str, value: Any, telling: Telling) -> str:
    """Return the value of a field as people read it; nothing is “none”."""
    if value is None or value == "":
        return "none"
    if field.endswith("_id"):
        return telling.names.get((field, value), f"number {value}")
    if field.endswith(("_at", "_until")) or field == "decided_for":
        return when_said(datetime.fromisoformat(value), telling.now, telling.zone)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field in _LABELLED:
        return _LABELLED[field](value)
    return _cut(str(value))


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def label_of(field: str) -> str:
    """Return what people call a field."""
    return _LABELS.get(field, field.removesuffix("_id").replace("_", " "))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


_LABELS = {
    "deadline_at": "deadline",
    "deadline_words": "deadline in their words",
    "received_at": "received",
    "closed_at": "closed",
    "held_until": "held until",
    "line_expected": "line expected",
    "line_used": "line used",
    "channel": "came in by",
    "type": "what is wanted",
    "call_back": "call back",
    "publication": "planned publication",
    "finished": "everything filled in",
    "outcome_note": "note on the outcome",
    "foi_reference": "FOI reference",
    "foi_due": "FOI answer due",
    "words": "words",
}
_KINDS = {
    "question": "question",
    "enquiry_topic": "topic",
    "enquiry_release": "release",
    "enquiry_line_to_take": "line to take",
    "answer_line_to_take": "line to take",
    "pack_enquiry": "pack",
    "attachment": "file",
    "decision": "routing",
}
_CLEARANCES = {
    ClearanceState.CLEARED: "Cleared: the words are frozen",
    ClearanceState.WITHDRAWN: "The request for clearance was withdrawn",
}
_TOLD_FIRST = (
    *("received_at", "channel", "journalist_id", "outlet_id", "call_back", "email", "subject"),
    *("deadline_words", "deadline_at", "publication", "type"),
)
_LABELLED: dict[str, Callable[[str], str]] = {
    "status": lambda value: Status(value).label,
    "channel": lambda value: Channel(value).label,
    "type": lambda value: EnquiryType(value).label,
    "terms": lambda value: Terms(value).label,
    "line_expected": lambda value: Route(value).label,
    "line_used": lambda value: Route(value).label,
    "route": lambda value: Route(value).label,
}
_SAID: dict[tuple[str, Act], Callable[[Entry, Telling], list[str]]] = {
    ("enquiry", Act.CREATED): _logged,
    ("decision", Act.CREATED): _decided,
    ("question", Act.CREATED): _sentence("Question: “{words}”"),
    ("question", Act.REMOVED): _sentence("Removed the question “{words}”"),
    ("question", Act.CHANGED): _question,
    ("answer", Act.CREATED): _answered,
    ("clearance", Act.CREATED): _sentence("{asked_by} asked for clearance: “{words}”"),
    ("clearance", Act.CHANGED): _clearance,
    ("clearance_step", Act.CREATED): lambda _entry, _telling: [],
    ("clearance_step", Act.CHANGED): _step,
    ("promise", Act.CREATED): _sentence("Promised by {due_at}: “{words}”"),
    ("promise", Act.CHANGED): _promise,
    ("target", Act.CREATED): _target,
    ("target", Act.CHANGED): _target,
    ("informed", Act.CREATED): _sentence("For information: {name} told {told_at}, {how}"),
    ("note", Act.CREATED): _sentence("Note: “{words}”"),
    ("enquiry_topic", Act.CREATED): _sentence("Added the topic {topic_id}"),
    ("enquiry_topic", Act.REMOVED): _sentence("Removed the topic {topic_id}"),
    ("enquiry_release", Act.CREATED): _sentence("Linked the release “{release_id}”"),
    ("enquiry_release", Act.REMOVED): _sentence("Unlinked the release “{release_id}”"),
    ("embargo_event", Act.CREATED): _despite_embargo,
    ("enquiry_line_to_take", Act.CREATED): _sentence(
        "Put the line to take “{line_to_take_id}” beside it"
    ),
    ("enquiry_line_to_take", Act.REMOVED): _sentence(
        "Took the line to take “{line_to_take_id}” away"
    ),
    ("answer_line_to_take", Act.CREATED): _sentence(
        "The answer used the line to take “{line_version_id}”"
    ),
    ("pack_enquiry", Act.CREATED): _sentence("Seen beside others on “{pack_id}”"),
    ("pack_enquiry", Act.REMOVED): _sentence("Taken out of the pack “{pack_id}”"),
    ("attachment", Act.CREATED): _sentence("Added the file “{name}”"),
    ("attachment", Act.REMOVED): _sentence("Removed the file “{name}”"),
}
