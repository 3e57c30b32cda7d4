"""Copying and pasting clauses: the program's own form, plain text with the visible numbers, and where a paste goes."""

import re

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from editor.app.drafting import delete, type_text
from editor.app.spans import Edit, Span, bounds, whole_clauses
from editor.model import edits, tree
from editor.model.changes import apply, compound
from editor.model.clause import NESTED, PARAGRAPHS, Body, Clause, Kind
from editor.model.edits import Place
from editor.model.errors import EditError, EditorError
from editor.model.grammar import Grammar
from editor.model.ids import NewId, new_id
from editor.model.rebuild import rebuilt
from editor.model.resolution import Resolution
from editor.model.text import LINE_BREAK, Note, Run, clean, cut, length, normalise
from editor.numbering import Labels, words
from editor.project import codec
from editor.project.document import ProjectFile

MIME = "application/x-resolution-editor-clauses"
"""The type of `encode`'s bytes on the clipboard."""

_FLAGS = "snippet"
_LINES = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2029]")


class Snippet(Struct, frozen=True):
    """Clauses on the clipboard: `whole` ones, or words of which the first and last clause may be parts.

    `begun` says that the first one's beginning is missing. `moved` says that they were cut, so that they keep their ids
    where they are put back.
    """

    clauses: Body
    whole: bool = False
    begun: bool = False
    moved: bool = False


class _Flags(Struct, frozen=True):
    """What stands beside the clauses on the clipboard; the first `skip` clauses there only hold up the levels."""

    skip: int = 0
    whole: bool = False
    begun: bool = False
    moved: bool = False


def snippet(body: Body, span: Span, *, moved: bool = False) -> Snippet:
    """Return what `span` selects."""
    ids = frozenset(whole_clauses(body, span))
    if ids:
        return Snippet(tuple(clause for clause in body if clause.id in ids), True, False, moved)
    first, last = bounds(body, span)
    chosen = list(body[first : last + 1])
    chosen[-1] = replace(chosen[-1], text=cut(chosen[-1].text, 0, span.end[1]))
    chosen[0] = replace(chosen[0], text=cut(chosen[0].text, span.start[1]))
    return Snippet(tuple(chosen), False, span.start[1] > 0, moved)


def encode(piece: Snippet) -> bytes:
    """Return `piece` as bytes for the clipboard: a small project file."""
    level = piece.clauses[0].level if piece.clauses[0].kind in NESTED else 0
    stilts = tuple(Clause(new_id(), "item" if below else "operative", below) for below in range(level))
    flags = msgspec.json.encode(_Flags(len(stilts), piece.whole, piece.begun, piece.moved)).decode()
    carrier = Resolution("", "", "", body=stilts + piece.clauses, extra=((_FLAGS, flags),))
    return codec.encode(ProjectFile(carrier))


def decode(data: bytes) -> Snippet | None:
    """Return the snippet in `data`, None if it is none of ours; it is read as warily as a file."""
    try:
        carrier = codec.decode(data).resolution
        flags = msgspec.json.decode(dict(carrier.extra).get(_FLAGS, "{}"), type=_Flags)
    except (EditorError, msgspec.MsgspecError):
        return None
    clauses = carrier.body[flags.skip :]
    return Snippet(clauses, flags.whole, flags.begun, flags.moved) if clauses else None


def plain(piece: Snippet, labels: Labels) -> str:
    """Return `piece` as plain text: a line a clause, with its number where its beginning is in, references resolved."""
    lines: list[str] = []
    for clause, label in zip(piece.clauses, shown_labels(piece, labels), strict=True):
        line = words(clause.text, labels).replace(LINE_BREAK, "\n")
        lines.append("  " * clause.level + f"{label} {line}" if label else line)
    return "\n".join(lines) + ("\n" if piece.whole else "")


def shown_labels(piece: Snippet, labels: Labels) -> tuple[str, ...]:
    """Return the visible number of each clause: none where its beginning is not in, or it is a few words alone."""
    alone = len(piece.clauses) == 1 and not piece.whole
    return tuple(
        "" if alone or (piece.begun and at == 0) else labels.of(clause.id).text
        for at, clause in enumerate(piece.clauses)
    )


