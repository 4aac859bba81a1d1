"""Where a database lies: on this computer, or on a network share that may corrupt it.

SQLite's write-ahead log needs memory shared between its users, which a network share does not
give (sqlite.org/wal.html), and locks on shares are known to lie (sqlite.org/lockingv3.html).
"""

import sys
from pathlib import Path, PurePath

REMOTE_DRIVE = 4
"""What Windows' GetDriveTypeW returns for a mapped network drive (winbase.h)."""

SHARED_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "fuse.davfs2", "davfs"}
)


def on_network_share(path: Path) -> bool:
    """Say whether ``path`` lies on a network share; False where it cannot be known."""
    where = path.absolute()
    if names_a_share(str(path)):
        return True
    if sys.platform == "win32":
        return _is_mapped(where.drive)
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    return mount_type(where.resolve(), mounts) in SHARED_TYPES


def names_a_share(path: str) -> bool:
    r"""Say whether the name itself is one of a share: ``\\server\news\office.pressdesk``."""
    plain = path.replace("\\", "/")
    return plain.startswith("//") and not plain.startswith(("//?/", "//./"))


def mount_type(where: PurePath, mounts: str) -> str:
    """Return the kind of file system ``where`` lies on, by the lines of ``/proc/mounts``."""
    found = ("", "")
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace(r"\040", " ")
        if where.is_relative_to(point) and len(point) >= len(found[0]):
            found = (point, fields[2])
    return found[1]


def _is_mapped(drive: str) -> bool:
    import ctypes

    windows = getattr(ctypes, "windll", None)
    return windows is not None and windows.kernel32.GetDriveTypeW(f"{drive}\\") == REMOTE_DRIVE
