"""The program dies at work; what is left is what was typed. `make torture` does the same many times."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.app import beginning
from tests.torture.killing import LEAST, kill_once


@pytest.mark.parametrize("saved", [True, False])
def test_nothing_older_than_a_second_is_lost(tmp_path: Path, saved: bool) -> None:
    outcome = kill_once(tmp_path / "home", beginning.sample() if saved else None, 5)
    assert outcome.typed > 5
    assert outcome.lost <= LEAST
    assert not outcome.faults
