"""What stands around the text: headers, footers, numbers; and the way from the page to the text and back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from editor.compose.composition import Composition, Field, Paragraph, Section, Words
from editor.typeset import Layout, typeset
from editor.typeset.layout import Passage
from editor.typeset.map import clause_at, places_of
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
    plain,
)

TOP, BOTTOM = 25 * MM, 272 * MM


def set_pages(made: Composition) -> Layout:
    return typeset(made, fonts())


def edges(passage: Passage) -> tuple[float, float]:
    """Return upper and lower edge of a passage in clause style, within a point."""
    return passage.y - 0.8 * passage.leading, passage.y + passage.leading * (len(passage.lines) - 0.8)


def test_sections_begin_new_pages_and_only_some_count() -> None:
    footer = (Paragraph("footer", (Words("Page "), Field("page"), Words(" of "), Field("pages")), "furniture"),)
    sections = (
        Section("cover", (plain("title", "Cover"),), numbered=False),
        Section("body", tuple(clauses(30)), footer=footer),
        Section("form", (plain("title", "Form"),), numbered=False),
    )
    layout = set_pages(replace(EMPTY, sections=sections))
    assert [page.number for page in layout.pages] == [None, 1, 2, 3, 4, None]
    assert drawn(layout, "footer") == ["Page 1 of 4", "Page 2 of 4", "Page 3 of 4", "Page 4 of 4"]
    assert [page.section for page in layout.pages] == [0, 1, 1, 1, 1, 2]


def test_every_section_begins_on_the_front_of_a_sheet_where_asked() -> None:
    footer = (Paragraph("footer", (Words("Page "), Field("page"), Words(" of "), Field("pages")), "furniture"),)
    sections = (
        Section("cover", (plain("title", "Cover"),), footer=footer, numbered=False),
        Section("body", tuple(clauses(25)), footer=footer),
        Section("form", (plain("title", "Form"),), numbered=False),
    )
    once = set_pages(replace(EMPTY, sections=sections))
    assert [page.section for page in once.pages] == [0, 1, 1, 1, 2]
    layout = set_pages(replace(EMPTY, sections=sections, duplex=True))
    assert [page.section for page in layout.pages] == [0, 0, 1, 1, 1, 1, 2]
    assert [page.number for page in layout.pages] == [None, None, 1, 2, 3, None, None]
    blank = [place for place, page in enumerate(layout.pages) if not (page.passages or page.rules)]
    assert blank == [1, 5]
    assert drawn(layout, "footer") == drawn(once, "footer")
    assert {place.page for place in layout.places} == {2, 3, 4}


def test_no_sheet_is_left_empty_where_none_need_be() -> None:
    sections = (Section("cover", tuple(clauses(12)), numbered=False), Section("body", tuple(clauses(1))))
    layout = set_pages(replace(EMPTY, sections=sections, duplex=True))
    assert [page.section for page in layout.pages] == [0, 0, 1]
    assert set_pages(replace(composition(*clauses(1)), duplex=True)) == set_pages(composition(*clauses(1)))


def test_headers_and_footers_keep_their_distance_from_the_edge_and_the_text() -> None:
    header = (plain("header", "SC (30) SI 1 E"), plain("header", "Original: ENGLISH"))
    made = composition(*clauses(30))
    layout = set_pages(replace(made, sections=(replace(made.sections[0], header=header),)))
    heads = [passage for _, passage in passages(layout, "header")]
    assert heads[0].y - 12.5 * MM == pytest.approx(0.8 * 12, abs=1.5)
    high = tuple(plain("header", f"Line {number}") for number in range(12))
    layout = set_pages(replace(made, sections=(replace(made.sections[0], header=high),)))
    lowest = max(passage.y for _, passage in passages(layout, "header"))
    assert min(edges(passage)[0] for _, passage in passages(layout, "body")) > lowest


def test_line_numbers_count_every_line_of_the_body() -> None:
    made = composition(plain("title", "Draft"), *clauses(20))
    for mode, last in (("page", None), ("through", len(drawn(set_pages(made))))):
        layout = set_pages(replace(made, line_numbers=mode))
        assert drawn(layout) == drawn(set_pages(made))
        for page in layout.pages:
            bodies = [one for one in page.passages if one.part == "body"]
            counted = [one for one in page.passages if one.part == "line-number"]
            assert [(one.y, len(one.lines)) for one in bodies] == [(one.y, len(one.lines)) for one in counted]
            assert all(piece.x + piece.width == 0 for one in counted for line in one.lines for piece in line.pieces)
        numbers = [int(number) for number in drawn(layout, "line-number")]
        assert numbers == list(range(1, last + 1)) if last else numbers.count(1) == len(layout.pages)


def test_an_empty_line_has_no_number_but_an_empty_clause_has() -> None:
    made = replace(composition(clause(1, SENTENCE[:30]), plain("enacting"), clause(2)), line_numbers="page")
    assert drawn(set_pages(made), "line-number") == ["1", "2"]


def test_the_line_table_names_the_words_of_each_line() -> None:
    made = replace(composition(*clauses(20)), line_numbers="page")
    layout = set_pages(made)
    said = {block.anchor: block.spans[0].text for block in made.sections[0].blocks}  # type: ignore[union-attr]
    found = [said[row.clause][row.start : row.end] for row in layout.lines]
    assert found == drawn(layout)
    assert (layout.lines[0].page, layout.lines[0].number) == (0, 1)


def test_the_map_leads_from_clauses_to_pages_and_back() -> None:
    layout = set_pages(composition(*clauses(30)))
    assert {place.clause for place in layout.places} == {f"c{number}" for number in range(1, 31)}
    parted = [f"c{number}" for number in range(1, 31) if len(places_of(layout, f"c{number}")) == 2]
    assert parted
    first, second = places_of(layout, parted[0])
    assert second.page == first.page + 1
    assert second.top == pytest.approx(TOP)
    for place in layout.places:
        assert clause_at(layout, place.page, (place.top + place.bottom) / 2) == place.clause
    assert clause_at(layout, 0, 0.0) == "c1"
    assert clause_at(layout, 99, 0.0) is None
    assert places_of(layout, "nobody") == ()


def test_the_watermark_runs_along_the_diagonal() -> None:
    mark = set_pages(replace(composition(*clauses(1)), watermark="DRAFT")).watermark
    assert mark is not None
    assert 45 < mark.angle < 60
    assert set_pages(composition(*clauses(1))).watermark is None


def test_what_is_amiss_names_its_clause() -> None:
    layout = set_pages(composition(clause(1, "Good"), clause(2, "Not 議"), clause(3, "Nor 議")))
    assert [(one.code, one.clause, one.text) for one in layout.findings] == [
        ("no-glyph", "c2", "議"),
        ("no-glyph", "c3", "議"),
    ]
