"""An enquiry: its words, its states, and what may follow what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.clearance import Clearance, ClearanceState, Template
from pressdesk.domain.contacts import Journalist
from pressdesk.domain.counted import EVERYTHING, Counted
from pressdesk.domain.duty_packs import RANGE
from pressdesk.domain.enquiry_parts import Attachment, InternalNote, KeptDecision, LinkedRelease
from pressdesk.domain.informing import (
    ForInformation,
    Informed,
    for_information,
    names_to_inform,
)
from pressdesk.domain.lines_to_take import LineKind, LineSummary, UsedLine
from pressdesk.domain.promises import Promise
from pressdesk.domain.questions import Question
from pressdesk.domain.routing import Route
from pressdesk.domain.targets import Target, still_open
from pressdesk.errors import Refused


class Status(StrEnum):
    """Where an enquiry stands. *Held* is not a state: it follows from the routing and the time."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    AWAITING_CLEARANCE = "awaiting_clearance"
    ANSWERED = "answered"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """The state as printed on screen."""
        return self.value.replace("_", " ").capitalize()


OPEN_STATUSES = tuple(status for status in Status if status is not Status.CLOSED)
WAITING_STATUSES = (Status.NEW, Status.IN_PROGRESS, Status.AWAITING_CLEARANCE)

# Which state a press officer may choose from which. Closing needs an outcome and reopening a
# reason, so both have acts of their own and CLOSED stands on neither side here.
MOVES: dict[Status, tuple[Status, ...]] = {
    Status.NEW: (Status.IN_PROGRESS, Status.AWAITING_CLEARANCE),
    Status.IN_PROGRESS: (Status.NEW, Status.AWAITING_CLEARANCE),
    Status.AWAITING_CLEARANCE: (Status.IN_PROGRESS,),
    Status.ANSWERED: (Status.IN_PROGRESS, Status.AWAITING_CLEARANCE),
    Status.CLOSED: (),
}


def check_move(before: Status, after: Status) -> None:
    """Refuse a change of state that the table of moves does not know."""
    if after not in MOVES[before]:
        raise Refused(
            f"An enquiry that is {before.label.lower()} cannot become {after.label.lower()}. "
            "Close it with an outcome, or reopen it with a reason.",
            field="status",
        )


class Channel(StrEnum):
    """How an enquiry came in, or how an answer went out."""

    PHONE = "phone"
    EMAIL = "email"
    IN_PERSON = "in_person"
    SOCIAL = "social"
    WEB_FORM = "web_form"

    @property
    def label(self) -> str:
        """The channel as printed on screen."""
        return self.value.replace("_", " ").capitalize()


class EnquiryType(StrEnum):
    """What the journalist wants."""

    INFORMATION = "information"
    STATEMENT = "statement"
    INTERVIEW_BID = "interview_bid"
    FILMING = "filming"
    BACKGROUND = "background"
    FACT_CHECK = "fact_check"
    CORRECTION = "correction"

    @property
    def label(self) -> str:
        """The type as printed on screen."""
        return self.value.replace("_", " ").capitalize()


class Terms(StrEnum):
    """On which terms words were given. “Off the record” is not a term."""

    ON_THE_RECORD = "on_the_record"
    EMBARGOED_BRIEFING = "embargoed_briefing"
    NON_REPORTABLE_BRIEFING = "non_reportable_briefing"

    @property
    def label(self) -> str:
        """The terms as printed on screen."""
        return {
            Terms.ON_THE_RECORD: "On the record",
            Terms.EMBARGOED_BRIEFING: "Embargoed briefing",
            Terms.NON_REPORTABLE_BRIEFING: "Non-reportable briefing",
        }[self]


