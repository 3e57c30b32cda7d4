"""Faults of the tree, its numbers and its references."""

import re
from collections import Counter
from collections.abc import Iterator

from editor.checking.finding import Finding
from editor.model.clause import DIVIDERS, NESTED, Clause
from editor.model.errors import EditError
from editor.model.grammar import check_body
from editor.model.resolution import Resolution
from editor.model.text import Note, flatten, references
from editor.numbering import Labels
from editor.templating.schema import Template

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]")


def findings(resolution: Resolution, template: Template, labels: Labels) -> Iterator[Finding]:
    """Yield the faults of `resolution`'s body."""
    yield from _grammar(resolution, template)
    yield from _parts(resolution, template)
    for clause in resolution.body:
        yield from _words(clause, numbered=bool(labels.of(clause.id).text))
        for reference in references(clause.text):
            if not labels.resolves(reference):
                yield Finding("broken-reference", "error", clause.id)
    yield from _lone_items(labels)
    yield from _numbers(labels)


def _grammar(resolution: Resolution, template: Template) -> Iterator[Finding]:
    try:
        check_body(resolution.body, template.file.grammar)
    except EditError as refusal:
        others = ((name, str(value)) for name, value in refusal.parameters.items() if name != "clause")
        clause = str(refusal.parameters["clause"])
        yield Finding("grammar", "error", clause, parameters=(("reason", refusal.code), *others))


def _parts(resolution: Resolution, template: Template) -> Iterator[Finding]:
    """Yield the parts of a resolution that are not there at all, where the kind of paper has a body."""
    if not any(kind.id == resolution.kind and kind.body for kind in template.file.kinds):
        return
    phases = template.file.grammar.phases
    kinds = {clause.kind for clause in resolution.body}
    if "operative" in phases and "operative" not in kinds:
        yield Finding("no-operative", "error")
    if "enacting" in phases and "enacting" not in kinds:
        yield Finding("no-enacting-phrase", "advice")


def _words(clause: Clause, numbered: bool) -> Iterator[Finding]:
    words = flatten(clause.text)
    if not words.strip() and not (numbered and clause.kind in DIVIDERS):  # sections may be called by number alone
        yield Finding("empty-clause", "error", clause.id)
    for note in clause.text:
        if isinstance(note, Note):
            inside = flatten(note.text)
            words += inside
            if not inside.strip():
                yield Finding("empty-note", "error", clause.id)
    if not words.isascii() and _RIGHT_TO_LEFT.search(words):
        yield Finding("right-to-left", "error", clause.id)


def _lone_items(labels: Labels) -> Iterator[Finding]:
    parents = [parent for clause, parent in zip(labels.body, labels.parents, strict=True) if clause.kind == "item"]
    counted = Counter(parents)
    for clause, parent in zip(labels.body, labels.parents, strict=True):
        if clause.kind == "item" and counted[parent] == 1:
            yield Finding("lone-item", "advice", clause.id)


def _numbers(labels: Labels) -> Iterator[Finding]:
    """Yield clauses whose number another one bears too, in the same list: only overrides can do that."""
    series = {rule.kind: rule.series or rule.kind for rule in labels.scheme.rules if rule.kind not in NESTED}
    division = 0
    numbers: list[tuple[object, str]] = []
    for clause, label, parent in zip(labels.body, labels.by_place, labels.parents, strict=True):
        if clause.kind in DIVIDERS:
            restarts = clause.kind in labels.scheme.restarts if clause.restart is None else clause.restart
            division += restarts
        within = parent if clause.kind in NESTED else (division, series.get(clause.kind, clause.kind))
        numbers.append((within, "" if clause.kind in DIVIDERS else label.text))
    borne = Counter(number for number in numbers if any(map(str.isalnum, number[1])))  # dashes may be alike
    for clause, number in zip(labels.body, numbers, strict=True):
        if borne[number] > 1:
            yield Finding("number-twice", "error", clause.id, parameters=(("number", number[1]),))
