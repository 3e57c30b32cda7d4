"""What cannot be heard of a clause when its row is read out: references and notes are painted, not written. No Qt."""

from collections.abc import Callable, Mapping

from editor.app.outline import Entry, first_words
from editor.model.clause import Clause
from editor.model.text import Note, Reference, Run, Text, cut
from editor.numbering import Labels, words


def entry(labels: Labels, clause_id: str) -> Entry:
    """Return the clause `clause_id` as the outline has it, but with nothing under it; KeyError if it is gone."""
    at = labels.places[clause_id]
    clause, path = labels.body[at], labels.numbers(clause_id) or ()
    words_ = first_words(clause, labels)
    return Entry(clause_id, "clause", at, labels.by_place[at].text, words_, path, clause.level, clause.kind)


def has_chips(text: Text) -> bool:
    """Return whether `text` has references or notes, for which a row read out has holes."""
    return any(not isinstance(piece, Run) for piece in text)


def whole(text: Text, labels: Labels, note: Callable[[Note], str]) -> str:
    """Return `text` in words: references as printed, a note as what `note` says of it, in brackets where it stands."""
    said = (f" ({note(piece)})" if isinstance(piece, Note) else words((piece,), labels) for piece in text)
    return " ".join("".join(said).split())


def chip(clause: Clause, offset: int) -> Reference | Note | None:
    """Return the reference or note that stands right behind `offset` (code points)."""
    found = cut(clause.text, offset, offset + 1)
    return found[0] if found and not isinstance(found[0], Run) else None


def target_words(reference: Reference, labels: Labels) -> str:
    """Return the first words of the clause that `reference` points at, an empty string if it lost it."""
    at = labels.places.get(reference.target)
    return first_words(labels.body[at], labels) if at is not None and labels.resolves(reference) else ""


def note_words(note: Note, labels: Labels, numbers: Mapping[str, int], pattern: str) -> str:
    """Return `pattern` ("note {number}: {words}") filled in for `note`."""
    said = " ".join(words(note.text, labels).split())
    return pattern.replace("{number}", str(numbers.get(note.id, "?"))).replace("{words}", said)
