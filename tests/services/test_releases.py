"""Releases: taken in once and whole, refused with a reason, found by their words."""

import pytest

from pressdesk.errors import BadFile, NotFound

FLOODS = "Fire services ready for winter floods\n\n12 November 2026\n\nCrews have new boats.\n"
KNIVES = "Fewer knives carried in Cleveland\n\n3 March 2026\n\nSearches fell by a tenth.\n"


def test_a_file_becomes_a_release_with_its_parts(services, tmp_path):
    path = tmp_path / "floods.txt"
    path.write_text(FLOODS, "utf-8")
    release = services.releases.add_file(path)
    assert release.parts.headline == "Fire services ready for winter floods"
    assert (release.source_name, release.added_by) == ("floods.txt", "Priya Nair")
    assert release.source_text == FLOODS
    assert services.releases.show(release.id) == release


def test_the_same_text_again_is_the_same_release_and_says_so(services):
    first = services.releases.add_text(FLOODS)
    again = services.releases.add_text(FLOODS.replace("\n", "\r\n"))
    assert (first.known, again.known) == (False, True)
    assert again.id == first.id
    assert len(services.releases.listed()) == 1


def test_a_preview_keeps_nothing(services):
    assert services.releases.preview(FLOODS).headline.startswith("Fire services")
    assert services.releases.listed() == ()


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x01\x02", "\ufeff"])
def test_a_text_without_words_is_refused(services, text):
    with pytest.raises(BadFile, match="no words"):
        services.releases.add_text(text)


def test_a_text_of_a_megabyte_is_taken_in_and_more_than_five_are_not(services):
    services.releases.add_text("A headline\n\n" + "word " * 200_000)
    with pytest.raises(BadFile, match="too large"):
        services.releases.add_text("x" * 5_000_001)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("report.pdf", b"%PDF-1.7 stuff", "PDF"),
        ("noise.txt", bytes(range(256)) * 20, "not text"),
    ],
)
def test_a_file_that_is_no_text_is_refused(services, tmp_path, name, data, words):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(BadFile, match=words):
        services.releases.add_file(path)


def test_a_folder_and_a_missing_file_are_refused(services, tmp_path):
    with pytest.raises(BadFile, match="not a file"):
        services.releases.add_file(tmp_path)
    with pytest.raises(BadFile, match=r"gone\.txt cannot be read"):
        services.releases.add_file(tmp_path / "gone.txt")


def test_without_words_the_newest_stands_first(services):
    services.releases.add_text(KNIVES)
    services.releases.add_text(FLOODS)
    assert [r.headline[:4] for r in services.releases.listed()] == ["Fire", "Fewe"]


@pytest.mark.parametrize(
    ("typed", "count"),
    [("flo wint", 1), ("FLOODS", 1), ("boats knives", 0), ("OR", 0), ('"*^(', 2), ("", 2)],
)
def test_typed_words_are_prefixes_and_all_of_them_are_wanted(services, typed, count):
    services.releases.add_text(KNIVES)
    services.releases.add_text(FLOODS)
    assert len(services.releases.listed(typed)) == count


def test_releases_that_bear_on_a_question_come_best_first(services):
    services.releases.add_text(KNIVES)
    services.releases.add_text(FLOODS)
    found = services.releases.bearing_on("How many knives were found in the floods in Cleveland?")
    assert [r.headline[:4] for r in found] == ["Fewe", "Fire"]
    assert services.releases.bearing_on("??") == ()


def test_a_release_that_is_not_there_is_not_found(services):
    with pytest.raises(NotFound):
        services.releases.show(99)
