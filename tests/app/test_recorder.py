"""What is typed is on the disk within a second; nothing is left behind by a text that is saved or given up."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from editor.app.documents import Document, save_document
from editor.app.recorder import Recorder
from editor.app.workspace import Workspace
from editor.model.changes import body_change
from editor.model.resolution import Resolution
from editor.model.text import Run
from editor.project.journal_file import JOURNALS, read_journal
from editor.templating.schema import Template


@pytest.fixture
def document(resolution: Resolution, template: Template) -> Document:
    return Document(resolution, template)


@pytest.fixture
def recorder(tmp_path: Path, document: Document, workspace: Workspace) -> Iterator[Recorder]:
    found = Recorder(tmp_path, document, workspace)
    yield found
    if not found._end.is_set():
        found.close()


def type_(workspace: Workspace, words: str) -> None:
    body = workspace.body
    workspace.apply(body_change(body, (replace(body[0], text=(Run(words),)), *body[1:])))


def test_typing_is_on_the_disk_within_a_second(recorder: Recorder, workspace: Workspace, qtbot: QtBot) -> None:
    for words in ("Recalling", "Recalling rivers", "Recalling rivers and lakes,"):
        type_(workspace, words)
        start = time.monotonic()
        qtbot.waitUntil(lambda: recorder.path.exists() and _text(recorder) == workspace.resolution, timeout=3000)
        assert time.monotonic() - start < 1.0
    workspace.undo()
    qtbot.waitUntil(lambda: _text(recorder) == workspace.resolution, timeout=3000)


def _text(recorder: Recorder) -> Resolution:
    return read_journal(recorder.path).text.resolution


def test_nothing_is_written_before_the_first_change(recorder: Recorder, tmp_path: Path) -> None:
    assert recorder.flush()
    assert not (tmp_path / JOURNALS).exists()
    assert recorder._thread is None


def test_the_saved_text_needs_no_journal(
    recorder: Recorder, workspace: Workspace, document: Document, tmp_path: Path
) -> None:
    type_(workspace, "Recalling,")
    assert recorder.flush()
    assert recorder.path.exists()
    saved = save_document(replace(document, resolution=workspace.resolution), tmp_path / "a.resolution")
    recorder.saved(saved)
    assert not recorder.path.exists()
    type_(workspace, "Recalling more,")
    assert recorder.flush()
    journal = read_journal(recorder.path)
    assert (journal.head.path, journal.head.stamp) == (str(tmp_path / "a.resolution"), saved.stamp)
    assert journal.saved.resolution == saved.resolution
    assert journal.text.resolution == workspace.resolution


def test_a_text_that_is_as_saved_again_needs_none(recorder: Recorder, workspace: Workspace) -> None:
    type_(workspace, "Recalling,")
    recorder.flush()
    workspace.undo()
    recorder.flush()
    assert not recorder.path.exists()


def test_closing_leaves_nothing(recorder: Recorder, workspace: Workspace) -> None:
    type_(workspace, "Recalling,")
    recorder.flush()
    recorder.close()
    assert not recorder.path.exists()
    type_(workspace, "After the end")
    assert not recorder.path.exists()


def test_a_text_that_comes_with_changes_is_recorded_from_the_start(
    document: Document, workspace: Workspace, tmp_path: Path
) -> None:
    type_(workspace, "Restored,")
    recorder = Recorder(tmp_path, document, workspace)
    assert recorder.flush()
    assert _text(recorder) == workspace.resolution
    recorder.close()


def test_a_disk_that_fails_is_told_of_once(
    document: Document, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / JOURNALS).write_text("in the way")
    recorder = Recorder(tmp_path, document, workspace)
    told: list[object] = []
    recorder.failed.connect(told.append)
    type_(workspace, "One")
    assert not recorder.flush()
    type_(workspace, "Two")
    assert not recorder.flush()
    qtbot.waitUntil(lambda: len(told) == 1)
    (tmp_path / JOURNALS).unlink()
    assert recorder.flush()
    assert _text(recorder) == workspace.resolution
    recorder.close()
