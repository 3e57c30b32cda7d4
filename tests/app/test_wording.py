"""Every code that can be raised or found has a sentence, and its places can be filled."""

import ast
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from editor.app import sentences
from editor.app.wording import filled, finding_sentence, guess_sentence, sentence
from editor.importing.report import CODES, ImportFailure
from editor.model.errors import EDIT_CODES, EditError
from editor.project.errors import PROJECT_CODES, SAVE_CODES, ProjectError, SaveError

EDITOR = Path(__file__).resolve().parents[2] / "editor"


def codes(folder: str, pattern: str) -> set[str]:
    """Return what `pattern` finds in the sources of a package."""
    return {found for path in (EDITOR / folder).rglob("*.py") for found in re.findall(pattern, path.read_text("utf-8"))}


def test_every_edit_error_has_a_sentence_with_its_parameters() -> None:
    assert set(sentences.EDITS) == set(EDIT_CODES)
    for code, names in EDIT_CODES.items():
        said = sentence(EditError(code, **dict.fromkeys(names, "7")))
        assert "{" not in said
        assert places(sentences.EDITS[code]) <= set(names)


def test_every_project_and_save_error_has_a_sentence_with_its_parameters() -> None:
    for error, table in ((ProjectError, PROJECT_CODES), (SaveError, SAVE_CODES)):
        for code, names in table.items():
            assert "{" not in sentence(error(code, path="a.resolution", **dict.fromkeys(names, "7")))
            assert places(sentences.FILES[code]) <= {"path", *names}


def test_every_finding_has_a_sentence() -> None:
    assert codes("checking", r'Finding\(\s*"([a-z-]+)"') <= set(sentences.FINDINGS)
    assert finding_sentence("required", {})


def test_every_template_reason_has_its_words() -> None:
    raised = {
        reason.value
        for path in (EDITOR / "templating").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "problem"
        for reason in call.args[2:3]
        if isinstance(reason, ast.Constant)
    }
    assert len(raised) > 20
    assert raised <= set(sentences.REASONS)


def test_every_guess_has_a_sentence_with_its_parameters() -> None:
    assert set(sentences.GUESSES) == set(CODES)
    for code, names in CODES.items():
        assert places(sentences.GUESSES[code]) <= set(names)
        assert "{" not in guess_sentence(code, dict.fromkeys(names, "7"))
    assert codes("importing", r'ImportFailure\(\s*"([a-z-]+)"') <= set(sentences.IMPORTS)
    assert sentence(ImportFailure("import-empty"))


@pytest.mark.parametrize("table", [sentences.EDITS, sentences.FILES, sentences.FINDINGS, sentences.GUESSES])
def test_messages_are_calm(table: Mapping[str, str]) -> None:
    for said in table.values():
        assert said[0].isupper() or said[0] in "{“"
        assert not re.search(r"!|\berror\b|\bplease\b", said, re.IGNORECASE)


def test_text_in_a_parameter_is_never_read_as_a_place() -> None:
    assert filled("Words: {text}", {"text": "{path} {0} {text}"}) == "Words: {path} {0} {text}"


def places(said: str) -> set[str]:
    """Return the names of the places in a sentence."""
    return set(re.findall(r"{(\w+)}", said))
