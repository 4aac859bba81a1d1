"""Bytes sealed under a passphrase: a wrong one, a cut file and a changed byte are all refused.

The key comes from the passphrase by scrypt (RFC 7914; N = 2¹⁷, r = 8, p = 1, as OWASP advises), and
the bytes are kept under AES-256-GCM, which also vouches for the head of the file.
"""

import os
import struct
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from pressdesk.errors import BadFile, Refused, Unavailable

SHORTEST = 12  # characters of a passphrase; shorter ones are guessed from a lost laptop
COST = 2**17
# What it is and its version, salt, proof of the key, nonce, length of what follows.
_MAGIC = b"PressDesk duty\x00\x01"
_HEAD = struct.Struct(">16s16s16s12sQ")


@dataclass(frozen=True)
class Key:
    """The key of one file; ``proof`` tells a wrong passphrase from an altered file."""

    salt: bytes
    secret: bytes
    proof: bytes


def new_key(passphrase: str) -> Key:
    """Return a key for a new file. Raises Refused for a passphrase that is too short."""
    if len(passphrase.strip()) < SHORTEST:
        raise Refused(
            f"Type a passphrase of at least {SHORTEST} characters; four words are easy to keep.",
            field="passphrase",
        )
    return _derived(passphrase, os.urandom(16))


def seal(data: bytes, key: Key) -> bytes:
    """Return ``data`` sealed; each time with a nonce of its own."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(12)
    head = _HEAD.pack(_MAGIC, key.salt, key.proof, nonce, len(data) + 16)
    return head + AESGCM(key.secret).encrypt(nonce, data, head)


def unseal(sealed: bytes, passphrase: str, name: str) -> tuple[bytes, Key]:
    """Return what was sealed, and its key.

    Raises Refused for a wrong passphrase, BadFile for a file that is another, cut or altered.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(sealed) < _HEAD.size or not is_sealed(sealed):
        raise BadFile(f"{name} is not a duty pack of this PressDesk. Choose another file.")
    head = sealed[: _HEAD.size]
    _magic, salt, proof, nonce, length = _HEAD.unpack(head)
    if len(sealed) != _HEAD.size + length:
        raise BadFile(
            f"{name} was cut: a part of it is missing. Copy it again from where it was made."
        )
    if not passphrase:
        raise Refused(f"{name} is sealed. Type its passphrase.", field="passphrase")
    key = _derived(passphrase, salt)
    if key.proof != proof:
        raise Refused(
            f"This passphrase does not open {name}. Type it again, or ask who made the pack.",
            field="passphrase",
        )
    try:
        return AESGCM(key.secret).decrypt(nonce, sealed[_HEAD.size :], head), key
    except InvalidTag as error:
        raise BadFile(
            f"{name} was altered or damaged, so it was not opened. "
            "Copy it again from where it was made."
        ) from error


def is_sealed(beginning: bytes) -> bool:
    """Say whether bytes begin as a sealed file does."""
    return beginning.startswith(_MAGIC)


def is_sealed_file(path: Path) -> bool:
    """Say whether a file is sealed; one that cannot be read is not."""
    try:
        with path.open("rb") as file:
            return is_sealed(file.read(len(_MAGIC)))
    except OSError:
        return False


def read(path: Path) -> bytes:
    """Return a whole file; raise BadFile with the reason."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BadFile(f"{path.name} cannot be read: {error.strerror or error}.") from error


def write(path: Path, data: bytes) -> None:
    """Put a file in place whole, or leave the one that is there. Raises Unavailable."""
    arriving = path.with_name(f".{path.name}.part")
    try:
        with arriving.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        arriving.replace(path)
    except OSError as error:
        arriving.unlink(missing_ok=True)
        raise Unavailable(
            f"{path.name} could not be written: {error.strerror or error}. "
            "The file is as it was; free some space or choose another place, and save again."
        ) from error


def _derived(passphrase: str, salt: bytes) -> Key:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # Composed, so that “é” is the same from every keyboard.
    typed = unicodedata.normalize("NFC", passphrase.strip()).encode("utf-8", "replace")
    made = Scrypt(salt=salt, length=48, n=COST, r=8, p=1).derive(typed)
    return Key(salt, made[:32], made[32:])
