from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.app.matching import find, folded, has_number, numbers, wanted


def letters(typed: str, text: str, aside: str = "") -> str | None:
    """Return the letters of `text` that `typed` found, None if it is not found."""
    hit = find(wanted(typed), text, aside)
    return None if hit is None else "|".join(text[start:end] for start, end in hit.stretches)


@pytest.mark.parametrize(
    ("typed", "text", "shown"),
    [
        ("move clau", "Move Clause Up", "Move|Clau"),
        ("clau move", "Move Clause Up", "Move|Clau"),
        ("up", "Move Clause Up", "Up"),
        ("ause", "Move Clause Up", "ause"),
        ("us", "Move Clause Up", None),
        ("down", "Move Clause Up", None),
        ("move down", "Move Clause Up", None),
        ("mve", "Move Clause Up", "M|ve"),
        ("eliane", "Mme Éliane Vautrin", "Éliane"),
        ("ÉLI", "Mme Eliane Vautrin", "Eli"),
        ("strasse", "Straße", None),
        ("", "Anything", ""),
    ],
)
def test_words_are_found_in_any_order(typed: str, text: str, shown: str | None) -> None:
    assert letters(typed, text) == shown


def test_what_is_beside_the_line_finds_it_and_is_not_shown() -> None:
    assert letters("file close", "Close", "File") == "Close"
    assert letters("file", "Close", "File") == ""
    assert letters("edit", "Close", "File") is None


def test_whole_words_come_before_beginnings_and_those_before_the_rest() -> None:
    ranks = [find(("note",), text) for text in ("A note", "A notebook", "Footnotes", "Some noises the")]
    assert [hit and hit.rank for hit in ranks[:3]] == sorted(hit.rank for hit in ranks[:3] if hit)
    assert len({hit.rank for hit in ranks if hit}) == 3
    assert ranks[3] is None


@given(st.text(), st.text(max_size=6))
def test_stretches_are_apart_and_inside(text: str, typed: str) -> None:
    assert len(folded(text)) == len(text)
    hit = find(wanted(typed), text)
    if hit:
        ends = [0, *(place for stretch in hit.stretches for place in stretch), len(text)]
        assert ends == sorted(ends)
        assert all(start < end for start, end in hit.stretches)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [("6 b", "6 b"), ("6b", "6 b"), ("6(b).", "6 b"), (" 12 ", "12"), ("6 B II", "6 b ii"), ("b 6", ""), ("six", "")],
)
def test_numbers_are_read_as_they_are_typed(typed: str, parts: str) -> None:
    assert " ".join(numbers(typed)) == parts


@pytest.mark.parametrize(
    ("path", "typed", "found"),
    [
        ("6", "6", True),
        ("6 b", "6", True),
        ("6 b", "6 b", True),
        ("6 b", "6 a", False),
        ("16", "1", True),
        ("16 b", "1", False),
        ("1 b", "1", True),
        ("6", "6 b", False),
        ("12 bis", "12", True),
        ("", "1", False),
        ("1", "", False),
    ],
)
def test_a_number_begins_a_path(path: str, typed: str, found: bool) -> None:
    assert has_number(tuple(path.split()), tuple(typed.split())) == found
