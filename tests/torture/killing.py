"""One kill of the program at work, and what is left of its text."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from editor.app import recovery
from editor.app.documents import Document, open_document, save_new
from editor.model.resolution import Resolution
from editor.model.text import flatten
from tests.torture.typist import FIRST

ROOT = Path(__file__).resolve().parents[2]
LEAST = 1.0
"""Seconds before the kill of which nothing may be missing that was typed before."""

_START = 30.0


class Outcome(NamedTuple):
    """What a kill left: numbers typed, those saved, those that came back, the seconds that were lost, and faults."""

    typed: int
    saved: int
    back: int
    lost: float
    faults: list[str]


def kill_once(folder: Path, document: Document | None, seed: int) -> Outcome:
    """Let the program work on a file with `document`, or without a file, kill it, and look at what it left."""
    folder.mkdir(parents=True)
    path = folder / "text.resolution"
    if document is not None:
        save_new(path, document.resolution, document.template)
    told, killed = _work_and_die(folder, path, seed)
    typed = {number: at for what, number, at in told if what == "typed"}
    saved = max((number for what, number, _ in told if what == "saved"), default=FIRST)
    faults = []
    kept = recovery.kept(folder / "state" / "resolution-editor")
    if len(kept) > 1:
        faults.append(f"{len(kept)} texts are offered")
    in_file = numbers(open_document(path).resolution) if path.exists() else set()
    if not set(range(FIRST + 1, saved + 1)) <= in_file:
        faults.append("the file lost what was saved")
    back = numbers(kept[0].text) if kept else in_file
    missing = sorted(typed.keys() - back)
    lost = killed - typed[missing[0]] if missing else 0.0
    if lost > LEAST:
        faults.append(f"{len(missing)} numbers are lost, the first typed {lost:.2f} s before")
    if kept and not _comes_back(kept[0]):
        faults.append("what was kept does not come back over the file")
    return Outcome(len(typed), saved - FIRST, len(back), lost, faults)


def _comes_back(one: recovery.Kept) -> bool:
    from editor.model.changes import apply

    document, change = recovery.restored(one)
    return apply(document.resolution, change) == one.text


def numbers(resolution: Resolution) -> set[int]:
    """Return the typed numbers that stand in a text."""
    words = " ".join(flatten(clause.text) for clause in resolution.body)
    return {int(word) for word in re.findall(r"\d{6}", words) if int(word) > FIRST}


def _work_and_die(folder: Path, path: Path, seed: int) -> tuple[list[tuple[str, int, float]], float]:
    names = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {**os.environ, "HOME": str(folder), "QT_QPA_PLATFORM": "offscreen", **names}
    words = [sys.executable, "-m", "tests.torture.typist", str(path), str(seed)]
    with subprocess.Popen(
        words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as program:
        assert program.stdout is not None
        first = program.stdout.readline()
        if not first:
            pytest.fail(f"the program ended by itself: {program.wait(_START)}")
        time.sleep(random.Random(seed).uniform(0.0, 4.0))
        killed = time.time()
        program.kill()
        lines = [first, *program.stdout.readlines()]
    told = [line.split() for line in lines if line.endswith(b"\n")]
    return [(what.decode(), int(number), float(at)) for what, number, at in told], killed
