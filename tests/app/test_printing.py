from __future__ import annotations

import pytest

from editor.app.choices import CopyChoices
from editor.app.copies import CopyError, copy_of
from editor.app.printing import print_job, sheets, wanted_pages
from editor.model.resolution import Resolution
from editor.templating.schema import Template


@pytest.mark.parametrize(
    ("ranges", "pages"),
    [
        ([], (0, 1, 2, 3)),
        ([(2, 3)], (1, 2)),
        ([(4, 4), (1, 2), (2, 2)], (0, 1, 3)),
        ([(3, 99)], (2, 3)),
        ([(7, 9)], ()),
    ],
)
def test_pages_are_picked(ranges: list[tuple[int, int]], pages: tuple[int, ...]) -> None:
    assert wanted_pages(4, ranges) == pages
    assert wanted_pages(4, ranges, last_first=True) == pages[::-1]


def test_copies_are_laid_together_or_page_by_page() -> None:
    assert list(sheets((0, 1), 2, collate=True)) == [0, 1, 0, 1]
    assert list(sheets((0, 1), 2, collate=False)) == [0, 0, 1, 1]


def test_what_is_printed_is_the_pdf_that_is_exported(resolution: Resolution, template: Template) -> None:
    choices = CopyChoices(paper="letter", watermark="DRAFT")
    job = print_job(resolution, template, choices)
    assert job.pdf == copy_of(resolution, template, "pdf", choices.options()).data
    assert len(job.sizes) >= 2
    assert {(round(width), round(height)) for width, height in job.sizes} == {(612, 792)}


def test_nothing_to_print_is_an_error(resolution: Resolution, template: Template) -> None:
    kinds = tuple(kind for kind in template.file.kinds if kind.id != resolution.kind)
    from msgspec.structs import replace

    other = replace(template, file=replace(template.file, kinds=kinds))
    with pytest.raises(CopyError, match="unknown-kind"):
        print_job(resolution, other, CopyChoices())
