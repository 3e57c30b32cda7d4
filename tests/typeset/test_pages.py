"""Pages: what stands together and what moves on."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.compose.composition import Composition, Paragraph
from editor.typeset import Cache, Layout, typeset
from editor.typeset.layout import Passage
from tests.typeset.compositions import (
    MM,
    SENTENCE,
    clause,
    clauses,
    composition,
    drawn,
    fonts,
    item,
    passages,
    plain,
    restyled,
    texts,
)

TOP, BOTTOM = 25 * MM, 272 * MM


def set_pages(made: Composition) -> Layout:
    return typeset(made, fonts())


def edges(passage: Passage) -> tuple[float, float]:
    """Return upper and lower edge of a passage in clause style, within a point."""
    return passage.y - 0.8 * passage.leading, passage.y + passage.leading * (len(passage.lines) - 0.8)


def test_text_stays_between_the_margins() -> None:
    layout = set_pages(composition(*clauses(40)))
    assert len(layout.pages) > 3
    for _, passage in passages(layout, "body"):
        top, bottom = edges(passage)
        assert top >= TOP - 1
        assert bottom <= BOTTOM + 1


def test_passages_of_a_page_do_not_overlap() -> None:
    layout = set_pages(composition(*clauses(40)))
    for page in layout.pages:
        bodies = [passage for passage in page.passages if passage.part == "body"]
        for above, below in itertools.pairwise(bodies):
            assert edges(below)[0] >= edges(above)[1] - 0.01


def test_labels_hang_and_share_the_baseline_of_the_first_line() -> None:
    layout = set_pages(composition(clause(1, SENTENCE), item("a.", SENTENCE)))
    (_, first), (_, second) = passages(layout, "label")
    (_, body), (_, lower) = passages(layout, "body")
    assert (first.x, body.x) == pytest.approx((25 * MM, 37.5 * MM))
    assert (second.x, lower.x) == pytest.approx((37.5 * MM, 47.5 * MM))
    assert (first.y, second.y) == (body.y, lower.y)
    assert body.lines[0].pieces[0].x == 0


def test_a_wide_label_pushes_the_first_line() -> None:
    wide = replace(clause(1, SENTENCE), label=replace(clause(1).label, text="1234 quinquies."))  # type: ignore[type-var]
    layout = set_pages(composition(wide))
    ((_, label),) = passages(layout, "label")
    ((_, body),) = passages(layout, "body")
    label_end = label.x + label.lines[0].pieces[0].width
    assert body.x + body.lines[0].pieces[0].x > label_end + 2
    assert body.lines[1].pieces[0].x == 0


def test_of_two_spaces_between_paragraphs_the_larger_counts() -> None:
    layout = set_pages(composition(plain("heading", "One"), plain("heading", "Two")))
    (_, one), (_, two) = passages(layout, "body")
    assert two.y - one.y == pytest.approx(14.5 + 12)


def test_space_before_is_kept_where_a_section_begins_and_dropped_at_the_head_of_a_page() -> None:
    made = restyled(composition(*clauses(40, sentences=1)), "clause", before=30.0, after=0.0, keep_together=True)
    layout = set_pages(made)
    firsts = [next(one for one in page.passages if one.part == "body") for page in layout.pages]
    assert firsts[0].y - firsts[1].y == pytest.approx(30.0)
    assert firsts[1].y == firsts[2].y


@pytest.mark.parametrize("sentences", [1, 2, 3])
def test_no_line_of_a_paragraph_stands_alone_at_a_page_end(sentences: int) -> None:
    layout = set_pages(composition(*clauses(60, sentences)))
    parts = [(place, passage) for place, passage in passages(layout, "body")]
    split = [(one, two) for (_, one), (_, two) in itertools.pairwise(parts) if one.block == two.block]
    for one, two in split:
        assert len(one.lines) >= 2
        assert len(two.lines) >= 2
        assert two.first == len(one.lines)


def test_headings_never_stand_at_the_foot_of_a_page() -> None:
    for before in range(8, 16):
        blocks = [*clauses(before), plain("heading", "What is asked"), clause(99, SENTENCE, " ", SENTENCE)]
        layout = set_pages(composition(*blocks))
        pages = {passage.block: place for place, passage in reversed(list(passages(layout, "body")))}
        assert pages[before] == pages[before + 1]


def test_the_lines_that_open_a_list_stand_with_its_first_item() -> None:
    found = 0
    for before in range(6, 16):
        blocks = [*clauses(before, 1), clause(98, *[f"{SENTENCE} "] * 3), *(item(f"{one}.", SENTENCE) for one in "abc")]
        layout = set_pages(composition(*blocks))
        parts = [(place, one) for place, one in passages(layout, "body") if one.block in (before, before + 1)]
        opening = [place for place, one in parts if one.block == before]
        following = next(place for place, one in parts if one.block == before + 1)
        assert opening[-1] == following
        found += len(opening) == 2
    assert found, "no page ended inside the clause that opens the list"


def test_what_keeps_together_is_not_parted_unless_it_is_longer_than_a_page() -> None:
    made = restyled(composition(*clauses(30)), "clause", keep_together=True)
    blocks = [passage.block for _, passage in passages(set_pages(made), "body")]
    assert len(blocks) == len(set(blocks))
    long = restyled(composition(clause(1, *[f"{SENTENCE} "] * 60)), "clause", keep_together=True)
    assert len(set_pages(long).pages) == 3


def test_a_chain_of_headings_longer_than_a_page_still_ends() -> None:
    layout = set_pages(composition(*(plain("heading", f"Heading {number}") for number in range(100))))
    assert drawn(layout) == [f"Heading {number}" for number in range(100)]


def test_a_centred_heading_carries_its_number_with_it() -> None:
    label = replace(clause(1).label, text="IV.")  # type: ignore[type-var]
    layout = set_pages(composition(replace(plain("title", "General Questions"), label=label)))
    ((_, number),) = passages(layout, "label")
    ((_, heading),) = passages(layout, "body")
    piece, words = number.lines[0].pieces[0], heading.lines[0].pieces[0]
    left, right = number.x + piece.x, heading.x + words.x + words.width
    assert (left + right) / 2 == pytest.approx(105 * MM, abs=0.1)
    assert 2 < heading.x + words.x - left - piece.width < 10


def test_a_changed_paragraph_is_marked_throughout_and_so_is_its_number() -> None:
    layout = set_pages(composition(replace(clause(1, SENTENCE), change="deleted")))
    pieces = [piece for part in ("label", "body") for _, one in passages(layout, part) for piece in one.lines[0].pieces]
    assert {piece.change for piece in pieces} == {"deleted"}
    assert all(piece.line and piece.line > 0 for piece in pieces)


def test_an_edit_gives_the_same_pages_with_a_cache_as_without() -> None:
    cache = Cache()
    typeset(composition(*clauses(30)), fonts(), cache)
    edited = [*clauses(10), clause(99, "Recalling what was typed here a moment ago,"), *clauses(30)[10:]]
    assert typeset(composition(*edited), fonts(), cache) == typeset(composition(*edited), fonts())


def test_nothing_is_one_empty_page() -> None:
    layout = set_pages(composition())
    assert [page.number for page in layout.pages] == [1]
    assert drawn(layout) == []


SHAPES = st.lists(st.tuples(st.sampled_from(["clause", "item", "heading", "enacting"]), st.integers(0, 9)), max_size=40)


@settings(max_examples=40)
@given(SHAPES, st.booleans())
def test_any_document_is_set_whole_and_in_order(shapes: list[tuple[str, int]], together: bool) -> None:
    makers = {"clause": lambda n, t: clause(n, t), "item": lambda n, t: item(f"{n}.", t)}
    blocks = [
        makers[kind](number, " ".join([SENTENCE] * length))
        if kind in makers
        else plain(kind, SENTENCE[: 5 * length + 1])
        for number, (kind, length) in enumerate(shapes)
    ]
    layout = set_pages(restyled(composition(*blocks), "clause", keep_together=together))
    expected = [(block, line) for block in range(len(blocks)) for line in range(_lines(blocks[block], together))]
    found = [
        (passage.block, passage.first + line)
        for _, passage in passages(layout, "body")
        for line in range(len(passage.lines))
    ]
    assert found == expected
    for _, passage in passages(layout, "body"):
        assert edges(passage)[1] <= BOTTOM + 1


def _lines(block: Paragraph, together: bool) -> int:
    layout = set_pages(restyled(composition(block), "clause", keep_together=together))
    return sum(len(texts(passage)) for _, passage in passages(layout, "body"))
