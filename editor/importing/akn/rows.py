"""The markup of a statement, walked: a row for every paragraph, heading and sub-item, in reading order."""

from collections.abc import Iterable, Sequence

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from editor.importing.akn.inline import Inlines
from editor.importing.akn.names import below, child, every, local, words
from editor.importing.akn.safe import MOST
from editor.importing.report import ImportFailure
from editor.model.clause import Kind
from editor.model.text import NO_MARKS, Run, Text, flatten, normalise

_HEADINGS = frozenset({"heading", "subheading", "crossHeading", "longTitle"})
_TITLES = frozenset({"heading", "subheading"})
_DIVISIONS = frozenset(
    {"section", "division", "part", "chapter", "title", "subdivision", "subpart", "subchapter", "subsection", "book"}
)
_LISTS = frozenset({"list", "sublist", "blockList"})
_POINTS = frozenset({"point", "item", "indent", "alinea"})
_RECITALS = frozenset({"container", "recital", "citation"})
_ABOUT: dict[str, Kind] = {"preamble": "preambular", "enactingFormula": "enacting"}
"""What a heading inside the body is for that opens a section with a preamble of its own."""

_INTRODUCING = frozenset({"intro", "listIntroduction", "content", "p", "heading", "subheading"})
_CLOSING = frozenset({"wrapUp", "wrap", "listWrapUp"})
_PARAGRAPHS = frozenset({"paragraph", "hcontainer", "article", "clause", "subparagraph", "rule", "tblock"})
_ENDS = tuple(",;:.،؛؟，；：。…?!")
_LONGEST_HEADING = 200


class Row(Struct):
    """A clause to be: its kind, level and text, and its number as the file prints it, "" for none.

    `number` None says that it has none by its kind. `name` is its id, `known` the names by which the file refers to
    it, `line` where it stands.
    """

    kind: Kind
    level: int
    text: Text
    number: str | None
    name: str
    known: tuple[str, ...]
    line: int
    guess: str = ""


