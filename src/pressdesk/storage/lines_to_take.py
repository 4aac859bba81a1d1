"""Lines to take: kept, worded anew, cleared, withdrawn, found, and where they were used."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from pressdesk.domain.lines_to_take import (
    LineAct,
    LineForm,
    LineKind,
    LineQuery,
    LineState,
    LineSummary,
    LineToTake,
    LineUse,
    LineVersion,
    UsedLine,
    state_after,
)
from pressdesk.errors import Conflict, NotFound
from pressdesk.storage import bearing, embargoes, office, search
from pressdesk.storage.tables.enquiries import AnswerRow, EnquiryRow
from pressdesk.storage.tables.lines_to_take import (
    AnswerLineRow,
    EnquiryLineRow,
    LineToTakeRow,
    LineVersionRow,
)
from pressdesk.storage.tables.office import StaffRow, TopicRow
from pressdesk.storage.tables.releases import ReleaseRow


def row(session: Session, line_id: int, version: int | None = None) -> LineToTakeRow:
    """Return the row of a line; raise NotFound, or Conflict when ``version`` is stale."""
    found = session.get(LineToTakeRow, line_id)
    if found is None:
        raise NotFound("There is no such line to take.")
    if version is not None and found.version != version:
        raise Conflict(
            f"Someone else changed “{found.title}” while you had it open. "
            "Your words are kept; look at theirs and save again."
        )
    return found


def add(session: Session, form: LineForm, by: str, at: datetime) -> int:
    """Keep a new line as a draft; return its id."""
    line = LineToTakeRow(state=LineState.DRAFT, review_on=None, withdrawn_reason="")
    put_facts(session, line, form)
    session.add(line)
    session.flush()
    _keep(session, line.id, _version(1, form.words, by, at))
    return line.id


def put_facts(session: Session, line: LineToTakeRow, form: LineForm) -> None:
    """Write what is typed, apart from the words, into a row."""
    line.title, line.kind = form.title, form.kind
    line.topic_id = office.topic_id(session, form.topic) if form.topic else None
    line.owner_id = office.staff_id(session, form.owner) if form.owner else None
    line.release_id = form.release_id


def reword(session: Session, line: LineToTakeRow, words: str, by: str, at: datetime) -> bool:
    """Keep other words as a new version, a draft; the same words change nothing and say False."""
    newest = newest_version(session, line.id)
    if newest.words == words:
        return False
    line.state = state_after(LineState(line.state), LineAct.REWORD)
    line.review_on, line.withdrawn_reason = None, ""
    _keep(session, line.id, _version(newest.number + 1, words, by, at))
    return True


def clear(
    session: Session, line: LineToTakeRow, cleared: tuple[str, datetime], review_on: date
) -> None:
    """Freeze the newest words as cleared by somebody at a moment."""
    line.state = state_after(LineState(line.state), LineAct.CLEAR)
    line.review_on = review_on
    newest = newest_version(session, line.id)
    newest.cleared_by, newest.cleared_at = cleared


def withdraw(line: LineToTakeRow, reason: str) -> None:
    """Take a line out of use."""
    line.state = state_after(LineState(line.state), LineAct.WITHDRAW)
    line.withdrawn_reason = reason


def newest_version(session: Session, line_id: int) -> LineVersionRow:
    """Return the row of the newest words of a line."""
    every = select(LineVersionRow).where(LineVersionRow.line_to_take_id == line_id)
    return session.scalars(every.order_by(LineVersionRow.number.desc()).limit(1)).one()


def show(session: Session, line_id: int) -> LineToTake:
    """Return one line, whole; raise NotFound."""
    line = row(session, line_id)
    every = select(LineVersionRow).where(LineVersionRow.line_to_take_id == line_id)
    release = session.get(ReleaseRow, line.release_id) if line.release_id else None
    return LineToTake(
        summary=summary(session, line_id),
        version=line.version,
        versions=tuple(
            LineVersion(
                one.number,
                one.words,
                one.written_by,
                one.written_at,
                one.cleared_by,
                one.cleared_at,
            )
            for one in session.scalars(every.order_by(LineVersionRow.number.desc()))
        ),
        uses=_uses(session, line_id),
        release_id=line.release_id,
        release_headline=release.headline if release else "",
        withdrawn_reason=line.withdrawn_reason,
    )


def summary(session: Session, line_id: int) -> LineSummary:
    """Return one line as lists show it; raise NotFound."""
    found = _listed(session, _summaries().where(LineToTakeRow.id == line_id))
    if not found:
        raise NotFound("There is no such line to take.")
    return found[0]


def summaries_of(session: Session, wanted: Sequence[int]) -> tuple[LineSummary, ...]:
    """Return some lines by their ids, in that order."""
    rows = _listed(session, _summaries().where(LineToTakeRow.id.in_(wanted)))
    found = {line.id: line for line in rows}
    return tuple(found[one] for one in wanted)


def releases_of(session: Session, line_ids: Sequence[int]) -> tuple[int, ...]:
    """Return the releases that some lines come from."""
    query = select(LineToTakeRow.release_id).where(LineToTakeRow.id.in_(line_ids))
    return tuple(found for found in session.scalars(query) if found is not None)


def listed(session: Session, query: LineQuery, limit: int = 500) -> tuple[LineSummary, ...]:
    """Return the lines that a query shows: best first with words, else by title."""
    rows = _summaries()
    for column, value in (
        (TopicRow.name, query.topic or None),
        (LineToTakeRow.kind, query.kind),
        (LineToTakeRow.state, query.state),
    ):
        rows = rows.where(column == value) if value is not None else rows
    if typed := search.prefix_query(query.text):
        words = search.LINE_WORDS
        rows = rows.join(words, words.c.rowid == LineToTakeRow.id)
        rows = rows.where(search.holds(words, typed)).order_by(search.best_first(words))
    else:
        rows = rows.order_by(LineToTakeRow.title, LineToTakeRow.id)
    return _listed(session, rows.limit(limit))


def bearing_on(session: Session, question: bearing.Question, limit: int) -> tuple[LineSummary, ...]:
    """Return the cleared lines that bear on a question, best first, with what they have of it."""
    found = bearing.found(session, bearing.LINES_TO_TAKE, question, limit)
    lines = summaries_of(session, [one.id for one in found])
    return tuple(
        replace(
            line,
            matched=one.bearing.matched,
            score=round(one.bearing.score, 2),
            strength=one.bearing.strength,
            linked=one.bearing.linked,
        )
        for one, line in zip(found, lines, strict=True)
    )


def beside(session: Session, enquiry_id: int) -> tuple[LineSummary, ...]:
    """Return the lines that stand beside an enquiry, in the order in which they came."""
    rows = _summaries().join(EnquiryLineRow, EnquiryLineRow.line_to_take_id == LineToTakeRow.id)
    return _listed(
        session, rows.where(EnquiryLineRow.enquiry_id == enquiry_id).order_by(EnquiryLineRow.id)
    )


def link(session: Session, enquiry_id: int, line_id: int) -> None:
    """Let a line stand beside an enquiry; doing it twice changes nothing."""
    row(session, line_id)
    if _link(session, enquiry_id, line_id) is None:
        session.add(EnquiryLineRow(enquiry_id=enquiry_id, line_to_take_id=line_id))


def unlink(session: Session, enquiry_id: int, line_id: int) -> None:
    """Take a line away from an enquiry."""
    if (found := _link(session, enquiry_id, line_id)) is not None:
        session.delete(found)


def keep_use(session: Session, enquiry_id: int, answer_id: int, line_id: int) -> None:
    """Keep that an answer has the newest words of a line."""
    version = newest_version(session, line_id)
    session.add(
        AnswerLineRow(enquiry_id=enquiry_id, answer_id=answer_id, line_version_id=version.id)
    )
    link(session, enquiry_id, line_id)


def used_in_answers(session: Session, enquiry_id: int) -> dict[int, tuple[UsedLine, ...]]:
    """Return the lines whose words the answers of an enquiry have, by answer."""
    query = (
        select(AnswerLineRow.answer_id, LineToTakeRow.id, LineToTakeRow.title)
        .join(LineVersionRow, LineVersionRow.id == AnswerLineRow.line_version_id)
        .join(LineToTakeRow, LineToTakeRow.id == LineVersionRow.line_to_take_id)
        .where(AnswerLineRow.enquiry_id == enquiry_id)
        .order_by(AnswerLineRow.id)
    )
    found: dict[int, tuple[UsedLine, ...]] = {}
    for answer_id, line_id, title in session.execute(query):
        found[answer_id] = (*found.get(answer_id, ()), UsedLine(line_id, title))
    return found


def _version(number: int, words: str, by: str, at: datetime) -> LineVersionRow:
    return LineVersionRow(
        number=number, words=words, written_by=by, written_at=at, cleared_by="", cleared_at=None
    )


def _keep(session: Session, line_id: int, version: LineVersionRow) -> None:
    version.line_to_take_id = line_id
    session.add(version)
    session.flush()


def _link(session: Session, enquiry_id: int, line_id: int) -> EnquiryLineRow | None:
    return session.scalar(
        select(EnquiryLineRow).where(
            EnquiryLineRow.enquiry_id == enquiry_id, EnquiryLineRow.line_to_take_id == line_id
        )
    )


def _summaries() -> Select[Any]:
    used = (
        select(func.count())
        .select_from(AnswerLineRow)
        .join(LineVersionRow, LineVersionRow.id == AnswerLineRow.line_version_id)
        .where(LineVersionRow.line_to_take_id == LineToTakeRow.id)
        .correlate(LineToTakeRow)
        .scalar_subquery()
    )
    columns: tuple[Any, ...] = (
        LineToTakeRow.id,
        LineToTakeRow.title,
        func.coalesce(TopicRow.name, ""),
        LineToTakeRow.kind,
        LineToTakeRow.state,
        func.coalesce(StaffRow.name, ""),
        LineVersionRow.words,
        LineToTakeRow.review_on,
        LineVersionRow.cleared_by,
        LineVersionRow.cleared_at,
        used,
        *embargoes.COLUMNS,
    )
    return (
        select(*columns)
        .select_from(LineToTakeRow)
        .join(LineVersionRow, LineVersionRow.line_to_take_id == LineToTakeRow.id)
        .outerjoin(TopicRow, LineToTakeRow.topic_id == TopicRow.id)
        .outerjoin(StaffRow, LineToTakeRow.owner_id == StaffRow.id)
        .outerjoin(ReleaseRow, LineToTakeRow.release_id == ReleaseRow.id)
        .where(LineVersionRow.number == search.newest_number())
    )


def _listed(session: Session, query: Select[Any]) -> tuple[LineSummary, ...]:
    return tuple(_told(*row) for row in session.execute(query))


def _told(line_id: int, title: str, topic: str, kind: str, state: str, *rest: Any) -> LineSummary:
    *facts, embargo, until, reason = rest
    line = LineSummary(line_id, title, topic, LineKind(kind), LineState(state), *facts)
    return replace(line, embargo=embargoes.embargo_from(embargo, until, reason))


def _uses(session: Session, line_id: int) -> tuple[LineUse, ...]:
    """Return the answers that have a line's words, newest first, then what it stands beside."""
    enquiry = (EnquiryRow.id, EnquiryRow.reference, EnquiryRow.subject)
    answers = (
        select(*enquiry, LineVersionRow.number, AnswerRow.given_at, AnswerRow.given_by)
        .join(AnswerRow, AnswerRow.enquiry_id == EnquiryRow.id)
        .join(AnswerLineRow, AnswerLineRow.answer_id == AnswerRow.id)
        .join(LineVersionRow, LineVersionRow.id == AnswerLineRow.line_version_id)
        .where(LineVersionRow.line_to_take_id == line_id)
        .order_by(AnswerRow.given_at.desc(), AnswerRow.id.desc())
    )
    used = [LineUse(*found) for found in session.execute(answers)]
    beside_only = (
        select(*enquiry)
        .join(EnquiryLineRow, EnquiryLineRow.enquiry_id == EnquiryRow.id)
        .where(EnquiryLineRow.line_to_take_id == line_id)
        .where(EnquiryRow.id.not_in([use.enquiry_id for use in used]))
        .order_by(EnquiryRow.id.desc())
    )
    return (*used, *(LineUse(*found, number=0) for found in session.execute(beside_only)))
