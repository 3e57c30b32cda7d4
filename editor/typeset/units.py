"""What the pages are filled with: blocks as rows that are placed one below the other and may part between two pages."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain
from typing import Protocol

from msgspec import Struct

from editor.compose.composition import Paragraph, Style, Table
from editor.typeset.layout import Line, Part, Passage, Piece, Rule

LEAST = 2
"""Lines of a paragraph that stand together at the foot and at the head of a page: no widows, no orphans."""

PADDING = 3.0
BORDER = 0.5
"""Points between a cell's text and its border, and how thick that is."""


NO_NOTES: dict[int, list[str]] = {}
"""What units without footnotes share."""


class Unit(Protocol):
    """A block as rows; `tops[k]` is how far the top of row k is below the block's own."""

    block: int
    keep: bool
    head: float
    notes: dict[int, list[str]]

    @property
    def before(self) -> float:
        """Return the space above it."""

    @property
    def after(self) -> float:
        """Return the space below it."""

    @property
    def tops(self) -> Sequence[float]:
        """Return where the rows begin, and at last where they end."""

    def legal(self, first: int, count: int) -> int:
        """Return how many rows from `first` may end a page: `count` or the next smaller number that looks well."""

    def emit(self, first: int, count: int, y: float) -> tuple[list[Passage], list[Rule]]:
        """Return rows `first` to `first + count` set with their top at `y`."""


def baseline(style: Style, ascent: float, descent: float) -> float:
    """Return how far below the top of its line the baseline is, the font's heights being thousandths."""
    up, down = ascent * style.size / 1000, -descent * style.size / 1000
    return (style.leading - up - down) / 2 + up


class Lines(Struct, gc=False):
    """A paragraph as a unit: each line is a row; `x` is the column's left edge, `drop` as in `baseline`."""

    block: int
    section: int
    style: Style
    x: float
    drop: float
    lines: tuple[Line, ...]
    keep: bool
    tops: Sequence[float]
    label: Piece | None = None
    notes: dict[int, list[str]] = NO_NOTES
    head: float = 0.0

    @property
    def before(self) -> float:
        """Return the space above it."""
        return self.style.before

    @property
    def after(self) -> float:
        """Return the space below it."""
        return self.style.after

    def legal(self, first: int, count: int) -> int:
        """Return how many lines may end a page, leaving no widow, no orphan and if possible no cut word."""
        rest = len(self.lines) - first
        if self.style.keep_together and first == 0:
            return 0
        count = min(count, rest - LEAST)
        least = LEAST if first == 0 else 1
        if count < least:
            return 0
        if count > least and self.lines[first + count - 1].hyphen and not self.lines[first + count - 2].hyphen:
            return count - 1
        return count

    def emit(self, first: int, count: int, y: float) -> tuple[list[Passage], list[Rule]]:
        """Return the lines, after their label if they are the first."""
        style, y = self.style, y + self.drop
        found = []
        if self.label is not None and first == 0:
            label = Line((self.label,), 0.0, 0, 0)
            left = self.x + style.indent - style.hang
            found.append(Passage("label", self.section, self.block, left, y, style.leading, (label,)))
        lines = self.lines if count == len(self.lines) else self.lines[first : first + count]
        left = self.x + style.indent
        found.append(Passage("body", self.section, self.block, left, y, style.leading, lines, first))
        return found, []


class CellLine:
    """A line of a cell, with where its baseline is below the top of its row."""

    __slots__ = ("bottom", "drop", "line", "number", "paragraph", "style")

    def __init__(self, paragraph: int, number: int, style: Style, line: Line, top: float, drop: float) -> None:
        self.paragraph, self.number, self.style, self.line = paragraph, number, style, line
        self.drop, self.bottom = top + drop, top + style.leading


Row = tuple[int, float, list[list[CellLine]]]
"""The number of a row in its table, its height, and the lines of its cells."""


class Rows:
    """A table as a unit; its heading rows are set again wherever it goes on."""

    keep = False

    def __init__(self, block: int, section: int, table: Table, edges: list[float], rows: list[Row]) -> None:
        self.block = block
        self.before, self.after = table.before, table.after
        self.rows = rows
        self.tops = list(accumulate((height for _, height, _ in rows), initial=0.0))
        self._headings = sum(1 for number, _, _ in rows if number < table.header_rows)
        self.head = self.tops[self._headings]
        self.notes = {
            place: [note for line in chain.from_iterable(cells) for note in line.line.notes]
            for place, (_, _, cells) in enumerate(rows)
        }
        self._section, self._edges = section, edges

    def legal(self, first: int, count: int) -> int:
        """Return how many rows may end a page: headings stay with the row that follows them."""
        return count if first + count > self._headings else 0

    def emit(self, first: int, count: int, y: float) -> tuple[list[Passage], list[Rule]]:
        """Return the rows with their borders, below the headings if they are not the first."""
        passages: list[Passage] = []
        edges_down = [y]
        repeated = range(self._headings if first else 0)
        for place in chain(repeated, range(first, first + count)):
            passages.extend(self._row(place, edges_down[-1], "repeat" if place < first else "body"))
            edges_down.append(edges_down[-1] + self.rows[place][1])
        left, right = self._edges[0], self._edges[-1]
        rules = [Rule(left, edge, right, edge, BORDER) for edge in edges_down]
        rules += [Rule(edge, y, edge, edges_down[-1], BORDER) for edge in self._edges]
        return passages, rules

    def _row(self, place: int, y: float, part: Part) -> Iterator[Passage]:
        number, _, cells = self.rows[place]
        for column, lines in enumerate(cells):
            at = 0
            while at < len(lines):
                start = lines[at]
                end = at + 1
                while end < len(lines) and lines[end].paragraph == start.paragraph:
                    end += 1
                yield Passage(
                    part,
                    self._section,
                    self.block,
                    self._edges[column] + PADDING + start.style.indent,
                    y + start.drop,
                    start.style.leading,
                    tuple(line.line for line in lines[at:end]),
                    start.number,
                    (number, column, start.paragraph),
                )
                at = end


def split_row(number: int, cells: list[list[CellLine]], least: float, most: float) -> Iterator[Row]:
    """Yield a row at least `least` points high, in as many parts as it takes to have none higher than `most`."""
    rest = cells
    while True:
        height = max([least, *(lines[-1].bottom + PADDING for lines in rest if lines)])
        if height <= most:
            yield number, height, rest
            return
        now, later = [], []
        for lines in rest:
            fitting = bisect_right([line.bottom for line in lines], most - PADDING) or min(1, len(lines))
            now.append(lines[:fitting])
            later.append(lines[fitting:])
        for lines in later:
            if lines:
                up = lines[0].bottom - lines[0].style.leading - PADDING
                for line in lines:
                    line.drop, line.bottom = line.drop - up, line.bottom - up
        yield number, most, now
        rest, least = later, 0.0


def opens_list(paragraph: Paragraph, following: object) -> bool:
    """Return whether sub-items follow, so that the last lines of `paragraph` shall stand with the first of them."""
    return isinstance(following, Paragraph) and following.level > paragraph.level and not following.continues
