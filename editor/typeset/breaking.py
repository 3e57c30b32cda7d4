"""Paragraphs as lines: flattened, cut, fitted to their width, and remembered."""

from collections.abc import Iterator

from msgspec import Struct

from editor.compose.composition import Span, Style
from editor.typeset.cuts import Cut, Measure
from editor.typeset.fit import MOST, fit
from editor.typeset.hyphens import Hyphens
from editor.typeset.layout import Finding, Line, Piece
from editor.typeset.material import Material, materials
from editor.typeset.runs import BOX, Flat, Look, Looks, drawn

LINES = 30_000
"""How many paragraphs a cache holds before it lets go of those not used since it was last full."""

_THROUGH, _UNDER = 0.25, -0.11
"""Heights of a rule through a word and under it, in units of its size."""


class Broken(Struct, frozen=True, gc=False):
    """A paragraph's lines, and what could not be set in it."""

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()


Key = tuple[tuple[Span, ...], float]
Kept = dict[Key, Broken]


class Cache:
    """Lines of paragraphs by text, style and width, shared by the layouts that are given it.

    Of more than LINES paragraphs those are forgotten that were not used for the longest time.
    """

    def __init__(self) -> None:
        self._now: dict[tuple[Style, float, str], Kept] = {}
        self._before: dict[tuple[Style, float, str], Kept] = {}
        self._hyphens: dict[str, Hyphens] = {}

    def shelf(self, style: Style, width: float, language: str) -> "Shelf":
        """Return the paragraphs in one style, width and language."""
        if sum(map(len, self._now.values())) > LINES:
            self._now, self._before = {}, self._now
        key = (style, width, language)
        return Shelf(self._now.setdefault(key, {}), self._before.get(key, {}))

    def hyphens(self, language: str) -> Hyphens:
        """Return the hyphenation of `language`."""
        return self._hyphens.setdefault(language, Hyphens(language))


class Shelf(Struct):
    """The part of a cache that holds one style's paragraphs, and the same of the time before."""

    kept: Kept
    before: Kept

    def get(self, key: Key) -> Broken | None:
        """Return what is kept under `key`."""
        found = self.kept.get(key)
        if found is None:
            found = self.before.get(key)
            if found is not None:
                self.kept[key] = found
        return found


