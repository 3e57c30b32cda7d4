"""Fonts as measures: the widths, kerning and heights of characters and words."""

import re
import struct
from collections.abc import Callable, Iterator
from math import inf
from operator import add
from pathlib import Path

from editor.typeset import opentype

STAND_INS = {"\u2011": "\u2010-", "\u2010": "-", "\u00a0": " ", "\t": " ", "\u2043": "\u2022", "\u02bc": "’"}
"""Characters that may be drawn as others where a font lacks them."""

INVISIBLE = frozenset("\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff") | frozenset(
    chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
"""Characters that steer breaking, joining or direction and are never drawn themselves."""

MEMO = 50_000
"""How many measured words a face remembers from one document to the next."""

_KERNED = 2.0**32
"""Added to the width of a kerned pair, so that the sum over a word tells at once whether it has any."""

ODD = re.compile("[^\\w.,;:!?()'\"’‘“”„«»]|[\\d_]|^[;:!?»]|^[«„]$")
"""What makes a word one that line breaking must look at: signs, figures, punctuation that stands alone."""


class FontError(Exception):
    """A font that cannot be used: `path` says which, `reason` why ("missing", "not-truetype", "damaged")."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class Face:
    """One font file; all measures are in thousandths of the type size.

    `name` is its PostScript name. A character that the face lacks, directly and by a stand-in, measures nothing and is
    reported by `lacks`. Of the words measured so far, `words` holds the widths, `kerned` those with kerning, `odd`
    those that are more than letters with usual punctuation; `steps` holds the widths of the others, each with a space.
    """

    def __init__(self, path: Path, tables: dict[str, bytes]) -> None:
        self.path = path
        self.tables = tables
        names = opentype.names(tables["name"])
        self.name = names.get(6, path.stem)
        self.family = names.get(16) or names.get(1, "")
        head, hhea, os2, post = tables["head"], tables["hhea"], tables["OS/2"], tables["post"]
        (units,) = struct.unpack_from(">H", head, 18)
        (style,) = struct.unpack_from(">H", head, 44)
        self.bold, self.italic = bool(style & 1), bool(style & 2)
        scale: float = 1000 / units
        self._scale = scale
        self.ascent, self.descent = (value * scale for value in struct.unpack_from(">2h", hhea, 4))
        self.box = tuple(value * scale for value in struct.unpack_from(">4h", head, 36))
        self.slant = struct.unpack_from(">l", post, 4)[0] / 65536
        self.underline, self.underline_thickness = (value * scale for value in struct.unpack_from(">2h", post, 8))
        (self.weight,) = struct.unpack_from(">H", os2, 4)
        has_caps = struct.unpack_from(">H", os2)[0] >= 2
        self.cap_height = struct.unpack_from(">h", os2, 88)[0] * scale if has_caps else self.ascent
        self.glyphs = opentype.characters(tables["cmap"])
        for wanted, others in STAND_INS.items():
            found = next((other for other in others if ord(other) in self.glyphs), None)
            if found and ord(wanted) not in self.glyphs:
                self.glyphs[ord(wanted)] = self.glyphs[ord(found)]
        (count,) = struct.unpack_from(">H", hhea, 34)
        self._widths: tuple[int, ...] = struct.unpack_from(">" + "Hh" * count, tables["hmtx"])[::2]
        self._kerning = opentype.kerning(tables.get("kern", b""))
        self._drawable: set[str] = set()
        self._advances = _Memo(self._advance)
        self.words = _Words(_Memo(self._pair), self._advances)
        self.kerned, self.odd = self.words.kerned, self.words.odd
        self.steps = _Steps(self.words, self.advance(" "))

    def width(self, word: str) -> float:
        """Return how wide `word` is, kerning included; spaces in it count with their own width."""
        return self.words[word]

    def lacks(self, character: str) -> bool:
        """Return whether nothing can be drawn for `character`."""
        return ord(character) not in self.glyphs and character not in INVISIBLE

    def missing(self, text: str) -> set[str]:
        """Return the characters of `text` for which nothing can be drawn."""
        unknown = set(text).difference(self._drawable)
        if not unknown:
            return unknown
        lacking = {one for one in unknown if self.lacks(one)}
        self._drawable |= unknown - lacking
        return lacking

    def advance(self, character: str) -> float:
        """Return the width of one character; 0 for what is not drawn."""
        return self._advances[character]

    def kern(self, pair: str) -> float:
        """Return by how much more or less space than usual two characters are set."""
        glyphs = self.glyphs.get(ord(pair[0]), 0), self.glyphs.get(ord(pair[1]), 0)
        return self._kerning.get(glyphs, 0) * self._scale

    def trim(self) -> None:
        """Forget the measured words if they have become too many; what is kerned may be drawn from older lines."""
        if len(self.words) > MEMO:
            self.words.clear()
            self.odd.clear()
            self.steps.clear()

    def _pair(self, pair: str) -> float:
        """Return the width of the first of two characters before the second, and a flag above it if they are kerned."""
        kern = self.kern(pair)
        return self._advances[pair[0]] + (kern + _KERNED if kern else 0.0)

    def _advance(self, character: str) -> float:
        glyph = self.glyphs.get(ord(character))
        if glyph is None or character in INVISIBLE:
            return 0.0
        return self._widths[min(glyph, len(self._widths) - 1)] * self._scale


class _Memo(dict[str, float]):
    """Measures by what is measured, each taken when it is first asked for."""

    def __init__(self, measure: Callable[[str], float]) -> None:
        super().__init__()
        self._measure = measure

    def __missing__(self, key: str) -> float:
        value = self[key] = self._measure(key)
        return value


class _Words(dict[str, float]):
    """Widths of words; thousands of new ones are measured in a long text, so that their way here is short."""

    def __init__(self, pairs: _Memo, advances: _Memo) -> None:
        super().__init__()
        self._pair = pairs.__getitem__
        self._advances = advances
        self.kerned: set[str] = set()
        self.odd: set[str] = set()

    def __missing__(self, word: str) -> float:
        if not word:
            return 0.0
        width: float = sum(map(self._pair, map(add, word, word[1:])), self._advances[word[-1]])
        if width >= _KERNED:
            width %= _KERNED
            self.kerned.add(word)
        if not word.isalpha() and ODD.search(word):
            self.odd.add(word)
        self[word] = width
        return width


class _Steps(dict[str, float]):
    """Widths of words and the space after them; infinite for odd ones, so that the widest tells if there is any."""

    def __init__(self, words: _Words, space: float) -> None:
        super().__init__()
        self._words, self._space = words, space

    def __missing__(self, word: str) -> float:
        width = self._words[word] + self._space
        step = self[word] = inf if word in self._words.odd else width
        return step


class FontSet:
    """The faces of a folder, by family, weight and slope; files are read when they are first needed."""

    def __init__(self, files: dict[tuple[str, bool, bool], Path]) -> None:
        self._files = files
        self._faces: dict[Path, Face] = {}
        self._found: dict[tuple[str, bool, bool], Face] = {}
        self.by_name: dict[str, Face] = {}

    def face(self, family: str, bold: bool = False, italic: bool = False) -> Face:
        """Return the face asked for, or the nearest of its family; FontError if the family is not there."""
        found = self._found.get((family, bold, italic))
        if found is None:
            found = self._found[family, bold, italic] = self._nearest(family, bold, italic)
        return found

    def _nearest(self, family: str, bold: bool, italic: bool) -> Face:
        for key in ((family, bold, italic), (family, bold, False), (family, False, italic), (family, False, False)):
            if key in self._files:
                return self._load(self._files[key])
        raise FontError(family, "missing")

    def trim(self) -> None:
        """Let the faces forget measured words where they remember too many; not while a paragraph is being set."""
        for face in self._faces.values():
            face.trim()

    def others(self, face: Face) -> Iterator[Face]:
        """Yield the faces of the other families nearest to `face`, for characters that it lacks."""
        for family in sorted({key[0] for key in self._files} - {face.family}):
            yield self.face(family, face.bold, face.italic)

    def _load(self, path: Path) -> Face:
        if path not in self._faces:
            data = path.read_bytes()
            try:
                face = Face(path, opentype.tables(data))
            except (struct.error, KeyError, IndexError) as error:
                raise FontError(str(path), "damaged") from error
            self._faces[path] = face
            self.by_name[face.name] = face
        return self._faces[path]


def load_fonts(folder: Path) -> FontSet:
    """Return the TrueType fonts in `folder`; FontError if one is damaged or there is none."""
    files: dict[tuple[str, bool, bool], Path] = {}
    for path in sorted(folder.glob("*.ttf")):
        with path.open("rb") as file:
            try:
                where = opentype.directory(file.read(4096))
                found = {}
                for tag in ("name", "head"):
                    offset, size = where[tag]
                    file.seek(offset)
                    found[tag] = file.read(size)
                names = opentype.names(found["name"])
                (style,) = struct.unpack_from(">H", found["head"], 44)
            except (struct.error, KeyError) as error:
                raise FontError(str(path), "damaged") from error
        files[names.get(16) or names.get(1, path.stem), bool(style & 1), bool(style & 2)] = path
    if not files:
        raise FontError(str(folder), "missing")
    return FontSet(files)
