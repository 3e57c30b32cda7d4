"""Remarks in their column: beside their clause, never over one another, never over the text."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from msgspec.structs import replace

from editor.compose.composition import Comment, Paragraph
from editor.typeset import Layout, typeset
from editor.typeset.layout import Page, Passage
from tests.typeset.compositions import (
    EMPTY,
    MM,
    SENTENCE,
    clause,
    clauses,
    composition,
    drawn,
    fonts,
    passages,
)

DATE = datetime.datetime(2030, 7, 6, tzinfo=datetime.UTC)
TOP, BOTTOM, LEFT, RIGHT = 25 * MM, 272 * MM, 155 * MM, 200 * MM


def remark(sentences: int = 1, author: str = "Ana Example", resolved: bool = False) -> Comment:
    """Return a remark of so many sentences."""
    return Comment(author, DATE, " ".join([SENTENCE] * sentences), resolved)


def remarked(number: int, *remarks: Comment, sentences: int = 2) -> Paragraph:
    """Return a clause with `remarks` on it."""
    return replace(clause(number, " ".join([SENTENCE] * sentences)), comments=remarks)


def set_pages(*blocks: Paragraph) -> Layout:
    return typeset(composition(*blocks), fonts())


def column(page: Page) -> list[Passage]:
    """Return the remarks on a page from top to bottom."""
    return sorted((one for one in page.passages if one.part in ("remark", "resolved")), key=lambda one: one.y)


def extent(passage: Passage) -> tuple[float, float]:
    """Return upper and lower edge of a remark, within a point."""
    return passage.y - 0.8 * passage.leading, passage.y + passage.leading * (len(passage.lines) - 0.8)


def test_a_remark_begins_at_the_first_line_of_its_clause() -> None:
    layout = set_pages(remarked(1, remark()), remarked(2), remarked(3, remark(author="Bo")))
    bodies = {one.block: one.y for _, one in passages(layout, "body")}
    found = [one for _, one in passages(layout, "remark")]
    assert [(one.block, one.y) for one in found] == [(0, bodies[0]), (2, pytest.approx(bodies[2]))]
    first = found[0].lines[0].pieces
    assert first[0].text.startswith("Ana Example, 2030-07-06:")
    assert (first[0].face, first[-1].face) == ("LiberationSans-Bold", "LiberationSans")


def test_the_text_makes_room_for_the_column_and_keeps_its_left_edge() -> None:
    layout = set_pages(remarked(1, remark(3)), *clauses(30)[1:])
    for part, left, right in (("body", 25 * MM, 151.1 * MM), ("remark", LEFT, RIGHT)):
        for _, passage in passages(layout, part):
            for piece in (piece for line in passage.lines for piece in line.pieces):
                assert left < passage.x + piece.x
                assert passage.x + piece.x + piece.width < right
    without = set_pages(*clauses(30))
    assert {one.x for _, one in passages(layout, "body")} == {one.x for _, one in passages(without, "body")}
    assert {one.x for _, one in passages(layout, "footer")} == {one.x for _, one in passages(without, "footer")}


def test_text_without_remarks_keeps_its_width() -> None:
    lines = [line for _, one in passages(set_pages(*clauses(2)), "body") for line in one.lines]
    assert max(line.pieces[0].width for line in lines) == pytest.approx(147.5 * MM)


def test_remarks_push_the_next_ones_down() -> None:
    blocks = [remarked(number, remark(), remark(author="Bo"), sentences=1) for number in range(1, 15)]
    layout = set_pages(*blocks)
    bodies = {one.block: one.y for _, one in passages(layout, "body") if not one.first}
    below = 0
    for page in layout.pages:
        for upper, lower in pairwise(column(page)):
            assert extent(upper)[1] < extent(lower)[0]
        for one in column(page):
            assert extent(one)[0] > TOP - 1
            assert extent(one)[1] < BOTTOM + 1
            below += one.y > bodies[one.block] + 1
    assert below


def test_the_page_s_end_moves_remarks_up() -> None:
    layout = set_pages(*clauses(8, 3), remarked(9, remark(6)))
    (begins,) = [(page, one.y) for page, one in passages(layout, "body") if one.block == 8 and not one.first]
    ((page, last),) = passages(layout, "remark")
    assert page == begins[0]
    assert last.y < begins[1]
    assert extent(last)[1] == pytest.approx(BOTTOM, abs=1)


def test_remarks_without_room_go_on_beside_the_next_page() -> None:
    remarks = [remark(3, author=f"Author {number}") for number in range(1, 15)]
    layout = set_pages(remarked(1, *remarks), clause(2, SENTENCE))
    assert len(layout.pages) > 1
    words = " ".join(drawn(layout, "remark"))
    authors = [words.index(f"Author {number}, ") for number in range(1, 15)]
    assert authors == sorted(authors)
    assert all(extent(one)[1] < BOTTOM + 1 for page in layout.pages for one in column(page))
    assert [place.clause for place in layout.places] == ["c1", "c2"]


def test_a_remark_longer_than_a_page_is_parted() -> None:
    layout = set_pages(remarked(1, remark(author="Bo"), remark(40), remark(author="Cy")))
    pages = [[one.lines[0].pieces[0].text[:2] for one in column(page)] for page in layout.pages]
    assert [names[0] for names in pages[:1]] == ["Bo"]
    assert pages[0][1] == "An"
    assert pages[-1][-1] == "Cy"
    begun, rest = column(layout.pages[0])[1], column(layout.pages[1])[0]
    assert (begun.first, rest.first) == (0, len(begun.lines))
    assert " ".join(drawn(layout, "remark")).count("Calls on") == 42


def test_settled_remarks_are_there_and_known_as_such() -> None:
    layout = set_pages(remarked(1, remark(), remark(author="Bo", resolved=True)))
    ((_, open_),), ((_, settled),) = passages(layout, "remark"), passages(layout, "resolved")
    assert settled.y > open_.y
    assert drawn(layout, "resolved")[0].startswith("Bo, 2030-07-06:")


def test_each_remark_has_a_stroke_at_its_left() -> None:
    layout = set_pages(remarked(1, remark(), remark(2)))
    (page,) = layout.pages
    for rule, passage in zip(page.rules, column(page), strict=True):
        assert rule.x == rule.to_x == pytest.approx(LEFT)
        assert (rule.y, rule.to_y) == pytest.approx(extent(passage), abs=1)


def test_line_numbers_are_those_of_the_clauses_alone() -> None:
    made = replace(composition(remarked(1, remark(4)), clause(2, SENTENCE)), line_numbers="page")
    layout = typeset(made, fonts())
    assert len(layout.lines) == len(drawn(layout)) == len(drawn(layout, "line-number"))
    assert {row.clause for row in layout.lines} == {"c1", "c2"}


def test_a_forced_line_in_a_remark_is_one_on_the_page() -> None:
    layout = set_pages(replace(clause(1, SENTENCE), comments=(Comment("A", DATE, "Why\nthat?"),)))
    assert drawn(layout, "remark") == ["A, 2030-07-06: Why", "that?"]


def test_a_broad_margin_is_room_enough() -> None:
    made = composition(remarked(1, remark()))
    broad = replace(made, page=replace(EMPTY.page, right=70 * MM))
    bare = replace(broad, sections=composition(remarked(1)).sections)
    assert drawn(typeset(broad, fonts())) == drawn(typeset(bare, fonts()))
