from __future__ import annotations

from collections.abc import Callable

import pytest

from editor.app import arranging, clipboard
from editor.model.changes import Change, apply
from editor.model.grammar import Grammar
from editor.model.resolution import Resolution
from editor.templating.schema import Template
from tests.ui.sample import named

GRAMMAR = Grammar()


@pytest.fixture
def fresh() -> Callable[[], str]:
    numbers = iter(range(1, 100))
    return lambda: f"new{next(numbers):07}"


def after(resolution: Resolution, change: Change) -> str:
    """Return the names of all clauses after `change`, a dash before each for its level, "+" for a new one."""
    body = apply(resolution, change).body
    names = {clause.id: clause.id.lstrip("0") for clause in resolution.body}
    return " ".join("-" * clause.level + names.get(clause.id, "+") for clause in body)


@pytest.mark.parametrize(
    ("clause", "order"),
    [
        ("p1", "p1 + p2 p3 e1 v1 v2 -a1 -a2 --b1 --b2 v3"),
        ("v2", "p1 p2 p3 e1 v1 v2 -a1 -a2 --b1 --b2 + v3"),
        ("a2", "p1 p2 p3 e1 v1 v2 -a1 -a2 --b1 --b2 -+ v3"),
        ("b1", "p1 p2 p3 e1 v1 v2 -a1 -a2 --b1 --+ --b2 v3"),
        ("v3", "p1 p2 p3 e1 v1 v2 -a1 -a2 --b1 --b2 v3 +"),
    ],
)
def test_a_clause_is_added_after_what_is_below(
    resolution: Resolution, fresh: Callable[[], str], clause: str, order: str
) -> None:
    edit = arranging.add_after(resolution, GRAMMAR, named(clause), fresh)
    assert after(resolution, edit.change) == order
    assert edit.caret == ("new0000001", 0)


def test_copies_stand_after_the_last_one_and_point_at_each_other(
    resolution: Resolution, fresh: Callable[[], str]
) -> None:
    edit, heads = arranging.duplicate(resolution, GRAMMAR, [named("p2"), named("v1"), named("a1")], fresh)
    assert after(resolution, edit.change) == "p1 p2 p3 e1 v1 v2 -a1 -+ -+ -+ -a2 --b1 --b2 v3"
    assert len(heads) == 3
    edit, heads = arranging.duplicate(resolution, GRAMMAR, [named("v2")], fresh)
    assert after(resolution, edit.change) == "p1 p2 p3 e1 v1 v2 -a1 -a2 --b1 --b2 + -+ -+ --+ --+ v3"
    assert edit.caret == (heads[0], 0)


def test_what_is_picked_goes_through_the_clipboard(resolution: Resolution, fresh: Callable[[], str]) -> None:
    piece = arranging.picked(resolution.body, [named("a2"), named("v1"), named("b1")], moved=True)
    assert [(clause.id, clause.level) for clause in piece.clauses] == [
        (named("v1"), 0),
        (named("a2"), 0),
        (named("b1"), 1),
        (named("b2"), 1),
    ]
    assert clipboard.decode(clipboard.encode(piece)) == piece
    edit = arranging.paste_after(
        resolution, GRAMMAR, named("a1"), arranging.picked(resolution.body, [named("v3")]), fresh
    )
    assert after(resolution, edit.change) == "p1 p2 p3 e1 v1 v2 -a1 -+ -a2 --b1 --b2 v3"


@pytest.mark.parametrize(
    ("page", "words", "order"),
    [
        ("", "in three languages,", "p1 p2 p3 e1 v1 v2 -a1 -+ -a2 --b1 --b2 v3"),
        ("", "in three languages,\n\nfree of charge;\n", "p1 p2 p3 e1 v1 v2 -a1 -+ -+ -a2 --b1 --b2 v3"),
        (
            "<ol><li>in <b>one</b></li><li>in two</li></ol>",
            "in one\nin two",
            "p1 p2 p3 e1 v1 v2 -a1 -+ -+ -a2 --b1 --b2 v3",
        ),
    ],
)
def test_words_of_other_programs_become_clauses(
    resolution: Resolution, template: Template, fresh: Callable[[], str], page: str, words: str, order: str
) -> None:
    pasted = arranging.read_after(resolution, template, named("a1"), page, words, fresh)
    assert after(resolution, pasted.edit.change) == order
    assert pasted.edit.caret[0].startswith("new")


@pytest.mark.parametrize(
    ("gone", "shown"), [("p1", "p2"), ("v2", "v3"), ("v3", "b2"), ("p3", "v1"), ("p1 p2 p3 v1 v2 v3", "")]
)
def test_one_comes_to_what_stays(resolution: Resolution, gone: str, shown: str) -> None:
    found = arranging.beside(resolution.body, [named(name) for name in gone.split()])
    assert found == (named(shown) if shown else "")
