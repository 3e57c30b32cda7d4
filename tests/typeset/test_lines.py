"""Paragraphs as lines: nothing lost, nothing too wide, justified, hyphenated, mapped to the model's text."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.compose.composition import Field, LineBreak, Link, LinkPart, NoteMark, Span, Style, Words
from editor.typeset.breaking import Breaker, Broken, Cache
from editor.typeset.layout import Line
from editor.typeset.runs import BOX, Looks
from tests.typeset.compositions import EMPTY, SENTENCE, STYLES, fonts

WIDTH, NARROW = 400.0, 180.0
RAGGED = Style("ragged", "Ragged")
JUSTIFIED = Style("justified", "Justified", align="justify")
HYPHENATED = Style("hyphenated", "Hyphenated", align="justify", hyphenate=True)
LONG = " ".join([SENTENCE, SENTENCE.lower(), SENTENCE])


def broken(
    *spans: Span | str, style: Style = JUSTIFIED, language: str = "en", push: float = 0.0, width: float = WIDTH
) -> Broken:
    made = tuple(Words(span) if isinstance(span, str) else span for span in spans)
    return Breaker(Looks(EMPTY, fonts()), Cache(), style, width, language).lines(made, push)


def text(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def right(line: Line) -> float:
    return max(piece.x + piece.width for piece in line.pieces)


@pytest.mark.parametrize("style", [RAGGED, JUSTIFIED])
def test_all_words_are_there_once_and_in_order(style: Style) -> None:
    assert " ".join(map(text, broken(LONG, style=style).lines)) == LONG


@pytest.mark.parametrize("style", [RAGGED, JUSTIFIED, HYPHENATED])
def test_no_line_is_too_wide(style: Style) -> None:
    assert all(right(line) <= WIDTH + 0.1 for line in broken(LONG, style=style).lines)


def test_justified_lines_end_at_the_margin_but_for_the_last() -> None:
    lines = broken(LONG).lines
    assert [right(line) for line in lines[:-1]] == pytest.approx([WIDTH] * (len(lines) - 1), abs=0.05)
    assert lines[-1].space == 0
    assert right(lines[-1]) < WIDTH


def test_ragged_lines_keep_their_spaces() -> None:
    assert {line.space for line in broken(LONG, style=RAGGED).lines} == {0.0}


def test_the_whole_paragraph_is_spread_more_evenly_than_line_by_line() -> None:
    ragged = broken(LONG, style=RAGGED).lines[:-1]
    first_fit = [(WIDTH - right(line)) / text(line).count(" ") for line in ragged]
    best = [abs(line.space) for line in broken(LONG).lines[:-1]]
    assert sum(space**2 for space in best) / len(best) < sum(space**2 for space in first_fit) / len(first_fit)


def test_hyphens_cut_where_the_language_does() -> None:
    lines = broken(LONG, style=HYPHENATED, width=NARROW).lines
    cut = [line for line in lines if line.hyphen]
    assert cut
    for line, following in itertools.pairwise(lines):
        if line.hyphen:
            part, rest = line.pieces[-1], following.pieces[0]
            assert part.text.endswith("-")
            assert part.says == rest.says
            assert part.says is not None
            assert part.text.removesuffix("-") + rest.text == part.says
            assert line.end == following.start


def test_hyphenated_text_is_complete_without_its_hyphens() -> None:
    lines = broken(LONG, style=HYPHENATED, width=NARROW).lines
    joined = "".join(text(line).removesuffix("-") if line.hyphen else text(line) + " " for line in lines)
    assert joined.rstrip() == LONG


def test_languages_without_patterns_and_acronyms_are_not_hyphenated() -> None:
    assert not any(line.hyphen for line in broken(LONG, style=HYPHENATED, width=NARROW, language="xx").lines)
    assert not any(line.hyphen for line in broken("ORGANISATIONS " * 60, style=HYPHENATED).lines)


def test_a_break_by_hand_begins_a_line() -> None:
    lines = broken("Conscious of a line ", LineBreak(), "that is broken by hand").lines
    assert [text(line).strip() for line in lines] == ["Conscious of a line", "that is broken by hand"]
    assert [(line.start, line.end) for line in lines] == [(0, 19), (21, 43)]


def test_the_label_pushes_the_first_line_only() -> None:
    lines = broken(LONG, push=50.0).lines
    assert lines[0].pieces[0].x == 50.0
    assert lines[1].pieces[0].x == 0.0
    assert right(lines[0]) == pytest.approx(WIDTH, abs=0.05)


@pytest.mark.parametrize(("align", "left"), [("left", 0.0), ("centre", 0.5), ("right", 1.0)])
def test_lines_stand_where_the_style_says(align: str, left: float) -> None:
    (line,) = broken("On Examples", style=replace(RAGGED, align=align)).lines
    (piece,) = line.pieces
    assert piece.x == pytest.approx((WIDTH - piece.width) * left)


def test_centred_lines_are_of_like_length() -> None:
    title = "Early Warning and the Just Distribution of Water in River Basins that Borders Run Across"
    lines = broken(title, style=replace(RAGGED, align="centre", size=16, bold=True)).lines
    assert len(lines) == 2
    first, second = (line.pieces[0].width for line in lines)
    assert abs(first - second) < 0.3 * WIDTH


def test_offsets_count_references_and_notes_as_one() -> None:
    spans = (
        Words("See "),
        Link("c1", (LinkPart("paragraph "), LinkPart("11", "c1"))),
        Words(" and the note"),
        NoteMark("n", 1, (Words("A note."),)),
        Words(" " + SENTENCE),
    )
    lines = broken(*spans).lines
    first = text(lines[0])
    assert first.startswith("See paragraph 11 and the note1 Calls")
    assert lines[0].start == 0
    assert lines[0].end == len(first) - len("paragraph 11") + 1
    assert lines[-1].end == 4 + 1 + 13 + 1 + 1 + len(SENTENCE)
    assert lines[0].notes == ("n",)


def test_pieces_tell_looks_links_and_languages_apart() -> None:
    spans = (
        Words("Recalling", frozenset({"italic"})),
        Words(" the words "),
        Words("in fine", language="la"),
        Words(" of "),
        Link("c1", (LinkPart("paragraph 1", "c1"),)),
        Words("2", frozenset({"superscript"})),
        Words("new", change="inserted"),
        Words("old", change="deleted"),
    )
    pieces = broken(*spans).lines[0].pieces
    assert [piece.text for piece in pieces] == [
        "Recalling", " the words ", "in fine", " of ", "paragraph 1", "2", "new", "old",
    ]  # fmt: skip
    assert pieces[0].face == "LiberationSerif-Italic"
    assert pieces[2].language == "la"
    assert (pieces[4].link, pieces[4].contents) == ("c1", "paragraph 1")
    assert pieces[5].rise > 0
    assert pieces[5].size < 12
    assert (pieces[6].line or 0) < 0 < (pieces[7].line or 0)
    for piece, following in itertools.pairwise(pieces):
        assert piece.x + piece.width == pytest.approx(following.x, abs=0.01)


def test_a_character_that_no_font_has_is_a_box_and_is_reported() -> None:
    made = broken("The word 議 is here")
    assert [(finding.code, finding.text) for finding in made.findings] == [("no-glyph", "議")]
    box = next(piece for piece in made.lines[0].pieces if piece.says)
    assert (box.text, box.says) == (BOX, "議")


def test_text_from_right_to_left_is_reported() -> None:
    codes = {finding.code for finding in broken("peace שלום").findings}
    assert codes == {"right-to-left"}


def test_marks_that_only_steer_are_not_drawn() -> None:
    (line,) = broken("a\u202eb\u200bc\u2060d\u00ade").lines
    assert text(line) == "abcde"


def test_a_soft_hyphen_shows_at_the_end_of_a_line_only() -> None:
    lines = broken(" ".join(["extra\u00adordinarily"] * 40), style=RAGGED).lines
    shown = [text(line) for line in lines]
    assert any(line.endswith("extra-") for line in shown)
    assert not any("-" in line[:-1] for line in shown)
    assert all(right(line) <= WIDTH for line in lines)


def test_fields_are_empty_where_pages_do_not_count() -> None:
    looks = Looks(EMPTY, fonts())
    spans = (Words("Page "), Field("page"), Words(" of "), Field("pages"))
    assert looks.flatten(spans, STYLES["footer"], 3, 12).text == "Page 3 of 12"
    assert looks.flatten(spans, STYLES["footer"], None, 12).text == "Page  of 12"


def test_a_cache_gives_the_same_lines_again() -> None:
    cache, looks = Cache(), Looks(EMPTY, fonts())
    first = Breaker(looks, cache, JUSTIFIED, WIDTH, "en").lines((Words(LONG),))
    assert Breaker(looks, cache, JUSTIFIED, WIDTH, "en").lines((Words(LONG),)) is first
    assert Breaker(looks, cache, JUSTIFIED, WIDTH - 1, "en").lines((Words(LONG),)) is not first
    assert Breaker(looks, cache, JUSTIFIED, WIDTH, "de").lines((Words(LONG),)) is not first


def test_a_megabyte_in_one_clause_is_set() -> None:
    lines = broken("x" * 1_000_000).lines
    assert sum(len(text(line)) for line in lines) == 1_000_000
    assert all(right(line) <= WIDTH + 0.1 for line in lines)


WORDS = st.text(
    st.sampled_from("abcdefgh ABC  -–/.,;:()0123456789\u00a0\u202f\u00ad\u200b\téßя“”’«»\u2028"),
    min_size=1,
    max_size=400,
)


@given(WORDS, st.sampled_from([RAGGED, JUSTIFIED, HYPHENATED]), st.floats(60, 500))
def test_any_text_keeps_its_words_and_its_measure(words: str, style: Style, width: float) -> None:
    breaker = Breaker(Looks(EMPTY, fonts()), Cache(), style, width, "en")
    lines = breaker.lines((Words(words),)).lines
    # Each line is its own part of the text, the parts follow on one another and only spaces lie between.
    assert lines[0].start == 0
    assert lines[-1].end == len(words.rstrip(" "))
    for line, following in itertools.pairwise(lines):
        assert line.start <= line.end <= following.start
        assert words[line.end : following.start].strip(" \u2028") == ""
    for line in lines:
        assert all(piece.x + piece.width <= width + 0.2 for piece in line.pieces)


@pytest.mark.parametrize("push", [300.0, 470.0, 600.0, 5_000.0])
def test_a_label_that_leaves_its_line_no_room_stops_nothing(push: float) -> None:
    found = broken("Recalling what was said—and, by others, e-mailed ", push=push)
    assert "".join(text(line) for line in found.lines).replace(" ", "") == "Recallingwhatwassaid—and,byothers,e-mailed"
