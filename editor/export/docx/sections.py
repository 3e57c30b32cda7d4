"""Sections with their headers, footers and watermark (ECMA-376 part 1, 17.6 and 17.10)."""

from editor.compose.composition import Composition, Page, Section
from editor.export.docx.blocks import BlockWriter
from editor.export.docx.markup import twips
from editor.export.docx.package import Part, R, W, word_part
from editor.export.docx.watermark import NAMESPACES, watermark

LAST_PAGE = "_rcLastPage"
"""The bookmark in the last paragraph of the last section whose pages count."""

_LINE_NUMBER_GAP = 280
"""Twips between a line number and the text: as in the printed copy."""

_EMPTY = "<w:p><w:pPr><w:suppressLineNumbers/></w:pPr></w:p>"


class Furniture:
    """The header and footer parts of one file; equal ones are written once. Their ids count from rId1."""

    def __init__(self, composition: Composition, writer: BlockWriter) -> None:
        self._composition = composition
        self._writer = writer
        self._kinds = {
            "header": bool(composition.watermark) or any(section.header for section in composition.sections),
            "footer": any(section.footer for section in composition.sections),
        }
        self._known: dict[tuple[str, str], int] = {}
        self.parts: list[Part] = []

    def references(self, section: Section) -> str:
        """Return the references of `section`: to an empty part too, for one without would take its forerunner's."""
        return "".join(
            f'<w:{kind}Reference w:type="default" r:id="rId{self._part(kind, section)}"/>'
            for kind, used in self._kinds.items()
            if used
        )

    def _part(self, kind: str, section: Section) -> int:
        paragraphs = section.header if kind == "header" else section.footer
        content = self._writer.write(paragraphs) if paragraphs else _EMPTY
        key = (kind, content)
        if key not in self._known:
            number = 1 + sum(known == kind for known, _ in self._known)
            self.parts.append(word_part(f"{kind}{number}.xml", kind, self._xml(kind, content, number)))
            self._known[key] = len(self.parts)
        return self._known[key]

    def _xml(self, kind: str, content: str, number: int) -> str:
        if kind == "header":
            stamp = watermark(self._composition, number)
            content = content.replace("</w:pPr>", f"</w:pPr>{stamp}", 1)
        element = "hdr" if kind == "header" else "ftr"
        return f"<w:{element} {W} {R} {NAMESPACES}>{content}</w:{element}>"


def section_properties(composition: Composition, place: int, references: str) -> str:
    """Return the w:sectPr of the section at `place`: new page or sheet, size, margins, line and page numbers."""
    section = composition.sections[place]
    lines = ""
    if composition.line_numbers and section.name == "body":
        restart = "newPage" if composition.line_numbers == "page" else "continuous"
        lines = f'<w:lnNumType w:countBy="1" w:distance="{_LINE_NUMBER_GAP}" w:restart="{restart}"/>'
    kind = "oddPage" if composition.duplex and place else "nextPage"
    properties = f'<w:type w:val="{kind}"/>{_page(composition.page)}{lines}{_page_numbers(composition, place)}'
    return f"<w:sectPr>{references}{properties}</w:sectPr>"


def _page(page: Page) -> str:
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    sides = (("top", page.top), ("right", page.right), ("bottom", page.bottom), ("left", page.left))
    edges = (*sides, ("header", page.header), ("footer", page.footer))
    margins = "".join(f' w:{name}="{twips(value)}"' for name, value in edges)
    return f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{turned}/><w:pgMar{margins} w:gutter="0"/>'


def _page_numbers(composition: Composition, place: int) -> str:
    """Return where page numbers begin: with 1 in the first section that counts, with 0 on a cover before it.

    Two pages that are both page 1 are printed with an empty one between them, to have odd numbers on the right: that is
    as it should be only where sections begin on the front of a sheet, so the cover is page 1 there.
    A section that does not count after this one still takes up numbers, which Word cannot help.
    """
    first = first_numbered(composition)
    if first is None or place not in (0, first):
        return ""
    return f'<w:pgNumType w:start="{1 if place == first or composition.duplex else 0}"/>'


def first_numbered(composition: Composition) -> int | None:
    """Return the place of the first section whose pages count."""
    return next((place for place, section in enumerate(composition.sections) if section.numbered), None)


def last_numbered(composition: Composition) -> int | None:
    """Return the place of the last section whose pages count, None where all pages do or none."""
    counted = [place for place, section in enumerate(composition.sections) if section.numbered]
    return counted[-1] if 0 < len(counted) < len(composition.sections) else None


def pages_field(composition: Composition) -> str:
    """Return the field that counts the numbered pages: all there are, or the number of the last one that has any.

    Word has a field for the pages of one section alone, which LibreOffice does not know.
    """
    return "NUMPAGES" if last_numbered(composition) is None else f"PAGEREF {LAST_PAGE}"
