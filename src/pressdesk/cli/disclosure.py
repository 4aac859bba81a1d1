"""``pressdesk foi``: a calendar year of the log in figures, and its rows without people."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from pressdesk.cli.exporting import by_ending, telling
from pressdesk.cli.option_groups import grouped
from pressdesk.cli.printing import AsJson, show
from pressdesk.cli.start import services_of
from pressdesk.domain.contacts import counted
from pressdesk.domain.disclosed_words import Decided, Removal, word_key
from pressdesk.domain.disclosure import YearFigures, figures_said
from pressdesk.export.writing import Format
from pressdesk.services.disclosure import Disclosed, Disclosures, Look, Written, list_beside


@dataclass(frozen=True)
class Decisions:
    """What is decided about words, by options."""

    keep: Annotated[
        list[str] | None, typer.Option(help="A word that is no name, like May.", metavar="WORD")
    ] = None
    remove: Annotated[
        list[str] | None,
        typer.Option(help="A name that is to go too, doubtful or not known.", metavar="WORD"),
    ] = None

    def decided(self) -> Decided:
        """Return the same as a disclosure takes it."""
        gone = tuple(self.remove or ())
        kept = frozenset(map(word_key, self.keep or ()))
        return Decided(kept, frozenset(map(word_key, gone)), also=gone)


@dataclass(frozen=True)
class Target:
    """Where a disclosure goes: the file to publish, and the list of what was removed."""

    output: Annotated[Path | None, typer.Option("--output", "-o", help="The file to publish.")] = (
        None
    )
    removals: Annotated[
        Path | None,
        typer.Option(help="The list of what was removed; otherwise beside the file."),
    ] = None
    format: Annotated[
        Format | None, typer.Option(help="The kind of file; otherwise by its ending, or CSV.")
    ] = None

    @property
    def kind(self) -> Format:
        """The kind of file."""
        return self.format or by_ending(self.output or Path())

    def beside(self, output: Path) -> Path:
        """Return where the list of what was removed goes."""
        return self.removals or list_beside(output, self.kind)


@grouped
def foi(
    context: typer.Context,
    target: Target,
    decisions: Decisions,
    year: Annotated[int, typer.Option(help="The calendar year of receipt.")] = 0,
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
    if not year and not figures:
        raise typer.BadParameter("Name the year, like --year 2025.")
    if figures:
        _figures(disclosures, (year,) if year else disclosures.years(), target, as_json=as_json)
        return
    asked = Disclosed(year, target.kind, decisions.decided(), notes)
    with telling(disclosures.count(year)) as watch:
        if target.output is None:
            look = disclosures.look(asked, watch)
            told: tuple[Any, Iterable[str]] = look, _looked(look)
        else:
            beside = target.beside(target.output)
            written = disclosures.write(asked, target.output, beside, watch)
            value = {"file": str(target.output), "removals": str(beside), "written": written}
            told = value, _written(disclosures.figures(year), written, target.output, beside)
    show(*told, as_json=as_json)


def _written(figures: YearFigures, written: Written, output: Path, beside: Path) -> Iterable[str]:
    rows, removed = counted(written.rows, "enquiry"), counted(written.removed, "place")
    yield figures_said(figures)
    yield f"{rows.capitalize()} written to {output}."
    yield f"{removed.capitalize()} taken out, {written.left:,} left in; all listed in {beside}."


def _figures(
    disclosures: Disclosures, years: tuple[int, ...], target: Target, *, as_json: bool
) -> None:
    every = [disclosures.figures(year) for year in years]
    if target.output is not None:
        disclosures.write_figures(years, target.kind, target.output)
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
