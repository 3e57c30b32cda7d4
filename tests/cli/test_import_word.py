"""Word files on the command line: they become projects as texts do."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.app.documents import open_document
from editor.cli import main
from tests.importing.word.making import PHRASE, docx, level, lists, p, r
from tests.sample import sample_resolution

NUMBERED = lists((level(0), level(1, "lowerLetter")))
BY = 'w:id="1" w:author="Ann" w:date="2027-05-06T07:08:09Z"'
DRAFT = docx(
    p("Recalling the past,", num=(1, 0))
    + p(PHRASE)
    + p(r("Calls for ") + f"<w:ins {BY}>{r('more ')}</w:ins>" + r("light:"), num=(1, 0))
    + p("by night.", num=(1, 1)),
    numbering=NUMBERED,
)


@pytest.mark.parametrize(
    ("changes", "words"), [([], "Calls for more light:"), (["--changes", "rejected"], "Calls for light:")]
)
def test_a_word_file_becomes_a_project(
    changes: list[str], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = tmp_path / "draft.docx", tmp_path / "draft.resolution"
    source.write_bytes(DRAFT)
    assert main(["import", str(source), "-o", str(target), "--language", "en", *changes]) == 0
    assert "tracked changes were taken as" in capsys.readouterr().err
    assert main(["outline", str(target)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1. Recalling the past,", PHRASE, f"2. {words}", "    a. by night.",
    ]  # fmt: skip


def test_what_was_exported_is_imported_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample, back = tmp_path / "sample.docx", tmp_path / "back.resolution"
    source = Path(__file__).resolve().parents[2] / "templates" / "osce-pa" / "sample.resolution"
    assert main(["export", str(source), "-o", str(sample)]) == 0
    assert main(["import", str(sample), "-o", str(back)]) == 0
    capsys.readouterr()
    assert open_document(back).resolution.body == sample_resolution("en").body


def test_a_damaged_file_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "broken.docx"
    source.write_bytes(DRAFT[: len(DRAFT) // 2])
    assert main(["import", str(source), "-o", str(tmp_path / "a.resolution")]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert said[0].startswith(f"{source}: ")
    assert not (tmp_path / "a.resolution").exists()
