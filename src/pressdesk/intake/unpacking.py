"""Bytes that arrive piece by piece, packed or not, never more of them than allowed."""

import zlib

from pressdesk.errors import BadFile


class Unpacking:
    """Takes pieces and holds them unpacked; more than ``largest`` bytes are a BadFile."""

    def __init__(self, largest: int, *, packed: bool = True) -> None:
        self._largest = largest
        self._unpacker = zlib.decompressobj(wbits=31) if packed else None
        self._arrived = 0
        self._held = bytearray()

    def add(self, piece: bytes) -> None:
        """Take the next piece. Raises BadFile when it is damaged, or one too many."""
        self._arrived += len(piece)
        self._held += self._unpacked(piece) if self._unpacker else piece
        if max(self._arrived, len(self._held)) > self._largest:
            size = self._largest / 1_000_000
            raise BadFile(
                f"It unpacks to far more than a release (over {size:g} MB). It was not read."
                if self._unpacker
                else f"It is far larger than a release (over {size:g} MB). It was not read."
            )

    def whole(self) -> bytes:
        """Return everything. Raises BadFile when the end is missing."""
        if self._unpacker and self._arrived and not self._unpacker.eof:
            raise BadFile("It is packed and breaks off. Ask for another copy.")
        return bytes(self._held)

    def _unpacked(self, piece: bytes) -> bytes:
        assert self._unpacker is not None
        if self._unpacker.eof:
            return b""
        try:
            # One byte more than is left tells too much, without unpacking all of it.
            return self._unpacker.decompress(piece, self._largest + 1 - len(self._held))
        except zlib.error as error:
            raise BadFile("It is packed and damaged. Ask for another copy.") from error
