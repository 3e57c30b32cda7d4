"""What holds for the labels and references of every good body, worked out anew from the rules in words."""

from editor.model import tree
from editor.model.clause import DIVIDERS, NESTED, Body, sets_series
from editor.model.scheme import Scheme
from editor.model.text import Reference, references
from editor.numbering import Label, labels
from tests.schemes import CONTINUOUS, OPERATIVE_ONLY

SCHEMES = (CONTINUOUS, OPERATIVE_ONLY)


def check_labels(body: Body) -> None:
    """Check that every series counts 1, 2, 3 but for overrides and restarts."""
    for scheme in SCHEMES:
        found = labels(body, scheme)
        last: dict[object, int] = {}
        restarts = 0
        for at, (clause, label) in enumerate(zip(body, found.by_place, strict=True)):
            if clause.kind in DIVIDERS:
                restarts += clause.kind in scheme.restarts if clause.restart is None else clause.restart
            if label.value is None:
                assert _stands_outside(body, at, label, scheme)
                continue
            key = _series(body, at, label, restarts)
            if clause.number is None:
                assert label.value == last.get(key, 0) + 1
            else:
                assert (label.value, label.counts) == (int(clause.number), False)
            assert label.counts or clause.number is not None or (label.value == 1 and restarts)
            last[key] = label.value


def _series(body: Body, at: int, label: Label, restarts: int) -> object:
    """Return what the clause at `at` counts in: its list, its division's parts, or its series since the restart."""
    clause = body[at]
    if clause.kind in NESTED or clause.kind in DIVIDERS:
        return clause.kind in NESTED, clause.kind, tree.owner(body, at)
    return label.series, restarts


def _stands_outside(body: Body, at: int, label: Label, scheme: Scheme) -> bool:
    clause = body[at]
    ruled = any((rule.kind, rule.level) == (clause.kind, clause.level) for rule in scheme.rules)
    if clause.number is not None:
        return clause.number in label.text and not (ruled and sets_series(clause.number))
    division = body[tree.division_start(body, at) : tree.division_end(body, at)]
    lone = scheme.single_unnumbered and [other.kind for other in division].count("operative") == 1
    return label == Label() and (not ruled or (lone and clause.kind == "operative"))


def check_references(body: Body) -> None:
    """Check that every reference to a numbered clause says the number that the clause has now."""
    for scheme in SCHEMES:
        found = labels(body, scheme)
        ids = {clause.id for clause in body}
        for reference in [reference for clause in body for reference in references(clause.text)]:
            number = found.reference(Reference(reference.target, "number"))
            if not found.of(reference.target).bare:
                assert number == scheme.broken
                continue
            assert reference.target in ids
            chain: list[str] = []
            at: int | None = tree.position(body, reference.target)
            while at is not None:
                chain.insert(0, found.by_place[at].bare)
                at = tree.parent(body, at)
            assert number == scheme.joint.join(bare for bare in chain if bare)
