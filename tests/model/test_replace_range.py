"""Typing over a selection, or deleting it."""

import datetime

import pytest

from editor.model import edits
from editor.model.changes import apply
from editor.model.resolution import Remark
from tests.bodies import GRAMMAR, Build, becomes, drawn, refused, resolution, text


def cut(start: str, low: int, end: str, high: int, words: str = "") -> Build:
    return lambda resolution: edits.replace_range(resolution, GRAMMAR, (start, low), (end, high), text(words))


class TestReplaceRange:
    def test_inside_one_clause(self) -> None:
        becomes("o one: Calls on States", cut("one", 6, "one", 8, "*upon*"), "o one: Calls *upon* States")

    @pytest.mark.parametrize("ends", [("one", 3, "two", 3), ("two", 3, "one", 3)])
    def test_joins_what_is_left_whichever_end_comes_first(self, ends: tuple[str, int, str, int]) -> None:
        becomes(
            """
            p pre: {two} and {mid}
            o one: Calls
              - mid: gone
            o two: Urges
              - a: act
            """,
            cut(*ends, "-"),
            """
            p pre: {one} and {mid}
            o one: Cal-es
              - a: act
            """,
        )

    def test_backwards_in_one_clause_loses_nothing_else(self) -> None:
        becomes("o one: Calls on States", cut("one", 8, "one", 6, "upon"), "o one: Calls upon States")

    def test_across_the_enacting_phrase_keeps_it_and_both_clauses(self) -> None:
        becomes(
            """
            p pre: Recalling
            p mid: Noting
            ! say: The Assembly:
            o one: Calls
            o two: Urges States
            """,
            cut("pre", 6, "two", 5, "x"),
            """
            p pre: Recallx
            ! say: The Assembly:
            o two:  States
            """,
        )

    def test_across_the_enacting_phrase_leaves_what_points_at_the_last(self) -> None:
        remark = Remark("r", "one", "A. Drafter", datetime.datetime(2027, 7, 3), "Why?")
        start = resolution("p pre: See {one}\n! say: The Assembly:\no one: Calls", remark)
        end = apply(start, cut("pre", 8, "one", 2)(start))
        assert drawn(end.body[:1]) == "p pre: See {one}"
        assert end.remarks == (remark,)

    @pytest.mark.parametrize("high", [0, 4, 13])
    def test_into_the_enacting_phrase_leaves_it_whole(self, high: int) -> None:
        becomes(
            """
            p pre: Recalling
            p mid: Noting
            ! say: The Assembly:
            o one: Calls
            """,
            cut("pre", 6, "say", high),
            """
            p pre: Recall
            ! say: The Assembly:
            o one: Calls
            """,
        )

    @pytest.mark.parametrize("low", [0, 4])
    def test_out_of_the_enacting_phrase_leaves_it_whole(self, low: int) -> None:
        becomes(
            """
            ! say: The Assembly:
            o one: Calls
            o two: Urges States
            """,
            cut("say", low, "two", 5),
            """
            ! say: The Assembly:
            o two:  States
            """,
        )

    def test_typing_over_the_enacting_phrase_and_more_is_refused(self) -> None:
        before = "! say: The Assembly:\no one: Calls"
        refused(before, cut("say", 3, "one", 2, "x"), "enacting-phrase", clause="one")

    def test_the_words_of_the_enacting_phrase_itself_can_be_changed(self) -> None:
        becomes("! say: The Assembly:", cut("say", 4, "say", 12, "Senate"), "! say: The Senate:")

    def test_draws_up_items_that_lost_their_clause(self) -> None:
        becomes(
            """
            o one: Calls
              - a: first
                - i: deep
                - ii: deeper
              - b: second
            """,
            cut("one", 5, "i", 2),
            """
            o one: Callsep
              - ii: deeper
              - b: second
            """,
        )

    def test_a_closing_text_whose_clause_went_belongs_to_the_words_before_it(self) -> None:
        becomes(
            """
            o one: Calls
            o two: Urges
              - a: act
              - b: go
              ~ end: now
            """,
            cut("one", 5, "a", 3),
            """
            o one: Calls
              - b: go
              ~ end: now
            """,
        )

    def test_over_a_part_heading_ends_the_part(self) -> None:
        becomes(
            """
            o one: Calls
            $ sec: Part
            o two: Urges
            o three: Asks
            """,
            cut("one", 5, "two", 5),
            """
            o one: Calls
            o three: Asks
            """,
        )

    def test_over_a_part_heading_is_refused_where_the_order_would_break(self) -> None:
        before = """
            o one: Calls
            $ sec: Part
            p two: Recalling
            p three: Noting
            """
        refused(before, cut("one", 5, "two", 5), "order", clause="three", kind="preambular")


def test_nothing_is_changed_where_nothing_is_selected() -> None:
    start = resolution("o one: Calls")
    change = cut("one", 3, "one", 3)(start)
    assert apply(start, change) == start


def test_a_remark_on_a_clause_in_between_stays_with_its_id() -> None:
    remark = Remark("r", "mid", "A. Drafter", datetime.datetime(2027, 7, 3), "Why?")
    start = resolution("o one: Calls\no mid: gone\no two: Urges", remark)
    end = apply(start, cut("one", 5, "two", 5)(start))
    assert end.remarks == (remark,)
