"""Files beside an enquiry: kept by their content, their names never paths."""

from hashlib import sha256
from pathlib import Path

import pytest

from pressdesk.domain.enquiries import EnquiryForm
from pressdesk.errors import BadFile, NotFound, Unavailable
from pressdesk.services import files as files_module
from pressdesk.services.files import Files
from pressdesk.services.journal import Journal
from tests.conftest import MONDAY_14_06

WORDS = b"Minutes of the meeting"
HASH = sha256(WORDS).hexdigest()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "office.files"


@pytest.fixture
def files(services, folder) -> Files:
    return Files(services.context, folder)


@pytest.fixture
def enquiry(services):
    return services.enquiries.log(EnquiryForm(MONDAY_14_06, finished=False)).id


def made(path: Path, data: bytes = WORDS) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def kept(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_file_is_kept_by_the_hash_of_its_content(services, files, folder, enquiry, tmp_path):
    added = files.attach(enquiry, made(tmp_path / "minutes.txt"))
    assert services.enquiries.show(enquiry).files == (added,)
    assert (added.name, added.sha256, added.size) == ("minutes.txt", HASH, len(WORDS))
    assert kept(folder) == [f"{HASH[:2]}/{HASH}"]
    assert files.content(added) == WORDS


def test_the_same_content_is_kept_once(files, folder, enquiry, tmp_path):
    files.attach(enquiry, made(tmp_path / "one.txt"))
    files.attach(enquiry, made(tmp_path / "two.txt"))
    assert len(kept(folder)) == 1


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("deep/er/../../1234.txt", "1234.txt"),
        ("a\\b.txt", "b.txt"),
        ("..\\..\\1234.txt", "1234.txt"),
        ("C:\\Windows\\evil.dll", "evil.dll"),
        ("...", "..."),
        ("line\nbreak.txt", "line break.txt"),
        ("\u202efdp.exe", "fdp.exe"),
        ("=cmd|calc.csv", "=cmd|calc.csv"),
        ("\u202e", "Unnamed file"),
    ],
)
def test_hostile_names_are_data(files, folder, enquiry, tmp_path, path, name):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    added = files.attach(enquiry, made(tmp_path / path))
    assert added.name == name
    assert kept(folder) == [f"{HASH[:2]}/{HASH}"]


def refusals(tmp_path: Path) -> dict[str, Path]:
    return {"missing.txt": tmp_path / "missing.txt", "folder": tmp_path}


@pytest.mark.parametrize("which", ["missing.txt", "folder"])
def test_what_is_no_file_is_refused_and_nothing_added(services, files, enquiry, tmp_path, which):
    with pytest.raises(BadFile):
        files.attach(enquiry, refusals(tmp_path)[which])
    assert services.enquiries.show(enquiry).files == ()


def test_an_unreadable_file_is_refused(files, folder, enquiry, tmp_path, monkeypatch):
    locked = made(tmp_path / "locked.txt")

    def deny(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", deny)
    with pytest.raises(BadFile, match=r"locked\.txt could not be kept: Permission denied"):
        files.attach(enquiry, locked)
    monkeypatch.undo()
    assert kept(folder) == []


def test_a_file_that_is_too_large_is_refused(files, folder, enquiry, tmp_path, monkeypatch):
    monkeypatch.setattr(files_module, "LARGEST", len(WORDS) - 1)
    with pytest.raises(BadFile, match="larger than 100 MB"):
        files.attach(enquiry, made(tmp_path / "film.mp4"))
    assert kept(folder) == []


def test_a_file_for_an_unknown_enquiry_is_not_found(files, tmp_path):
    with pytest.raises(NotFound):
        files.attach(99, made(tmp_path / "minutes.txt"))


def test_an_altered_or_missing_copy_says_so(files, folder, enquiry, tmp_path):
    added = files.attach(enquiry, made(tmp_path / "minutes.txt"))
    copy = folder / HASH[:2] / HASH
    copy.write_bytes(b"something else")
    with pytest.raises(BadFile, match="altered"):
        files.content(added)
    copy.unlink()
    with pytest.raises(NotFound, match="missing"):
        files.content(added)


def test_a_kept_file_is_written_where_the_person_chose(files, enquiry, tmp_path):
    added = files.attach(enquiry, made(tmp_path / "minutes.txt"))
    files.save_as(added, tmp_path / "copy.txt")
    assert (tmp_path / "copy.txt").read_bytes() == WORDS
    with pytest.raises(Unavailable, match="Choose another folder"):
        files.save_as(added, tmp_path / "nowhere" / "copy.txt")


def test_the_check_finds_copies_that_were_altered_or_removed(
    services, files, folder, enquiry, tmp_path
):
    journal = Journal(services.context, files)
    files.attach(enquiry, made(tmp_path / "minutes.txt"))
    assert journal.check().findings == ()
    copy = folder / HASH[:2] / HASH
    copy.write_bytes(b"something else")
    assert journal.check().findings == ("The copy of minutes.txt was altered on the disk.",)
    copy.unlink()
    assert journal.check().findings == (f"The copy of minutes.txt is missing from {folder}.",)
