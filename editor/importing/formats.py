"""Files that are no plain text, each refused under a code of its own so that the reader is told what to do."""

import re

from editor.importing.report import ImportFailure

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_WORD = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")
"""How the files of word processors begin that are no ZIP archives: compound documents and RTF."""

_IN_WORD = (b"word/", b"application/vnd.oasis.opendocument.text")
"""What the ZIP archive of a word processor has in it: Office Open XML, OpenDocument."""

_PROTECTED = "EncryptedPackage".encode("utf-16-le")
"""What a compound document has in it that holds another file behind a password."""

_IMAGES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8")
_HEAD = 1024
"""Characters at either end of a text that are looked at for a tag."""

_DECLARED = re.compile(r"\s*<(?:\?xml\b|!doctype\s|html[\s>])", re.IGNORECASE)
_OPENED = re.compile(r"\s*<([a-z][\w:.-]{0,60})(?:\s[^<>]*)?>", re.IGNORECASE)


def refuse_bytes(data: bytes) -> None:
    """Raise ImportFailure for bytes of a known other format: import-word, -protected, -pdf or -binary."""
    zipped = data.startswith(_ZIP)
    if data.startswith(_WORD) and _PROTECTED in data:
        raise ImportFailure("import-protected")
    if data.startswith(_WORD) or (zipped and any(name in data for name in _IN_WORD)):
        raise ImportFailure("import-word")
    if data.startswith(_PDF):
        raise ImportFailure("import-pdf")
    if zipped or data.startswith(_IMAGES):
        raise ImportFailure("import-binary")


def refuse_markup(text: str) -> None:
    """Raise ImportFailure "import-markup" for HTML and XML: a declaration, or one element from start to end.

    A text with a few angle brackets in it is none.
    """
    text = text.removeprefix("\ufeff")
    opened = _OPENED.match(text[:_HEAD])
    closed = opened and re.search(r"</[\w:.-]{1,61}\s*>\s*\Z", text[-_HEAD:])
    if _DECLARED.match(text[:_HEAD]) or closed:
        raise ImportFailure("import-markup")
