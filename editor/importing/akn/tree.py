"""From rows to clauses: an order and levels that the grammar allows, with what that took."""

from collections.abc import Sequence

from msgspec import Struct

from editor.importing.akn.rows import Row
from editor.importing.pieces import first_words
from editor.importing.report import Dropped, Guess
from editor.model.clause import DIVIDERS, NESTED, PARAGRAPHS, Body, Clause, Kind
from editor.model.grammar import Grammar, check_body
from editor.model.text import flatten

_GOES_ON = (",", "،", "，")


class Built(Struct, frozen=True):
    """The clauses, the rows they are from in the same order, and what was guessed or left out."""

    body: Body
    rows: tuple[Row, ...]
    guesses: tuple[Guess, ...]
    dropped: tuple[Dropped, ...]


class _Block(Struct):
    """A row that stands at the top with those below it; headings before it belong to it."""

    rows: list[Row]
    kind: Kind


def build(rows: Sequence[Row], grammar: Grammar, *, exact: bool) -> Built:
    """Return the clauses of `rows` as `grammar` has them.

    A phrase stands where the grammar has one, a second one in a division is left out; unnumbered paragraphs before the
    first number that end in a comma are preambular, wherever they are marked up (not in `exact` files).
    """
    guesses: list[Guess] = []
    dropped: list[Dropped] = []
    ordered: list[Row] = []
    starts = [at for at, row in enumerate(rows) if row.kind in DIVIDERS]
    for start, end in zip([-1, *starts], [*starts, len(rows)], strict=True):
        if start >= 0:
            ordered += _divider(rows[start], grammar)
        blocks = _blocks(rows[start + 1 : end])
        if not exact:
            _preambular_by_end(blocks, guesses)
        ordered += _division(blocks, grammar, guesses, dropped)
    _relevel(ordered, grammar, guesses)
    body = tuple(Clause(row.name, row.kind, row.level, row.text) for row in ordered)
    check_body(body, grammar)
    return Built(body, tuple(ordered), tuple(guesses), tuple(dropped))


def _divider(row: Row, grammar: Grammar) -> list[Row]:
    if row.kind not in grammar.divisions:
        row.kind, row.level = "heading", 0
    return [row]


def _blocks(rows: Sequence[Row]) -> list[_Block]:
    """Return `rows` in blocks: a paragraph or phrase with the headings before it and all that stands below it."""
    blocks: list[_Block] = []
    waiting: list[Row] = []
    for row in rows:
        if row.kind in NESTED and blocks and not waiting:
            blocks[-1].rows.append(row)
        elif row.kind == "heading":
            waiting.append(row)
        else:
            blocks.append(_Block([*waiting, row], "operative" if row.kind in NESTED else row.kind))
            waiting = []
    if waiting and blocks:
        blocks[-1].rows += waiting
    elif waiting:
        blocks.append(_Block(waiting, "operative"))
    return blocks


def _division(blocks: list[_Block], grammar: Grammar, guesses: list[Guess], dropped: list[Dropped]) -> list[Row]:
    """Return the rows of one division in the order of the grammar's phases."""
    kinds = [kind for kind in grammar.phases if kind in PARAGRAPHS]
    phrases = [block for block in blocks if block.kind == "enacting"]
    said = phrases[:1] if "enacting" in grammar.phases else []
    found: list[_Block] = []
    for phase in dict.fromkeys(grammar.phases):
        if phase == "enacting":
            found += said
            continue
        found += [block for block in blocks if _as(block.kind, kinds) == phase]
    for block in phrases:
        if block not in said:
            text = first_words(block.rows[-1].text, 12)
            line = block.rows[-1].line
            guesses.append(Guess("phrase-repeated", (("text", text),), line))
            dropped.append(Dropped(flatten(block.rows[-1].text), line, "phrase-repeated"))
    return [_with_kind(row, _as(block.kind, kinds)) for block in found for row in block.rows]


def _as(kind: Kind, kinds: Sequence[Kind]) -> Kind:
    """Return `kind` as a grammar with the paragraphs `kinds` has it."""
    return kind if kind not in PARAGRAPHS or kind in kinds else kinds[0]


def _with_kind(row: Row, kind: Kind) -> Row:
    if row.kind in PARAGRAPHS:
        row.kind = kind
    return row


def _preambular_by_end(blocks: list[_Block], guesses: list[Guess]) -> None:
    """Make unnumbered operative blocks preambular that stand before the first number and end in a comma."""
    for block in blocks:
        row = next((row for row in block.rows if row.kind in PARAGRAPHS), None)
        if row is None or row.kind == "preambular":
            continue
        if row.number or not flatten(block.rows[-1].text).rstrip().endswith(_GOES_ON):
            return
        row.kind = block.kind = "preambular"
        row.number = None
        guesses.append(Guess("parts", (), row.line, row.name))


def _relevel(rows: list[Row], grammar: Grammar, guesses: list[Guess]) -> None:
    """Bring every row to a level that its parent allows; what is too deep is drawn up."""
    before: Row | None = None
    top: Kind = "operative"
    part = -1
    for row in rows:
        if row.kind in NESTED:
            _nest(row, before, top, grammar, guesses)
        elif row.kind in DIVIDERS:
            row.level = min(row.level, part + 1, grammar.deepest_part) if row.kind == "part" else 0
            part = row.level if row.kind == "part" else -1
        else:
            row.level = 0
        if row.kind not in NESTED:
            top = row.kind
        before = row


def _nest(row: Row, before: Row | None, top: Kind, grammar: Grammar, guesses: list[Guess]) -> None:
    deepest = 0
    if before is not None and top in grammar.items_under:
        deepest = grammar.deepest if "item" in grammar.items_under else min(1, grammar.deepest)
    highest = 0 if before is None else before.level + (before.kind != "closing")
    level = min(row.level, deepest, highest)
    if level == 0:
        guesses.append(Guess("not-an-item", (), row.line, row.name))
        row.kind = top if top in PARAGRAPHS else "operative"
        row.level = 0
        return
    if level < row.level:
        guesses.append(Guess("flattened", (("was", str(row.level)), ("is", str(level))), row.line, row.name))
        row.level = level
    if before is not None and before.kind == "closing" and before.level <= level:
        # Nothing follows a closing text on its level: what was to close goes on as a sub-item without a number.
        before.kind, before.number = "item", ""
