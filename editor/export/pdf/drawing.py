"""Pages as content: every word inside the element it belongs to, everything else an artifact."""

from itertools import groupby
from operator import itemgetter

from editor.compose.composition import Composition
from editor.export.pdf.elements import Element, Tree
from editor.export.pdf.links import NOTE, Links, Spot
from editor.export.pdf.objects import text
from editor.export.pdf.pen import Pen
from editor.export.pdf.skeleton import Owners, Skeleton
from editor.typeset.layout import Layout, Line, Page, Passage, Piece

_ARTIFACTS = {
    "header": "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC",
    "footer": "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC",
    "repeat": "/Artifact<</Type/Pagination>>BDC",
    "line-number": "/Artifact<</Type/Pagination>>BDC",
}
_LAYOUT = "/Artifact<</Type/Layout>>BDC"
_BEHIND = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC"
_END = "EMC"
_BELOW, _HEIGHT = 0.25, 1.15
"""How far below its baseline a link's box begins and how high it is, in units of its size."""

_CHANGES = {
    "inserted": "/A<</O/Layout/TextDecorationType/Underline>>",
    "deleted": "/A<</O/Layout/TextDecorationType/LineThrough>>",
}

Kind = tuple[str, str, str, str, str, str | None]
"""Link, words of the whole link, note, language, change, what is said instead."""

Row = tuple[Kind | None, float, Line, Piece]
"""A piece with its kind, the height of the baseline and its line."""


