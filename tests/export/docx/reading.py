"""Reads what the writer wrote: the parts as trees, and the numbers as Word will count them."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from editor.compose.composition import Composition
from editor.export.docx import write_docx

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
W = f"{{{NAMESPACES['w']}}}"


class Docx:
    """A written file: `parts` by name, each read as XML when asked for."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self._trees: dict[str, etree._Element] = {}

    def tree(self, part: str) -> etree._Element:
        """Return the root of `part` ("word/document.xml")."""
        if part not in self._trees:
            self._trees[part] = etree.fromstring(self.parts[part])
        return self._trees[part]

    def find(self, path: str, part: str = "word/document.xml") -> list[etree._Element]:
        """Return the elements that the XPath `path` finds in `part`."""
        found = self.tree(part).xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return [element for element in found if isinstance(element, etree._Element)]

    def values(self, path: str, part: str = "word/document.xml") -> list[str]:
        """Return the attributes or texts that the XPath `path` finds in `part`."""
        found = self.tree(part).xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return [str(value) for value in found]

    def paragraphs(self) -> list[etree._Element]:
        """Return the body's paragraphs, those in tables too."""
        return self.find("//w:body//w:p")

    def numbers(self) -> list[tuple[int, int] | None]:
        """Return the level and the instance of every paragraph of the body, its own or its style's."""
        return [self._number(paragraph) for paragraph in self.paragraphs()]

    def _number(self, paragraph: etree._Element) -> tuple[int, int] | None:
        found = self._num_pr(paragraph)
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        while found is None and style is not None:
            (definition,) = self.find(f"//w:style[@w:styleId='{style.get(W + 'val')}']", "word/styles.xml")
            found = self._num_pr(definition)
            style = definition.find(f"{W}basedOn")
        return None if found is None or found[1] == 0 else found

    @staticmethod
    def _num_pr(element: etree._Element) -> tuple[int, int] | None:
        number = element.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is None:
            return None
        level = element.find(f"{W}pPr/{W}numPr/{W}ilvl")
        return (int(level.get(W + "val", "0")) if level is not None else 0, int(number.get(W + "val", "0")))

    def definition(self, number: int) -> etree._Element:
        """Return the w:abstractNum that instance `number` counts by."""
        part = "word/numbering.xml"
        (index,) = self.values(f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val", part)
        return self.find(f"//w:abstractNum[@w:abstractNumId='{index}']", part)[0]

    def level_text(self, number: int, level: int) -> str:
        """Return the w:lvlText of `level` of instance `number`."""
        texts = self.definition(number).xpath(f"w:lvl[@w:ilvl='{level}']/w:lvlText/@w:val", namespaces=NAMESPACES)
        assert isinstance(texts, list)
        return str(texts[0])

    def starts(self) -> dict[int, tuple[int, int]]:
        """Return where instances start anew: number -> level and value."""
        part = "word/numbering.xml"
        return {
            int(found.get(W + "numId", "0")): (
                int(found.xpath("string(w:lvlOverride/@w:ilvl)", namespaces=NAMESPACES)),  # type: ignore[arg-type]
                int(found.xpath("string(w:lvlOverride/w:startOverride/@w:val)", namespaces=NAMESPACES)),  # type: ignore[arg-type]
            )
            for found in self.find("//w:num[w:lvlOverride]", part)
        }


def written(composition: Composition) -> Docx:
    """Return `composition` as written, to be read."""
    return Docx(write_docx(composition))


def text(element: etree._Element) -> str:
    """Return the words of `element` as shown: tabs, breaks and special hyphens as characters, deleted words left out."""
    signs = {"tab": "\t", "br": "\u2028", "softHyphen": "\u00ad", "noBreakHyphen": "\u2011"}
    pieces: list[str] = []
    for found in element.iter():
        if not isinstance(found.tag, str):
            continue
        name = found.tag.removeprefix(W)
        if name == "t":
            pieces.append(found.text or "")
        elif name in signs and found.getparent() is not None and found.getparent().tag == f"{W}r":  # type: ignore[union-attr]
            pieces.append(signs[name])
    return "".join(pieces)
