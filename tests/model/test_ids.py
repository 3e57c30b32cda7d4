"""Identifiers."""

import pytest

from editor.model.ids import ALPHABET, LENGTH, is_id, new_id


def test_new_ids_have_the_form() -> None:
    assert all(is_id(new_id()) for _ in range(200))


def test_new_ids_differ() -> None:
    assert len({new_id() for _ in range(10_000)}) == 10_000


def test_every_character_is_drawn_at_every_place() -> None:
    columns = list(zip(*(new_id() for _ in range(2_000)), strict=True))
    assert len(columns) == LENGTH
    assert all(set(column) == set(ALPHABET) for column in columns)


@pytest.mark.parametrize(
    "other",
    ["", "0123456789a", "012345678", "012345678A", "01234567 9", "012345678i", "0123456789\n", "01234\ud80056789"],
)
def test_other_strings_are_none(other: str) -> None:
    assert not is_id(other)
