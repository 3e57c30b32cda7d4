"""The structure of a composition before anything is drawn: sections, headings, nested lists, tables.

Source of the tags: ISO 32000-1, 14.8.4 and ISO 14289-1, 7 (labels and list numbering, headings that skip no level,
table headings with their scope, footnotes with identifiers).
"""

from msgspec import Struct

from editor.compose.composition import Composition, Paragraph, Section, Table
from editor.export.pdf.elements import Element, Tree
from editor.export.pdf.objects import text

_NUMBERING = {"decimal": "Decimal", "letters": "LowerAlpha", "roman": "LowerRoman"}
_DEEPEST = 6
"""The deepest heading that has a tag of its own."""

Cell = tuple[int, int, int]


class Owners(Struct, gc=False):
    """Which element the words of a block belong to, and its label; by paragraph for a table."""

    body: Element | None = None
    label: Element | None = None
    cells: dict[Cell, Element] | None = None


class _List(Struct):
    """A list that further paragraphs may go on: its level, its name, its element and the body of its last item."""

    level: int
    name: str
    element: Element
    body: Element


class Skeleton:
    """Builds the elements of a composition's blocks; `owners[section][block]` are then to be drawn into."""

    def __init__(self, composition: Composition, tree: Tree) -> None:
        self._composition = composition
        self._tree = tree
        self._formats = {one.name: [level.format for level in one.levels] for one in composition.lists}
        self._open: list[_List] = []
        self._heading = 0
        self.owners = [self._section(section) for section in composition.sections]

    def _section(self, section: Section) -> list[Owners]:
        element = self._tree.element("Sect", self._tree.top)
        self._open = []
        return [
            self._table(block, element) if isinstance(block, Table) else self._paragraph(block, element)
            for block in section.blocks
        ]

    def _paragraph(self, paragraph: Paragraph, section: Element) -> Owners:
        language = f"/Lang{text(paragraph.language)}" if paragraph.language else ""
        style = self._composition.styles[paragraph.style]
        if style.outline is not None:
            self._open = []
            self._heading = min(style.outline, self._heading + 1, _DEEPEST)
            heading = self._tree.element(f"H{self._heading}", section, language)
            return Owners(heading, heading)
        if paragraph.label is not None:
            return self._item(paragraph, section, language)
        parent = self._enclosing(paragraph, section)
        return Owners(self._tree.element("P", parent, language))

    def _enclosing(self, paragraph: Paragraph, section: Element) -> Element:
        """Return what a paragraph without a number stands in: the item it belongs to, or the section."""
        while self._open and self._open[-1].level >= paragraph.level:
            self._open.pop()
        return self._open[-1].body if self._open else section

    def _item(self, paragraph: Paragraph, section: Element, language: str) -> Owners:
        assert paragraph.label is not None
        level, name = paragraph.level, paragraph.label.list
        while self._open and self._open[-1].level > level:
            self._open.pop()
        if self._open and self._open[-1].level == level and self._open[-1].name != name:
            self._open.pop()
        if not self._open or self._open[-1].level < level:
            parent = self._open[-1].body if self._open else section
            attributes = f"/A<</O/List/ListNumbering/{self._numbering(name, paragraph.label.level)}>>"
            element = self._tree.element("L", parent, attributes)
            self._open.append(_List(level, name, element, element))
        item = self._tree.element("LI", self._open[-1].element, language)
        label = self._tree.element("Lbl", item)
        body = self._open[-1].body = self._tree.element("LBody", item)
        return Owners(body, label)

    def _numbering(self, name: str, level: int) -> str:
        formats = self._formats.get(name, [])
        if level >= len(formats):
            return "Decimal"
        numbering = _NUMBERING.get(formats[level].digits, "Decimal")
        return numbering.replace("Lower", "Upper") if formats[level].upper else numbering

    def _table(self, table: Table, section: Element) -> Owners:
        self._open = []
        summary = f"/A<</O/Table/Summary{text(table.summary)}>>" if table.summary else ""
        element = self._tree.element("Table", section, summary)
        cells: dict[Cell, Element] = {}
        for number, row in enumerate(table.rows):
            line = self._tree.element("TR", element)
            for column, paragraphs in enumerate(row):
                if number < table.header_rows:
                    cell = self._tree.element("TH", line, "/A<</O/Table/Scope/Column>>")
                else:
                    cell = self._tree.element("TD", line)
                for place, paragraph in enumerate(paragraphs):
                    if paragraph.spans:
                        cells[number, column, place] = self._tree.element("P", cell)
        return Owners(cells=cells)
