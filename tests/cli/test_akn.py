"""Akoma Ntoso on the command line: in by its bytes, out by its ending or its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.app.documents import open_document
from editor.cli import main
from editor.cli.outcome import CANNOT, OK
from tests.importing.akn.texts import FORMULA, container, paragraph, xml

TEXT = xml(FORMULA + container("Recalling the sea,"), paragraph("1.", "Asks;") + paragraph("2.", "Ends."))


def test_in_and_out_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, first, second = tmp_path / "published.xml", tmp_path / "a.resolution", tmp_path / "b.resolution"
    source.write_bytes(TEXT)
    assert main(["import", str(source), "-o", str(first), "--template", "un-ga"]) == OK
    assert main(["export", str(first), "--to", "akn,txt", "--out-dir", str(tmp_path / "out")]) == OK
    written = tmp_path / "out" / "a.xml"
    assert main(["export", str(first), "-o", str(tmp_path / "c.xml")]) == OK
    assert written.read_bytes() == (tmp_path / "c.xml").read_bytes()
    assert main(["import", str(written), "-o", str(second), "--template", "un-ga"]) == OK
    assert open_document(second).resolution == open_document(first).resolution
    assert capsys.readouterr().err == ""


def test_a_damaged_file_is_refused_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "cut.xml"
    source.write_bytes(TEXT[:-30])
    assert main(["import", str(source), "-o", str(tmp_path / "a.resolution")]) == CANNOT
    said = capsys.readouterr().err
    assert said.startswith(str(source))
    assert said.count("\n") == 1


def test_both_templates_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "list"]) == OK
    assert [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()] == ["osce-pa", "un-ga"]
