"""Tables: rows whole, headings again on every page."""

from __future__ import annotations

import itertools

import pytest

from editor.compose.composition import Paragraph, Table
from editor.typeset import Layout, typeset
from tests.typeset.compositions import MM, SENTENCE, clauses, composition, drawn, fonts, passages, plain

HEADS = ("Mr/Mrs", "Family Name in Capital Letters", "Country", "Signature")
HEAD = tuple((plain("table-head", text),) for text in HEADS)
EMPTY_ROW = ((plain("table-cell"),),) * 4


def table(*rows: tuple[tuple[Paragraph, ...], ...], height: float = 28.0) -> Table:
    return Table((12, 38, 25, 25), (HEAD, *rows), row_height=height, summary=", ".join(HEADS))


def set_pages(*blocks: Paragraph | Table) -> Layout:
    return typeset(composition(*blocks), fonts())


def test_columns_share_the_line() -> None:
    layout = set_pages(table(EMPTY_ROW))
    left = [one.x for _, one in passages(layout, "body") if one.cell and one.cell[0] == 0]
    width = 160 * MM
    assert [x - left[0] for x in left] == pytest.approx([0, 0.12 * width, 0.5 * width, 0.75 * width])
    across = [rule for rule in layout.pages[0].rules if rule.y == rule.to_y]
    assert all((rule.x, rule.to_x) == pytest.approx((25 * MM, 185 * MM)) for rule in across)


def test_rows_have_their_least_height_and_borders_all_round() -> None:
    layout = set_pages(table(*[EMPTY_ROW] * 5))
    heights = sorted({rule.y for rule in layout.pages[0].rules if rule.y == rule.to_y})
    assert len(heights) == 7
    assert [below - above for above, below in itertools.pairwise(heights[1:])] == pytest.approx([28.0] * 5)
    down = [rule for rule in layout.pages[0].rules if rule.x == rule.to_x]
    assert len(down) == 5
    assert all((rule.y, rule.to_y) == (heights[0], heights[-1]) for rule in down)


def test_headings_come_again_on_every_page() -> None:
    layout = set_pages(plain("heading", "Co-sponsored by:"), table(*[EMPTY_ROW] * 60))
    assert len(layout.pages) == 3
    assert drawn(layout, "repeat") == [*HEADS, *HEADS]
    for page in layout.pages:
        assert max(rule.to_y for rule in page.rules) <= 272 * MM + 0.1
    rows = sum(len({rule.y for rule in page.rules if rule.y == rule.to_y}) - 2 for page in layout.pages)
    assert rows == 60


def test_rows_are_as_high_as_their_words_and_not_parted() -> None:
    row = ((plain("table-cell", SENTENCE),), (plain("table-cell", "One"), plain("table-cell", "Two")), (), ())
    layout = set_pages(*clauses(11), table(*[row] * 4))
    cells: dict[tuple[int, int, int] | None, set[int]] = {}
    for page, one in passages(layout, "body"):
        if one.cell:
            cells.setdefault(one.cell, set()).add(page)
    assert all(len(pages) == 1 for pages in cells.values())
    assert drawn(layout).count("Two") == 4
    narrow = [one for _, one in passages(layout, "body") if one.cell == (1, 0, 0)]
    assert len(narrow[0].lines) > 10


def test_a_row_higher_than_a_page_goes_on() -> None:
    row = ((plain("table-cell", " ".join([SENTENCE] * 12)),), (plain("table-cell", "One"),), (), ())
    layout = set_pages(table(row, EMPTY_ROW))
    parts = [(page, one.first, len(one.lines)) for page, one in passages(layout, "body") if one.cell == (1, 0, 0)]
    assert len(parts) > 1
    assert [first for _, first, _ in parts] == [sum(count for _, _, count in parts[:n]) for n in range(len(parts))]
    assert drawn(layout).count("One") == 1
    assert all(one.y + one.leading * (len(one.lines) - 1) <= 272 * MM for _, one in passages(layout, "body"))


def test_a_heading_stands_with_the_first_rows_of_its_table() -> None:
    for before in range(8, 15):
        layout = set_pages(*clauses(before), plain("heading", "Principal Sponsor:"), table(EMPTY_ROW))
        where = {one.block: page for page, one in passages(layout, "body") if one.block >= before}
        assert where[before] == where[before + 1]
