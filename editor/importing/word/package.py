"""The container of a Word file (ECMA-376 part 2), opened under limits: a hostile one costs neither time nor memory.

Nothing is fetched: only parts inside the file are read, whatever its relationships name.
"""

import io
import posixpath
import struct
import zipfile
import zlib
from urllib.parse import unquote

from lxml import etree

from editor.importing.report import ImportFailure

LIMIT = 64 * 1024 * 1024
"""The largest file in bytes: texts are small, but there may be photographs in it."""

PARTS = 32 * 1024 * 1024
"""How many bytes the parts that are read may have together when unpacked: some 20,000 paragraphs."""

MOST = 20_000
"""Paragraphs that a text may have: the longest resolutions have some hundred."""

_TAGS = 300_000
_ATTRIBUTES = 500_000
"""What a part's tree may have: each takes some hundred bytes, however short it is written."""

_ENTRIES = 4096
_DIRECTORY = 1024 * 1024
"""How many files a container may list, and in how many bytes: they are all read before one can be looked at."""

_MOST = 100
"""Headers and the like that are looked at."""

_END = struct.Struct("<4s4H2LH")
_COMMENT = 65_535

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMES = {
    b"wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"drawingml/main": b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
}
"""Names of the strict form of the format, and those that everybody writes."""

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, struct.error,
)  # fmt: skip


class Package:
    """The parts of a Word file, each read when it is asked for.

    ImportFailure "import-damaged" for what is no such file, "import-too-large" or "import-too-many" beyond the limits.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) > LIMIT:
            raise ImportFailure("import-too-large", size=len(data), limit=LIMIT)
        _check_directory(data)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE:
            raise ImportFailure("import-damaged") from None
        self._entries = {entry.filename.lstrip("/").casefold(): entry for entry in self._archive.infolist()}
        self._left = PARTS
        self._file = self._relations("")
        self._main = next(iter(self._file.get("officeDocument", ())), "word/document.xml")
        self._related = self._relations(self._main)
        document = self.root(self._main)
        if document is None:
            raise ImportFailure("import-damaged")
        self.document: etree._Element = document

    def related(self, kind: str) -> list[etree._Element]:
        """Return the parts that the document calls its `kind` ("styles", "header"), those that are there."""
        names = dict.fromkeys(self._related.get(kind, ()))
        found = (self.root(name) for name in list(names)[:_MOST])
        return [root for root in found if root is not None]

    def first(self, kind: str) -> etree._Element | None:
        """Return the one part of `kind`, None without it."""
        return next(iter(self.related(kind)), None)

    def core(self) -> etree._Element | None:
        """Return what the file says of itself, None where it says nothing."""
        return next((self.root(name) for name in self._file.get("core-properties", ())), None)

    def root(self, name: str) -> etree._Element | None:
        """Return the tree of the part `name`, None where there is no such part."""
        data = self._read(name)
        return None if data is None else _parsed(data)

    def _relations(self, name: str) -> dict[str, list[str]]:
        """Return the names of the parts inside the file that `name` is related to, by the last word of their type."""
        folder, base = posixpath.split(name)
        root = self.root(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, list[str]] = {}
        for relation in root.iter(_RELATION) if root is not None else ():
            target = unquote(relation.get("Target", ""))
            if relation.get("TargetMode", "") != "External" and target:
                kind = relation.get("Type", "").rpartition("/")[2]
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found.setdefault(kind, []).append(path)
        return found

    def _read(self, name: str) -> bytes | None:
        entry = self._entries.get(name.casefold())
        if entry is None:
            return None
        if entry.file_size > self._left:
            raise ImportFailure("import-too-large", size=entry.file_size, limit=PARTS)
        if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ImportFailure("import-damaged")
        try:
            with self._archive.open(entry) as file:
                data = file.read(self._left + 1)  # what a file says of its size may be a lie
        except _UNREADABLE:
            raise ImportFailure("import-damaged") from None
        self._left -= len(data)
        if self._left < 0:
            raise ImportFailure("import-too-large", size=len(data), limit=PARTS)
        return data


def is_word(data: bytes) -> bool:
    """Return whether `data` begins as a ZIP archive does and has a Word document in it."""
    return data.startswith(b"PK\x03\x04") and b"word/" in data


def _check_directory(data: bytes) -> None:
    """Refuse a container whose list of files is too long to be read, or not there."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - _COMMENT - _END.size))
    if at < 0 or len(data) - at < _END.size:
        raise ImportFailure("import-damaged")
    _, _, _, _, entries, size, _, _ = _END.unpack_from(data, at)
    if entries > _ENTRIES or size > _DIRECTORY:
        raise ImportFailure("import-too-large", size=size, limit=_DIRECTORY)


def _parsed(data: bytes) -> etree._Element:
    """Return the tree of a part; a declaration of entities has no place in one."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        data = _recoded(data)
    if b"<!DOCTYPE" in data:
        raise ImportFailure("import-damaged")
    if data.count(b"<") > _TAGS or data.count(b"=") > _ATTRIBUTES:
        raise ImportFailure("import-too-many", limit=MOST)
    if _STRICT in data:
        for strict, usual in _NAMES.items():
            data = data.replace(_STRICT + strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise ImportFailure("import-damaged") from None


def _recoded(data: bytes) -> bytes:
    """Return UTF-16 as UTF-8, without the declaration that says otherwise."""
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        raise ImportFailure("import-damaged") from None
    return (text.partition("?>")[2] if text.lstrip("\ufeff").startswith("<?xml") else text).encode()
