"""Moves to other places."""

from typing import Literal

import pytest
from msgspec.structs import replace

from editor.model import edits
from editor.model.changes import NOTHING, apply
from editor.model.clause import Clause
from editor.model.errors import EditError
from editor.model.grammar import Grammar
from tests.bodies import GRAMMAR, Build, becomes, drawn, refused, resolution

UN = Grammar(("enacting", "preambular", "operative"))
FLAT_PREAMBLE = Grammar(items_under=frozenset({"operative", "item"}))


def move(ids: str, to: int, level: int = 0) -> Build:
    return lambda resolution: edits.move(resolution, GRAMMAR, ids.split(), to, level)


def move_by(ids: str, step: Literal[-1, 1]) -> Build:
    return lambda resolution: edits.move_by(resolution, GRAMMAR, ids.split(), step)


class TestMove:
    def test_carries_the_sub_tree_with_its_closing_text(self) -> None:
        becomes(
            """
            o one: Calls
              - a: act
              ~ end: now
            o two: Urges
            """,
            move("one", 4),
            """
            o two: Urges
            o one: Calls
              - a: act
              ~ end: now
            """,
        )

    def test_of_several_keeps_their_order(self) -> None:
        becomes("o a: A\no b: B\no c: C\no d: D", move("d b", 0), "o b: B\no d: D\no a: A\no c: C")

    def test_to_where_it_stands_changes_nothing(self) -> None:
        start = resolution("o one: A\n  - a: B\no two: C")
        for to in (0, 2):
            assert apply(start, move("one", to)(start)) == start

    def test_into_the_sub_items_of_another(self) -> None:
        becomes(
            "o one: A\n  - a: B\no two: C\n  - b: D",
            move("two", 1, 1),
            "o one: A\n  - two: C\n    - b: D\n  - a: B",
        )

    def test_of_an_item_to_the_top(self) -> None:
        becomes("p one: A\n  - a: B\np two: C", move("a", 3), "p one: A\np two: C\np a: B")

    def test_into_itself_is_refused(self) -> None:
        refused("o one: A\n  - a: B\n  - b: C", move("one", 2), "into-itself", clause="one")

    @pytest.mark.parametrize("to", [-1, 3])
    def test_to_outside_the_body_is_refused(self, to: int) -> None:
        refused("o one: A\no two: B", move("two", to), "no-place", clause="two")

    def test_between_a_clause_and_its_items_is_refused(self) -> None:
        refused("o one: A\n  - a: B\no two: C", move("two", 1), "inside-another", clause="a")

    def test_between_an_item_and_its_own_items_is_refused(self) -> None:
        before = "o one: A\n  - a: B\n    - i: C\n  - b: D"
        refused(before, move("b", 2, 1), "inside-another", clause="i")

    def test_between_items_and_their_closing_text_is_refused(self) -> None:
        refused("o one: A\n  - a: B\n  ~ end: C\no two: D", move("two", 2), "closing-moves", clause="end")

    def test_of_a_closing_text_alone_is_refused(self) -> None:
        before = "o one: A\n  - a: B\n  ~ end: C\no two: D\n  - b: E"
        refused(before, move("end", 5, 1), "closing-moves", clause="end")

    def test_to_a_level_that_is_none_is_refused(self) -> None:
        refused("o one: A\no two: B", move("two", 0, -1), "level", clause="two", level=-1)

    def test_of_the_last_item_leaves_a_closing_text_behind(self) -> None:
        becomes("o one: A\n  - a: B\n  ~ end: C\no two: D", move("a", 4), "o one: A\n  ~ end: C\no two: D\no a: B")

    def test_of_a_part_carries_all_that_stands_under_it(self) -> None:
        becomes(
            """
            $ first: A
            o one: Calls
              $ sub: B
            o two: Urges
            $ second: C
            o three: Asks
            """,
            move("second", 0),
            """
            $ second: C
            o three: Asks
            $ first: A
            o one: Calls
              $ sub: B
            o two: Urges
            """,
        )

    @pytest.mark.parametrize(("to", "next_"), [(1, "one"), (2, "sub"), (3, "two")])
    def test_of_a_part_into_the_text_of_another_is_refused(self, to: int, next_: str) -> None:
        before = "$ first: A\no one: B\n  $ sub: C\no two: D\n$ second: E"
        refused(before, move("second", to), "inside-another", clause=next_)

    def test_of_an_unknown_clause_is_refused(self) -> None:
        refused("o one: A", move("gone", 0), "no-such-clause", clause="gone")


class TestCrossing:
    BEFORE = """
        p pre: Recalling
          - a: this
        ! say: The Assembly:
        o one: Calls
          - b: act
        """

    def test_the_enacting_phrase_upwards_makes_a_clause_preambular(self) -> None:
        becomes(
            self.BEFORE,
            move("one", 0),
            """
            p one: Calls
              - b: act
            p pre: Recalling
              - a: this
            ! say: The Assembly:
            """,
        )

    def test_the_enacting_phrase_downwards_makes_a_clause_operative(self) -> None:
        becomes(
            self.BEFORE,
            move_by("pre", 1),
            """
            ! say: The Assembly:
            o pre: Recalling
              - a: this
            o one: Calls
              - b: act
            """,
        )

    def test_by_the_enacting_phrase_itself_changes_what_it_passes(self) -> None:
        becomes(
            self.BEFORE,
            move_by("say", -1),
            """
            ! say: The Assembly:
            o pre: Recalling
              - a: this
            o one: Calls
              - b: act
            """,
        )

    def test_an_item_made_a_paragraph_is_of_the_kind_of_its_new_place(self) -> None:
        becomes(
            self.BEFORE,
            move("b", 0),
            """
            p b: act
            p pre: Recalling
              - a: this
            ! say: The Assembly:
            o one: Calls
            """,
        )

    def test_with_the_phrase_before_the_preamble_the_neighbours_decide(self) -> None:
        start = resolution("! say: The Assembly,\np pre: Recalling\np two: Noting\no one: Calls\no last: Urges")
        down = apply(start, edits.move_by(start, UN, ["two"], 1))
        assert drawn(down.body[2:]) == "o one: Calls\no two: Noting\no last: Urges"
        up = apply(start, edits.move(start, UN, ["last"], 1, 0))
        assert drawn(up.body[:3]) == "! say: The Assembly,\np last: Urges\np pre: Recalling"

    def test_each_part_has_its_own_phrase(self) -> None:
        becomes(
            """
            p pre: Recalling
            ! say: The Assembly:
            o one: Calls
            $ sec: Part
            p two: Noting
            ! say2: The Assembly:
            o three: Urges
            """,
            move_by("two", -1),
            """
            p pre: Recalling
            ! say: The Assembly:
            o one: Calls
            o two: Noting
            $ sec: Part
            ! say2: The Assembly:
            o three: Urges
            """,
        )


