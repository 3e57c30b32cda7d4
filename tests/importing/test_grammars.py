"""Templates whose bodies are built otherwise: the result obeys each of them."""

import pytest
from msgspec.structs import replace

from editor.importing import Imported, import_text
from editor.model.clause import Kind
from editor.model.grammar import Grammar, check_body
from editor.model.text import flatten
from editor.templating.schema import Template
from tests.importing.outlines import template

BETWEEN: tuple[Kind, ...] = ("preambular", "enacting", "operative")
BEFORE: tuple[Kind, ...] = ("enacting", "preambular", "operative")
TWICE: tuple[Kind, ...] = ("enacting", "preambular", "enacting", "operative")
ONE: tuple[Kind, ...] = ("operative",)
PHRASE = "The OSCE Parliamentary Assembly:"
PREAMBLE = "Recalling the roads,\n\nNoting the bridges,"
OPERATIVE = "1. Calls for roads;\n\n2. Calls for bridges."


def _template(phases: tuple[Kind, ...], **others: object) -> Template:
    grammar = replace(Grammar(phases=phases), **others)
    return replace(template(), file=replace(template().file, grammar=grammar))


def _import(text: str, under: Template) -> Imported:
    imported = import_text(text, under)
    check_body(imported.resolution.body, under.file.grammar)
    return imported


def _kinds(imported: Imported) -> str:
    return " ".join(clause.kind[:3] for clause in imported.resolution.body)


def _codes(imported: Imported) -> set[str]:
    return {guess.code for guess in imported.report} - {"kind", "language", "renumbered"}


@pytest.mark.parametrize(
    ("phases", "parts", "kinds", "codes"),
    [
        (BETWEEN, [PREAMBLE, PHRASE, OPERATIVE], "pre pre ena ope ope", set()),
        (BETWEEN, [PHRASE, PREAMBLE, OPERATIVE], "pre pre ena ope ope", {"phrase-moved"}),
        (BETWEEN, [PHRASE, PREAMBLE, PHRASE, OPERATIVE], "pre pre ena ope ope", {"phrase-repeated"}),
        (BETWEEN, [PREAMBLE, OPERATIVE], "pre pre ope ope", set()),
        (BETWEEN, [PHRASE, OPERATIVE], "ena ope ope", set()),
        (BEFORE, [PHRASE, PREAMBLE, OPERATIVE], "ena pre pre ope ope", set()),
        (BEFORE, [PREAMBLE, PHRASE, OPERATIVE], "ena pre pre ope ope", {"phrase-moved"}),
        (BEFORE, [PHRASE, OPERATIVE], "ena ope ope", set()),
        (TWICE, [PHRASE, PREAMBLE, PHRASE, OPERATIVE], "ena pre pre ena ope ope", set()),
        (TWICE, [PREAMBLE, PHRASE, OPERATIVE], "pre pre ena ope ope", set()),
        (ONE, [PREAMBLE, OPERATIVE], "ope ope ope ope", set()),
        (ONE, [PHRASE, OPERATIVE], "ope ope ope", set()),
    ],
)
def test_phrase_stands_where_the_grammar_has_it(
    phases: tuple[Kind, ...], parts: list[str], kinds: str, codes: set[str]
) -> None:
    imported = _import("\n\n".join(parts), _template(phases))
    assert _kinds(imported) == kinds
    assert _codes(imported) == codes


@pytest.mark.parametrize(
    ("deepest", "items_under", "levels", "codes"),
    [
        (4, {"operative", "item"}, [0, 1, 2, 1], set()),
        (1, {"operative", "item"}, [0, 1, 1, 1], {"flattened"}),
        (4, {"operative"}, [0, 1, 1, 1], {"flattened"}),
        (4, {"preambular", "item"}, [0, 0, 0, 0], {"not-an-item"}),
    ],
)
def test_sub_items_are_no_deeper_than_the_grammar_allows(
    deepest: int, items_under: set[Kind], levels: list[int], codes: set[str]
) -> None:
    under = _template(ONE, deepest=deepest, items_under=frozenset(items_under))
    imported = _import("1. Calls for:\n(a) roads:\n(i) long ones;\n(b) bridges.", under)
    assert [clause.level for clause in imported.resolution.body] == levels
    assert _codes(imported) == codes


def test_a_section_is_a_heading_where_there_are_no_parts() -> None:
    text = f"I. Roads\n\n{OPERATIVE}\n\nII. Bridges\n\n3. Calls for more."
    headed = _import(text, _template(BETWEEN, divisions=frozenset()))
    parted = _import(text, _template(BETWEEN))
    assert _kinds(headed) == "hea ope ope hea ope"
    assert flatten(headed.resolution.body[0].text) == "I. Roads"
    assert _kinds(parted) == "par ope ope par ope"
    assert flatten(parted.resolution.body[3].text) == "Bridges"
    assert [clause.restart for clause in parted.resolution.body] == [None] * 5


@pytest.mark.parametrize("phrase", ["The Council of Wells:", "The Council of Wells,", "L’Assemblée des Puits :"])
def test_the_name_of_an_unknown_organ_is_a_guess(phrase: str) -> None:
    imported = _import(f"{PREAMBLE}\n\n{phrase}\n\n{OPERATIVE}", _template(BETWEEN))
    assert _kinds(imported) == "pre pre ena ope ope"
    assert _codes(imported) == {"phrase-unknown"}


@pytest.mark.parametrize("line", ["Recalling the Charter,", "The roads were long and wet,", "Mindful of Wells,"])
def test_other_lines_are_no_phrase(line: str) -> None:
    imported = _import(f"{line}\n\nNoting the bridges,\n\n{OPERATIVE}", _template(BETWEEN))
    assert "ena" not in _kinds(imported)
