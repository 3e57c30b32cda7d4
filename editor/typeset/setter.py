"""Paragraphs as lines and labels, in the styles and faces of one composition."""

from msgspec.structs import replace

from editor.compose.composition import ChangeKind, Composition, Link, NoteMark, Paragraph, Span, Style, Words
from editor.typeset.breaking import Breaker, Broken, Cache, decoration
from editor.typeset.layout import Finding, Piece
from editor.typeset.runs import RAISED, SMALL, Looks
from editor.typeset.units import baseline

NOTE_STYLE = Style("note", "footnote text", size=10.0, leading=12.0)
"""How footnotes are set where a template has no style of that name."""

REMARK_STYLE = Style("remark", "annotation text", font="sans", size=8.0, leading=10.0, after=5.0)
"""How remarks are set beside their clause where a template has no style of that name."""

_OWN = {style.name: style for style in (NOTE_STYLE, REMARK_STYLE)}
_LABEL_GAP = 0.4
"""The least space between a label and its text, as a share of the type size."""


class Setter:
    """Sets the blocks of one composition: knows its styles, its faces and what has been found amiss so far."""

    def __init__(self, composition: Composition, looks: Looks, cache: Cache) -> None:
        self.composition = composition
        self.looks = looks
        self.findings: list[Finding] = []
        self._cache = cache
        self._breakers: dict[tuple[str, float, str], Breaker] = {}
        self._drops: dict[str, float] = {}
        self._tops: dict[tuple[float, int], tuple[float, ...]] = {}

    def style(self, name: str) -> Style:
        """Return the style called `name`; KeyError if there is none."""
        found = self.composition.styles.get(name) or _OWN.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def breaker(self, name: str, width: float, language: str | None) -> Breaker:
        """Return what breaks paragraphs of style `name` in a column of `width` points."""
        key = (name, width, language or self.composition.language)
        if key not in self._breakers:
            self._breakers[key] = Breaker(self.looks, self._cache, self.style(name), width, key[2])
        return self._breakers[key]

    def drop(self, name: str) -> float:
        """Return how far the first baseline of style `name` is below the paragraph's top."""
        if name not in self._drops:
            style = self.style(name)
            face = self.looks.face(style)
            self._drops[name] = baseline(style, face.ascent, face.descent)
        return self._drops[name]

    def tops(self, leading: float, count: int) -> tuple[float, ...]:
        """Return where so many lines begin below the first, and at last where they end."""
        key = (leading, count)
        if key not in self._tops:
            self._tops[key] = tuple(place * leading for place in range(count + 1))
        return self._tops[key]

    def broken(self, paragraph: Paragraph, width: float, push: float = 0.0) -> Broken:
        """Return the lines of `paragraph` in a column of `width` points, and keep what was found amiss."""
        spans = changed(paragraph.spans, paragraph.change) if paragraph.change else paragraph.spans
        broken = self.breaker(paragraph.style, width, paragraph.language).lines(spans, push)
        for finding in broken.findings:
            self.findings.append(Finding(finding.code, paragraph.anchor, finding.text))
        return broken

    def label(
        self, text: str, style: Style, clause: str = "", raised: bool = False, change: ChangeKind | None = None
    ) -> tuple[Piece, float]:
        """Return `text` as a label in `style`, and by how much it pushes the first line to the right.

        Beside centred words and words at the right margin it takes room from their line, elsewhere only what it needs
        beyond the room that hangs.
        `raised` makes it a footnote's number; `clause` is whose it is.
        """
        face, shown, missing = self.looks.spell(text, style)
        self.findings.extend(Finding("no-glyph", clause, one) for one in missing)
        size = style.size * (SMALL if raised else 1.0)
        width = face.width(shown) * size / 1000
        rise = style.size * RAISED if raised else 0.0
        line = decoration(size, change == "inserted", change)
        piece = Piece(0.0, shown, face.name, size, width, rise, line=line, change=change or "")
        whole = width + _LABEL_GAP * size
        return piece, whole if style.align in ("centre", "right") else max(whole - style.hang, 0.0)


def changed(spans: tuple[Span, ...], change: ChangeKind) -> tuple[Span, ...]:
    """Return `spans` with `change` on all words that have no change of their own."""
    return tuple(
        replace(span, change=change) if isinstance(span, Words | Link | NoteMark) and span.change is None else span
        for span in spans
    )
