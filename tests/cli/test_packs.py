"""Packs on the command line."""

import json

from tests.cli.conftest import Run


def _ask(run: Run, outlet: str) -> str:
    asked = ("--journalist", f"Ann of {outlet}", "--outlet", outlet)
    words = ("--question", "How many Saltmere fire engines had no crew?", "--json")
    reference: str = json.loads(run("enquiries", "add", *asked, *words)[1])["reference"]
    return reference


def test_a_pack_is_seen_gathered_and_answered(office: Run) -> None:
    assert office("packs", "list")[1] == "No pack now.\n"
    asked = [_ask(office, outlet) for outlet in ("Humber Daily", "Radio North", "Sunday Post")]
    seen = office("packs", "list")[1]
    assert seen.startswith("May be gathered: 3 outlets asked about Saltmere fire engines crew")
    assert office("packs", "gather", "Saltmere engines", *asked)[0] == 0
    office("lines", "add", "Saltmere engines", "Nine of 21.")
    office("lines", "clear", "1", "--by", "M. Reyes", "--review", "2199-01-01")
    assert office("packs", "line", "1", "1")[0] == 0
    code, out, _ = office("packs", "give", "1", asked[0])
    assert (code, out.split("\n")[0]) == (0, "1  Saltmere engines: 1 of 3 answered")
    assert f"✓  {asked[0]}  Ann of Humber Daily, Humber Daily" in out
    assert office("enquiries", "show", asked[0])[1].count("Nine of 21.") == 1


def test_one_more_outlet_joins(office: Run) -> None:
    asked = [_ask(office, outlet) for outlet in ("Humber Daily", "Radio North")]
    office("packs", "gather", "Saltmere engines", *asked)
    late = _ask(office, "Channel Seven")
    seen = office("packs", "list")[1]
    assert seen.startswith(f"May join 1: {late}, Channel Seven asks about Saltmere engines too")
    code, out, _ = office("packs", "join", "1", late)
    assert (code, "Ann of Channel Seven" in out) == (0, True)


def test_a_pack_without_a_line_refuses_to_be_answered(office: Run) -> None:
    asked = [_ask(office, outlet) for outlet in ("Humber Daily", "Radio North")]
    office("packs", "gather", "Saltmere engines", *asked)
    code, _, err = office("packs", "give", "1", asked[0])
    assert (code, "Choose the line" in err) == (3, True)
