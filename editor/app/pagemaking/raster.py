"""Pages of a finished PDF as pictures, one after the other, for a printer or a picture file."""

from collections.abc import Iterable, Iterator

import pypdfium2
from PySide6.QtGui import QImage

from editor.app.pagemaking.drawing import draw

MOST_DPI = 300
"""The finest picture there is; a page of A4 then takes 35 MB."""

POINTS = 72
"""Points in an inch."""

_INCH = 0.0254


def page_images(pdf: bytes, pages: Iterable[int], dpi: int) -> Iterator[QImage]:
    """Yield `pages` (counted from 0) of `pdf` as pictures of `dpi` dots an inch, at most MOST_DPI.

    A page is drawn when it is asked for and not kept. IndexError if there is no such page, PdfiumError if `pdf` cannot
    be read.
    """
    dpi = max(1, min(dpi, MOST_DPI))
    with pypdfium2.PdfDocument(pdf) as document:
        for page in pages:
            if not 0 <= page < len(document):
                raise IndexError(page)
            yield _picture(document, page, dpi)


def _picture(document: "pypdfium2.PdfDocument", page: int, dpi: int) -> QImage:
    width, height = (max(1, round(side * dpi / POINTS)) for side in document.get_page_size(page))
    image = QImage(width, height, QImage.Format.Format_RGB32)
    opened = document[page]
    draw(opened, width, height, image.bits())
    opened.close()
    image.setDotsPerMeterX(round(dpi / _INCH))
    image.setDotsPerMeterY(round(dpi / _INCH))
    return image
