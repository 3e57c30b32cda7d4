"""Bytes to text: byte order marks, UTF-8, UTF-16, and the two old code pages that drafts still come in."""

import codecs

from editor.importing.formats import refuse_bytes, refuse_markup
from editor.importing.report import Guess, ImportFailure

LIMIT = 8 * 1024 * 1024
"""The longest text that is read, in bytes, or in characters where it comes as text: some 3,000 pages."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16 does, so it is looked for first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_SINGLE = 4
"""Control characters that a text may have however short it is: the marks of a word processor's notes and cells."""

_FEW = 8
"""Pairs of bytes from which zeros among them tell how wide the characters are."""

_BINARY = 0.05
"""The share of control characters from which bytes are no text."""

_CYRILLIC = 0.4
"""The share of letters beyond ASCII from which an old text is Cyrillic; French, the highest Latin one, has 0.1."""


def decode(data: str | bytes) -> tuple[str, tuple[Guess, ...]]:
    """Return the text of `data`, and the guess that was needed to read its bytes.

    ImportFailure "import-empty", "import-too-large", or for bytes that are no plain text one of those of `formats`.
    """
    if len(data) > LIMIT:
        raise ImportFailure("import-too-large", size=len(data), limit=LIMIT)
    text, guesses = (data, ()) if isinstance(data, str) else _decoded(data)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise ImportFailure("import-empty")
    return text, guesses


def _decoded(data: bytes) -> tuple[str, tuple[Guess, ...]]:
    refuse_bytes(data)
    text, guesses = _characters(data)
    refuse_markup(text)
    return text, guesses


def _characters(data: bytes) -> tuple[str, tuple[Guess, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace"), ()
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if 0 in data or controls > max(_SINGLE, _BINARY * len(data)):
        raise ImportFailure("import-binary")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _damaged(data) or _code_page(data)


def _damaged(data: bytes) -> tuple[str, tuple[Guess, ...]] | None:
    """Return `data` as UTF-8 with U+FFFD for what is none, if most of what is not ASCII is; else None."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count("\ufffd".encode())
    good = sum(character > "\x7f" for character in text) - bad
    return (text, (Guess("damaged", (("count", str(bad)),)),)) if good > bad else None


def _wide(data: bytes) -> str:
    """Return which UTF-16 without a mark `data` is, by where its zero bytes stand; empty if neither."""
    sample = data[:4096]
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half < _FEW:
        return ""
    if odd > 0.4 * half and not even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and not odd else ""


def _code_page(data: bytes) -> tuple[str, tuple[Guess, ...]]:
    high = sum(byte >= 0xC0 for byte in data)
    low = sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in data)
    encoding = "cp1251" if high > _CYRILLIC * (high + low) else "cp1252"
    return data.decode(encoding, "replace"), (Guess("encoding", (("encoding", encoding),)),)
