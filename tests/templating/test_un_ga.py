"""The template of the General Assembly: what its papers look like, and what is not known of them."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace

from editor.compose.compose import compose
from editor.compose.composition import Paragraph, Words
from editor.model.cover import Code, Cover, DateRange
from editor.numbering import labels
from editor.paths import templates_folder
from editor.templating.begin import new_resolution
from editor.templating.codes import compose_code, parse_code
from editor.templating.load import load_template
from editor.templating.phrases import load_phrases
from editor.templating.schema import Template
from tests.bodies import body

LANGUAGES = ("en", "fr", "es", "ru")
DAY = DateRange(datetime.date(2035, 10, 1), datetime.date(2035, 10, 1))


@pytest.fixture(scope="module")
def un() -> Template:
    return load_template(templates_folder() / "un-ga")


@pytest.mark.parametrize(
    ("symbol", "parts"),
    [
        ("A/RES/78/243", "A RES 78 243"),
        ("A/78/L.49", "A 78 49"),
        ("A/C.3/78/L.60", "A 3 78 60"),
        ("A/HRC/RES/54/21", "A HRC RES 54 21"),
        ("S/RES/2735 (2024)", "S RES 2735 2024"),
        ("S/2023/212", "S 2023 212"),
    ],
)
def test_symbols_are_read_and_written(un: Template, symbol: str, parts: str) -> None:
    found = parse_code(un, symbol)
    assert found is not None
    assert " ".join(value for _, value in found.code.parts) == parts
    assert compose_code(un, found.code, "en") == symbol


def test_a_revision_stands_after_its_stroke(un: Template) -> None:
    found = parse_code(un, "A/C.3/78/L.60/Rev.1")
    assert found is not None
    assert found.revision == "Rev.1"
    assert compose_code(un, found.code, "fr", found.revision) == "A/C.3/78/L.60/Rev.1"


NUMBERED = """
    ! org: The General Assembly,
    p pre: Recalling,
    o one: Asks:
      - a: x;
        - i: y;
    o two: Ends.
    $ sec: Second
    o three: Alone.
"""


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["", "", "1.", "(a)", "(i)", "2.", "I", ""]),
        ("fr", ["", "", "1.", "a)", "i)", "2.", "I", ""]),
        ("es", ["", "", "1.", "a)", "i)", "2.", "I", ""]),
        ("ru", ["", "", "1.", "a)", "i)", "2.", "I", ""]),
    ],
)
def test_numbers(un: Template, language: str, expected: list[str]) -> None:
    assert [label.text for label in labels(body(NUMBERED), un.scheme(language)).by_place] == expected


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Resolution adopted by the General Assembly on 1 October 2035"),
        ("fr", "Résolution adoptée par l’Assemblée générale le 1er octobre 2035"),
        ("es", "Resolución aprobada por la Asamblea General el 1 de octubre de 2035"),
        ("ru", "Резолюция, принятая Генеральной Ассамблеей 1 октября 2035 года"),
    ],
)
def test_the_masthead_of_a_resolution(un: Template, language: str, line: str) -> None:
    code = Code((("organ", "A"), ("series", "RES"), ("session", "90"), ("number", "17")))
    fields = (("code", code), ("adopted", DAY), ("number", "90/17"), ("title", "Title"), ("agenda", "13"))
    resolution = replace(new_resolution(un, "resolution", language), cover=Cover(fields))
    lines = _lines(resolution.body and compose(resolution, un).sections[0].blocks)
    assert lines[1] == "A/RES/90/17"
    assert line in lines
    assert "90/17. Title" in lines


@pytest.mark.parametrize(
    ("language", "opening"),
    [("en", "Recalling"), ("fr", "Rappelant"), ("es", "Recordando"), ("ru", "ссылаясь")],
)
def test_opening_words_are_italic(un: Template, language: str, opening: str) -> None:
    begun = new_resolution(un, "draft-resolution", language)
    said = replace(begun, body=body(f"p one: {opening} XYZ,"))
    blocks = compose(said, un).sections[0].blocks
    spans = next(block.spans for block in blocks if isinstance(block, Paragraph) and block.anchor == "one")
    assert spans == (Words(opening, frozenset({"italic"})), Words(" XYZ,"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_those_counted_in_papers_of_the_body(language: str) -> None:
    bank = load_phrases(templates_folder() / "un-ga", language)
    assert bank is not None
    assert len(bank.preambular) > 40
    assert len(bank.operative) > 40
    assert bank.capital == (language != "ru")
    assert "OSCE" not in repr(bank)


def test_what_was_not_seen_in_a_paper_of_the_body_is_not_said_to_be(un: Template) -> None:
    for words in un.words.values():
        assert not words.words["distribution_limited"].confirmed
        assert words.words["enacting"].confirmed
        assert words.words["adopted_line"].confirmed


def _lines(blocks: object) -> list[str]:
    assert isinstance(blocks, tuple)
    return ["".join(getattr(span, "text", "") for span in block.spans) for block in blocks]
