"""What each key of the drafting surface does to the text: pure functions from a state and a selection to an edit.

They say where the caret stands afterwards and raise EditError for what the grammar refuses; nothing is moved by them.
"""

from msgspec.structs import replace

from editor.app import seam
from editor.app.spans import Edit, Span, whole_clauses
from editor.model import edits, tree
from editor.model.changes import NOTHING, apply, compound
from editor.model.clause import DIVIDERS, PARAGRAPHS, Body, Clause, Kind
from editor.model.edits import Place
from editor.model.grammar import Grammar
from editor.model.ids import NewId, new_id
from editor.model.resolution import Resolution
from editor.model.text import LINE_BREAK, OBJECT, Mark, Run, Text, clean, flatten, length, substitute

OPERATIVE: Kind = "operative"


def type_text(
    resolution: Resolution, grammar: Grammar, span: Span, words: str, marks: frozenset[Mark] | None = None
) -> Edit:
    """Put `words` in place of the selection, with `marks` or, if None, those of the words before the caret."""
    words = clean(words)
    (clause_id, offset), end = span.start, span.end
    text = tree.find(resolution.body, clause_id).text
    like = _run_at(text, offset)
    run = replace(like, text=words, marks=like.marks if marks is None else marks)
    if not span.empty:
        change = edits.replace_range(resolution, grammar, span.start, end, (run,))
        return Edit(change, (clause_id, offset + len(words)))
    before = flatten(text)[offset - 1 : offset].replace(OBJECT, "") if offset else ""
    joined = clean(before + words)
    if joined != before + words:
        run, offset = replace(run, text=joined), offset - 1
        text = substitute(text, offset, offset + 1, (run,))
    else:
        text = substitute(text, offset, offset, (run,))
    return Edit(edits.set_text(resolution, clause_id, text), (clause_id, offset + len(run.text)))


def retype(resolution: Resolution, place: Place, count: int, words: str) -> Edit:
    """Put `words`, in the look of the last of them, in place of the `count` characters before `place`."""
    clause_id, end = place
    text = tree.find(resolution.body, clause_id).text
    run = replace(_run_at(text, end), text=words)
    changed = substitute(text, end - count, end, (run,))
    return Edit(edits.set_text(resolution, clause_id, changed), (clause_id, end - count + len(words)))


def marks_at(text: Text, offset: int) -> frozenset[Mark]:
    """Return the marks that words typed at `offset` have: those of the words before it, also across a reference."""
    return _run_at(text, offset).marks


def language_at(text: Text, offset: int) -> str | None:
    """Return the language of the words before `offset`, None for the document's."""
    return _run_at(text, offset).language


def break_line(resolution: Resolution, grammar: Grammar, span: Span) -> Edit:
    """Begin a new line inside the clause."""
    return type_text(resolution, grammar, span, LINE_BREAK)


def _run_at(text: Text, offset: int) -> Run:
    """Return the run that typing at `offset` goes on: the one before the caret, else the one after it."""
    at = 0
    found = Run("")
    for piece in text:
        size = len(piece.text) if isinstance(piece, Run) else 1
        if isinstance(piece, Run) and (at < offset or at == 0):
            found = piece
        at += size
        if at >= offset:
            break
    return found


def delete(resolution: Resolution, grammar: Grammar, span: Span) -> Edit:
    """Take the selection out: whole clauses where it ends at the start of one, else words, joining what is left.

    What is selected from the end of a clause to the start of the next is joined as Delete joins them.
    """
    body = resolution.body
    ids = whole_clauses(body, span) if span.end[1] == 0 else ()
    if ids:
        return Edit(edits.delete(resolution, grammar, ids), span.end)
    return Edit(edits.replace_range(resolution, grammar, span.start, span.end, _seam(body, span)), span.start)


def _seam(body: Body, span: Span) -> Text:
    """Return the blank that stays where `span` is no more than the bounds between two clauses, else nothing."""
    first, last = (tree.find(body, place[0]) for place in (span.start, span.end))
    if first is last or span.end[1] or span.start[1] < length(first.text) or "enacting" in (first.kind, last.kind):
        return ()
    return seam.between(first.text, last.text)


def backspace_at_start(resolution: Resolution, grammar: Grammar, clause_id: str) -> Edit:
    """Step out a level; at the top join the clause before, or take it away where it is empty.

    Words that are joined have a blank between them, and the caret stands behind it.
    """
    body = resolution.body
    at = tree.position(body, clause_id)
    clause = body[at]
    if clause.kind == "item":
        return Edit(edits.outdent(resolution, grammar, [clause_id]), (clause_id, 0))
    if at == 0:
        return Edit(NOTHING, (clause_id, 0))
    before = body[at - 1]
    place = (before.id, length(before.text))
    if clause.kind in {"enacting", *DIVIDERS} or before.kind in DIVIDERS:
        if before.text or before.kind in DIVIDERS:
            return Edit(NOTHING, place)
        return Edit(edits.delete(resolution, grammar, [before.id]), (clause_id, 0))
    if before.kind == "enacting" and clause.text:
        return Edit(NOTHING, place)
    if _only_space_before(before, clause):
        return Edit(edits.delete(resolution, grammar, [before.id]), (clause_id, 0))
    blank = seam.between(before.text, clause.text)
    return Edit(edits.join(resolution, grammar, clause_id, blank), (before.id, place[1] + length(blank)))


