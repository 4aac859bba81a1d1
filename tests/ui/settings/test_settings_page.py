"""The settings by keys and clicks: saved section by section, nothing typed is lost."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from pressdesk import settings
from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.office import PackRule
from pressdesk.domain.routing import Route
from pressdesk.domain.targets import HouseTargets
from pressdesk.ui import theme
from pressdesk.ui.kit import Field, KeyButton
from pressdesk.ui.settings.page import SECTIONS
from tests.conftest import MONDAY_14_06

TAB, ENTER, DOWN = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Down
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TITLES = [section.title for section in SECTIONS]
FRIDAY_16_45 = datetime(2026, 12, 4, 16, 45, tzinfo=UTC)


@pytest.fixture
def press(qtbot, tools, page):
    """Press keys where the focus is and wait for what they do."""

    def act(*keys, hold=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key, hold)
        assert tools.runner.wait_idle()

    return act


@pytest.fixture
def go(press, page):
    """Go to a section by the arrow keys of the list, and into it with Enter."""

    def to(title):
        page.focus_first()
        here, there = TITLES.index(page.section().title), TITLES.index(title)
        press(*[DOWN if there > here else Qt.Key.Key_Up] * abs(there - here))
        press(ENTER)
        assert page.section().title == title
        return page.section()

    return to


@pytest.fixture
def fill(qtbot, page):
    """Type an answer into a question of the section shown."""

    def answer(**answers):
        for name, words in answers.items():
            question = page.section().form.questions[name]
            widget: Any = question.input if isinstance(question, Field) else question
            widget.setFocus()
            if isinstance(widget, QCheckBox):
                qtbot.keyClick(widget, Qt.Key.Key_Space)
            else:
                widget.selectAll()
                qtbot.keyClick(widget, Qt.Key.Key_Delete)
                qtbot.keyClicks(widget, words)

    return answer


@pytest.fixture
def save(press):
    def ctrl_s():
        press(Qt.Key.Key_S, hold=CTRL)

    return ctrl_s


def facts(services):
    return services.office.facts()


def problem(page, name):
    return page.section().form.questions[name].problem()


def marked(page):
    """Return the sections marked as not saved yet."""
    return [entry.title for entry in page._list.entries() if entry.second == "not saved yet"]


def listed(page):
    return [entry.title for entry in page.section()._list.entries()]


def test_friday_closes_earlier_from_a_date_on_and_the_routing_follows(
    go, fill, save, services, clock
):
    section = go("Hours")
    fill(Friday="08:30-16:30", applies_from="30/11/2026")
    assert section._preview.text() == (
        "From Monday 30 November: Monday–Thursday 08:30–17:00, Friday 08:30–16:30."
    )
    save()
    clock.instant = FRIDAY_16_45
    form = EnquiryForm(FRIDAY_16_45, journalist="Ruth Amery", deadline_words="none")
    assert services.enquiries.preview(form).decision.route is Route.HELD
    assert facts(services).hours.is_open(FRIDAY_16_45.replace(month=11, day=27))
    assert section._story._rows[1][0].text() == "From Monday 30 November 2026"


def test_hours_to_come_are_taken_back_by_key(go, fill, save, press, services):
    section = go("Hours")
    fill(Friday="08:30-16:30", applies_from="30/11/2026")
    save()
    press(Qt.Key.Key_Delete, hold=Qt.KeyboardModifier.AltModifier)
    assert not section._take_back.isVisible()
    assert facts(services).hours.is_open(FRIDAY_16_45)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("08:30-12:30, 12:00-17:00", "overlap"),
        ("08:30-08:30", "no time at all"),
        ("half past eight", "not a stretch of hours"),
        ("08:30-25:00", "not a time"),
    ],
)
def test_wrong_hours_are_refused_at_their_row_and_stay_as_typed(
    go, fill, save, page, services, typed, said
):
    before = facts(services).hours.rules
    section = go("Hours")
    fill(Tuesday=typed)
    save()
    assert said in problem(page, "Tuesday")
    assert section.form.values()["Tuesday"] == typed
    assert facts(services).hours.rules == before


def test_a_week_without_hours_is_refused_in_a_sentence(go, fill, save, services):
    section = go("Hours")
    fill(**dict.fromkeys(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"), "closed"))
    save()
    assert "never open" in section._status.text()
    assert len({rule.applies_from for rule in facts(services).hours.rules}) == 1


@pytest.mark.parametrize("words", ["", "tomorrow", "31/02/2027"])
def test_hours_need_a_date_to_apply_from(go, fill, save, page, words):
    go("Hours")
    fill(Friday="closed", applies_from=words)
    save()
    assert problem(page, "applies_from") == "Type the day like 30/11/2026."


@pytest.fixture
def closure(go, fill, save, press):
    """A closure on Wednesday 25 November, added by keys."""
    go("Closures and openings")
    press(Qt.Key.Key_A, hold=ALT)
    fill(day="25/11", hours="closed", reason="Moving house")
    save()
    return date(2026, 11, 25)


def test_a_closure_is_added_and_explained(closure, page, services):
    told = facts(services).hours.explain(datetime(2026, 11, 25, 10, tzinfo=UTC))
    assert "Special day: closed (Moving house)." in told
    assert listed(page) == ["Wednesday 25 November 2026"]


def test_a_closure_is_removed_and_put_back(closure, press, said, services):
    press(Qt.Key.Key_Delete, hold=ALT)
    assert facts(services).hours.special_days == ()
    said[-1].act()
    press()
    assert [special.day for special in facts(services).hours.special_days] == [closure]


def test_a_closure_moves_to_another_date(closure, fill, save, page):
    fill(day="26/11/2026")
    save()
    assert listed(page) == ["Thursday 26 November 2026"]
    assert page.section().current_item().key == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("title", "answers", "names"),
    [
        ("Staff", {"name": "Ada Byron", "number": "07700900222"}, lambda f: [(p.name, p.number) for p in f.staff if p.name == "Ada Byron"]),
        ("Topics", {"name": "custody"}, lambda f: [t.name for t in f.topics if t.name == "custody"]),
        ("Outcomes", {"name": "Correction made", "counts": ""}, lambda f: [o.name for o in f.outcomes if not o.counts]),
        ("Synonyms", {"words": "bobby=peeler"}, lambda f: [g.words for g in f.synonyms if not g.shipped]),
        ("Urgency", {"name": "Flood", "words": "flood*"}, lambda f: [(r.name, r.words) for r in f.urgency_rules][-1:]),
    ],
)  # fmt: skip
def test_a_thing_is_added_to_each_list(
    go, fill, save, press, page, services, title, answers, names
):
    expected = {
        "Staff": [("Ada Byron", "07700 900222")],
        "Topics": ["custody"],
        "Outcomes": ["Withdrawn by journalist", "Not a media enquiry", "Correction made"],
        "Urgency": [("Flood", ("flood*",))],
        "Synonyms": ["bobby = peeler"],
    }
    section = go(title)
    press(Qt.Key.Key_A, hold=ALT)
    fill(**answers)
    save()
    assert names(facts(services)) == expected[title]
    assert section.current_item().title == answers.get("name", "bobby = peeler")
    assert marked(page) == []


def test_a_name_that_is_taken_is_refused_and_stays_as_typed(go, fill, save, press, page):
    section = go("Topics")
    press(Qt.Key.Key_A, hold=ALT)
    fill(name="stop and search")
    save()
    assert "already" in section._status.text() + problem(page, "name")
    assert section.form.values()["name"] == "stop and search"


def test_urgency_rules_change_places(go, press, page, services):
    go("Urgency")
    press(DOWN, DOWN)
    press(Qt.Key.Key_Up, hold=ALT)
    assert [rule.name for rule in facts(services).urgency_rules][:3] == [
        "Deadline",
        "Leak",
        "Safety",
    ]
    assert page.section().current_item().title == "Leak"


def test_words_not_saved_stay_when_another_section_is_shown(go, fill, page, services, tools):
    go("Lines")
    fill(main="020 7946 0018")
    go("Staff")
    assert marked(page) == ["Lines"]
    services.office.save_office(replace(facts(services).office, name="Another name"))
    assert tools.runner.wait_idle()
    assert go("Lines").form.values()["main"] == "020 7946 0018"
    assert go("Office").form.values()["name"] == "Another name"


def test_words_not_saved_stay_with_their_own_person(go, fill, press, page):
    section = go("Staff")
    fill(role="Director")
    section.focus_first()
    press(DOWN)
    assert section.form.values()["name"] == "Priya Nair"
    press(Qt.Key.Key_Up)
    assert section.form.values()["role"] == "Director"
    press(Qt.Key.Key_Z, hold=ALT)
    assert (section.form.values()["role"], marked(page)) == ("Head of news", [])


@pytest.mark.parametrize(
    ("title", "answers", "field", "said"),
    [
        ("Office", {"zone": "Europe/Londn"}, "zone", "There is no time zone called “Europe/Londn”"),
        ("Office", {"name": ""}, "name", "Type the name"),
        ("House targets", {"holding": "soon"}, "holding", "Type working time"),
        ("Lines", {"out_of_hours": "nine"}, "out_of_hours", "not a telephone number"),
        ("Staff", {"name": ""}, "name", "Type a name"),
        ("Staff", {"number": "nine"}, "number", "not a telephone number"),
    ],
)
def test_wrong_answers_are_refused_at_their_field(
    go, fill, save, page, title, answers, field, said
):
    go(title)
    fill(**answers)
    save()
    assert said in problem(page, field)
    assert marked(page) == [title]


def test_the_bank_holidays_ahead_are_listed(go):
    rows = [name.text() + ": " + value.text() for name, value in go("Bank holidays")._days._rows]
    assert rows[0] == "Friday 25 December 2026: Christmas Day"
    assert len(rows) == 8


def test_the_look_is_taken_at_once_and_kept(go, press, own_file):
    go("This computer")
    press(Qt.Key.Key_Right)
    assert theme.current().name == "dark"
    assert settings.load(own_file).theme == "dark"


def test_a_look_chosen_elsewhere_is_shown(go, page, tools):
    section = go("This computer")
    tools.theme.choose("dark", 1.3)
    assert (section._look.value(), section._size.value()) == ("dark", 1.3)
    tools.theme.choose("light", 1.0)


def test_ctrl_page_down_goes_from_section_to_section(press, page):
    press(Qt.Key.Key_PageDown, hold=CTRL)
    assert page.section().title == "Hours"
    press(Qt.Key.Key_PageUp, hold=CTRL)
    assert page.section().title == "Office"


def test_every_question_has_a_name_for_assistive_technology(page):
    for field in page.findChildren(Field):
        assert field.input.accessibleName()


def test_every_button_shows_its_key(page):
    assert all("Shortcut" in b.accessibleDescription() for b in page.findChildren(KeyButton))


def test_the_rule_of_packs_is_saved(go, press, save, services):
    go("Packs")
    press(Qt.Key.Key_4)
    press(TAB, Qt.Key.Key_8)
    save()
    assert facts(services).office.packs == PackRule(outlets=4, hours=8)


def test_house_targets_are_set_and_taken_away_by_keys(go, fill, save, services):
    section = go("House targets")
    assert set(section.form.values().values()) == {""}
    fill(acknowledged="30", substantive="1 h 30")
    save()
    assert facts(services).office.targets == HouseTargets(30, None, 90)
    assert section.form.values()["substantive"] == "1 h 30 min"
    fill(acknowledged="")
    save()
    assert facts(services).office.targets == HouseTargets(substantive=90)


def test_a_shipped_group_of_synonyms_is_switched_off_and_cannot_be_changed(
    go, fill, save, press, page, services
):
    section = go("Synonyms")
    first = section.current_item().title
    fill(words="quite = other")
    save()
    assert problem(page, "words").startswith("This group ships with PressDesk.")
    fill(words=first, active=" ")
    save()
    assert section.current_item().second == "shipped · switched off"
    assert not facts(services).synonyms[0].active


def test_a_group_of_the_office_is_removed_and_put_back(go, press, page, services, said):
    services.synonyms.add("bobby = peeler")
    press()
    go("Synonyms")
    press(Qt.Key.Key_Up, Qt.Key.Key_Home)
    press(Qt.Key.Key_Delete, hold=ALT)
    assert facts(services).synonyms[0].shipped
    said[-1].act()
    press()
    assert facts(services).synonyms[0].words == "bobby = peeler"


def test_the_weekly_report_is_switched_on_for_this_computer(
    go, fill, save, page, own_file, services, tmp_path
):
    go("Reports")
    fill(officers="", folder=str(tmp_path / "gone"), time="16:30")
    save()
    assert problem(page, "folder") == "There is no such folder. Choose another."
    assert not facts(services).office.reports_officers
    fill(folder=str(tmp_path))
    save()
    weekly = services.weekly.chosen(settings.load(own_file))
    assert weekly.said == f"Every Friday at 16:30 into {tmp_path}"
    assert facts(services).office.reports_officers
    assert not page.section().unsaved()


@pytest.mark.parametrize("title", ["Topics", "Outcomes", "Clearance"])
def test_a_thing_is_renamed_retired_removed_and_put_back_by_keys(
    go, fill, save, press, page, said, title
):
    section = go(title)
    before = section.current_item().title
    fill(name="Something else", active=" ")
    save()
    assert section.current_item().title == "Something else"
    assert section.current_item().second.startswith("retired")
    press(Qt.Key.Key_Delete, hold=ALT)
    assert said[-1].sentence == "“Something else” is removed."
    assert {before, "Something else"}.isdisjoint(listed(page))
    said[-1].act()
    press()
    assert "Something else" in listed(page)


def test_a_topic_in_use_stays_and_the_strip_says_what_to_do(go, press, page, services, said):
    topics = (services.office.facts().topics[0].name,)
    form = EnquiryForm(MONDAY_14_06, journalist="Ruth Amery", subject="Why?", topics=topics)
    services.enquiries.log(form)
    go("Topics")
    press(Qt.Key.Key_Delete, hold=ALT)
    assert "Untick Offered to retire it" in said[-1].sentence
    assert topics[0] in listed(page)
