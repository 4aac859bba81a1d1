"""Facts of the office: read whole, written item by item."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pressdesk.domain.hours import DayRule, SpecialDay
from pressdesk.domain.office import USUAL_PACKS, Office, Outcome, PackRule, Staff, Topic
from pressdesk.domain.routing import Lines, UrgencyRule
from pressdesk.domain.spans import format_spans, parse_spans
from pressdesk.domain.targets import HouseTargets
from pressdesk.errors import Conflict, NotFound, Refused
from pressdesk.storage.needed import is_needed
from pressdesk.storage.tables.office import (
    HoursRow,
    OfficeRow,
    OutcomeRow,
    SpecialDayRow,
    StaffRow,
    TopicRow,
    UrgencyRuleRow,
)

IN_USE = "“{}” is in use and stays in the log. Untick Offered to retire it instead."


def find_office(session: Session) -> Office | None:
    """Return the office of this database, or None before it was started."""
    row = session.scalar(select(OfficeRow))
    if row is None:
        return None
    lines = Lines(row.main_line, row.out_of_hours_line)
    packs = PackRule(row.pack_outlets or USUAL_PACKS.outlets, row.pack_hours or USUAL_PACKS.hours)
    targets = HouseTargets(row.target_acknowledged, row.target_holding, row.target_substantive)
    return Office(
        *(row.name, row.zone, row.division, lines, row.sample, row.version, packs, targets),
        reports_officers=bool(row.reports_officers),
    )


def the_office(session: Session) -> Office:
    """Return the office; raise NotFound before it was started."""
    office = find_office(session)
    if office is None:
        raise NotFound("This file holds no office yet. Start your office first.")
    return office


def save_office(session: Session, office: Office) -> None:
    """Start the office or change its facts; raise Conflict when someone saved first."""
    row = session.scalar(select(OfficeRow))
    if row is None:
        row = OfficeRow()
        session.add(row)
    elif row.version != office.version:
        raise Conflict("Someone else changed the office meanwhile. Look at their changes first.")
    row.name = office.name
    row.zone = office.zone
    row.division = office.division
    row.main_line = office.lines.main
    row.out_of_hours_line = office.lines.out_of_hours
    row.sample = office.sample
    row.pack_outlets, row.pack_hours = office.packs.outlets, office.packs.hours
    row.target_acknowledged = office.targets.acknowledged
    row.target_holding = office.targets.holding
    row.target_substantive = office.targets.substantive
    row.reports_officers = office.reports_officers or None


def day_rules(session: Session) -> tuple[DayRule, ...]:
    """Return the hours of each weekday from each date on."""
    rows = session.scalars(select(HoursRow).order_by(HoursRow.applies_from, HoursRow.weekday))
    return tuple(DayRule(row.weekday, parse_spans(row.spans), row.applies_from) for row in rows)


def save_day_rules(session: Session, rules: Iterable[DayRule]) -> None:
    """Keep the hours of some weekdays from a date on; the rules before that date stay."""
    for rule in rules:
        wanted = (HoursRow.weekday == rule.weekday) & (HoursRow.applies_from == rule.applies_from)
        row = session.scalar(select(HoursRow).where(wanted))
        if row is None:
            row = HoursRow(weekday=rule.weekday, applies_from=rule.applies_from)
            session.add(row)
        row.spans = format_spans(rule.spans)


def remove_day_rules(session: Session, applies_from: date) -> None:
    """Take away the hours that start to apply on a date; raise NotFound when none do."""
    rows = session.scalars(select(HoursRow).where(HoursRow.applies_from == applies_from)).all()
    if not rows:
        raise NotFound(f"No hours start to apply on {applies_from:%d/%m/%Y}.")
    for row in rows:
        session.delete(row)


def special_days(session: Session) -> tuple[SpecialDay, ...]:
    """Return closures and extra openings, earliest first."""
    rows = session.scalars(select(SpecialDayRow).order_by(SpecialDayRow.day))
    return tuple(SpecialDay(row.day, parse_spans(row.spans), row.reason) for row in rows)


def save_special_day(session: Session, special: SpecialDay) -> None:
    """Keep a closure or an extra opening; one a date."""
    row = session.scalar(select(SpecialDayRow).where(SpecialDayRow.day == special.day))
    if row is None:
        row = SpecialDayRow(day=special.day)
        session.add(row)
    row.spans = format_spans(special.spans)
    row.reason = special.reason


def remove_special_day(session: Session, day: date) -> None:
    """Let a date follow the week again."""
    row = session.scalar(select(SpecialDayRow).where(SpecialDayRow.day == day))
    if row is None:
        raise NotFound(f"{day:%d/%m/%Y} is no special day.")
    session.delete(row)


def urgency_rules(session: Session) -> tuple[UrgencyRule, ...]:
    """Return the rules that propose urgency, in their order."""
    rows = session.scalars(select(UrgencyRuleRow).order_by(UrgencyRuleRow.position))
    return tuple(
        UrgencyRule(row.name, tuple(row.words.split("\n")) if row.words else ()) for row in rows
    )


def save_urgency_rules(session: Session, rules: Iterable[UrgencyRule]) -> None:
    """Keep exactly these rules, in this order."""
    known = {row.name: row for row in session.scalars(select(UrgencyRuleRow))}
    for position, rule in enumerate(rules):
        row = known.pop(rule.name, None)
        if row is None:
            row = UrgencyRuleRow(name=rule.name)
            session.add(row)
        row.words = "\n".join(rule.words)
        row.position = position
    for row in known.values():
        session.delete(row)


def staff(session: Session) -> tuple[Staff, ...]:
    """Return everybody, by name."""
    rows = session.scalars(select(StaffRow).order_by(StaffRow.name))
    return tuple(
        Staff(row.name, row.role, row.number, row.email, row.active, row.id) for row in rows
    )


def save_staff(session: Session, person: Staff) -> int:
    """Keep one person; return the id."""
    row = session.get(StaffRow, person.id) if person.id else None
    if row is None:
        row = StaffRow()
        session.add(row)
    row.name, row.role = person.name, person.role
    row.number, row.email, row.active = person.number, person.email, person.active
    session.flush()
    return row.id


def staff_id(session: Session, name: str) -> int | None:
    """Return the id of the person called ``name``, None when nobody is."""
    return session.scalar(select(StaffRow.id).where(StaffRow.name == name))


def topics(session: Session) -> tuple[Topic, ...]:
    """Return the topics, by name."""
    rows = session.scalars(select(TopicRow).order_by(TopicRow.name))
    return tuple(Topic(row.name, row.active, row.id) for row in rows)


def save_topic(session: Session, topic: Topic) -> int:
    """Keep one topic; return the id."""
    row = session.get(TopicRow, topic.id) if topic.id else None
    if row is None:
        row = TopicRow()
        session.add(row)
    row.name, row.active = topic.name, topic.active
    session.flush()
    return row.id


def remove_topic(session: Session, topic_id: int) -> None:
    """Take a topic away that nothing was counted by; raise Refused when something was."""
    _remove(session, session.get(TopicRow, topic_id), "topic")


def remove_outcome(session: Session, outcome_id: int) -> None:
    """Take an outcome away with which nothing ended; raise Refused when something did."""
    _remove(session, session.get(OutcomeRow, outcome_id), "outcome")


def _remove(session: Session, row: TopicRow | OutcomeRow | None, what: str) -> None:
    if row is None:
        raise NotFound(f"This {what} is no longer there.")
    if is_needed(session, row):
        raise Refused(IN_USE.format(row.name))
    session.delete(row)
    session.flush()


def topic_id(session: Session, name: str) -> int:
    """Return the id of a topic by name in any case; a new name becomes a topic."""
    found = session.scalar(select(TopicRow.id).where(func.lower(TopicRow.name) == name.lower()))
    return found if found is not None else save_topic(session, Topic(name))


def outcomes(session: Session) -> tuple[Outcome, ...]:
    """Return the outcomes in the office's order."""
    rows = session.scalars(select(OutcomeRow).order_by(OutcomeRow.position, OutcomeRow.id))
    return tuple(
        Outcome(row.name, row.counts, row.active, row.id, row.answered, row.foi) for row in rows
    )


def save_outcome(session: Session, outcome: Outcome) -> int:
    """Keep one outcome; a new one comes last. Return the id."""
    row = session.get(OutcomeRow, outcome.id) if outcome.id else None
    if row is None:
        last = session.scalar(select(func.max(OutcomeRow.position)))
        row = OutcomeRow(position=0 if last is None else last + 1)
        session.add(row)
    row.name, row.counts, row.active = outcome.name, outcome.counts, outcome.active
    row.answered, row.foi = outcome.answered, outcome.foi
    session.flush()
    return row.id


def outcome_named(session: Session, name: str) -> Outcome:
    """Return an outcome in use by its name in any case; raise NotFound with the choices."""
    known = [outcome for outcome in outcomes(session) if outcome.active]
    for outcome in known:
        if outcome.name.lower() == name.strip().lower():
            return outcome
    choices = ", ".join(outcome.name for outcome in known)
    raise NotFound(f"There is no outcome “{name}”. Choose one of: {choices}.")
