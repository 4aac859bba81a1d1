"""The office: started once, changed in Settings."""

from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from pressdesk.domain.clearance import DEFAULT_TEMPLATES, Template
from pressdesk.domain.feeds import FeedState
from pressdesk.domain.hours import (
    DayRule,
    OpeningHours,
    SpecialDay,
    check_spans,
    check_week,
    format_spans,
)
from pressdesk.domain.local_time import local_day, zone_named
from pressdesk.domain.office import (
    DEFAULT_OUTCOMES,
    NewOffice,
    Office,
    Outcome,
    Staff,
    Topic,
    check_outcomes,
)
from pressdesk.domain.reminders import Leads
from pressdesk.domain.rota import Shift, gaps, overlaps
from pressdesk.domain.rota_warnings import double_warning, gap_warning
from pressdesk.domain.routing import Lines, UrgencyRule
from pressdesk.domain.said import day_abbreviated, day_said
from pressdesk.domain.standing import Standing, standing
from pressdesk.domain.synonyms import Group
from pressdesk.domain.targets import check_targets
from pressdesk.errors import Refused
from pressdesk.intake.bank_holidays import DIVISIONS, known_until
from pressdesk.intake.phone_numbers import read_number
from pressdesk.intake.text import one_line
from pressdesk.services.context import Context, hours_of
from pressdesk.services.synonyms import groups_of
from pressdesk.services.targets import follow
from pressdesk.storage import clearance, feeds, reminders, rota
from pressdesk.storage import office as offices
from pressdesk.storage.database import Session

ROTA_AHEAD = timedelta(days=8)
ROTA_BEFORE = timedelta(days=30)
"""An office without a shift since then keeps no rota, and is not warned of its gaps."""


@dataclass(frozen=True)
class HolidaysAhead:
    """The bank holidays of the coming year, and the last day on which they are certain."""

    days: tuple[tuple[date, str], ...]
    certain_until: date

    @property
    def run_out(self) -> bool:
        """Say whether the year ahead goes beyond what has been announced."""
        return any(day > self.certain_until for day, _ in self.days)


@dataclass(frozen=True)
class Facts:
    """Everything that Settings shows. ``today`` is the office's own date."""

    office: Office
    hours: OpeningHours
    urgency_rules: tuple[UrgencyRule, ...]
    staff: tuple[Staff, ...]
    topics: tuple[Topic, ...]
    outcomes: tuple[Outcome, ...]
    feeds: tuple[FeedState, ...]
    templates: tuple[Template, ...]
    today: date
    holidays_ahead: HolidaysAhead
    leads: Leads
    synonyms: tuple[Group, ...] = ()


@dataclass(frozen=True)
class Watch:
    """What the banner needs to follow the clock by itself for the coming days.

    ``warnings`` are sentences about what is soon going to be missing.
    """

    office: Office
    hours: OpeningHours
    shifts: tuple[Shift, ...]
    warnings: tuple[str, ...] = ()


