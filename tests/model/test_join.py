"""Backspace at the start: a clause is joined to the one before it."""

import datetime

import pytest

from editor.model import edits
from editor.model.changes import apply
from editor.model.resolution import Remark
from tests.bodies import GRAMMAR, Build, becomes, counted, refused, resolution


def join(clause: str) -> Build:
    return lambda resolution: edits.join(resolution, GRAMMAR, clause)


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
        halves = apply(start, edits.split(start, GRAMMAR, "one", 7, counted()))
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
