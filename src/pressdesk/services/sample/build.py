"""Lives the sample office's ninety days through the real services, at the hours of that time."""

import heapq
import itertools
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pressdesk.clock import FixedClock
from pressdesk.domain.embargo import Agreement, Holder
from pressdesk.domain.enquiries import Channel, EnquiryForm, EnquiryType
from pressdesk.domain.lines_to_take import UsedLine
from pressdesk.domain.local_time import edge, local_day, zone_named
from pressdesk.domain.rota import Shift
from pressdesk.domain.rota_pattern import Pattern
from pressdesk.domain.routing import Route
from pressdesk.domain.said import MONTHS, WEEKDAYS, day_said
from pressdesk.services.clearance import Clearances
from pressdesk.services.contacts import Contacts
from pressdesk.services.context import Context
from pressdesk.services.embargoes import Embargoes
from pressdesk.services.files import Files
from pressdesk.services.office import OfficeService
from pressdesk.services.releases import Releases
from pressdesk.services.rota import Rota
from pressdesk.services.sample.feeds import keep_feeds
from pressdesk.services.sample.filters import save_filters
from pressdesk.services.sample.life import STATEMENT_KIND, TOLD_OF_STATEMENTS, Life
from pressdesk.services.sample.lines_to_take import SampleLine
from pressdesk.services.sample.plan import DAYS, MINUTE, Planned, planned
from pressdesk.services.sample.texts import texts
from pressdesk.storage import duty_packs
from pressdesk.storage.database import Database

PATTERN_WEEKS = 3
EMBARGOED_AGO = timedelta(hours=3)
HOLDERS_AMONG = 8  # the first journalists of the list work for national papers
WEEKS_AHEAD = 5
NIGHT_LEFT_OPEN = 2  # counted from tonight
RANG_DUTY = "Rang the duty phone, although it could wait"
ON_THE_DAY = ("Priya Nair", "Sam Okafor", "Dilys Probert", "Tom Ashdown")
AT_THE_DESK = ON_THE_DAY[0]
_FRIDAY = 4
_CLOSING = 17 * 60  # minutes from midnight
_PACK = "of the sample office"


