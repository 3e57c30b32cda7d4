"""How a text begins: empty, from last year's, in another language."""

from __future__ import annotations

import itertools

import pytest
from msgspec.structs import replace

from editor.model.changes import NOTHING, apply, inverse, is_empty
from editor.model.clause import Clause
from editor.model.cover import Code, Person
from editor.model.errors import EditError
from editor.model.grammar import check_body
from editor.model.ids import NewId
from editor.model.resolution import Resolution
from editor.model.text import Note, flatten, plain_text, references
from editor.templating.begin import begin_from, change_language, new_resolution
from editor.templating.codes import compose_code
from editor.templating.schema import Template
from tests.sample import LANGUAGES, sample_resolution


def fresh() -> NewId:
    """Return a source of ids: n000000001, n000000002..."""
    numbers = itertools.count(1)
    return lambda: f"n{next(numbers):09}"


def with_extra(resolution: Resolution) -> Resolution:
    """Return `resolution` with keys of a later version everywhere."""
    unknown = (("later", "1"),)
    sponsor = resolution.cover.person("sponsor")
    assert sponsor is not None
    cover = replace(resolution.cover.with_value("sponsor", replace(sponsor, extra=unknown)), extra=unknown)
    body = tuple(replace(clause, extra=unknown) for clause in resolution.body)
    return replace(resolution, revision="Rev.1", cover=cover, body=body, extra=unknown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_text_has_one_clause_for_each_part(osce: Template, language: str) -> None:
    begun = new_resolution(osce, "supplementary-item", language, fresh())
    assert begun.body == (
        Clause("n000000001", "preambular"),
        Clause("n000000002", "enacting", text=plain_text(osce.word(language, "enacting"))),
        Clause("n000000003", "operative"),
    )
    assert (begun.template, begun.kind, begun.language) == ("osce-pa", "supplementary-item", language)
    assert begun.original_language == language
    assert flatten(begun.body[1].text)
    check_body(begun.body, osce.file.grammar)


def test_the_kind_of_paper_sets_its_part_of_the_code(osce: Template) -> None:
    assert new_resolution(osce, "supplementary-item", "en").cover.code() == Code((("body", "SC"), ("kind", "SI")))
    assert new_resolution(osce, "draft-resolution", "en").cover.code() == Code((("body", "AS"), ("kind", "DRS")))


def test_a_form_has_no_body_and_no_code(osce: Template) -> None:
    begun = new_resolution(osce, "amendment-form", "en")
    assert (begun.body, begun.cover.fields) == ((), ())


def test_unknown_kinds_and_languages_are_refused(osce: Template) -> None:
    with pytest.raises(KeyError):
        new_resolution(osce, "no-such-kind", "en")
    with pytest.raises(EditError, match="no-such-language"):
        new_resolution(osce, "supplementary-item", "xx")


def test_last_years_text_comes_with_new_ids_only(osce: Template) -> None:
    old = with_extra(sample_resolution("en"))
    begun = begin_from(old, fresh())
    notes = [
        [piece.id for clause in one.body for piece in clause.text if isinstance(piece, Note)] for one in (old, begun)
    ]
    ids = [{clause.id for clause in one.body} for one in (old, begun)]
    assert not ids[0] & ids[1]
    assert len(notes[0]) == len(notes[1]) == 1
    assert notes[0] != notes[1]
    assert [flatten(clause.text) for clause in begun.body] == [flatten(clause.text) for clause in old.body]
    assert [(clause.kind, clause.level) for clause in begun.body] == [
        (clause.kind, clause.level) for clause in old.body
    ]
    check_body(begun.body, osce.file.grammar)


def test_references_in_last_years_text_follow_its_clauses() -> None:
    old = sample_resolution("en")
    begun = begin_from(old)
    targets = [reference.target for clause in begun.body for reference in references(clause.text)]
    assert targets == [begun.body[3].id]


def test_what_belonged_to_last_year_is_emptied() -> None:
    begun = begin_from(with_extra(sample_resolution("en")))
    assert [key for key, _ in begun.cover.fields] == ["title", "sponsor", "venue"]
    assert begun.cover.text("title") == sample_resolution("en").cover.text("title")
    assert begun.cover.person("sponsor") == Person("Ms.", "Éliane", "Vautrin", "Luxembourg")
    assert (begun.revision, begun.remarks, begun.extra, begun.cover.extra) == ("", (), (), ())
    assert not any(clause.extra for clause in begun.body)
    assert (begun.kind, begun.language, begun.original_language) == ("supplementary-item", "en", "fr")


def test_with_its_template_a_new_text_has_the_kinds_code(osce: Template) -> None:
    begun = begin_from(sample_resolution("en"), template=osce)
    assert begun.cover.code() == Code((("body", "SC"), ("kind", "SI")))


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_another_language_changes_what_is_the_templates(osce: Template, language: str) -> None:
    before = sample_resolution("en")
    change = change_language(before, osce, language)
    after = apply(before, change)
    assert (after.language, after.original_language) == (language, "fr")
    enacting = next(clause for clause in after.body if clause.kind == "enacting")
    assert flatten(enacting.text) == osce.word(language, "enacting")
    assert [clause for clause in after.body if clause.kind != "enacting"] == [
        clause for clause in before.body if clause.kind != "enacting"
    ]
    letter = {known.code: known.letter for known in osce.file.languages}[language]
    assert compose_code(osce, after.cover.code(), after.language) == f"SC (27) SI 4 {letter}"
    sponsor = after.cover.person("sponsor")
    expected = sample_resolution(language).cover.person("sponsor")
    assert sponsor is not None
    assert expected is not None
    assert sponsor.country == expected.country
    assert after.cover.text("title") == before.cover.text("title")
    assert apply(after, inverse(change)) == before


def test_an_enacting_phrase_of_ones_own_stays(osce: Template) -> None:
    before = sample_resolution("en")
    own = plain_text("The Assembly, meeting in Tallinn:")
    body = tuple(replace(clause, text=own) if clause.kind == "enacting" else clause for clause in before.body)
    before = replace(before, body=body)
    assert apply(before, change_language(before, osce, "fr")).body == body


def test_a_country_the_template_does_not_know_stays(osce: Template) -> None:
    before = sample_resolution("en")
    before = replace(before, cover=before.cover.with_value("sponsor", Person(family="Long", country="Atlantis")))
    after = apply(before, change_language(before, osce, "fr"))
    assert after.cover.person("sponsor") == Person(family="Long", country="Atlantis")


def test_the_same_language_changes_nothing(osce: Template) -> None:
    change = change_language(sample_resolution("en"), osce, "en")
    assert is_empty(change)
    assert change == NOTHING


def test_a_language_the_template_does_not_have_is_refused(osce: Template) -> None:
    with pytest.raises(EditError, match="no-such-language"):
        change_language(sample_resolution("en"), osce, "pl")