@dataclass(frozen=True)
class EnquiryForm:
    """What a press officer typed about one enquiry, whole or half.

    ``urgent`` is None while the program's proposal stands; ``line_used`` is None while it is the
    line expected. Naming another needs ``override_reason``.
    """

    received_at: datetime
    journalist_id: int | None = None
    journalist: str = ""
    outlet: str = ""
    call_back: str = ""
    email: str = ""
    questions: tuple[str, ...] = ()
    subject: str = ""
    deadline_words: str = ""
    deadline_at: datetime | None = None
    channel: Channel = Channel.PHONE
    type: EnquiryType = EnquiryType.INFORMATION
    topics: tuple[str, ...] = ()
    urgent: bool | None = None
    urgent_reason: str = ""
    line_used: Route | None = None
    override_reason: str = ""
    publication: str = ""
    notes: str = ""
    release_ids: tuple[int, ...] = ()
    line_to_take_ids: tuple[int, ...] = ()
    finished: bool = True

    @property
    def title(self) -> str:
        """The subject, or the first question when none was typed."""
        first = next((question for question in self.questions if question.strip()), "")
        return self.subject.strip() or first.strip().split("\n")[0][:120]


@dataclass(frozen=True)
class Answer:
    """Words that were given to a journalist.

    ``questions`` are the ids of those that it answers, when it is recorded; None means all that
    are open. Only an answer of the kind SUBSTANTIVE answers any. ``basis`` names the template of
    clearance, ``cleared_words`` are the words as cleared when others were given, and
    ``difference`` is why. ``sources`` names where its paragraphs came from,
    each once, ``lines`` are the lines to take they came from.
    """

    words: str
    terms: Terms
    given_by: str
    given_at: datetime
    channel: Channel
    cleared_by: str = ""
    id: int | None = None
    lines: tuple[UsedLine, ...] = ()
    kind: AnswerKind = AnswerKind.SUBSTANTIVE
    questions: tuple[int, ...] | None = None
    basis: str = ""
    difference: str = ""
    cleared_words: str = ""
    sources: tuple[str, ...] = ()


def check_terms(line: LineSummary, terms: Terms) -> None:
    """Refuse to give words for background only in any way that may be reported."""
    background = line.kind is LineKind.BACKGROUND_ONLY
    if background and terms is not Terms.NON_REPORTABLE_BRIEFING:
        raise Refused(
            f"“{line.title}” is for background only. Choose non-reportable briefing, or take its "
            "words out.",
            field="terms",
        )


@dataclass(frozen=True)
class EnquirySummary:
    """One row of the desk or the log.

    ``given`` is the furthest kind of answer so far, ``promised_at`` when the next promise is due,
    ``clearance`` how the request for clearance that is live stands, ``targets`` those of an open
    enquiry.
    """

    id: int
    reference: str
    subject: str
    journalist: str
    outlet: str
    received_at: datetime
    deadline_at: datetime | None
    deadline_words: str
    status: Status
    route: Route
    line_used: Route
    held_until: datetime | None
    urgent: bool
    owner: str
    finished: bool
    outcome: str = ""
    given: AnswerKind | None = None
    promised_at: datetime | None = None
    clearance: ClearanceState | None = None
    targets: tuple[Target, ...] = ()

    @property
    def state(self) -> str:
        """How it stands, in a few words: its status, or what that does not tell."""
        told = {
            "To finish": not self.finished,
            "Cleared, to give": self.to_give,
            "Words sent back": self.clearance is ClearanceState.SENT_BACK,
            "Holding only": self.holding_only and self.status is not Status.AWAITING_CLEARANCE,
        }
        return next((words for words, holds in told.items() if holds), self.status.label)

    @property
    def open_targets(self) -> tuple[Target, ...]:
        """The house targets that are still to be met, the nearest clock first."""
        waits = self.status in WAITING_STATUSES
        return still_open(self.targets, self.given) if waits else ()

    def past_target(self, now: datetime) -> Target | None:
        """Return the first target that is past, if any."""
        return next((target for target in self.open_targets if target.due_at <= now), None)

    @property
    def to_give(self) -> bool:
        """Say whether its words are cleared and not given yet."""
        return self.clearance is ClearanceState.CLEARED and self.status in WAITING_STATUSES

    @property
    def holding_only(self) -> bool:
        """Say whether it still waits for an answer after a holding one."""
        return self.given is AnswerKind.HOLDING and self.status in WAITING_STATUSES


