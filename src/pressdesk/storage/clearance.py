"""Clearance: templates, requests and their steps."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pressdesk.domain.clearance import (
    LIVE,
    Clearance,
    ClearanceState,
    Step,
    StepState,
    Template,
    first_states,
    hashed,
)
from pressdesk.errors import NotFound, Refused
from pressdesk.storage.office import IN_USE
from pressdesk.storage.tables.clearance import (
    ClearanceRow,
    ClearanceStepRow,
    ClearanceTemplateRow,
)
from pressdesk.storage.tables.enquiries import AnswerRow


def templates(session: Session) -> tuple[Template, ...]:
    """Return the templates in the office's order."""
    order = (ClearanceTemplateRow.position, ClearanceTemplateRow.id)
    return tuple(
        Template(row.name, _lines(row.steps), row.in_order, _lines(row.informs), row.active, row.id)
        for row in session.scalars(select(ClearanceTemplateRow).order_by(*order))
    )


def template_named(session: Session, name: str) -> Template:
    """Return a template in use by its name in any case; raise NotFound with the choices."""
    known = [template for template in templates(session) if template.active]
    for template in known:
        if template.name.lower() == name.strip().lower():
            return template
    choices = ", ".join(template.name for template in known)
    raise NotFound(f"There is no clearance “{name}”. Choose one of: {choices}.")


def save_template(session: Session, template: Template) -> int:
    """Keep one template; a new one comes last. Return the id."""
    row = session.get(ClearanceTemplateRow, template.id) if template.id else None
    if row is None:
        last = session.scalar(select(func.max(ClearanceTemplateRow.position)))
        row = ClearanceTemplateRow(position=0 if last is None else last + 1)
        session.add(row)
    row.name, row.in_order, row.active = template.name, template.in_order, template.active
    row.steps, row.informs = "\n".join(template.steps), "\n".join(template.informs)
    session.flush()
    return row.id


def remove_template(session: Session, template_id: int) -> None:
    """Take away a template that nothing rests on; raise Refused when something does."""
    row = session.get(ClearanceTemplateRow, template_id)
    if row is None:
        raise NotFound("This kind is no longer there.")
    uses = (
        select(ClearanceRow.id).where(ClearanceRow.template == row.name),
        select(AnswerRow.id).where(AnswerRow.basis == row.name),
    )
    if any(session.scalar(use.limit(1)) is not None for use in uses):
        raise Refused(IN_USE.format(row.name))
    session.delete(row)


def ask(
    session: Session, enquiry_id: int, words: str, template: Template, asked: tuple[str, datetime]
) -> int:
    """Keep a new request, ``asked`` by whom and when; return its id."""
    person, now = asked
    row = ClearanceRow(
        enquiry_id=enquiry_id,
        template=template.name,
        words=words,
        sha256=hashed(words),
        state=ClearanceState.ASKED,
        in_order=template.in_order,
        informs="\n".join(template.informs),
        asked_by=person,
        asked_at=now,
    )
    session.add(row)
    session.flush()
    states = first_states(len(template.steps), in_order=template.in_order)
    for position, (name, state) in enumerate(zip(template.steps, states, strict=True)):
        session.add(
            ClearanceStepRow(
                enquiry_id=enquiry_id,
                clearance_id=row.id,
                position=position,
                name=name,
                state=state,
                asked_at=now if state is StepState.ASKED else None,
                by="",
                noted_by="",
                words="",
            )
        )
    return row.id


def row(session: Session, clearance_id: int) -> ClearanceRow:
    """Return the row of a request; raise NotFound."""
    found = session.get(ClearanceRow, clearance_id)
    if found is None:
        raise NotFound("There is no such request for clearance.")
    return found


def live_rows(session: Session, enquiry_id: int) -> Iterable[ClearanceRow]:
    """Return the rows of an enquiry that are live; one at most."""
    return session.scalars(
        select(ClearanceRow).where(
            ClearanceRow.enquiry_id == enquiry_id, ClearanceRow.state.in_(LIVE)
        )
    ).all()


def step_row(session: Session, step_id: int) -> ClearanceStepRow:
    """Return the row of a step; raise NotFound."""
    found = session.get(ClearanceStepRow, step_id)
    if found is None:
        raise NotFound("There is no such step of clearance.")
    return found


def step_rows(session: Session, clearance_id: int) -> tuple[ClearanceStepRow, ...]:
    """Return the rows of the steps of a request, in their order."""
    query = select(ClearanceStepRow).where(ClearanceStepRow.clearance_id == clearance_id)
    return tuple(session.scalars(query.order_by(ClearanceStepRow.position)))


def waiting_steps(session: Session) -> tuple[tuple[int, Step], ...]:
    """Return the steps that were asked and have not answered, with the ids of their enquiries."""
    query = (
        select(ClearanceStepRow)
        .join(ClearanceRow, ClearanceStepRow.clearance_id == ClearanceRow.id)
        .where(ClearanceRow.state == ClearanceState.ASKED)
        .where(ClearanceStepRow.state == StepState.ASKED)
        .order_by(ClearanceStepRow.asked_at, ClearanceStepRow.id)
    )
    return tuple((row.enquiry_id, _step(row)) for row in session.scalars(query))


def of_enquiry(session: Session, enquiry_id: int) -> tuple[Clearance, ...]:
    """Return the requests of an enquiry, the latest first."""
    query = select(ClearanceRow).where(ClearanceRow.enquiry_id == enquiry_id)
    return tuple(
        Clearance(
            row.id,
            row.template,
            row.words,
            row.sha256,
            ClearanceState(row.state),
            row.in_order,
            row.asked_by,
            row.asked_at,
            tuple(_step(step) for step in step_rows(session, row.id)),
            _lines(row.informs),
        )
        for row in session.scalars(query.order_by(ClearanceRow.id.desc()))
    )


def _step(row: ClearanceStepRow) -> Step:
    return Step(
        row.id,
        row.name,
        StepState(row.state),
        row.asked_at,
        row.chased_at,
        row.settled_at,
        row.by,
        row.noted_by,
        row.words,
    )


def _lines(kept: str) -> tuple[str, ...]:
    return tuple(line for line in kept.split("\n") if line)
