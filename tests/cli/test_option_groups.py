"""A group of options is typed one by one and comes whole."""

from dataclasses import dataclass, field
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from pressdesk.cli.option_groups import grouped


@dataclass(frozen=True)
class Where:
    town: str = "Saltmere"
    road: Annotated[list[str], typer.Option("--street", help="Repeat for more.")] = field(
        default_factory=list
    )


app = typer.Typer()


@app.command()
@grouped
def go(name: str, where: Where, loud: bool = False) -> None:
    """Say where somebody goes."""
    said = f"{name}: {where.town} {','.join(where.road)}".strip()
    typer.echo(said.upper() if loud else said)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["Ann"], "Ann: Saltmere"),
        (["Ann", "--town", "Hull", "--loud"], "ANN: HULL"),
        (["Ann", "--street", "High", "--street", "Mill"], "Ann: Saltmere High,Mill"),
    ],
)
def test_each_option_of_a_group_is_one_of_the_command(typed, said):
    assert CliRunner().invoke(app, typed).output.strip() == said


def test_the_help_of_a_command_tells_those_of_its_groups():
    told = CliRunner().invoke(app, ["--help"]).output
    assert all(words in told for words in ("--town", "--street", "Repeat for more", "Say where"))
