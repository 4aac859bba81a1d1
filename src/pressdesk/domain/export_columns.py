"""The columns that an export of the log may have, and the presets that choose among them."""

from pressdesk.domain.enquiries import Answer
from pressdesk.domain.exports import LogColumn, LoggedEnquiry, People, Personal, Preset


def _numbered(words: tuple[str, ...]) -> str:
    """Return several words each with its number, one alone without."""
    if len(words) < 2:
        return "".join(words)
    return "\n".join(f"{number}. {one}" for number, one in enumerate(words, start=1))


def _each(words: list[str]) -> str:
    return "; ".join(dict.fromkeys(filter(None, words)))


def _answers(row: LoggedEnquiry) -> str:
    return _numbered(tuple(map(_answer, row.answers)))


def _answer(given: Answer) -> str:
    kind = "" if given.kind.answers else f"{given.kind.label}, "
    terms = given.terms.label.lower() if kind else given.terms.label
    return f"{kind}{terms}: {given.words}"


def _answered_by(row: LoggedEnquiry) -> str:
    return _each([given.given_by for given in row.answers])


def _cleared_by(row: LoggedEnquiry) -> str:
    return _each([given.cleared_by for given in row.answers])


COLUMNS: tuple[LogColumn, ...] = (
    LogColumn("reference", "Reference", lambda row: row.summary.reference),
    LogColumn("received", "Received", lambda row: row.summary.received_at),
    LogColumn("subject", "Subject", lambda row: row.summary.subject, 34),
    LogColumn("journalist", "Journalist", lambda row: row.summary.journalist, 20, Personal.NAME),
    LogColumn("outlet", "Outlet", lambda row: row.summary.outlet, 20, Personal.OUTLET),
    LogColumn("deadline", "Deadline", lambda row: row.summary.deadline_at),
    LogColumn("deadline-words", "Deadline in words", lambda row: row.summary.deadline_words),
    LogColumn("line-expected", "Line expected", lambda row: row.summary.route.label, 14),
    LogColumn("line-used", "Line used", lambda row: row.summary.line_used.label, 14),
    LogColumn("held-until", "Held until", lambda row: row.summary.held_until),
    LogColumn("urgent", "Urgent", lambda row: row.summary.urgent, 8),
    LogColumn("status", "Status", lambda row: row.summary.status.label, 14),
    LogColumn("owner", "Owner", lambda row: row.summary.owner, 16, Personal.NAME),
    LogColumn("outcome", "Outcome", lambda row: row.summary.outcome, 18),
    LogColumn("finished", "Finished", lambda row: row.summary.finished, 9),
    LogColumn("channel", "Channel", lambda row: row.channel.label, 10),
    LogColumn("type", "Type", lambda row: row.type.label, 14),
    LogColumn("topics", "Topics", lambda row: "; ".join(row.topics), 20),
    LogColumn("questions", "Questions", lambda row: _numbered(row.questions), 46),
    LogColumn("answers", "Answers", _answers, 50),
    LogColumn("acknowledged", "Acknowledged", lambda row: row.clocks.acknowledged_at),
    LogColumn(
        "time-to-acknowledge",
        "Time to acknowledge",
        lambda row: row.took(row.clocks.acknowledged_at),
        12,
    ),
    LogColumn("holding", "Holding answer", lambda row: row.clocks.holding_at),
    LogColumn("answered", "Answered", lambda row: row.clocks.answered_at),
    LogColumn("time-to-answer", "Time to answer", lambda row: row.took(row.clocks.answered_at), 12),
    LogColumn("in-time", "Answered by deadline", lambda row: row.in_time, 11),
    LogColumn("answered-by", "Answered by", _answered_by, 16, Personal.NAME),
    LogColumn("cleared-by", "Cleared by", _cleared_by, 16, Personal.NAME),
    LogColumn("taken-by", "Taken by", lambda row: row.taken_by, 16, Personal.NAME),
    LogColumn("logged", "Logged", lambda row: row.logged_at),
    LogColumn("closed", "Closed", lambda row: row.closed_at),
    LogColumn("outcome-note", "Note on the outcome", lambda row: row.outcome_note, 24),
    LogColumn("publication", "Planned publication", lambda row: row.publication, 18),
    LogColumn("call-back", "Call-back number", lambda row: row.call_back, 18, Personal.ADDRESS),
    LogColumn("email", "Email", lambda row: row.email, 24, Personal.ADDRESS),
    LogColumn("notes", "Internal notes", lambda row: _numbered(row.notes), 34),
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
