"""What the program writes as plain text, it reads again."""

import pytest

from editor.compose.compose import compose
from editor.export.text import write_text
from editor.importing import import_text
from editor.model.resolution import Resolution
from editor.model.text import Note, flatten
from editor.numbering import labels, words
from tests.importing.outlines import template
from tests.sample import LANGUAGES, sample_resolution


def _clauses(resolution: Resolution, noted: bool) -> list[tuple[str, int, str, str]]:
    """Return kind, level, number and words of every clause, with the signs of notes where the text has them."""
    labelled = labels(resolution.body, template().scheme(resolution.language))
    found: list[tuple[str, int, str, str]] = []
    notes = 0
    for clause, label in zip(resolution.body, labelled.by_place, strict=True):
        text = words(clause.text, labelled)
        if noted and any(isinstance(piece, Note) for piece in clause.text):
            notes += 1
            at = flatten(clause.text).index("\ufffc")
            text = f"{text[:at]}[{notes}]{text[at:]}"
        found.append((clause.kind, clause.level, label.text, text))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_comes_back(language: str) -> None:
    sample = sample_resolution(language)
    resolution = import_text(write_text(compose(sample, template())), template()).resolution
    assert (resolution.kind, resolution.language) == (sample.kind, language)
    assert resolution.original_language == sample.original_language
    printed = tuple((key, value) for key, value in sample.cover.fields if key != "cosponsors")
    assert resolution.cover.fields == printed
    wanted = _clauses(sample, noted=True)
    assert _clauses(resolution, noted=False)[: len(wanted)] == wanted
