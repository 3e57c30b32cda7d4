"""`outline`: every clause as numbered."""

import argparse
import datetime

from editor.cli.opening import opened
from editor.cli.outcome import OK, print_json
from editor.model.cover import Code, CoverValue, DateRange, Person
from editor.model.resolution import Resolution
from editor.numbering import labels, words
from editor.templating.codes import compose_code
from editor.templating.schema import Template


def run(options: argparse.Namespace) -> int:
    """Print the outline of a project."""
    document = opened(options.file)
    resolution, template = document.resolution, document.template
    if options.json:
        print_json(as_json(resolution, template))
        return OK
    labelled = labels(resolution.body, template.scheme(resolution.language))
    for clause, label in zip(labelled.body, labelled.by_place, strict=True):
        number = f"{label.text} " if label.text else ""
        print("    " * clause.level + number + words(clause.text, labelled).replace("\u2028", " "))
    return OK


def as_json(resolution: Resolution, template: Template) -> dict[str, object]:
    """Return cover and clauses as the command line's JSON shows them."""
    labelled = labels(resolution.body, template.scheme(resolution.language))
    cover: dict[str, object] = {
        "template": resolution.template,
        "kind": resolution.kind,
        "language": resolution.language,
        "original_language": resolution.original_language,
        "revision": resolution.revision,
    }
    for key, value in resolution.cover.fields:
        cover[key] = plain_value(value, resolution, template)
    clauses = [
        {
            "id": clause.id,
            "kind": clause.kind,
            "level": clause.level,
            "label": label.text,
            "text": words(clause.text, labelled),
        }
        for clause, label in zip(labelled.body, labelled.by_place, strict=True)
    ]
    return {"cover": cover, "clauses": clauses}


def plain_value(value: CoverValue, resolution: Resolution, template: Template) -> object:
    """Return a value of the cover as JSON has it: a code as printed, dates ISO, people by their parts."""
    if isinstance(value, Code):
        return compose_code(template, value, resolution.language, resolution.revision)
    if isinstance(value, DateRange):
        return {"first": _iso(value.first), "last": _iso(value.last)}
    if isinstance(value, Person):
        return {"honorific": value.honorific, "given": value.given, "family": value.family, "country": value.country}
    if isinstance(value, tuple):
        return [plain_value(person, resolution, template) for person in value]
    return value


def _iso(day: datetime.date) -> str:
    return day.isoformat()
