"""What a command must never do: write over somebody's work, break in the middle, or leave a person guessing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor.app.documents import open_document, save_new
from editor.cli import main
from tests.sample import sample_resolution

TEXT = "1. Recalling this,\n\nThe OSCE Parliamentary Assembly:\n\n2. Urges that.\n"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a short text to import."""
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def program(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a person's shell does."""
    settings = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "editor", *words]
    return subprocess.run(command, capture_output=True, env=settings | environment, timeout=60, check=False)


def test_a_report_never_takes_the_place_of_the_project(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "draft.resolution"
    assert main(["import", str(source), "-o", str(target), "--report", str(target), "--replace"]) == 2
    assert not target.exists()
    kept = tmp_path / "report.txt"
    kept.write_text("mine")
    assert main(["import", str(source), "-o", str(target), "--report", str(kept)]) == 2
    assert kept.read_text() == "mine"


def test_a_text_is_never_replaced_by_its_project(source: Path) -> None:
    assert main(["import", str(source), "-o", str(source), "--replace"]) == 2
    assert source.read_text(encoding="utf-8") == TEXT


def test_two_texts_of_one_name_are_not_written_over_each_other(source: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    twin = tmp_path / "other" / source.name
    twin.write_text(TEXT)
    assert main(["import", str(source), str(twin), "--out-dir", str(tmp_path / "out"), "--replace"]) == 2
    assert not (tmp_path / "out").exists()


def test_a_report_that_cannot_be_written_leaves_the_work_half_done(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "draft.resolution"
    assert main(["import", str(source), "-o", str(target), "--report", str(tmp_path / "none" / "report")]) == 1
    assert target.exists()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_an_outline_can_be_read_through_any_pipe(tmp_path: Path, encoding: str) -> None:
    from editor.app.documents import chosen_template

    path = tmp_path / "ru.resolution"
    save_new(path, sample_resolution("ru"), chosen_template(None))
    for words in (["outline", str(path)], ["outline", str(path), "--json"], ["check", str(path)]):
        done = program(*words, PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (0, b"")
    if encoding == "utf-8":
        assert "Парламентская".encode() in program("outline", str(path), PYTHONIOENCODING=encoding).stdout


@pytest.mark.parametrize("words", [["exprt", "draft.resolution"], ["bogus"], []])
def test_without_a_screen_a_slip_of_the_pen_is_told_in_one_line(words: list[str]) -> None:
    done = program(*words)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes end differently there")
def test_a_reader_who_goes_away_is_no_fault(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "draft.resolution"
    assert main(["import", str(source), "-o", str(target), "--report", str(tmp_path / "r")]) == 0
    command = [sys.executable, "-m", "editor", "outline", str(target)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        assert process.wait(60) == 0
    assert said == b""


def test_characters_without_a_glyph_are_told_once_with_their_clauses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "signs.txt"
    text.write_text(TEXT.replace("this", "\U0001f600 and 中 and 中").replace("that", "\U0001f600"), encoding="utf-8")
    project = tmp_path / "signs.resolution"
    assert main(["import", str(text), "-o", str(project), "--report", str(tmp_path / "r")]) == 0
    capsys.readouterr()
    assert main(["export", str(project), "-o", str(tmp_path / "signs.pdf")]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.count("\U0001f600") == 1
    assert "(1, 2)" in said
    assert main(["check", str(project)]) == 1
    assert "\U0001f600" in capsys.readouterr().out


def test_line_numbers_may_stand_before_the_file(source: Path, tmp_path: Path) -> None:
    project = tmp_path / "draft.resolution"
    assert main(["import", str(source), "-o", str(project), "--report", str(tmp_path / "r")]) == 0
    assert main(["export", "--line-numbers", str(project), "-o", str(tmp_path / "a.PDF")]) == 0
    assert main(["export", str(project), "--line-numbers", "through", "-o", str(tmp_path / "b.pdf")]) == 0
    assert (tmp_path / "a.PDF").read_bytes().startswith(b"%PDF")


def test_a_damaged_template_in_a_project_gives_way_to_the_installed_one(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "draft.resolution"
    assert main(["import", str(source), "-o", str(project), "--report", str(tmp_path / "r")]) == 0
    project.write_bytes(project.read_bytes().replace(b'"default_kind"', b'"unkind"'))
    before = project.read_bytes()
    assert main(["outline", str(project)]) == 0
    assert "installed osce-pa" in capsys.readouterr().err
    project.write_bytes(before.replace(b'"id": "osce-pa"', b'"id": "elsewhere"'))
    assert main(["outline", str(project)]) == 2
    said = capsys.readouterr().err
    assert str(project) in said
    assert said.count("\n") == 1


def test_a_newer_file_is_read_with_a_word_and_never_written(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "draft.resolution"
    assert main(["import", str(source), "-o", str(project), "--report", str(tmp_path / "r")]) == 0
    project.write_bytes(project.read_bytes().replace(b'"version": 1', b'"version": 2', 1))
    assert main(["outline", str(project)]) == 0
    assert "newer version" in capsys.readouterr().err
    assert open_document(project).read_only
    before = project.read_bytes()
    assert main(["import", str(source), "-o", str(project), "--replace"]) == 2
    assert project.read_bytes() == before