class Breaker:
    """Breaks paragraphs of one style and width; all lengths it takes are points."""

    def __init__(self, looks: Looks, cache: Cache, style: Style, width: float, language: str) -> None:
        self._looks = looks
        self._style = style
        self._width = max(width - style.indent - style.right, style.size)
        self._unit = style.size / 1000
        self._empty = Look(looks.face(style), style.size)
        self._hyphens = cache.hyphens(language) if style.hyphenate else None
        self._shelf = cache.shelf(style, self._width, language)

    def lines(self, spans: tuple[Span, ...], push: float = 0.0) -> Broken:
        """Return `spans` as lines, the first of which begins `push` further right."""
        key = (spans, push)
        broken = self._shelf.get(key)
        if broken is None:
            broken = self._shelf.kept[key] = self.fresh(self._looks.flatten(spans, self._style), push)
        return broken

    def fresh(self, flat: Flat, push: float = 0.0) -> Broken:
        """Return the lines of `flat`, not from the cache and not put there."""
        style, unit = self._style, self._unit
        measure = Measure(max(self._width - push, style.size) / unit, self._width / unit)
        lines: list[Line] = []
        for material in materials(flat, self._empty, min(measure.first, measure.rest)):
            cuts = fit(material, measure, style.align, self._hyphens)
            last = cuts[-1]
            for cut in cuts:
                room, left = (measure.first, push) if cut is cuts[0] and not lines else (measure.rest, 0.0)
                lines.append(self._line(flat, material, cut, room * unit, left, cut is last))
            measure = Measure(measure.rest, measure.rest)
        return Broken(tuple(lines), flat.findings)

    def _line(self, flat: Flat, material: Material, cut: Cut, room: float, left: float, last: bool) -> Line:
        spaces = material.gaps[cut.last] - material.gaps[cut.first]
        width = cut.width * self._unit
        extra = 0.0
        align = self._style.align
        if align == "centre":
            left += (room - width) / 2
        elif align == "right":
            left += room - width
        elif align == "justify" and spaces and (not last or width > room):
            natural = material.look.face.advance(" ") * self._unit
            extra = min((room - width) / spaces, MOST * natural)
        begin = material.begins[cut.first] + cut.skip
        finish = material.begins[cut.last] + cut.take if cut.take else material.finish(cut.last)
        start, end = material.base + begin, material.base + finish
        if flat.offsets:
            start, end = _offset(flat, start), _offset(flat, end)
        look, hyphen = material.look, cut.take > 0
        if material.looks is None and not hyphen and not cut.skip:
            text = material.text[begin:finish]
            if not material.whole:
                text = _shown(text)
            piece = _piece(left, text, width + extra * spaces, look)
            plain = material.whole and look.is_plain and _is_apart(material.text, begin, finish)
            return Line((piece,), extra, start, end, (piece.note,) if piece.note else (), False, plain)
        pieces = tuple(self._pieces(material, cut, left, extra))
        notes = tuple(piece.note for piece in pieces if piece.note)
        return Line(pieces, extra, start, end, notes, hyphen)

    def _pieces(self, material: Material, cut: Cut, left: float, extra: float) -> Iterator[Piece]:
        """Yield the pieces of a line with more than one look, or with a part of a hyphenated word."""
        for first, last in _stretches(material, cut):
            begins, final = material.begins, last == cut.last
            begin = begins[first] + (cut.skip if first == cut.first else 0)
            finish = material.finish(last) if final else begins[last + 1]
            at = cut.begin if first == cut.first else material.starts[first]
            to = cut.begin + cut.width if final else material.starts[last + 1]
            if final and cut.take:
                finish = begins[last] + cut.take
            inside = material.gaps[last if final else last + 1] - material.gaps[first]
            x = left + (at - cut.begin) * self._unit + extra * (material.gaps[first] - material.gaps[cut.first])
            width = (to - at) * self._unit + extra * inside
            text = _shown(material.text[begin:finish]) + ("-" if final and cut.take else "")
            if text:
                parted = (cut.skip and first == cut.first) or (cut.take and final)
                says = _whole(material, first) if parted else None
                yield _piece(x, text, width, material.look_of(first), says)


def _is_apart(text: str, begin: int, finish: int) -> bool:
    """Return whether a stretch of `text` begins and ends with whole words."""
    return (begin == 0 or text[begin - 1] == " ") and (finish == len(text) or text[finish] == " ")


def _stretches(material: Material, cut: Cut) -> Iterator[tuple[int, int]]:
    """Yield the first and last tokens of a line's pieces: of one look each, parts of hyphenated words by themselves."""
    first = cut.first
    ends = {cut.first if cut.skip else -1, cut.last - 1 if cut.take else -1}
    while first <= cut.last:
        last = first
        look = material.look_of(first)
        while last < cut.last and last not in ends and material.look_of(last + 1) is look:
            last += 1
        yield first, last
        first = last + 1


def _whole(material: Material, token: int) -> str:
    """Return a token's text, with the space after it if there is one: what its parts say together."""
    finish = material.finish(token)
    return material.text[material.begins[token] : finish + (material.text[finish : finish + 1] == " ")]


def _shown(text: str) -> str:
    """Return what is drawn of a line's words; a soft hyphen shows at the line's end."""
    shown = drawn(text)
    return shown + "-" if text.endswith("\u00ad") else shown


def decoration(size: float, underline: bool, change: str | None) -> float | None:
    """Return the height of the rule through deleted or under underlined words of `size`, None if there is none."""
    if change == "deleted":
        return size * _THROUGH
    return size * _UNDER if underline else None


def _piece(x: float, text: str, width: float, look: Look, says: str | None = None) -> Piece:
    line = decoration(look.size, look.underline, look.change)
    return Piece(
        x,
        BOX * len(text) if look.box else text,
        look.face.name,
        look.size,
        width,
        look.rise,
        look.language,
        look.link,
        look.contents,
        look.note,
        line,
        look.change,
        text if look.box else says,
    )


def _offset(flat: Flat, place: int) -> int:
    """Return the offset in the model's text of a place in the flat string."""
    shift = 0
    for here, there, size in flat.offsets:
        if place < here + size:
            return there if place > here else place + shift
        shift = there + 1 - here - size
    return place + shift
