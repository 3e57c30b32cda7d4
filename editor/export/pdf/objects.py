"""The file's objects: a reportlab document that also takes objects already written out.

A tagged document has thousands of small objects. As reportlab's dictionaries they take longer to write than the pages;
as bytes under a number they take next to nothing.
"""

import zlib
from hashlib import md5
from itertools import accumulate, count
from typing import Any

from reportlab.pdfbase import pdfdoc

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FREE = b"0000000000 65535 f \n"
_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})


class Document(pdfdoc.PDFDocument):
    """reportlab's document with numbered raw objects; its `file` is the same for the same objects."""

    Catalog: Any
    Pages: Any

    def __init__(self, pages: int) -> None:
        super().__init__(invariant=1, pdfVersion=(1, 7))
        self._raw: dict[int, bytes] = {}
        self.page_numbers = [self.reserve() for _ in range(pages)]
        self.parent: str = self.Reference(self.Pages).format(self).decode("ascii")  # type: ignore[no-untyped-call]

    def reserve(self) -> int:
        """Return the number of an object to come."""
        self.objectcounter += 1
        return int(self.objectcounter)

    def put(self, number: int, content: str) -> None:
        """Let object `number` be `content`, PDF syntax in Latin-1."""
        self._raw[number] = content.encode("latin-1")

    def add(self, content: str) -> int:
        """Return the number of a new object that is `content`, PDF syntax in Latin-1."""
        number = self.reserve()
        self._raw[number] = content.encode("latin-1")
        return number

    def add_stream(self, data: bytes, entries: str = "", level: int = 6) -> int:
        """Return the number of a new stream; compressed at zlib's `level` (0: as it is)."""
        return self.add_raw(stream(data, entries, level))

    def add_raw(self, content: bytes) -> int:
        """Return the number of a new object that is `content`."""
        number = self.reserve()
        self._raw[number] = content
        return number

    def addPage(self, page: Any) -> None:  # noqa: N802
        """Take a page under the number that was reserved for it."""
        name = self.thisPageName()
        number = self.page_numbers[self.pageCounter - 1]
        self.idToObjectNumberAndVersion[name] = (number, 0)
        self.numberToId[number] = name
        self.idToObject[name] = page
        page.__InternalName__ = name
        self.Pages.addPage(page)
        self.pageCounter += 1
        self.inObject = None

    def file(self, info: int) -> bytes:
        """Return the whole file; `info` is the number of its information dictionary."""
        root: bytes = self.Reference(self.Catalog).format(self)  # type: ignore[no-untyped-call]
        self._take_others()
        parts = [b"%d 0 obj\n%b\nendobj\n" % row for row in sorted(self._raw.items())]
        *offsets, at = accumulate(map(len, parts), initial=len(_HEAD))
        rows = b"%010d 00000 n \n" * len(offsets) % tuple(offsets)
        table = b"xref\n0 %d\n%b%b" % (len(offsets) + 1, _FREE, rows)
        body = b"".join([_HEAD, *parts, table])
        digest = md5(body, usedforsecurity=False).hexdigest().encode("ascii")
        trailer = b"trailer\n<</Size %d/Root %b/Info %d 0 R/ID[<%b><%b>]>>\nstartxref\n%d\n%%%%EOF\n"
        return body + trailer % (len(offsets) + 1, root, info, digest, digest, at)

    def _take_others(self) -> None:
        """Write out reportlab's own objects; to write one may number others."""
        for number in count(1):
            if number not in self._raw:
                name = self.numberToId.get(number)
                if name is None:
                    break
                self._raw[number] = pdfdoc.format(self.idToObject[name], self, toplevel=1)


def stream(data: bytes, entries: str = "", level: int = 6) -> bytes:
    """Return `data` as a stream; compressed at zlib's `level` (0: as it is)."""
    if level:
        data = zlib.compress(data, level)
        entries += "/Filter/FlateDecode"
    head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
    # A lone line feed would make one end of line with a carriage return that the data happens to end in.
    return head + data + b"\r\nendstream"


def text(value: str) -> str:
    """Return `value` as a text string: PDF syntax in Latin-1."""
    if value.isascii() and value.isprintable():
        return f"({value.translate(_ESCAPED)})"
    return f"<feff{value.encode('utf-16-be').hex()}>"
