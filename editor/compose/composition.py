"""What is to be printed, before it has pages: blocks with their words, styles with their measures in points.

This is all that `typeset` and the writers see. A block still knows its list (series, level, format, value, override),
so that a writer can use native numbering; it knows its references, notes and fields, so that a writer can keep them
live; and its clause's id, so that a returned file can be matched and a place on the page found.
"""

import datetime
from typing import Literal, TypeAlias

from msgspec import Struct

from editor.model.clause import Kind
from editor.model.scheme import NumberFormat
from editor.model.text import NO_MARKS, Mark

Align = Literal["left", "right", "centre", "justify"]
FontRole = Literal["serif", "sans"]
ChangeKind = Literal["inserted", "deleted"]
Role = Literal["cover", "title", "heading", "head", "enacting", "clause", "plain", "form", "note", "furniture"]


class Style(Struct, frozen=True):
    """How a paragraph looks; all lengths in points.

    `indent` is the left edge of its text from the left margin, `hang` how far left of that its label begins, `right`
    the indent of its right edge, `before` and `after` the space around it (of two neighbours the larger counts, not
    their sum). `outline` is its heading level in bookmarks (1 is the highest), None for text. `word` is its name in
    Word's list of styles.
    """

    name: str
    word: str
    font: FontRole = "serif"
    size: float = 12.0
    leading: float = 14.5
    bold: bool = False
    italic: bool = False
    align: Align = "left"
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    hang: float = 0.0
    right: float = 0.0
    keep_with_next: bool = False
    keep_together: bool = False
    hyphenate: bool = False
    outline: int | None = None


class Words(Struct, frozen=True):
    """Words with one look; `language` only where it differs from the paragraph's.

    `by` is whose change it is, a key of the composition's hands; `former` the marks the words had before, if others.
    """

    text: str
    marks: frozenset[Mark] = NO_MARKS
    language: str | None = None
    change: ChangeKind | None = None
    by: str = ""
    former: frozenset[Mark] | None = None


class LineBreak(Struct, frozen=True):
    """A new line inside the same paragraph."""

    change: ChangeKind | None = None
    by: str = ""


class LinkPart(Struct, frozen=True):
    """A piece of a reference: the number of the clause `target`, or literal words where that is empty."""

    text: str
    target: str = ""


class Link(Struct, frozen=True):
    """A live reference to the paragraph anchored `target`: "paragraph 11 a" as its literal and numbered parts.

    `target` is empty where the reference is broken.
    """

    target: str
    parts: tuple[LinkPart, ...]
    change: ChangeKind | None = None
    by: str = ""

    @property
    def text(self) -> str:
        """The words of the whole reference."""
        return "".join(part.text for part in self.parts)


class NoteMark(Struct, frozen=True):
    """A footnote's mark where it stands in the text, with the note itself."""

    id: str
    number: int
    spans: tuple["Words | LineBreak | Link", ...]
    change: ChangeKind | None = None
    by: str = ""


class Field(Struct, frozen=True):
    """A value that only the pages know: this page's number, or how many pages the document has."""

    kind: Literal["page", "pages"]


Span: TypeAlias = Words | LineBreak | Link | NoteMark | Field


class ListLabel(Struct, frozen=True):
    """A paragraph's number: printed `text`, and how it came about.

    `list` and `level` name a `ListLevel` of the composition; `value` is its place in the series, None where the label
    is an override in words ("12 bis."). `counts` says whether the value is the one that a list counting by itself would
    come to (not so for most overrides and for the first after a restart).
    """

    text: str
    list: str
    level: int
    value: int | None = None
    counts: bool = True


class ListLevel(Struct, frozen=True):
    """One level of a numbered list: its format and the name of its paragraphs' style."""

    format: NumberFormat
    style: str


class NumberedList(Struct, frozen=True):
    """A multi-level list that runs through the document; `levels[0]` is its top level."""

    name: str
    levels: tuple[ListLevel, ...]


class Former(Struct, frozen=True):
    """How a paragraph stood before a change that left it in its place."""

    style: str
    label: ListLabel | None
    level: int


class Hand(Struct, frozen=True):
    """Who changed a text, and when."""

    author: str = ""
    date: datetime.datetime | None = None


class Comment(Struct, frozen=True):
    """A remark to be printed or handed on beside a paragraph."""

    author: str
    date: datetime.datetime
    text: str
    resolved: bool = False


