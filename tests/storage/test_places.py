"""A database on a network share is noticed."""

from pathlib import Path, PurePosixPath

import pytest

from pressdesk.storage.places import SHARED_TYPES, mount_type, names_a_share, on_network_share

MOUNTS = """/dev/sda1 / ext4 rw 0 0
//server/news /mnt/news cifs rw 0 0
server:/export /home nfs4 rw 0 0
tmpfs /home/priya/local\\040disk tmpfs rw 0 0
unreadable
"""


@pytest.mark.parametrize(
    ("name", "shared"),
    [
        (r"\\server\news\office.pressdesk", True),
        ("//server/news/office.pressdesk", True),
        (r"\\?\C:\office.pressdesk", False),
        (r"C:\office.pressdesk", False),
        ("/home/priya/office.pressdesk", False),
    ],
)
def test_a_name_of_a_share_is_known(name, shared):
    assert names_a_share(name) is shared


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        ("/var/office.pressdesk", "ext4"),
        ("/mnt/news/office.pressdesk", "cifs"),
        ("/mnt/newsroom/office.pressdesk", "ext4"),
        ("/home/priya/office.pressdesk", "nfs4"),
        ("/home/priya/local disk/office.pressdesk", "tmpfs"),
    ],
)
def test_the_nearest_mount_decides(where, kind):
    assert mount_type(PurePosixPath(where), MOUNTS) == kind


def test_shares_are_told_from_disks():
    assert {"cifs", "nfs4"} <= SHARED_TYPES
    assert not {"ext4", "tmpfs"} & SHARED_TYPES


def test_a_folder_of_this_computer_is_no_share(tmp_path: Path):
    assert not on_network_share(tmp_path / "office.pressdesk")