class OfficeService:
    """Facts of the office."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def find(self) -> Office | None:
        """Return the office, or None when this file holds none yet."""
        with self._context.database.reading() as session:
            return offices.find_office(session)

    def start(self, new: NewOffice) -> None:
        """Start the office of this file. Raises Refused with the field to correct."""
        office = _checked_office(new.office)
        check_week(new.week)
        if not any(person.name.strip() for person in new.staff):
            raise Refused("Type the name of at least one press officer.", field="staff")
        with self._writing() as session:
            if offices.find_office(session) is not None:
                raise Refused("This file holds an office already. Open another file for a new one.")
            offices.save_office(session, office)
            offices.save_day_rules(session, new.week)
            offices.save_urgency_rules(session, new.urgency_rules)
            for person in new.staff:
                offices.save_staff(session, _checked_staff(person))
            for topic in new.topics:
                offices.save_topic(session, topic)
            for outcome in DEFAULT_OUTCOMES:
                offices.save_outcome(session, outcome)
            for template in DEFAULT_TEMPLATES:
                clearance.save_template(session, template)

    def facts(self) -> Facts:
        """Return everything that Settings shows."""
        with self._context.database.reading() as session:
            office, hours = offices.the_office(session), hours_of(session)
            today = local_day(self._context.clock.now(), hours.zone)
            return Facts(
                office=office,
                hours=hours,
                urgency_rules=offices.urgency_rules(session),
                staff=offices.staff(session),
                topics=offices.topics(session),
                outcomes=offices.outcomes(session),
                feeds=feeds.listed(session),
                templates=clearance.templates(session),
                today=today,
                holidays_ahead=_holidays_ahead(hours, today, office.division),
                leads=reminders.leads(session),
                synonyms=groups_of(session),
            )

    def watch(self) -> Watch:
        """Return what the banner needs for the coming days."""
        now = self._context.clock.now()
        with self._context.database.reading() as session:
            office, hours = offices.the_office(session), hours_of(session)
            shifts = rota.shifts_between(session, now - ROTA_BEFORE, now + ROTA_AHEAD)
            ahead = timedelta(days=reminders.leads(session).holidays)
        hours.next_change(now)  # the year's holidays are worked out here, not in the window
        warnings = (
            *_rota_warnings(shifts, hours, now),
            *_holidays_ending(office.division, local_day(now, hours.zone), ahead),
        )
        to_come = tuple(shift for shift in shifts if shift.ends_at > now)
        return Watch(office, hours, to_come, warnings)

    def standing(self) -> Standing:
        """Return how the office stands now."""
        watch = self.watch()
        return standing(self._context.clock.now(), watch.hours, watch.office.lines, watch.shifts)

    def save_office(self, office: Office) -> None:
        """Change name, zone, division or lines. Raises Conflict when someone saved first."""
        office = _checked_office(office)
        with self._writing() as session:
            before = offices.the_office(session)
            offices.save_office(session, office)
            same = office.targets == before.targets
            changed = "zone or bank holidays" if same else "house targets"
            follow(session, f"the office changed its {changed}")

    def set_hours(self, rules: tuple[DayRule, ...]) -> None:
        """Set the hours of weekdays from a date on; earlier dates keep theirs.

        Raises Refused for hours that overlap, have no length, or never open.
        """
        with self._writing() as session:
            kept = {(rule.weekday, rule.applies_from): rule for rule in offices.day_rules(session)}
            kept.update({(rule.weekday, rule.applies_from): rule for rule in rules})
            check_week(kept.values())
            offices.save_day_rules(session, rules)
            since = day_abbreviated(min(rule.applies_from for rule in rules)) if rules else ""
            follow(session, f"other opening hours from {since}")

    def remove_hours(self, applies_from: date) -> None:
        """Take back a change of hours that is still to come; those of past days are history.

        Raises NotFound when nothing changes on that date.
        """
        with self._writing() as session:
            today = local_day(self._context.clock.now(), hours_of(session).zone)
            if applies_from <= today:
                raise Refused(
                    "These hours apply already and explain what was decided by them. "
                    "Set other hours from a date to come."
                )
            rules = offices.day_rules(session)
            check_week(rule for rule in rules if rule.applies_from != applies_from)
            offices.remove_day_rules(session, applies_from)
            since = day_abbreviated(applies_from)
            follow(session, f"no other opening hours from {since} after all")

    def save_special_day(self, special: SpecialDay, *, moved_from: date | None = None) -> None:
        """Add a closure (no spans) or a changed opening; one that moves leaves its old date."""
        special = replace(special, reason=one_line(special.reason))
        check_spans(special.spans)
        if not special.reason:
            raise Refused("Say why the day is different, for the log.", field="reason")
        with self._writing() as session:
            if moved_from is not None:
                offices.remove_special_day(session, moved_from)
            offices.save_special_day(session, special)
            hours = format_spans(special.spans)
            follow(session, f"{hours} {day_abbreviated(special.day)}, {special.reason}")

    def remove_special_day(self, day: date) -> None:
        """Let a date follow the week again."""
        with self._writing() as session:
            offices.remove_special_day(session, day)
            follow(session, f"{day_abbreviated(day)} has its usual hours again")

    def set_urgency_rules(self, rules: tuple[UrgencyRule, ...]) -> None:
        """Replace the rules that propose urgency."""
        rules = tuple(_tidied(rule) for rule in rules)
        names = [rule.name.lower() for rule in rules]
        if "" in names or len(set(names)) < len(names):
            raise Refused("Give each urgency rule a name of its own.", field="name")
        if sum(not rule.words for rule in rules) > 1:
            raise Refused(
                "One rule without words looks at the deadline already. Give this one its words.",
                field="words",
            )
        with self._writing() as session:
            offices.save_urgency_rules(session, rules)

    def save_staff(self, person: Staff) -> int:
        """Add or change a member of staff; return the id."""
        person = _checked_staff(person)
        with self._writing() as session:
            return offices.save_staff(session, person)

    def save_topic(self, topic: Topic) -> int:
        """Add, rename or retire a topic; return the id."""
        topic = replace(topic, name=_named(topic.name))
        with self._writing() as session:
            return offices.save_topic(session, topic)

    def remove_topic(self, topic_id: int) -> None:
        """Take away a topic that is not in use; raise Refused for one that is."""
        with self._writing() as session:
            offices.remove_topic(session, topic_id)

    def save_outcome(self, outcome: Outcome) -> int:
        """Add, rename or retire an outcome; return the id."""
        outcome = replace(outcome, name=_named(outcome.name))
        with self._writing() as session:
            outcome_id = offices.save_outcome(session, outcome)
            check_outcomes(offices.outcomes(session))
            return outcome_id

    def remove_outcome(self, outcome_id: int) -> None:
        """Take away an outcome that is not in use; raise Refused for one that is."""
        with self._writing() as session:
            offices.remove_outcome(session, outcome_id)
            check_outcomes(offices.outcomes(session))

    def _writing(self) -> AbstractContextManager[Session]:
        return self._context.database.writing(self._context.actor)


def _rota_warnings(
    shifts: tuple[Shift, ...], hours: OpeningHours, now: datetime
) -> tuple[str, ...]:
    """Return what is amiss in the coming days; a gap that has begun is the banner's to tell."""
    if not shifts:
        return ()
    ahead = [gap for gap in gaps(shifts, now, now + ROTA_AHEAD, hours) if gap[0] > now]
    found = (gap_warning(ahead, hours.zone), double_warning(overlaps(shifts), now, hours.zone))
    return tuple(filter(None, found))


