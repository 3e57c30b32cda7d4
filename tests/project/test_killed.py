"""A program killed in the midst of saving leaves the old file or the new one, whole."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.model.resolution import Resolution
from editor.project.document import ProjectFile
from editor.project.loading import load_project
from editor.project.saving import save_project
from tests.project.killed import TITLES, other
from tests.project.samples import PROJECT
from tests.texts import body

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [sys.executable, "-m", "tests.project.killed"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a project of a good size with the old title."""
    path = tmp_path / "draft.resolution"
    save_project(path, other(replace(PROJECT, resolution=_large())), None)
    assert _title(path) == TITLES[0]
    return path


def _large() -> Resolution:
    return replace(PROJECT.resolution, body=body(300))


def _title(path: Path) -> str:
    """Return the title in the file, after a look that all the rest is there."""
    project: ProjectFile = load_project(path).project
    cover = _large().cover.with_value("title", project.resolution.cover.text("title"))
    assert project.resolution == replace(_large(), cover=cover)
    return project.resolution.cover.text("title")


def test_at_every_step(path: Path) -> None:
    subprocess.run([*PROGRAM, path, "steps"], cwd=ROOT, check=True)
    copies = sorted((file for file in path.parent.iterdir() if file.name.isdigit()), key=lambda file: int(file.name))
    titles = [_title(copy) for copy in copies]
    assert len(titles) > 15, "killed in too few steps"
    assert titles.index(TITLES[1]) == len(titles) - 2, "in place before the last step but one, or never"
    assert len(list(path.parent.glob(".*.tmp"))) > 10, "nothing was half done"


def test_at_any_time(path: Path) -> None:
    source = random.Random(1)
    for _ in range(5):
        with subprocess.Popen([*PROGRAM, path], cwd=ROOT, stdout=subprocess.PIPE) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == b"\n"
            time.sleep(0.05 * source.random())
            program.kill()
        assert _title(path) in TITLES
