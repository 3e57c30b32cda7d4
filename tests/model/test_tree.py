"""Questions to the tree."""

import pytest
from hypothesis import given

from editor.model import tree
from editor.model.clause import NESTED, Body
from editor.model.errors import EditError
from tests import strategies
from tests.bodies import body

BODY = body("""
    p pre: A
      - a: B
        - i: C
      ~ end: D
    ! say: E
    o one: F
    $ first: G
    # head: H
    o two: I
      $ sub: J
    o three: K
      - b: L
    $ second: M
    @ ann: N
    $ inner: O
    o four: P
    @ last: Q
""")
AT = {clause.id: at for at, clause in enumerate(BODY)}


def ids(places: list[int]) -> list[str]:
    return [BODY[at].id for at in places]


def test_position_and_find() -> None:
    assert tree.position(BODY, "i") == 2
    assert tree.find(BODY, "i") is BODY[2]
    with pytest.raises(EditError, match="no-such-clause clause='gone'"):
        tree.find(BODY, "gone")


@pytest.mark.parametrize(
    ("head", "last"),
    [
        ("pre", "end"), ("a", "i"), ("i", "i"), ("end", "end"), ("say", "say"), ("one", "one"), ("head", "head"),
        ("first", "b"), ("sub", "b"), ("second", "second"), ("ann", "four"), ("inner", "four"), ("last", "last"),
    ],
)  # fmt: skip
def test_a_subtree_ends_with_the_last_clause_that_belongs_to_its_head(head: str, last: str) -> None:
    assert tree.subtree_end(BODY, AT[head]) == AT[last] + 1


@pytest.mark.parametrize(
    ("clause", "owner"),
    [
        ("pre", None), ("a", "pre"), ("i", "a"), ("end", "pre"), ("say", None), ("one", None), ("first", None),
        ("head", "first"), ("two", "first"), ("sub", "first"), ("three", "sub"), ("b", "three"), ("second", None),
        ("ann", None), ("inner", "ann"), ("four", "inner"), ("last", None),
    ],
)  # fmt: skip
def test_every_clause_has_an_owner(clause: str, owner: str | None) -> None:
    found = tree.owner(BODY, AT[clause])
    assert (None if found is None else BODY[found].id) == owner


@pytest.mark.parametrize(
    ("head", "below"), [("pre", ["a", "end"]), ("a", ["i"]), ("i", []), ("three", ["b"]), ("first", []), ("ann", [])]
)
def test_children_are_direct_sub_items_and_closing_text(head: str, below: list[str]) -> None:
    assert ids(list(tree.children(BODY, AT[head]))) == below


def test_roots_lie_in_no_other_chosen_subtree() -> None:
    assert ids(tree.roots(BODY, frozenset({"i", "pre", "one", "end"}))) == ["pre", "one"]
    assert ids(tree.roots(BODY, frozenset({"b", "first", "second"}))) == ["first", "second"]
    assert ids(tree.roots(BODY, frozenset({"gone"}))) == []


@pytest.mark.parametrize(
    ("clause", "first", "after"),
    [
        ("pre", "pre", "first"), ("one", "pre", "first"), ("first", "pre", "sub"), ("two", "head", "sub"),
        ("b", "three", "second"), ("four", "four", "last"),
    ],
)  # fmt: skip
def test_a_division_goes_from_one_heading_to_the_next(clause: str, first: str, after: str) -> None:
    assert tree.division_start(BODY, AT[clause]) == AT[first]
    assert tree.division_end(BODY, AT[clause]) == AT[after]


def test_the_last_division_ends_with_the_body() -> None:
    assert tree.division_start(BODY, len(BODY)) == len(BODY)
    assert tree.division_end(BODY, AT["last"]) == len(BODY)


@given(strategies.bodies(max_size=15))
def test_parents_in_one_pass_are_those_found_singly(clauses: Body) -> None:
    assert tree.parents(clauses) == [tree.parent(clauses, at) for at in range(len(clauses))]


@given(strategies.bodies(max_size=15))
def test_a_clause_lies_in_the_subtree_of_its_owner_and_of_no_later_one(clauses: Body) -> None:
    for at, clause in enumerate(clauses):
        inside = [head for head in range(at) if tree.subtree_end(clauses, head) > at]
        assert tree.owner(clauses, at) == (inside[-1] if inside else None)
        if clause.kind in NESTED:
            assert tree.parent(clauses, at) == inside[-1]
