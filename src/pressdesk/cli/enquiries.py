"""``pressdesk enquiries``: log, list, show; the rest stands in ``acts`` and ``answering``."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Annotated

import typer

from pressdesk.cli.facts import Facts
from pressdesk.cli.log_filters import LogFilters
from pressdesk.cli.option_groups import grouped
from pressdesk.cli.printing import AsJson, Despite, show
from pressdesk.cli.releases import LARGEST_NUMBER
from pressdesk.cli.start import services_of
from pressdesk.domain.clocks import clocks_of, clocks_said, standings
from pressdesk.domain.enquiries import (
    Answer,
    Enquiry,
    EnquiryForm,
    EnquirySummary,
)
from pressdesk.domain.informing import ForInformation, informed_said
from pressdesk.domain.questions import Question
from pressdesk.domain.routing import Route
from pressdesk.domain.said import day_said, moment_said
from pressdesk.domain.targets import NAMES, target_said
from pressdesk.storage.enquiry_lists import Page

app = typer.Typer(help="Enquiries: the desk and the log.", no_args_is_help=True)

Reference = Annotated[str, typer.Argument(help="Like ENQ-2026-00421.")]
NUMBERS = typer.Option(min=1, max=LARGEST_NUMBER, help="A release's number; repeat for more.")


class Urgent(StrEnum):
    """What the press officer says of urgency; nothing leaves it to the rules."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True)
class Judged:
    """What the press officer says against the rules, each with a reason."""

    urgent: Urgent | None = None
    urgent_reason: str = ""
    line: Annotated[Route | None, typer.Option(help="The line used, if not the expected.")] = None
    line_reason: str = ""


@app.command()
@grouped
def add(
    context: typer.Context,
    facts: Facts,
    judged: Judged,
    note: str = "",
    release: Annotated[list[int], NUMBERS] = [],  # noqa: B006 - typer's own form
    unfinished: Annotated[bool, typer.Option("--unfinished", help="To finish later.")] = False,
    despite: Despite = None,
    as_json: AsJson = False,
) -> None:
    """Log an enquiry and print its reference and where it belongs."""
    services = services_of(context)
    said = facts.said(services.office.facts().hours.zone)
    form = EnquiryForm(
        **{"received_at": services.context.clock.now()} | said,
        urgent=None if judged.urgent is None else judged.urgent is Urgent.YES,
        urgent_reason=judged.urgent_reason,
        line_used=judged.line,
        override_reason=judged.line_reason,
        notes=note,
        release_ids=tuple(release),
        finished=not unfinished,
    )
    logged = services.enquiries.log(form, despite=despite)
    decision = logged.decision
    lines = [logged.reference, f"{decision.route.label}: {decision.number}", decision.reason]
    show(logged, lines, as_json=as_json)


@app.command("list")
@grouped
def list_enquiries(
    context: typer.Context,
    filters: LogFilters,
    text: Annotated[str, typer.Argument(help="Words that all must be found.")] = "",
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 100,
    only_open: Annotated[bool, typer.Option("--open", help="The desk: open ones only.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the log, newest first, or the desk."""
    services = services_of(context)
    query = filters.query(context, text)
    now = services.context.clock.now()
    rows = (
        services.desk.open_enquiries().enquiries[:limit]
        if only_open
        else services.desk.page(query, Page(limit))
    )
    lines = [_line(row) + (" · past target" if row.past_target(now) else "") for row in rows]
    show(rows, lines or ["Nothing found."], as_json=as_json)


@app.command("show")
def show_enquiry(context: typer.Context, reference: Reference, as_json: AsJson = False) -> None:
    """Print one enquiry, whole."""
    services = services_of(context)
    enquiry = services.enquiries.find(reference)
    now, hours = services.context.clock.now(), services.office.facts().hours
    zone, targets = hours.zone, standings(enquiry, now)
    people = enquiry.for_information(services.clearances.templates())
    received = moment_said(enquiry.summary.received_at, zone)
    lines = [
        f"{_line(enquiry.summary)}",
        f"Received {received} by {enquiry.channel.label.lower()}, taken by {enquiry.taken_by}",
        f"{enquiry.decision.route.label}: {enquiry.decision.reason}",
        clocks_said(clocks_of(enquiry.answers), enquiry.summary.received_at),
        *(
            f"Clearance: {one.template}, {one.state.label.lower()}"
            + (f", {one.cleared_by}" if one.cleared_by else "")
            for one in reversed(enquiry.clearances)
        ),
        *(f"Target: {NAMES[one.target.kind]} by {target_said(one, now, hours)}" for one in targets),
        *(_question(number, one) for number, one in enumerate(enquiry.asked, start=1)),
        *(f"Release: {release.headline}" for release in enquiry.releases),
        *(_answer(answer) for answer in enquiry.answers),
        *(
            f"Promise {number}, {one.state.label.lower()}, by {moment_said(one.due_at, zone)}: "
            f"{one.words}"
            for number, one in enumerate(enquiry.promises, start=1)
        ),
        *information(context, people),
        *(f"Note by {note.author}: {note.words}" for note in enquiry.notes),
        *([f"Outcome: {enquiry.summary.outcome}"] if enquiry.summary.outcome else []),
        *(
            [f"FOI {enquiry.foi_reference}, answer due {day_said(enquiry.foi_due)}"]
            if enquiry.foi_due
            else []
        ),
    ]
    # The words alone as well: what reads our JSON need not know how a question was settled.
    told = asdict(enquiry) | {"questions": enquiry.questions, "targets": targets}
    told["for_information"] = people
    show(told, lines, as_json=as_json)


def _question(number: int, question: Question) -> str:
    note = f" ({question.note})" if question.note else ""
    return f"{number}. {question.words} – {question.state.label}{note}"


def _answer(answer: Answer) -> str:
    said = f"{answer.kind.label}, {answer.terms.label}, {answer.given_by}: {answer.words}"
    if answer.cleared_words:
        said += f" (cleared was: {answer.cleared_words} Given otherwise: {answer.difference})"
    return said


def information(context: typer.Context, people: Iterable[ForInformation]) -> list[str]:
    """Return the lines that say who is told for information, and who was."""
    services = services_of(context)
    now, zone = services.context.clock.now(), services.office.facts().hours.zone
    return [f"For information: {one.name}, {informed_said(one, now, zone)}" for one in people]


def found(context: typer.Context, reference: str) -> Enquiry:
    """Return the enquiry that a command names."""
    return services_of(context).enquiries.find(reference)


def tell(context: typer.Context, reference: str, *, as_json: bool) -> None:
    """Print an enquiry as it is after an act."""
    enquiry = found(context, reference)
    show(enquiry, [_line(enquiry.summary)], as_json=as_json)


def _line(row: EnquirySummary) -> str:
    who = ", ".join(filter(None, (row.journalist, row.outlet)))
    return f"{row.reference}  {row.state:<18}  {row.line_used.label:<12}  {row.subject} ({who})"