class Rows:
    """Walks preamble and body; `found` are the rows, a table's words among them.

    In `exact` files, this program's own, nothing is told by its look, and empty clauses stay.
    """

    def __init__(self, inlines: Inlines, *, exact: bool) -> None:
        self.found: list[Row] = []
        self._inlines = inlines
        self._exact = exact
        self._astray = ""

    def preamble(self, element: etree._Element) -> None:
        """Take in a preamble: its formula is the enacting phrase, all else preambular, headings excepted."""
        for one in below(element):
            name = local(one)
            if name == "formula":
                self._add("enacting", 0, [one], one)
            elif name in _HEADINGS:
                self._add("heading", 0, [one], one)
            elif name in ("recitals", "citations", "preamble"):
                self.preamble(one)
            elif name in _RECITALS or any(local(inner) in _LISTS for inner in one.iter("{*}*")):
                self._tree("preambular", 0, one, _number(one))
            else:
                for paragraph in _paragraphs(one):
                    self._add("preambular", 0, [paragraph], _named(paragraph, one))

    def body(self, element: etree._Element, depth: int = 0) -> None:
        """Take in what a body or one of its divisions holds; `depth` is that of a division in it."""
        for one in below(element):
            name = local(one)
            if name == "formula":
                self._add("enacting", 0, [one], one)
            elif name == "preamble" or name in ("recitals", "citations"):
                self.preamble(one)
            elif name in _RECITALS or (name == "hcontainer" and one.get("name") == "preambular"):
                self._tree("preambular", 0, one, _number(one))
            elif name in _HEADINGS:
                self._add(_ABOUT.get(one.get("refersTo", "").lstrip("#"), "heading"), 0, [one], one)
            elif name in _DIVISIONS:
                self._division(one, depth)
            elif name in _PARAGRAPHS:
                self._paragraph(one)
            elif name == "table":
                self._table(one)
            elif name in _LISTS:
                self._tree("operative", 0, one, "")
            elif name == "p":
                self._add("operative", 0, [one], one, "")
            elif name != "num":
                self.body(one, depth)

    def annex(self, element: etree._Element) -> None:
        """Take in an attachment: its heading, its preamble and its body."""
        heading = [one for one in below(element) if local(one) in _TITLES]
        self._add("annex", 0, heading, element, _number(element), always=True)
        for one in below(element):
            if one not in heading:
                self.body(one)

    def _division(self, element: etree._Element, depth: int) -> None:
        titles = [one for one in below(element) if local(one) in _TITLES]
        self._add("part", depth, titles, element, _number(element) or "", always=True)
        for one in titles:
            element.remove(one)
        self.body(element, depth + 1)

    def _paragraph(self, element: etree._Element) -> None:
        """Take in a paragraph; without number and words of its own it is a heading."""
        number = _number(element)
        parts = [one for one in below(element) if local(one) != "num"]
        if parts and number is None and all(local(one) in _HEADINGS for one in parts):
            self._add("heading", 0, parts, element)
        elif child(element, *_PARAGRAPHS) is not None and child(element, "content", "intro", "list") is None:
            self.body(element)
        elif number is None and not self._exact and _is_heading(element):
            self._add("heading", 0, _inside(parts), element, guess="heading")
        else:
            self._tree("operative", 0, element, number or "")

    def _tree(self, kind: Kind, level: int, element: etree._Element, number: str | None) -> None:
        """Take in a paragraph or point with all that stands below it."""
        opening: list[etree._Element] = []
        rest = [inner for one in below(element) if local(one) != "num" for inner in _opened(one)]
        while rest and local(rest[0]) in _INTRODUCING:
            opening.append(rest.pop(0))
        if not opening and rest and local(rest[0]) in _LISTS:
            inner = list(below(rest[0]))
            while inner and local(inner[0]) in _INTRODUCING:
                opening.append(inner.pop(0))
        source = [element] if not opening and not rest else _inside(opening)
        self._add(kind, level, source, element, number, always=bool(rest))
        for one in rest:
            self._nested(one, level + 1, opening)

    def _nested(self, element: etree._Element, level: int, taken: Sequence[etree._Element]) -> None:
        """Take in what stands below a paragraph: lists, their points, and the words that go on after them."""
        if element in taken:
            return
        name = local(element)
        if name in _LISTS:
            follows = False  # a sublist beside a point stands below it
            for one in below(element):
                self._nested(one, level + 1 if local(one) in _LISTS and follows else level, taken)
                follows = follows or local(one) in _POINTS
        elif name in _POINTS:
            self._tree("item", level, element, _number(element) or "")
        elif name == "table":
            self._table(element)
        elif name != "num":
            self._add("closing", level, _inside([element]), element)

    def _table(self, element: etree._Element) -> None:
        rows = [[words(cell) for cell in below(row)] for row in every(element, "tr")]
        for row in rows:
            text = " – ".join(filter(None, row))
            if text:
                self._append(Row("operative", 0, (Run(text),), "", self._inlines.name(element), (), _line(element)))

    def _add(
        self,
        kind: Kind,
        level: int,
        source: Sequence[etree._Element],
        element: etree._Element,
        number: str | None = None,
        *,
        always: bool = False,
        guess: str = "",
    ) -> None:
        """Add the words of `source` as a clause, if there are any or it stands `always`."""
        text = self._inlines.text(_inside(source))
        if kind == "enacting" and not self._exact:
            text = normalise(tuple(replace(one, marks=NO_MARKS) if isinstance(one, Run) else one for one in text))
        worded = bool(flatten(text).strip())
        if number and not (worded or always or self._exact):
            self._astray = number  # a number alone stands before its paragraph in some published files
        elif worded or always or self._exact:
            if number == "" and kind == "operative":
                number, self._astray = self._astray, ""
            known = tuple(filter(None, (element.get("eId", ""), element.get("wId", ""))))
            self._append(Row(kind, level, text, number, self._inlines.name(element), known, _line(element), guess))

    def _append(self, row: Row) -> None:
        self.found.append(row)
        if len(self.found) > MOST:
            raise ImportFailure("import-too-many", limit=MOST)


def _number(element: etree._Element) -> str | None:
    """Return the number that `element` has, None where it has none."""
    number = child(element, "num")
    return None if number is None else words(number)


def _opened(element: etree._Element) -> list[etree._Element]:
    """Return what stands in a content that holds a list, else the element itself."""
    holds = local(element) in ("content", "intro") and child(element, *_LISTS) is not None
    return list(below(element)) if holds else [element]


def _line(element: etree._Element) -> int:
    return element.sourceline or 0


def _paragraphs(element: etree._Element) -> list[etree._Element]:
    """Return the paragraphs of running words in `element`, itself where it has none; those of notes are not among."""
    found = [one for one in below(element) if local(one) == "p"]
    return found or [element]


def _inside(elements: Iterable[etree._Element]) -> list[etree._Element]:
    return [paragraph for element in elements for paragraph in _paragraphs(element)]


def _named(paragraph: etree._Element, around: etree._Element) -> etree._Element:
    """Return the element that names `paragraph`: the first of a container is the container itself."""
    return around if next(iter(_paragraphs(around))) is paragraph else paragraph


def _is_heading(element: etree._Element) -> bool:
    """Return whether an unnumbered paragraph looks as a heading does: a few words, and no sign at their end."""
    text = words(element)
    lists = any(local(one) in _LISTS for one in element.iter("{*}*"))
    return not lists and 0 < len(text) <= _LONGEST_HEADING and not text.endswith(_ENDS)
