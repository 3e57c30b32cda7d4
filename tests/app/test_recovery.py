"""What a dead program leaves: found, told apart from what is saved, brought back over the file, or set aside."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.app import recovery
from editor.app.documents import Document, project_of, save_document
from editor.app.news import news
from editor.app.recovery import ASIDE, QUIET, kept, restored
from editor.app.workspace import Workspace
from editor.model.changes import apply
from editor.model.clause import Clause
from editor.model.resolution import Resolution
from editor.model.text import Run, flatten
from editor.project.errors import SaveError
from editor.project.journal import Head
from editor.project.journal_file import JOURNALS, JournalFile
from editor.project.owner import Owner, this_program
from editor.templating.schema import Template

DEAD = replace(this_program(), started="long ago")
Leave = Callable[..., None]


@pytest.fixture
def saved(tmp_path: Path, resolution: Resolution, template: Template) -> Document:
    return save_document(Document(resolution, template), tmp_path / "waters.resolution")


@pytest.fixture
def typed(resolution: Resolution) -> Resolution:
    """Return the text with three words more in the first clause, a new clause, and another title."""
    first, *others = resolution.body
    longer = replace(first, text=(Run(flatten(first.text) + " and knowing three"),))
    new = Clause("new0000000", "operative", 0, (Run("Stresses that water is shared."),))
    return replace(
        resolution, body=(longer, *others, new), cover=resolution.cover.with_value("title", "Waters and Words")
    )


@pytest.fixture
def leave(tmp_path: Path) -> Leave:
    """Return what leaves a journal behind, as of a program that is dead."""

    def leave_(document: Document, text: Resolution, owner: Owner = DEAD, at: float = 1000.0, name: str = "a") -> None:
        path = str(document.path) if document.path else ""
        file = JournalFile(tmp_path / JOURNALS / f"{name}.journal")
        head = Head(name, owner, path, document.stamp)
        file.write(head, lambda: project_of(document), document.resolution, at)
        file.write(head, lambda: project_of(document), text, at + 60)

    return leave_


def test_where_nothing_is_left_nothing_is_found(tmp_path: Path) -> None:
    assert not recovery.any_kept(tmp_path)
    assert kept(tmp_path) == []


def test_a_text_is_found_with_what_is_new(tmp_path: Path, saved: Document, typed: Resolution, leave: Leave) -> None:
    leave(saved, typed)
    assert recovery.any_kept(tmp_path)
    (one,) = kept(tmp_path)
    assert one.text == typed
    assert one.standing == "as-saved"
    assert one.title == "Waters and Words"
    assert one.first == one.last
    much = news(one)
    assert (much.words, much.clauses, much.cover) == (8, 2, True)
    typed_words, added = much.lines
    assert typed_words.parts[0] == ("same", "Recalling that rivers know no borders,")
    assert typed_words.parts[1] == ("inserted", " and knowing three")
    assert (added.number, added.parts) == ("7.", (("inserted", "Stresses that water is shared."),))


def test_it_comes_back_as_a_change_over_the_file_that_can_be_taken_back(
    tmp_path: Path, saved: Document, typed: Resolution, leave: Leave
) -> None:
    leave(saved, typed)
    document, change = restored(kept(tmp_path)[0])
    assert document.path == saved.path
    assert document.resolution == saved.resolution
    workspace = Workspace(document.resolution, document.template)
    workspace.apply(change)
    assert workspace.resolution == typed
    again = save_document(replace(document, resolution=workspace.resolution), tmp_path / "waters.resolution")
    assert again.resolution == typed
    workspace.undo()
    assert workspace.resolution == saved.resolution


def test_a_file_that_another_hand_changed_is_not_overwritten(
    tmp_path: Path, saved: Document, typed: Resolution, leave: Leave
) -> None:
    leave(saved, typed)
    other = replace(saved.resolution, cover=saved.resolution.cover.with_value("title", "Another hand"))
    save_document(replace(saved, resolution=other), tmp_path / "waters.resolution")
    (one,) = kept(tmp_path)
    assert one.standing == "changed"
    document, change = restored(one)
    assert apply(document.resolution, change) == typed
    with pytest.raises(SaveError, match="changed-outside"):
        save_document(replace(document, resolution=typed), tmp_path / "waters.resolution")


def test_a_text_whose_file_is_gone_comes_back_without_one(
    tmp_path: Path, saved: Document, typed: Resolution, leave: Leave
) -> None:
    leave(saved, typed)
    (tmp_path / "waters.resolution").unlink()
    (one,) = kept(tmp_path)
    assert one.standing == "gone"
    document, change = restored(one)
    assert document.path is None
    assert apply(document.resolution, change) == typed


def test_a_text_that_was_never_saved_comes_back(
    tmp_path: Path, resolution: Resolution, template: Template, typed: Resolution, leave: Leave
) -> None:
    leave(Document(resolution, template), typed)
    (one,) = kept(tmp_path)
    assert one.standing == "never-saved"
    document, change = restored(one)
    assert document.path is None
    assert document.template == template
    assert apply(document.resolution, change) == typed


def test_what_the_file_holds_by_now_is_dropped(
    tmp_path: Path, saved: Document, typed: Resolution, leave: Leave
) -> None:
    leave(saved, typed)
    save_document(replace(saved, resolution=typed), tmp_path / "waters.resolution")
    assert kept(tmp_path) == []
    assert not recovery.any_kept(tmp_path)


def test_the_text_of_a_living_program_is_its_own(
    tmp_path: Path, saved: Document, typed: Resolution, leave: Leave
) -> None:
    leave(saved, typed, this_program())
    assert kept(tmp_path) == []
    assert recovery.any_kept(tmp_path)


def test_of_another_machine_only_what_lies_there_long(
    tmp_path: Path, saved: Document, typed: Resolution, leave: Leave
) -> None:
    elsewhere = replace(DEAD, host="elsewhere.example")
    leave(saved, typed, elsewhere, time.time() - 120, "new")
    leave(saved, typed, elsewhere, time.time() - QUIET - 120, "old")
    assert [one.id for one in kept(tmp_path)] == ["old"]


def test_the_newest_stands_first(tmp_path: Path, saved: Document, typed: Resolution, leave: Leave) -> None:
    leave(saved, typed, at=1000.0, name="older")
    leave(saved, typed, at=2000.0, name="newer")
    assert [one.id for one in kept(tmp_path)] == ["newer", "older"]


def test_set_aside_stays_but_is_not_offered(tmp_path: Path, saved: Document, typed: Resolution, leave: Leave) -> None:
    leave(saved, typed)
    recovery.set_aside(kept(tmp_path)[0], tmp_path)
    assert kept(tmp_path) == []
    assert [one.text for one in kept(tmp_path, ASIDE)] == [typed]


def test_what_cannot_be_read_hides_nothing_and_stays(
    tmp_path: Path, saved: Document, typed: Resolution, leave: Leave
) -> None:
    leave(saved, typed)
    spoiled = tmp_path / JOURNALS / "b.journal"
    spoiled.write_bytes(b"\0" * 4096)
    assert [one.id for one in kept(tmp_path)] == ["a"]
    assert spoiled.exists()
