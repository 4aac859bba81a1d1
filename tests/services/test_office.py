"""The office as a service: what Settings changes, and what stays as it was decided."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.hours import DayRule, SpecialDay, parse_spans
from pressdesk.domain.office import Outcome, Staff, Topic
from pressdesk.domain.routing import Lines, Route, UrgencyRule
from pressdesk.errors import Conflict, NotFound, Refused
from tests.conftest import INSPECTORATE, MONDAY_14_06

LONDON = ZoneInfo("Europe/London")
FRIDAY = 4
FROM = date(2026, 11, 30)
SHORT_FRIDAY = DayRule(FRIDAY, parse_spans("08:30–16:30"), FROM)
FRIDAY_16_45 = datetime(2026, 12, 4, 16, 45, tzinfo=UTC)


def called_at(at):
    return EnquiryForm(at, journalist="Ruth Amery", subject="Progress", deadline_words="none")


def route_at(services, at):
    return services.enquiries.preview(called_at(at)).decision.route


def hours(services):
    return services.office.facts().hours


def test_a_change_of_hours_applies_from_its_date_on(services):
    services.office.set_hours((SHORT_FRIDAY,))
    assert not hours(services).is_open(FRIDAY_16_45)
    assert hours(services).is_open(FRIDAY_16_45 - timedelta(days=7))
    assert hours(services).is_open(FRIDAY_16_45 - timedelta(days=1))


def test_the_routing_follows_the_hours_of_the_day(services, clock):
    clock.instant = FRIDAY_16_45
    before = route_at(services, FRIDAY_16_45)
    services.office.set_hours((SHORT_FRIDAY,))
    assert (before, route_at(services, FRIDAY_16_45)) == (Route.MAIN, Route.HELD)


def test_a_decision_keeps_its_sentence_after_the_hours_change(services):
    logged = services.enquiries.log(called_at(MONDAY_14_06))
    services.office.set_hours((DayRule(0, (), date(2012, 1, 2)),))  # Mondays closed, also then
    kept = services.enquiries.show(logged.id).decision
    assert kept == logged.decision
    assert "08:30" in kept.reason
    assert route_at(services, MONDAY_14_06) is Route.HELD


def test_a_later_change_on_the_same_date_replaces_the_first(services):
    services.office.set_hours((SHORT_FRIDAY,))
    services.office.set_hours((replace(SHORT_FRIDAY, spans=parse_spans("09:00–12:00")),))
    friday = [rule for rule in hours(services).rules if rule.weekday == FRIDAY]
    assert [rule.spans for rule in friday] == [
        parse_spans("08:30–17:00"),
        parse_spans("09:00–12:00"),
    ]


def test_a_change_of_hours_to_come_can_be_taken_back(services):
    before = hours(services).rules
    services.office.set_hours((SHORT_FRIDAY,))
    services.office.remove_hours(FROM)
    assert hours(services).rules == before
    with pytest.raises(NotFound, match="30/11/2026"):
        services.office.remove_hours(FROM)


@pytest.mark.parametrize("applied", [date(2012, 1, 1), MONDAY_14_06.date()])
def test_hours_that_apply_already_stay(services, applied):
    services.office.set_hours((replace(SHORT_FRIDAY, applies_from=applied),))
    before = hours(services).rules
    with pytest.raises(Refused, match="apply already"):
        services.office.remove_hours(applied)
    assert hours(services).rules == before


def test_whoever_saves_the_office_second_looks_at_the_changes_first(services):
    seen = services.office.facts().office
    services.office.save_office(replace(seen, name="Inspectorate of Fire Services"))
    with pytest.raises(Conflict, match="Someone else changed the office"):
        services.office.save_office(replace(seen, zone="Europe/Dublin"))
    kept = services.office.facts().office
    assert (kept.name, kept.zone) == ("Inspectorate of Fire Services", "Europe/London")


def test_an_office_is_started_once(services):
    with pytest.raises(Refused, match="holds an office already"):
        services.office.start(INSPECTORATE)


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (tuple(DayRule(day, (), FROM) for day in range(5)), "never open"),
        ((DayRule(6, parse_spans("20:00–10:00"), FROM),), "runs into Monday"),
    ],
)
def test_weeks_that_cannot_be_are_refused_and_nothing_changes(services, rules, said):
    before = hours(services).rules
    with pytest.raises(Refused, match=said):
        services.office.set_hours(rules)
    assert hours(services).rules == before


def test_a_closure_is_explained_in_the_rules_of_its_day(services):
    services.office.save_special_day(SpecialDay(date(2026, 11, 25), (), "Moving house"))
    told = "\n".join(hours(services).explain(datetime(2026, 11, 25, 10, tzinfo=UTC)))
    assert "Special day: closed (Moving house)." in told
    assert "Closed until Thursday 26 November 08:30." in told


def test_a_special_day_can_open_a_bank_holiday_and_be_removed_again(services):
    christmas, noon = date(2026, 12, 25), datetime(2026, 12, 25, 12, tzinfo=UTC)
    services.office.save_special_day(SpecialDay(christmas, parse_spans("10:00–16:00"), "Cover"))
    assert hours(services).is_open(noon)
    services.office.remove_special_day(christmas)
    assert not hours(services).is_open(noon)
    with pytest.raises(NotFound):
        services.office.remove_special_day(christmas)


def test_a_special_day_that_moves_leaves_its_old_date(services):
    services.office.save_special_day(SpecialDay(date(2026, 12, 23), (), "Moving house"))
    moved = SpecialDay(date(2026, 12, 24), (), "Moving house")
    services.office.save_special_day(moved, moved_from=date(2026, 12, 23))
    assert hours(services).special_days == (moved,)


def test_a_special_day_needs_a_reason(services):
    with pytest.raises(Refused) as refused:
        services.office.save_special_day(SpecialDay(date(2026, 12, 24), (), "  "))
    assert refused.value.field == "reason"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"zone": "Europe/Londn"}, "zone"),
        ({"zone": "../etc/passwd"}, "zone"),
        ({"zone": ""}, "zone"),
        ({"name": " "}, "name"),
        ({"division": "XYZ"}, "division"),
        ({"lines": Lines("020 3513 0600", "nine")}, "out_of_hours"),
        ({"lines": Lines("", "07836 217729")}, "main"),
    ],
)
def test_wrong_facts_of_the_office_are_refused_at_their_field(services, change, field):
    with pytest.raises(Refused) as refused:
        services.office.save_office(replace(services.office.facts().office, **change))
    assert refused.value.field == field
    assert services.office.facts().office.name == INSPECTORATE.office.name


def test_scotland_keeps_its_own_bank_holidays(services):
    services.office.save_office(replace(services.office.facts().office, division="SCT"))
    assert date(2026, 11, 30) in dict(services.office.facts().holidays_ahead.days)  # St Andrew’s


@pytest.mark.parametrize(
    ("now", "run_out"),
    [(MONDAY_14_06, False), (datetime(2028, 6, 1, tzinfo=UTC), True)],
)
def test_the_end_of_the_announced_bank_holidays_is_told_a_year_ahead(services, clock, now, run_out):
    clock.instant = now
    assert services.office.facts().holidays_ahead.run_out is run_out


def test_without_bank_holidays_none_are_ahead_and_none_run_out(services):
    services.office.save_office(replace(services.office.facts().office, division=""))
    ahead = services.office.facts().holidays_ahead
    assert (ahead.days, ahead.run_out) == ((), False)


def test_urgency_rules_are_kept_tidy_and_in_their_order(services):
    rules = (UrgencyRule(" Flood ", ("flood*", " ", " dam  burst ")), UrgencyRule("Deadline"))
    services.office.set_urgency_rules(rules)
    kept = (UrgencyRule("Flood", ("flood*", "dam burst")), UrgencyRule("Deadline"))
    assert services.office.facts().urgency_rules == kept


@pytest.mark.parametrize(
    ("rules", "field"),
    [
        ((UrgencyRule("Flood", ("flood",)), UrgencyRule("flood ", ("dam",))), "name"),
        ((UrgencyRule("", ("flood",)),), "name"),
        ((UrgencyRule("Deadline"), UrgencyRule("Flood", (" ",))), "words"),
    ],
)
def test_urgency_rules_that_cannot_be_told_apart_are_refused(services, rules, field):
    with pytest.raises(Refused) as refused:
        services.office.set_urgency_rules(rules)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("save", "twin"),
    [
        ("save_staff", Staff("Sam Okafor")),
        ("save_topic", Topic("child protection")),
        ("save_outcome", Outcome("Declined")),
    ],
)
def test_a_name_that_is_taken_is_refused(services, save, twin):
    with pytest.raises(Refused, match="already"):
        getattr(services.office, save)(twin)


def test_staff_keep_their_id_when_they_are_renamed_or_leave(services):
    sam = next(p for p in services.office.facts().staff if p.name == "Sam Okafor")
    services.office.save_staff(replace(sam, name="Sam Okafor-Hale", active=False))
    found = next(p for p in services.office.facts().staff if p.id == sam.id)
    assert (found.name, found.active, found.number) == ("Sam Okafor-Hale", False, "07700 900111")


def _ended(services, clock):
    form = EnquiryForm(clock.now(), journalist="Ruth Amery", subject="Why?", topics=("custody",))
    enquiry = services.enquiries.log(form).id
    services.answering.close(enquiry, "Declined")
    return enquiry


def _named(things, name):
    return next(one for one in things if one.name == name)


def test_a_topic_and_an_outcome_in_use_are_not_removed_but_renamed_and_retired(services, clock):
    enquiry = _ended(services, clock)
    facts = services.office.facts()
    topic, outcome = _named(facts.topics, "custody"), _named(facts.outcomes, "Declined")
    with pytest.raises(Refused, match="“custody” is in use and stays in the log"):
        services.office.remove_topic(topic.id)
    with pytest.raises(Refused, match="“Declined” is in use"):
        services.office.remove_outcome(outcome.id)
    services.office.save_topic(replace(topic, name="Custody suites", active=False))
    services.office.save_outcome(replace(outcome, name="Turned down", active=False))
    shown = services.enquiries.show(enquiry)
    assert (shown.topics, shown.summary.outcome) == (("Custody suites",), "Turned down")


def test_what_is_not_in_use_is_removed_and_its_name_outlives_it(services, clock):
    form = EnquiryForm(clock.now(), journalist="Ruth Amery", subject="Why?", topics=("custody",))
    enquiry = services.enquiries.log(form).id
    shown = services.enquiries.show(enquiry)
    services.enquiries.correct(enquiry, shown.version, replace(form, topics=()))
    services.office.remove_topic(_named(services.office.facts().topics, "custody").id)
    assert "custody" not in {topic.name for topic in services.office.facts().topics}
    said = [one.sentence for one in services.enquiries.story(enquiry)]
    assert "Added the topic custody" in said
    assert services.journal.check().findings == ()


def test_an_office_keeps_an_outcome_for_what_was_never_answered(services):
    *most, last = [one for one in services.office.facts().outcomes if not one.answered]
    for outcome in most:
        services.office.remove_outcome(outcome.id)
    for act in (
        lambda: services.office.remove_outcome(last.id),
        lambda: services.office.save_outcome(replace(last, active=False)),
        lambda: services.office.save_outcome(replace(last, answered=True)),
    ):
        with pytest.raises(Refused, match="Keep at least one outcome"):
            act()
    assert _named(services.office.facts().outcomes, last.name) == last