class Paragraph(Struct, frozen=True):
    """A block of running words.

    `anchor` is the clause's id, empty for everything that is not a clause; `level` is its depth in the tree. `language`
    is given only where it differs from the document's. `continues` marks text that goes on after the sub-items of the
    clause one level up. `begins` says that the preamble or the operative part begins with it, where no enacting phrase
    between them does: a file that comes back is read by that.

    A paragraph with a `change` came or went as a whole, `moved` from or to another place of the text, `by` the hand of
    that name; `former` is how one that stayed was set or numbered before, None where it was as now.
    """

    style: str
    spans: tuple[Span, ...]
    role: Role = "plain"
    label: ListLabel | None = None
    anchor: str = ""
    level: int = 0
    language: str | None = None
    continues: bool = False
    comments: tuple[Comment, ...] = ()
    change: ChangeKind | None = None
    begins: Literal["", "preambular", "operative"] = ""
    kind: Kind | None = None
    moved: bool = False
    by: str = ""
    former: Former | None = None

    @property
    def reset(self) -> bool:
        """Whether it stayed but is set or numbered otherwise: not merely one number more or less than before."""
        former, label = self.former, self.label
        if former is None:
            return False
        if former.label is None or label is None or (former.style, former.level) != (self.style, self.level):
            return (former.style, former.level, former.label) != (self.style, self.level, label)
        numbered = (label.list, label.level, label.value is None), (former.label.list, former.label.level)
        return numbered[0] != (*numbered[1], former.label.value is None) or (
            label.value is None and label.text != former.label.text
        )


class Table(Struct, frozen=True):
    """A ruled table: column widths as shares of the line, heading rows first, the least height of other rows in points.

    `rows` are rows of cells, each cell a tuple of paragraphs; `summary` says in words what the table holds.
    """

    columns: tuple[float, ...]
    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    header_rows: int = 1
    row_height: float = 0.0
    summary: str = ""
    before: float = 0.0
    after: float = 0.0


Block: TypeAlias = Paragraph | Table


class Section(Struct, frozen=True):
    """A run of pages with one kind of header and footer; every section begins on a new page.

    `numbered` says whether its pages count and show their number; the first counted page is page 1.
    """

    name: Literal["cover", "body", "form"]
    blocks: tuple[Block, ...]
    header: tuple[Paragraph, ...] = ()
    footer: tuple[Paragraph, ...] = ()
    numbered: bool = True


class Page(Struct, frozen=True):
    """The sheet and its margins, in points; `header` and `footer` are the distances of these from the sheet's edge."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float


class Font(Struct, frozen=True):
    """A family: by the name of its embedded files, and by the name that Word users have."""

    family: str
    word: str


class Entry(Struct, frozen=True):
    """A field of the cover: its key, its words as printed in a line, and what these words are made of.

    `parts` are, in a name and a value each, those of a code, the ISO days of a range of dates, or of each person.
    """

    key: str
    type: Literal["text", "code", "person", "people", "dates"]
    text: str = ""
    parts: tuple[tuple[tuple[str, str], ...], ...] = ()


class Paper(Struct, frozen=True):
    """What the document is by its template: for formats that say of a value what it means, not where it is printed."""

    template: str
    kind: str
    original_language: str = ""
    revision: str = ""
    entries: tuple[Entry, ...] = ()


class Metadata(Struct, frozen=True):
    """What the file says of itself; `date` is the document's own, so that equal input gives equal bytes."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    code: str = ""
    date: datetime.date | None = None
    paper: Paper | None = None


class Composition(Struct, frozen=True):
    """A document ready to be set: language, page, fonts, styles by name, lists, and sections in order.

    `duplex` says that every section begins on the front of a sheet, a blank page before it where it would not. `hands`
    are those who changed the text, by the name that changes call them by: a composition that has some shows two texts,
    the one with all changes and the one without any, each with its own numbers.
    """

    language: str
    metadata: Metadata
    page: Page
    fonts: dict[FontRole, Font]
    styles: dict[str, Style]
    lists: tuple[NumberedList, ...]
    sections: tuple[Section, ...]
    line_numbers: Literal["", "page", "through"] = ""
    watermark: str = ""
    duplex: bool = False
    hands: dict[str, Hand] = {}
