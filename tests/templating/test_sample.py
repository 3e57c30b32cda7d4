"""The sample text: in order in every language, and the same one as the file that the program opens."""

from __future__ import annotations

import pytest

from editor.checking.check import check
from editor.model.grammar import check_body
from editor.model.text import Note, flatten, references
from editor.paths import templates_folder
from editor.project.loading import load_project
from editor.templating.schema import Template
from tests.sample import LANGUAGES, REFERRED, sample_resolution


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_is_in_order(osce: Template, language: str) -> None:
    sample = sample_resolution(language)
    kinds = [clause.kind for clause in sample.body]
    assert (kinds.count("preambular"), kinds.count("operative"), kinds.count("item")) == (9, 8, 6)
    check_body(sample.body, osce.file.grammar)
    assert [finding.code for finding in check(sample, osce)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_has_a_reference_and_a_note(language: str) -> None:
    body = sample_resolution(language).body
    assert [one.target for clause in body for one in references(clause.text)] == [REFERRED]
    noted = [clause.id for clause in body for piece in clause.text if isinstance(piece, Note) and piece.text]
    assert noted == [REFERRED]
    assert not any("{" in flatten(clause.text) for clause in body)


@pytest.mark.parametrize("language", LANGUAGES)
def test_versions_in_all_languages_are_of_one_text(osce: Template, language: str) -> None:
    english, sample = sample_resolution("en"), sample_resolution(language)
    shape = [(clause.id, clause.kind, clause.level) for clause in english.body]
    assert [(clause.id, clause.kind, clause.level) for clause in sample.body] == shape
    enacting = next(clause for clause in sample.body if clause.kind == "enacting")
    assert flatten(enacting.text) == osce.word(language, "enacting")
    names = osce.words[language].countries.names
    people = (sample.cover.person("sponsor"), *sample.cover.people("cosponsors"))
    assert all(person and person.country in names.values() for person in people)
    assert all(person and person.honorific in osce.words[language].honorifics for person in people)


def test_the_shipped_sample_is_the_english_one() -> None:
    loaded = load_project(templates_folder() / "osce-pa" / "sample.resolution")
    assert loaded.project.resolution == sample_resolution("en")
    assert not loaded.project.mended
