"""What a published file says of its clauses, read by the plainest rules: what the importer is held against."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
TEXTS = CORPUS / "un-akn4un"
"""Lies beside the repository on the machines that have it."""


class Row(NamedTuple):
    """A clause: its kind, level, printed number and words without spaces."""

    kind: str
    level: int
    number: str
    words: str


def files() -> list[Path]:
    """Return the published files, none where the corpus is not there."""
    return sorted(TEXTS.glob("*/*.xml"))


def rows(data: bytes) -> list[Row]:
    """Return the clauses of a published file in order."""
    root = etree.fromstring(data)
    for note in list(root.iter("{*}authorialNote")):
        tail = note.tail
        note.clear()
        note.tail = tail
    preamble, body = (next(root.iter(f"{{*}}{name}")) for name in ("preamble", "mainBody"))
    found: list[Row] = []
    for part in preamble:
        found.append(Row("enacting" if _name(part) == "formula" else "preambular", 0, "", _words(part)))
    for part in body:
        found += _paragraph(part)
    return _led(found)


def _paragraph(element: etree._Element) -> Iterator[Row]:
    number = "".join(_number(one) for one in element if _name(one) == "num")
    for one in element:
        name = _name(one)
        if name == "subheading" or (name == "content" and not number and element.get("class") == "MercuryDocument"):
            yield Row("heading", 0, "", _words(one))
        elif name == "content":
            yield Row("operative", 0, number, _words(one))
        elif name == "list":
            yield Row("operative", 0, number, "".join(_words(part) for part in one if _name(part) == "intro"))
            yield from _points(one, 1)


def _points(element: etree._Element, level: int) -> Iterator[Row]:
    for one in element:
        if _name(one) == "point":
            number = "".join(_number(part) for part in one if _name(part) == "num")
            yield Row("item", level, number, "".join(_words(part) for part in one if _name(part) == "content"))
        elif _name(one) == "sublist":
            yield from _points(one, level + 1)


def _led(found: list[Row]) -> list[Row]:
    """Return `found` with the two mistakes set right that are there.

    A number was parted from its paragraph, and the preamble's end put into the body.
    """
    for at in range(len(found) - 1, 0, -1):
        before, row = found[at - 1 : at + 1]
        if before.number and not before.words and row.kind == "operative" and not row.number:
            found[at - 1 : at + 1] = [row._replace(number=before.number)]
    first = next((at for at, row in enumerate(found) if row.kind == "operative"), len(found))
    for at in range(first, len(found)):
        row = found[at]
        if row.kind == "operative" and not row.number and row.words.endswith(","):
            found[at] = row._replace(kind="preambular")
        else:
            break
    return found


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _words(element: etree._Element) -> str:
    return squeezed("".join(str(text) for text in element.itertext()))


def _number(element: etree._Element) -> str:
    return squeezed(unicodedata.normalize("NFKC", _words(element)))


def squeezed(text: str) -> str:
    """Return `text` without its spaces and in one form of its letters: how a file is laid out says nothing."""
    return unicodedata.normalize("NFC", "".join(text.split()))
