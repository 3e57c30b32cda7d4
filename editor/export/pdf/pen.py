"""Words and strokes as page code: remembers what is set on the page, so that it is said only once."""

from collections.abc import Iterator
from math import cos, radians, sin

from editor.export.pdf.glyphs import Font
from editor.typeset.layout import Layout, Line, Page, Passage, Piece, Watermark

_PALE = 0.9
"""The grey of a watermark, 1 being white."""

_STROKE = 0.05
"""The thickness of a rule under or through words, as a share of their size."""


class Pen:
    """Writes the pages of one layout, one after the other; `code` is the page being written, `fonts` all that it used.

    Texts are written between BT and ET. Heights are from the page's lower edge here, as they are in the file.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self.fonts: dict[str, Font] = {}
        self.turn()

    def turn(self) -> None:
        """Begin a new page."""
        self.code: list[str] = []
        self._look = ("", 0.0)
        self._space = self._rise = self._leading = 0.0

    def lines(self, passage: Passage) -> None:
        """Write the lines of `passage`."""
        y = self._layout.height - passage.y
        left: float | None = None
        for line in passage.lines:
            if not line.plain:
                for piece in line.pieces:
                    self.piece(passage.x, y, line, piece)
                left = None
            else:
                piece = line.pieces[0]
                at = "T*"
                if piece.x != left:
                    left = piece.x
                    at = f"{self._distance(passage)}1 0 0 1 {passage.x + left:.2f} {y:.2f} Tm"
                self.code.append(f"{self._state(line, piece)}{at}[({self._plain(piece.text)} )]TJ")
            y -= passage.leading

    def piece(self, x: float, y: float, line: Line, piece: Piece) -> None:
        """Write `piece` of `line`, whose baseline is at `y`."""
        before = f"{self._state(line, piece)}1 0 0 1 {x + piece.x:.2f} {y:.2f} Tm"
        words = " ".join(map(self._fragments.__getitem__, piece.text.split(" ")))
        # The space after a line's last word keeps it from running into the next line's first when copied.
        after = " " if piece is line.pieces[-1] and not line.hyphen else ""
        self.code.append(f"{before}[({words}{after})]TJ")

    def _state(self, line: Line, piece: Piece) -> str:
        """Return what has to be set before `piece` is written: face and size, word spaces, rise."""
        state = ""
        look = (piece.face, piece.size)
        if look != self._look:
            self._look = look
            font, size = self._font(piece.face), f"{piece.size:g}"
            self._fragments, self._kerned, self._used = font.words(size), font.face.kerned, font.used
            state = f"/{font.name} {size} Tf "
        if line.space != self._space:
            self._space = line.space
            state += f"{line.space:.3f} Tw "
        if piece.rise != self._rise:
            self._rise = piece.rise
            state += f"{piece.rise:.2f} Ts "
        return state

    def _plain(self, words: str) -> str:
        """Return the words of a plain line as codes; most are their own."""
        single = words.split(" ")
        special = "(" in words or ")" in words or "\\" in words
        if not special and words.isascii() and self._kerned.isdisjoint(single):
            self._used.add(words)
            return words
        return " ".join(map(self._fragments.__getitem__, single))

    def _distance(self, passage: Passage) -> str:
        if passage.leading == self._leading:
            return ""
        self._leading = passage.leading
        return f"{passage.leading:g} TL "

    def _font(self, face: str) -> Font:
        if face not in self.fonts:
            self.fonts[face] = Font(f"F{len(self.fonts) + 1}", self._layout.faces[face])
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
        """Return the code of borders, of the stroke above footnotes, of lines under and through words."""
        height = self._layout.height
        rows = [(rule.thickness, rule.x, height - rule.y, rule.to_x, height - rule.to_y) for rule in page.rules]
        for passage in page.passages:
            rows.extend(_under(passage, height))
        return [
            f"{thickness:.2f} w {x:.2f} {y:.2f} m {to_x:.2f} {to_y:.2f} l S" for thickness, x, y, to_x, to_y in rows
        ]


def _under(passage: Passage, height: float) -> Iterator[tuple[float, float, float, float, float]]:
    for row, line in enumerate(passage.lines):
        for piece in line.pieces:
            if piece.line is not None:
                x = passage.x + piece.x
                y = height - passage.y - row * passage.leading + piece.rise + piece.line
                yield _STROKE * piece.size, x, y, x + piece.width, y
