"""Where clauses from outside go in a text, and at what level: beside the clause with the caret, or parting it."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from editor.app.spans import Edit
from editor.importing.fragment import Fragment, Piece, Told, read_draft
from editor.importing.markers import Marker
from editor.importing.shape import finished, introduces, starts_small
from editor.importing.source import SourceText
from editor.model import edits, tree
from editor.model.changes import Change
from editor.model.clause import NESTED, PARAGRAPHS, Body, Clause, Kind
from editor.model.edits import Place
from editor.model.errors import EditError
from editor.model.grammar import Grammar, kinds_at
from editor.model.ids import NewId
from editor.model.rebuild import keep_owner
from editor.model.resolution import Resolution
from editor.model.text import LINE_BREAK, Inline, Run, Text, cut, flatten, length, normalise
from editor.templating.schema import Template

_LISTED = PARAGRAPHS | {"item"}


class _Plan(Struct, frozen=True):
    """The clauses, and whether they stand before the position `at`, take the place of the one there, or part it."""

    clauses: Body
    at: int
    how: str = "before"


def whole_text(
    state: Resolution, template: Template, at: int, source: SourceText, fresh: NewId
) -> tuple[Edit, Told] | None:
    """Return the edit that makes `source` the whole of a text in which nothing is written yet; None where it cannot.

    It can where `source` has an enacting phrase, or, with the caret in the preamble, both preamble and operative part.
    """
    body, grammar = state.body, template.file.grammar
    if any(clause.text for clause in body if clause.kind != "enacting") or "enacting" not in grammar.phases:
        return None
    if any(clause.kind not in grammar.phases for clause in body):
        return None
    found = read_draft(source, template, state.language, fresh)
    kinds = {clause.kind for clause in found.clauses}
    said = [clause for clause in body if clause.kind == "enacting"]
    if found.lost or len(found.clauses) < 2:
        return None
    clauses = list(found.clauses)
    if "enacting" not in kinds:
        if not kinds >= PARAGRAPHS or body[at].kind != next(kind for kind in grammar.phases if kind in PARAGRAPHS):
            return None
        place = 0 if grammar.phases[0] == "enacting" else _first(clauses, "operative")
        clauses[place:place] = said[:1]
    elif said:
        place = _first(clauses, "enacting")
        clauses[place] = replace(clauses[place], id=said[0].id)
    try:
        change = edits.rebuilt(state, grammar, clauses)
    except EditError:
        return None
    return Edit(change, (clauses[-1].id, length(clauses[-1].text))), found.told


def _first(clauses: list[Clause], kind: Kind) -> int:
    """Return where the first clause of `kind` stands, with the headings over it."""
    at = next(at for at, clause in enumerate(clauses) if clause.kind == kind)
    while kind != "enacting" and at and clauses[at - 1].kind == "heading":
        at -= 1
    return at


def top_kind(body: Body, at: int, grammar: Grammar) -> Kind:
    """Return the kind that a paragraph at the clause `at` has."""
    for up in range(at, -1, -1):
        if body[up].kind in PARAGRAPHS:
            return body[up].kind
        if body[up].kind not in NESTED:
            break
    kinds = kinds_at(body, at + 1, grammar)
    return kinds[0] if kinds else "operative"


def placed(state: Resolution, template: Template, place: Place, found: Fragment, top: Kind) -> Edit | None:
    """Return the edit that puts the clauses of `found` at `place`; None where the grammar has no room for them."""
    for plan in _plans(state, template, place, found, top):
        try:
            change = _change(state, template.file.grammar, place, plan)
        except EditError:
            continue
        last = plan.clauses[-1]
        return Edit(change, (last.id, length(last.text)))
    return None


def as_lines(state: Resolution, grammar: Grammar, place: Place, found: Fragment) -> Edit:
    """Return the edit that puts all words of `found` into the clause at `place`, a line for each of its clauses."""
    pieces: list[Inline] = []
    for piece in found.pieces:
        pieces += [Run(LINE_BREAK)] if pieces else []
        pieces += numbered(piece)
    text = normalise(tuple(pieces))
    return Edit(edits.replace_range(state, grammar, place, place, text), (place[0], place[1] + length(text)))


def numbered(piece: Piece) -> Text:
    """Return a piece's words with the number that was typed before them."""
    if piece.marker is None or piece.listed:
        return piece.text
    return (Run(f"{piece.marker.typed} "), *piece.text)


