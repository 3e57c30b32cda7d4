"""An import as lines of text, to be held against what a reader would say."""

from collections.abc import Iterator
from functools import cache

from editor.importing import Imported
from editor.model.cover import Code, CoverValue, DateRange, Person
from editor.model.text import LINE_BREAK, Run, Text
from editor.numbering import labels
from editor.paths import templates_folder
from editor.templating.load import load_template
from editor.templating.schema import Template

_SIGNS = {"bold": "**", "italic": "*"}


@cache
def template() -> Template:
    """Return the template that the sample texts are read under."""
    return load_template(templates_folder() / "osce-pa")


def outline(imported: Imported) -> str:
    """Return paper, cover, clauses as numbered, guesses and what was left out, a line each."""
    return "".join(f"{line.rstrip()}\n" for line in _lines(imported))


def _lines(imported: Imported) -> Iterator[str]:
    resolution, report = imported.resolution, imported.report
    words = (resolution.kind, resolution.language, resolution.original_language or "-", resolution.revision or "-")
    yield " ".join(words)
    for key, value in resolution.cover.fields:
        yield f"{key}: {_value(value)}"
    yield ""
    labelled = labels(resolution.body, template().scheme(resolution.language))
    for clause, label in zip(resolution.body, labelled.by_place, strict=True):
        yield " ".join(part for part in ("  " * clause.level + clause.kind, label.text, _text(clause.text)) if part)
    yield ""
    for guess in report:
        yield f"guess {guess.line} {guess.code} " + "; ".join(f"{name}={value}" for name, value in guess.parameters)
    for piece in report.dropped:
        if piece.reason != "cover":
            yield f"dropped {piece.line} {piece.reason} {piece.text!r}"


def _value(value: CoverValue) -> str:
    match value:
        case Code():
            return " ".join(f"{name}={part}" for name, part in value.parts)
        case Person():
            return " | ".join((value.honorific, value.given, value.family, value.country))
        case DateRange():
            return f"{value.first} .. {value.last}"
        case tuple():
            return "; ".join(_value(person) for person in value)
        case _:
            return value


def _text(text: Text) -> str:
    return "".join(_signed(piece) for piece in text if isinstance(piece, Run)).replace(LINE_BREAK, " // ")


def _signed(run: Run) -> str:
    sign = "".join(_SIGNS[mark] for mark in sorted(run.marks) if mark in _SIGNS)
    return f"{sign}{run.text}{sign}"
