"""What every document is held against; each check returns the faults it finds, none for a good one."""

import re
from html.parser import HTMLParser
from pathlib import Path

from editor.app.copies import FORMATS, copy_of
from tests.conformance import tools
from tests.conformance.samples import Sample
from tests.reading import missing


def write(sample: Sample, folder: Path) -> list[str]:
    """Write `sample` in every format to `folder`; return what differs when it is written a second time."""
    faults: list[str] = []
    for format_ in FORMATS:
        copy = copy_of(sample.resolution, sample.template, format_, sample.options)
        path(sample, folder, format_).write_bytes(copy.data)
        if copy_of(sample.resolution, sample.template, format_, sample.options).data != copy.data:
            faults.append(f"{format_}: the same input gave other bytes")
        faults += [f"{format_}: {code} {parameters}" for code, parameters in copy.faults]
    return faults


def path(sample: Sample, folder: Path, format_: str) -> Path:
    """Return where `sample` lies in `format_`."""
    return folder / f"{sample.name}.{format_}"


def pdf(sample: Sample, folder: Path) -> list[str]:
    """Return where the PDF breaks PDF/UA-1 or PDF/A-2a, lacks a font, or reads otherwise than the outline."""
    file = path(sample, folder, "pdf")
    return [
        *tools.pdf_faults(file),
        *(f"font not embedded: {row}" for row in tools.unembedded_fonts(file)),
        *_labels(sample, tools.pdf_words(file), "pdf"),
    ]


def docx(sample: Sample, folder: Path, as_printed: str) -> list[str]:
    """Return where the DOCX is refused, or reads otherwise in LibreOffice (`as_printed`) than the outline."""
    return [*tools.docx_faults(path(sample, folder, "docx")), *_labels(sample, as_printed, "docx in LibreOffice")]


def html(sample: Sample, folder: Path) -> list[str]:
    """Return where the HTML's words or the values of its lists differ from the outline."""
    source = path(sample, folder, "html").read_text(encoding="utf-8")
    reader = _Words()
    reader.feed(source)
    reader.close()
    faults = [f"html: <{tag}> is not closed" for tag in reader.open]
    faults += [f"html: fetches {found}" for found in re.findall(r'(?:src|href)="(?!#)([^"]*)"', source)]
    return faults + _labels(sample, "".join(reader.words), "html")


def txt(sample: Sample, folder: Path) -> list[str]:
    """Return where the plain text differs from the outline."""
    return _labels(sample, path(sample, folder, "txt").read_text(encoding="utf-8"), "txt")


def _labels(sample: Sample, words: str, where: str) -> list[str]:
    if sample.options.parts and "body" not in sample.options.parts:
        return []
    return [f"{where}: not found in its place: {lost}" for lost in missing(words, sample.resolution, sample.template)]


class _Words(HTMLParser):
    """Collects the words of a page as a reader sees them: blocks apart, styles left out."""

    VOID = frozenset({"br", "col", "hr", "img", "link", "meta"})
    INLINE = frozenset({"a", "b", "i", "u", "sub", "span", "ins", "del"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element as open."""
        del attrs
        if tag not in self.VOID:
            self.open.append(tag)
        if tag not in self.INLINE and tag != "sup":
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """Close the element; one that was not the last to open stays in the list of faults."""
        if self.open and self.open[-1] == tag:
            self.open.pop()
        if tag not in self.INLINE and tag != "sup":
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        """Take words that are shown."""
        if "style" not in self.open and "title" not in self.open:
            self.words.append(data)
