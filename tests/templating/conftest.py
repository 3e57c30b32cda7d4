"""The shipped template, and copies of it that a test may spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.paths import templates_folder
from editor.templating.faults import Problem
from editor.templating.load import TemplateError, load_template
from editor.templating.schema import Template

Spoil = Callable[..., tuple[Problem, ...]]


@pytest.fixture(scope="session")
def osce() -> Template:
    """Return the shipped template of the OSCE Parliamentary Assembly."""
    return load_template(templates_folder() / "osce-pa")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a folder with a copy of the shipped template."""
    return Path(shutil.copytree(templates_folder() / "osce-pa", tmp_path / "osce-pa"))


@pytest.fixture
def spoil(copy: Path) -> Spoil:
    """Return a function that replaces words in a file of the copy and returns the problems of the result."""

    def spoiled(file: str, old: str, new: str) -> tuple[Problem, ...]:
        path = copy / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} has no {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        try:
            load_template(copy)
        except TemplateError as error:
            return error.problems
        return ()

    return spoiled
