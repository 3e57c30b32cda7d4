"""Running words: marks, notes, line breaks and references of a paragraph."""

import re
from collections.abc import Iterable, Sequence

from lxml import etree
from msgspec.structs import replace

from editor.importing.akn.names import XML, below, local
from editor.model.ids import NewId, is_id
from editor.model.text import LINE_BREAK, NO_MARKS, Inline, Mark, Note, Reference, Run, Text, clean, normalise

_MARKS: dict[str, Mark] = {
    "b": "bold", "i": "italic", "u": "underline", "sup": "superscript", "sub": "subscript",
}  # fmt: skip
_CLASSES: dict[str, Mark] = {"bold": "bold", "italic": "italic", "underline": "underline"}
CITED = "\n"
"""Stands in the target of a reference not yet resolved between what it points at and its words in the file."""

_BREAKS = frozenset({"eol", "br"})
_LEFT_OUT = frozenset({"img", "marker"})
_CARRIED = re.compile("[0-9a-z]{1,40}")
"""What this program's own files may carry; a GUID in others is taken if it has the form of an id."""

_SPACES = re.compile("[ \t\r\n]+")


class Inlines:
    """Reads paragraphs of one file.

    `exact` files have no space that does not count; in others it is laid out with some. `names` grows with the ids of
    notes, so that none is given twice.
    """

    def __init__(self, fresh: NewId, *, exact: bool) -> None:
        self._fresh = fresh
        self._exact = exact
        self._taken: set[str] = set()

    def name(self, element: etree._Element) -> str:
        """Return the id that `element` carries (GUID), a fresh one where it carries none or one that is taken."""
        carried = element.get("GUID", "")
        good = _CARRIED.fullmatch(carried) if self._exact else is_id(carried)
        name = carried if good and carried not in self._taken else self._fresh()
        self._taken.add(name)
        return name

    def text(self, paragraphs: Sequence[etree._Element]) -> Text:
        """Return the words of `paragraphs`, each on a new line."""
        pieces: list[Inline] = []
        for paragraph in paragraphs:
            found = self._tidy(self._pieces(paragraph, NO_MARKS, None))
            if found and pieces:
                pieces.append(Run(LINE_BREAK))
            pieces += found
        return normalise(tuple(pieces))

    def _pieces(self, element: etree._Element, marks: frozenset[Mark], language: str | None) -> list[Inline]:
        pieces: list[Inline] = [Run(element.text, marks, language)] if element.text else []
        for one in below(element):
            pieces += self._piece(one, marks, language)
            if one.tail:
                pieces.append(Run(one.tail, marks, language))
        return pieces

    def _piece(self, element: etree._Element, marks: frozenset[Mark], language: str | None) -> list[Inline]:
        name = local(element)
        if name in _BREAKS:
            return [Run(LINE_BREAK, marks, language)]
        if name in _LEFT_OUT:
            return []
        if name == "authorialNote":
            return [Note(self.name(element), self._note(element))]
        href = element.get("href", "")
        if name in ("ref", "rref", "mref") and href.startswith("#"):
            return [Reference(f"{href[1:]}{CITED}{''.join(map(str, element.itertext()))}")]
        said = element.get(f"{XML}lang")
        found = {_MARKS[name]} if name in _MARKS else set()
        found |= {_CLASSES[one] for one in element.get("class", "").split() if one in _CLASSES}
        return self._pieces(element, marks | found, said or language)

    def _note(self, element: etree._Element) -> tuple[Run | Reference, ...]:
        inside = [one for one in below(element) if local(one) == "p"] or [element]
        return tuple(piece for piece in self.text(inside) if not isinstance(piece, Note))

    def _tidy(self, pieces: list[Inline]) -> list[Inline]:
        """Return `pieces` without the space that lays out the file, as the model may hold them."""
        if self._exact:
            return [_cleaned(piece) for piece in pieces]
        found: list[Inline] = []
        spaced = True
        for piece in pieces:
            if not isinstance(piece, Run):
                found.append(piece)
                spaced = False
                continue
            words = _SPACES.sub(" ", piece.text)
            words = words.lstrip(" ") if spaced else words
            if words:
                found.append(replace(piece, text=words))
                spaced = words[-1] in (" ", LINE_BREAK)
        last = next((at for at in range(len(found) - 1, -1, -1) if isinstance(found[at], Run)), -1)
        run = found[last] if last >= 0 and last == len(found) - 1 else None
        if isinstance(run, Run):
            found[last] = replace(run, text=run.text.rstrip(" "))
        return [_cleaned(piece) for piece in _unmarked_spaces(found)]


def _cleaned(piece: Inline) -> Inline:
    return replace(piece, text=clean(piece.text)) if isinstance(piece, Run) else piece


def _unmarked_spaces(pieces: Iterable[Inline]) -> Iterable[Inline]:
    """Yield `pieces` with the spaces at either end of marked words out of their marks: "*Recalling *its"."""
    for piece in pieces:
        if not isinstance(piece, Run) or not piece.marks:
            yield piece
            continue
        words = piece.text.strip(" ")
        before, _, after = piece.text.partition(words) if words else (piece.text, "", "")
        yield Run(before, language=piece.language)
        yield replace(piece, text=words)
        yield Run(after, language=piece.language)