class TestMoveBy:
    def test_one_up_and_down_among_clauses_with_items(self) -> None:
        before = "o one: A\n  - a: B\no two: C\no three: D\n  - b: E"
        becomes(before, move_by("two", -1), "o two: C\no one: A\n  - a: B\no three: D\n  - b: E")
        becomes(before, move_by("two", 1), "o one: A\n  - a: B\no three: D\n  - b: E\no two: C")

    def test_neighbours_go_together(self) -> None:
        becomes("o a: A\no b: B\no c: C\no d: D", move_by("b c", -1), "o b: B\no c: C\no a: A\no d: D")
        becomes("o a: A\no b: B\no c: C\no d: D", move_by("b c", 1), "o a: A\no d: D\no b: B\no c: C")

    def test_an_item_stays_in_its_list_first(self) -> None:
        before = "o one: A\n  - a: B\n  - b: C\n    - i: D\n  - c: E"
        becomes(before, move_by("c", -1), "o one: A\n  - a: B\n  - c: E\n  - b: C\n    - i: D")
        becomes(before, move_by("a", 1), "o one: A\n  - b: C\n    - i: D\n  - a: B\n  - c: E")

    def test_an_item_goes_on_to_the_next_list(self) -> None:
        before = "o one: A\n  - a: B\no two: C\n  - b: D"
        becomes(before, move_by("a", 1), "o one: A\no two: C\n  - a: B\n  - b: D")
        becomes(before, move_by("b", -1), "o one: A\n  - a: B\n  - b: D\no two: C")

    def test_an_item_goes_before_the_closing_text_of_the_list_above(self) -> None:
        before = "o one: A\n  - a: B\n  ~ end: C\no two: D\n  - b: E"
        becomes(before, move_by("b", -1), "o one: A\n  - a: B\n  - b: E\n  ~ end: C\no two: D")

    def test_an_item_passes_clauses_that_may_have_none(self) -> None:
        start = resolution("p pre: A\n! say: B\no one: C\n  - a: D")
        with pytest.raises(EditError, match="no-place"):
            edits.move_by(start, FLAT_PREAMBLE, ["a"], -1)

    def test_a_deep_item_finds_the_next_list_of_its_level(self) -> None:
        before = "o one: A\n  - a: B\n  - b: C\n    - i: D"
        becomes(before, move_by("i", -1), "o one: A\n  - a: B\n    - i: D\n  - b: C")

    def test_a_heading_passes_clauses_with_their_items(self) -> None:
        before = "o one: A\n  - a: B\n# head: H\no two: C"
        becomes(before, move_by("head", -1), "# head: H\no one: A\n  - a: B\no two: C")

    def test_a_part_passes_whole_parts(self) -> None:
        before = "o zero: Z\n$ first: A\no one: B\n  $ sub: C\no two: D\n$ second: E\no three: F"
        moved = "o zero: Z\n$ second: E\no three: F\n$ first: A\no one: B\n  $ sub: C\no two: D"
        becomes(before, move_by("second", -1), moved)
        becomes(moved, move_by("second", 1), before)

    def test_a_part_never_takes_the_text_before_the_first_one(self) -> None:
        refused("o zero: Z\n$ first: A\no one: B", move_by("first", -1), "no-place", clause="first")

    def test_an_annex_passes_whole_annexes(self) -> None:
        before = "o one: A\n@ x: X\n$ part: P\n@ y: Y\no two: B"
        becomes(before, move_by("y", -1), "o one: A\n@ y: Y\no two: B\n@ x: X\n$ part: P")

    @pytest.mark.parametrize(("clause", "step"), [("one", -1), ("two", 1)])
    def test_over_the_edge_is_refused(self, clause: str, step: Literal[-1, 1]) -> None:
        refused("o one: A\no two: B", move_by(clause, step), "no-place", clause=clause)

    def test_of_different_levels_at_once_is_refused(self) -> None:
        before = "o one: A\n  - a: B\no two: C\no three: D"
        refused(before, move_by("a two", 1), "mixed-levels", clause="two")

    def test_of_nothing_is_nothing(self) -> None:
        start = resolution("o one: A")
        assert edits.move_by(start, GRAMMAR, [], 1) == NOTHING

    def test_is_quick_where_no_place_fits(self) -> None:
        start = resolution("o one: A\n  - a: B\n    - i: C")
        start = replace(start, body=(*start.body, *(Clause(f"c{at}", "operative") for at in range(20_000))))
        with pytest.raises(EditError, match="no-place"):
            edits.move_by(start, GRAMMAR, ["i"], 1)
