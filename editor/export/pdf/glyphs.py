"""Words as codes: which byte draws which character, and the fonts that go into the file for it."""

from collections.abc import Iterator
from operator import add

from editor.export.pdf.objects import Document, stream
from editor.export.pdf.subset import subset
from editor.typeset.fonts import Face

_ESCAPED = {"(": "\\(", ")": "\\)", "\\": "\\\\"}
_PAGES = {
    "cp1250": "bs cs hr hu pl ro sk sl sq",
    "cp1251": "be bg kk ky mk mn ru sr tg uk",
    "cp1253": "el",
    "cp1254": "az tr",
    "cp1257": "et lt lv",
}
"""Which of the usual sets of 8-bit codes the characters of a language are in; cp1252 for all others."""

_FREE = tuple(range(14, 32))
_FREE_LATER = tuple(range(33, 256))
"""Codes for characters that are not in that set: in the first font, and in those that follow it."""

_ASCII = range(32, 127)

Programs = dict[tuple[str, int], tuple[dict[int, str], bytes, bytes]]
"""Embedded fonts by face and number: their characters by code, their outlines and their map as streams."""
_CHARACTERS_A_CALL = 100
_SYMBOLIC, _SERIF, _ITALIC, _BOLD = 1 << 2, 1 << 1, 1 << 6, 1 << 18


def code_page(language: str) -> str:
    """Return the set of codes for texts in `language`."""
    code = language.partition("-")[0]
    return next((page for page, languages in _PAGES.items() if code in languages.split()), "cp1252")


class Fragments(dict[str, str]):
    """Words of one face at one size as what stands between the brackets of a TJ; made when first asked for."""

    def __init__(self, font: "Font", size: str) -> None:
        super().__init__()
        self._font = font
        self._size = size
        self._face = font.face
        self._characters: dict[str, str] = {}
        self._pairs: dict[str, str] = {}

    def __missing__(self, word: str) -> str:
        face = self._face
        if word not in face.words:
            face.width(word)
        if word not in face.kerned and word.isascii() and not ("(" in word or ")" in word or "\\" in word):
            self[word] = word
            return word
        known = self._pairs
        pairs = list(map(add, word, word[1:]))
        for pair in pairs:
            if pair not in known:
                known[pair] = self._pair(pair)
        self[word] = fragment = "".join(map(known.__getitem__, pairs)) + self._character(word[-1])
        return fragment

    def _pair(self, pair: str) -> str:
        """Return the first of two characters with the space between them, where that is not the usual."""
        kern = self._face.kern(pair)
        return self._character(pair[0]) + (f"){-kern:.0f}(" if kern else "")

    def _character(self, character: str) -> str:
        """Return a character's code, with the switch to a further font and back where it is in one."""
        if character not in self._characters:
            number, code = self._font.code(character)
            shown = _ESCAPED.get(chr(code), chr(code))
            if number:
                name, first = self._font.subset_name(number), self._font.name
                shown = f")]TJ/{name} {self._size} Tf[({shown})]TJ/{first} {self._size} Tf[("
            self._characters[character] = shown
        return self._characters[character]


class Font:
    """One face in one document, as one font of 8-bit codes or, for many characters of other scripts, several.

    Characters of the set of codes `page` have theirs, whatever else the document holds; others are given codes as they
    come. `used` takes the texts that were drawn without being looked up. What is `known` of the file before is not made
    anew; what is new becomes known.
    """

    def __init__(self, name: str, face: Face, page: str, known: Programs) -> None:
        self.name = name
        self._known = known
        self.face = face
        high = bytes(range(128, 256)).decode(page, "replace")
        self._fixed = {one: (0, code) for code, one in enumerate(high, 128) if one != "\ufffd"}
        self._codes: dict[str, tuple[int, int]] = {}
        self._subsets = 1
        self._free: Iterator[int] = iter(_FREE)
        self._sizes: dict[str, Fragments] = {}
        self.used: list[str] = []

    def words(self, size: str) -> Fragments:
        """Return the words of this font at `size`, a number as written in the file."""
        if size not in self._sizes:
            self._sizes[size] = Fragments(self, size)
        return self._sizes[size]

    def code(self, character: str) -> tuple[int, int]:
        """Return the subset and code of `character`; a new one for the first time it is met."""
        if " " <= character <= "~":
            return 0, ord(character)
        if character in self._fixed:
            return self._fixed[character]
        if character not in self._codes:
            code = next(self._free, None)
            if code is None:
                self._subsets += 1
                self._free = iter(_FREE_LATER)
                code = next(self._free)
            self._codes[character] = (self._subsets - 1, code)
        return self._codes[character]

    def subset_name(self, number: int) -> str:
        """Return the name of one of its fonts on the pages."""
        return f"{self.name}.{number}" if number else self.name

    def embed(self, document: Document) -> Iterator[tuple[str, int]]:
        """Yield the names of its fonts and the numbers of their objects."""
        characters: list[dict[int, str]] = [{} for _ in range(self._subsets)]
        # To look for each of some 200 characters is a tenth of the work of making a set of all that was written.
        written = "".join([" ", *self.used, *(word for words in self._sizes.values() for word in words)])
        characters[0].update({code: chr(code) for code in _ASCII if chr(code) in written})
        characters[0].update({code: one for one, (_, code) in self._fixed.items() if one in written})
        for character, (number, code) in self._codes.items():
            characters[number][code] = character
        for number, row in enumerate(characters):
            yield self.subset_name(number), self._embed(document, number, row)

    def _embed(self, document: Document, number: int, characters: dict[int, str]) -> int:
        face = self.face
        glyphs = {code: face.glyphs[ord(one)] for code, one in sorted(characters.items()) if ord(one) in face.glyphs}
        tag = "".join(chr(65 + number // 26**place % 26) for place in range(6))
        name = f"{tag}+{face.name}"
        flags = _SYMBOLIC | (_ITALIC if face.italic else 0) | (_BOLD if face.bold else 0)
        flags |= _SERIF if "Serif" in face.family else 0
        known = self._known.get((face.name, number))
        if known is None or known[0] != characters:
            program = subset(face.tables, glyphs)
            outlines = stream(program, f"/Length1 {len(program)}")
            known = self._known[face.name, number] = characters, outlines, stream(_to_unicode(name, characters))
        file, unicode = document.add_raw(known[1]), document.add_raw(known[2])
        box = " ".join(f"{edge:.0f}" for edge in face.box)
        descriptor = document.add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]/ItalicAngle {face.slant:g}"
            f"/Ascent {face.ascent:.0f}/Descent {face.descent:.0f}/CapHeight {face.cap_height:.0f}"
            f"/StemV {face.weight // 5}/MissingWidth 0/FontFile2 {file} 0 R>>"
        )
        first, last = min(glyphs), max(glyphs)
        widths = " ".join(
            f"{face.advance(characters[code]):.3f}" if code in glyphs else "0" for code in range(first, last + 1)
        )
        return document.add(
            f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar {first}/LastChar {last}/Widths[{widths}]"
            f"/FontDescriptor {descriptor} 0 R/ToUnicode {unicode} 0 R>>"
        )


def _to_unicode(name: str, characters: dict[int, str]) -> bytes:
    """Return the map from codes to characters by which words are copied and read aloud."""
    rows = [f"<{code:02X}> <{one.encode('utf-16-be').hex().upper()}>" for code, one in sorted(characters.items())]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        f"/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def /CMapName /{name} def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    for start in range(0, len(rows), _CHARACTERS_A_CALL):
        part = rows[start : start + _CHARACTERS_A_CALL]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")
