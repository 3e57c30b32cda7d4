"""From the pieces of a paragraph to a text as the model holds it: clean, with whole references, in its language."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from editor.importing.word.paragraphs import CITATION, Citation
from editor.model.text import LINE_BREAK, Inline, Note, Reference, Run, Text, clean, cut, flatten, normalise

Resolve = Callable[[Sequence[Citation]], Sequence[Run | Reference]]
"""Makes references, or words, of citations that stand side by side."""

_SPACES = " \t\u00a0" + LINE_BREAK


def tidy(pieces: Sequence[Inline]) -> Text:
    """Return `pieces` clean and joined."""
    joined = normalise(tuple(_clean(piece) for piece in pieces))
    # What stood apart may meet an accent where it was joined.
    return tuple(_clean(piece) if isinstance(piece, Run) and not piece.text.isascii() else piece for piece in joined)


def _clean(piece: Inline) -> Inline:
    if isinstance(piece, Run):
        return replace(piece, text=clean(piece.text))
    if isinstance(piece, Note):
        return replace(
            piece,
            text=tuple(replace(one, text=clean(one.text)) if isinstance(one, Run) else one for one in piece.text),
        )
    return piece


def trimmed(text: Text) -> tuple[Text, str]:
    """Return `text` without space at its ends, and the space that stood before it."""
    words = flatten(text)
    bare = words.strip(_SPACES)
    if not bare:
        return (), words
    start = len(words) - len(words.lstrip(_SPACES))
    return cut(text, start, start + len(bare)), words[:start]


def untabbed(text: Text) -> Text:
    """Return `text` with a space for each tab: tabs place words on a page, and texts of this program have none."""
    if "\t" not in flatten(text):
        return text
    return tuple(
        replace(piece, text=piece.text.replace("\t", " ")) if isinstance(piece, Run) else piece for piece in text
    )


def citation_of(piece: Inline, citations: Sequence[Citation]) -> Citation | None:
    """Return the citation that `piece` stands for, None if it is none."""
    if isinstance(piece, Reference) and piece.target.startswith(CITATION):
        return citations[int(piece.target.removeprefix(CITATION))]
    return None


def resolved(text: Text, citations: Sequence[Citation], resolve: Resolve) -> Text:
    """Return `text` with what `resolve` makes of its citations, those in its notes too."""
    if not any(isinstance(piece, Reference | Note) for piece in text):
        return text
    inside = tuple(
        replace(piece, text=tuple(_runs(normalise(tuple(_resolved(piece.text, citations, resolve))))))
        if isinstance(piece, Note)
        else piece
        for piece in text
    )
    return normalise(tuple(_resolved(inside, citations, resolve)))


def _runs(text: Text) -> Iterator[Run | Reference]:
    return (piece for piece in text if not isinstance(piece, Note))


def _resolved(text: Sequence[Inline], citations: Sequence[Citation], resolve: Resolve) -> Iterator[Inline]:
    side_by_side: list[Citation] = []
    for piece in text:
        found = citation_of(piece, citations)
        if found is not None:
            side_by_side.append(found)
            continue
        if side_by_side:
            yield from resolve(side_by_side)
            side_by_side = []
        yield piece
    if side_by_side:
        yield from resolve(side_by_side)


def in_language(text: Text, usual: Mapping[str | None, None]) -> Text:
    """Return `text` with no language on runs in one of the `usual` ones."""

    def plain(piece: Run) -> Run:
        return replace(piece, language=None) if piece.language in usual else piece

    found: list[Inline] = []
    for piece in text:
        if isinstance(piece, Run):
            found.append(plain(piece))
        elif isinstance(piece, Note):
            found.append(replace(piece, text=tuple(plain(one) if isinstance(one, Run) else one for one in piece.text)))
        else:
            found.append(piece)
    return tidy(found)
