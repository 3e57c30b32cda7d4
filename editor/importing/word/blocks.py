"""A Word file's body as paragraphs in reading order: tables row by row, text boxes and content controls in place."""

from lxml import etree
from msgspec import Struct

from editor.importing.report import Dropped, Guess, ImportFailure
from editor.importing.word.inline import InlineReader
from editor.importing.word.names import MC, VAL, W, is_on, value
from editor.importing.word.numbering import Numbering
from editor.importing.word.package import MOST
from editor.importing.word.paragraphs import Paragraph
from editor.importing.word.styles import Layout, StyleSheet, layout
from editor.model.text import Run

_CONTENTS = "Table of Contents"
_CELL = 1000
"""Characters that the cells of a row may have together to be read as one line."""

_COMING = ("ins", "moveTo")
_GOING = ("del", "moveFrom")


class Table(Struct):
    """A table: the paragraph it begins with, its rows that have words, the first of these."""

    paragraph: int
    rows: int = 0
    words: str = ""


class BlockReader:
    """Walks a part's blocks; `done` are the paragraphs that the reading chosen leaves, with their numbers."""

    def __init__(self, sheet: StyleSheet, numbering: Numbering, inline: InlineReader, *, rejected: bool) -> None:
        self.done: list[Paragraph] = []
        self.tables: list[Table] = []
        self.dropped: list[Dropped] = []
        self._sheet = sheet
        self._numbering = numbering
        self._inline = inline
        self._gone = (_COMING if rejected else _GOING, rejected)
        self._open: Paragraph | None = None
        self._count = 0
        self._gap = False
        self._in_table = False

    def read(self, element: etree._Element) -> None:
        """Read the blocks in `element`: the body, a header, a cell, a text box."""
        self._blocks(element)
        self._close()

    def _blocks(self, element: etree._Element) -> None:
        for child in element:
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(child)
            elif tag == f"{W}tbl":
                self._table(child)
            elif tag == f"{W}sdt":
                self._control(child)
            elif tag == f"{W}bookmarkStart":
                self._inline.bookmarks.start(child, None)
            elif tag == f"{W}bookmarkEnd":
                self._inline.bookmarks.end(child)
            elif tag == f"{MC}AlternateContent":
                self._blocks(next(iter(child), child))
            elif tag in (f"{W}customXml", f"{W}smartTag", *(W + name for name in (*_COMING, *_GOING))):
                self._blocks(child)

    def _control(self, element: etree._Element) -> None:
        """Read what stands in a content control; a list of contents is no text, nor what asks for one."""
        content = element.find(f"{W}sdtContent")
        if content is None:
            return
        properties = element.find(f"{W}sdtPr")
        shown = properties.find(f"{W}showingPlcHdr") if properties is not None else None
        gallery = properties.find(f"{W}docPartObj/{W}docPartGallery") if properties is not None else None
        if gallery is not None and gallery.get(VAL) == _CONTENTS:
            words = "\n".join("".join(found.itertext(f"{W}t")) for found in content.iter(f"{W}p"))
            self.dropped.append(Dropped(words.strip(), self._count + 1, "contents"))
        elif shown is None or not is_on(shown):
            self._blocks(content)

    def _paragraph(self, element: etree._Element) -> None:
        self._count += 1
        if self._count > MOST:
            raise ImportFailure("import-too-many", limit=MOST)
        properties = element.find(f"{W}pPr")
        marks, rejected = self._gone
        before = properties.find(f"{W}pPrChange/{W}pPr") if rejected and properties is not None else None
        said = properties if before is None else before
        style_id = value(said, "pStyle") or self._sheet.paragraph
        style = self._sheet.style(style_id)
        paragraph = Paragraph(self._count, style, layout(said), style_id)
        paragraph.gap = self._gap
        self._inline.begin(paragraph)
        outer, self._inline.boxes = self._inline.boxes, []
        self._inline.read(element)
        self._inline.end()
        boxes, self._inline.boxes = self._inline.boxes, outer
        end = properties.find(f"{W}rPr") if properties is not None else None
        gone = end is not None and any(end.find(W + name) is not None for name in marks)
        if boxes:
            self._boxes(boxes)
        self._take(paragraph, gone)

    def _boxes(self, boxes: list[etree._Element]) -> None:
        """Read text boxes before the paragraph that they are tied to: they stand beside it, or above."""
        held, self._open = self._open, None
        for box in boxes:
            self._blocks(box)
            self._close()
        self._open = held

    def _take(self, paragraph: Paragraph, gone: bool) -> None:
        if self._open is not None:
            paragraph, self._open = self._open.join(paragraph), None
        if gone:
            self._open = paragraph
            return
        self._gap = not paragraph.has_words
        self._number(paragraph)
        self.done.append(paragraph)

    def _close(self) -> None:
        """End a text whose last mark is gone."""
        if self._open is not None:
            paragraph, self._open = self._open, None
            if paragraph.has_words:
                self._number(paragraph)
                self.done.append(paragraph)

    def _number(self, paragraph: Paragraph) -> None:
        """Give a paragraph the number of its list: its own, or its style's."""
        own, styled = paragraph.layout, paragraph.style.layout
        list_ = own.list if own.list is not None else styled.list
        if not list_:
            paragraph.layout = own.over(styled)
            return
        level = own.level if own.list is not None or own.level is not None else styled.level
        if level is None:
            level = self._numbering.level_of(list_, paragraph.style_id)
        if paragraph.has_words or paragraph.names:
            paragraph.label = self._numbering.place(list_, level)
        rule = self._numbering.rule(list_, level)
        if rule is not None and own.list is not None:  # a list that a style brings is set as the style says
            styled = replace_edges(styled, rule.left, rule.first)
        elif rule is not None:
            styled = styled.over(replace_edges(own, rule.left, rule.first))
        paragraph.layout = own.over(styled)

    def _table(self, element: etree._Element) -> None:
        """Read a table row by row: short cells side by side are one line, else all their paragraphs in order."""
        self._close()
        nested, self._in_table = self._in_table, True
        table = Table(self._count + 1)
        for row in _children(element, "tr"):
            if self._is_gone(row):
                continue
            start = len(self.done)
            cells: list[list[Paragraph]] = []
            for cell in _children(row, "tc"):
                first = len(self.done)
                self._blocks(cell)
                self._close()
                cells.append([one for one in self.done[first:] if one.has_words])
            filled = [cell for cell in cells if cell]
            if filled:
                table.rows += 1
                del self.done[start:]
                self.done += _row(filled)
                table.words = table.words or _words(self.done[start])
        self._in_table = nested
        if table.rows and not nested:
            self.tables.append(table)

    def _is_gone(self, row: etree._Element) -> bool:
        properties = row.find(f"{W}trPr")
        return properties is not None and any(properties.find(W + name) is not None for name in self._gone[0])

    def guesses(self) -> tuple[Guess, ...]:
        """Return a word on each table and on the pictures."""
        tables = [
            Guess("table", (("rows", str(table.rows)), ("text", table.words)), table.paragraph) for table in self.tables
        ]
        pictures = [Guess("pictures", (("count", str(self._inline.pictures)),))] if self._inline.pictures else []
        return (*tables, *pictures)