class Drawing:
    """Draws the pages of one layout, one after the other, into code for the canvas."""

    def __init__(self, composition: Composition, layout: Layout, tree: Tree, links: Links, pen: Pen) -> None:
        self._layout = layout
        self._tree = tree
        self._links = links
        self._pen = pen
        self._owners = Skeleton(composition, tree).owners
        self._notes: dict[str, tuple[Element, Element]] = {}
        self._last_remark: Element | None = None
        self._remarks = 0
        self._parted: tuple[Element, Element] | None = None
        self._marks: list[Element] = []
        self._place = self._page = 0

    def page(self, place: int, page: Page, number: int) -> list[str]:
        """Return the code of the page at `place`, whose object has `number`."""
        pen = self._pen
        pen.turn()
        self._marks = []
        self._place, self._page = place, number
        if self._layout.watermark is not None and page.passages:  # the back of a sheet that is left empty stays so
            pen.code.append(_BEHIND)
            pen.watermark(self._layout.watermark)
            pen.code.append(_END)
        pen.code.append("BT")
        for passage in page.passages:
            pen.shade(passage.part == "resolved")
            self._passage(passage)
        pen.shade(False)
        pen.code.append("ET")
        strokes = pen.strokes(page)
        if strokes:
            pen.code += [_LAYOUT, *strokes, _END]
        self._tree.page(place, self._marks)
        return pen.code

    def _passage(self, passage: Passage) -> None:
        """Draw lines of a paragraph inside its element."""
        artifact = _ARTIFACTS.get(passage.part)
        if artifact is not None:
            self._pen.code.append(artifact)
        else:
            owner = self._owner(passage)
            if owner is None:
                return
            if not self._is_simple(passage.lines):
                self._mixed(passage, owner)
                return
            self._open(owner)
        self._pen.lines(passage)
        self._pen.code.append(_END)

    def _is_simple(self, lines: tuple[Line, ...]) -> bool:
        for line in lines:
            if not line.plain:
                for piece in line.pieces:
                    if self._kind(piece) is not None:
                        return False
        return True

    def _owner(self, passage: Passage) -> Element | None:
        if passage.part in ("remark", "resolved"):
            return self._remark(passage)
        if passage.note:
            label, body = self._note(passage.note, self._owners[passage.section][passage.block])
            return label if passage.part == "note-label" else body
        owners = self._owners[passage.section][passage.block]
        if passage.cell is not None:
            return (owners.cells or {}).get(passage.cell)
        return owners.label if passage.part == "label" else owners.body

    def _note(self, note: str, owners: Owners) -> tuple[Element, Element]:
        """Return the elements of a footnote's number and text, made when its mark is drawn."""
        if note not in self._notes:
            parent = owners.body or next(iter((owners.cells or {}).values()), self._tree.top)
            self._notes[note] = self._new_note(note, parent)
        return self._notes[note]

    def _remark(self, passage: Passage) -> Element:
        """Return the element of a colleague's remark: a note within the clause it stands beside, after its words."""
        if passage.first == 0 or self._last_remark is None:
            owner = self._owners[passage.section][passage.block].body or self._tree.top
            self._last_remark = self._tree.aside("Note", owner)
            self._remarks += 1
            self._tree.name(self._last_remark, f"remark-{self._remarks}")
        return self._last_remark

    def _new_note(self, note: str, parent: Element) -> tuple[Element, Element]:
        element = self._tree.inline("Note", parent)
        self._tree.name(element, f"note-{len(self._notes) + 1}-{note}")
        label = self._tree.inline("Lbl", element)
        return label, element

    def _open(self, owner: Element) -> None:
        mark = len(self._marks)
        self._marks.append(owner)
        owner.draw(self._page, mark)
        self._pen.code.append(f"/{owner.tag}<</MCID {mark}>>BDC")

    def _mixed(self, passage: Passage, owner: Element) -> None:
        """Draw lines some of whose pieces are links, notes or in another language, each in an element of its own."""
        y = self._layout.height - passage.y
        pieces = [
            (None if line.plain else self._kind(piece), y - row * passage.leading, line, piece)
            for row, line in enumerate(passage.lines)
            for piece in line.pieces
        ]
        for kind, group in groupby(pieces, key=itemgetter(0)):
            rows = list(group)
            element = owner if kind is None else self._inline(kind, rows, owner, passage)
            self._open(element)
            for _, height, line, piece in rows:
                self._pen.piece(passage.x, height, line, piece)
            self._pen.code.append(_END)
            if kind is not None and element.tag == "Link":
                self._cover(element, kind, rows, passage.x)

    def _kind(self, piece: Piece) -> Kind | None:
        """Return what tells `piece` from the words around it, None if nothing does."""
        link = piece.link if self._links.leads(piece.link) else ""
        if not (link or piece.note or piece.language or piece.change or piece.says is not None):
            return None
        return link, piece.contents, piece.note, piece.language, piece.change, piece.says

    def _inline(self, kind: Kind, rows: list[Row], owner: Element, passage: Passage) -> Element:
        """Return the element for pieces that are not simply words of `owner`."""
        link, _, note, language, change, says = kind
        if says is not None:
            return self._span(says, owner, passage.first > 0 and rows[0][2] is passage.lines[0])
        if note:
            element = self._tree.inline("Link", self._tree.inline("Reference", owner))
            self._notes[note] = self._new_note(note, owner)
            return element
        if link:
            return self._tree.inline("Link", owner)
        attributes = f"/Lang{text(language)}" if language else ""
        return self._tree.inline("Span", owner, attributes + _CHANGES.get(change, ""))

    def _cover(self, element: Element, kind: Kind, rows: list[Row], x: float) -> None:
        """Lay links over pieces just drawn, one over each line's part of them."""
        target = NOTE + kind[2] if kind[2] else kind[0]
        for _, height, _, piece in rows:
            left, bottom = x + piece.x, height + piece.rise - _BELOW * piece.size
            box = (left, bottom, left + piece.width, bottom + _HEIGHT * piece.size)
            self._links.add(self._place, Spot(element, box, target, kind[1]))

    def _span(self, says: str, owner: Element, goes_on: bool) -> Element:
        """Return an element whose words are `says`; the same again for a word that goes on on a new page."""
        if not goes_on or self._parted is None or self._parted[0] is not owner:
            self._parted = owner, self._tree.inline("Span", owner, f"/ActualText{text(says)}")
        return self._parted[1]
