"""What Word prints for a number."""

from __future__ import annotations

import pytest

from editor.compose.composition import ListLevel
from editor.export.docx.formats import cited, word_label, word_number
from editor.model.scheme import NumberFormat


@pytest.mark.parametrize(
    ("word", "value", "number"),
    [
        ("decimal", 0, "0"),
        ("decimal", 1, "1"),
        ("decimal", 1000, "1000"),
        ("lowerLetter", 26, "z"),
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 28, "bb"),
        ("lowerLetter", 780, "z" * 30),
        ("upperLetter", 27, "AA"),
        ("lowerRoman", 4, "iv"),
        ("upperRoman", 1999, "MCMXCIX"),
        ("russianLower", 7, "ж"),
        ("russianLower", 10, "к"),
        ("russianLower", 29, "я"),
        ("russianLower", 30, "аа"),
        ("russianUpper", 26, "Ы"),
    ],
)
def test_counts_as_word_does(word: str, value: int, number: str) -> None:
    assert word_number(word, value) == number


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("", 1),
        ("bullet", 1),
        ("arabicAbjad", 1),
        ("lowerLetter", 0),
        ("lowerLetter", 781),
        ("lowerRoman", 0),
        ("decimal", -1),
        ("decimal", 32768),
    ],
)
def test_has_no_number_where_word_has_none(word: str, value: int) -> None:
    assert word_number(word, value) is None


def test_label_has_what_stands_around_the_number() -> None:
    level = ListLevel(NumberFormat("letters", label="({})", word="lowerLetter"), "item-1")
    assert word_label(level, 3) == "(c)"
    assert word_label(level, None) is None
    assert word_label(level, 0) is None


@pytest.mark.parametrize(
    ("label", "number"), [("12.", "12"), ("(a)", "(a)"), ("a)", "a)"), ("12 bis.", "12 bis"), ("", "")]
)
def test_field_leaves_out_full_stops_at_the_end(label: str, number: str) -> None:
    assert cited(label) == number
