"""When the sample's enquiries come in and what becomes of them; the same on the same day."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from pressdesk.domain.contacts import Journalist
from pressdesk.domain.local_time import edge, local_day
from pressdesk.services.sample.texts import Template, Texts

ENQUIRIES = 300
DAYS = 90
SEED = 42
OUT_OF_HOURS_SHARE = 0.15
MINUTE = timedelta(minutes=1)
EVENING = 17

# The open enquiries that the desk shows on the first look, one of each kind of trouble:
# minutes ago that they came in, minutes until the deadline (None: none given), how far they got.
OPEN_NOW = (
    (195, -25, "promised"),
    (61, 42, "clearance"),
    (38, 55, "new"),
    (124, 130, "holding"),
    (240, 20 * 60, "taken"),
    (300, 44 * 60, "cleared"),
    (75, None, "new"),
    (12, 90, "unfinished"),
    (150, 30, "answered"),
)


# Those of them in which three outlets ask about one subject, by the minutes.
PACK, PACK_SUBJECT = (124, 61, 38), "Saltmere fire engines without a crew"


@dataclass(frozen=True)
class Planned:
    """One enquiry of the sample. ``stage`` says how far it got; closed ones are finished."""

    template: Template
    journalist: Journalist
    received_at: datetime
    deadline_at: datetime | None
    stage: str
    minutes_to_take: int
    minutes_to_answer: int

    def rings_the_duty_phone(self, zone: ZoneInfo) -> bool:
        """Say whether it is one of the evening calls on the line that is for urgent ones."""
        evening = self.received_at.astimezone(zone).hour >= EVENING
        return evening and self.stage == "closed" and self.minutes_to_take % 5 == 0


def planned(texts: Texts, now: datetime, zone: ZoneInfo) -> list[Planned]:
    """Return the sample's enquiries, earliest first; the last are still open."""
    chance = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    past = [_planned(texts, chance, moment) for moment in sorted(_moments(chance, now, zone))]
    still_open = [
        _still_open(texts, chance, now, row) for row in sorted(OPEN_NOW, key=lambda row: -row[0])
    ]
    return [*past, *_with_pack(texts, chance, now, still_open)]


def _with_pack(
    texts: Texts, chance: random.Random, now: datetime, plans: list[Planned]
) -> Iterator[Planned]:
    """Have three outlets ask about one subject, when its release is out."""
    subject = next(one for one in texts.templates if one.subject == PACK_SUBJECT)
    outlets: set[str] = set()
    for plan in plans:
        out = subject.release_day is None or subject.release_day <= plan.received_at.date()
        if not out or (now - plan.received_at) // MINUTE not in PACK:
            yield plan
            continue
        others = [one for one in texts.journalists if one.outlet not in outlets]
        person = chance.choice(others)
        outlets.add(person.outlet)
        yield replace(plan, template=subject, journalist=person)


def _moments(chance: random.Random, now: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """Yield moments of past days: most on weekdays inside the hours, some in the evening."""
    today = local_day(now, zone)
    for _ in range(ENQUIRIES - len(OPEN_NOW)):
        day = today - timedelta(days=chance.randint(1, DAYS))
        quiet = day.weekday() >= 5 or chance.random() < OUT_OF_HOURS_SHARE
        if day.weekday() >= 5 and chance.random() < 0.8:
            moved = day - timedelta(days=day.weekday() - day.toordinal() % 5)
            day = max(moved, today - timedelta(days=DAYS))  # to any working day of its week
            quiet = False
        first, last = (17 * 60, 23 * 60) if quiet else (8 * 60 + 30, 16 * 60 + 59)
        yield edge(day, chance.randint(first, last), zone)


def _planned(texts: Texts, chance: random.Random, moment: datetime) -> Planned:
    return Planned(
        *_asked(texts, chance, moment),
        received_at=moment,
        deadline_at=None,
        stage="closed",
        minutes_to_take=chance.randint(2, 25),
        minutes_to_answer=chance.choice((18, 25, 34, 47, 55, 72, 95, 140)),
    )


def _still_open(
    texts: Texts, chance: random.Random, now: datetime, row: tuple[int, int | None, str]
) -> Planned:
    ago, left, stage = row
    deadline = None if left is None else (now + left * MINUTE).replace(second=0, microsecond=0)
    received = now - ago * MINUTE
    asked = _asked(texts, chance, received, to_be_answered=stage == "answered")
    return Planned(*asked, received, deadline, stage, 3, 9)


def _asked(
    texts: Texts, chance: random.Random, moment: datetime, *, to_be_answered: bool = False
) -> tuple[Template, Journalist]:
    """Return who asks what; nobody asks about a release before it came out."""
    known = [
        template
        for template in texts.templates
        if (template.release_day is None or template.release_day <= moment.date())
        and (template.answer or not to_be_answered)
    ]
    template = chance.choice(known)
    asking = [person for person in texts.journalists if person.outlet_kind in template.kinds]
    return template, chance.choice(asking or list(texts.journalists))
