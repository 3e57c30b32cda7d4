"""The reference document."""

import datetime
from collections import Counter
from pathlib import Path

import pytest

from editor.importing import Imported, import_text
from editor.model.cover import Code, DateRange, Person
from editor.model.text import Run, flatten
from tests.importing.outlines import template


@pytest.fixture(scope="module")
def text(shared: Path) -> str:
    return (shared / "seed" / "osce-pa-sc-11-si-4-e.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def seed(text: str) -> Imported:
    return import_text(text.encode(), template())


def test_seed_has_its_cover(seed: Imported) -> None:
    resolution = seed.resolution
    assert (resolution.kind, resolution.language) == ("supplementary-item", "en")
    assert (resolution.original_language, resolution.revision) == ("fr", "")
    assert resolution.cover.fields == (
        ("code", Code((("body", "SC"), ("year", "11"), ("kind", "SI"), ("number", "4")))),
        ("title", "Overall Approach By The OSCE To Promote Cybersecurity"),
        ("sponsor", Person("Mr.", "François-Xavier", "de Donnea", "Belgium")),
        ("venue", "Belgrade"),
        ("dates", DateRange(datetime.date(2011, 7, 6), datetime.date(2011, 7, 10))),
    )


def test_seed_has_its_body(seed: Imported) -> None:
    body = seed.resolution.body
    shape = [("preambular", 0)] * 9 + [("enacting", 0)] + [("operative", 0)] * 2 + [("item", 1)] * 2
    shape += [("operative", 0)] + [("item", 1)] * 3
    assert [(clause.kind, clause.level) for clause in body] == shape
    assert flatten(body[8].text).endswith("cybercrime and terrorist activities on the Internet.")
    assert flatten(body[9].text) == "The OSCE Parliamentary Assembly:"
    assert all(isinstance(piece, Run) and not piece.marks for clause in body for piece in clause.text)


def test_seed_keeps_the_words_of_every_clause(seed: Imported, text: str) -> None:
    source = " ".join(text.split())
    for clause in seed.resolution.body:
        assert flatten(clause.text) in source


def test_seed_needs_few_guesses(seed: Imported) -> None:
    guesses = {guess.code: dict(guess.parameters) for guess in seed.report}
    assert guesses == {
        "markdown": {},
        "recased": {"was": "BELGRADE", "is": "Belgrade"},
        "joined": {"text": "Internet."},
        "form": {"lines": "8"},
    }
    assert Counter(piece.reason for piece in seed.report.dropped) == {"cover": 14, "form": 1}


def test_seed_is_read_alike_with_other_line_ends_and_encodings(seed: Imported, text: str) -> None:
    def shape(imported: Imported) -> list[tuple[str, int, str]]:
        return [(clause.kind, clause.level, flatten(clause.text)) for clause in imported.resolution.body]

    for data in (text, text.replace("\n", "\r\n"), text.encode("utf-16"), text.encode("utf-8-sig")):
        imported = import_text(data, template())
        assert shape(imported) == shape(seed)
        assert imported.resolution.cover == seed.resolution.cover
