"""Pages of placed lines: what typesetting hands to the writers and to the preview.

Lengths are points; a page's origin is its top left corner and y grows downwards. The lines of one paragraph that stand
together on a page are one `Passage`: they share their place and their distance, and most lines are shared with the
layout before an edit.
"""

from typing import Literal

from msgspec import Struct

from editor.typeset.fonts import Face

Part = Literal["body", "label", "remark", "resolved", "note", "note-label", "repeat", "header", "footer", "line-number"]
"""What a passage is on its page; "repeat" is a table's heading once more on a later page, "resolved" a remark too."""


class Finding(Struct, frozen=True):
    """Something that could not be set as it should.

    `code` is "no-glyph" (`text` is the character, drawn as a box) or "right-to-left" (`text` is the first such
    character); `clause` is empty where it stands outside the clauses.
    """

    code: Literal["no-glyph", "right-to-left"]
    clause: str
    text: str


class Piece(Struct, frozen=True, gc=False):
    """Words in one face on one line, `x` right of the line's origin.

    `text` is what is drawn; `says` what it stands for where that is something else: the character that a box is drawn
    for, the whole word of which it is a part, its other parts being the next pieces.
    `link` is the anchor it leads to and `contents` the words of that whole reference; `note` the id of the footnote
    whose mark it is. `rise` lifts it above the baseline, `line` is the height of a rule through or under it.
    """

    x: float
    text: str
    face: str
    size: float
    width: float
    rise: float = 0.0
    language: str = ""
    link: str = ""
    contents: str = ""
    note: str = ""
    line: float | None = None
    change: str = ""
    says: str | None = None


class Line(Struct, frozen=True, gc=False):
    """One line: its pieces, how much wider than usual its word spaces are, and its part of the clause's text.

    `start` and `end` are offsets as the model counts them (a reference or a note is one place). `notes` are the ids of
    the footnotes whose marks stand in it. `hyphen` tells that its last word goes on in the next line; `plain` that the
    line is one piece of words measured as they stand, with nothing in it to be told apart.
    """

    pieces: tuple[Piece, ...]
    space: float
    start: int
    end: int
    notes: tuple[str, ...] = ()
    hyphen: bool = False
    plain: bool = False


class Passage(Struct, frozen=True, gc=False):
    """Lines of one paragraph that stand together: baselines at `y`, `y + leading`, ...

    `section` and `block` say whose they are, `cell` which row, column and paragraph of a table, `note` which footnote.
    `first` is how many lines of the same paragraph stand on earlier pages.
    """

    part: Part
    section: int
    block: int
    x: float
    y: float
    leading: float
    lines: tuple[Line, ...]
    first: int = 0
    cell: tuple[int, int, int] | None = None
    note: str = ""


class Rule(Struct, frozen=True, gc=False):
    """A straight line from (x, y) to (to_x, to_y): a border of a table, a stroke above footnotes or beside a remark."""

    x: float
    y: float
    to_x: float
    to_y: float
    thickness: float


class Watermark(Struct, frozen=True):
    """A word behind the text: its start, its slope in degrees, its face and size."""

    text: str
    x: float
    y: float
    angle: float
    face: str
    size: float


class Page(Struct, frozen=True):
    """One page: the section it belongs to, its printed number (None where pages do not count) and what stands on it.

    Nothing does on the back of a sheet that is left empty before a section (`Composition.duplex`).
    """

    section: int
    number: int | None
    passages: tuple[Passage, ...]
    rules: tuple[Rule, ...] = ()


class Place(Struct, frozen=True, gc=False):
    """Where a clause stands, or a part of it: `page` counts from 0, `top` and `bottom` bound its lines."""

    clause: str
    page: int
    top: float
    bottom: float


class NumberedLine(Struct, frozen=True, gc=False):
    """One row of a line table: "page 3, line 12" is offsets `start` to `end` of a clause's text."""

    page: int
    number: int
    clause: str
    start: int
    end: int


class Layout(Struct, frozen=True):
    """A document on its pages, with the faces its pieces name.

    `places` are in reading order; a clause that goes over a page's end has several. `lines` is empty where lines are
    not numbered.
    """

    width: float
    height: float
    pages: tuple[Page, ...]
    faces: dict[str, Face]
    places: tuple[Place, ...] = ()
    lines: tuple[NumberedLine, ...] = ()
    watermark: Watermark | None = None
    findings: tuple[Finding, ...] = ()
