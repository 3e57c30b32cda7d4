"""Enter, Backspace and typing over a selection."""

import datetime

import pytest

from editor.model import edits
from editor.model.changes import Change, apply
from editor.model.grammar import Grammar
from editor.model.resolution import Remark, Resolution
from tests.bodies import GRAMMAR, Build, becomes, counted, drawn, refused, resolution, text

PHRASE_FIRST = Grammar(("enacting", "preambular", "operative"))


def split(clause: str, offset: int, grammar: Grammar = GRAMMAR) -> Build:
    return lambda resolution: edits.split(resolution, grammar, clause, offset, counted())


def join(clause: str) -> Build:
    return lambda resolution: edits.join(resolution, GRAMMAR, clause)


def cut(start: str, low: int, end: str, high: int, words: str = "") -> Build:
    return lambda resolution: edits.replace_range(resolution, GRAMMAR, (start, low), (end, high), text(words))


class TestSplit:
    def test_the_part_with_the_start_keeps_the_id(self) -> None:
        becomes(
            "o one: Calls on States;",
            split("one", 5),
            """
            o one: Calls
            o new:  on States;
            """,
        )

    def test_at_the_very_start_the_new_empty_clause_has_the_new_id(self) -> None:
        becomes(
            "o one=5: Calls on States;",
            split("one", 0),
            """
            o new:
            o one=5: Calls on States;
            """,
        )

    def test_at_the_end_an_empty_one_follows(self) -> None:
        becomes(
            "p pre: Recalling,",
            split("pre", 99),
            """
            p pre: Recalling,
            p new:
            """,
        )

    def test_in_an_empty_clause_an_empty_one_follows(self) -> None:
        becomes(
            """
            o one:
            o two: Urges
            """,
            split("one", 0),
            """
            o one:
            o new:
            o two: Urges
            """,
        )

    def test_sub_items_go_with_the_second_part(self) -> None:
        becomes(
            """
            o one: Calls on States to:
              - a: act
              ~ end: at once
            """,
            split("one", 5),
            """
            o one: Calls
            o new:  on States to:
              - a: act
              ~ end: at once
            """,
        )

    def test_at_the_end_of_a_clause_with_sub_items_a_first_one_begins(self) -> None:
        becomes(
            """
            o one: Calls on States to:
              - a: act
            """,
            split("one", 24),
            """
            o one: Calls on States to:
              - new:
              - a: act
            """,
        )

    def test_before_a_closing_text_alone_an_item_begins_as_well(self) -> None:
        becomes(
            """
            o one: Calls
              ~ end: at once
            """,
            split("one", 5),
            """
            o one: Calls
              - new:
              ~ end: at once
            """,
        )

    def test_of_an_item(self) -> None:
        becomes(
            """
            o one: Calls
              - a: act now
                - i: here
            """,
            split("a", 3),
            """
            o one: Calls
              - a: act
              - new:  now
                - i: here
            """,
        )

    def test_keeps_references_and_notes_whole(self) -> None:
        becomes(
            "o one: As in {one} and *soon*^n(see {one}) done",
            split("one", 7),
            """
            o one: As in {one}
            o new:  and *soon*^n(see {one}) done
            """,
        )

    def test_number_and_restart_stay_with_the_first(self) -> None:
        becomes(
            "$ sec-=IV: Of Peace",
            split("sec", 2),
            """
            $ sec-=IV: Of
            o new:  Peace
            """,
        )


class TestSplitBesideOtherKinds:
    def test_at_the_start_of_a_closing_text_an_item_begins(self) -> None:
        becomes(
            """
            o one: Calls
              - a: act
              ~ end: at once
            """,
            split("end", 0),
            """
            o one: Calls
              - a: act
              - new:
              ~ end: at once
            """,
        )

    @pytest.mark.parametrize("offset", [2, 7])
    def test_after_a_closing_text_stands_the_next_clause(self, offset: int) -> None:
        becomes(
            """
            p one: Noting
              - a: act
              ~ end: at once;
            """,
            split("end", offset),
            f"""
            p one: Noting
              - a: act
              ~ end: {"at once;"[:offset]}
            p new: {"at once;"[offset:]}
            """,
        )

    def test_after_the_closing_text_of_an_item_stands_the_next_item(self) -> None:
        becomes(
            """
            o one: Calls
              - a: act
                ~ end: at once
              - b: now
            """,
            split("end", 7),
            """
            o one: Calls
              - a: act
                ~ end: at once
              - new:
              - b: now
            """,
        )

    def test_after_the_enacting_phrase_stands_the_first_operative_clause(self) -> None:
        becomes(
            """
            p pre: Recalling
            ! say: The Assembly:
            """,
            split("say", 13),
            """
            p pre: Recalling
            ! say: The Assembly:
            o new:
            """,
        )

    def test_before_the_enacting_phrase_stands_a_preambular_clause(self) -> None:
        becomes(
            """
            ! say: The Assembly:
            o one: Calls
            """,
            split("say", 0),
            """
            p new:
            ! say: The Assembly:
            o one: Calls
            """,
        )

    def test_after_a_phrase_that_opens_the_preamble_stands_a_preambular_clause(self) -> None:
        start = resolution("! say: The Assembly,\np pre: Recalling")
        end = apply(start, split("say", 13, PHRASE_FIRST)(start))
        assert drawn(end.body) == "! say: The Assembly,\np new:\np pre: Recalling"

    def test_after_a_heading_stands_what_follows_it(self) -> None:
        becomes(
            """
            p pre: Recalling
            # head: Help
            o one: Calls
            """,
            split("head", 4),
            """
            p pre: Recalling
            # head: Help
            o new:
            o one: Calls
            """,
        )

    def test_before_a_part_the_division_before_it_goes_on(self) -> None:
        becomes(
            """
            o one: Calls
            $ sec: Part
            p pre: Recalling
            """,
            split("sec", 0),
            """
            o one: Calls
            o new:
            $ sec: Part
            p pre: Recalling
            """,
        )

    def test_after_an_annex_heading_stands_what_it_begins_with(self) -> None:
        becomes(
            """
            o one: Calls
            @ ann: Annex
            p pre: Recalling
            """,
            split("ann", 5),
            """
            o one: Calls
            @ ann: Annex
            p new:
            p pre: Recalling
            """,
        )


