"""Pages onto a printer: one picture at a time, so that a long text needs no more memory than a short one."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Literal

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from editor.app.printing import MOST_DPI, PrintJob, page_images, sheets, wanted_pages

Outcome = Literal["printed", "stopped", "refused", "no-pages"]
Step = Callable[[int, int], bool]
"""Told the sheets done and all there are, says whether to go on."""

_POINTS = 72


def set_up(printer: QPrinter, job: PrintJob) -> None:
    """Give `printer` the paper of the first page of `job`, and all of it to print on."""
    width, height = job.sizes[0]
    size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point, "")
    turned = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, turned, QMarginsF()))


def paint(printer: QPrinter, job: PrintJob, step: Step) -> Outcome:
    """Print the pages and copies that `printer` was asked for.

    "stopped" if `step` said so, "refused" if the printer did not take the pages; what it has begun may come out.
    """
    last_first = printer.pageOrder() == QPrinter.PageOrder.LastPageFirst
    pages = wanted_pages(len(job.sizes), _ranges(printer), last_first=last_first)
    if not pages:
        return "no-pages"
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    order = list(sheets(pages, copies, collate=printer.collateCopies()))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return "refused"
    try:
        return _paint(painter, printer, job, order, step)
    finally:
        painter.end()


def _paint(painter: QPainter, printer: QPrinter, job: PrintJob, order: list[int], step: Step) -> Outcome:
    for done, (page, image) in enumerate(_images(job, order, printer.resolution())):
        if not step(done, len(order)):
            printer.abort()
            return "stopped"
        if done and not printer.newPage():
            return "refused"
        painter.drawImage(place(job.sizes[page], printer), image)
    failed = printer.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
    step(len(order), len(order))
    return "refused" if failed else "printed"


def _images(job: PrintJob, order: list[int], dpi: int) -> Iterator[tuple[int, QImage]]:
    """Yield every sheet's page with its picture; the same page twice in a row is drawn once."""
    runs = [(page, len(list(same))) for page, same in groupby(order)]
    pictures = page_images(job.pdf, [page for page, _ in runs], min(dpi, MOST_DPI))
    for (page, times), image in zip(runs, pictures, strict=True):
        for _ in range(times):
            yield page, image


def place(size: tuple[float, float], printer: QPrinter) -> QRectF:
    """Return where a page of `size` points stands on the paper, in dots: in true size, smaller only where it must."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = printer.resolution() / _POINTS
    width, height = size[0] * scale, size[1] * scale
    fit = min(1.0, paper.width() / width, paper.height() / height)
    if fit > 1 - 2 / min(width, height):  # sizes of paper are rounded to whole points
        fit = 1.0
    width, height = width * fit, height * fit
    return QRectF((paper.width() - width) / 2, (paper.height() - height) / 2, width, height)


def _ranges(printer: QPrinter) -> list[tuple[int, int]]:
    """Return the pages asked for, counted from 1; nothing where all are."""
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return []
    found = [(one.from_, one.to) for one in printer.pageRanges().toRangeList()]
    return found or ([(printer.fromPage(), printer.toPage())] if printer.fromPage() else [])
