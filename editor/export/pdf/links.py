"""Links inside the document: annotations over references and note marks, and where they lead."""

from msgspec import Struct

from editor.export.pdf.elements import Element, Tree
from editor.export.pdf.objects import Document, text
from editor.typeset.layout import Layout

NOTE = "note:"
"""Before a footnote's id as a target."""

_ABOVE = 6.0
"""Points between the upper edge of the window and the place that a link leads to."""


class Spot(Struct):
    """Words that lead to `target`: their element, their box on the page in points from its lower left corner."""

    element: Element
    box: tuple[float, float, float, float]
    target: str
    contents: str


class Links:
    """The links of one document, by page; written when all pages are drawn and all targets known."""

    def __init__(self, document: Document, tree: Tree, layout: Layout) -> None:
        self._document = document
        self._tree = tree
        self._numbers: dict[int, list[int]] = {}
        self._targets = destinations(document, layout)

    def leads(self, target: str) -> bool:
        """Return whether `target` is in this document."""
        return target in self._targets

    def add(self, place: int, spot: Spot) -> None:
        """Take a link on the page at `place`; its target has to be in this document."""
        number = self._document.reserve()
        spot.element.annotate(self._document.page_numbers[place], number)
        self._numbers.setdefault(place, []).append(number)
        box = " ".join(f"{edge:.2f}" for edge in spot.box)
        self._document.put(
            number,
            f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{box}]/Contents{text(spot.contents)}"
            f"/Dest{self._targets[spot.target]}/StructParent {self._tree.annotation(spot.element)}>>",
        )

    def on(self, place: int) -> list[int]:
        """Return the numbers of the annotations on the page at `place`."""
        return self._numbers.get(place, [])


def destinations(document: Document, layout: Layout) -> dict[str, str]:
    """Return where clauses and footnotes (NOTE and their id) stand, as destinations."""
    found: dict[str, str] = {}
    for place in layout.places:
        if place.clause not in found:
            found[place.clause] = destination(document, layout, place.page, place.top)
    for number, page in enumerate(layout.pages):
        for passage in page.passages:
            if passage.part == "note-label":
                top = passage.y - passage.leading
                found[NOTE + passage.note] = destination(document, layout, number, top)
    return found


def destination(document: Document, layout: Layout, page: int, top: float) -> str:
    """Return the place `top` points below the upper edge of `page`, counted from 0."""
    height = min(layout.height - top + _ABOVE, layout.height)
    return f"[{document.page_numbers[page]} 0 R/XYZ 0 {height:.1f} null]"
