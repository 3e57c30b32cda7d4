"""Published texts, where they are there: read as they are marked up, written and read back equal."""

from __future__ import annotations

from pathlib import Path

from tests.corpus import trips, truth


def test_published_texts_read_as_marked_up_and_come_back_equal(shared: Path) -> None:
    files = [path for path in truth.files() if shared in path.parents]
    assert len(files) == 73
    assert {path.parent.name for path in files} == {"arabic", "chinese", "english", "french", "russian", "spanish"}
    for path in files:
        resolution = trips.read(path)
        assert not [*trips.read_faults(path, resolution), *trips.akn_faults(resolution)], path.name
