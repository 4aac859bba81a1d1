"""A release kept well: the file it came in, its versions, and what was set right by hand."""

from dataclasses import replace
from hashlib import sha256

import pytest

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.domain.releases import OriginalKind
from pressdesk.domain.word_diff import Change
from pressdesk.errors import Conflict, NotFound, Refused
from tests.conftest import MONDAY_14_06

FLOODS = "Fire services ready for floods\n\n12 November 2026\n\nCrews have new boats. They float.\n"
CORRECTED = FLOODS.replace("new boats", "nine new boats")
PAGE = (
    "<link rel=canonical href=https://a.example/floods><title>Floods</title>"
    "<main><h1>Floods</h1><p>{}</p></main>"
)


@pytest.fixture
def page(tmp_path):
    """A web page saved with some words on it."""

    def save(words, name="floods.html"):
        (tmp_path / name).write_text(PAGE.format(words), "utf-8")
        return tmp_path / name

    return save


def test_the_file_a_release_came_in_is_kept_to_the_last_byte(services, page):
    path = page("Crews have boats.")
    original = services.releases.add_file(path).original
    assert (original.name, original.kind) == ("floods.html", OriginalKind.PAGE)
    assert original.sha256 == sha256(path.read_bytes()).hexdigest()
    assert services.files.content(original) == path.read_bytes()


def test_pasted_text_has_no_file(services):
    assert services.releases.add_text(FLOODS).original is None


def test_each_release_of_a_file_of_many_has_that_file(services, tmp_path):
    path = tmp_path / "many.csv"
    path.write_text("title,body\nFloods,Boats.\nKnives,Fewer.\n", "utf-8")
    first, second = services.releases.take_in(path).releases
    assert first.original == second.original
    assert first.original.kind is OriginalKind.SPREADSHEET


def test_the_check_finds_that_a_kept_file_was_altered(services, page):
    original = services.releases.add_file(page("Crews have boats.")).original
    assert services.journal.check().findings == ()
    services.files._place(original.sha256).write_bytes(b"other")
    assert services.journal.check().findings == (
        "The copy of floods.html was altered on the disk.",
    )


def test_a_kept_file_is_never_written_over_the_office(kept_apart, tmp_path, clock):
    from pressdesk.bootstrap import open_services

    services = open_services(tmp_path / "office.pressdesk", clock, "Priya Nair")
    (tmp_path / "a.txt").write_text(FLOODS, "utf-8")
    original = services.releases.add_file(tmp_path / "a.txt").original
    assert original
    with pytest.raises(Refused):
        services.files.save_as(original, tmp_path / "office.pressdesk")
    services.close()


def test_other_words_at_the_same_address_are_the_next_version(services, page):
    first = services.releases.add_file(page("Crews have boats."))
    second = services.releases.add_file(page("All is changed here.", "again.html"))
    assert (second.id, second.number, second.known) == (first.id, 2, False)
    assert second.source_url == "https://a.example/floods"
    assert len(services.releases.listed()) == 1


def test_a_corrected_text_is_the_next_version_and_another_is_a_release_of_its_own(services):
    first = services.releases.add_text(FLOODS)
    assert services.releases.add_text(CORRECTED).id == first.id
    other = "Fire services ready for floods\n\nWater has come to the valley, engines are out.\n"
    assert services.releases.add_text(other).id != first.id


def test_the_newest_version_is_found_and_read_and_links_stay(services):
    release = services.releases.add_text(FLOODS)
    form = EnquiryForm(
        MONDAY_14_06, questions=("Boats?",), release_ids=(release.id,), finished=False
    )
    enquiry = services.enquiries.log(form).id
    services.releases.add_text(CORRECTED)
    assert [found.id for found in services.releases.listed("nine")] == [release.id]
    assert services.releases.show(release.id).source_text == CORRECTED
    (linked,) = services.enquiries.show(enquiry).releases
    assert linked.id == release.id


def test_the_text_of_an_earlier_version_is_known(services):
    services.releases.add_text(FLOODS)
    services.releases.add_text(CORRECTED)
    again = services.releases.add_text(FLOODS)
    assert (again.known, again.number) == (True, 2)


def test_each_version_says_when_by_whom_and_from_where(services, page, clock):
    release = services.releases.add_file(page("Crews have boats."))
    services.releases.add_file(page("Crews have more boats.", "again.html"))
    newest, oldest = services.releases.versions(release.id)
    assert (newest.number, oldest.number) == (2, 1)
    assert (oldest.added_by, oldest.added_at) == ("Priya Nair", clock.now())
    assert (newest.source_name, newest.source_url) == ("again.html", "https://a.example/floods")
    assert newest.original != oldest.original
    with pytest.raises(NotFound):
        services.releases.versions(99)


def test_two_versions_are_compared_word_by_word(services):
    release = services.releases.add_text(FLOODS)
    services.releases.add_text(CORRECTED)
    stretches = services.releases.compare(release.id, 1, 2)
    changed = [(one.change, one.words) for one in stretches if one.change is not Change.SAME]
    assert changed == [(Change.PUT_IN, "nine ")]
    with pytest.raises(NotFound, match="no version 3"):
        services.releases.compare(release.id, 1, 3)


def test_entries_that_share_an_address_are_not_versions_of_each_other(services, tmp_path):
    path = tmp_path / "many.csv"
    rows = (
        "title,body,url\nFloods,Boats.,https://a.example/news\nKnives,Few.,https://a.example/news\n"
    )
    path.write_text(rows, "utf-8")
    first, second = services.releases.take_in(path).releases
    assert (first.id != second.id, first.source_url) == (True, "")


def test_what_was_set_right_is_read_searched_and_journalled(services):
    release = services.releases.add_text(FLOODS)
    better = replace(release.parts, headline="Ready for every flood")
    corrected = services.releases.correct(release.id, release.parts, better)
    assert corrected.parts == better
    assert (corrected.corrected_by, corrected.source_text) == ("Priya Nair", FLOODS)
    assert [found.headline for found in services.releases.listed("every")] == [better.headline]
    assert services.journal.check().findings == ()


def test_a_correction_of_what_someone_else_corrected_is_refused(services):
    release = services.releases.add_text(FLOODS)
    services.releases.correct(release.id, release.parts, replace(release.parts, headline="One"))
    with pytest.raises(Conflict):
        services.releases.correct(release.id, release.parts, replace(release.parts, headline="Two"))


def test_the_next_version_starts_from_its_own_reading(services):
    release = services.releases.add_text(FLOODS)
    services.releases.correct(release.id, release.parts, replace(release.parts, reference="1/26"))
    newest = services.releases.add_text(CORRECTED)
    assert (newest.id, newest.parts.reference, newest.corrected_by) == (release.id, "", "")
    assert services.releases.versions(release.id)[1].parts.reference == "1/26"
    assert services.journal.check().findings == ()