def paste(resolution: Resolution, grammar: Grammar, span: Span, piece: Snippet, fresh: NewId = new_id) -> Edit:
    """Put `piece` in place of the selection.

    Words of one clause go into the line. Whole clauses stand before the clause at whose start the caret is, in the
    place of an empty one, else after it; parts of several split it. Cut clauses keep their ids if none of them is in
    the text.
    """
    cleared = delete(resolution, grammar, span) if not span.empty else None
    state = apply(resolution, cleared.change) if cleared else resolution
    place = cleared.caret if cleared else span.start
    clauses = (
        piece.clauses if piece.moved and not _known(state.body, piece.clauses) else edits.copies(piece.clauses, fresh)
    )
    if len(clauses) == 1 and not piece.whole:
        change = edits.replace_range(state, grammar, place, place, clauses[0].text)
        edit = Edit(change, (place[0], place[1] + length(clauses[0].text)))
    else:
        edit = _paste_clauses(state, grammar, place, clauses, piece.whole)
    return Edit(compound(cleared.change, edit.change), edit.caret) if cleared else edit


def paste_plain(resolution: Resolution, grammar: Grammar, span: Span, text: str, fresh: NewId = new_id) -> Edit:
    """Put plain `text` in place of the selection: one line into the clause, of several each becomes a clause."""
    lines = [line.strip() for line in _LINES.split(text)]
    lines = [line for line in lines if line]
    if len(lines) < 2:
        return type_text(resolution, grammar, span, _LINES.sub("", text) if lines else " ")
    kind, level = _like(resolution.body, span.start)
    clauses = tuple(Clause(fresh(), kind, level, (Run(clean(line)),)) for line in lines)
    return paste(resolution, grammar, span, Snippet(clauses, moved=True), fresh)


def _like(body: Body, place: Place) -> tuple[Kind, int]:
    clause = tree.find(body, place[0])
    return (clause.kind, clause.level) if clause.kind in PARAGRAPHS or clause.kind == "item" else ("operative", 0)


def _known(body: Body, clauses: Body) -> bool:
    """Return whether an id of `clauses` or of a note in them is in `body` already."""
    ids = {clause.id for clause in body} | _notes(body)
    return not ids.isdisjoint({clause.id for clause in clauses} | _notes(clauses))


def _notes(body: Body) -> set[str]:
    return {piece.id for clause in body for piece in clause.text if isinstance(piece, Note)}


def _paste_clauses(resolution: Resolution, grammar: Grammar, place: Place, clauses: Body, whole: bool) -> Edit:
    """Insert several clauses as they are; where the grammar forbids that, as paragraphs and their sub-items."""
    try:
        return _placed(resolution, grammar, place, _fitted(resolution.body, place, clauses), whole)
    except EditError:
        humbled = tuple(map(_humbled, clauses))
        return _placed(resolution, grammar, place, _fitted(resolution.body, place, humbled), whole)


def _humbled(clause: Clause) -> Clause:
    return clause if clause.kind in PARAGRAPHS | NESTED else replace(clause, kind="operative", level=0, restart=None)


def _fitted(body: Body, place: Place, clauses: Body) -> Body:
    """Return `clauses` with their first at the level of the clause at `place`, the others following."""
    target = tree.find(body, place[0])
    if target.kind not in PARAGRAPHS | NESTED or clauses[0].kind not in PARAGRAPHS | NESTED:
        return clauses
    by = target.level - clauses[0].level
    kind = target.kind if target.kind in PARAGRAPHS else "operative"
    return tuple(_at_level(clause, max(target.level, clause.level + by), kind) for clause in clauses)


def _at_level(clause: Clause, level: int, top: Kind) -> Clause:
    if clause.kind not in PARAGRAPHS | NESTED:
        return clause
    if level == 0:
        return replace(clause, kind=top, level=0)
    return replace(clause, kind="closing" if clause.kind == "closing" else "item", level=level)


def _placed(resolution: Resolution, grammar: Grammar, place: Place, clauses: Body, whole: bool) -> Edit:
    body = resolution.body
    at = tree.position(body, place[0])
    target = body[at]
    end = tree.subtree_end(body, at)
    last = clauses[-1]
    caret = (last.id, length(last.text))
    if target.kind not in PARAGRAPHS | NESTED:
        whole, end = True, at + 1
    if not target.text and target.kind in PARAGRAPHS | {"item"}:
        arranged = (*body[:at], *clauses, *body[at + 1 :])
    elif whole and place[1] == 0:
        arranged = (*body[:at], *clauses, *body[at:])
    elif whole:
        arranged = (*body[:end], *clauses, *body[end:])
    else:
        first = replace(target, text=normalise(cut(target.text, 0, place[1]) + clauses[0].text))
        last = replace(last, text=normalise(last.text + cut(target.text, place[1])))
        arranged = (*body[:at], first, *clauses[1:-1], last, *body[at + 1 :])
    return Edit(rebuilt(resolution, grammar, arranged), caret)