def _plans(state: Resolution, template: Template, place: Place, found: Fragment, top: Kind) -> Iterator[_Plan]:
    """Yield ways to arrange the clauses, the best first."""
    body = state.body
    at = tree.position(body, place[0])
    target = body[at]
    levels = list(_levels(state, template, place, found, top))
    clauses = tuple(_at_level(clause, level, top) for clause, level in zip(found.clauses, levels, strict=True))
    if not target.text and target.kind in _LISTED:
        yield _Plan((replace(clauses[0], id=target.id), *clauses[1:]), at, "instead")
    elif _stand_alone(target, place, found):
        yield _Plan(clauses, _beside(body, at, place, levels[0]))
    else:
        yield _Plan(clauses, at, "parting")
    level = target.level if target.kind in _LISTED else 0
    flat = tuple(_at_level(replace(clause, kind="item"), level, top) for clause in found.clauses)
    yield _Plan(flat, _beside(body, at, place, level))


def _beside(body: Body, at: int, place: Place, level: int) -> int:
    """Return the position that clauses at `level` take: before the one with the caret at its start, else behind."""
    if place[1] == 0 and body[at].text and body[at].kind in _LISTED:
        return at
    while body[at].kind in NESTED and body[at].level > level:
        at = next(up for up in range(at - 1, -1, -1) if body[up].level < body[at].level)
    return tree.subtree_end(body, at) if body[at].kind in PARAGRAPHS | NESTED else at + 1


def _stand_alone(target: Clause, place: Place, found: Fragment) -> bool:
    """Return whether the clauses stand beside the one with the caret; else they part it, or go on at its end."""
    first = found.pieces[0]
    if first.marker or found.clauses[0].kind not in PARAGRAPHS or place[1] == 0 or target.kind not in _LISTED:
        return True
    words = flatten(target.text)
    return place[1] == len(words) and finished(words) and not starts_small(flatten(first.text))


def _levels(state: Resolution, template: Template, place: Place, found: Fragment, top: Kind) -> Iterator[int]:
    """Yield the levels of the clauses: those of the fragment, moved to where it comes."""
    grammar = template.file.grammar
    deepest = grammar.deepest if "item" in grammar.items_under else min(1, grammar.deepest)
    deepest = deepest if top in grammar.items_under else 0
    first = found.pieces[0].marker
    base = _base(state, template, tree.find(state.body, place[0]), place, first)
    for clause, piece in zip(found.clauses, found.pieces, strict=True):
        outward = clause.level == 0 and piece.marker and piece.marker.is_decimal
        if base and first and not first.is_decimal and outward:
            base = 0  # what the letters at the start end is over, now clauses follow
        yield min(clause.level + base, deepest)


def _base(state: Resolution, template: Template, target: Clause, place: Place, first: Marker | None) -> int:
    """Return the level at which a fragment begins whose first number is `first`: that of its like around the caret."""
    level = target.level if target.kind in _LISTED else 0
    if first is None or not target.text or place[1] < length(target.text):
        return level
    below = target.kind in _LISTED and not first.is_decimal
    if below and introduces(flatten(target.text)):
        return level + 1
    if first.is_bullet:
        return level
    like = _like(template, state.language, first)
    around = [one for one in like if one[0] <= level]
    at = tree.position(state.body, place[0])
    next_ = [one for one, value in around if value == _count(state.body, at, one) + 1]
    if next_ or around:
        return max(next_ or [one for one, _ in around])
    return level + 1 if below and level + 1 in dict(like) else level


def _like(template: Template, language: str, first: Marker) -> list[tuple[int, int]]:
    """Return the levels whose numbers look like `first`, with the value that it has there."""
    return [
        (rule.level, reading.value)
        for rule in template.scheme(language).rules
        for reading in first.readings
        if rule.kind in _LISTED and rule.format.digits == reading.digits
    ]


def _count(body: Body, at: int, level: int) -> int:
    """Return how many clauses at `level` stand in one list up to the position `at`."""
    count = 0
    while at >= 0 and body[at].level >= level and body[at].kind in _LISTED:
        count += body[at].level == level
        at -= 1
    return count


def _at_level(clause: Clause, level: int, top: Kind) -> Clause:
    if clause.kind not in PARAGRAPHS | NESTED:
        return clause
    if level == 0:
        return replace(clause, kind=top, level=0)
    return replace(clause, kind="closing" if clause.kind == "closing" else "item", level=level)


def _change(state: Resolution, grammar: Grammar, place: Place, plan: _Plan) -> Change:
    body, at = state.body, plan.at
    if plan.how == "before":
        return edits.insert(state, grammar, at, plan.clauses)
    if plan.how == "instead":
        arranged = (*body[:at], *plan.clauses, *body[at + 1 :])
        change = edits.rebuilt(state, grammar, arranged)
        keep_owner(body, arranged, at + len(plan.clauses), divisions=False)
        return change
    target, first, last = body[at], plan.clauses[0], plan.clauses[-1]
    first = replace(target, text=normalise(cut(target.text, 0, place[1]) + first.text))
    last = replace(last, text=normalise(last.text + cut(target.text, place[1])))
    return edits.rebuilt(state, grammar, (*body[:at], first, *plan.clauses[1:-1], last, *body[at + 1 :]))
