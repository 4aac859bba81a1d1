"""Embargoes kept, on Monday 23 November 2026 at 14:06."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from pressdesk.domain.closing import Ending
from pressdesk.domain.contacts import Journalist
from pressdesk.domain.embargo import Agreement, EmbargoState, EventKind, Holder, Use
from pressdesk.domain.enquiries import Answer, Channel, EnquiryForm, Terms
from pressdesk.domain.lines_to_take import LineForm, UsedLine
from pressdesk.errors import Embargoed, NotFound, Refused

BOATS = "EMBARGOED until 00:01 on 24 November 2026\n\nNew boats for Hull\n\nThey float.\n"
VANS = "EMBARGOED\n\nNew vans for Hull\n\nEMBARGO: until further notice\n\nThey drive.\n"
PAST = "Embargoed until 9am on 3 March 2026\n\nFewer knives\n\nSearches fell.\n"
ENDS = datetime(2026, 11, 24, 0, 1, tzinfo=UTC)


@pytest.fixture
def boats(services):
    return services.releases.add_text(BOATS).id


@pytest.fixture
def enquiry(services, clock):
    form = EnquiryForm(clock.now(), journalist="Ruth Amery", questions=("Boats?",))
    return services.enquiries.log(form).id


def embargo(services, release):
    return services.embargoes.ledger(release).release.embargo


def events(services, release):
    return [(one.kind, one.by, one.words) for one in services.embargoes.ledger(release).events]


def test_a_release_comes_in_under_the_embargo_of_its_line(services, boats):
    found = embargo(services, boats)
    assert (found.state, found.until) == (EmbargoState.UNTIL, ENDS)
    assert services.releases.show(boats).embargo == found
    assert services.releases.listed()[0].embargo == found


def test_words_that_are_not_understood_hold_it_until_a_person_says_otherwise(services, clock):
    vans = services.releases.add_text(VANS).id
    assert embargo(services, vans).state is EmbargoState.NO_END
    services.embargoes.lift(vans, "The report is out")
    assert not embargo(services, vans).holds(clock.now())
    assert events(services, vans) == [(EventKind.LIFTED, "Priya Nair", "The report is out")]


def test_an_embargo_that_has_ended_holds_nothing(services, clock):
    past = services.releases.add_text(PAST).id
    assert embargo(services, past).until == datetime(2026, 3, 3, 9, tzinfo=UTC)
    services.embargoes.use(past, Use.COPY)
    assert events(services, past) == []


def test_a_person_sets_another_end_with_a_reason(services, boats, clock):
    services.embargoes.set_end(boats, "Thu 9.30am", "The Minister speaks later")
    found = embargo(services, boats)
    assert found.until == datetime(2026, 11, 26, 9, 30, tzinfo=UTC)
    assert found.reason == "The Minister speaks later."
    ((kind, _, words),) = events(services, boats)
    assert (kind, words) == (
        EventKind.SET,
        "until Thursday 26 November 2026 09:30. The Minister speaks later",
    )
    assert services.journal.check().findings == ()


@pytest.mark.parametrize(
    ("words", "reason", "field", "said"),
    [
        ("tomorrow 9am", " ", "reason", "Say why"),
        ("", "Later", "until", "Say when"),
        ("Thursday", "Later", "until", "gives a day and no time"),
        ("Friday 24 November 9am", "Later", "until", "another weekday"),
        ("23/11/2026 14:06", "Later", "until", "has passed"),
    ],
)
def test_an_end_that_is_none_is_refused_at_its_field(services, boats, words, reason, field, said):
    with pytest.raises(Refused, match=said) as refused:
        services.embargoes.set_end(boats, words, reason)
    assert refused.value.field == field
    assert embargo(services, boats).until == ENDS


def test_what_is_free_cannot_be_lifted_or_broken(services, boats, clock):
    clock.instant = ENDS
    for act in (services.embargoes.lift, services.embargoes.tell_broken):
        with pytest.raises(Refused, match="not under embargo"):
            act(boats, "Why not")
    with pytest.raises(NotFound):
        services.embargoes.lift(99, "Gone")


def test_the_releases_that_lift_between_two_instants_are_known_half_open(services, boats, clock):
    services.releases.add_text(VANS)
    lifting = services.embargoes.lifting_between
    assert [one.headline for one in lifting(clock.now())] == ["New boats for Hull"]
    assert lifting(clock.now(), ENDS) == ()
    assert [one.id for one in lifting(ENDS, ENDS + timedelta(minutes=1))] == [boats]
    assert lifting(ENDS + timedelta(seconds=1)) == ()
    services.embargoes.lift(boats, "Out early")
    assert lifting(clock.now()) == ()


def test_the_same_line_again_leaves_what_a_person_decided(services, boats, clock):
    services.embargoes.lift(boats, "Out early")
    services.releases.add_text(BOATS)
    assert embargo(services, boats).state is EmbargoState.LIFTED


def test_who_holds_a_copy_is_kept_with_when_and_whether_they_agreed(services, boats, clock):
    given = clock.now()
    ruth = services.embargoes.add_holder(
        boats, Holder(" Ruth  Amery", "Humber Daily", "01632960012")
    )
    clock.instant += timedelta(minutes=5)
    services.embargoes.note_agreement(ruth, Agreement.AGREED, "by email")
    (kept,) = services.embargoes.ledger(boats).holders
    assert (kept.name, kept.number, kept.given_by) == ("Ruth Amery", "01632 960012", "Priya Nair")
    assert (kept.given_at, kept.agreed_at, kept.agreed_how) == (given, clock.now(), "by email")
    services.embargoes.note_agreement(ruth, Agreement.ASKED)
    assert services.embargoes.ledger(boats).holders[0].agreed_at is None


def test_nobody_cannot_hold_a_copy(services, boats):
    with pytest.raises(Refused, match="Type who"):
        services.embargoes.add_holder(boats, Holder("  "))


def test_that_somebody_held_a_copy_outlives_their_removal(services, boats):
    ruth = services.embargoes.add_holder(boats, Holder("Ruth Amery", "Humber Daily"))
    services.embargoes.remove_holder(ruth, "Typed by mistake.")
    assert services.embargoes.ledger(boats).holders == ()
    said = "Ruth Amery, Humber Daily. Typed by mistake."
    assert events(services, boats) == [(EventKind.REMOVED, "Priya Nair", said)]
    with pytest.raises(NotFound, match="any more"):
        services.embargoes.note_rung(ruth, rung=True)


def test_a_holder_follows_a_journalist_who_is_merged(services, boats):
    keep = services.contacts.save_journalist(Journalist("Ruth Amery"))
    gone = services.contacts.save_journalist(Journalist("R Amery"))
    services.embargoes.add_holder(boats, Holder("R Amery", journalist_id=gone))
    services.contacts.merge_journalists(keep, gone)
    assert services.embargoes.ledger(boats).holders[0].journalist_id == keep


def test_after_a_breach_everybody_is_to_be_rung_and_ticked_off(services, boats, clock):
    ruth = services.embargoes.add_holder(boats, Holder("Ruth Amery"))
    services.embargoes.note_rung(ruth, rung=True)
    services.embargoes.tell_broken(boats, "On the site of the Echo")
    ledger = services.embargoes.ledger(boats)
    assert (ledger.broken_at, ledger.holders[0].rung_at) == (clock.now(), None)
    services.embargoes.note_rung(ruth, rung=True)
    (rung,) = services.embargoes.ledger(boats).holders
    assert (rung.rung_at, rung.rung_by) == (clock.now(), "Priya Nair")
    services.embargoes.set_end(boats, "tomorrow 9am", "Held on")
    assert services.embargoes.ledger(boats).broken_at is None


def answered(clock):
    return Answer("Yes.", Terms.ON_THE_RECORD, "", clock.now(), Channel.PHONE)


def link(services, clock, release, enquiry, despite):
    services.answering.link(enquiry, release, despite=despite)


def copy(services, clock, release, enquiry, despite):
    services.embargoes.use(release, Use.COPY, despite)


def log(services, clock, release, enquiry, despite):
    form = EnquiryForm(clock.now(), outlet="Echo", questions=("?",), release_ids=(release,))
    services.enquiries.log(form, despite=despite)


def answer(services, clock, release, enquiry, despite):
    services.answering.answer(enquiry, answered(clock), despite=despite)


def say_line(services, clock, release, enquiry, despite):
    (line,) = services.lines_to_take.listed()
    words = replace(answered(clock), lines=(UsedLine(line.id),))
    services.answering.answer(enquiry, words, despite=despite)


def close(services, clock, release, enquiry, despite):
    services.answering.answer_and_close(
        enquiry, answered(clock), Ending("Line given"), despite=despite
    )


ACTS = [(copy, EventKind.COPY), (link, EventKind.LINK), (log, EventKind.LINK)]
ANSWERS = [(answer, EventKind.ANSWER), (close, EventKind.ANSWER)]


@pytest.mark.parametrize(("act", "kind"), ACTS + ANSWERS)
def test_using_embargoed_words_is_asked_about_and_what_was_decided_is_kept(
    services, clock, boats, enquiry, act, kind
):
    if (act, kind) in ANSWERS:
        services.answering.link(enquiry, boats, despite="")
    before = events(services, boats)
    with pytest.raises(Embargoed, match=r"“New boats for Hull” is under embargo until tomorrow"):
        act(services, clock, boats, enquiry, None)
    assert events(services, boats) == before
    act(services, clock, boats, enquiry, "They agreed")
    assert events(services, boats)[len(before) :] == [(kind, "Priya Nair", "They agreed")]
    assert services.journal.check().findings == ()


@pytest.mark.parametrize(("act", "kind"), ACTS + ANSWERS)
def test_at_the_instant_itself_nothing_is_asked(services, clock, boats, enquiry, act, kind):
    services.answering.link(enquiry, boats, despite="")
    before = events(services, boats)
    clock.instant = ENDS
    act(services, clock, boats, enquiry, None)
    assert events(services, boats) == before


def test_a_line_that_comes_from_an_embargoed_release_is_asked_about_too(
    services, clock, boats, enquiry
):
    line = services.lines_to_take.add(LineForm("Boats", "They float.", release_id=boats))
    services.lines_to_take.clear(line, 1, "M. Reyes", date(2026, 12, 20))
    with pytest.raises(Embargoed):
        say_line(services, clock, boats, enquiry, None)
    (kept,) = services.lines_to_take.listed()
    words = replace(answered(clock), lines=(UsedLine(kept.id),))
    for act in (
        lambda: services.answering.check(enquiry, words),
        lambda: services.answering.take_out(enquiry, words.lines),
    ):
        with pytest.raises(Embargoed):
            act()
    say_line(services, clock, boats, enquiry, "They agreed")
    assert events(services, boats) == [(EventKind.ANSWER, "Priya Nair", "They agreed")]


def test_a_refused_use_changes_nothing(services, clock, boats, enquiry):
    with pytest.raises(Embargoed):
        log(services, clock, boats, enquiry, None)
    with pytest.raises(NotFound):
        services.enquiries.find("ENQ-2026-00002")


def test_the_timeline_of_an_enquiry_tells_that_an_embargo_was_gone_over(services, boats, enquiry):
    services.answering.link(enquiry, boats, despite="They hold a copy")
    told = [one.sentence for one in services.enquiries.story(enquiry)]
    assert (
        "Went on although “New boats for Hull” was under embargo, because: They hold a copy" in told
    )
