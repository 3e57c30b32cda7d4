"""Reads what the writer wrote: the parts as trees, and the numbers as Word will count them."""

from __future__ import annotations

import io
import zipfile
from functools import cached_property

from lxml import etree

from editor.compose.composition import Composition
from editor.export.docx import write_docx
from editor.model.numerals import letters, roman

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
VAL = f"{W}val"


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

    def _number(self, element: etree._Element | None) -> tuple[int, int] | None:
        """Return the number that a paragraph or style has itself, or inherits."""
        while element is not None:
            number = element.find(f"{W}pPr/{W}numPr/{W}numId")
            if number is not None:
                level = element.find(f"{W}pPr/{W}numPr/{W}ilvl")
                found = (0 if level is None else int(level.get(VAL, "0")), int(number.get(VAL, "0")))
                return found if found[1] else None
            parent = element.find(f"{W}pPr/{W}pStyle")
            parent = element.find(f"{W}basedOn") if parent is None else parent
            element = None if parent is None else self._styles[parent.get(VAL, "")]
        return None

    @cached_property
    def _styles(self) -> dict[str, etree._Element]:
        return {style.get(f"{W}styleId", ""): style for style in self.find("//w:style", "word/styles.xml")}

    def definition(self, number: int) -> etree._Element:
        """Return the w:abstractNum that instance `number` counts by."""
        return self.definitions[self.indexes[number]]

    @cached_property
    def indexes(self) -> dict[int, str]:
        """The w:abstractNumId that each instance counts by."""
        instances = self.find("//w:num", "word/numbering.xml")
        return {int(one.get(f"{W}numId", "0")): one[0].get(VAL, "") for one in instances}

    @cached_property
    def definitions(self) -> dict[str, etree._Element]:
        """The definitions by their w:abstractNumId."""
        found = self.find("//w:abstractNum", "word/numbering.xml")
        return {one.get(f"{W}abstractNumId", ""): one for one in found}

    def level_text(self, number: int, level: int) -> str:
        """Return the w:lvlText of `level` of instance `number`."""
        return _value(_rule(self.definition(number), level), "lvlText")

    def starts(self) -> dict[int, tuple[int, int]]:
        """Return where instances start anew: number -> level and value."""
        part = "word/numbering.xml"
        return {
            int(found.get(W + "numId", "0")): (
                int(found.xpath("string(w:lvlOverride/@w:ilvl)", namespaces=NAMESPACES)),
                int(found.xpath("string(w:lvlOverride/w:startOverride/@w:val)", namespaces=NAMESPACES)),
            )
            for found in self.find("//w:num[w:lvlOverride]", part)
        }


def word_labels(docx: Docx) -> list[str]:
    """Return the label of every paragraph of the body as Word counts, "" where there is none.

    The counts belong to the definition, so that all its instances share them (ECMA-376 part 1, 17.9.15); an instance
    with a start of its own sets the count when it first comes (17.9.26). Deleted paragraphs are passed over.
    """
    counts: dict[str, dict[int, int]] = {}
    begun: set[int] = set()
    found: list[str] = []
    starts = docx.starts()
    for paragraph, number in zip(docx.paragraphs(), docx.numbers(), strict=True):
        if number is None or paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            found.append("")
            continue
        level, instance = number
        count = counts.setdefault(docx.indexes[instance], {})
        count[level] = count.get(level, 0) + 1
        if instance in starts and instance not in begun and starts[instance][0] == level:
            begun.add(instance)
            count[level] = starts[instance][1]
        for deeper in [other for other in count if other > level]:
            del count[deeper]
        found.append(_label(_rule(docx.definition(instance), level), level, count[level]))
    return found


def _rule(definition: etree._Element, level: int) -> etree._Element:
    (rule,) = [one for one in definition.iter(f"{W}lvl") if one.get(f"{W}ilvl") == str(level)]
    return rule


def _label(rule: etree._Element, level: int, value: int) -> str:
    kind = _value(rule, "numFmt")
    small = kind.replace("upper", "lower").replace("Upper", "Lower")
    if small == "lowerRoman":
        number = roman(value)
    elif small == "lowerLetter":
        number = letters(value, "abcdefghijklmnopqrstuvwxyz")
    elif small == "russianLower":
        number = letters(value, "абвгдежзиклмнопрстуфхцчшщыэюя")
    else:
        number = "" if kind == "none" else str(value)
    return _value(rule, "lvlText").replace(f"%{level + 1}", number if kind == small else number.upper())


def _value(rule: etree._Element, name: str) -> str:
    found = rule.find(f"{W}{name}")
    assert found is not None
    return found.get(VAL, "")


def written(composition: Composition) -> Docx:
    """Return `composition` as written, to be read."""
    return Docx(write_docx(composition))


def text(element: etree._Element) -> str:
    """Return the words of `element` as shown, with tabs, breaks and special hyphens; deleted words are left out."""
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
