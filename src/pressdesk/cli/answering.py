"""``pressdesk enquiries``: an enquiry answered, its questions settled, closed and opened again."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer

from pressdesk.bootstrap import Services
from pressdesk.cli.enquiries import Reference, found, tell
from pressdesk.cli.option_groups import grouped
from pressdesk.cli.printing import AsJson, Despite, show
from pressdesk.cli.start import services_of
from pressdesk.cli.times import instant
from pressdesk.cli.words import Words, said
from pressdesk.domain.answers import AnswerKind
from pressdesk.domain.closing import Ending
from pressdesk.domain.enquiries import Answer, Channel, Enquiry, Terms
from pressdesk.domain.lines_to_take import UsedLine
from pressdesk.domain.questions import QuestionState
from pressdesk.domain.same_answer import differences
from pressdesk.errors import NotFound

app = typer.Typer()


Number = Annotated[int, typer.Argument(min=1, help="Which question, as printed by show.")]


@dataclass(frozen=True)
class Given:
    """How words were given, on what they rest, and what they answer."""

    kind: AnswerKind = AnswerKind.SUBSTANTIVE
    question: Annotated[
        list[int], typer.Option(min=1, help="Which it answers; all that are open if not said.")
    ] = field(default_factory=list)
    terms: Terms = Terms.ON_THE_RECORD
    channel: Channel = Channel.PHONE
    by: str = ""
    cleared_by: str = ""
    clearance: Annotated[str, typer.Option(help="What it rests on: a template's name.")] = ""
    difference: Annotated[str, typer.Option(help="Why other words than cleared.")] = ""
    given: Annotated[str, typer.Option(help="When it was given; now if not said.")] = ""
    line: Annotated[list[int], typer.Option(help="A line to take that the words come from.")] = (
        field(default_factory=list)
    )

    def answer(self, words: str, enquiry: Enquiry, services: Services) -> Answer:
        """Return the answer; raise NotFound for a question that is not asked."""
        zone = services.office.facts().hours.zone
        given_at = instant(self.given, zone) if self.given else services.context.clock.now()
        return Answer(
            *(words, self.terms, self.by, given_at, self.channel, self.cleared_by),
            kind=self.kind,
            questions=tuple(_question_id(enquiry, number) for number in self.question) or None,
            basis=self.clearance,
            difference=self.difference,
            lines=tuple(UsedLine(number) for number in self.line),
        )


@dataclass(frozen=True)
class Closing:
    """What is said of an outcome."""

    note: Annotated[str, typer.Option(help="What to keep about the outcome.")] = ""
    foi: Annotated[str, typer.Option("--foi", help="The reference of the FOI request.")] = ""
    left_open: Annotated[str, typer.Option(help="Why questions are left open.")] = ""


@app.command()
@grouped
def answer(
    context: typer.Context,
    reference: Reference,
    words: Words,
    given: Given,
    closing: Closing,
    outcome: Annotated[str, typer.Option(help="Close it too, with this outcome.")] = "",
    despite: Despite = None,
    as_json: AsJson = False,
) -> None:
    """Record the words that were given, and close the enquiry when an outcome is named."""
    services, enquiry = services_of(context), found(context, reference)
    answer, act = given.answer(said(words), enquiry, services), services.answering
    if outcome:
        ending = Ending(outcome, closing.note, closing.foi, closing.left_open)
        act.answer_and_close(enquiry.summary.id, answer, ending, despite=despite)
    else:
        act.answer(enquiry.summary.id, answer, despite=despite)
    tell(context, reference, as_json=as_json)


@app.command()
def compare(
    context: typer.Context, reference: Reference, words: Words, as_json: AsJson = False
) -> None:
    """Say what in some words differs from linked releases and earlier answers; 8 when it does."""
    sources = services_of(context).sources.of(found(context, reference).summary.id)
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
@grouped
def close(
    context: typer.Context,
    reference: Reference,
    outcome: Annotated[str, typer.Option(help="One of the office's outcomes.")],
    closing: Closing,
    as_json: AsJson = False,
) -> None:
    """Close an enquiry with its outcome; refused (3) while something is left unsaid."""
    services_of(context).answering.close(
        found(context, reference).summary.id,
        outcome,
        closing.note,
        foi_reference=closing.foi,
        left_open=closing.left_open,
    )
    tell(context, reference, as_json=as_json)


@app.command()
def reopen(
    context: typer.Context, reference: Reference, reason: str, as_json: AsJson = False
) -> None:
    """Open a closed enquiry again."""
    services_of(context).answering.reopen(found(context, reference).summary.id, reason)
    tell(context, reference, as_json=as_json)


def _question_id(enquiry: Enquiry, number: int) -> int:
    if number > len(enquiry.asked):
        raise NotFound(f"{enquiry.summary.reference} has no question {number}.")
    return enquiry.asked[number - 1].id
