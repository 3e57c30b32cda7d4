"""`compare` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.app.documents import chosen_template, save_new
from editor.cli import main
from editor.model.resolution import Resolution
from editor.model.text import Run
from tests.sample import sample_resolution


def saved(folder: Path, name: str, resolution: Resolution) -> str:
    save_new(folder / name, resolution, chosen_template("osce-pa"))
    return str(folder / name)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    old = sample_resolution("en")
    body = list(old.body)
    body[12] = replace(body[12], text=(Run("the upstream and all downstream States of each shared basin,"),))
    del body[4]
    cover = old.cover.with_value("title", "Early Warning of Floods")
    new = replace(old, body=(*body[:-2], body[-1], body[-2]), cover=cover, revision="Rev.1")
    return [saved(tmp_path, "old.resolution", old), saved(tmp_path, "new.resolution", new)]


def test_the_summary_names_what_became_of_each_clause(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *files]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Revision: {+Rev.1+}"
    assert lines[1].startswith("Cover, title: Early Warning [-and Fair")
    assert lines[2].startswith("Deleted 5: [-Welcoming the work")
    assert "Changed 11 a -> 10 a: the upstream and {+all +}downstream States of each shared basin," in lines
    assert [line.partition(":")[0] for line in lines if line.startswith("Moved")] == ["Moved 16"]
    assert lines[-1] == "1 changed, 1 deleted, 1 moved, 2 fields of the cover or paper."


def test_equal_texts_are_said_to_be_equal(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", files[0], files[0]]) == 0
    assert capsys.readouterr().out == "The texts are the same.\n"


@pytest.mark.parametrize("suffix", ["docx", "pdf", "html", "txt"])
def test_a_redline_is_written_in_every_format(files: list[str], suffix: str, tmp_path: Path) -> None:
    target = tmp_path / f"redline.{suffix}"
    assert main(["compare", *files, "-o", str(target)]) == 0
    assert target.stat().st_size > 1000
    first = target.read_bytes()
    assert main(["compare", *files, "-o", str(target), "--author", ""]) == 0
    assert target.read_bytes() == first


def test_what_cannot_be_done_is_said_in_one_line(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (
        [files[0], str(tmp_path / "absent.resolution")],
        [*files, "-o", str(tmp_path / "redline.odt")],
        [files[0]],
    ):
        assert main(["compare", *words]) == 2
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.count("\n") == 1


def test_help_says_what_the_exit_status_means(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["compare", "--help"])
    assert "0 whether or not they differ" in " ".join(capsys.readouterr().out.split())
