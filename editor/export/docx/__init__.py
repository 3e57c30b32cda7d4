"""A composition as a Word file: native numbering, live references, styles that carry every look.

The file is written from the ground up, without a template's leftovers; `write_docx` is all there is to call.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from editor.compose.composition import Block, Composition, Hand, Paragraph, Section
from editor.export.docx import notes, parts
from editor.export.docx.blocks import BlockWriter, Ending
from editor.export.docx.counting import Numbering
from editor.export.docx.markup import utc
from editor.export.docx.numbering import write_numbering
from editor.export.docx.package import R, W, pack, word_part
from editor.export.docx.sections import LAST_PAGE, Furniture, last_numbered, pages_field, section_properties
from editor.export.docx.spans import Ids, SpanWriter, revision, targets
from editor.export.docx.styles import StyleSheet
from editor.export.docx.theme import theme

__all__ = ["write_docx"]


def write_docx(composition: Composition) -> bytes:
    """Return `composition` as the bytes of a DOCX file; the same composition gives the same bytes.

    KeyError or IndexError if it names a style, list or list level that it does not have.
    """
    if not composition.sections:
        composition = replace(composition, sections=(Section("body", ()),))  # Word takes no file without a page
    paragraphs = [paragraph for section in composition.sections for paragraph in _paragraphs(section.blocks)]
    labels = (paragraph.label for paragraph in paragraphs if paragraph.label)
    numbering = Numbering(composition.lists, labels, bool(composition.hands))
    sheet = StyleSheet(composition, numbering.tied, _followers(paragraphs))
    ids = Ids()
    spans = SpanWriter(targets(paragraphs), _revisions(composition), pages_field(composition), ids)
    blocks = BlockWriter(composition, sheet, numbering, spans, ids)
    furniture = Furniture(composition, blocks)
    document = f"<w:document {W} {R}><w:body>{_body(composition, blocks, furniture)}</w:body></w:document>"
    others = [
        *furniture.parts,  # first: the document has their relationships by number
        *([notes.footnotes(spans, sheet)] if spans.notes else []),
        *notes.comments(blocks.remarks),
        word_part("styles.xml", "styles", sheet.xml()),
        word_part("numbering.xml", "numbering", write_numbering(numbering, sheet.styles, sheet.ids)),
        parts.settings(composition, notes=bool(spans.notes)),
        parts.font_table(composition),
        theme(composition),
    ]
    return pack(document, others, [parts.core_properties(composition), parts.app_properties()])


def _body(composition: Composition, blocks: BlockWriter, furniture: Furniture) -> str:
    """Return all sections: each bears its properties in its last paragraph, the last one below it."""
    pieces: list[str] = []
    last = len(composition.sections) - 1
    for place, section in enumerate(composition.sections):
        properties = section_properties(composition, place, furniture.references(section))
        mark = blocks.marked(LAST_PAGE) if place == last_numbered(composition) else ""
        pieces.append(blocks.write(section.blocks, Ending(properties if place < last else "", mark)))
        pieces.append(properties if place == last else "")
    return "".join(pieces)


def _revisions(composition: Composition) -> dict[str, str]:
    """Return by hand who changed the text and when: where that is not said, the document's author on its date."""
    author, time = composition.metadata.author or parts.PROGRAM, parts.timestamp(composition.metadata)
    return {
        name: revision(hand.author or author, utc(hand.date) if hand.date else time)
        for name, hand in ({"": Hand()} | composition.hands).items()
    }


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (paragraph for row in block.rows for cell in row for paragraph in cell)


def _followers(paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    """Return the style that Enter goes on in after a title, heading or enacting phrase: that of what follows first."""
    found: dict[str, str] = {}
    for paragraph, following in pairwise(paragraphs):
        if paragraph.role in ("title", "heading", "enacting") and following.style != paragraph.style:
            found.setdefault(paragraph.style, following.style)
    return found
