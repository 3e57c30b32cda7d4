"""Tables (ECMA-376 part 1, 17.4): as wide as the line, their rows never cut, their headings on every page."""

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from editor.compose.composition import Paragraph, Table
from editor.export.docx.builtin import TABLE
from editor.export.docx.markup import escape, switch, twips

Cell = tuple[Paragraph, ...]


def write_table(table: Table, width: int, write_cell: Callable[[Sequence[Paragraph]], str]) -> str:
    """Return `table` in a line of `width` twips; `write_cell` writes the paragraphs of one cell."""
    total = sum(table.columns) or 1.0
    edges = [round(width * share / total) for share in accumulate(table.columns, initial=0.0)]
    widths = [right - left for left, right in pairwise(edges)]
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    summary = f'<w:tblDescription w:val="{escape(table.summary)}"/>' if table.summary else ""
    rows = []
    for place, cells in enumerate(table.rows):
        padded = [*cells, *[()] * (len(widths) - len(cells))]
        content = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/></w:tcPr>{write_cell(cell)}</w:tc>'
            for column, cell in zip(widths, padded, strict=True)
        )
        rows.append(f"<w:tr>{_row_properties(table, place)}{content}</w:tr>")
    look = f'w:val="{"0020" if table.header_rows else "0000"}" w:firstRow="{int(table.header_rows > 0)}"'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{edges[-1]}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {look} '
        f'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{summary}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row_properties(table: Table, place: int) -> str:
    head = place < table.header_rows
    least = 0 if head else twips(table.row_height)
    height = f'<w:trHeight w:val="{least}" w:hRule="atLeast"/>' if least else ""
    return f"<w:trPr><w:cantSplit/>{height}{switch('tblHeader', head)}</w:trPr>"
