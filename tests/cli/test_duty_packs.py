"""The duty pack by commands: made, worked on, merged, clashes listed."""

import sys
from io import StringIO
from pathlib import Path

import pytest
from typing_extensions import override

from pressdesk.cli.app import main
from pressdesk.services import duty_packs
from pressdesk.storage import sealing

LOG = ("enquiries", "add", "--question", "Why?", "--journalist", "Ruth Amery")


@pytest.fixture(autouse=True)
def _passphrase(monkeypatch):
    monkeypatch.setattr(sealing, "COST", 2**4)
    monkeypatch.setenv("PRESSDESK_PASSPHRASE", "four words to keep")


@pytest.fixture
def pack(office, tmp_path):
    assert office(*LOG)[0] == 0
    path = str(tmp_path / "tonight.pressdesk-duty")
    code, said, _err = office("duty", "make", path, "--for", "Sam")
    assert (code, said) == (0, f"Duty pack 1 for Sam is in {path}.\n")
    return path


def at_home(run, pack, *argv):
    code, said, err = run("--database", pack, "--as", "Sam", *argv)
    assert (code, err) == (0, "")
    return said


def test_what_is_logged_in_a_pack_is_merged_once(office, pack):
    assert "ENQ-2026-00001" in at_home(office, pack, "enquiries", "list")
    assert "-D1-001" in at_home(office, pack, *LOG)
    assert "Merged duty pack 1 of Sam" in office("duty", "merge", pack)[1]
    assert "Nothing new came" in office("duty", "merge", pack)[1]
    assert office("enquiries", "list")[1].count("-D1-001") == 1
    assert "merged" in office("duty", "list")[1]
    assert office("check")[0] == 0


def test_clashes_are_listed_and_nothing_is_merged_before_a_side_is_taken(office, pack):
    reference = "ENQ-2026-00001"
    at_home(office, pack, "enquiries", "correct", reference, "--subject", "At home")
    office("enquiries", "correct", reference, "--subject", "In town")
    code, said, err = office("duty", "merge", pack)
    assert (code, "ours:   In town" in said, "theirs: At home" in said) == (5, True, True)
    assert "Nothing was merged yet" in err
    assert "In town" in office("enquiries", "show", reference)[1]
    assert office("duty", "merge", pack, "--ours", "--theirs")[0] == 3
    assert office("duty", "merge", pack, "--theirs")[0] == 0
    assert "At home" in office("enquiries", "show", reference)[1]


@pytest.fixture
def two_clashes(office, pack):
    """Two enquiries changed on both sides; a function that tells their subjects now."""
    office(*LOG)
    path = str(Path(pack).with_name("second.pressdesk-duty"))
    office("duty", "make", path, "--for", "Sam")
    references = ("ENQ-2026-00001", "ENQ-2026-00002")
    for reference in references:
        at_home(office, path, "enquiries", "correct", reference, "--subject", "At home")
        office("enquiries", "correct", reference, "--subject", "In town")

    def subjects():
        told = [office("enquiries", "show", one)[1] for one in references]
        return ["At home" if "At home" in said else "In town" for said in told]

    return path, subjects


def test_a_side_is_taken_for_each_clash_by_its_reference(office, two_clashes):
    path, subjects = two_clashes
    code, said, _err = office("duty", "merge", path, "--theirs-for", "ENQ-2026-00002")
    assert (code, subjects()) == (5, ["In town", "In town"])
    assert "ENQ-2026-00001" in said
    named = ("--ours-for", "enq-2026-00001", "--theirs-for", "ENQ-2026-00002")
    assert office("duty", "merge", path, *named)[0] == 0
    assert subjects() == ["In town", "At home"]


def test_one_named_goes_before_the_side_for_all(office, two_clashes):
    path, subjects = two_clashes
    office("duty", "merge", path, "--theirs", "--ours-for", "ENQ-2026-00002")
    assert subjects() == ["At home", "In town"]


class Terminal(StringIO):
    """An input at which somebody sits."""

    @override
    def isatty(self):
        return True


def test_on_a_terminal_each_clash_is_asked_about(office, two_clashes, monkeypatch):
    path, subjects = two_clashes
    monkeypatch.setattr(sys, "stdin", Terminal("both\ntheirs\nours\n"))
    assert office("duty", "merge", path)[0] == 0
    assert subjects() == ["At home", "In town"]


def test_files_that_have_no_room_in_the_pack_are_named(office, tmp_path, monkeypatch):
    monkeypatch.setattr(duty_packs, "MOST_FILES", 10)
    office(*LOG)
    for name, size in (("long.txt", 11), ("short.txt", 6)):
        (tmp_path / name).write_bytes(b"x" * size)
        assert office("enquiries", "attach", "ENQ-2026-00001", str(tmp_path / name))[0] == 0
    path = tmp_path / "tonight.pressdesk-duty"
    said = office("duty", "make", str(path), "--for", "Sam")[1]
    assert "One file stays in the office, since the pack would be too large: long.txt." in said


def test_a_wrong_passphrase_has_the_exit_code_of_a_refusal(office, pack, monkeypatch):
    monkeypatch.setenv("PRESSDESK_PASSPHRASE", "other words")
    code, _said, err = office("duty", "merge", pack)
    assert (code, err.startswith("This passphrase does not open tonight")) == (3, True)


def test_open_shows_the_pack_in_the_window(pack):
    shown = []

    def show(options):
        shown.append(options.database)
        return 0

    assert main(["duty", "open", pack], show) == 0
    assert shown == [Path(pack)]
