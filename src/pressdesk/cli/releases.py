"""``pressdesk releases``: take in, list, show."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pressdesk.bootstrap import Services
from pressdesk.cli.embargoed import let_out, mark
from pressdesk.cli.printing import AsJson, Despite, show, why_said
from pressdesk.cli.release_printed import printed
from pressdesk.cli.start import services_of
from pressdesk.domain.embargo import Use
from pressdesk.domain.word_diff import Change, Stretch
from pressdesk.errors import NotFound
from pressdesk.intake.documents.spreadsheet import PARTS
from pressdesk.intake.folders import files_in
from pressdesk.services.releases import TakenIn, Told
from pressdesk.services.sheets import ENDINGS
from pressdesk.storage.release_versions import Version
from pressdesk.storage.releases import Release

app = typer.Typer(help="Press releases.", no_args_is_help=True)

Row = dict[str, str | int]
"""A line of the report, as ``--json`` prints it."""

NO_HEADLINE = "No headline"
LARGEST_NUMBER = 2**63 - 1
"""No database gives a larger one."""

ReleaseNumber = Annotated[
    int, typer.Argument(min=1, max=LARGEST_NUMBER, help="The number that the list prints.")
]


@app.command()
def add(
    context: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(
            help="Text, Markdown, web pages, Word, PDF, feeds (RSS, Atom), a CSV of many; "
            "folders of them; or addresses, like https://…",
            metavar="FILE…",
        ),
    ],
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="PART=HEADING",
            help=f"Of a CSV, which column is which, like body=Text. Parts: {', '.join(PARTS)}.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Take in releases; one that cannot be read is named with the reason, the others come in."""
    services, named = services_of(context), _named(columns or [])
    added, refused, remarks = list[Row](), list[Row](), list[Row]()
    for file, found in _taken_in(services, files, named):
        added += [_added(file, release) for release in found.releases]
        refused += [_told(file, told) for told in found.refused]
        remarks += [_told(file, told) for told in found.remarks]
    lines = [
        *(f"{row['id']}  {row['headline'] or NO_HEADLINE}{_remark(row)}" for row in added),
        *(f"Look again: {_sentence(row)}" for row in remarks),
        *(f"Refused: {_sentence(row)}" for row in refused),
    ]
    show({"added": added, "refused": refused, "remarks": remarks}, lines, as_json=as_json)
    if refused:
        raise typer.Exit(7)


def _added(file: str, release: Release) -> Row:
    state = "known" if release.known else "new version" if release.number > 1 else "new"
    return {
        "id": release.id,
        "headline": release.parts.headline,
        "file": file,
        "version": release.number,
        "state": state,
    }


def _remark(row: Row) -> str:
    if row["state"] == "known":
        return "  (was here already)"
    return f"  (version {row['version']})" if row["state"] == "new version" else ""


def _taken_in(
    services: Services, given: list[str], named: dict[str, str]
) -> Iterator[tuple[str, TakenIn]]:
    for words in given:
        if "://" in words:
            yield words, services.from_web.take_in(words)
            continue
        for file in files_in([Path(words)]):
            is_sheet = named and file.suffix.lower() in ENDINGS
            taken = (
                services.sheets.take_in_named(file, named)
                if is_sheet
                else services.releases.take_in(file)
            )
            yield str(file), taken


def _named(columns: list[str]) -> dict[str, str]:
    pairs = [column.partition("=") for column in columns]
    if wrong := [part for part, mark, heading in pairs if not (mark and heading)]:
        raise typer.BadParameter(f"Write --column PART=HEADING, like body=Text, not “{wrong[0]}”.")
    return {part.strip().lower(): heading for part, _mark, heading in pairs}


def _told(file: str, told: Told) -> Row:
    return {"file": file, "name": told.name, "reason": told.sentence}


def _sentence(row: Row) -> str:
    """Name the file, unless the sentence does."""
    name, reason = str(row["name"]), str(row["reason"])
    return reason if name in reason else f"{name}: {reason}"


@app.command("list")
def list_releases(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="Words that all must be found.")] = "",
    as_json: AsJson = False,
) -> None:
    """List the releases, newest first, or those that hold some words, best first."""
    services = services_of(context)
    rows = services.releases.listed(text)
    lines = [
        f"{row.id}  {row.published_on or '–'}  {row.headline or NO_HEADLINE}"
        f"{mark(services, row.embargo)}"
        for row in rows
    ]
    show(rows, lines or ["Nothing found."], as_json=as_json)


