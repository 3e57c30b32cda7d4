"""`recover`: the texts that were not saved, without a window."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.app.documents import Document, chosen_template, open_document, project_of, save_new
from editor.cli import main
from editor.model.resolution import Resolution
from editor.paths import user_state_folder
from editor.project.journal import Head
from editor.project.journal_file import JOURNALS, JournalFile
from editor.project.owner import this_program
from tests.sample import sample_resolution


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Resolution:
    """Return the text of a program that died; its saved file is `draft.resolution`."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    resolution, template = sample_resolution(), chosen_template(None)
    saved = save_new(tmp_path / "draft.resolution", resolution, template)
    later = replace(resolution, cover=resolution.cover.with_value("title", "Kept\tthrough a crash"))
    leave(saved, later)
    return later


def leave(saved: Document, later: Resolution) -> None:
    head = Head("abc", replace(this_program(), started="x"), str(saved.path), saved.stamp)
    JournalFile(user_state_folder() / JOURNALS / "abc.journal").write(head, lambda: project_of(saved), later, 1e9)


@pytest.mark.usefixtures("typed")
def test_a_text_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["recover"], ["recover", "--list"]):
        assert main(words) == 0
        (line,) = capsys.readouterr().out.splitlines()
        name, _, new, title, where = line.split("\t")
        assert (name, title) == ("abc", "Kept through a crash")
        assert "cover" in new
        assert where == str(tmp_path / "draft.resolution")


def test_a_text_is_written_and_no_longer_listed(
    tmp_path: Path, typed: Resolution, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (tmp_path / "draft.resolution").read_bytes()
    assert main(["recover", "abc", "-o", str(tmp_path / "kept.resolution")]) == 0
    assert open_document(tmp_path / "kept.resolution").resolution == typed
    assert (tmp_path / "draft.resolution").read_bytes() == before
    assert main(["recover"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("typed")
def test_nothing_is_overwritten_and_nothing_lost_by_a_wrong_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.resolution"
    before = draft.read_bytes()
    wrong = (["abc", "-o", str(draft)], ["xyz", "-o", str(tmp_path / "b.resolution")], ["abc"], ["-o", str(draft)])
    for words in wrong:
        assert main(["recover", *words]) == 2
        assert len(capsys.readouterr().err.splitlines()) == 1
    assert draft.read_bytes() == before
    assert main(["recover"]) == 0
    assert capsys.readouterr().out.startswith("abc\t")
