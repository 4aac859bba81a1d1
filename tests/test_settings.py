"""A person's own choices survive, and nonsense in the file never stops the program."""

from pathlib import Path

import pytest

from pressdesk.errors import Unavailable
from pressdesk.settings import Settings, load, save

CHOSEN = Settings("Priya Nair", "dark", 1.25, "/office/office.pressdesk")
NONSENSE = {
    "not TOML": b"person = ",
    "not text": b"\xff\xfe\x00",
    "a theme that is none": b'theme = "pink"',
    "text a hundred times too large": b"text_scale = 100.0",
    "numbers for names": b"person = 7",
}


def test_choices_come_back_as_they_were_kept(tmp_path: Path) -> None:
    save(CHOSEN, tmp_path / "deep" / "settings.toml")
    assert load(tmp_path / "deep" / "settings.toml") == CHOSEN


@pytest.mark.parametrize("content", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_counts_as_never_chosen(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    assert load(path) == Settings()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    with pytest.raises(Unavailable, match="could not be kept"):
        save(CHOSEN, tmp_path / "taken" / "settings.toml")