@app.command("show")
def show_release(
    context: typer.Context,
    release: ReleaseNumber,
    despite: Despite = None,
    as_json: AsJson = False,
) -> None:
    """Print one release in its parts."""
    services = services_of(context)
    found = services.releases.show(release)
    let_out(services, (release, found.embargo), despite, as_json=as_json)
    marked = mark(services, found.embargo).strip()
    show(found, [*([marked, ""] if marked else []), *printed(found.parts)], as_json=as_json)


@app.command()
def versions(
    context: typer.Context,
    release: ReleaseNumber,
    compare: Annotated[
        tuple[int, int] | None,
        typer.Option(help="Compare two versions word by word: --compare 1 2.", metavar="OLD NEW"),
    ] = None,
    despite: Despite = None,
    as_json: AsJson = False,
) -> None:
    """List the versions of a release, or compare two: [-taken out-] {+put in+}."""
    services = services_of(context)
    if compare is None:
        found = services.releases.versions(release)
        show([_version(one) for one in found], map(_version_line, found), as_json=as_json)
        return
    embargo = services.releases.show(release).embargo
    let_out(services, (release, embargo), despite, as_json=as_json)
    stretches = services.releases.compare(release, *compare)
    show(stretches, ["".join(map(_marked, stretches))], as_json=as_json)


def _version(version: Version) -> dict[str, object]:
    return {
        "number": version.number,
        "headline": version.parts.headline,
        "added_at": version.added_at,
        "added_by": version.added_by,
        "source_name": version.source_name,
        "source_url": version.source_url,
        "original": version.original,
        "corrected_at": version.corrected_at,
        "corrected_by": version.corrected_by,
    }


def _version_line(version: Version) -> str:
    where = version.source_url or version.source_name
    corrected = f", corrected by {version.corrected_by}" if version.corrected_by else ""
    return (
        f"{version.number}  {version.added_at:%Y-%m-%d %H:%M} UTC  "
        f"{version.added_by}, from {where}{corrected}"
    )


def _marked(stretch: Stretch) -> str:
    """Mark words as ``git diff --word-diff`` does; the space behind them stays outside."""
    signs = {Change.TAKEN_OUT: ("[-", "-]"), Change.PUT_IN: ("{+", "+}")}
    before, after = signs.get(stretch.change, ("", ""))
    words = stretch.words.rstrip()
    return f"{before}{words}{after}{stretch.words[len(words) :]}"


@app.command()
def original(
    context: typer.Context,
    release: ReleaseNumber,
    target: Annotated[Path, typer.Argument(help="Where to write it.", metavar="FILE")],
    despite: Despite = None,
) -> None:
    """Write the file that a release came in."""
    services = services_of(context)
    found = services.releases.show(release).original
    if found is None:
        raise NotFound("This release was pasted as text, so there is no file of it.")
    services.embargoes.use(release, Use.EXPORT, despite)
    services.files.save_as(found, target)
    show({"file": str(target)}, [f"{found.name} was written to {target}."], as_json=False)


@app.command()
def suggest(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="What is asked, in any words.")],
    limit: Annotated[int, typer.Option(min=1, max=50, help="How many at most.")] = 3,
    as_json: AsJson = False,
) -> None:
    """Suggest the releases that bear on a question, best first, with the words that matched."""
    services = services_of(context)
    rows, now = services.releases.bearing_on(question, limit), services.context.clock.now()
    found = [
        {
            "id": row.id,
            "title": row.headline,
            "score": row.score,
            "strength": row.strength,
            "matched": row.matched,
            "linked": row.linked,
            "passage": "" if row.embargo.holds(now) else row.passage.words,
            "embargoed": row.embargo.holds(now),
            "embargo": row.embargo,
        }
        for row in rows
    ]
    lines = [
        f"{row.id}  {row.headline or NO_HEADLINE}"
        f"  ({why_said(row.strength, row.matched, row.linked)}){mark(services, row.embargo)}"
        for row in rows
    ]
    show(found, lines or ["No release fits this question."], as_json=as_json)
