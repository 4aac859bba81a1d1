"""``pressdesk lines``: lines to take, written, cleared, withdrawn and found."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

import typer

from pressdesk.bootstrap import Services
from pressdesk.cli.embargoed import goes_out, held_back, let_out, mark
from pressdesk.cli.printing import AsJson, Despite, show, why_said
from pressdesk.cli.releases import LARGEST_NUMBER
from pressdesk.cli.start import services_of
from pressdesk.cli.times import day
from pressdesk.cli.words import Words, said
from pressdesk.domain.lines_to_take import (
    LineForm,
    LineKind,
    LineQuery,
    LineState,
    LineSummary,
    LineToTake,
    LineUse,
    cleared_said,
)
from pressdesk.domain.local_time import local_day

app = typer.Typer(help="Lines to take.", no_args_is_help=True)

LineNumber = Annotated[
    int, typer.Argument(min=1, max=LARGEST_NUMBER, help="The number that the list prints.")
]


@app.command("list")
def list_lines(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="Words that all must be found.")] = "",
    topic: str = "",
    kind: LineKind | None = None,
    state: LineState | None = None,
    as_json: AsJson = False,
) -> None:
    """List the lines by title, or those that hold some words, best first."""
    services = services_of(context)
    rows = services.lines_to_take.listed(LineQuery(text, topic, kind, state))
    rows = _to_print(services, rows, as_json=as_json)
    show(rows, [_line(context, row) for row in rows] or ["Nothing found."], as_json=as_json)


@app.command("show")
def show_line(
    context: typer.Context, line: LineNumber, despite: Despite = None, as_json: AsJson = False
) -> None:
    """Print one line with its versions and where it was used."""
    services = services_of(context)
    found = services.lines_to_take.show(line)
    if found.release_id is not None:
        release = found.release_id, found.summary.embargo
        let_out(services, release, despite, as_json=as_json)
    show(found, _whole(context, found), as_json=as_json)


@app.command()
def add(
    context: typer.Context,
    title: str,
    words: Words,
    topic: str = "",
    kind: LineKind = LineKind.IF_ASKED,
    owner: Annotated[str, typer.Option(help="Whose it is; yours if not said.")] = "",
    release: Annotated[int | None, typer.Option(help="The release it comes from.")] = None,
    as_json: AsJson = False,
) -> None:
    """Write a new line; it is a draft until it is cleared."""
    form = LineForm(title, said(words), topic, kind, owner, release)
    _tell(context, services_of(context).lines_to_take.add(form), as_json=as_json)


@app.command()
def reword(context: typer.Context, line: LineNumber, words: Words, as_json: AsJson = False) -> None:
    """Give a line other words: a new version, which must be cleared."""
    lines = services_of(context).lines_to_take
    kept = lines.show(line)
    lines.edit(line, kept.version, replace(kept.form, words=said(words)))
    _tell(context, line, as_json=as_json)


@app.command()
def clear(
    context: typer.Context,
    line: LineNumber,
    by: Annotated[str, typer.Option(help="Who cleared the words.")],
    review: Annotated[str, typer.Option(help="To be looked at again by, like 2026-11-30.")],
    as_json: AsJson = False,
) -> None:
    """Freeze the words of a line as cleared."""
    lines = services_of(context).lines_to_take
    lines.clear(line, lines.show(line).version, by, day(review))
    _tell(context, line, as_json=as_json)


@app.command()
def withdraw(
    context: typer.Context, line: LineNumber, reason: str, as_json: AsJson = False
) -> None:
    """Take a line out of use, and print the answers that used it."""
    services_of(context).lines_to_take.withdraw(line, reason)
    _tell(context, line, as_json=as_json)


@app.command()
def suggest(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="What is asked, in any words.")],
    limit: Annotated[int, typer.Option(min=1, max=50, help="How many at most.")] = 3,
    as_json: AsJson = False,
) -> None:
    """Suggest the cleared lines that bear on a question, best first."""
    services = services_of(context)
    rows = services.lines_to_take.bearing_on(question, limit)
    rows = _to_print(services, rows, as_json=as_json)
    lines = [
        f"{row.id}  {row.title}  ({why_said(row.strength, row.matched, row.linked)})"
        f"{mark(services, row.embargo)}\n    “{row.words}”"
        for row in rows
    ]
    show(rows, lines or ["No line fits this question."], as_json=as_json)


def _tell(context: typer.Context, line_id: int, *, as_json: bool) -> None:
    services = services_of(context)
    line = services.lines_to_take.show(line_id)
    if goes_out(as_json=as_json):
        line = _held_back(services, line)
    show(line, _whole(context, line), as_json=as_json)


def _to_print(
    services: Services, rows: Iterable[LineSummary], *, as_json: bool
) -> tuple[LineSummary, ...]:
    """Return lines without the words under embargo, where these would go to another program."""
    out = goes_out(as_json=as_json)
    return tuple(_without_words(services, row) if out else row for row in rows)


def _without_words(services: Services, row: LineSummary) -> LineSummary:
    return replace(row, words=held_back(services, row.embargo, row.words))


def _held_back(services: Services, line: LineToTake) -> LineToTake:
    embargo = line.summary.embargo
    versions = tuple(
        replace(one, words=held_back(services, embargo, one.words)) for one in line.versions
    )
    return replace(line, summary=_without_words(services, line.summary), versions=versions)


def _whole(context: typer.Context, line: LineToTake) -> list[str]:
    used = [_use(use) for use in line.uses]
    source = [f"From the release “{line.release_headline}”"] if line.release_headline else []
    why = [f"Withdrawn: {line.withdrawn_reason}"] if line.withdrawn_reason else []
    return [
        _line(context, line.summary),
        *source,
        *why,
        "",
        line.summary.words,
        *(f"\nVersion {one.number}: {one.words}" for one in line.versions[1:]),
        *(["", "Used in", *used] if used else []),
    ]


def _line(context: typer.Context, line: LineSummary) -> str:
    services = services_of(context)
    today = services.lines_to_take.today()
    zone = services.office.facts().hours.zone
    cleared_on = local_day(line.cleared_at, zone) if line.cleared_at else None
    about = " · ".join(
        filter(
            None,
            (line.topic, line.kind.label, line.state.label, cleared_said(line, cleared_on, today)),
        )
    )
    return f"{line.id}  {line.title}  ({about}){mark(services, line.embargo)}"


def _use(use: LineUse) -> str:
    if use.answered_at is None:
        return f"{use.reference}  {use.subject}  (beside it, no answer yet)"
    return f"{use.reference}  {use.subject}  (version {use.number}, {use.given_by})"
