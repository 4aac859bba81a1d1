"""``pressdesk foi``: a calendar year of the log in figures, and its rows without people."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from pressdesk.cli.exporting import by_ending, telling
from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.domain.contacts import counted
from pressdesk.domain.disclosed_words import Decided, Removal, word_key
from pressdesk.domain.disclosure import figures_said
from pressdesk.export.writing import Format
from pressdesk.services.disclosure import Disclosed, Disclosures, Look


def foi(
    context: typer.Context,
    year: Annotated[int, typer.Option(help="The calendar year of receipt.")] = 0,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file to publish.")
    ] = None,
    removals: Annotated[
        Path | None,
        typer.Option(help="The list of what was removed; otherwise beside the file."),
    ] = None,
    format: Annotated[  # noqa: A002
        Format | None, typer.Option(help="The kind of file; otherwise by its ending, or CSV.")
    ] = None,
    keep: Annotated[
        list[str] | None, typer.Option(help="A word that is no name, like May.", metavar="WORD")
    ] = None,
    remove: Annotated[
        list[str] | None,
        typer.Option(help="A name that is to go too, doubtful or not known.", metavar="WORD"),
    ] = None,
    notes: Annotated[bool, typer.Option("--notes", help="With the internal notes.")] = False,
    figures: Annotated[
        bool, typer.Option("--figures", help="Only the figures: of the year, or of every one.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Disclose a year of the log: figures, the rule they are counted by, rows without people.

    Without a file it only says what there would be. A second file lists every removal, the
    doubtful words that were left in first: read it through before the first one goes out.
    """
    disclosures = services_of(context).disclosures
    kind = format or by_ending(output or Path())
    if not year and not figures:
        raise typer.BadParameter("Name the year, like --year 2025.")
    if figures:
        _figures(disclosures, (year,) if year else disclosures.years(), kind, output, as_json)
        return
    asked = Disclosed(year, kind, _decided(keep or [], remove or []), notes)
    with telling(disclosures.count(year)) as watch:
        if output is None:
            look = disclosures.look(asked, watch)
        else:
            beside = removals or output.with_name(f"{output.stem} removals{output.suffix}")
            written = disclosures.write(asked, output, beside, watch)
    if output is None:
        show(look, _looked(look), as_json=as_json)
        return
    rows, removed = counted(written.rows, "enquiry"), counted(written.removed, "place")
    lines = (
        figures_said(disclosures.figures(year)),
        f"{rows.capitalize()} written to {output}.",
        f"{removed.capitalize()} taken out, {written.left:,} left in; all listed in {beside}.",
    )
    value = {"file": str(output), "removals": str(beside), "written": written}
    show(value, lines, as_json=as_json)


def _decided(keep: list[str], remove: list[str]) -> Decided:
    taken = frozenset(map(word_key, remove))
    return Decided(frozenset(map(word_key, keep)), taken, also=tuple(remove))


def _figures(
    disclosures: Disclosures,
    years: tuple[int, ...],
    kind: Format,
    output: Path | None,
    as_json: bool,
) -> None:
    every = [disclosures.figures(year) for year in years]
    if output is not None:
        disclosures.write_figures(years, kind, output)
    lines = [*map(figures_said, every), disclosures.rule()]
    show({"years": every, "rule": disclosures.rule()}, lines, as_json=as_json)


def _looked(look: Look) -> Iterable[str]:
    yield figures_said(look.figures)
    yield look.rule
    taken = sum(one.removed for one in look.removals)
    left = len(look.removals) - taken
    yield f"{counted(taken, 'place').capitalize()} to take out; {left:,} left in."
    for one in look.removals:
        if not one.removed:
            yield _doubt(one)


def _doubt(one: Removal) -> str:
    around = " ".join(f"{one.before}[{one.place.words}]{one.after}".split())
    return f"Doubtful: {one.place.said}: …{around}…"