def replace_edges(found: Layout, left: int | None, first: int | None) -> Layout:
    """Return `found` with the edges that a list has where it says them."""
    return Layout(
        found.list, found.level, found.left if left is None else left, found.first if first is None else first,
        found.outline,
    )  # fmt: skip


def _row(cells: list[list[Paragraph]]) -> list[Paragraph]:
    """Return the paragraphs of a row: one where each cell has one and they are short."""
    several = len(cells) > 1 and all(len(cell) == 1 for cell in cells)
    if not several or sum(len(_words(cell[0])) for cell in cells) > _CELL or any(cell[0].label for cell in cells[1:]):
        return [paragraph for cell in cells for paragraph in cell]
    first = cells[0][0]
    first.cells = True
    for (paragraph,) in cells[1:]:
        first.pieces += [Run("\t"), *paragraph.pieces]
        first.names += paragraph.names
        first.comments += paragraph.comments
    return [first]


def _words(paragraph: Paragraph) -> str:
    return "".join(piece.text for piece in paragraph.pieces if isinstance(piece, Run))


def _children(element: etree._Element, name: str) -> list[etree._Element]:
    """Return the rows of a table or the cells of a row, those inside content controls too."""
    found: list[etree._Element] = []
    for child in element:
        if child.tag == W + name:
            found.append(child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}del"):
            found += _children(child, name)
    return found