def _holidays_ending(division: str, today: date, ahead: timedelta) -> tuple[str, ...]:
    last = known_until(division)
    if last - today > ahead:
        return ()
    verb = "are" if last >= today else "were"
    sentence = f"Bank holidays {verb} known until {day_said(last)} only. "
    return (sentence + "Update PressDesk, or add later ones in Settings as closures.",)


def _tidied(rule: UrgencyRule) -> UrgencyRule:
    words = (one_line(word) for word in rule.words)
    return UrgencyRule(one_line(rule.name, 80), tuple(word for word in words if word))


def _holidays_ahead(hours: OpeningHours, today: date, division: str) -> HolidaysAhead:
    days = (today + timedelta(days=n) for n in range(366))
    named = tuple((day, name) for day in days if (name := hours.bank_holidays(day)))
    return HolidaysAhead(named, known_until(division))


def _named(name: str) -> str:
    name = one_line(name, 80)
    if not name:
        raise Refused("Type a name.", field="name")
    return name


def _checked_office(office: Office) -> Office:
    name = one_line(office.name, 200)
    if not name:
        raise Refused("Type the name of your office.", field="name")
    zone_named(office.zone)
    if office.division and office.division not in DIVISIONS:
        raise Refused("Choose whose bank holidays apply.", field="division")
    check_targets(office.targets)
    return replace(office, name=name, lines=_checked_lines(office.lines))


def _checked_lines(lines: Lines) -> Lines:
    shaped = {}
    for field in ("main", "out_of_hours"):
        try:
            shaped[field] = read_number(getattr(lines, field)).shown
        except Refused as error:
            raise Refused(str(error), field=field) from error
    return Lines(**shaped)


def _checked_staff(person: Staff) -> Staff:
    number = read_number(person.number).shown if person.number.strip() else ""
    return replace(person, name=_named(person.name), number=number)
