from __future__ import annotations

import pytest

from editor.app.beside import begin_kind
from editor.app.workspace import Workspace
from editor.model.clause import Clause, Kind
from editor.model.edits import delete, insert
from editor.model.errors import EditError
from editor.model.tree import position
from tests.ui.sample import named


def begun(workspace: Workspace, name: str, kind: Kind) -> tuple[int, Clause]:
    edit = begin_kind(workspace.resolution, workspace.grammar, named(name), kind)
    workspace.apply(edit.change)
    at = position(workspace.body, edit.caret[0])
    return at, workspace.body[at]


def after(workspace: Workspace, at: int) -> str:
    return workspace.body[at + 1].id


def test_a_heading_comes_before_the_clause(workspace: Workspace) -> None:
    at, clause = begun(workspace, "b1", "heading")
    assert (clause.kind, clause.level) == ("heading", 0)
    assert after(workspace, at) == named("v2"), "before the whole clause, not inside it"


def test_a_part_begins_before_the_clause(workspace: Workspace) -> None:
    at, clause = begun(workspace, "v3", "part")
    assert clause.kind == "part"
    assert after(workspace, at) == named("v3")


def test_an_annex_comes_at_the_end(workspace: Workspace) -> None:
    at, clause = begun(workspace, "p1", "annex")
    assert clause.kind == "annex"
    assert at == len(workspace.body) - 1


@pytest.mark.parametrize(
    ("name", "level", "before"), [("v2", 1, "v3"), ("a2", 2, "v3"), ("b1", 2, "v3"), ("a1", 1, "v3")]
)
def test_closing_text_comes_after_the_sub_items(workspace: Workspace, name: str, level: int, before: str) -> None:
    at, clause = begun(workspace, name, "closing")
    assert (clause.kind, clause.level) == ("closing", level)
    assert after(workspace, at) == named(before)


def test_without_sub_items_there_is_nothing_to_close(workspace: Workspace) -> None:
    with pytest.raises(EditError, match="no-items-yet"):
        begin_kind(workspace.resolution, workspace.grammar, named("p1"), "closing")


def test_an_empty_item_at_the_end_becomes_the_closing_text(workspace: Workspace) -> None:
    empty = Clause(named("x1"), "item", 1)
    at = position(workspace.body, named("v3"))
    workspace.apply(insert(workspace.resolution, workspace.grammar, at, [empty]))
    count = len(workspace.body)
    _, clause = begun(workspace, "x1", "closing")
    assert clause.id == empty.id
    assert len(workspace.body) == count


def test_it_is_one_step_and_undone(workspace: Workspace) -> None:
    before = workspace.resolution
    for kind in ("heading", "part", "annex", "closing"):
        begun(workspace, "v2", kind)
        workspace.undo()
        assert workspace.resolution == before


def test_in_an_empty_preamble_a_heading_still_finds_its_place(workspace: Workspace) -> None:
    workspace.apply(delete(workspace.resolution, workspace.grammar, [named("p1"), named("p2"), named("p3")]))
    at, clause = begun(workspace, "e1", "heading")
    assert clause.kind == "heading"
    assert after(workspace, at) == named("e1")
