"""From an edit to the complete new PDF and the picture of the visible page, as the preview will go it."""

import statistics
import time
from collections.abc import Iterator

import pypdfium2
from msgspec.structs import replace

from editor.compose.compose import compose
from editor.export.pdf import Memo, write_pdf
from editor.model.resolution import Resolution
from editor.model.text import plain_text
from editor.paths import fonts_folder
from editor.templating.schema import Template
from editor.typeset import Cache, load_fonts, typeset
from tests.texts import resolution

CLAUSES = 500
EDITS = 40
SCALE = 1.5
"""Picture dots in a point: a page that fills a panel of usual width."""


def rows(template: Template) -> dict[str, float]:
    """Return the median and the 95th percentile of the time an edit takes to be seen, in ms."""
    taken = sorted(_times(resolution(CLAUSES), template))
    return {
        f"edit to page seen, {CLAUSES} clauses": statistics.median(taken),
        "  its 95th percentile": taken[int(len(taken) * 0.95)],
    }


def _times(text: Resolution, template: Template) -> Iterator[float]:
    fonts, cache, memo = load_fonts(fonts_folder()), Cache(), Memo()
    for number in range(EDITS + 1):
        place = (number * 37) % len(text.body)
        words = plain_text(f"Recalling the {number} words that were typed here a moment ago,")
        body = (*text.body[:place], replace(text.body[place], text=words), *text.body[place + 1 :])
        text = replace(text, body=body)
        start = time.perf_counter()
        composition = compose(text, template)
        layout = typeset(composition, fonts, cache)
        data = write_pdf(composition, layout, compress=False, memo=memo)
        page = next(found.page for found in layout.places if found.clause == text.body[place].id)
        _picture(data, page)
        if number:  # the first one fills the caches, as opening the text does
            yield (time.perf_counter() - start) * 1000


def _picture(data: bytes, page: int) -> None:
    pdf = pypdfium2.PdfDocument(data)
    try:
        pdf[page].render(scale=SCALE)
    finally:
        pdf.close()
