"""The clauses as preamble and body: paragraphs, lists and sub-lists, sections, attachments."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from msgspec.structs import replace

from editor.compose.composition import Paragraph, Words
from editor.export.akn.inline import guid
from editor.export.akn.inline import paragraph as running
from editor.export.akn.xml import Element, element, words

_NESTED = ("item", "closing")
"""Kinds that stand below a clause."""

_OPENING = 60
"""Characters of the opening words that name a container."""


def clauses(blocks: Iterable[object]) -> list[Paragraph]:
    """Return the paragraphs among `blocks` that are clauses and were not deleted."""
    return [one for one in blocks if isinstance(one, Paragraph) and one.kind and one.change != "deleted"]


class Text:
    """Preamble, body and attachments of the clauses `paragraphs`, which name each other by their places."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._places = _places(paragraphs)
        first = next((at for at, one in enumerate(paragraphs) if one.kind == "annex"), len(paragraphs))
        start = next((at for at, one in enumerate(paragraphs[:first]) if not _in_preamble(paragraphs, at)), first)
        while start and paragraphs[start - 1].kind == "heading":
            start -= 1
        self._head, self._main = paragraphs[:start], paragraphs[start:first]
        self._annexes = paragraphs[first:]

    def elements(self) -> Iterator[Element]:
        """Yield preamble and body."""
        yield element("preamble", *self._level(self._head, preamble=True))
        yield element("mainBody", *self._division(self._main))

    def attachments(self) -> Iterator[Element]:
        """Yield the annexes, if there are any."""
        found: list[Element] = []
        starts = [at for at, one in enumerate(self._annexes) if one.kind == "annex"]
        for start, end in pairwise([*starts, len(self._annexes)]):
            annex = self._annexes[start]
            body = element("mainBody", *self._division(self._annexes[start + 1 : end]))
            document = element("doc", body, name="annex")
            found.append(
                element(
                    "attachment", *self._number(annex), self._heading(annex, "heading"), document, **self._names(annex)
                )
            )
        if found:
            yield element("attachments", *found)

    def _division(self, paragraphs: Sequence[Paragraph], level: int = 0) -> list[Element]:
        """Return what stands in a division, its parts as sections of their own."""
        starts = [at for at, one in enumerate(paragraphs) if one.kind == "part" and one.level <= level]
        first = starts[0] if starts else len(paragraphs)
        found = list(self._level(paragraphs[:first]))
        for start, end in pairwise([*starts, len(paragraphs)]):
            part = paragraphs[start]
            inside = self._division(paragraphs[start + 1 : end], level + 1)
            found.append(
                element("section", *self._number(part), self._heading(part, "heading"), *inside, **self._names(part))
            )
        return found

    def _level(self, paragraphs: Sequence[Paragraph], *, preamble: bool = False) -> Iterator[Element]:
        """Yield clauses at the top, each with all that stands below it."""
        at = 0
        while at < len(paragraphs):
            end = at + 1
            while end < len(paragraphs) and paragraphs[end].kind in _NESTED:
                end += 1
            one, below = paragraphs[at], paragraphs[at + 1 : end]
            yield self._before(one, below) if preamble else self._top(one, below)
            at = end

    def _before(self, one: Paragraph, below: Sequence[Paragraph]) -> Element:
        """Return what stands at the top of the preamble: a paragraph with number or sub-items is a recital there."""
        names = self._names(one)
        if one.kind == "enacting":
            return element("formula", self._words(one), name="enactingFormula", **names)
        if one.kind == "heading":
            return self._heading(one, "crossHeading", **names)
        if one.label or below:
            return element("recitals", element("recital", *self._number(one), *self._blocks(one, below), **names))
        opening = " ".join(next((span.text for span in one.spans if isinstance(span, Words)), "")[:_OPENING].split())
        return element("container", self._words(one), name=opening or "preambular", **names)

    def _top(self, one: Paragraph, below: Sequence[Paragraph]) -> Element:
        """Return what stands at the top of the body or of a section; there a preamble's paragraphs are headings."""
        names = self._names(one)
        if one.kind == "heading":
            return self._heading(one, "crossHeading", **names)
        if one.kind == "enacting":
            return self._heading(one, "crossHeading", refersTo="#enactingFormula", **names)
        if one.kind == "preambular" and not (one.label or below):
            return self._heading(one, "crossHeading", refersTo="#preamble", **names)
        name = "preambular" if one.kind == "preambular" else ""
        found = element("hcontainer" if name else "paragraph", *self._number(one), *self._listed(one, below), **names)
        return replace(found, attributes=(("name", name), *found.attributes))

    def _listed(self, one: Paragraph, below: Sequence[Paragraph]) -> list[Element]:
        """Return a clause's words, with a list after them if anything stands below it."""
        if not below:
            return [element("content", self._words(one))]
        return [element("list", element("intro", self._words(one)), *self._points(below, one.level + 1))]

    def _points(self, below: Sequence[Paragraph], level: int) -> Iterator[Element]:
        for one, inside in _groups(below, level):
            if one.kind == "closing":
                yield element("wrapUp", self._words(one), **self._names(one))
            else:
                yield element("point", *self._number(one), *self._listed(one, inside), **self._names(one))

    def _blocks(self, one: Paragraph, below: Sequence[Paragraph]) -> list[Element]:
        """Return a recital's or an item's words, with a list of blocks for what stands below it."""
        if not below:
            return [self._words(one)]
        opening = words("listIntroduction", *self._words(one).children, xml__space="preserve")
        return [element("blockList", opening, *self._items(below, one.level + 1))]

    def _items(self, below: Sequence[Paragraph], level: int) -> Iterator[Element]:
        for one, inside in _groups(below, level):
            if one.kind == "closing":
                yield self._heading(one, "listWrapUp", **self._names(one))
            else:
                yield element("item", *self._number(one), *self._blocks(one, inside), **self._names(one))

    def _heading(self, one: Paragraph, name: str, **attributes: str) -> Element:
        return words(name, *self._words(one).children, xml__space="preserve", **attributes)

    def _number(self, one: Paragraph) -> list[Element]:
        return [words("num", one.label.text)] if one.label else []

    def _words(self, one: Paragraph) -> Element:
        return running(one.spans, self._places)

    def _names(self, one: Paragraph) -> dict[str, str]:
        return {"eId": self._places[one.anchor], "GUID": guid(one.anchor)}


