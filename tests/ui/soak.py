"""The long run of random operations: `make soak`. Files of this name are not gathered by the usual run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.ui.playing import Play

COUNT = 2500
SEEDS = range(int(os.environ.get("SOAK_FROM", "1000")), int(os.environ.get("SOAK_TO", "1020")))


@pytest.mark.parametrize("seed", SEEDS)
def test_all_views_show_the_same_text_after_every_operation(play: Play, seed: int) -> None:
    folder = Path("build/soak")
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{seed}.txt").open("w", buffering=1) as journal:
        play(seed, COUNT, shrink_seconds=float(os.environ.get("SOAK_SHRINK", "120")), journal=journal)
