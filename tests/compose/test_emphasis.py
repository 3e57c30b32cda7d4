"""Opening words printed as the template says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.compose.compose import Options, compose
from editor.compose.composition import Paragraph, Words
from editor.model.text import Mark, Run
from editor.paths import templates_folder
from editor.templating.load import TemplateError, load_template, template_from_json, template_to_json
from editor.templating.schema import Template
from tests.papers import SHORT, osce, paper

ITALIC: frozenset[Mark] = frozenset({"italic"})
BOLD: frozenset[Mark] = frozenset({"bold"})


@pytest.fixture(scope="module")
def emphasised(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """Return the shipped template with italic opening words."""
    folder = Path(shutil.copytree(templates_folder() / "osce-pa", tmp_path_factory.mktemp("own") / "osce-pa"))
    path = folder / "template.toml"
    path.write_text('emphasis = "italic"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    return load_template(folder)


def spans(picture: str, template: Template, language: str = "en") -> list[list[tuple[str, frozenset[Mark]]]]:
    """Return the words of every clause, each with its marks."""
    document = compose(replace(paper(picture), language=language), template, Options(parts=("body",)))
    blocks = [block for section in document.sections for block in section.blocks]
    return [
        [(span.text, span.marks) for span in block.spans if isinstance(span, Words)]
        for block in blocks
        if isinstance(block, Paragraph) and block.anchor
    ]


def test_only_the_opening_words_of_paragraphs_are_emphasised(emphasised: Template) -> None:
    assert spans(SHORT, emphasised) == [
        [("Recalling", ITALIC), (" the past,", frozenset())],
        [("The OSCE Parliamentary Assembly:", frozenset())],
        [("Calls on", ITALIC), (" States:", frozenset())],
        [("to act,", frozenset())],
        [("to report;", frozenset())],
        [("Ends.", frozenset())],
    ]


def test_a_template_that_does_not_say_so_emphasises_nothing() -> None:
    assert all(marks == frozenset() for clause in spans(SHORT, osce()) for _, marks in clause)


@pytest.mark.parametrize(
    ("words", "opening"),
    [
        ("Recalling also that", "Recalling also"),
        ("Taking note with appreciation of", "Taking note with appreciation"),
        ("RECOGNIZING that", "RECOGNIZING"),
        ("Reaffirming its commitment to", "Reaffirming its commitment"),
        ("Recalling", "Recalling"),
    ],
)
def test_the_longest_opening_counts(emphasised: Template, words: str, opening: str) -> None:
    assert spans(f"p a: {words}", emphasised)[0][0] == (opening, ITALIC)


@pytest.mark.parametrize("words", ["Recallings,", "Having slept,", "we note", "{b} Recalling"])
def test_what_is_no_opening_is_left_alone(emphasised: Template, words: str) -> None:
    assert all(marks == frozenset() for _, marks in spans(f"p a: {words}\np b: x", emphasised)[0])


def test_marks_of_the_text_itself_stand_and_nothing_doubles(emphasised: Template) -> None:
    assert spans("p a: *Taking note* with appreciation of it", emphasised)[0] == [
        ("Taking note", ITALIC),
        (" with appreciation of it", frozenset()),
    ]
    bold = paper("p a: x")
    clause = replace(bold.body[0], text=(Run("Recal", BOLD), Run("ling that")))
    document = compose(replace(bold, body=(clause,)), emphasised, Options(parts=("body",)))
    found = [block for section in document.sections for block in section.blocks][-1]
    assert isinstance(found, Paragraph)
    assert found.spans == (Words("Recal", BOLD | ITALIC), Words("ling", ITALIC), Words(" that"))


def test_each_language_has_its_own_openings(emphasised: Template) -> None:
    assert spans("p a: Напоминая, что", emphasised, "ru")[0][0] == ("Напоминая", ITALIC)
    assert spans("p a: unter Hinweis auf", emphasised, "de")[0][0] == ("unter Hinweis", ITALIC)
    assert spans("p a: Recalling that", emphasised, "ru")[0][0] == ("Recalling that", frozenset())


def test_a_copy_in_a_project_prints_the_same(emphasised: Template) -> None:
    again = template_from_json(template_to_json(emphasised))
    assert again == emphasised
    assert spans(SHORT, again) == spans(SHORT, emphasised)
    assert "openings" not in json.loads(template_to_json(osce()))


@pytest.mark.parametrize("openings", [1, {"en": "Recalling"}, {"en": [1]}, {"en": ["x" * 5000]}])
def test_openings_of_a_copy_are_checked(emphasised: Template, openings: object) -> None:
    data = json.loads(template_to_json(emphasised))
    data["openings"] = openings
    with pytest.raises(TemplateError) as caught:
        template_from_json(json.dumps(data))
    assert caught.value.problems[0].key.startswith("openings")
