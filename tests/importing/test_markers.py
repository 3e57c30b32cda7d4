import pytest

from editor.importing.markers import Marker, Reading, read_marker
from editor.importing.series import Series


def _read(text: str) -> tuple[str, str, str, str]:
    """Return typed, dress, suffix and the rest of the text."""
    found = read_marker(text)
    assert found is not None
    return found[0].typed, found[0].dress, found[0].suffix, text[found[1] :]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1. Recalling", ("1.", ".", "", "Recalling")),
        ("12)\tNoting", ("12)", ")", "", "Noting")),
        ("(3) Noting", ("(3)", "()", "", "Noting")),
        ("1.Recalling", ("1.", ".", "", "Recalling")),
        ("12 bis. Noting", ("12 bis.", ".", "bis", "Noting")),
        ("12\u00a0ter Noting", ("12\u00a0ter", "", "ter", "Noting")),
        ("36a. Noting", ("36a.", ".", "a", "Noting")),
        ("17 Invites", ("17", "", "", "Invites")),
        ("4", ("4", "", "", "")),
        ("1 - يشجع", ("1 -", "-", "", "يشجع")),
        ("١. يشجع", ("١.", ".", "", "يشجع")),
        ("2、决定", ("2、", ".", "", "决定")),
        ("’1‘ text", ("’1‘", "''", "", "text")),
        ("㈡ text", ("㈡", "㈠", "", "text")),
        ("3.1. keep", ("3.1.", ".", "", "keep")),
        ("3.2.1 keep", ("3.2.1", ".", "", "keep")),
        ("(a) apples", ("(a)", "()", "", "apples")),
        ("iv) rhubarb", ("iv)", ")", "", "rhubarb")),
        ("bb. more", ("bb.", ".", "", "more")),
        ("ж) школы", ("ж)", ")", "", "школы")),
        ("(ب) نص", ("(ب)", "()", "", "نص")),
        ("– having regard", ("–", "–", "", "having regard")),
        ("•\tfirst", ("•", "•", "", "first")),
        ("- a. measures", ("a.", ".", "", "measures")),
        ("- 12 bottles", ("-", "-", "", "12 bottles")),
    ],
)
def test_numbers_are_read_as_typed(text: str, read: tuple[str, str, str, str]) -> None:
    assert _read(text) == read


@pytest.mark.parametrize(
    "text",
    (
        "Recalling|78/237. Title|(12 of them|6–10 July|12.5 million|15.07.2027|-5 degrees|No. 4|Mr. X|a word"
        "|(see below) that|2nd|etc.|1/2 of||(|*bold*"
    ).split("|"),
)
def test_words_are_no_numbers(text: str) -> None:
    found = read_marker(text)
    assert found is None or Series().fit(found[0]) == ""


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("i.", {("roman", 1), ("letters", 9)}),
        ("v)", {("roman", 5), ("letters", 22)}),
        ("(c)", {("roman", 100), ("letters", 3)}),
        ("aa.", {("letters", 27)}),
        ("ab.", {("letters", 28)}),
        ("ii.", {("roman", 2), ("letters", 35)}),
        ("xlix)", {("roman", 49)}),
        ("б)", {("letters", 2)}),
    ],
)
def test_letters_are_read_in_every_way(text: str, readings: set[tuple[str, int]]) -> None:
    found = read_marker(text)
    assert found is not None
    assert {(reading.digits, reading.value) for reading in found[0].readings} == readings


def test_capitals_are_another_series() -> None:
    found = read_marker("A. whereas")
    assert found is not None
    assert found[0].readings == (Reading("letters", 1, True),)


def test_an_alphabet_of_the_template_comes_first() -> None:
    found = read_marker("c) text", ("abdc",))
    assert found is not None
    assert Reading("letters", 4) in found[0].readings


def _marker(text: str) -> Marker:
    found = read_marker(text)
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    ("seen", "text", "fit"),
    [
        (["1.", "2."], "3.", "next"),
        (["1.", "2."], "5.", "jump"),
        (["1.", "2."], "1.", "first"),
        (["1.", "2."], "2011.", ""),
        (["1.", "2."], "3)", "next"),
        (["1.", "2."], "3", "next"),
        (["1.", "2."], "4", ""),
        (["1.", "2."], "2 bis.", "next"),
        (["a.", "b."], "c.", "next"),
        (["a.", "b."], "e.", "jump"),
        (["a.", "b."], "m.", ""),
        ([], "j.", ""),
        ([], "12.", "jump"),
        (["3."], "3.1.", "next"),
        (["3."], "7.1.", "first"),
        (["3."], "7.2.", ""),
        (["h)"], "i)", "next"),
        (["1."], "–", "first"),
    ],
)
def test_series_tells_a_number_from_a_year(seen: list[str], text: str, fit: str) -> None:
    series = Series()
    for one in seen:
        series.take(_marker(one))
    assert series.fit(_marker(text)) == fit
