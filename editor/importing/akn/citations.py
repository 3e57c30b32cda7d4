"""References of a file to its own clauses: live again where their words are those that would be printed."""

from collections.abc import Mapping
from typing import get_args

from editor.importing.akn.inline import CITED
from editor.model.clause import Body
from editor.model.text import Inline, Note, Reference, ReferenceForm, Run, Text, clean, normalise
from editor.numbering import Labels


class Citations:
    """Resolves what the reader of running words left open: `names` are clauses by the names the file has for them."""

    def __init__(self, names: Mapping[str, str], labelled: Labels) -> None:
        self._names = names
        self._labels = labelled

    def resolved(self, text: Text) -> Text:
        """Return `text` with live references, plain words where the file says something else than its clause."""
        if not any(isinstance(piece, Reference | Note) for piece in text):
            return text
        return normalise(tuple(self._piece(piece) for piece in text))

    def _piece(self, piece: Inline) -> Inline:
        if isinstance(piece, Note):
            return Note(piece.id, tuple(_plain(self._piece(inner)) for inner in piece.text))
        return self._reference(piece) if isinstance(piece, Reference) else piece

    def _reference(self, piece: Reference) -> Run | Reference:
        name, _, words = piece.target.partition(CITED)
        target = self._names.get(name, "")
        forms: tuple[ReferenceForm, ...] = get_args(ReferenceForm)
        live = (Reference(target, form) for form in forms) if target else iter(())
        said = " ".join(words.split())
        return next((one for one in live if self._labels.reference(one) == said), Run(clean(words)))


def _plain(piece: Inline) -> Run | Reference:
    assert not isinstance(piece, Note)
    return piece


def names_of(body: Body, known: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the ids of clauses by every name that the file has for them; the first of a name wins."""
    found: dict[str, str] = {}
    for clause in body:
        for name in known.get(clause.id, ()):
            found.setdefault(name, clause.id)
    return found
