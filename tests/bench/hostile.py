"""Texts that were made to be slow: a megabyte each, through what meets a stranger's words first."""

from functools import partial

from msgspec.structs import replace

from editor.checking import check
from editor.importing import import_text
from editor.model.clause import Clause
from editor.model.text import Run, clean
from editor.templating.schema import Template
from tests.bench.clock import milliseconds
from tests.texts import resolution

SIZE = 1_000_000

_CLEANED = {"accents": "\u0315\u0300", "surrogates": "\ud800", "jamo": "\u1100\u1161"}
_CHECKED = {"spaces": " ", "and": ", and", "stops": "."}
_IMPORTED = {"stars": "*", "dashes": "- ", "brackets": "(", "words": "word "}


def rows(template: Template) -> dict[str, float]:
    """Return the times of cleaning, checking and importing a hostile megabyte, in ms."""
    found: dict[str, float] = {}
    for name, words in _CLEANED.items():
        found[f"clean, {name}"] = milliseconds(partial(clean, _long(words)), 1)
    for name, words in _CHECKED.items():
        clause = Clause("c" * 10, "preambular", text=(Run(_long(words) + "x"),))
        found[f"check, {name}"] = milliseconds(partial(check, replace(resolution(1), body=(clause,)), template), 1)
    for name, words in _IMPORTED.items():
        found[f"import, {name}"] = milliseconds(partial(import_text, _long(words), template), 1)
    return found


def _long(words: str) -> str:
    return words * (SIZE // len(words))
