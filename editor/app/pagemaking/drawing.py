"""Pages of a PDF drawn into memory. No Qt here; PDFium is not thread-safe: all calls come from one thread."""

import ctypes
from typing import Any

import pypdfium2
from pypdfium2 import raw as pdfium

DOT = 4
"""Bytes a dot takes: blue, green, red and one that is not used."""

WHITE = 0xFFFFFFFF


def draw(
    page: "pypdfium2.PdfPage",
    width: int,
    height: int,
    memory: Any,
    top: int = 0,
    rows: int = 0,
    paper: int = WHITE,
) -> None:
    """Draw `page`, `width` x `height` dots large, into `memory`, row after row without gaps.

    Only its `rows` from `top` on are drawn (0: all below). `memory` is any writable buffer, `paper` the colour of the
    ground (0xffrrggbb). ValueError if the buffer is too small.
    """
    rows = rows or height - top
    dots = (ctypes.c_ubyte * (width * rows * DOT)).from_buffer(memory)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, rows, pdfium.FPDFBitmap_BGRx, dots, width * DOT)
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, rows, paper)
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, -top, width, height, 0, pdfium.FPDF_ANNOT)
    pdfium.FPDFBitmap_Destroy(bitmap)
