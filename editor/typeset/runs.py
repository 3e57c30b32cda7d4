"""A paragraph as one string with its looks: which face, size and meaning every stretch of it has."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from editor.compose.composition import (
    Composition,
    Field,
    LineBreak,
    Link,
    Span,
    Style,
    Words,
)
from editor.typeset.fonts import INVISIBLE, Face, FontSet
from editor.typeset.layout import Finding

BOX = "\u25a1"
"""Drawn for a character that no font has."""

BREAK = "\u2028"
SMALL, RAISED, LOWERED = 0.65, 0.35, -0.15
"""Size of raised and lowered words and how far they are moved, as shares of the size around them."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]")


class Look(Struct, frozen=True, gc=False):
    """How a stretch is drawn and what it is.

    `scale` is its size as a share of the paragraph's; `box` says that a box stands for a character that no font has.
    The rest is as in `layout.Piece`.
    """

    face: Face
    size: float
    scale: float = 1.0
    rise: float = 0.0
    language: str = ""
    link: str = ""
    contents: str = ""
    note: str = ""
    underline: bool = False
    change: str = ""
    box: bool = False

    @property
    def is_plain(self) -> bool:
        """Return whether it is words of the paragraph and nothing more."""
        return not (self.link or self.note or self.language or self.change or self.box)


class Run(Struct, frozen=True, gc=False):
    """A stretch of the paragraph's string, from offset `start` to `end`, with one look."""

    start: int
    end: int
    look: Look


class Flat(Struct, frozen=True):
    """A paragraph's string, its runs and where in the clause's text it is.

    `offsets` has a row for each span that is longer here than in the model's text, where it takes one place: its offset
    here, its offset there, its length here.
    """

    text: str
    runs: tuple[Run, ...]
    offsets: tuple[tuple[int, int, int], ...] = ()
    findings: tuple[Finding, ...] = ()


class Looks:
    """The looks of one document's paragraphs: its families, and what to do where they lack a character."""

    def __init__(self, composition: Composition, fonts: FontSet) -> None:
        self._families = {role: font.family for role, font in composition.fonts.items()}
        self._fonts = fonts

    def face(self, style: Style, marks: Iterable[str] = ()) -> Face:
        """Return the face for `style` with `marks`; a mark the style has already turns it off again for italic."""
        italic = style.italic != ("italic" in marks)
        return self._fonts.face(self._families[style.font], style.bold or "bold" in marks, italic)

    def flatten(self, spans: tuple[Span, ...], style: Style, page: int | None = None, pages: int = 0) -> Flat:
        """Return `spans` as one string in `style`; fields take the values of `page` and `pages`."""
        texts: list[str] = []
        runs: list[Run] = []
        offsets: list[tuple[int, int, int]] = []
        here = there = 0
        for span in spans:
            text, look = self._piece(span, style, page, pages)
            if text:
                runs.extend(self._covered(text, here, look))
                texts.append(text)
            size = len(text) if isinstance(span, Words | LineBreak) else 1
            if size != len(text):
                offsets.append((here, there, len(text)))
            here, there = here + len(text), there + size
        flat = "".join(texts)
        findings = () if flat.isascii() else tuple(_findings(flat, runs))
        return Flat(flat, tuple(runs), tuple(offsets), findings)

    def spell(self, text: str, style: Style) -> tuple[Face, str, str]:
        """Return the face for a short text in `style`, what is drawn of it, and the characters no face has."""
        face, shown = self.face(style), drawn(text)
        missing = "".join(sorted(face.missing(shown)))
        if not missing:
            return face, shown, ""
        for other in self._fonts.others(face):
            if not other.missing(shown):
                return other, shown, ""
        return face, "".join(BOX if one in missing else one for one in shown), missing

    def _piece(self, span: Span, style: Style, page: int | None, pages: int) -> tuple[str, Look]:
        if isinstance(span, Words):
            return span.text, self._marked(span, style)
        look = Look(self.face(style), style.size)
        if isinstance(span, LineBreak):
            return BREAK, look
        if isinstance(span, Field):
            number = page if span.kind == "page" else pages
            return "" if number is None else str(number), look
        if isinstance(span, Link):
            face, change = self.face(style), span.change or ""
            return span.text, Look(
                face, style.size, link=span.target, contents=span.text, underline=change == "inserted", change=change
            )
        contents = "".join(inner.text for inner in span.spans if isinstance(inner, Words | Link))
        change = span.change or ""
        return str(span.number), Look(
            self.face(style),
            style.size * SMALL,
            SMALL,
            style.size * RAISED,
            contents=contents,
            note=span.id,
            underline=change == "inserted",
            change=change,
        )

    def _marked(self, words: Words, style: Style) -> Look:
        face = self.face(style, words.marks) if words.marks else self.face(style)
        scale, rise = 1.0, 0.0
        if "superscript" in words.marks:
            scale, rise = SMALL, RAISED
        elif "subscript" in words.marks:
            scale, rise = SMALL, LOWERED
        return Look(
            face,
            style.size * scale,
            scale,
            style.size * rise,
            words.language or "",
            underline="underline" in words.marks or words.change == "inserted",
            change=words.change or "",
        )

    def _covered(self, text: str, start: int, look: Look) -> Iterator[Run]:
        """Yield `text` from offset `start` in runs whose faces have its characters."""
        face = look.face
        missing = set() if text.isascii() else face.missing(text) - {BREAK}
        if not missing:
            yield Run(start, start + len(text), look)
            return
        at = 0
        for match in re.finditer("[" + re.escape("".join(sorted(missing))) + "]", text):
            if match.start() > at:
                yield Run(start + at, start + match.start(), look)
            yield Run(start + match.start(), start + match.end(), self._stand_in(match.group(), look))
            at = match.end()
        if at < len(text):
            yield Run(start + at, start + len(text), look)

    def _stand_in(self, character: str, look: Look) -> Look:
        for face in self._fonts.others(look.face):
            if not face.lacks(character):
                return replace(look, face=face)
        return replace(look, box=True)


def is_drawn_whole(text: str) -> bool:
    """Return whether `text` is drawn as it stands."""
    return text.isprintable() if text.isascii() else "\t" not in text and INVISIBLE.isdisjoint(text)


def drawn(text: str) -> str:
    """Return `text` without the characters that only steer; a tab is a space."""
    if is_drawn_whole(text):
        return text
    return "".join(" " if one == "\t" else one for one in text if one not in INVISIBLE)


def _findings(text: str, runs: list[Run]) -> Iterator[Finding]:
    boxed = {text[run.start] for run in runs if run.look.box}
    for character in sorted(boxed):
        yield Finding("no-glyph", "", character)
    found = _RIGHT_TO_LEFT.search(text)
    if found:
        yield Finding("right-to-left", "", found.group())
