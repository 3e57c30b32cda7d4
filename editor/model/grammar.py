"""Which clause may stand where: a wrong tree cannot be built."""

from msgspec import Struct
from msgspec.structs import replace

from editor.model import tree
from editor.model.clause import DIVIDERS, NESTED, PARAGRAPHS, Body, Clause, Kind
from editor.model.errors import EditError


class Grammar(Struct, frozen=True):
    """A template's rules for the tree.

    `phases` is the order of paragraphs and enacting phrases within a division (the body before the first part, a part,
    an annex); each phase may be empty, the enacting phrase stands at most once a phase. `items_under` names the kinds
    that may have sub-items, `deepest` the deepest level of a sub-item, `deepest_part` that of a part.
    """

    phases: tuple[Kind, ...] = ("preambular", "enacting", "operative")
    items_under: frozenset[Kind] = frozenset({"preambular", "operative", "item"})
    deepest: int = 4
    deepest_part: int = 1
    divisions: frozenset[Kind] = DIVIDERS


def check_body(body: Body, grammar: Grammar) -> None:
    """Raise EditError, naming the clause, at the first place where `body` breaks `grammar`.

    Codes: duplicate-id, level, no-parent, too-deep, no-items-here, after-closing, order, division.
    """
    seen: set[str] = set()
    open_kinds: list[Kind] = []  # the chain of clauses a sub-item could belong to, by level
    phase = 0
    part_level = -1
    for clause in body:
        if clause.id in seen:
            raise EditError("duplicate-id", clause=clause.id)
        seen.add(clause.id)
        if clause.kind in NESTED:
            _check_nested(clause, open_kinds, grammar)
            continue
        open_kinds[:] = [clause.kind]
        if clause.kind in DIVIDERS:
            _check_divider(clause, part_level, grammar)
            phase = 0
            part_level = clause.level if clause.kind == "part" else -1
        elif clause.level:
            raise EditError("level", clause=clause.id, level=clause.level)
        elif clause.kind != "heading":
            phase = _next_phase(clause, phase, grammar)


def _check_nested(clause: Clause, open_kinds: list[Kind], grammar: Grammar) -> None:
    level = clause.level
    if level < 1 or level > len(open_kinds):
        raise EditError("no-parent", clause=clause.id, level=level)
    if level > grammar.deepest:
        raise EditError("too-deep", clause=clause.id, level=level, deepest=grammar.deepest)
    if open_kinds[level - 1] == "closing" or open_kinds[level : level + 1] == ["closing"]:
        raise EditError("after-closing", clause=clause.id)
    if open_kinds[level - 1] not in grammar.items_under:
        raise EditError("no-items-here", clause=clause.id, kind=open_kinds[level - 1])
    open_kinds[level:] = [clause.kind]


def _check_divider(clause: Clause, part_level: int, grammar: Grammar) -> None:
    if clause.kind not in grammar.divisions:
        raise EditError("division", clause=clause.id, kind=clause.kind)
    highest = min(part_level + 1, grammar.deepest_part) if clause.kind == "part" else 0
    if not 0 <= clause.level <= highest:
        raise EditError("level", clause=clause.id, level=clause.level)


def _next_phase(clause: Clause, phase: int, grammar: Grammar) -> int:
    """Return the phase that `clause` stands in, at or after `phase`; the phrase itself may not be said twice in one."""
    for place in range(phase, len(grammar.phases)):
        if grammar.phases[place] == clause.kind:
            return place + (clause.kind == "enacting")
    raise EditError("order", clause=clause.id, kind=clause.kind)


def kinds_at(body: Body, at: int, grammar: Grammar) -> tuple[Kind, ...]:
    """Return the kinds of paragraph that may stand before position `at` of a good body, in the order of the phases."""
    phase = 0
    for clause in body[tree.division_start(body, at) : at]:
        if clause.kind in grammar.phases:
            phase = _next_phase(clause, phase, grammar)
    last = len(grammar.phases)
    for clause in body[at:]:
        if clause.kind in DIVIDERS:
            break
        if clause.kind in grammar.phases:
            last = _next_phase(clause, phase, grammar)
            last += clause.kind in PARAGRAPHS
            break
    return tuple(dict.fromkeys(kind for kind in grammar.phases[phase:last] if kind in PARAGRAPHS))


def fit_kinds(body: Body, grammar: Grammar) -> Body:
    """Return `body` with each paragraph's kind as its place says: preambular or operative by the enacting phrase.

    Only divisions that have an enacting phrase between two paragraph phases decide; elsewhere kinds stay. This is what
    "crossing the enacting phrase changes a clause's kind" means.
    """
    if "enacting" not in grammar.phases:
        return body
    fitted = list(body)
    start = 0
    for at in range(len(body) + 1):
        if at == len(body) or body[at].kind in DIVIDERS:
            _fit_division(fitted, start, at, grammar)
            start = at + 1
    return tuple(fitted)


def _fit_division(clauses: list[Clause], start: int, end: int, grammar: Grammar) -> None:
    phrases = [at for at in range(start, end) if clauses[at].kind == "enacting"]
    said = grammar.phases.count("enacting")
    if not phrases or len(phrases) > said:
        return
    before, after = _kinds_around(grammar, len(phrases))
    if before == after:
        return
    for at in range(start, end):
        clause = clauses[at]
        if clause.kind in PARAGRAPHS:
            kind = before if at < phrases[-1] else after
            if clause.kind != kind:
                clauses[at] = replace(clause, kind=kind)


def _kinds_around(grammar: Grammar, phrases: int) -> tuple[Kind, Kind]:
    """Return the paragraph kinds before and after the last enacting phrase that decides between them."""
    places = [at for at, kind in enumerate(grammar.phases) if kind == "enacting"]
    place = places[phrases - 1]
    before = [kind for kind in grammar.phases[:place] if kind in PARAGRAPHS]
    after = [kind for kind in grammar.phases[place + 1 :] if kind in PARAGRAPHS]
    first = before[-1] if before else after[0]
    return (first, after[0]) if after else (first, first)
