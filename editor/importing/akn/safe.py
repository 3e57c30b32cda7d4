"""XML from anywhere, opened under limits: a hostile file costs neither time nor memory, and nothing is fetched."""

import re

from lxml import etree

from editor.importing.report import ImportFailure

LIMIT = 8 * 1024 * 1024
"""The largest file in bytes: the longest published resolutions have some 300,000."""

DEEPEST = 64
"""Elements inside each other: a fifth sub-level with a note in it stands some 25 deep."""

MOST = 20_000
"""Paragraphs that a text may have."""

_TAGS = 300_000
_ATTRIBUTES = 300_000
"""What a tree may have: each takes some hundred bytes, however short it is written."""

_CHUNK = 65_536
_HEAD = 4096
_ROOT = re.compile(rb"<(?:[\w.-]{1,40}:)?akomaNtoso[\s>]")
_WIDE = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def is_akn(data: bytes) -> bool:
    """Return whether `data` begins as an Akoma Ntoso file does, in any encoding of Unicode."""
    return _ROOT.search(data[:_HEAD].replace(b"\0", b"")) is not None


def parsed(data: bytes) -> etree._Element:
    """Return the tree of an XML file, without comments and instructions.

    ImportFailure "import-too-large" or "import-too-many" beyond the limits, "import-xml" for what is damaged, nested
    deeper than DEEPEST, or declares a document type: an entity has no place in a text.
    """
    if len(data) > LIMIT:
        raise ImportFailure("import-too-large", size=len(data), limit=LIMIT)
    data = _recoded(data)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ImportFailure("import-xml")
    if data.count(b"<") > _TAGS or data.count(b"=") > _ATTRIBUTES:
        raise ImportFailure("import-too-many", limit=MOST)
    parser = etree.XMLPullParser(
        ("start", "end"),
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        _feed(parser, data)
        root = parser.close()
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise ImportFailure("import-xml") from None
    if root.getroottree().docinfo.doctype:  # written in an encoding that hid it
        raise ImportFailure("import-xml")
    return root


def _feed(parser: etree.XMLPullParser, data: bytes) -> None:
    """Give the parser the file piece by piece, and stop where it goes too deep."""
    depth = 0
    for at in range(0, len(data), _CHUNK):
        parser.feed(data[at : at + _CHUNK])
        for event, _ in parser.read_events():
            depth += 1 if event == "start" else -1
            if depth > DEEPEST:
                raise ImportFailure("import-xml")


def _recoded(data: bytes) -> bytes:
    """Return UTF-16 as UTF-8 without the declaration that says otherwise, so that what it holds can be looked for."""
    encoding = next((name for mark, name in _WIDE if data.startswith(mark)), "")
    if not encoding and b"\0" in data[:4]:
        encoding = "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    if not encoding:
        return data
    try:
        text = data.decode(encoding).lstrip("\ufeff")
    except UnicodeDecodeError:
        raise ImportFailure("import-xml") from None
    return (text.partition("?>")[2] if text.startswith("<?xml") else text).encode()
