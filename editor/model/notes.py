"""Footnotes: where they stand, and the change that gives one other words.

A note is a piece of its clause's text: put in with the other words, gone with them; only its own words need a builder.
"""

from typing import NamedTuple

from msgspec.structs import replace

from editor.model import tree
from editor.model.changes import Change
from editor.model.clause import Body
from editor.model.edits import set_text
from editor.model.errors import EditError
from editor.model.resolution import Resolution
from editor.model.text import Note, Reference, Run, Text, length, substitute


class NotePlace(NamedTuple):
    """A note, the clause it stands in, and the offset of its mark there."""

    clause: str
    offset: int
    note: Note


def note_places(body: Body) -> tuple[NotePlace, ...]:
    """Return every note of `body` in order: the first is note 1."""
    found: list[NotePlace] = []
    for clause in body:
        at = 0
        for piece in clause.text:
            if isinstance(piece, Note):
                found.append(NotePlace(clause.id, at, piece))
            at += length((piece,))
    return tuple(found)


def find_note(body: Body, note_id: str) -> NotePlace:
    """Return the note `note_id` and its place; EditError "no-such-note" if there is none."""
    for place in note_places(body):
        if place.note.id == note_id:
            return place
    raise EditError("no-such-note", note=note_id)


def note_at(text: Text, offset: int) -> Note | None:
    """Return the note whose mark stands before or behind `offset` of a clause's `text`; before wins."""
    at = 0
    behind: Note | None = None
    for piece in text:
        if isinstance(piece, Note):
            if at + 1 == offset:
                return piece
            behind = piece if at == offset else behind
        at += length((piece,))
    return behind


def set_note(resolution: Resolution, note_id: str, text: tuple[Run | Reference, ...]) -> Change:
    """Give the note `note_id` the words `text`; EditError "no-such-note" if there is none."""
    clause_id, offset, note = find_note(resolution.body, note_id)
    return _put(resolution, clause_id, offset, (replace(note, text=text),))


def delete_note(resolution: Resolution, note_id: str) -> Change:
    """Take the note `note_id` out with its mark; EditError "no-such-note" if there is none."""
    clause_id, offset, _ = find_note(resolution.body, note_id)
    return _put(resolution, clause_id, offset, ())


def _put(resolution: Resolution, clause_id: str, offset: int, pieces: Text) -> Change:
    text = tree.find(resolution.body, clause_id).text
    return set_text(resolution, clause_id, substitute(text, offset, offset + 1, pieces))
