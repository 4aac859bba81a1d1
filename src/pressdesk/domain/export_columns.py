"""The columns that an export of the log may have, and the presets that choose among them."""

from collections.abc import Callable
from datetime import datetime, timedelta

from pressdesk.domain.clocks import Clocks
from pressdesk.domain.enquiries import Answer, Channel, EnquiryType, Status
from pressdesk.domain.exports import LogColumn, People, Personal, Preset
from pressdesk.domain.routing import Route

Answers = tuple[Answer, ...]


def _numbered(words: tuple[str, ...]) -> str:
    """Return several words each with its number, one alone without."""
    if len(words) < 2:
        return "".join(words)
    return "\n".join(f"{number}. {one}" for number, one in enumerate(words, start=1))


def _labels(kinds: type[Status | Route | Channel | EnquiryType]) -> Callable[[str], str]:
    """Return what prints a kind that is kept by its value."""
    return {kind.value: kind.label for kind in kinds}.__getitem__


def _each(words: list[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, words)))


def _answers(answers: Answers) -> str:
    return _numbered(tuple(map(_answer, answers)))


def _answer(given: Answer) -> str:
    kind = "" if given.kind.answers else f"{given.kind.label}, "
    terms = given.terms.label.lower() if kind else given.terms.label
    return f"{kind}{terms}: {given.words}"


def _answered_by(answers: Answers) -> str:
    return _each([given.given_by for given in answers])


def _cleared_by(answers: Answers) -> str:
    return _each([given.cleared_by for given in answers])


def _acknowledged(clocks: Clocks) -> datetime | None:
    return clocks.acknowledged_at


def _holding(clocks: Clocks) -> datetime | None:
    return clocks.holding_at


def _answered(clocks: Clocks) -> datetime | None:
    return clocks.answered_at


def _to_acknowledge(clocks: Clocks, received_at: datetime) -> timedelta | None:
    return clocks.acknowledged_at - received_at if clocks.acknowledged_at else None


def _to_answer(clocks: Clocks, received_at: datetime) -> timedelta | None:
    return clocks.answered_at - received_at if clocks.answered_at else None


def _in_time(clocks: Clocks, deadline_at: datetime | None) -> bool | None:
    """Say whether the answer came by the deadline; nothing when one of both is missing."""
    answered_at = clocks.answered_at
    return answered_at <= deadline_at if answered_at and deadline_at else None


_TIMED, _ANSWERS, _CLOCKS = ("clocks", "received_at"), ("answers",), ("clocks",)

COLUMNS: tuple[LogColumn, ...] = (
    LogColumn("reference", "Reference", ("reference",)),
    LogColumn("received", "Received", ("received_at",)),
    LogColumn("subject", "Subject", ("subject",), width=34),
    LogColumn("journalist", "Journalist", ("journalist",), None, 20, Personal.NAME),
    LogColumn("outlet", "Outlet", ("outlet",), None, 20, Personal.OUTLET),
    LogColumn("deadline", "Deadline", ("deadline_at",)),
    LogColumn("deadline-words", "Deadline in words", ("deadline_words",)),
    LogColumn("line-expected", "Line expected", ("line_expected",), _labels(Route), 14),
    LogColumn("line-used", "Line used", ("line_used",), _labels(Route), 14),
    LogColumn("held-until", "Held until", ("held_until",)),
    LogColumn("urgent", "Urgent", ("urgent",), width=8),
    LogColumn("status", "Status", ("status",), _labels(Status), 14),
    LogColumn("owner", "Owner", ("owner",), None, 16, Personal.NAME),
    LogColumn("outcome", "Outcome", ("outcome",), width=18),
    LogColumn("finished", "Finished", ("finished",), width=9),
    LogColumn("channel", "Channel", ("channel",), _labels(Channel), 10),
    LogColumn("type", "Type", ("type",), _labels(EnquiryType), 14),
    LogColumn("topics", "Topics", ("topics",), "; ".join, 20),
    LogColumn("questions", "Questions", ("questions",), _numbered, 46),
    LogColumn("answers", "Answers", _ANSWERS, _answers, 50),
    LogColumn("acknowledged", "Acknowledged", _CLOCKS, _acknowledged),
    LogColumn("time-to-acknowledge", "Time to acknowledge", _TIMED, _to_acknowledge, 12),
    LogColumn("holding", "Holding answer", _CLOCKS, _holding),
    LogColumn("answered", "Answered", _CLOCKS, _answered),
    LogColumn("time-to-answer", "Time to answer", _TIMED, _to_answer, 12),
    LogColumn("in-time", "Answered by deadline", ("clocks", "deadline_at"), _in_time, 11),
    LogColumn("answered-by", "Answered by", _ANSWERS, _answered_by, 16, Personal.NAME),
    LogColumn("cleared-by", "Cleared by", _ANSWERS, _cleared_by, 16, Personal.NAME),
    LogColumn("taken-by", "Taken by", ("taken_by",), None, 16, Personal.NAME),
    LogColumn("logged", "Logged", ("logged_at",)),
    LogColumn("closed", "Closed", ("closed_at",)),
    LogColumn("outcome-note", "Note on the outcome", ("outcome_note",), width=24),
    LogColumn("publication", "Planned publication", ("publication",), width=18),
    LogColumn("call-back", "Call-back number", ("call_back",), None, 18, Personal.ADDRESS),
    LogColumn("email", "Email", ("email",), None, 24, Personal.ADDRESS),
    LogColumn("notes", "Internal notes", ("notes",), _numbered, 34),
)

ON_SCREEN = tuple(column.key for column in COLUMNS[:15])

PRESETS: tuple[Preset, ...] = (
    Preset("List", ON_SCREEN),
    Preset("Full log", tuple(column.key for column in COLUMNS)),
    Preset(
        "Daily log",
        (
            *("reference", "received", "journalist", "outlet", "questions", "deadline"),
            *("line-used", "status", "owner", "answers", "outcome"),
        ),
    ),
    Preset(
        "FOI disclosure",
        (
            *("reference", "received", "outlet", "channel", "type", "topics", "subject"),
            *("questions", "answers", "answered", "time-to-answer", "outcome"),
        ),
        People.INITIALS,
    ),
    Preset(
        "Week for the chief",
        (
            *("received", "outlet", "subject", "topics", "urgent", "status"),
            *("time-to-answer", "in-time", "outcome"),
        ),
    ),
    Preset(
        "One journalist",
        (
            *("reference", "received", "journalist", "outlet", "subject", "questions"),
            *("answers", "answered", "answered-by", "outcome"),
        ),
    ),
)
