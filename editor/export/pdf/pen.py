"""Words and strokes as page code: remembers what is set on the page, so that it is said only once."""

import re
from collections import deque
from math import cos, radians, sin
from operator import add

from editor.export.pdf.glyphs import Font, Programs, code_page
from editor.typeset.layout import Layout, Line, Page, Passage, Piece, Watermark

_KEPT = 30_000
"""How many paragraphs a memo holds before it starts afresh."""

_PALE = 0.9
"""The grey of a watermark, 1 being white."""

_GREY = 0.4
"""The grey of what is settled: its contrast to white is 5.7 to 1 (WCAG 2.1, 1.4.3, asks for 4.5)."""

_INKS = {"inserted": "0.078 0.396 0.227", "deleted": "0.639 0.149 0.114"}
"""The green of what came and the red of what went: 7.1 and 7.4 to 1 on white; lines under and through tell as well."""

_STROKE = 0.05
"""The thickness of a rule under or through words, as a share of their size."""


_OWN_CODES = re.compile("[\x0e-\x1f]")
"""Codes of characters outside a language's usual ones, in the order in which a file meets them."""


class Memo:
    """Paragraphs as they were once written, for the next file of a document that has most of them again.

    `words` are the codes of pieces by their words, face and page of codes, `fonts` the fonts that were embedded.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[int, str], tuple[tuple[Line, ...], str, str]] = {}
        self.words: dict[tuple[str, str, str], str] = {}
        self.fonts: Programs = {}

    def get(self, lines: tuple[Line, ...], page: str) -> tuple[str, str] | None:
        """Return the code of `lines` under a page of codes, and its words; None if it is not known."""
        # Lines that are the very same object are found without being compared word by word.
        kept = self._kept.get((id(lines), page))
        return kept[1:] if kept is not None and kept[0] is lines else None

    def put(self, lines: tuple[Line, ...], page: str, code: str, words: str) -> None:
        """Keep the code of `lines`."""
        if len(self._kept) > _KEPT:
            self._kept.clear()
        self._kept[id(lines), page] = lines, code, words


class Pen:
    """Writes the pages of one layout, one after the other; `code` is the page being written, `fonts` all that it used.

    Texts are written between BT and ET. Heights are from the page's lower edge here, as they are in the file.
    """

    def __init__(self, layout: Layout, language: str, memo: Memo | None = None) -> None:
        self._layout = layout
        self._page = code_page(language)
        self._memo = memo
        self.fonts: dict[str, Font] = {}
        self.turn()

    def turn(self) -> None:
        """Begin a new page."""
        self.code: list[str] = []
        self._look = ("", 0.0)
        self._space = self._rise = self._leading = 0.0
        self._ink = self._base = "0 g"

    def shade(self, grey: bool) -> None:
        """Go on in grey, or in black again."""
        self._base = f"{_GREY if grey else 0} g"
        self._dip("")

    def _dip(self, change: str) -> None:
        """Go on in the ink of a change, in what the words around have where there is none."""
        ink = f"{_INKS[change]} rg" if change else self._base
        if ink != self._ink:
            self._ink = ink
            self.code.append(ink)

    def lines(self, passage: Passage) -> None:
        """Write the lines of `passage`."""
        y = self._layout.height - passage.y
        first = passage.lines[0]
        if first.plain and _is_uniform(passage.lines):
            self._dip("")
            piece = first.pieces[0]
            state = self._state(first, piece) + self._distance(passage)
            self.code.append(f"{state}1 0 0 1 {passage.x + piece.x:.2f} {y:.2f} Tm{self._uniform(passage.lines)}")
            self._space = passage.lines[-1].space
            return
        for line in passage.lines:
            for piece in line.pieces:
                self.piece(passage.x, y, line, piece)
            y -= passage.leading

    def _uniform(self, lines: tuple[Line, ...]) -> str:
        """Return the code of plain lines below one another, once they have their place and look."""
        kept = self._memo.get(lines, self._page) if self._memo is not None else None
        if kept is not None:
            self._used.append(kept[1])
            return kept[0]
        words = [line.pieces[0].text for line in lines]
        rows = [f"[({self._codes(text, True)} )]TJ" for text in words]
        spaces = [f"\n{line.space:.3f} Tw T*" for line in lines[1:]]
        code = rows[0] + "".join(map(add, spaces, rows[1:]))
        if self._memo is not None and _lasts(code):
            self._memo.put(lines, self._page, code, "".join(words))
        return code

    def piece(self, x: float, y: float, line: Line, piece: Piece) -> None:
        """Write `piece` of `line`, whose baseline is at `y`."""
        self._dip(piece.change)
        before = f"{self._state(line, piece)}1 0 0 1 {x + piece.x:.2f} {y:.2f} Tm"
        words = self._known(piece, line.plain)
        # The space after a line's last word keeps it from running into the next line's first when copied.
        after = " " if piece is line.pieces[-1] and not line.hyphen else ""
        self.code.append(f"{before}[({words}{after})]TJ")

    def _known(self, piece: Piece, measured: bool) -> str:
        """Return the words of `piece` as codes, from the file before if they stood there."""
        if self._memo is None:
            return self._codes(piece.text, measured)
        known, key = self._memo.words, (piece.text, piece.face, self._page)
        code = known.get(key)
        if code is not None:
            self._used.append(piece.text)
            return code
        code = self._codes(piece.text, measured)
        if _lasts(code):
            if len(known) > _KEPT:
                known.clear()
            known[key] = code
        return code

    def _state(self, line: Line, piece: Piece) -> str:
        """Return what has to be set before `piece` is written: face and size, word spaces, rise."""
        state = ""
        look = (piece.face, piece.size)
        if look != self._look:
            self._look = look
            font, size = self._font(piece.face), f"{piece.size:g}"
            self._fragments, self._face, self._used = font.words(size), font.face, font.used
            state = f"/{font.name} {size} Tf "
        if line.space != self._space:
            self._space = line.space
            state += f"{line.space:.3f} Tw "
        if piece.rise != self._rise:
            self._rise = piece.rise
            state += f"{piece.rise:.2f} Ts "
        return state

    def _codes(self, words: str, measured: bool) -> str:
        """Return `words` as codes; most are their own. Whether words are kerned is known once they are `measured`."""
        single = words.split(" ")
        fragments, kerned = self._fragments, self._face.kerned
        if "(" in words or ")" in words or "\\" in words:
            return " ".join(map(fragments.__getitem__, single))
        if not measured:
            deque(map(self._face.width, single), 0)
        self._used.append(words)
        if not words.isascii():
            return " ".join([fragments[one] if one in kerned or not one.isascii() else one for one in single])
        if kerned.isdisjoint(single):
            return words
        return " ".join([fragments[one] if one in kerned else one for one in single])

    def _distance(self, passage: Passage) -> str:
        if passage.leading == self._leading:
            return ""
        self._leading = passage.leading
        return f"{passage.leading:g} TL "

    def _font(self, face: str) -> Font:
        if face not in self.fonts:
            known = self._memo.fonts if self._memo is not None else {}
            self.fonts[face] = Font(f"F{len(self.fonts) + 1}", self._layout.faces[face], self._page, known)
        return self.fonts[face]

    def watermark(self, mark: Watermark) -> None:
        """Write the word behind the text."""
        font, size = self._font(mark.face), f"{mark.size:.2f}"
        words = " ".join(map(font.words(size).__getitem__, mark.text.split(" ")))
        along, across = cos(radians(mark.angle)), sin(radians(mark.angle))
        y = self._layout.height - mark.y
        matrix = f"{along:.4f} {across:.4f} {-across:.4f} {along:.4f} {mark.x:.2f} {y:.2f} Tm"
        self.code.append(f"q {_PALE} g BT/{font.name} {size} Tf {matrix}[({words})]TJ ET Q")

    def strokes(self, page: Page) -> list[str]:
        """Return the code of the rules on a page, and of lines under and through its words."""
        height = self._layout.height
        found = [_line(rule.thickness, rule.x, height - rule.y, rule.to_x, height - rule.to_y) for rule in page.rules]
        ink = ""
        for passage in page.passages:
            for row, line in enumerate(passage.lines):
                for piece in line.pieces:
                    if piece.line is None:
                        continue
                    if piece.change != ink:
                        ink = piece.change
                        found.append(f"{_INKS[ink]} RG" if ink else "0 G")
                    found.append(_line(*_under(passage, row, piece, height)))
        return found


def _line(thickness: float, x: float, y: float, to_x: float, to_y: float) -> str:
    return f"{thickness:.2f} w {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S"


def _lasts(code: str) -> bool:
    """Return whether `code` is the same in every file: no font but the first, no codes that a file gives out itself."""
    return ")]TJ/" not in code and not _OWN_CODES.search(code)


def _is_uniform(lines: tuple[Line, ...]) -> bool:
    """Return whether all lines are plain, of one look and begin below one another."""
    first = lines[0].pieces[0]
    x, face, size, rise = first.x, first.face, first.size, first.rise
    for line in lines:
        piece = line.pieces[0]
        if not line.plain or piece.x != x or piece.face != face or piece.size != size or piece.rise != rise:
            return False
    return True


def _under(passage: Passage, row: int, piece: Piece, height: float) -> tuple[float, float, float, float, float]:
    """Return the thickness and the ends of the line under or through a piece of one that has it."""
    assert piece.line is not None
    x = passage.x + piece.x
    y = height - passage.y - row * passage.leading + piece.rise + piece.line
    return _STROKE * piece.size, x, y, x + piece.width, y
