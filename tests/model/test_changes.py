"""Changes: done, taken back, and written down."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.model.changes import (
    NOTHING,
    Change,
    Compound,
    PaperFields,
    SetCover,
    SetPaper,
    SetRemarks,
    SetWords,
    Splice,
    apply,
    body_change,
    compound,
    inverse,
    is_empty,
    paper_fields,
)
from editor.model.clause import Body
from editor.model.errors import EditError
from editor.model.resolution import Remark, Resolution
from tests import strategies
from tests.bodies import body, drawn, resolution

START = resolution("o one: A\no two: B\no three: C")
TITLED = START.cover.with_value("title", "On Words")
PAPER = PaperFields("amendment", "fr", "en", "Rev.1")

few = settings(max_examples=30)  # whole resolutions are slow to draw

SMALL = strategies.bodies(max_size=3)


@st.composite
def changes(draw: st.DrawFn) -> tuple[Resolution, Change]:
    """Draw a resolution and a change made for it, of several parts."""
    start = draw(strategies.resolutions)
    end = draw(strategies.resolutions)
    parts: list[Change] = [
        body_change(start.body, end.body),
        SetCover(start.cover, end.cover),
        SetRemarks(start.remarks, end.remarks),
        SetWords(start.words, end.words),
        SetPaper(paper_fields(start), paper_fields(end)),
    ]
    chosen = draw(st.permutations(parts))[: draw(st.integers(0, 5))]
    return start, chosen[0] if len(chosen) == 1 else Compound(tuple(chosen))


class TestApply:
    def test_a_splice_puts_clauses_in_place_of_others(self) -> None:
        end = apply(START, Splice(1, START.body[1:], body("o x: X")))
        assert drawn(end.body) == "o one: A\no x: X"

    def test_the_cover_and_the_paper_are_set(self) -> None:
        end = apply(START, Compound((SetCover(START.cover, TITLED), SetPaper(paper_fields(START), PAPER))))
        assert end == replace(
            START, cover=TITLED, kind="amendment", language="fr", original_language="en", revision="Rev.1"
        )

    @few
    @given(changes())
    def test_what_is_done_is_taken_back_exactly(self, made: tuple[Resolution, Change]) -> None:
        start, change = made
        end = apply(start, change)
        assert apply(end, inverse(change)) == start
        assert apply(start, inverse(inverse(change))) == end

    def test_the_parts_of_a_compound_are_taken_back_in_reverse(self) -> None:
        both = Compound((Splice(0, START.body[:1], ()), Splice(0, (), body("o x: X"))))
        assert drawn(apply(START, both).body) == "o x: X\no two: B\no three: C"
        assert apply(apply(START, both), inverse(both)) == START

    @pytest.mark.parametrize(
        "change",
        [
            Splice(0, START.body[1:], ()),
            Splice(0, (*START.body, *body("o x: X")), ()),
            Splice(-1, (), body("o x: X")),
            Splice(4, (), body("o x: X")),
            SetCover(TITLED, START.cover),
            SetPaper(PAPER, paper_fields(START)),
            SetWords(("Ouchy",), ()),
            Compound((SetCover(START.cover, TITLED), SetCover(START.cover, TITLED))),
        ],
    )
    def test_a_change_made_for_another_state_is_refused(self, change: Change) -> None:
        with pytest.raises(EditError, match="stale"):
            apply(START, change)

    @given(strategies.remarks)
    def test_remarks_are_set_and_those_of_another_state_refused(self, remark: Remark) -> None:
        end = apply(START, SetRemarks((), (remark,)))
        assert end == replace(START, remarks=(remark,))
        with pytest.raises(EditError, match="stale"):
            apply(end, SetRemarks((), (remark,)))


class TestEmptiness:
    @few
    @given(changes())
    def test_an_empty_change_does_nothing(self, made: tuple[Resolution, Change]) -> None:
        start, change = made
        if is_empty(change):
            assert apply(start, change) == start
        elif not isinstance(change, Compound):
            assert apply(start, change) != start

    def test_compound_leaves_empty_ones_out(self) -> None:
        cover = SetCover(START.cover, TITLED)
        assert compound() == NOTHING
        assert compound(NOTHING, Splice(0, START.body, START.body), SetCover(TITLED, TITLED)) == NOTHING
        assert compound(NOTHING, cover) == cover
        assert compound(cover, NOTHING, inverse(cover)) == Compound((cover, inverse(cover)))


class TestBodyChange:
    @given(SMALL, SMALL)
    def test_leads_from_one_body_to_the_other(self, before: Body, after: Body) -> None:
        start = replace(START, body=before)
        assert apply(start, body_change(before, after)).body == after

    @given(SMALL, SMALL, SMALL, SMALL)
    def test_is_no_larger_than_need_be(self, head: Body, tail: Body, old: Body, new: Body) -> None:
        change = body_change(head + old + tail, head + new + tail)
        assert isinstance(change, Splice)
        assert len(change.removed) <= len(old)
        assert len(change.inserted) <= len(new)

    def test_finds_equal_clauses_that_are_not_the_same_object(self) -> None:
        change = body_change(START.body, body("o one: A\no two: X\no three: C"))
        assert change == Splice(1, START.body[1:2], body("o two: X"))

    def test_of_a_repeated_clause_never_counts_one_twice(self) -> None:
        once, twice = body("o one: A"), body("o one: A\no one: A")
        assert apply(replace(START, body=twice), body_change(twice, once)).body == once


class TestJson:
    """The journal writes changes down as they are."""

    @few
    @given(changes())
    def test_a_change_is_read_as_it_was_written(self, made: tuple[Resolution, Change]) -> None:
        start, change = made
        read: Change = msgspec.json.decode(msgspec.json.encode(change), type=Change)
        assert read == change
        assert apply(start, read) == apply(start, change)

    def test_a_change_says_what_it_is(self) -> None:
        written = msgspec.to_builtins(Compound((Splice(1, (), body("o one: *A*{two}^n(B)")), SetCover(TITLED, TITLED))))
        assert [part["type"] for part in written["changes"]] == ["splice", "cover"]
        (clause,) = written["changes"][0]["inserted"]
        assert [piece["type"] for piece in clause["text"]] == ["run", "reference", "note"]

    def test_what_is_no_change_is_refused(self) -> None:
        with pytest.raises(msgspec.ValidationError):
            msgspec.json.decode(
                msgspec.json.encode(Splice(0, START.body, ())).replace(b"operative", b"verse"), type=Change
            )
