"""`write_pdf`: a layout as one file that is tagged (PDF/UA-1) and lasts (PDF/A-2a)."""

from collections.abc import Iterator

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from editor.compose.composition import Composition
from editor.export.pdf.bookmarks import write_bookmarks
from editor.export.pdf.drawing import Drawing
from editor.export.pdf.elements import Tree
from editor.export.pdf.links import Links
from editor.export.pdf.metadata import write_info, write_intent, write_packet
from editor.export.pdf.objects import Document, text
from editor.export.pdf.pen import Memo, Pen
from editor.typeset.layout import Layout

_CATALOG_ENTRIES = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents")
_LEVEL = 2
"""How hard pages are compressed: half the time of zlib's usual level for 6 per cent more bytes."""


class _Canvas(Canvas):
    """reportlab's canvas over a document of our own; it sets no font before the first words, so embeds no other."""

    _code: list[str]
    _pagesize: tuple[float, float]

    def __init__(self, document: Document, layout: Layout, level: int) -> None:
        super().__init__("", pagesize=(layout.width, layout.height), invariant=1, pdfVersion=(1, 7))
        self._doc = document
        self._level = level
        self.resources = document.reserve()

    def _make_preamble(self) -> None:
        self._preamble = ""

    def show(self, place: int, code: list[str], links: list[int]) -> None:
        """End a page with `code` on it: reportlab's, as an object written out."""
        document: Document = self._doc
        self.showPage()
        content = document.add_stream("\n".join(code).encode("latin-1"), level=self._level)
        annotations = f"/Annots[{' '.join([f'{number} 0 R' for number in links])}]" if links else ""
        width, height = self._pagesize
        document.put(
            document.page_numbers[place],
            f"<</Type/Page/Parent {document.parent}/MediaBox[0 0 {width:.2f} {height:.2f}]"
            f"/Resources {self.resources} 0 R/Contents {content} 0 R/StructParents {place}/Tabs/S{annotations}>>",
        )


def write_pdf(composition: Composition, layout: Layout, compress: bool = True, memo: Memo | None = None) -> bytes:
    """Return `layout` as a PDF file, the same bytes for the same input.

    For a file that is looked at and thrown away: without `compress` the pages stay as they are written, and paragraphs
    that `memo` knows from the file before are not written anew. Neither changes what is seen.
    """
    document = Document(len(layout.pages))
    tree = Tree(document, composition.language)
    links = Links(document, tree, layout)
    pen = Pen(layout, composition.language, memo)
    drawing = Drawing(composition, layout, tree, links, pen)
    canvas = _Canvas(document, layout, _LEVEL if compress else 0)
    for place, page in enumerate(layout.pages):
        code = drawing.page(place, page, document.page_numbers[place])
        canvas.show(place, code, links.on(place))
    fonts = "".join(f"/{name} {number} 0 R" for font in pen.fonts.values() for name, number in font.embed(document))
    document.put(canvas.resources, f"<</Font<<{fonts}>>>>")
    _catalog(document, composition, layout, tree)
    return document.file(write_info(document, composition.metadata))


def _catalog(document: Document, composition: Composition, layout: Layout, tree: Tree) -> None:
    catalog = document.Catalog
    catalog.__NoDefault__ = _CATALOG_ENTRIES
    catalog.Lang = text(composition.language)
    catalog.MarkInfo = "<</Marked true>>"
    catalog.ViewerPreferences = "<</DisplayDocTitle true>>"
    catalog.StructTreeRoot = f"{tree.write()} 0 R"
    catalog.Metadata = f"{write_packet(document, composition.metadata, composition.language)} 0 R"
    catalog.OutputIntents = f"[{write_intent(document)} 0 R]"
    catalog.PageLabels = f"<</Nums[{' '.join(_labels(layout))}]>>"
    bookmarks = write_bookmarks(document, composition, layout)
    catalog.Outlines = f"{bookmarks} 0 R" if bookmarks else None
    if bookmarks:
        catalog.PageMode = "/UseOutlines"


def _labels(layout: Layout) -> Iterator[str]:
    """Yield what viewers shall call the pages: by their printed numbers, those without in small roman numerals."""
    counts = {True: 0, False: 0}
    before: bool | None = None
    for place, page in enumerate(layout.pages):
        numbered = page.number is not None
        counts[numbered] += 1
        if numbered != before:
            before = numbered
            yield f"{place}<</S/{'D' if numbered else 'r'}/St {counts[numbered]}>>"
