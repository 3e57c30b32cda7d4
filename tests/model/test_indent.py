"""Indent and outdent."""

import pytest

from editor.model import edits
from tests.bodies import GRAMMAR, Build, becomes, refused


def indent(*ids: str) -> Build:
    return lambda resolution: edits.indent(resolution, GRAMMAR, ids)


def outdent(*ids: str) -> Build:
    return lambda resolution: edits.outdent(resolution, GRAMMAR, ids)


class TestIndent:
    def test_takes_the_sub_tree_along(self) -> None:
        becomes(
            """
            o one: Calls
            o two: act
              - a: here
              ~ end: now
            o three: Urges
            """,
            indent("two"),
            """
            o one: Calls
              - two: act
                - a: here
                ~ end: now
            o three: Urges
            """,
        )

    def test_of_several_makes_siblings(self) -> None:
        becomes(
            """
            o one: Calls
              - a: act
            o two: go
            o three: run
            """,
            indent("three", "two"),
            """
            o one: Calls
              - a: act
              - two: go
              - three: run
            """,
        )

    def test_keeps_ids_and_words_of_a_clause_and_its_own_item(self) -> None:
        becomes("o one: A\no two: B\n  - a: C", indent("two", "a"), "o one: A\n  - two: B\n    - a: C")

    def test_under_nothing_is_refused(self) -> None:
        refused("o one: Calls", indent("one"), "no-parent", clause="one", level=1)

    def test_of_a_first_item_is_refused(self) -> None:
        refused("o one: Calls\n  - a: act", indent("a"), "no-parent", clause="a", level=2)

    def test_under_a_heading_is_refused(self) -> None:
        refused("# head: Help\no one: Calls", indent("one"), "no-items-here", clause="one", kind="heading")

    def test_behind_a_closing_text_is_refused(self) -> None:
        refused("o one: A\n  - a: B\n  ~ end: C\no two: D", indent("two"), "after-closing", clause="two")

    def test_below_the_deepest_level_is_refused(self) -> None:
        before = "o one: A\n  - a: B\n    - b: C\n      - c: D\n        - d: E\n        - e: F"
        refused(before, indent("e"), "too-deep", clause="e", level=5, deepest=4)

    @pytest.mark.parametrize(
        ("line", "kind"),
        [("! x: The", "enacting"), ("# x: Help", "heading"), ("@ x: Annex", "annex"), ("  ~ x: end", "closing")],
    )
    def test_of_other_kinds_is_refused(self, line: str, kind: str) -> None:
        refused(f"o one: A\n{line}", indent("x"), "not-indentable", clause="x", kind=kind)

    def test_of_a_part_makes_it_a_section_of_the_one_before(self) -> None:
        becomes(
            """
            $ first: Chapter
            o one: Calls
            $ second: Section
            o two: Urges
              - a: act
            """,
            indent("second"),
            """
            $ first: Chapter
            o one: Calls
              $ second: Section
            o two: Urges
              - a: act
            """,
        )

    def test_of_a_part_with_sections_is_refused_where_they_would_be_too_deep(self) -> None:
        before = "$ first: A\n$ second: B\n  $ sub: C"
        refused(before, indent("second"), "level", clause="sub", level=2)

    def test_of_an_unknown_clause_is_refused(self) -> None:
        refused("o one: Calls", indent("one", "gone"), "no-such-clause", clause="gone")


class TestOutdent:
    def test_makes_a_paragraph_of_the_kind_it_was_under(self) -> None:
        becomes(
            """
            p pre: Noting
              - a: that
                - i: deep
            """,
            outdent("a"),
            """
            p pre: Noting
            p a: that
              - i: deep
            """,
        )

    def test_what_followed_becomes_its_own(self) -> None:
        becomes(
            """
            o one: Calls
              - a: A
              - b: B
                - i: I
              - c: C
            """,
            outdent("b"),
            """
            o one: Calls
              - a: A
            o b: B
              - i: I
              - c: C
            """,
        )

    def test_is_refused_where_a_closing_text_would_pass_to_it(self) -> None:
        before = "o one: Calls\n  - a: A\n  - b: B\n  ~ end: now"
        refused(before, outdent("b"), "closing-moves", clause="end")

    def test_takes_its_own_closing_text_along(self) -> None:
        becomes(
            "o one: Calls\n  - a: A\n    - i: I\n    ~ end: now",
            outdent("a"),
            "o one: Calls\no a: A\n  - i: I\n  ~ end: now",
        )

    def test_at_the_top_is_refused(self) -> None:
        refused("o one: Calls", outdent("one"), "level", clause="one", level=-1)

    def test_of_a_section_makes_it_a_chapter(self) -> None:
        becomes("$ first: A\n  $ sub: B\no one: C", outdent("sub"), "$ first: A\n$ sub: B\no one: C")
