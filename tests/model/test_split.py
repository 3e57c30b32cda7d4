"""Enter: a clause is divided, or one added beside it."""

import pytest

from editor.model import edits
from editor.model.changes import apply
from editor.model.grammar import Grammar
from tests.bodies import GRAMMAR, Build, becomes, counted, drawn, resolution

PHRASE_FIRST = Grammar(("enacting", "preambular", "operative"))


def split(clause: str, offset: int, grammar: Grammar = GRAMMAR) -> Build:
    return lambda resolution: edits.split(resolution, grammar, clause, offset, counted())


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

    def test_a_heading_at_the_end_of_its_part_looks_back(self) -> None:
        becomes(
            "o one: Calls\n# head: Help\n$ sec: Part\np two: Recalling",
            split("head", 4),
            "o one: Calls\n# head: Help\no new:\n$ sec: Part\np two: Recalling",
        )

    def test_before_a_first_heading_stands_what_may_stand_there(self) -> None:
        becomes("# head: Help\np one: Noting", split("head", 0), "p new:\n# head: Help\np one: Noting")

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
