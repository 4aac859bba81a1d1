"""Words from outside, made safe to keep: decoded, without control characters, or in one line."""

import codecs
import unicodedata

from pressdesk.errors import BadFile

LARGEST_FILE = 5_000_000
"""Bytes; the longest release in our collection is 33,000."""

LARGEST_DOCUMENT = 50_000_000
"""Bytes of a file that is more than text, or of one that holds many releases."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word or other packed document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_CONTROL_BYTES = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1b")))
_MOST_CONTROLS = 0.02
_FEW_CONTROLS = 8

_NEWLINES = ("\r", "\v", "\f", "\x85", "\u2028", "\u2029")
_SPACES = ("\u00a0", "\u2007", "\u202f")
_REMOVED = (
    *range(0x09),
    *range(0x0E, 0x20),
    *range(0x7F, 0x85),
    *range(0x86, 0xA0),
    *range(0x202A, 0x202F),  # these two ranges reverse the words around them
    *range(0x2066, 0x206A),
    0xFEFF,
    *range(0xD800, 0xE000),  # halves of characters, which no file can hold
)
_TABLE: dict[int, str | None] = {
    **dict.fromkeys(_REMOVED),
    **{ord(character): "\n" for character in _NEWLINES},
    **{ord(character): " " for character in _SPACES},
}


def decode(data: bytes, largest: int = LARGEST_FILE) -> str:
    """Give the cleaned words of a text file, or BadFile with what to do; ``largest`` in bytes."""
    if not data:
        raise BadFile("The file is empty. Choose a file with the words of the release in it.")
    if len(data) > largest:
        size = largest // 1_000_000
        raise BadFile(f"The file is larger than {size} MB. Copy the words you need and paste them.")
    for start, what in _SIGNATURES:
        if data.startswith(start):
            raise BadFile(f"The file is {what}, not plain text. Copy its words and paste them.")
    text = clean(_characters(data))
    if not text.strip():
        raise BadFile("There are no words in the file. Choose another, or paste the words.")
    return text


def clean(text: str) -> str:
    """Give the same words, composed (NFC), with newlines as LF and nothing that is not text.

    Right-to-left words and emoji stay. Controls that reverse the order of what is read, NUL and
    the rest of the control characters go; no-break spaces become spaces.
    """
    whole = text.replace("\r\n", "\n").translate(_TABLE)
    return unicodedata.normalize("NFC", whole)


def is_utf8(data: bytes) -> bool:
    """Tell whether bytes are UTF-8; hardly a longer text in another alphabet is by chance."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def one_line(text: str, limit: int = 300) -> str:
    """Give the words in one line of at most ``limit`` characters, cut at a word with “…”."""
    line = " ".join(clean(text).split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    whole_words = cut.rpartition(" ")[0]
    return (whole_words or cut).rstrip() + "…"


def _characters(data: bytes) -> str:
    encoding = _marked_encoding(data) or _unmarked_utf16(data)
    if not encoding:
        _refuse_binary(data)
        encoding = "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return _as_windows(data, encoding)


def _marked_encoding(data: bytes) -> str:
    return next((encoding for mark, encoding in _BOMS if data.startswith(mark)), "")


def _unmarked_utf16(data: bytes) -> str:
    """Tell UTF-16 without its mark: every second byte of Western text is NUL."""
    if len(data) % 2:
        return ""
    half = len(data) // 2
    even, odd = data[::2].count(0), data[1::2].count(0)
    if odd > half * 0.4 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and not odd else ""


def _as_windows(data: bytes, encoding: str) -> str:
    if encoding != "utf-8":
        raise BadFile("The file is damaged: it breaks off or mixes alphabets. Paste its words.")
    return data.decode("cp1252", errors="replace")


def _refuse_binary(data: bytes) -> None:
    controls = len(data) - len(data.translate(None, _CONTROL_BYTES))
    if controls > max(_FEW_CONTROLS, len(data) * _MOST_CONTROLS):
        raise BadFile("The file is not text. Choose a text file, or paste the words.")
