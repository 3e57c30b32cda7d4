"""What makes the pages: keeps one text, sets it, writes it as the PDF it would be exported as, draws what is in sight.

No Qt here. What it learns of the text it keeps (line breaks, written paragraphs), so that an edit costs little.
"""

from collections.abc import Iterator

import pypdfium2

from editor.app.pagemaking.drawing import DOT, draw
from editor.app.pagemaking.messages import (
    Answer,
    Done,
    Job,
    Look,
    Made,
    Spot,
    Tile,
    band_of,
    edited,
    packed_places,
    page_height,
)
from editor.compose.compose import Options, compose
from editor.export.pdf import Memo, write_pdf
from editor.model.resolution import Resolution
from editor.paths import fonts_folder
from editor.templating.schema import Template
from editor.typeset import Cache, load_fonts, typeset

Output = tuple[Answer, bytearray | None]
"""A part of an answer, with the dots of a tile that is not as it was."""


class Press:
    """Makes the pages of one text as it changes."""

    def __init__(self) -> None:
        self._fonts = load_fonts(fonts_folder())
        self._cache, self._memo = Cache(), Memo()
        self._resolution: Resolution | None = None
        self._template: Template | None = None
        self._options: Options | None = None
        self._sheets = Sheets()
        self._spent: object = None

    def answer(self, job: Job) -> Iterator[Output]:
        """Do `job` and yield what comes of it; KeyError if the template has no such kind of paper."""
        self._template = job.template or self._template
        self._options = job.options or self._options
        if job.edit is not None:
            self._resolution = edited(self._resolution, job.edit)
        if self._resolution and self._template and (job.edit or job.template or job.options):
            yield self._make(self._resolution, self._template), None
        if job.look:
            yield from self._sheets.tiles(job.look)
        yield Done(), None
        self._spent = None  # to let go of it takes its time too, and nobody waits now

    def _make(self, resolution: Resolution, template: Template) -> Made:
        """Set and write the present text."""
        composition = compose(resolution, template, self._options)
        layout = typeset(composition, self._fonts, self._cache)
        data = write_pdf(composition, layout, compress=False, memo=self._memo) if layout.pages else b""
        sheet = composition.page
        places = packed_places(layout.places)
        right = layout.width - sheet.right
        made = Made(len(layout.pages), layout.width, layout.height, sheet.left, right, len(data), places)
        self._sheets.take(data, made)
        self._spent = composition, layout
        return made


class Sheets:
    """The pages of the newest file, and what of them is in sight.

    Of what is in sight the dots are kept, so that only what changed is drawn or sent again.
    """

    def __init__(self) -> None:
        self._made: Made | None = None
        self._pdf: pypdfium2.PdfDocument | None = None
        self._open: dict[int, pypdfium2.PdfPage] = {}
        self._look: Look | None = None
        self._sent: dict[Spot, bytearray] = {}
        self._before: dict[Spot, bytearray] = {}

    def take(self, data: bytes, made: Made) -> None:
        """Show the file `data` from now on; the one before is forgotten."""
        if self._pdf is not None:
            self._pdf.close()  # and its pages with it
        self._made, self._open = made, {}
        self._pdf = pypdfium2.PdfDocument(data) if data else None
        self._before, self._sent = self._sent, {}

    def tiles(self, look: Look) -> Iterator[Output]:
        """Yield what is in sight; what was in sight before and is the same is not sent again."""
        if self._look is None or (look.width, look.paper) != (self._look.width, self._look.paper):
            self._sent, self._before = {}, {}
        self._look = look
        kept: dict[Spot, bytearray] = {}
        height = page_height(look.width, self._made) if self._made else 0
        for spot in look.tiles:
            top, rows = band_of(height, spot[1])
            if self._made and spot[0] < self._made.count and rows:
                dots = self._sent.get(spot)
                changed = False
                if dots is None:
                    dots = bytearray(look.width * rows * DOT)
                    draw(self._page(spot[0]), look.width, height, dots, top, rows, look.paper)
                    changed = dots != self._before.get(spot)
                kept[spot] = dots
                yield Tile(spot, look.width, rows, changed), dots if changed else None
        self._close_pages({page for page, _ in kept})
        self._sent, self._before = kept, {}

    def _page(self, number: int) -> "pypdfium2.PdfPage":
        """Return a page, opened once while it is in sight."""
        assert self._pdf is not None
        if number not in self._open:
            self._open[number] = self._pdf[number]
        return self._open[number]

    def _close_pages(self, seen: set[int]) -> None:
        for number in self._open.keys() - seen:
            self._open.pop(number).close()
