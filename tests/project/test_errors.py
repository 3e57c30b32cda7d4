"""Errors are codes with parameters, and all of them are known."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import editor.project
from editor.project.document import MENDED_CODES
from editor.project.errors import PROJECT_CODES, SAVE_CODES

PACKAGE = Path(editor.project.__file__).parent
SOURCES = [path for path in sorted(PACKAGE.glob("*.py")) if path.name != "errors.py"]


def calls(*names: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Yield every call of a function or method among `names` whose first value is a code, with its keywords."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in names:
                keywords = tuple(keyword.arg or "**" for keyword in node.keywords)
                yield f"{path.name}:{node.lineno}", str(node.args[0].value), keywords


def constants() -> set[object]:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES)
    return {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}


@pytest.mark.parametrize(("name", "codes"), [("ProjectError", PROJECT_CODES), ("SaveError", SAVE_CODES)])
def test_every_error_is_in_its_table_with_its_parameters(name: str, codes: Mapping[str, tuple[str, ...]]) -> None:
    found = list(calls(name))
    assert len(found) > 10
    for place, code, keywords in found:
        assert tuple(keyword for keyword in keywords if keyword != "path") == codes[code], place


def test_what_is_left_out_of_a_newer_version_is_refused_in_this_one_by_its_code() -> None:
    found = list(calls("leave_out"))
    assert found
    for place, code, keywords in found:
        assert PROJECT_CODES[code] == ("place", *keywords), place


@pytest.mark.parametrize("codes", [PROJECT_CODES, SAVE_CODES, MENDED_CODES])
def test_every_row_of_a_table_is_used(codes: Mapping[str, object]) -> None:
    assert set(codes) <= constants()


def test_everything_mended_is_in_its_table() -> None:
    assert {code for _, code, _ in calls("Mended")} == set(MENDED_CODES)
