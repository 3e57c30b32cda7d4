"""Whole texts, each with what a reader would say of it: texts/NAME.txt and texts/NAME.outline."""

from pathlib import Path

import pytest

from editor.importing import CODES, import_text
from editor.model.grammar import check_body
from tests.importing.outlines import outline, template

TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_text_is_read_as_its_outline_says(path: Path) -> None:
    imported = import_text(path.read_bytes(), template())
    assert outline(imported) == path.with_suffix(".outline").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_report_names_codes_and_clauses_that_there_are(path: Path) -> None:
    imported = import_text(path.read_bytes(), template())
    body = imported.resolution.body
    check_body(body, template().file.grammar)
    ids = [clause.id for clause in body]
    assert [source.clause for source in imported.report.sources] == ids
    for guess in imported.report:
        assert tuple(name for name, _ in guess.parameters) == CODES[guess.code]
        assert not guess.clause or guess.clause in ids


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_clauses_know_their_lines(path: Path) -> None:
    imported = import_text(path.read_bytes(), template())
    text = path.read_text(encoding="utf-8").replace("\f", "")
    lines = text.split("\n")
    for source in imported.report.sources:
        assert 1 <= source.first <= source.last <= len(lines)
        assert source.typed.split(" ")[0].strip("*") in lines[source.first - 1].replace("\\", "")


def test_every_text_has_an_outline() -> None:
    assert len(TEXTS) >= 25
    assert {path.stem for path in TEXTS} == {path.stem for path in TEXTS[0].parent.glob("*.outline")}
