"""The house's own rules: who imports whom, what is installed, what is locked, what is shipped."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest
from importlinter.cli import lint_imports
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtGui import QUndoCommand, QUndoStack

from tests.contracts import Tables

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {
    "run": ["build"],
    "dev": ["build", "dev"],
    "conformance": ["build", "conformance"],
    "bench": ["build", "bench"],
}
FONTS = ROOT / "resources" / "fonts"


def test_imports_keep_their_direction(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True, no_logo=True) == 0


@pytest.mark.parametrize(
    ("importer", "imported", "rule"),
    [
        ("editor.low", "editor.high", "low may import no package"),
        ("editor.low.part", "editor.low.other", ""),
        ("editor.high.part", "editor.low.other", ""),
        ("editor.high", "editor.lower", "high may import low, wide.map"),
        ("editor.high", "editor.wide.map", ""),
        ("editor.high", "editor.wide", "high may import low, wide.map"),
        ("editor.high", "editor", ""),
        ("editor.high", "json", ""),
        ("editor.high", "numpy", "numpy has no row in the table of libraries"),
        ("editor.high", "docx", "docx is for low.docx*"),
        ("editor.low.docx", "docx", ""),
        ("editor.low.docx_styles", "docx", ""),
        ("editor.low.docx.body", "docx", ""),
        ("editor.low.pdf", "docx", "docx is for low.docx*"),
    ],
)
def test_tables_allow_what_they_name_and_no_more(importer: str, imported: str, rule: str) -> None:
    packages = {"low": [], "high": ["low", "wide.map"]}
    tables = Tables("editor", packages, {"docx": ["low.docx*"]})
    assert tables.breach(importer, imported) == rule


def test_command_line_starts_without_heavy_libraries() -> None:
    script = "import sys, editor.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    loaded = set(run.stdout.split())
    assert "editor" in loaded
    assert loaded.isdisjoint({"PySide6", "docx", "lxml", "pypdfium2", "reportlab"})


def test_pyside_keeps_the_references_to_none() -> None:
    """PySide6 6.12 drops one in every void call on Python 3.11, and aborts after some thousands."""
    stack = QUndoStack()
    stack.push(QUndoCommand("step"))
    before = sys.getrefcount(None)
    for _ in range(100):
        stack.undo()
        stack.redo()
    assert abs(sys.getrefcount(None) - before) < 20


def test_pyside_is_older_than_6_12_on_older_pythons() -> None:
    installed = tuple(int(part) for part in version("PySide6-Essentials").split(".")[:2])
    assert sys.version_info >= (3, 12) or installed < (6, 12)


def _locked(name: str) -> dict[str, str]:
    """Return the version of every distribution in requirements/<name>.txt."""
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.findall(r"^([A-Za-z0-9._-]+)==([^\s;]+)", text, re.MULTILINE)
    return {canonicalize_name(name): number for name, number in entries}


@pytest.mark.parametrize("name", LOCKS)
def test_lock_meets_every_bound(name: str) -> None:
    project = PYPROJECT["project"]
    wanted = list(project["dependencies"])
    for extra in LOCKS[name]:
        wanted += project["optional-dependencies"][extra]
    locked = _locked(name)
    for requirement in map(Requirement, wanted):
        number = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(number), f"{requirement}: {number} is locked"


@pytest.mark.parametrize("name", LOCKS)
def test_lock_agrees_with_the_others(name: str) -> None:
    dev = _locked("dev")
    shared = {package for package in _locked(name) if package in dev}
    assert shared >= set(_locked("run"))
    assert {package: _locked(name)[package] for package in shared} == {package: dev[package] for package in shared}


@pytest.mark.parametrize("name", LOCKS)
def test_lock_has_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text)


def test_conformance_lock_has_hashes_and_no_addresses() -> None:
    text = (ROOT / "packaging" / "conformance" / "package-lock.json").read_text(encoding="utf-8")
    assert '"integrity": "sha512-' in text
    assert '"resolved"' not in text


def test_wheel_holds_the_data(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    run = subprocess.run(build, capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = set(ZipFile(wheel).namelist())
    data = [path for top in ("resources", "templates") for path in (ROOT / top).rglob("*") if path.is_file()]
    assert data
    assert names >= {f"editor/_data/{path.relative_to(ROOT).as_posix()}" for path in data}


@pytest.mark.parametrize("family", ["Sans", "Serif"])
@pytest.mark.parametrize("style", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_fonts_are_liberation_2_1_5(family: str, style: str) -> None:
    font = (FONTS / f"Liberation{family}-{style}.ttf").read_bytes()
    assert font.startswith(b"\x00\x01\x00\x00"), "not a TrueType font"
    assert "Version 2.1.5".encode("utf-16-be") in font


def test_fonts_carry_their_licence() -> None:
    licence = (FONTS / "LICENSE-Liberation.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
