"""Findings that follow the text: after a pause, not in the sentence that is being written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from editor.app.checker import Checker
from editor.app.workspace import Workspace
from editor.checking import Finding
from editor.model import edits
from editor.model.text import Run, flatten
from editor.templating.begin import new_resolution
from tests.papers import SHORT, osce, paper


@pytest.fixture
def workspace() -> Workspace:
    return Workspace(paper(SHORT), osce())


@pytest.fixture
def checker(qtbot: QtBot, workspace: Workspace) -> Iterator[Checker]:  # noqa: ARG001
    found = Checker(workspace)
    yield found
    found.detach()


def write(workspace: Workspace, clause: str, words: str) -> None:
    workspace.apply(edits.set_text(workspace.resolution, clause, (Run(words),)))


def codes(checker: Checker) -> list[str]:
    return [f"{one.code} {one.clause}" for one in checker.look()]


def test_the_text_is_looked_at_after_a_pause(qtbot: QtBot, workspace: Workspace, checker: Checker) -> None:
    write(workspace, "a", "to  act")
    with qtbot.waitSignal(checker.found, timeout=5000) as caught:
        pass
    assert [one.code for one in caught.args[0]] == ["double-space", "ending"]
    assert [one.code for one in checker.by_clause["a"]] == ["double-space", "ending"]


def test_nothing_is_said_twice(qtbot: QtBot, workspace: Workspace, checker: Checker) -> None:
    write(workspace, "a", "to  act,")
    checker.look()
    write(workspace, "one", "Recalling all,")
    with qtbot.assertNotEmitted(checker.found):
        checker.look()


def test_what_is_being_written_is_let_be_until_the_caret_leaves(
    qtbot: QtBot, workspace: Workspace, checker: Checker
) -> None:
    checker.caret_in("a")
    write(workspace, "a", "to")
    write(workspace, "b", "to report")
    assert codes(checker) == ["ending b"]
    with qtbot.waitSignal(checker.found, timeout=5000):
        checker.caret_in("b")
    assert codes(checker) == ["ending a", "ending b"]


def test_a_clause_with_the_caret_that_nobody_wrote_in_is_checked(checker: Checker, workspace: Workspace) -> None:
    write(workspace, "a", "to")
    checker.look()
    checker.caret_in("b")
    checker.caret_in("a")
    assert codes(checker) == ["ending a"]


def test_a_new_clause_with_the_caret_is_not_called_empty(workspace: Workspace, checker: Checker) -> None:
    change = edits.split(workspace.resolution, workspace.grammar, "b", 10, lambda: "new")
    workspace.apply(change)
    checker.caret_in("new")
    assert codes(checker) == []
    checker.caret_in(None)
    assert codes(checker) == ["empty-clause new"]


def test_one_is_mended_as_one_step(workspace: Workspace, checker: Checker) -> None:
    write(workspace, "a", "to  act  now")
    (first, *_) = checker.look()
    assert checker.fix(first)
    assert codes(checker) == ["ending a"]
    workspace.undo()
    assert codes(checker) == ["double-space a", "ending a"]


def test_all_of_a_kind_are_mended_as_one_step(workspace: Workspace, checker: Checker) -> None:
    for clause, words in (("a", "to  act"), ("b", "to  report"), ("three", "Ends")):
        write(workspace, clause, words)
    ending = next(one for one in checker.look() if one.code == "ending")
    assert len(checker.alike(ending)) == 3
    assert checker.fix_alike(ending)
    assert codes(checker) == ["double-space a", "double-space b"]
    assert flatten(workspace.body[-1].text) == "Ends."
    workspace.undo()
    assert len(checker.look()) == 5


def test_a_finding_of_yesterday_is_mended_where_it_stands_now(workspace: Workspace, checker: Checker) -> None:
    write(workspace, "three", "Ends  here.")
    (finding,) = checker.look()
    workspace.apply(edits.delete(workspace.resolution, workspace.grammar, ["one"]))
    assert checker.fix(finding)
    assert flatten(workspace.body[-1].text) == "Ends here."
    assert not checker.fix(finding)


def test_a_remedy_is_no_writing(workspace: Workspace, checker: Checker) -> None:
    write(workspace, "a", "to  act")
    checker.look()
    checker.caret_in("b")
    checker.caret_in("a")
    finding: Finding = checker.findings[0]
    checker.fix(finding)
    assert codes(checker) == ["ending a"]


def test_what_was_found_goes_as_soon_as_the_clause_is_written_in(workspace: Workspace, checker: Checker) -> None:
    write(workspace, "a", "to  act")
    assert codes(checker) == ["double-space a", "ending a"]
    checker.caret_in("a")
    told: list[object] = []
    checker.found.connect(told.append)
    write(workspace, "a", "to  act,")
    assert told == [()]
    assert checker.by_clause == {}


def test_an_untouched_new_text_lacks_nothing_yet(qtbot: QtBot) -> None:  # noqa: ARG001
    template = osce()
    empty = Workspace(new_resolution(template, template.file.default_kind, "en"), template)
    checker = Checker(empty)
    assert checker.look() == ()
    clause = next(clause.id for clause in empty.body if clause.kind == "preambular")
    empty.apply(edits.set_text(empty.resolution, clause, (Run("Recalling"),)))
    assert checker.look() != ()
    checker.detach()
