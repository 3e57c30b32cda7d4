from __future__ import annotations

import pytest

from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.changes import Change, SetCover
from editor.model.errors import EditError
from editor.model.resolution import Resolution
from editor.model.text import Run
from editor.numbering import labels
from tests.editing import edited
from tests.ui.sample import named


def typed(workspace: Workspace, clause: str, words: str) -> Change:
    return edits.set_text(workspace.resolution, named(clause), (Run(words),))


def test_listeners_hear_the_states_and_who_did_it(workspace: Workspace, resolution: Resolution) -> None:
    news: list[tuple[Resolution, Change, Resolution, object]] = []
    workspace.listen(lambda *told: news.append(told))
    change = typed(workspace, "p1", "Recalling rivers,")
    workspace.apply(change, who="me")
    assert news == [(resolution, change, workspace.resolution, "me")]
    workspace.undo(who="you")
    assert news[1][2] == resolution
    assert news[1][3] == "you"


def test_whoever_left_hears_nothing(workspace: Workspace) -> None:
    news: list[object] = []

    def listener(*told: object) -> None:
        news.append(told)

    workspace.listen(listener)
    workspace.leave(listener)
    workspace.apply(typed(workspace, "p1", "Recalling rivers,"))
    assert not news


def test_a_stale_change_moves_nothing(workspace: Workspace, resolution: Resolution) -> None:
    stale = typed(workspace, "p1", "Recalling rivers,")
    workspace.apply(typed(workspace, "p1", "Recalling lakes,"))
    with pytest.raises(EditError, match="stale"):
        workspace.apply(stale)
    workspace.undo()
    assert workspace.resolution == resolution
    assert not workspace.history.can_undo


def test_an_empty_change_is_no_step(workspace: Workspace, resolution: Resolution) -> None:
    workspace.apply(SetCover(resolution.cover, resolution.cover))
    assert not workspace.history.can_undo


def test_a_read_only_text_takes_no_change(workspace: Workspace, resolution: Resolution) -> None:
    reader = Workspace(resolution, workspace.template, read_only=True)
    reader.apply(typed(reader, "p1", "Recalling rivers,"))
    assert reader.resolution is resolution


def test_typing_keeps_the_labels_and_a_split_counts_anew(workspace: Workspace) -> None:
    before = workspace.labels.by_place
    workspace.apply(typed(workspace, "v1", "Calls on all;"))
    assert workspace.labels.by_place is before
    assert workspace.labels.body is workspace.body
    workspace.apply(edits.split(workspace.resolution, workspace.grammar, named("p1"), 9))
    assert workspace.labels.of(named("v1")).text == "5."


@pytest.mark.parametrize("seed", range(8))
def test_labels_are_those_of_a_fresh_count_after_any_edit(workspace: Workspace, seed: int) -> None:
    from editor.model.changes import body_change

    for step in range(10):
        _ = workspace.labels, workspace.note_numbers
        after = edited(workspace.resolution, workspace.grammar, seed * 100 + step, 2)
        workspace.apply(body_change(workspace.body, after.body))
        assert workspace.labels == labels(workspace.body, workspace.scheme)
        found = [piece for clause in workspace.body for piece in clause.text if hasattr(piece, "id")]
        assert list(workspace.note_numbers.values()) == list(range(1, len(found) + 1))
