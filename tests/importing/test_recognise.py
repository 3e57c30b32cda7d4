"""Paragraphs as a reader of another format gives them: whole, their numbers apart, their levels known."""

import pytest

from editor.importing import Imported
from editor.importing.recognise import recognise
from editor.importing.source import Line, SourceText
from editor.model.ids import new_id
from editor.model.text import NO_MARKS, Mark, Run, clean, flatten
from tests.importing.outlines import template

ITALIC: frozenset[Mark] = frozenset({"italic"})


def _line(words: str, number: int, level: int | None = None, label: str = "", heading: int = 0) -> Line:
    return Line((Run(words),), number, whole=True, level=level, label=label, heading=heading)


def _recognise(*lines: Line) -> Imported:
    return recognise(SourceText(lines), template(), kind=None, language=None, fresh=new_id)


def _shape(imported: Imported) -> list[tuple[str, int, str]]:
    return [(clause.kind, clause.level, flatten(clause.text)) for clause in imported.resolution.body]


def test_levels_of_the_source_are_taken_as_they_are() -> None:
    imported = _recognise(
        _line("Recalling that lists may be of one sign,", 1, 0, "1."),
        _line("The OSCE Parliamentary Assembly:", 2),
        _line("Calls for:", 3, 0, "2."),
        _line("bread,", 4, 1, "–"),
        _line("brown,", 5, 2, "–"),
        _line("white,", 6, 2, "–"),
        _line("salt.", 7, 1, "–"),
    )
    assert _shape(imported) == [
        ("preambular", 0, "Recalling that lists may be of one sign,"),
        ("enacting", 0, "The OSCE Parliamentary Assembly:"),
        ("operative", 0, "Calls for:"),
        ("item", 1, "bread,"),
        ("item", 2, "brown,"),
        ("item", 2, "white,"),
        ("item", 1, "salt."),
    ]
    assert [source.typed for source in imported.report.sources] == ["1.", "", "2.", "–", "–", "–", "–"]


def test_whole_paragraphs_are_never_joined_for_their_width() -> None:
    words = "Recalling that each of these lines is a paragraph of its own in the file"
    imported = _recognise(*(_line(f"{words} {number},", number) for number in range(1, 6)))
    assert [text for _, _, text in _shape(imported)] == [f"{words} {number}," for number in range(1, 6)]


def test_a_label_that_is_no_number_stays_in_the_text() -> None:
    imported = _recognise(_line("Recalling,", 1, 0, "1."), _line("Roads are long;", 2, 0, "Article 7"))
    assert _shape(imported)[1][2] == "Article 7 Roads are long;"


def test_a_heading_of_the_source_is_one_whatever_it_looks_like() -> None:
    imported = _recognise(
        _line("Recalling,", 1, 0, "1."), _line("roads.", 2, heading=2), _line("Calls for more;", 3, 0, "2.")
    )
    assert [kind for kind, _, _ in _shape(imported)] == ["preambular", "heading", "operative"]
    assert "heading" not in {guess.code for guess in imported.report}


@pytest.mark.parametrize("accent", ["\u0301", "\u0327"])
def test_words_that_meet_are_clean_together(accent: str) -> None:
    """NFC is asked of a whole text, and marks may part a letter from its accent."""
    text = (Run("1. caf", NO_MARKS), Run("e", ITALIC), Run(accent, ITALIC), Run(" is open;", NO_MARKS))
    clause = _recognise(Line(text, 1, whole=True)).resolution.body[0]
    assert all(piece.text == clean(piece.text) for piece in clause.text if isinstance(piece, Run))
    assert len(clause.text) == 3


def test_nothing_gives_an_empty_body() -> None:
    assert _recognise().resolution.body == ()
