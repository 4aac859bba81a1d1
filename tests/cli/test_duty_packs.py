"""The duty pack by commands: made, worked on, merged, clashes listed."""

from pathlib import Path

import pytest

from pressdesk.cli.app import main
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
