from __future__ import annotations

from itertools import pairwise

import pytest

from editor.app.history import History, merged
from editor.model.changes import Change, SetCover, Splice
from editor.model.clause import Clause
from editor.model.cover import Cover
from editor.model.text import Run


def words(*texts: str) -> list[Change]:
    """Return the changes that take one clause through `texts`."""
    states = [(Clause("a" * 10, "operative", text=(Run(text),)),) for text in texts]
    return [Splice(0, before, after) for before, after in pairwise(states)]


def test_equal_keys_become_one_step() -> None:
    history = History()
    first, second = words("", "a", "ab")
    history.push(first, ("type",))
    history.push(second, ("type",))
    assert history.undo() == words("ab", "")[0]
    assert not history.can_undo


@pytest.mark.parametrize("between", ["close", "undo and redo", "save", "other key", "no key"])
def test_a_step_ends(between: str) -> None:
    history = History()
    first, second = words("", "a", "ab")
    key = None if between == "no key" else ("type",)
    history.push(first, key)
    if between == "close":
        history.close()
    elif between == "undo and redo":
        history.undo()
        history.redo()
    elif between == "save":
        history.mark_saved()
    history.push(second, ("other",) if between == "other key" else key)
    assert history.undo() == words("ab", "a")[0]
    assert history.can_undo


def test_modified_follows_the_saved_state() -> None:
    history = History()
    first, second = words("", "a", "ab")
    assert not history.modified
    history.push(first)
    history.mark_saved()
    history.push(second)
    assert history.modified
    history.undo()
    assert not history.modified
    history.undo()
    assert history.modified


def test_a_saved_state_that_was_forgotten_never_comes_back() -> None:
    history = History()
    first, second = words("", "a", "ab")
    history.push(first)
    history.push(second)
    history.mark_saved()
    history.undo()
    history.push(words("a", "x")[0])
    assert history.modified
    history.undo()
    assert history.modified


def test_new_steps_forget_what_was_taken_back() -> None:
    history = History()
    for change in words("", "a", "ab"):
        history.push(change)
    history.undo()
    assert history.can_redo
    history.push(words("a", "x")[0])
    assert not history.can_redo


def test_nothing_to_undo_or_redo_is_said() -> None:
    with pytest.raises(IndexError):
        History().undo()
    with pytest.raises(IndexError):
        History().redo()


def test_changes_in_different_places_do_not_merge() -> None:
    first = words("", "a")[0]
    assert isinstance(first, Splice)
    assert merged(first, Splice(1, first.inserted, first.removed)) is None
    assert merged(first, SetCover(Cover(), Cover())) is None
    cover = Cover((("title", "A"),))
    assert merged(SetCover(Cover(), cover), SetCover(cover, Cover())) == SetCover(Cover(), Cover())
