"""How numbers are written."""

from typing import get_args

import pytest

from editor.model.numerals import letters, roman, written
from editor.model.scheme import Beyond, NumberFormat

LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
ARABIC = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"


@pytest.mark.parametrize(
    ("value", "double", "positional"),
    [
        (1, "a", "a"), (26, "z", "z"), (27, "aa", "aa"), (28, "bb", "ab"), (52, "zz", "az"), (53, "aaa", "ba"),
        (54, "bbb", "bb"), (702, "z" * 27, "zz"), (703, "a" * 28, "aaa"),
    ],
)  # fmt: skip
def test_letters_go_on_after_the_last(value: int, double: str, positional: str) -> None:
    assert letters(value, LATIN) == double
    assert letters(value, LATIN, "positional") == positional


@pytest.mark.parametrize("alphabet", [RUSSIAN, ARABIC, "㈠㈡㈢", "x"])
def test_letters_are_those_of_any_alphabet(alphabet: str) -> None:
    size = len(alphabet)
    assert "".join(letters(value, alphabet) for value in range(1, size + 1)) == alphabet
    assert letters(size + 1, alphabet) == letters(size + 1, alphabet, "positional") == alphabet[0] * 2


@pytest.mark.parametrize("beyond", get_args(Beyond))
def test_no_two_numbers_share_their_letters(beyond: Beyond) -> None:
    assert len({letters(value, LATIN, beyond) for value in range(1, 2000)}) == 1999


@pytest.mark.parametrize(
    ("value", "numeral"),
    [
        (1, "i"), (3, "iii"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (90, "xc"), (400, "cd"),
        (1999, "mcmxcix"), (2027, "mmxxvii"), (3999, "mmmcmxcix"), (5000, "mmmmm"),
    ],
)  # fmt: skip
def test_roman(value: int, numeral: str) -> None:
    assert roman(value) == numeral


@pytest.mark.parametrize(
    ("format_", "value", "label", "bare"),
    [
        (NumberFormat(), 12, "12.", "12"),
        (NumberFormat("letters", label="({})", bare="({})"), 2, "(b)", "(b)"),
        (NumberFormat("letters", upper=True), 28, "BB.", "BB"),
        (NumberFormat("letters", RUSSIAN, label="{})"), 3, "в)", "в"),
        (NumberFormat("letters", beyond="positional"), 28, "ab.", "ab"),
        (NumberFormat("roman", upper=True, label="Chapter {}"), 4, "Chapter IV", "IV"),
        (NumberFormat("roman", label="({})"), 4, "(iv)", "iv"),
        (NumberFormat("none", label="–", bare=""), 7, "–", ""),
        (NumberFormat("letters"), 0, "0.", "0"),
        (NumberFormat("roman"), 0, "0.", "0"),
        (NumberFormat("letters", ""), 3, "3.", "3"),
    ],
)
def test_written(format_: NumberFormat, value: int, label: str, bare: str) -> None:
    assert written(format_, value) == (label, bare)
