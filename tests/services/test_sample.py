"""The sample office: this project's own writing, ending today, on the real rules."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from pressdesk.bootstrap import Services, files_folder, open_database, services_on
from pressdesk.clock import FixedClock
from pressdesk.domain.desk import Group, group_of
from pressdesk.domain.embargo import Agreement
from pressdesk.domain.enquiries import LogQuery
from pressdesk.domain.lines_to_take import LineKind, LineQuery, LineState
from pressdesk.domain.periods import Period
from pressdesk.services.sample.build import AT_THE_DESK, SampleBuilder
from pressdesk.storage.enquiry_lists import Page
from tests.conftest import MONDAY_14_06

RESERVED = re.compile(r"01632 960\d{3}|07700 900\d{3}")


@pytest.fixture(scope="module")
def sample() -> Iterator[Services]:
    """The sample as it stands on a Monday afternoon."""
    clock = FixedClock(MONDAY_14_06)
    database = open_database(":memory:the-sample", clock)
    SampleBuilder(database, clock.now(), files_folder(database.where)).build()
    yield services_on(database, clock, AT_THE_DESK)
    database.close()


@pytest.mark.xdist_group("sample")
class TestSample:
    def test_it_says_that_it_is_a_sample(self, sample: Services) -> None:
        assert sample.office.facts().office.sample

    def test_it_has_the_size_that_was_asked_for(self, sample: Services) -> None:
        assert sample.desk.count(LogQuery()) == 300
        assert len(sample.releases.listed()) == 21

    def test_one_release_came_again_with_its_figures_corrected(self, sample: Services) -> None:
        versions = [len(sample.releases.versions(one.id)) for one in sample.releases.listed()]
        assert sorted(versions)[-2:] == [1, 2]

    def test_it_spans_ninety_days_and_ends_now(self, sample: Services) -> None:
        rows = list(sample.desk.rows(LogQuery()))
        assert rows[0].received_at > MONDAY_14_06 - timedelta(hours=1)
        assert timedelta(85) < rows[0].received_at - rows[-1].received_at <= timedelta(92)

    def test_its_report_has_something_to_show(self, sample: Services) -> None:
        report = sample.reports.report(Period.year("2026"))
        assert all(figure.value for figure in report.figures)
        week = report.table("week")
        assert week is not None
        days = [sum(filter(None, row.values)) for row in week.rows]
        assert max(days) < 2 * sorted(days)[2]  # no working day has it all

    def test_the_desk_shows_every_trouble_at_once(self, sample: Services) -> None:
        view = sample.desk.open_enquiries()
        groups = {group_of(row, MONDAY_14_06, view.hours) for row in view.enquiries}
        assert groups >= {
            Group.OVERDUE,
            Group.DUE_TODAY,
            Group.LATER,
            Group.TO_FINISH,
            Group.ANSWERED,
            Group.TO_GIVE,
        }

    def test_its_house_targets_show_open_and_past(self, sample: Services) -> None:
        rows = sample.desk.open_enquiries().enquiries
        past = [row for row in rows if row.past_target(MONDAY_14_06)]
        assert 1 <= len(past) <= 2
        assert any(row.open_targets and row not in past for row in rows)

    def test_all_numbers_are_reserved_ones(self, sample: Services) -> None:
        people = sample.contacts.journalists(limit=500)
        numbers = {n for person in people for n in (person.number, person.other_number) if n}
        assert numbers
        assert all(RESERVED.fullmatch(number) for number in numbers)
        assert all(person.email.endswith(".example") for person in people)

    def test_somebody_is_on_duty_tonight(self, sample: Services) -> None:
        assert sample.office.standing().next_duty is not None

    def test_nobody_asked_about_a_release_before_it_came_out(self, sample: Services) -> None:
        for row in sample.desk.page(LogQuery(), Page(300)):
            for release in sample.enquiries.show(row.id).releases:
                assert release.published_on is not None
                assert release.published_on <= row.received_at.date()

    def test_one_release_is_under_embargo_until_the_night_and_two_hold_a_copy(
        self, sample: Services
    ) -> None:
        (release,) = sample.embargoes.lifting_between(MONDAY_14_06)
        assert release.embargo.until == datetime(2026, 11, 24, 0, 1, tzinfo=UTC)
        first, second = sample.embargoes.ledger(release.id).holders
        assert (first.agreed, second.agreed) == (Agreement.AGREED, Agreement.ASKED)
        assert first.outlet != second.outlet

    def test_its_lines_to_take_show_every_state_and_a_review_that_is_past(
        self, sample: Services
    ) -> None:
        lines = sample.lines_to_take.listed()
        today = sample.lines_to_take.today()
        assert {line.state for line in lines} == set(LineState)
        assert {line.kind for line in lines} == set(LineKind)
        assert any(line.review_on and line.review_on < today for line in lines)

    def test_a_line_that_was_withdrawn_had_been_used(self, sample: Services) -> None:
        (gone,) = sample.lines_to_take.listed(LineQuery(state=LineState.WITHDRAWN))
        uses = sample.lines_to_take.show(gone.id).uses
        assert uses
        for use in uses:
            answers = sample.enquiries.show(use.enquiry_id).answers
            assert any(gone.words == answer.words for answer in answers)

    def test_three_outlets_ask_about_one_subject(self, sample: Services) -> None:
        (offer,) = sample.packs.watch().offers
        assert offer.outlets >= 3
        assert "Saltmere" in offer.name

    def test_it_reads_feeds_that_only_seem_to_be_there(self, sample: Services) -> None:
        states = sample.feeds.listed()
        assert any(state.last and state.last.failures for state in states)
        assert all(".example/" in state.feed.address for state in states)
        assert list(sample.feeds.look_at_due()) == []

    def test_its_journal_is_clean(self, sample: Services) -> None:
        assert sample.journal.check().findings == ()
