"""The hours of each weekday, always from a date on, so that old enquiries keep theirs."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit
from typing_extensions import override

from pressdesk.bootstrap import Services
from pressdesk.domain.hours import DayRule, check_week, format_spans, parse_spans, week_said
from pressdesk.domain.said import WEEKDAYS, day_said
from pressdesk.domain.typed_times import day_typed, read_day
from pressdesk.domain.week import week_in_force
from pressdesk.errors import PressDeskError, Refused
from pressdesk.services.office import Facts
from pressdesk.ui.kit import Card, Fact, Field, GrowingLabel, KeyButton, KeyValue, SectionCaption
from pressdesk.ui.settings.form import Form, Values, text_of
from pressdesk.ui.settings.section import FormSection, Work
from pressdesk.ui.theme import current
from pressdesk.ui.tools import Tools

_FROM = "applies_from"


class HoursSection(FormSection):
    """A week in words; saving it changes the weekdays that differ, from the date given."""

    title = "Hours"
    about = "Write each day like 08:30–17:00, or 08:30–12:30, 13:30–17:00, or closed."

    def __init__(self, services: Services, tools: Tools) -> None:
        questions = {name: Field(name, QLineEdit()) for name in WEEKDAYS}
        questions[_FROM] = Field("&Applies from", QLineEdit())
        form = Form(questions, stacked=False)
        _arrange(form)
        super().__init__(services, tools, form)
        self._preview = GrowingLabel("", parent=self)
        self._story = KeyValue(parent=self)
        card = Card(self)
        card.body.addWidget(SectionCaption("Hours by date"))
        card.body.addWidget(self._story)
        self._take_back = KeyButton("Take back the next change", key="Alt+Delete", parent=self)
        self._take_back.clicked.connect(self._take_back_next)
        card.body.addWidget(self._take_back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(form)
        self.column.addWidget(self._preview)
        self.column.addLayout(self.foot())
        self.column.addWidget(card)
        self.column.addStretch(1)

    @override
    def show_facts(self, facts: Facts) -> None:
        super().show_facts(facts)
        self._story.set_facts(story(facts.hours.rules, facts.today))
        self._take_back.setVisible(bool(_coming(facts)))

    @override
    def values(self, facts: Facts) -> Values:
        tomorrow = facts.today + timedelta(days=1)
        week = zip(WEEKDAYS, week_in_force(facts.hours.rules, tomorrow), strict=True)
        return {**{day: format_spans(spans) for day, spans in week}, _FROM: day_typed(tomorrow)}

    @override
    def work(self, facts: Facts, values: Values) -> Work:
        rules = _changes(facts, values)
        if not rules:
            raise Refused("These hours apply on that date already.", field=_FROM)
        return partial(self.services.office.set_hours, rules)

    def _take_back_next(self) -> None:
        """Let the hours of now go on, in the place of the change that comes next."""
        coming = _coming(self.facts) if self.facts else []
        if coming:
            work = partial(self.services.office.remove_hours, coming[0])
            self.tools.runner.run(self, work, self._on_taken_back, self.refuse)

    def _on_taken_back(self, _nothing: None) -> None:
        self.tell("Taken back")

    @override
    def follow_typing(self) -> None:
        super().follow_typing()
        if self.facts is not None:
            said, wrong = _preview(self.facts, self.form.values())
            self._preview.set_role("overdue" if wrong else "")
            self._preview.setText(said)

    @override
    def refuse(self, error: PressDeskError) -> None:
        super().refuse(error)
        self._preview.setText("")  # the sentence stands at its row, or beside the buttons


def _coming(facts: Facts) -> list[date]:
    """Return the dates on which other hours will begin to apply."""
    return sorted({r.applies_from for r in facts.hours.rules if r.applies_from > facts.today})


def story(rules: tuple[DayRule, ...], today: date) -> list[Fact]:
    """Return the weeks that are, will be and were in force: now, then coming, then past."""
    starts = sorted({rule.applies_from for rule in rules})
    past = [start for start in starts if start <= today]
    coming = [start for start in starts if start > today]
    now = past.pop() if past else None
    facts = [_told("Now, since", now, rules, "open")] if now else []
    facts += [_told("From", start, rules, "accent") for start in coming]
    return facts + [_told("Before, from", start, rules, "") for start in reversed(past)]


def _told(when: str, start: date, rules: tuple[DayRule, ...], role: str) -> Fact:
    return Fact(f"{when} {day_said(start)}", week_said(rules, start), role)


def _changes(facts: Facts, values: Values) -> tuple[DayRule, ...]:
    """Return the weekdays that would differ; raises Refused at the question that is wrong."""
    start = read_day(text_of(values, _FROM), facts.today, _FROM)
    before = week_in_force(facts.hours.rules, start)
    rules = []
    for weekday, name in enumerate(WEEKDAYS):
        try:
            spans = parse_spans(text_of(values, name))
        except Refused as error:
            raise Refused(str(error), field=name) from error
        if spans != before[weekday]:
            rules.append(DayRule(weekday, spans, start))
    return tuple(rules)


def _preview(facts: Facts, values: Values) -> tuple[str, bool]:
    """Return the sentence that tells what saving would do, and whether it cannot be."""
    try:
        changes = _changes(facts, values)
        start = read_day(text_of(values, _FROM), facts.today, _FROM)
        kept = {(rule.weekday, rule.applies_from): rule for rule in facts.hours.rules}
        kept.update({(rule.weekday, rule.applies_from): rule for rule in changes})
        rules = tuple(kept.values())
        check_week(rules)
    except Refused as error:
        return f"⚠ {error}", True
    sentence = f"From {day_said(start, seen_from=facts.today)}: {week_said(rules, start)}."
    past = " That day has come: decisions already taken keep their hours."
    return (sentence + past if changes and start <= facts.today else sentence), False


def _arrange(form: Form) -> None:
    grid = QGridLayout(form)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().px(1.2))
    grid.setVerticalSpacing(current().px(0.5))
    for number, field in enumerate(form.questions.values()):
        grid.addWidget(field, number % 4, number // 4, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
