"""A tree put right that two arrangements together made wrong: levels and kinds give way, never a clause or a word."""

from msgspec.structs import replace

from editor.model.clause import DIVIDERS, NESTED, PARAGRAPHS, Body, Clause, Kind
from editor.model.grammar import Grammar, fit_kinds


def mend(body: Body, grammar: Grammar) -> Body:
    """Return `body` with sub-items that lost their parent drawn up and what stands in the wrong part fitted to it.

    A body that holds to the grammar comes back as it is.
    """
    found: list[Clause] = []
    chain: list[Kind] = []  # the kinds of the clauses that a sub-item could belong to, by level
    part = -1
    phase = 0
    for clause in fit_kinds(body, grammar):
        clause = _placed(clause, chain, part, grammar)
        if clause.kind in DIVIDERS:
            part = clause.level if clause.kind == "part" else -1
            phase = 0
        elif clause.kind in PARAGRAPHS or clause.kind == "enacting":
            clause, phase = _phased(clause, phase, grammar)
        if clause.kind in NESTED:
            chain[clause.level :] = [clause.kind]
        else:
            chain[:] = [clause.kind]
        found.append(clause)
    return tuple(found)


def _placed(clause: Clause, chain: list[Kind], part: int, grammar: Grammar) -> Clause:
    if clause.kind in NESTED:
        return _nested(clause, chain, grammar)
    if clause.kind in DIVIDERS and clause.kind not in grammar.divisions:
        return replace(clause, kind="heading", level=0, restart=None)
    highest = min(part + 1, grammar.deepest_part) if clause.kind == "part" else 0
    level = min(max(clause.level, 0), highest)
    return clause if level == clause.level else replace(clause, level=level)


def _nested(clause: Clause, chain: list[Kind], grammar: Grammar) -> Clause:
    level = min(max(clause.level, 1), len(chain), grammar.deepest)
    while level > 0 and (chain[level - 1] not in grammar.items_under):
        level -= 1
    if level and chain[level : level + 1] == ["closing"]:
        # Nothing follows a closing text in its list: what would becomes a clause of its own.
        while level > 0 and chain[level : level + 1] == ["closing"]:
            level -= 1
    if level == 0:
        kind: Kind = chain[0] if chain and chain[0] in PARAGRAPHS else "operative"
        return replace(clause, level=0, kind=kind)
    return clause if level == clause.level else replace(clause, level=level)


def _phased(clause: Clause, phase: int, grammar: Grammar) -> tuple[Clause, int]:
    """Return `clause` as a kind that may stand at `phase` of the grammar's order or later, and the phase after it."""
    for place in range(phase, len(grammar.phases)):
        if grammar.phases[place] == clause.kind:
            return clause, place + (clause.kind == "enacting")
    for place in range(min(phase, len(grammar.phases) - 1), -1, -1):
        if grammar.phases[place] in PARAGRAPHS:
            return replace(clause, kind=grammar.phases[place], number=None), max(phase, place)
    return clause, phase
