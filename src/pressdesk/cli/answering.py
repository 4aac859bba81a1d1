"""``pressdesk enquiries``: what is done with one, each act by its reference."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from pressdesk.cli.enquiries import Many, Reference, found, tell
from pressdesk.cli.printing import AsJson, Despite, show
from pressdesk.cli.releases import ReleaseNumber
from pressdesk.cli.start import services_of
from pressdesk.cli.times import instant
from pressdesk.cli.words import Words, said
from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.closing import Ending
from pressdesk.domain.enquiries import (
    Answer,
    Channel,
    Enquiry,
    EnquiryForm,
    EnquiryType,
    Status,
    Terms,
    form_of,
)
from pressdesk.domain.lines_to_take import UsedLine
from pressdesk.domain.questions import QuestionState
from pressdesk.domain.routing import Route
from pressdesk.domain.said import moment_said
from pressdesk.domain.same_answer import differences
from pressdesk.errors import NotFound

app = typer.Typer()


Number = Annotated[int, typer.Argument(min=1, help="Which question, as printed by show.")]
Foi = Annotated[str, typer.Option("--foi", help="The reference of the FOI request.")]
LeftOpen = Annotated[str, typer.Option(help="Why questions are left open.")]


@app.command()
def answer(
    context: typer.Context,
    reference: Reference,
    words: Words,
    kind: AnswerKind = AnswerKind.SUBSTANTIVE,
    question: Annotated[
        list[int], typer.Option(min=1, help="Which it answers; all that are open if not said.")
    ] = [],  # noqa: B006 - typer's own form
    terms: Terms = Terms.ON_THE_RECORD,
    channel: Channel = Channel.PHONE,
    by: str = "",
    cleared_by: str = "",
    clearance: Annotated[str, typer.Option(help="What it rests on: a template's name.")] = "",
    difference: Annotated[str, typer.Option(help="Why other words than cleared.")] = "",
    given: Annotated[str, typer.Option(help="When it was given; now if not said.")] = "",
    outcome: Annotated[str, typer.Option(help="Close it too, with this outcome.")] = "",
    note: Annotated[str, typer.Option(help="What to keep about the outcome.")] = "",
    despite: Despite = None,
    line: Annotated[
        list[int] | None, typer.Option(help="A line to take that the words come from.")
    ] = None,
    foi: Foi = "",
    left_open: LeftOpen = "",
    as_json: AsJson = False,
) -> None:
    """Record the words that were given, and close the enquiry when an outcome is named."""
    services = services_of(context)
    zone = services.office.facts().hours.zone
    given_at = instant(given, zone) if given else services.context.clock.now()
    enquiry = found(context, reference)
    lines = tuple(UsedLine(number) for number in line or ())
    answered = tuple(_question_id(enquiry, number) for number in question) or None
    answer = Answer(
        *(said(words), terms, by, given_at, channel, cleared_by),
        kind=kind,
        questions=answered,
        basis=clearance,
        difference=difference,
        lines=lines,
    )
    if outcome:
        ending = Ending(outcome, note, foi, left_open)
        services.answering.answer_and_close(enquiry.summary.id, answer, ending, despite=despite)
    else:
        services.answering.answer(enquiry.summary.id, answer, despite=despite)
    tell(context, reference, as_json=as_json)


@app.command()
def compare(
    context: typer.Context, reference: Reference, words: Words, as_json: AsJson = False
) -> None:
    """Say what in some words differs from linked releases and earlier answers; 8 when it does."""
    sources = services_of(context).sources.of(_id(context, reference))
    marks = differences(said(words), sources.texts)
    lines = [
        f"{mark.ours} here, {mark.theirs} in {mark.source}: {mark.their_sentence} ({mark.why})"
        for mark in marks
    ]
    show(marks, lines or ["Nothing differs."], as_json=as_json)
    if marks:
        raise typer.Exit(8)


@app.command()
def mail(
    context: typer.Context,
    reference: Reference,
    target: Annotated[Path, typer.Option("-o", "--output", help="The .eml file to write.")],
    number: Annotated[int, typer.Option(min=0, help="Which answer; the last if not said.")] = 0,
) -> None:
    """Write an answer that was given as a message, which opens as a draft."""
    enquiry = found(context, reference)
    if number > len(enquiry.answers) or not enquiry.answers:
        raise NotFound(f"{reference} has no such answer.")
    words = enquiry.answers[number - 1].words
    services_of(context).sending.write_eml(enquiry.summary.id, words, target)
    typer.echo(f"Written to {target.name}.")


@app.command()
def settle(
    context: typer.Context,
    reference: Reference,
    number: Number,
    state: QuestionState,
    note: Annotated[str, typer.Option(help="Where it was pointed, or why declined.")] = "",
    as_json: AsJson = False,
) -> None:
    """Say what became of one question."""
    enquiry = found(context, reference)
    question_id = _question_id(enquiry, number)
    services_of(context).answering.settle(enquiry.summary.id, question_id, state, note)
    tell(context, reference, as_json=as_json)


@app.command()
def close(
    context: typer.Context,
    reference: Reference,
    outcome: Annotated[str, typer.Option(help="One of the office's outcomes.")],
    note: str = "",
    foi: Foi = "",
    left_open: LeftOpen = "",
    as_json: AsJson = False,
) -> None:
    """Close an enquiry with its outcome; refused (3) while something is left unsaid."""
    services_of(context).answering.close(
        _id(context, reference), outcome, note, foi_reference=foi, left_open=left_open
    )
    tell(context, reference, as_json=as_json)


@app.command()
def reopen(
    context: typer.Context, reference: Reference, reason: str, as_json: AsJson = False
) -> None:
    """Open a closed enquiry again."""
    services_of(context).answering.reopen(_id(context, reference), reason)
    tell(context, reference, as_json=as_json)


@app.command()
def take(context: typer.Context, reference: Reference, as_json: AsJson = False) -> None:
    """Take an enquiry oneself."""
    services_of(context).answering.take(_id(context, reference))
    tell(context, reference, as_json=as_json)


@app.command()
def assign(
    context: typer.Context, reference: Reference, person: str, as_json: AsJson = False
) -> None:
    """Give an enquiry to a member of staff; an empty name gives it to nobody."""
    services_of(context).answering.assign(_id(context, reference), person)
    tell(context, reference, as_json=as_json)


@app.command()
def move(
    context: typer.Context, reference: Reference, status: Status, as_json: AsJson = False
) -> None:
    """Move an enquiry to another state."""
    services_of(context).answering.move(_id(context, reference), status)
    tell(context, reference, as_json=as_json)


@app.command()
def note(
    context: typer.Context, reference: Reference, words: Words, as_json: AsJson = False
) -> None:
    """Keep an internal note."""
    services_of(context).answering.note(_id(context, reference), said(words))
    tell(context, reference, as_json=as_json)


@app.command()
def link(
    context: typer.Context,
    reference: Reference,
    release: ReleaseNumber,
    despite: Despite = None,
    as_json: AsJson = False,
) -> None:
    """Show a release beside an enquiry."""
    services_of(context).answering.link(_id(context, reference), release, despite=despite)
    tell(context, reference, as_json=as_json)


@app.command()
def unlink(
    context: typer.Context, reference: Reference, release: ReleaseNumber, as_json: AsJson = False
) -> None:
    """Take a release away from an enquiry."""
    services_of(context).answering.unlink(_id(context, reference), release)
    tell(context, reference, as_json=as_json)


@app.command()
def attach(
    context: typer.Context, reference: Reference, file: Path, as_json: AsJson = False
) -> None:
    """Keep a copy of a file with an enquiry."""
    kept = services_of(context).files.attach(_id(context, reference), file)
    show(kept, [f"{kept.name}, {kept.size} bytes"], as_json=as_json)


@app.command()
def urgent(
    context: typer.Context, reference: Reference, reason: str, as_json: AsJson = False
) -> None:
    """Make an enquiry urgent from now on; the first decision is kept."""
    decision = services_of(context).enquiries.raise_urgency(_id(context, reference), reason)
    show(decision, [f"{decision.route.label}: {decision.number}", decision.reason], as_json=as_json)


@app.command()
def line(
    context: typer.Context, reference: Reference, used: Route, reason: str, as_json: AsJson = False
) -> None:
    """Record that another line was used than expected."""
    services_of(context).enquiries.override_line(_id(context, reference), used, reason)
    tell(context, reference, as_json=as_json)


@app.command()
def correct(
    context: typer.Context,
    reference: Reference,
    journalist: str | None = None,
    outlet: str | None = None,
    question: Annotated[list[str], Many] = [],  # noqa: B006 - typer's own form
    subject: str | None = None,
    deadline: str | None = None,
    call_back: str | None = None,
    email: str | None = None,
    channel: Channel | None = None,
    kind: Annotated[EnquiryType | None, typer.Option("--type")] = None,
    topic: Annotated[list[str], Many] = [],  # noqa: B006 - typer's own form
    received: Annotated[str, typer.Option(help="When it came in.")] = "",
    publication: str | None = None,
    finished: Annotated[bool, typer.Option("--finished", help="Nothing is missing now.")] = False,
    as_json: AsJson = False,
) -> None:
    """Change the facts that are named; the others stay. Questions and topics are replaced."""
    services = services_of(context)
    before = found(context, reference)
    zone = services.office.facts().hours.zone
    typed = {
        "journalist": journalist,
        "outlet": outlet,
        "questions": tuple(question) or None,
        "subject": subject,
        "deadline_words": deadline,
        "call_back": call_back,
        "email": email,
        "channel": channel,
        "type": kind,
        "topics": tuple(topic) or None,
        "received_at": instant(received, zone) if received else None,
        "publication": publication,
        "finished": finished or None,
    }
    form = _corrected(before, {name: value for name, value in typed.items() if value is not None})
    services.enquiries.correct(before.summary.id, before.version, form)
    tell(context, reference, as_json=as_json)


@app.command()
def history(context: typer.Context, reference: Reference, as_json: AsJson = False) -> None:
    """Print every change of an enquiry, oldest first."""
    services = services_of(context)
    told = services.enquiries.story(_id(context, reference))
    zone = services.office.facts().hours.zone
    lines = [f"{moment_said(one.at, zone)}  {one.actor}: {one.sentence}" for one in told]
    show(told, lines, as_json=as_json)


def _corrected(before: Enquiry, changes: dict[str, Any]) -> EnquiryForm:
    """Return the facts with the changes; ids and instants give way to words typed anew."""
    if not changes.keys().isdisjoint(("journalist", "outlet")):
        changes["journalist_id"] = None
    if "deadline_words" in changes:
        changes["deadline_at"] = None
    return replace(form_of(before), **changes)


def _question_id(enquiry: Enquiry, number: int) -> int:
    if number > len(enquiry.asked):
        raise NotFound(f"{enquiry.summary.reference} has no question {number}.")
    return enquiry.asked[number - 1].id


def _id(context: typer.Context, reference: str) -> int:
    return found(context, reference).summary.id
