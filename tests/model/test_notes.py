from __future__ import annotations

import pytest

from editor.model.changes import apply, inverse
from editor.model.clause import Clause
from editor.model.errors import EditError
from editor.model.notes import delete_note, find_note, note_at, note_places, set_note
from editor.model.resolution import Resolution
from editor.model.text import Mark, Note, Reference, Run

ONE, TWO, THREE = Note("n1", (Run("one"),)), Note("n2"), Note("n3", (Run("three"),))
ITALIC: frozenset[Mark] = frozenset({"italic"})


@pytest.fixture
def resolution() -> Resolution:
    body = (
        Clause("a", "preambular", 0, (Run("Rivers"), ONE, TWO, Run(" flow"))),
        Clause("b", "operative", 0, (Run("Calls"),)),
        Clause("c", "operative", 0, (Reference("a"), Run(" \U0001f30a"), THREE)),
    )
    return Resolution("t", "k", "en", body=body)


def test_notes_are_found_with_their_places(resolution: Resolution) -> None:
    assert [(place.clause, place.offset, place.note) for place in note_places(resolution.body)] == [
        ("a", 6, ONE),
        ("a", 7, TWO),
        ("c", 3, THREE),
    ]
    assert find_note(resolution.body, "n2").offset == 7
    with pytest.raises(EditError, match="no-such-note note='n9'"):
        find_note(resolution.body, "n9")


@pytest.mark.parametrize(
    ("offset", "note"), [(0, None), (5, None), (6, ONE), (7, ONE), (8, TWO), (9, None), (99, None)]
)
def test_the_mark_before_a_place_goes_before_the_one_behind_it(
    resolution: Resolution, offset: int, note: Note | None
) -> None:
    assert note_at(resolution.body[0].text, offset) == note


def test_a_note_gets_other_words(resolution: Resolution) -> None:
    change = set_note(resolution, "n2", (Run("t"), Run("wo"), Run(""), Run("!", ITALIC), Reference("b")))
    after = apply(resolution, change)
    assert find_note(after.body, "n2").note.text == (Run("two"), Run("!", ITALIC), Reference("b"))
    assert find_note(after.body, "n2").offset == 7
    assert apply(after, inverse(change)) == resolution


def test_a_note_goes_with_its_mark(resolution: Resolution) -> None:
    change = delete_note(resolution, "n1")
    after = apply(resolution, change)
    assert after.body[0].text == (Run("Rivers"), TWO, Run(" flow"))
    after = apply(after, delete_note(after, "n2"))
    assert after.body[0].text == (Run("Rivers flow"),)


def test_one_that_is_gone_is_refused(resolution: Resolution) -> None:
    with pytest.raises(EditError, match="no-such-note"):
        set_note(resolution, "n9", ())
    with pytest.raises(EditError, match="no-such-note"):
        delete_note(resolution, "n9")
