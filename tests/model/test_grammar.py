"""Which clause may stand where."""

import pytest

from editor.model.errors import EditError
from editor.model.grammar import Grammar, check_body, fit_kinds, kinds_at
from tests.bodies import GRAMMAR, body, drawn

TWICE = Grammar(("enacting", "preambular", "enacting", "operative"))
PHRASE_FIRST = Grammar(("enacting", "preambular", "operative"))
NO_PHRASE = Grammar(("operative",))

GOOD = """
    p pre: A
      - a: B
        - i: C
      ~ end: D
    # head: E
    ! say: F
    o one: G
      ~ alone: H
    $ part: I
    p two: J
    ! say2: K
    $ next: L
      $ sub: M
    o three: N
    @ ann: O
    $ inner: P
      $ innermost: Q
    @ ann2: R
    p four: S
"""


def broken(picture: str, grammar: Grammar = GRAMMAR) -> str:
    with pytest.raises(EditError) as caught:
        check_body(body(picture), grammar)
    return str(caught.value)


@pytest.mark.parametrize("picture", ["", GOOD, "! say: A", "# head: A", "@ ann: A", "o one: A\no two: B"])
def test_good_bodies_pass(picture: str) -> None:
    check_body(body(picture), GRAMMAR)


@pytest.mark.parametrize(
    ("picture", "error"),
    [
        ("o one: A\no one: B", "duplicate-id clause='one'"),
        ("- a: A", "no-parent clause='a' level=0"),
        ("  - a: A", "no-parent clause='a' level=1"),
        ("o one: A\n    - a: B", "no-parent clause='a' level=2"),
        ("o one: A\n  - a: B\no two: C\n    - b: D", "no-parent clause='b' level=2"),
        ("  o one: A", "level clause='one' level=1"),
        ("  # head: A", "level clause='head' level=1"),
        ("  ! say: A", "level clause='say' level=1"),
        ("  @ ann: A", "level clause='ann' level=1"),
        ("  $ sub: A", "level clause='sub' level=1"),
        ("$ part: A\n    $ sub: B", "level clause='sub' level=2"),
        ("$ part: A\n  $ sub: B\n    $ subsub: C", "level clause='subsub' level=2"),
        ("$ part: A\n@ ann: B\n  $ sub: C", "level clause='sub' level=1"),
        ("# head: A\n  - a: B", "no-items-here clause='a' kind='heading'"),
        ("! say: A\n  ~ a: B", "no-items-here clause='a' kind='enacting'"),
        ("$ part: A\n  - a: B", "no-items-here clause='a' kind='part'"),
        ("o one: A\n  ~ end: B\n  - a: C", "after-closing clause='a'"),
        ("o one: A\n  ~ end: B\n  ~ more: C", "after-closing clause='more'"),
        ("o one: A\n  ~ end: B\n    - a: C", "after-closing clause='a'"),
        ("o one: A\np two: B", "order clause='two' kind='preambular'"),
        ("o one: A\n! say: B", "order clause='say' kind='enacting'"),
        ("! say: A\n! again: B", "order clause='again' kind='enacting'"),
        ("! say: A\np one: B", "order clause='one' kind='preambular'"),
        ("@ ann: A\no one: B\np two: C", "order clause='two' kind='preambular'"),
    ],
)
def test_wrong_bodies_are_refused_at_the_first_wrong_clause(picture: str, error: str) -> None:
    assert broken(picture) == error


def test_levels_end_where_the_template_says() -> None:
    deep = "o one: A\n" + "\n".join(f"{'  ' * level}- i{level}: B" for level in range(1, 6))
    assert broken(deep) == "too-deep clause='i5' level=5 deepest=4"
    assert broken(deep, Grammar(deepest=1)) == "too-deep clause='i2' level=2 deepest=1"
    check_body(body(deep), Grammar(deepest=5))


def test_sub_items_stand_where_the_template_says() -> None:
    plain = Grammar(items_under=frozenset({"operative"}))
    assert broken("p pre: A\n  - a: B", plain) == "no-items-here clause='a' kind='preambular'"
    assert broken("o one: A\n  - a: B\n    - i: C", plain) == "no-items-here clause='i' kind='item'"


def test_parts_and_annexes_stand_where_the_template_says() -> None:
    assert broken("@ ann: A", Grammar(divisions=frozenset({"part"}))) == "division clause='ann' kind='annex'"
    assert broken("$ part: A", Grammar(divisions=frozenset())) == "division clause='part' kind='part'"
    check_body(body("$ a: A\n  $ b: B\n    $ c: C"), Grammar(deepest_part=2))


def test_a_phrase_may_open_the_preamble_as_well() -> None:
    check_body(body("! say: A\np one: B\n! again: C\no two: D"), TWICE)
    assert broken("! say: A\n! again: B\n! more: C", TWICE).startswith("order")


def test_without_phases_for_them_kinds_are_refused() -> None:
    assert broken("p one: A", NO_PHRASE) == "order clause='one' kind='preambular'"
    assert broken("! say: A", NO_PHRASE) == "order clause='say' kind='enacting'"


class TestFitKinds:
    def fitted(self, picture: str, grammar: Grammar = GRAMMAR) -> str:
        return drawn(fit_kinds(body(picture), grammar))

    def test_the_phrase_divides(self) -> None:
        assert self.fitted("o a: A\n  - i: B\n! say: C\np b: D\n# h: E\np c: F") == (
            "p a: A\n  - i: B\n! say: C\no b: D\n# h: E\no c: F"
        )

    def test_each_division_has_its_own(self) -> None:
        assert self.fitted("o a: A\n$ s: B\no b: C\n! say: D\n@ x: E\np c: F") == (
            "o a: A\n$ s: B\np b: C\n! say: D\n@ x: E\np c: F"
        )

    @pytest.mark.parametrize("grammar", [PHRASE_FIRST, NO_PHRASE])
    def test_nothing_is_decided_by_a_phrase_with_one_phase_around(self, grammar: Grammar) -> None:
        picture = "! say: A\np b: B\no c: C"
        assert self.fitted(picture, grammar) == picture

    def test_of_two_phrases_the_last_divides(self) -> None:
        assert self.fitted("! s: A\no b: B\n! t: C\np c: D", TWICE) == "! s: A\np b: B\n! t: C\no c: D"
        assert self.fitted("! s: A\no b: B", TWICE) == "! s: A\no b: B"

    def test_too_many_phrases_decide_nothing(self) -> None:
        picture = "! s: A\np b: B\n! t: C"
        assert self.fitted(picture) == picture


class TestKindsAt:
    BODY = body("p a: A\n# h: B\np b: C\n! say: D\no c: E\n@ x: F\no d: G\n@ y: H")

    @pytest.mark.parametrize(
        ("at", "kinds"),
        [(0, "p"), (1, "p"), (3, "p"), (4, "o"), (5, "o"), (6, "po"), (7, "o"), (8, "po")],
    )
    def test_are_those_the_neighbours_leave(self, at: int, kinds: str) -> None:
        assert "".join(kind[0] for kind in kinds_at(self.BODY, at, GRAMMAR)) == kinds

    def test_where_no_phrase_divides(self) -> None:
        clauses = body("! say: A\np a: B\no b: C")
        found = ["".join(kind[0] for kind in kinds_at(clauses, at, PHRASE_FIRST)) for at in range(4)]
        assert found == ["", "p", "po", "o"]

    def test_between_two_phrases(self) -> None:
        clauses = body("! say: A\n! again: B")
        assert [kinds_at(clauses, at, TWICE) for at in range(3)] == [(), ("preambular",), ("operative",)]
