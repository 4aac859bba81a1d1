"""What every service stands on, and the rules of the office as they are now."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from pressdesk.clock import Clock
from pressdesk.domain.hours import OpeningHours
from pressdesk.domain.local_time import zone_named
from pressdesk.domain.office import Office
from pressdesk.domain.rota import on_duty
from pressdesk.domain.routing import Call, Decision, UrgencyRule, decide
from pressdesk.errors import Refused
from pressdesk.intake.bank_holidays import bank_holidays
from pressdesk.storage import office as offices
from pressdesk.storage import rota
from pressdesk.storage.database import Database, Session


@dataclass(frozen=True)
class Context:
    """The open database, the clock and the person at the desk, by name."""

    database: Database
    clock: Clock
    actor: str

    def check_target(self, path: Path) -> None:
        """Refuse to write anything over the office's own file."""
        if self.database.owns(path):
            raise Refused(f"{path.name} is the office itself. Choose another name for the file.")


@dataclass(frozen=True)
class Rules:
    """Everything a routing decision follows from, except the call itself."""

    office: Office
    hours: OpeningHours
    urgency: tuple[UrgencyRule, ...]
    duty_officer: Callable[[datetime], str]

    def decide(self, call: Call) -> Decision:
        """Return where a call belongs, and why."""
        return decide(
            call,
            hours=self.hours,
            lines=self.office.lines,
            duty_officer=self.duty_officer(call.received_at),
        )


def hours_of(session: Session) -> OpeningHours:
    """Return the opening hours in force, of every date."""
    office = offices.the_office(session)
    return OpeningHours(
        zone=zone_named(office.zone),
        rules=offices.day_rules(session),
        special_days=offices.special_days(session),
        bank_holidays=bank_holidays(office.division),
    )


def rules_of(session: Session) -> Rules:
    """Return the rules as they are kept now; ``duty_officer`` is valid while the session is."""

    def duty_officer(at: datetime) -> str:
        shift = on_duty(rota.shifts_between(session, at, at + timedelta(seconds=1)), at)
        return shift.person if shift else ""

    return Rules(
        office=offices.the_office(session),
        hours=hours_of(session),
        urgency=offices.urgency_rules(session),
        duty_officer=duty_officer,
    )
