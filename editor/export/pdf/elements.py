"""The elements of the structure tree, and the tree as objects of the file."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from editor.export.pdf.objects import Document, text


class Element(Struct, gc=False):
    """One element: its kind, the content of its own in the order drawn, and the elements below it that follow that.

    `number` is its object's, `parent` that of the one above, `page` that of the page of its first content; `kids`,
    `beside` and `below` stand in its array of kids, in this order. Thousands of these live at once: the
    collector need not see them.
    """

    number: int
    tag: str
    parent: int
    attributes: str
    page: int = 0
    kids: str = ""
    beside: str = ""
    below: str = ""

    def draw(self, page: int, mark: int) -> None:
        """Take marked content `mark` of the page with object number `page`."""
        if not self.page:
            self.page = page
        self.kids += f" {mark}" if page == self.page else f"<</Type/MCR/Pg {page} 0 R/MCID {mark}>>"

    def annotate(self, page: int, annotation: int) -> None:
        """Take the annotation with object number `annotation`."""
        if not self.page:
            self.page = page
        self.kids += f"<</Type/OBJR/Pg {page} 0 R/Obj {annotation} 0 R>>"


class Tree:
    """The structure tree of one document, and which element each piece of marked content belongs to."""

    def __init__(self, document: Document, language: str) -> None:
        self._document = document
        self._root = document.reserve()
        self._elements: list[Element] = []
        self._marks: dict[int, Sequence[Element]] = {}
        self._annotations: list[Element] = []
        self._named: list[tuple[str, Element]] = []
        self.top = self._new("Document", self._root, f"/Lang{text(language)}")

    def element(self, tag: str, parent: Element, attributes: str = "") -> Element:
        """Return a new element after the others below `parent`."""
        element = self._new(tag, parent.number, attributes)
        parent.below += f" {element.number} 0 R"
        return element

    def inline(self, tag: str, parent: Element, attributes: str = "") -> Element:
        """Return a new element amid the content of `parent`, at the place that drawing has come to."""
        element = self._new(tag, parent.number, attributes)
        parent.kids += f" {element.number} 0 R"
        return element

    def aside(self, tag: str, parent: Element) -> Element:
        """Return a new element after all content of `parent` itself, before the elements below it."""
        element = self._new(tag, parent.number, "")
        parent.beside += f" {element.number} 0 R"
        return element

    def _new(self, tag: str, parent: int, attributes: str) -> Element:
        element = Element(self._document.reserve(), tag, parent, attributes)
        self._elements.append(element)
        return element

    def name(self, element: Element, name: str) -> None:
        """Give `element` an identifier of its own."""
        element.attributes += f"/ID{text(name)}"
        self._named.append((name, element))

    def page(self, place: int, owners: Sequence[Element]) -> None:
        """Take the elements that own the marked content of the page at `place`, in its order."""
        self._marks[place] = owners

    def annotation(self, element: Element) -> int:
        """Return the key under which an annotation finds its `element`."""
        self._annotations.append(element)
        return len(self._document.page_numbers) + len(self._annotations) - 1

    def write(self) -> int:
        """Put the tree into the file; return the number of its root."""
        document = self._document
        for element in self._elements:
            document.put(element.number, _content(element))
        parents = document.add(f"<</Nums[{' '.join(self._parents())}]>>")
        names = ""
        if self._named:
            pairs = " ".join(f"{text(name)} {element.number} 0 R" for name, element in sorted(self._named, key=_name))
            names = f"/IDTree {document.add(f'<</Names[{pairs}]>>')} 0 R"
        last = len(document.page_numbers) + len(self._annotations)
        document.put(
            self._root,
            f"<</Type/StructTreeRoot/K {self.top.number} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {last}{names}>>",
        )
        return self._root

    def _parents(self) -> Iterator[str]:
        for place in range(len(self._document.page_numbers)):
            owners = " ".join(f"{element.number} 0 R" for element in self._marks.get(place, ()))
            yield f"{place} {self._document.add(f'[{owners}]')} 0 R"
        for key, element in enumerate(self._annotations, len(self._document.page_numbers)):
            yield f"{key} {element.number} 0 R"


def _name(row: tuple[str, Element]) -> str:
    return row[0]


def _content(element: Element) -> str:
    page = f"/Pg {element.page} 0 R" if element.page else ""
    kids = element.kids + element.beside + element.below
    below = f"/K[{kids}]" if kids else ""
    return f"<</Type/StructElem/S/{element.tag}/P {element.parent} 0 R{page}{below}{element.attributes}>>"
