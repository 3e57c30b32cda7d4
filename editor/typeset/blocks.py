"""Blocks as units: paragraphs with their labels, tables with their cells."""

from collections.abc import Iterator
from itertools import accumulate

from msgspec.structs import replace

from editor.compose.composition import Block, NoteMark, Paragraph, Section, Table
from editor.typeset.setter import Setter
from editor.typeset.units import PADDING, CellLine, Lines, Row, Rows, Unit, opens_list, split_row


class SectionSetter:
    """Sets the blocks of one section in a column of `width` points, with its left edge at `left`."""

    def __init__(self, setter: Setter, number: int, section: Section, left: float, width: float, height: float) -> None:
        self._setter = setter
        self._number = number
        self._section = section
        self._left, self._width, self._height = left, width, height

    def units(self) -> Iterator[Unit]:
        """Yield the section's blocks as units."""
        blocks = self._section.blocks
        for place, block in enumerate(blocks):
            if isinstance(block, Table):
                yield self._table(place, block)
                continue
            yield self._paragraph(place, block, blocks[place + 1] if place + 1 < len(blocks) else None)

    def _paragraph(self, place: int, paragraph: Paragraph, following: Block | None) -> Lines:
        setter = self._setter
        style = setter.style(paragraph.style)
        label, push = None, 0.0
        if paragraph.label is not None:
            label, push = setter.label(paragraph.label.text, style, paragraph.anchor, change=paragraph.change)
        lines = setter.broken(paragraph, self._width, push).lines
        keep = style.keep_with_next or opens_list(paragraph, following)
        drop, tops = setter.drop(paragraph.style), setter.tops(style.leading, len(lines))
        unit = Lines(place, self._number, style, self._left, drop, lines, keep, tops)
        if label is not None and style.align in ("centre", "right") and lines[0].pieces:
            label = replace(label, x=lines[0].pieces[0].x - push + style.hang)
        unit.label = label
        if any(isinstance(span, NoteMark) for span in paragraph.spans):
            unit.notes = {row: list(line.notes) for row, line in enumerate(lines) if line.notes}
        return unit

    def _table(self, place: int, table: Table) -> Rows:
        total = sum(table.columns) or 1.0
        shares = accumulate((share / total for share in table.columns), initial=0.0)
        edges = [self._left + share * self._width for share in shares]
        headings = [self._row(number, table, edges, 0.0) for number in range(min(table.header_rows, len(table.rows)))]
        rows: list[Row] = [row for part in headings for row in part]
        most = self._height - sum(height for _, height, _ in rows)
        for number in range(len(headings), len(table.rows)):
            rows.extend(self._row(number, table, edges, max(most, self._height / 2)))
        return Rows(place, self._number, table, edges, rows)

    def _row(self, number: int, table: Table, edges: list[float], most: float) -> list[Row]:
        cells = [
            list(self._cell(cell, right - left - 2 * PADDING))
            for cell, left, right in zip(table.rows[number], edges, edges[1:], strict=False)
        ]
        cells += [[] for _ in range(len(edges) - 1 - len(cells))]
        least = 0.0 if number < table.header_rows else table.row_height
        return list(split_row(number, cells, max(least, 2 * PADDING), most or self._height))

    def _cell(self, cell: tuple[Paragraph, ...], width: float) -> Iterator[CellLine]:
        setter = self._setter
        top = PADDING
        for place, paragraph in enumerate(cell):
            style = setter.style(paragraph.style)
            drop = setter.drop(paragraph.style)
            top += max(style.before, setter.style(cell[place - 1].style).after) if place else 0.0
            for number, line in enumerate(setter.broken(paragraph, width).lines):
                yield CellLine(place, number, style, line, top, drop)
                top += style.leading
