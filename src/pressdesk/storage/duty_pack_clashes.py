"""What was changed on both sides, told side by side; fields that belong together, together."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Mapper, Session

from pressdesk.clock import Clock
from pressdesk.domain.duty_packs import Clash, Differing, Take
from pressdesk.domain.local_time import zone_named
from pressdesk.domain.timeline import LONGEST, Telling, label_of, value_said
from pressdesk.storage import office as offices
from pressdesk.storage.duty_pack_lives import refers_to

# A status of one side with the outcome of the other would be an answer that nobody gave.
TOGETHER: dict[str, tuple[tuple[str, ...], ...]] = {
    "enquiry": (
        ("status", "outcome_id", "outcome_note", "closed_at", "foi_reference", "foi_due"),
        ("deadline_at", "deadline_words"),
        ("urgent", "line_expected", "line_used", "held_until"),
        ("journalist_id", "outlet_id"),
    ),
    "question": (("state", "note", "settled_by", "settled_at"),),
    "promise": (("state", "settled_by", "settled_at"),),
    "clearance_step": (
        ("state", "asked_at", "chased_at", "settled_at", "by", "noted_by", "words"),
    ),
    "line_to_take": (("state", "withdrawn_reason"),),
    "release": (
        (
            *("headline", "published_on", "parts", "corrected_by", "corrected_at"),
            *("source_name", "source_text", "source_sha256", "source_url", "original"),
        ),
        ("embargo", "embargo_until", "embargo_reason"),
    ),
    "embargo_holder": (("agreed", "agreed_at", "agreed_how"), ("rung_at", "rung_by")),
    "shift": (("person", "starts_at", "ends_at", "number", "instead_of", "change"),),
    "outlet": (("name", "key"),),
    "journalist": (("name", "key"),),
}
# Follow from what stands beside them, and would tell a person nothing.
UNSAID = frozenset({"key", "source_sha256", "original"})
_NAMES = ("reference", "name", "headline", "title", "person", "subject", "words", "reason")


def group_of(kind: str, field: str) -> tuple[str, ...]:
    """Return the fields that stand or fall with one."""
    groups = TOGETHER.get(kind, ())
    return next((group for group in groups if field in group), (field,))


class Clashes:
    """The clashes of one merge, and what was chosen about them."""

    def __init__(
        self, home: Session, office: Session, choices: Mapping[Clash, Take], clock: Clock
    ) -> None:
        self._home, self._office, self._choices = home, office, choices
        zone = zone_named(offices.the_office(office).zone)
        self._telling = Telling({}, zone, clock.now())
        self.open: list[Clash] = []
        self.chosen: set[Clash] = set()

    def decide(self, clash: Clash) -> Take:
        """Return what was chosen; what was not is noted, and the office's stands."""
        if clash in self._choices:
            self.chosen.add(clash)
        elif clash not in self.open:
            self.open.append(clash)
        return self._choices.get(clash, Take.OURS)

    def differing(
        self, mapper: Mapper[Any], ours: dict[str, Any], theirs: dict[str, Any]
    ) -> tuple[Differing, ...]:
        """Return the fields of ``theirs`` beside those of the office."""
        own = self.said(self._office, mapper, {name: ours[name] for name in theirs})
        pairs = zip(own, self.said(self._home, mapper, theirs), strict=True)
        return tuple(Differing(label, words, others) for (label, words), (_, others) in pairs)

    def said(
        self, session: Session, mapper: Mapper[Any], values: dict[str, Any]
    ) -> list[tuple[str, str]]:
        """Return fields of one side with their values, as people read them."""
        return [
            (label_of(name), self._said(session, mapper, name, value))
            for name, value in values.items()
            if name not in UNSAID
        ]

    def called(self, row: Any) -> str:
        """Return what people call a row."""
        kind = row.__tablename__.replace("_", " ").capitalize()
        return f"{kind} {_name(row)}" if kind == "Enquiry" else f"{kind} “{_name(row)}”"

    def _said(self, session: Session, mapper: Mapper[Any], name: str, value: Any) -> str:
        if value in (None, ""):
            return "none"
        if kind := refers_to(mapper, name):
            found = session.get(_class_of(mapper, kind), value)
            return _name(found) if found is not None else "one that is not there"
        if isinstance(value, (dict, list)):
            return "\n".join(_plain_parts(value))
        said = value_said(name, value, self._telling)
        return str(value) if isinstance(value, str) and len(value) > LONGEST else said


def _class_of(mapper: Mapper[Any], kind: str) -> Any:
    return next(one.class_ for one in mapper.registry.mappers if one.class_.__tablename__ == kind)


def _name(row: Any) -> str:
    return _cut(next((str(getattr(row, one)) for one in _NAMES if getattr(row, one, "")), "one"))


def _cut(words: Any) -> str:
    line = " ".join(str(words or "").split())
    return line if len(line) <= 80 else f"{line[:79].rstrip()}…"


def _plain_parts(value: Any) -> Iterable[str]:
    """Yield the parts of a structured value, a line each."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value, 1)
    for name, part in pairs:
        if part not in (None, "", [], {}):
            words = part if isinstance(part, str) else json.dumps(part, ensure_ascii=False)
            yield f"{label_of(str(name)).capitalize()}: {words}"