class SampleBuilder:
    """Fills an empty database with the sample office, ending at ``now``.

    ``folder`` is where the files of its releases are kept.
    """

    def __init__(self, database: Database, now: datetime, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self.now = now
        self._clock = FixedClock(now)
        self._texts = texts()
        self.zone = zone_named(self._texts.office.office.zone)
        self._turns = itertools.count()
        self._due: list[tuple[datetime, int, Callable[[], None]]] = []
        self._journalists: dict[str, int] = {}
        self._releases: dict[str, int] = {}
        self._lines: list[SampleLine] = []

    def build(self) -> None:
        """Start the office, take in its releases and contacts, and live the ninety days."""
        self._clock.instant = self.now - timedelta(days=DAYS + 1)
        OfficeService(self.context(AT_THE_DESK)).start(self._texts.office)
        self._set_clearance()
        self._take_in()
        self._fill_rota()
        self.happen(self.now - EMBARGOED_AGO, self._give_under_embargo)
        self.happen(self._last_closing(), self._send_pack_home)
        self._plan_lines()
        for turn, plan in enumerate(planned(self._texts, self.now, self.zone)):
            owner = ON_THE_DAY[turn % len(ON_THE_DAY)]
            self.happen(plan.received_at + MINUTE, Life(self, plan, owner).log)
        while self._due:
            self._clock.instant, _turn, act = heapq.heappop(self._due)
            act()
        self._clock.instant = self.now
        keep_feeds(self.context(AT_THE_DESK))
        save_filters(self.context(AT_THE_DESK))

    def context(self, actor: str) -> Context:
        """Return what the services stand on, with ``actor`` at the desk."""
        return Context(self._database, self._clock, actor)

    def happen(self, moment: datetime, act: Callable[[], None]) -> None:
        """Have something happen at a moment; what lies after now never happens."""
        if moment <= self.now:
            heapq.heappush(self._due, (moment, next(self._turns), act))

    def form(self, plan: Planned) -> EnquiryForm:
        """Return what the press officer typed for a planned enquiry."""
        template, person = plan.template, plan.journalist
        words = template.deadline
        if plan.deadline_at is not None:
            words = f"{plan.deadline_at.astimezone(self.zone):%H:%M}"
        elif plan.stage != "closed":
            words = "none"
        release = self._releases.get(template.release)
        rang_duty = plan.rings_the_duty_phone(self.zone)
        return EnquiryForm(
            received_at=plan.received_at,
            journalist_id=self._journalists[person.email],
            journalist=person.name,
            outlet=person.outlet,
            call_back=person.number,
            email=person.email,
            questions=template.questions,
            subject=template.subject,
            deadline_words=words,
            deadline_at=plan.deadline_at,
            channel=Channel(template.channel),
            type=EnquiryType(template.type),
            topics=template.topics,
            release_ids=(release,) if release else (),
            finished=plan.stage != "unfinished",
            line_used=Route.OUT_OF_HOURS if rang_duty else None,
            override_reason=RANG_DUTY if rang_duty else "",
        )

    def _set_clearance(self) -> None:
        """Have statements be told to two people who clear nothing."""
        clearances = Clearances(self.context(AT_THE_DESK))
        for template in clearances.templates():
            if template.name == STATEMENT_KIND:
                clearances.save_template(replace(template, informs=TOLD_OF_STATEMENTS))

    def _take_in(self) -> None:
        context = self.context(AT_THE_DESK)
        releases, contacts = Releases(context, Files(context, self._folder)), Contacts(context)
        for path in self._texts.releases:
            self._releases[path.name] = releases.add_file(path).id
        for path in self._texts.corrected:
            releases.add_file(path)
        for person in self._texts.journalists:
            self._journalists[person.email] = contacts.save_journalist(person)

    def _last_closing(self) -> datetime:
        """Return five minutes to five on the working day before."""
        day = local_day(self.now, self.zone) - timedelta(days=1)
        while day.weekday() > _FRIDAY:
            day -= timedelta(days=1)
        return edge(day, _CLOSING, self.zone) - 5 * MINUTE

    def _send_pack_home(self) -> None:
        """Note the pack that the duty officer took home; it has not come back yet."""
        with self._database.writing(AT_THE_DESK) as session:
            duty_packs.add(session, _PACK, ON_THE_DAY[1], AT_THE_DESK, self._clock.now())

    def _give_under_embargo(self) -> None:
        """Take in tomorrow's release, and give it to two journalists; one has agreed."""
        context = self.context(AT_THE_DESK)
        tomorrow = local_day(self.now, self.zone) + timedelta(days=1)
        text = self._texts.embargoed.format(
            until=day_said(tomorrow),
            published=f"{tomorrow.day} {MONTHS[tomorrow.month - 1]} {tomorrow.year}",
        )
        name = f"{tomorrow:%Y-%m-%d}-stalking.txt"
        files = Files(context, self._folder)
        release = Releases(context, files).add_text(text, name=name)
        embargoes = Embargoes(context)
        first, *_, second = self._texts.journalists[:HOLDERS_AMONG]
        for person in (first, second):
            contact = self._journalists[person.email]
            holder = Holder(person.name, person.outlet, person.number, contact)
            kept = embargoes.add_holder(release.id, holder)
            if person is first:
                embargoes.note_agreement(kept, Agreement.AGREED, "by email")

    def lines_for(self, subject: str) -> tuple[UsedLine, ...]:
        """Return the lines to take whose words answer a subject now."""
        return tuple(used for line in self._lines for used in line.used_for(subject))

    def _plan_lines(self) -> None:
        today = local_day(self.now, self.zone)
        for row in self._texts.lines:
            line = SampleLine(row, self._releases.get(row["release"]), self.context)
            line.happen(self.happen, self.now, today)
            self._lines.append(line)

    def _fill_rota(self) -> None:
        rota = Rota(self.context(AT_THE_DESK))
        numbers = {person.name: person.number for person in self._texts.office.staff}
        first = local_day(self.now, self.zone) - timedelta(days=DAYS)
        monday = first - timedelta(days=first.weekday())
        for week in range(DAYS // 7 + WEEKS_AHEAD):
            for row in self._texts.rota:
                if week % PATTERN_WEEKS + 1 in row["weeks"]:
                    shift = _shift(row, monday + timedelta(weeks=week), self.zone)
                    rota.save(replace(shift, number=numbers[shift.person]))
        last = monday + timedelta(weeks=DAYS // 7 + WEEKS_AHEAD, days=-1)
        spare = Pattern((AT_THE_DESK,), monday, last)  # the days that bank holidays add
        if (plan := rota.plan(spare)).new:
            rota.write_plan(spare, plan)
        self._change_rota(rota)

    def _change_rota(self, rota: Rota) -> None:
        """Leave a night soon to come for somebody to take, and have two people swap theirs."""
        view = rota.between(self.now, self.now + timedelta(weeks=2))
        ahead = [shift for shift in view.shifts if shift.starts_at > self.now]
        left = ahead[NIGHT_LEFT_OPEN]
        assert left.id is not None
        rota.remove(left.id)
        pairs = pairwise(ahead[NIGHT_LEFT_OPEN + 1 :])
        first, second = next(pair for pair in pairs if pair[0].person != pair[1].person)
        rota.swap(first, second)


def _shift(row: dict[str, Any], monday: date, zone: ZoneInfo) -> Shift:
    """Return one row of the rota's pattern in the week of ``monday``."""
    day = monday + timedelta(days=WEEKDAYS.index(row["day"].capitalize()))
    until = day + timedelta(days=row["lasts_days"])
    return Shift(
        None,
        row["person"],
        edge(day, _minutes(row["from"]), zone),
        edge(until, _minutes(row["until"]), zone),
        "",
    )


def _minutes(words: str) -> int:
    clock = time.fromisoformat(words)
    return clock.hour * 60 + clock.minute