def _groups(below: Sequence[Paragraph], level: int) -> Iterator[tuple[Paragraph, Sequence[Paragraph]]]:
    """Yield what stands at `level`, each with what stands below it."""
    at = 0
    while at < len(below):
        end = at + 1
        while end < len(below) and below[end].level > level:
            end += 1
        yield below[at], below[at + 1 : end]
        at = end


def _in_preamble(paragraphs: Sequence[Paragraph], at: int) -> bool:
    kind = paragraphs[at].kind
    if kind in _NESTED:
        top = next((one.kind for one in reversed(paragraphs[:at]) if one.kind not in _NESTED), None)
        return top == "preambular"
    return kind in ("preambular", "enacting", "heading")


def _places(paragraphs: Sequence[Paragraph]) -> Mapping[str, str]:
    """Return the eId of every clause by its id: by what it is and its place among those."""
    named = {
        "preambular": "container", "enacting": "formula", "operative": "para", "item": "point", "closing": "wrapUp",
        "heading": "crossHeading", "part": "section", "annex": "attachment",
    }  # fmt: skip
    found: dict[str, str] = {}
    ordered = sorted(range(len(paragraphs)), key=lambda at: str(paragraphs[at].kind))
    for kind, places in groupby(ordered, key=lambda at: paragraphs[at].kind):
        for number, at in enumerate(places, 1):
            found[paragraphs[at].anchor] = f"{named[str(kind)]}_{number}"
    return found
