"""Loading templates: what is wrong is named by file, key and reason, and one that is wrong stops no other."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.paths import templates_folder
from editor.templating.faults import Problem
from editor.templating.load import (
    TemplateError,
    find_templates,
    load_template,
    template_from_json,
    template_to_json,
)
from editor.templating.reading import LARGEST_COPY
from editor.templating.schema import SCHEMA, Template
from tests.templating.conftest import Spoil
from tests.templating.spoiled import EN, FR, RU, SPOILED, T


def broken(folder: Path) -> TemplateError:
    """Return the error that loading `folder` raises."""
    with pytest.raises(TemplateError) as raised:
        load_template(folder)
    return raised.value


def places(problems: tuple[Problem, ...]) -> set[tuple[str, str, str]]:
    """Return file, key and reason of each problem, files by their name within the template."""
    return {(Path(one.file).name, one.key, one.reason) for one in problems}


def test_the_shipped_template_is_in_order(osce: Template) -> None:
    assert osce.id == "osce-pa"
    assert list(osce.words) == ["en", "fr", "de", "it", "ru", "es"]


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "key", "reason"), SPOILED, ids=[f"{row[5]}-{row[4]}"[:60] for row in SPOILED]
)
def test_each_fault_is_named_by_file_key_and_reason(
    spoil: Spoil, file: str, old: str, new: str, where: str, key: str, reason: str
) -> None:
    assert (where, key, reason) in places(spoil(file, old, new))


def test_an_unspoiled_copy_has_no_problems(spoil: Spoil) -> None:
    assert spoil(T, "revision = 1", "revision = 2") == ()


def test_all_problems_are_reported_at_once(copy: Path, spoil: Spoil) -> None:
    path = copy / T
    path.write_text(path.read_text(encoding="utf-8").replace("rows = 8", "rows = -8"), encoding="utf-8")
    found = places(spoil(EN, 'text = "on"', 'text = "{on"'))
    assert {
        (T, "kinds[0].form[7].table.rows", "out-of-range"),
        (T, "kinds[1].form[7].table.rows", "out-of-range"),
        (T, "kinds[2].form[7].table.rows", "out-of-range"),
        ("en.toml", "words.form_on.text", "bad-pattern"),
    } == found


def test_structural_faults_of_all_files_come_together(copy: Path, spoil: Spoil) -> None:
    (copy / FR).write_text('months = "janvier"', encoding="utf-8")
    (copy / RU).unlink()
    found = places(spoil(T, "revision = 1", 'revision = "one"'))
    assert found == {
        (T, "revision", "wrong-type"),
        ("fr.toml", "months", "wrong-type"),
        ("fr.toml", "words", "missing-key"),
        ("fr.toml", "dates", "missing-key"),
        ("ru.toml", "", "no-such-file"),
    }


def test_the_error_says_its_first_problem_and_how_many_more(copy: Path) -> None:
    path = copy / T
    text = path.read_text(encoding="utf-8").replace('paper = "a4"', 'paper = "a3"').replace("rows = 1,", 'rows = "1",')
    path.write_text(text, encoding="utf-8")
    error = broken(copy)
    assert error.code == "template-invalid"
    assert error.parameters["file"] == str(path)
    assert error.parameters["more"] == len(error.problems) - 1 == 3
    assert {"key", "reason"} <= error.parameters.keys()


def test_a_newer_schema_is_refused_for_that_alone(copy: Path, spoil: Spoil) -> None:
    spoil(T, "schema = 1", f"schema = {SCHEMA + 1}\nsomething_new = true")
    error = broken(copy)
    assert error.code == "template-newer"
    assert (error.parameters["schema"], error.parameters["known"]) == (SCHEMA + 1, SCHEMA)


def test_a_folder_without_a_template_is_refused(tmp_path: Path) -> None:
    assert places(broken(tmp_path / "nowhere").problems) == {(T, "", "no-such-file")}


def test_other_encodings_are_refused(copy: Path) -> None:
    path = copy / FR
    path.write_bytes(path.read_text(encoding="utf-8").replace("«", "<").encode("latin-1", "replace"))
    assert places(broken(copy).problems) == {("fr.toml", "", "not-utf8")}


def test_a_byte_order_mark_and_windows_line_ends_are_read(copy: Path, osce: Template) -> None:
    for path in (copy / T, copy / EN):
        text = path.read_text(encoding="utf-8")
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert load_template(copy) == osce


def test_hostile_words_are_cleaned_and_kept_as_words(copy: Path, spoil: Spoil) -> None:
    assert spoil(EN, 'text = "ON"', 'text = "<b>\\u0007\\uFFFE&amp;\\n\\u202E</b>"') == ()
    assert load_template(copy).word("en", "on") == "<b>\ufffd\ufffd&amp;\u2028\u202e</b>"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where files can be pipes")
def test_what_is_no_file_is_not_read(copy: Path) -> None:
    (copy / FR).unlink()
    os.mkfifo(copy / FR)
    assert places(broken(copy).problems) == {("fr.toml", "", "no-such-file")}


def test_a_bad_template_stops_no_other(copy: Path, spoil: Spoil) -> None:
    spoil(T, 'paper = "a4"', 'paper = "a3"')
    bad = copy.rename(copy.with_name("bad"))
    templates, errors = find_templates([templates_folder(), bad.parent])
    assert "osce-pa" in templates
    assert [(error.parameters["file"], error.parameters["key"]) for error in errors] == [(str(bad / T), "page.paper")]


def test_a_users_template_takes_the_place_of_the_shipped_one(copy: Path, spoil: Spoil) -> None:
    spoil(T, "revision = 1", "revision = 7")
    templates, errors = find_templates([templates_folder(), copy.parent])
    assert (templates["osce-pa"].file.revision, errors) == (7, [])


def test_but_not_if_it_is_not_in_order(copy: Path, spoil: Spoil) -> None:
    spoil(T, "revision = 1", "revision = 7\nsurprise = 1")
    templates, errors = find_templates([templates_folder(), copy.parent])
    assert templates["osce-pa"].file.revision == 1
    assert len(errors) == 1


def test_a_folder_that_is_not_there_has_no_templates(tmp_path: Path) -> None:
    assert find_templates([tmp_path / "nowhere", tmp_path]) == ({}, [])


def test_a_copy_is_the_template(osce: Template) -> None:
    text = template_to_json(osce)
    assert template_from_json(text) == osce
    assert template_to_json(template_from_json(text)) == text
    assert template_from_json(json.dumps(json.loads(text), indent=1)) == osce


def test_a_copy_is_held_against_the_same_rules(osce: Template) -> None:
    spoiled = replace(osce, file=replace(osce.file, default_kind="no-kind"))
    with pytest.raises(TemplateError) as raised:
        template_from_json(template_to_json(spoiled))
    assert places(raised.value.problems) == {(T, "default_kind", "no-such-kind")}


def test_a_copy_with_words_it_does_not_list_is_refused(osce: Template) -> None:
    spoiled = replace(osce, words={**osce.words, "pl": osce.words["en"]})
    with pytest.raises(TemplateError) as raised:
        template_from_json(template_to_json(spoiled))
    assert (T, "languages", "not-listed") in places(raised.value.problems)


def test_a_copy_of_a_newer_schema_is_refused_for_that_alone(osce: Template) -> None:
    newer = replace(osce, file=replace(osce.file, schema=SCHEMA + 1, default_kind="no-kind"))
    with pytest.raises(TemplateError) as raised:
        template_from_json(template_to_json(newer))
    assert raised.value.code == "template-newer"


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ("", "", "not-json"),
        ("{", "", "not-json"),
        ("[]", "", "wrong-type"),
        ("{}", "file", "missing-key"),
        ('{"file": {}}', "words", "missing-key"),
        ('{"file": {}, "words": [], "code": 1}', "code", "unknown-key"),
        ("[" * 20000, "", "too-deep"),
        ("\ud800", "", "not-json"),
        (" " * LARGEST_COPY + "{}", "", "too-big"),
    ],
    ids=["empty", "cut", "array", "without-file", "without-words", "more", "deep", "surrogate", "big"],
)
def test_what_is_no_copy_is_refused(text: str, key: str, reason: str) -> None:
    with pytest.raises(TemplateError) as raised:
        template_from_json(text)
    assert (key, reason) in {(one.key, one.reason) for one in raised.value.problems}
