"""Releases: taken in once and whole, refused with a reason, found by their words."""

from datetime import date

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


MANY = "title,body,published\nFloods,Boats are new.,7/25/2026\nKnives,,3/1/2026\nFires,Few.,soon\n"


def test_a_file_of_many_comes_in_and_each_row_left_out_is_told(services, tmp_path):
    path = tmp_path / "many.csv"
    path.write_text(MANY, "utf-8")
    found = services.releases.take_in(path)
    first, second = found.releases
    assert (first.parts.headline, first.parts.published_on) == ("Floods", date(2026, 7, 25))
    assert (second.source_name, second.parts.published_on) == ("many.csv, row 4", None)
    assert [told.name for told in found.refused] == ["many.csv, row 3"]
    assert "“soon” was not understood" in found.remarks[0].sentence
    with pytest.raises(BadFile, match="holds 3 releases"):
        services.releases.add_file(path)


def test_the_title_and_day_of_a_page_stand_in_for_what_its_words_do_not_say(services, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<meta name=date content=2026-05-12><title>Boats</title><p>New ones.", "utf-8")
    parts = services.releases.add_file(page).parts
    assert (parts.headline, parts.published_on) == ("Boats", date(2026, 5, 12))


def test_a_file_of_fifty_megabytes_is_refused_before_it_is_read(services, tmp_path):
    path = tmp_path / "big.pdf"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    (refused,) = services.releases.take_in(path).refused
    assert refused.sentence.endswith(
        "too large for a press release (over 50 MB). Paste the part you need."
    )


def test_a_folder_and_a_missing_file_are_refused(services, tmp_path):
    with pytest.raises(BadFile, match="no file with words"):
        services.releases.add_file(tmp_path)
    with pytest.raises(BadFile, match=r"gone\.txt is not there"):
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