def _only_space_before(before: Clause, clause: Clause) -> bool:
    """Return whether `before` is an empty clause beside `clause`, as Enter at the very start makes one.

    Taking it away leaves `clause` its id, so that Enter and Backspace undo each other for references and amendments.
    """
    return not before.text and (before.kind, before.level) == (clause.kind, clause.level)


def delete_at_end(resolution: Resolution, grammar: Grammar, clause_id: str) -> Edit:
    """Join the clause that follows, a blank between their words, or take it away where it is empty."""
    body = resolution.body
    at = tree.position(body, clause_id)
    here = (clause_id, length(body[at].text))
    if at + 1 == len(body):
        return Edit(NOTHING, here)
    after = body[at + 1]
    if (body[at].kind == "enacting" and after.text) or after.kind in {"enacting", *DIVIDERS}:
        if body[at].text or body[at].kind in {"enacting", *DIVIDERS}:
            return Edit(NOTHING, here)
        return Edit(edits.delete(resolution, grammar, [clause_id]), (after.id, 0))
    if _only_space_before(body[at], after):
        return Edit(edits.delete(resolution, grammar, [clause_id]), (after.id, 0))
    return Edit(edits.join(resolution, grammar, after.id, seam.between(body[at].text, after.text)), here)


def enter(resolution: Resolution, grammar: Grammar, span: Span, fresh: NewId = new_id) -> Edit:
    """Split the clause or add one; the blanks between two words that are parted go.

    In an empty item it steps out a level, in an empty clause of the preamble it goes on to the operative part, in an
    empty last operative clause it does nothing.
    """
    if span.empty:
        span = _around_blanks(resolution.body, span)
    if not span.empty:
        first = delete(resolution, grammar, span)
        cleared = apply(resolution, first.change)
        second = enter(cleared, grammar, Span(first.caret, first.caret), fresh)
        return Edit(compound(first.change, second.change), second.caret)
    clause_id, offset = span.start
    body = resolution.body
    at = tree.position(body, clause_id)
    clause = body[at]
    if not clause.text and tree.subtree_end(body, at) == at + 1:
        if clause.kind == "item":
            return Edit(edits.outdent(resolution, grammar, [clause_id]), (clause_id, 0))
        if clause.kind == "preambular" and "operative" in grammar.phases:
            return _leave_preamble(resolution, grammar, at, fresh)
        if clause.kind == "operative" and at + 1 == _division_end(body, at):
            return Edit(NOTHING, (clause_id, 0))
    change = edits.split(resolution, grammar, clause_id, offset, fresh)
    if offset <= 0 and clause.text:
        return Edit(change, (clause_id, 0))
    return Edit(change, (apply(resolution, change).body[at + 1].id, 0))


def _around_blanks(body: Body, span: Span) -> Span:
    """Return the span of the blanks that go when the clause is split at `span`."""
    clause_id, offset = span.start
    low, high = seam.blanks(tree.find(body, clause_id).text, offset)
    return Span((clause_id, low), (clause_id, high))


def _leave_preamble(resolution: Resolution, grammar: Grammar, at: int, fresh: NewId) -> Edit:
    """Go to the operative part and take the empty clause at `at` along, unless the preamble has no other."""
    body = resolution.body
    onward = to_operative(resolution, grammar, body[at].id, fresh)
    start = tree.division_start(body, at)
    others = any(body[place].kind == "preambular" for place in range(start, _division_end(body, at)) if place != at)
    if not others:
        return onward
    gone = edits.delete(apply(resolution, onward.change), grammar, [body[at].id])
    return Edit(compound(onward.change, gone), onward.caret)


def to_operative(resolution: Resolution, grammar: Grammar, clause_id: str, fresh: NewId = new_id) -> Edit:
    """Go to the first operative clause of this division, and begin one where there is none."""
    body = resolution.body
    at = tree.position(body, clause_id)
    start, end = tree.division_start(body, at), _division_end(body, at)
    for place in range(start, end):
        if body[place].kind == "operative":
            return Edit(NOTHING, (body[place].id, 0))
    new = Clause(fresh(), "operative")
    return Edit(edits.insert(resolution, grammar, end, [new]), (new.id, 0))


def _division_end(body: Body, at: int) -> int:
    return next((place for place in range(at + 1, len(body)) if body[place].kind in DIVIDERS), len(body))


def begin(resolution: Resolution, grammar: Grammar, fresh: NewId = new_id) -> Edit:
    """Begin an empty body with its first clause."""
    kind = next((phase for phase in grammar.phases if phase in PARAGRAPHS), OPERATIVE)
    new = Clause(fresh(), kind)
    return Edit(edits.insert(resolution, grammar, 0, [new]), (new.id, 0))