@dataclass(frozen=True)
class Enquiry:
    """One enquiry, whole. ``version`` guards against two people saving over each other."""

    summary: EnquirySummary
    version: int
    logged_at: datetime
    taken_by: str
    journalist: Journalist | None
    call_back: str
    email: str
    channel: Channel
    type: EnquiryType
    topics: tuple[str, ...]
    asked: tuple[Question, ...]
    publication: str
    outcome_note: str
    closed_at: datetime | None
    decisions: tuple[KeptDecision, ...]
    answers: tuple[Answer, ...] = ()
    notes: tuple[InternalNote, ...] = ()
    releases: tuple[LinkedRelease, ...] = ()
    files: tuple[Attachment, ...] = ()
    promises: tuple[Promise, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    targets: tuple[Target, ...] = ()
    informed: tuple[Informed, ...] = ()
    foi_reference: str = ""
    foi_due: date | None = None

    def for_information(self, templates: Iterable[Template]) -> tuple[ForInformation, ...]:
        """Return who is to be told of it and who was, by the office's templates of clearance."""
        bases = [answer.basis for answer in self.answers]
        return for_information(names_to_inform(self.clearances, bases, templates), self.informed)

    @property
    def questions(self) -> tuple[str, ...]:
        """The words of each question."""
        return tuple(question.words for question in self.asked)

    @property
    def decision(self) -> KeptDecision:
        """The routing decision in force: the latest one."""
        return self.decisions[-1]


class Sort(StrEnum):
    """Orders of the log that an index serves."""

    NEWEST = "newest"
    OLDEST = "oldest"
    DEADLINE = "deadline"


@dataclass(frozen=True)
class Named:
    """A journalist or an outlet, by name."""

    id: int
    name: str


@dataclass(frozen=True)
class Narrowing:
    """Several of a kind at once, as the operators of a search ask for them.

    None narrows nothing; an empty tuple is met by no enquiry.
    """

    outlets: tuple[Named, ...] | None = None
    journalists: tuple[Named, ...] | None = None
    statuses: tuple[Status, ...] | None = None
    lines: tuple[Route, ...] | None = None


@dataclass(frozen=True)
class LogQuery:
    """What the log shows: one object for the screen and for the export.

    ``text`` is a search as ``domain.search`` reads it; the services put what its operators ask for
    into ``also`` and the days, and leave its words. While words or names are given, rows come in
    the order they were logged (newest first): the word index serves no other order at a million
    enquiries. ``received_from`` and ``received_before`` are instants, half-open. ``counted`` is
    what a figure of a report counts.
    """

    text: str = ""
    received_from: datetime | None = None
    received_before: datetime | None = None
    line: Route | None = None
    status: Status | None = None
    outlet_id: int | None = None
    journalist_id: int | None = None
    owner: str = ""
    topic: str = ""
    sort: Sort = Sort.NEWEST
    also: Narrowing = Narrowing()
    counted: Counted = EVERYTHING


@dataclass(frozen=True)
class Logged:
    """The receipt for a saved enquiry."""

    id: int
    reference: str
    decision: KeptDecision


def form_of(enquiry: Enquiry) -> EnquiryForm:
    """Return the facts of an enquiry as they would be typed."""
    summary, person = enquiry.summary, enquiry.journalist
    return EnquiryForm(
        received_at=summary.received_at,
        journalist_id=person.id if person else None,
        journalist=person.name if person else "",
        outlet=summary.outlet,
        call_back=enquiry.call_back,
        email=enquiry.email,
        questions=enquiry.questions,
        subject=summary.subject,
        deadline_words=summary.deadline_words,
        deadline_at=summary.deadline_at,
        channel=enquiry.channel,
        type=enquiry.type,
        topics=enquiry.topics,
        publication=enquiry.publication,
        finished=summary.finished,
    )


def reference(year: int, number: int) -> str:
    """Return the reference of the ``number``-th enquiry of a year, like ENQ-2026-00421.

    Those of a duty pack have numbers of their own range, like ENQ-2026-D7-001.
    """
    pack, place = divmod(number, RANGE)
    return f"ENQ-{year}-D{pack}-{place:03d}" if pack else f"ENQ-{year}-{number:05d}"
