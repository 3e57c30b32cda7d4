"""Paragraphs, and how they stand together (ECMA-376 part 1, 17.3.1)."""

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from editor.compose.composition import Block, Comment, Composition, ListLabel, Paragraph, Table
from editor.export.docx.builtin import COMMENT_MARK, GAP
from editor.export.docx.counting import Numbering
from editor.export.docx.markup import language, switch, twips
from editor.export.docx.numbering import indents, num_pr
from editor.export.docx.spans import Ids, Setting, SpanWriter, bookmark
from editor.export.docx.styles import StyleSheet
from editor.export.docx.tables import write_table


class Ending(Struct, frozen=True):
    """What the last paragraph of a section bears: the section's properties, and more content."""

    properties: str = ""
    content: str = ""


NO_ENDING = Ending()


class Place(Struct, frozen=True):
    """Where a paragraph stands: the space around it in points, whether the next is to stay with it, what it ends."""

    before: float
    after: float
    keep: bool = False
    ending: Ending = NO_ENDING


class BlockWriter:
    """Writes blocks in the order of the document; `remarks` gathers the comments it has met, numbered from 0."""

    def __init__(
        self, composition: Composition, sheet: StyleSheet, numbering: Numbering, spans: SpanWriter, ids: Ids
    ) -> None:
        self._levels = {list_.name: list_.levels for list_ in composition.lists}
        self._width = twips(composition.page.width - composition.page.left - composition.page.right)
        self._two_texts = bool(composition.hands)
        self._sheet = sheet
        self._numbering = numbering
        self._spans = spans
        self._ids = ids
        self._anchored: set[str] = set()
        self.remarks: list[Comment] = []

    def write(self, blocks: Sequence[Block], ending: Ending = NO_ENDING) -> str:
        """Return the blocks of a section or of a header; their last paragraph bears its `ending`."""
        pieces: list[str] = []
        final = blocks[-1] if blocks else None
        following = (*blocks[1:], None) if blocks else ()
        # A paragraph that may be rejected or deleted with its end would take the section's properties along, and where
        # no paragraph follows it could not go.
        bears = isinstance(final, Paragraph) and not (final.change and (ending.properties or self._two_texts))
        above: Block | None = None
        for block, below in zip(blocks, following, strict=True):
            if isinstance(block, Paragraph):
                last = ending if bears and below is None else NO_ENDING
                pieces.append(self._paragraph(block, self._place(block, above, below, last)))
            else:
                if isinstance(above, Table):
                    pieces.append(self._gap(max(above.after, block.before)))
                elif self._two_texts and above is not None and above.change:
                    pieces.append(self._gap(0))
                pieces.append(write_table(block, self._width, self._cell))
            above = block
        if not bears:
            pieces.append(self._gap(0, ending))
        return "".join(pieces)

    def _place(self, paragraph: Paragraph, above: Block | None, below: Block | None, ending: Ending) -> Place:
        """Return where `paragraph` stands: next to a table it keeps the distance that either asks for.

        A clause that opens a list stands on the page with the first of its sub-items.
        """
        style = self._sheet.styles[paragraph.style]
        return Place(
            max(style.before, above.after) if isinstance(above, Table) else style.before,
            max(style.after, below.before) if isinstance(below, Table) else style.after,
            isinstance(below, Paragraph) and below.level > paragraph.level and not below.continues,
            ending,
        )

    def _cell(self, paragraphs: Sequence[Paragraph]) -> str:
        """Return a cell's content: space stands only between its paragraphs, and it has at least one."""
        last = len(paragraphs) - 1
        pieces = []
        for number, paragraph in enumerate(paragraphs):
            style = self._sheet.styles[paragraph.style]
            place = Place(style.before if number else 0.0, style.after if number < last else 0.0)
            pieces.append(self._paragraph(paragraph, place))
        return "".join(pieces) or "<w:p/>"

    def _paragraph(self, paragraph: Paragraph, place: Place) -> str:
        style = self._sheet.styles[paragraph.style]
        properties = self._properties(paragraph, place)
        content = self._spans.write(
            paragraph.spans, Setting(style.italic, paragraph.language, paragraph.change, paragraph.by)
        )
        if paragraph.comments:
            content = self._commented(content, paragraph.comments)
        if paragraph.anchor and paragraph.anchor not in self._anchored:
            content = self._anchor(content, paragraph.anchor)
            if paragraph.begins:
                content = self.marked(f"_rc{paragraph.begins.capitalize()}{self._ids.next()}", content)
        return (
            f"<w:p><w:pPr>{properties}{self._end_mark(paragraph)}{place.ending.properties}"
            f"{self._formerly(paragraph, place, properties)}</w:pPr>{content}{place.ending.content}</w:p>"
        )

    def _properties(self, paragraph: Paragraph, place: Place) -> str:
        """Return the style and number of `paragraph`."""
        style_id = self._style_id(paragraph, place)
        return f'<w:pStyle w:val="{style_id}"/>{self._keep(paragraph, place)}{self._number(paragraph, style_id)}'

    def _style_id(self, paragraph: Paragraph, place: Place) -> str:
        return self._sheet.id_of(paragraph.style, place.before, place.after, paragraph.label is not None)

    def _keep(self, paragraph: Paragraph, place: Place) -> str:
        return switch("keepNext", place.keep and not self._sheet.styles[paragraph.style].keep_with_next)

    def _formerly(self, paragraph: Paragraph, place: Place, properties: str) -> str:
        """Return the tracked change of style and number of a paragraph that stayed, where the old text had others."""
        former = paragraph.former
        if not self._two_texts or paragraph.change is not None:
            return ""
        was = paragraph if former is None else replace(paragraph, style=former.style, label=former.label)
        if former is not None and was.style != paragraph.style:
            style = self._sheet.styles[was.style]
            place = Place(style.before, style.after, place.keep)
        style_id = self._style_id(was, place)
        number = self._number_as(was, style_id, self._numbering.place_former)
        then = f'<w:pStyle w:val="{style_id}"/>{self._keep(was, place)}{number}'
        if then == properties:
            return ""
        return f"<{self._spans.tracked('w:pPrChange', paragraph.by)}><w:pPr>{then}</w:pPr></w:pPrChange>"

    def _number(self, paragraph: Paragraph, style_id: str) -> str:
        deleted = paragraph.change == "deleted"
        return self._number_as(paragraph, style_id, lambda label, style: self._numbering.place(label, style, deleted))

    def _number_as(
        self, paragraph: Paragraph, style_id: str, place: Callable[[ListLabel, str], tuple[int, int] | None]
    ) -> str:
        """Return the number's properties, and the indents where the list's are not those of the paragraph's style."""
        label = paragraph.label
        if label is None:
            return ""
        # A variant of a style is not tied to the level that its style is tied to.
        own = style_id == self._sheet.ids[paragraph.style]
        placed = place(label, paragraph.style if own else "")
        if placed is None:
            return ""
        indented = self._levels[label.list][label.level].style == paragraph.style
        return num_pr(placed) + ("" if indented else indents(self._sheet.styles[paragraph.style], labelled=True))

    def _end_mark(self, paragraph: Paragraph) -> str:
        """Return the look of the paragraph's end: its language, and whether it came or went with the words.

        A deleted clause has its mark deleted too, so that Word counts on as if it were gone.
        """
        look = ""
        if paragraph.change is not None:
            look = f"<{self._spans.tracked('w:ins' if paragraph.change == 'inserted' else 'w:del', paragraph.by)}/>"
        if paragraph.language:
            look += language(paragraph.language)
        return f"<w:rPr>{look}</w:rPr>" if look else ""

    def _anchor(self, content: str, anchor: str) -> str:
        self._anchored.add(anchor)
        return self.marked(bookmark(anchor), content)

    def marked(self, name: str, content: str = "") -> str:
        """Return `content` inside the bookmark `name`."""
        number = self._ids.next()
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'

    def _commented(self, content: str, comments: Sequence[Comment]) -> str:
        numbers = range(len(self.remarks), len(self.remarks) + len(comments))
        self.remarks.extend(comments)
        starts = "".join(f'<w:commentRangeStart w:id="{number}"/>' for number in numbers)
        look = f'<w:rPr><w:rStyle w:val="{COMMENT_MARK}"/></w:rPr>'
        ends = "".join(
            f'<w:commentRangeEnd w:id="{number}"/><w:r>{look}<w:commentReference w:id="{number}"/></w:r>'
            for number in numbers
        )
        return starts + content + ends

    def _gap(self, points: float, ending: Ending = NO_ENDING) -> str:
        """Return the paragraph that Word wants after a table, as low as may be or `points` high."""
        height = f'<w:spacing w:line="{twips(points)}" w:lineRule="exact"/>' if points > 1 else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{GAP}"/>{height}{ending.properties}</w:pPr>{ending.content}</w:p>'
