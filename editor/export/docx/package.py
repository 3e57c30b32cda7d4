"""The container of a DOCX file (ECMA-376 part 2): a zip of parts, their content types and their relationships."""

import io
import zipfile

from msgspec import Struct

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DATE = (1980, 1, 1, 0, 0, 0)  # zip's first day: equal input shall give equal bytes
_LEVEL = 4
"""A tenth larger than zlib's usual 6, in a third of the time, which is most of what a file takes to write."""


class Part(Struct, frozen=True):
    """One XML part: its path in the zip, content type, relationship type (the document's own if empty), and text."""

    path: str
    type: str
    relation: str
    xml: str


def word_part(name: str, kind: str, xml: str) -> Part:
    """Return a part of the main document: `name` under word/, of Word's usual `kind` ("styles", "footnotes")."""
    return Part(f"word/{name}", f"{TYPES}.{kind}+xml", f"{RELATIONS}/{kind}", xml)


def pack(document: str, parts: list[Part], properties: list[Part]) -> bytes:
    """Return the zip of the main `document`, its `parts` and the file's `properties`, in that order.

    The n-th of `parts` has the relationship id rId<n>.
    """
    main = Part("word/document.xml", f"{TYPES}.document.main+xml", f"{RELATIONS}/officeDocument", document)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _write(archive, "[Content_Types].xml", _content_types([main, *parts, *properties]))
        _write(archive, "_rels/.rels", _relationships([main, *properties]))
        _write(archive, "word/_rels/document.xml.rels", _relationships(parts, "word/"))
        for part in (main, *parts, *properties):
            _write(archive, part.path, part.xml)
    return buffer.getvalue()


def _write(archive: zipfile.ZipFile, path: str, xml: str) -> None:
    info = zipfile.ZipInfo(path, _DATE)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0  # as on every system
    info.external_attr = 0
    archive.writestr(info, (HEAD + xml).encode(), compresslevel=_LEVEL)


def _content_types(parts: list[Part]) -> str:
    overrides = "".join(f'<Override PartName="/{part.path}" ContentType="{part.type}"/>' for part in parts)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(parts: list[Part], base: str = "") -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{part.relation}" Target="{part.path.removeprefix(base)}"/>'
        for number, part in enumerate(parts, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'