class TestJoin:
    def test_the_first_id_and_number_survive(self) -> None:
        becomes(
            """
            o one=7: Calls
            o two=9:  on States
            """,
            join("two"),
            "o one=7: Calls on States",
        )

    def test_is_the_reverse_of_a_split(self) -> None:
        before = "o one: Calls *on* {one} States^n(all)\n  - a: act"
        start = resolution(before)
        halves = apply(start, split("one", 7)(start))
        assert apply(halves, join("new")(halves)) == start

    def test_references_to_the_second_follow(self) -> None:
        becomes(
            """
            p pre: As in {two}^n(not {#two} but {one})
            o one: Calls
            o two:  on {two}
            """,
            join("two"),
            """
            p pre: As in {one}^n(not {#one} but {one})
            o one: Calls on {one}
            """,
        )

    def test_remarks_on_the_second_follow(self) -> None:
        remark = Remark("r", "two", "A. Drafter", datetime.datetime(2027, 7, 3), "Why?")
        start = resolution("o one: Calls\no two: on\no three: all", remark)
        end = apply(start, join("two")(start))
        assert [remark.clause for remark in end.remarks] == ["one"]

    def test_sub_items_of_the_second_become_siblings_of_those_of_the_first(self) -> None:
        becomes(
            """
            o one: Calls
              - a: first
            o two: : and
              - b: second
                - i: deeper
            """,
            join("two"),
            """
            o one: Calls
              - a: first: and
              - b: second
                - i: deeper
            """,
        )

    def test_of_a_first_item_with_its_clause_draws_up_its_own_items(self) -> None:
        becomes(
            """
            o one: Calls
              - a:  on
                - i: you
                - ii: me
              - b: now
            """,
            join("a"),
            """
            o one: Calls on
              - i: you
              - ii: me
              - b: now
            """,
        )

    def test_of_a_closing_text_ends_it(self) -> None:
        becomes(
            """
            o one: Calls
              - a: act
              ~ end:  now
            """,
            join("end"),
            """
            o one: Calls
              - a: act now
            """,
        )

    def test_a_closing_text_follows_the_words_of_its_clause(self) -> None:
        becomes(
            """
            o one: Calls
            o two:  on
              - a: act
              ~ end: now
            """,
            join("two"),
            """
            o one: Calls on
              - a: act
              ~ end: now
            """,
        )

    def test_is_refused_where_items_would_follow_a_closing_text(self) -> None:
        before = """
            o one: Calls
              - a: act
              ~ end: now
            o two: Urges
              - b: go
            """
        refused(before, join("two"), "after-closing", clause="b")

    def test_with_a_heading_gives_it_the_words(self) -> None:
        becomes("# head: Easing\no new:  the Burden", join("new"), "# head: Easing the Burden")

    def test_with_a_part_gives_it_the_words(self) -> None:
        becomes("$ sec: Of\no new:  Peace", join("new"), "$ sec: Of Peace")

    def test_of_a_clause_with_items_and_a_heading_is_refused(self) -> None:
        refused("# head: Help\no one: Calls\n  - a: act", join("one"), "no-items-here", clause="a", kind="heading")

    @pytest.mark.parametrize("head", ["$", "@"])
    def test_of_a_part_or_annex_is_refused(self, head: str) -> None:
        kind = "part" if head == "$" else "annex"
        refused(f"o one: Calls\n{head} sec: More", join("sec"), "no-join", clause="sec", kind=kind)

    def test_of_the_first_clause_is_refused(self) -> None:
        refused("o one: Calls", join("one"), "nothing-before", clause="one")

    def test_of_an_unknown_clause_is_refused(self) -> None:
        refused("o one: Calls", join("gone"), "no-such-clause", clause="gone")

    @pytest.mark.parametrize("clause", ["say", "one"])
    def test_never_mixes_the_enacting_phrase_with_other_words(self, clause: str) -> None:
        before = """
            p pre: Recalling
            ! say: The Assembly:
            o one: Calls
            """
        refused(before, join(clause), "enacting-phrase", clause=clause)

    def test_takes_an_empty_clause_after_the_enacting_phrase_away(self) -> None:
        becomes(
            """
            p pre: See {one}
            ! say: The Assembly:
            o one:
            """,
            join("one"),
            """
            p pre: See {say}
            ! say: The Assembly:
            """,
        )


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
    change: Change = cut("one", 3, "one", 3)(start)
    assert apply(start, change) == start


def test_a_remark_on_a_clause_in_between_stays_with_its_id() -> None:
    remark = Remark("r", "mid", "A. Drafter", datetime.datetime(2027, 7, 3), "Why?")
    start: Resolution = resolution("o one: Calls\no mid: gone\no two: Urges", remark)
    end = apply(start, cut("one", 5, "two", 5)(start))
    assert end.remarks == (remark,)
