"""`typeset`: a composition on its pages."""

from collections.abc import Iterator

from editor.compose.composition import Composition, Paragraph, Section
from editor.typeset.bars import barred
from editor.typeset.blocks import SectionSetter
from editor.typeset.breaking import Cache
from editor.typeset.flow import Filled, Flow, Frame
from editor.typeset.fonts import FontSet
from editor.typeset.furniture import Furniture, LineNumbers, height, watermark
from editor.typeset.layout import Layout, Page, Place
from editor.typeset.margin import Margin, remarked, right_edge
from editor.typeset.notes import SectionNotes
from editor.typeset.runs import Looks
from editor.typeset.setter import Setter

_FURNITURE_GAP = 6.0
"""The least space in points between a header or footer and the text."""


def typeset(composition: Composition, fonts: FontSet, cache: Cache | None = None) -> Layout:
    """Return `composition` on pages.

    Lines that `cache` knows are not broken again. FontError if a family is not among `fonts`; KeyError if a paragraph
    names a style that the composition does not have.
    """
    fonts.trim()
    setter = Setter(composition, Looks(composition, fonts), cache or Cache())
    filled = [list(_filled(setter, number, section)) for number, section in enumerate(composition.sections)]
    behind = watermark(setter)
    counting = LineNumbers(setter) if composition.line_numbers else None
    around = [Furniture(setter, number, section) for number, section in enumerate(composition.sections)]
    pages: list[Page] = []
    total = sum(len(filled[number]) for number, section in enumerate(composition.sections) if section.numbered)
    printed = 0
    for number, section in enumerate(composition.sections):
        if composition.duplex and len(pages) % 2:
            pages.append(Page(number - 1, None, ()))
        for passages, rules in filled[number]:
            printed += section.numbered
            here = printed if section.numbered else None
            found = [*around[number].above(here, total), *passages, *around[number].below(here, total)]
            if counting and section.name == "body":
                found += counting.number(len(pages), passages)
            pages.append(Page(number, here, tuple(found), tuple(rules)))
    return Layout(
        composition.page.width,
        composition.page.height,
        tuple(pages),
        dict(sorted(fonts.by_name.items())),
        tuple(_places(setter, pages)),
        tuple(counting.rows) if counting else (),
        behind,
        tuple(dict.fromkeys(setter.findings)),
    )


def _filled(setter: Setter, number: int, section: Section) -> Iterator[Filled]:
    sheet = setter.composition.page
    width = right_edge(sheet, section) - sheet.left
    top, bottom = sheet.top, sheet.height - sheet.bottom
    if section.header:
        top = max(top, sheet.header + height(setter, section.header) + _FURNITURE_GAP)
    if section.footer:
        bottom = min(bottom, sheet.height - sheet.footer - height(setter, section.footer) - _FURNITURE_GAP)
    blocks = SectionSetter(setter, number, section, sheet.left, width, bottom - top)
    notes = SectionNotes(setter, number, section, sheet.left, width)
    pages = Flow(list(blocks.units()), Frame(top, bottom, sheet.left), notes).pages()
    if setter.composition.hands:
        pages = barred(section, sheet.left, pages)
    return Margin(setter, number, section, top, bottom).beside(pages) if remarked(section) else pages


def _places(setter: Setter, pages: list[Page]) -> Iterator[Place]:
    """Yield where the clauses stand, from the tops of their first lines to the bottoms of their last."""
    sections = setter.composition.sections
    for number, page in enumerate(pages):
        for passage in page.passages:
            if passage.part == "body":
                block = sections[passage.section].blocks[passage.block]
                if isinstance(block, Paragraph) and block.anchor:
                    top = passage.y - setter.drop(block.style)
                    yield Place(block.anchor, number, top, top + passage.leading * len(passage.lines))
