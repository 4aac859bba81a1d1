"""The routing sentence, the deadline and the urgency follow what is typed."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt

from pressdesk.domain.hours import SpecialDay
from pressdesk.domain.routing import Route

Key = Qt.Key


def test_in_hours_it_goes_to_the_main_line(window):
    assert window.routing.text() == (
        "Goes to the main line, 020 3513 0600 Monday 14:06 is inside 08:30–17:00: main line."
    )
    assert window.header.state() == "Office open"


def test_out_of_hours_and_urgent_it_goes_to_the_duty_officer(saturday, opened, typist):
    window = opened()
    typist.to("d")
    typist.write("tonight 9.30")
    said = window.routing.text()
    assert said.startswith("Goes to the out-of-hours line, 07836 217729 · Sam Okafor ")
    assert "the deadline (21:30) comes before the office next opens, Monday 23 November" in said
    assert window.header.state() == "Out of hours"


def test_a_gap_in_the_rota_is_named(saturday, clock, opened, typist):
    clock.instant = datetime(2026, 11, 28, 19, 42, tzinfo=UTC)
    window = opened()
    typist.to("d")
    typist.write("tonight 9.30")
    assert "nobody is on the rota" in window.routing.text()


def test_out_of_hours_and_not_urgent_it_is_held_until_the_next_opening(saturday, opened):
    assert (
        opened()
        .routing.text()
        .startswith("Held until Monday 23 November 08:30, then the main line, 020 3513 0600")
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("tonight 9.30", "Sat 21 Nov, 21:30 · in 1 h 48 min"),
        ("asap", "Words only"),
        ("none", "No deadline given"),
        ("when pigs fly", "Not understood"),
    ],
)
def test_the_deadline_is_understood_as_it_is_typed(saturday, opened, typist, words, said):
    window = opened()
    typist.to("d")
    typist.write(words)
    assert window.entry.deadline.words.input.accessibleDescription().startswith(said)


def test_a_deadline_that_happens_twice_asks_which(clock, opened, typist, services):
    clock.instant = datetime(2026, 10, 24, 12, 0, tzinfo=UTC)
    window = opened()
    receipts: list[Any] = []
    window.logged.connect(receipts.append)
    typist.write("Somebody")
    typist.to("q")
    typist.write("Why?")
    typist.to("d")
    typist.write("25/10 01:30")
    typist.control(Key.Key_Return)
    assert window.entry.deadline.words.problem()
    typist.tab()
    typist.press(Key.Key_Right)
    typist.press(Key.Key_Right)
    assert window.form().deadline_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    typist.control(Key.Key_Return)
    kept = services.enquiries.show(receipts[0].id).summary
    assert kept.deadline_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_denying_urgency_needs_a_reason(saturday, opened, typist, services):
    window = opened()
    receipts: list[Any] = []
    window.logged.connect(receipts.append)
    typist.write("Somebody")
    typist.to("q")
    typist.write("Why?")
    typist.to("d")
    typist.write("tonight 9.30")
    typist.to("u")
    typist.press(Key.Key_Left)
    typist.control(Key.Key_Return)
    assert "Say why this is not urgent" in window.entry.urgency.reason.problem()
    typist.write("They will call again on Monday")
    typist.control(Key.Key_Return)
    assert services.enquiries.show(receipts[0].id).summary.line_used is Route.HELD


def test_urgency_may_be_the_officers_own_word(saturday, opened, typist):
    window = opened()
    typist.to("u")
    typist.press(Key.Key_Right)
    typist.tab()
    typist.write("the minister rang")
    assert "because the minister rang" in window.routing.text()


def test_another_line_needs_a_reason(window, logged, typist, services):
    typist.write("Somebody")
    typist.to("q")
    typist.write("Why?")
    typist.to("l")
    typist.press(Key.Key_Right)
    typist.control(Key.Key_Return)
    assert "another line" in window.entry.line.reason.problem()
    typist.write("The main line was engaged")
    typist.control(Key.Key_Return)
    enquiry = services.enquiries.show(logged[0].id)
    assert enquiry.summary.route is Route.MAIN
    assert enquiry.summary.line_used is Route.OUT_OF_HOURS
    assert enquiry.decision.override_reason == "The main line was engaged"


def test_choosing_the_proposal_again_takes_the_reason_away(window, typist):
    typist.to("l")
    typist.press(Key.Key_Right)
    assert window.entry.line.reason.isVisible()
    typist.press(Key.Key_Left)
    assert not window.entry.line.reason.isVisible()
    assert window.form().line_used is None


def test_a_received_time_typed_by_hand_routes_by_that_time(window, typist):
    typist.alt(Key.Key_R)
    typist.write("21/11/2026 19:42")
    typist.press(Key.Key_Return)
    assert window.form().received_at == datetime(2026, 11, 21, 19, 42, tzinfo=UTC)
    assert window.routing.text().startswith("Held until Monday 23 November 08:30")
    assert window.focusWidget().accessibleName() == "Journalist"


def test_a_received_time_to_come_is_refused_and_esc_leaves_it_as_it_was(window, typist, clock):
    typist.alt(Key.Key_R)
    typist.write("24/11/2026 09:00")
    typist.press(Key.Key_Return)
    assert "still to come" in window.header.received.problem()
    typist.press(Key.Key_Escape)
    assert window.isVisible()
    assert window.form().received_at == clock.now()


def test_a_received_time_that_happened_twice_asks_which(window, typist):
    typist.alt(Key.Key_R)
    typist.write("25/10/2026 01:30")
    typist.press(Key.Key_Return)
    typist.press(Key.Key_Right)
    typist.press(Key.Key_Right)
    typist.press(Key.Key_Return)
    assert window.form().received_at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_hours_that_change_meanwhile_route_anew(window, services, typist):
    services.office.save_special_day(SpecialDay(date(2026, 11, 23), (), "Office move"))
    typist.settle()
    assert "closed (Office move)" in window.routing.text()
