"""Whatever is done in the whole window, by keys or by others: all views show the same text, and undo leads back."""

from __future__ import annotations

import pytest

from tests.ui.playing import Play

COUNT = 250


@pytest.mark.parametrize("seed", range(8))
def test_all_views_show_the_same_text_after_every_operation(play: Play, seed: int) -> None:
    play(seed, COUNT, shrink_seconds=40)
