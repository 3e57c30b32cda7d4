"""What a file held before it was written over: kept, a few of each, and never in the way of a save."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.app import states
from editor.app.documents import Document, open_document, save_document
from editor.app.states import MOST, keep, read_state, states_of
from editor.model.resolution import Resolution
from editor.templating.schema import Template


def saved(path: Path, resolution: Resolution, template: Template, title: str, folder: Path) -> Resolution:
    """Save the text with another title, as the window does."""
    text = replace(resolution, cover=resolution.cover.with_value("title", title))
    keep(path, folder)
    save_document(Document(text, template), path)
    return text


def test_each_save_keeps_what_was_there(tmp_path: Path, resolution: Resolution, template: Template) -> None:
    path = tmp_path / "a.resolution"
    texts = [saved(path, resolution, template, f"Title {number}", tmp_path / "state") for number in range(4)]
    found = states_of(path, tmp_path / "state")
    assert [read_state(state) for state in found] == texts[-2::-1]
    assert states_of(tmp_path / "b.resolution", tmp_path / "state") == []


def test_only_the_last_stay(tmp_path: Path, resolution: Resolution, template: Template) -> None:
    path = tmp_path / "a.resolution"
    texts = [saved(path, resolution, template, f"Title {number}", tmp_path) for number in range(MOST + 5)]
    found = states_of(path, tmp_path)
    assert [read_state(state) for state in found] == texts[-2 : -2 - MOST : -1]


def test_one_state_is_kept_once(tmp_path: Path, resolution: Resolution, template: Template) -> None:
    path = tmp_path / "a.resolution"
    for _ in range(4):
        saved(path, resolution, template, "The same", tmp_path)
    assert len(states_of(path, tmp_path)) == 1


def test_what_cannot_be_kept_stops_nothing(tmp_path: Path, resolution: Resolution, template: Template) -> None:
    path = tmp_path / "a.resolution"
    (tmp_path / states.EARLIER).write_text("in the way")
    texts = [saved(path, resolution, template, f"Title {number}", tmp_path) for number in range(2)]
    assert states_of(path, tmp_path) == []
    assert open_document(path).resolution == texts[-1]


@pytest.mark.parametrize("name", ["x.resolution", "20260101.resolution", "notes.txt"])
def test_other_files_there_are_left_alone(
    tmp_path: Path, resolution: Resolution, template: Template, name: str
) -> None:
    path = tmp_path / "a.resolution"
    for number in range(2):
        saved(path, resolution, template, f"Title {number}", tmp_path)
    (state,) = states_of(path, tmp_path)
    (state.path.parent / name).touch()
    assert states_of(path, tmp_path) == [state]
