"""Errors are codes with parameters, and all of them are known."""

import ast
import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

import editor
from editor.model.errors import EDIT_CODES, EditError, EditorError

PROGRAM = Path(editor.__file__).parent


def raised() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield every EditError made in the program: where, its code, the names of its parameters."""
    for path in sorted(PROGRAM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "EditError":
                (code,) = node.args
                assert isinstance(code, ast.Constant)
                place = f"{path.relative_to(PROGRAM)}:{node.lineno}"
                yield place, str(code.value), tuple(keyword.arg or "**" for keyword in node.keywords)


def test_every_error_is_in_the_table_with_its_parameters() -> None:
    wrong = [(place, code, names) for place, code, names in raised() if EDIT_CODES.get(code) != names]
    assert not wrong


def test_every_row_of_the_table_is_used() -> None:
    assert {code for _, code, _ in raised()} == set(EDIT_CODES)


def test_an_error_says_its_code_and_parameters() -> None:
    assert str(EditError("level", clause="one", level=3)) == "level clause='one' level=3"


class OwnError(EditorError):
    """An error as other packages have them."""


@pytest.mark.parametrize("error", [EditError("stale"), OwnError("full", place="disk", code_point=3)])
def test_an_error_passes_between_processes(error: EditorError) -> None:
    passed = pickle.loads(pickle.dumps(error))
    assert type(passed) is type(error)
    assert (passed.code, passed.parameters, str(passed)) == (error.code, error.parameters, str(error))
