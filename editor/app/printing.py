"""Printing: the PDF of a copy, and which of its pages go onto paper in which order. The pages are drawn by `ui`."""

from collections.abc import Iterable, Iterator, Sequence

import pypdfium2
from msgspec import Struct

from editor.app.choices import CopyChoices
from editor.app.copies import Fault, copy_of
from editor.app.pagemaking.raster import MOST_DPI, page_images
from editor.model.resolution import Resolution
from editor.templating.schema import Template

__all__ = ["MOST_DPI", "PrintJob", "page_images", "print_job", "sheets", "wanted_pages"]


class PrintJob(Struct, frozen=True):
    """What is to be printed: the same PDF that an export writes, the width and height of its pages in points."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    faults: tuple[Fault, ...] = ()


def print_job(resolution: Resolution, template: Template, choices: CopyChoices) -> PrintJob:
    """Return the job for a copy of `resolution`; CopyError if there is nothing to print."""
    copy = copy_of(resolution, template, "pdf", choices.options())
    with pypdfium2.PdfDocument(copy.data) as document:
        sizes = tuple(document.get_page_size(page) for page in range(len(document)))
    return PrintJob(copy.data, sizes, copy.faults)


def wanted_pages(count: int, ranges: Iterable[tuple[int, int]], *, last_first: bool = False) -> tuple[int, ...]:
    """Return the pages, counted from 0, that lie in one of `ranges` (first and last, from 1); all where no range is.

    Ranges may overlap and reach beyond the last page.
    """
    asked = tuple(ranges) or ((1, count),)
    found = sorted({page - 1 for first, last in asked for page in range(max(1, first), min(count, last) + 1)})
    return tuple(reversed(found)) if last_first else tuple(found)


def sheets(pages: Sequence[int], copies: int, *, collate: bool) -> Iterator[int]:
    """Yield `pages` as often as there are `copies`: copy after copy where they `collate`, else page after page."""
    if collate:
        for _ in range(copies):
            yield from pages
    else:
        for page in pages:
            yield from [page] * copies
