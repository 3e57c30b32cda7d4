"""What holds for every format: numbers and words in the order of the outline, and equal bytes for equal texts."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from msgspec import Struct
from msgspec.structs import replace

from editor.compose.compose import Options, compose
from editor.compose.composition import Block, Composition, Paragraph, Table, Words
from editor.export.docx import write_docx
from editor.export.html import write_html
from editor.export.pdf import write_pdf
from editor.export.text import write_text
from editor.model.cover import Person
from editor.model.resolution import Resolution
from editor.paths import fonts_folder
from editor.templating.begin import new_resolution
from editor.templating.load import template_from_json, template_to_json
from editor.templating.schema import Template
from editor.typeset import load_fonts, typeset
from tests.export import pages
from tests.export.docx.reading import Docx, text, word_labels
from tests.features import everything
from tests.papers import NO_PREAMBLE_NUMBERS, numbered_by, osce, paper, remark
from tests.reading import missing
from tests.sample import LANGUAGES, sample_resolution
from tests.texts import resolution as long_text

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = """
    p one: <script>alert(1)</script> & {{x}} %s \\n \u202enrut\u202c \u00a0\u2003 ﬁnal,
    ! say: </w:t> ]]> &amp; <!-- -->
    o two: {word.on} `code` $math$ #set @import url(x) 漢字:
      - a: ", ', «, ”, …
"""


NOTICE = "EMBARGO until 3 July"


class Sample(Struct, frozen=True):
    """A text, its template, and how its copy shall look."""

    resolution: Resolution
    template: Template
    options: Options = Options()


SAMPLES = {
    **{f"sample-{language}": Sample(sample_resolution(language), osce()) for language in LANGUAGES},
    "everything": Sample(everything(), osce()),
    "everything-unnumbered": Sample(everything(), numbered_by(NO_PREAMBLE_NUMBERS)),
    "empty": Sample(new_resolution(osce(), "supplementary-item", "en"), osce()),
    "half-filled": Sample(paper(fields={"sponsor": Person(family="Berg"), "dates": None}), osce()),
    "committee-draft": Sample(replace(paper(), kind="draft-resolution"), osce()),
    "form": Sample(replace(paper(), kind="amendment-form"), osce()),
    "hostile": Sample(paper(HOSTILE, {"title": "</title> & {page}", "venue": "<b>"}), osce()),
    "dressed": Sample(
        paper(remarks=(remark("a", "Why?"), remark("a", "So.", resolved=True))),
        osce(),
        Options(paper="letter", line_numbers="page", watermark="DRAFT", large_print=True, remarks=True, notice=NOTICE),
    ),
    "three-hundred": Sample(long_text(300), osce()),
}


def _pdf(composition: Composition) -> bytes:
    return write_pdf(composition, typeset(composition, load_fonts(fonts_folder())))


def _pdf_words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def _docx_words(data: bytes) -> str:
    docx = Docx(data)
    rows = zip(word_labels(docx), docx.paragraphs(), strict=True)
    return "\n".join(f"{label} {text(paragraph)}".strip() for label, paragraph in rows)


Format = tuple[Callable[[Composition], bytes], Callable[[bytes], str]]
FORMATS: dict[str, Format] = {
    "pdf": (_pdf, _pdf_words),
    "docx": (write_docx, _docx_words),
    "html": (write_html, pages.lines),
    "text": (write_text, bytes.decode),
}


@cache
def written(format_: str, name: str) -> bytes:
    sample = SAMPLES[name]
    return FORMATS[format_][0](compose(sample.resolution, sample.template, sample.options))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("format_", FORMATS)
def test_numbers_and_words_stand_in_the_order_of_the_outline(format_: str, name: str) -> None:
    sample = SAMPLES[name]
    words = FORMATS[format_][1](written(format_, name))
    resolution = sample.resolution if sample.template.kind(sample.resolution.kind).body else paper("")
    assert missing(words, resolution, sample.template) == []


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("format_", FORMATS)
def test_cover_heading_and_form_are_there_in_order(format_: str, name: str) -> None:
    sample = SAMPLES[name]
    words = _folded(FORMATS[format_][1](written(format_, name)))
    at = 0
    for section in compose(sample.resolution, sample.template, sample.options).sections:
        for line in (line for block in section.blocks for line in _lines(block)):
            found = words.find(line, at)
            assert found >= 0, line
            at = found + len(line)


@pytest.mark.parametrize("format_", sorted(set(FORMATS) - {"docx"}))  # there it stands in a part of its own
def test_notice_stands_above_every_section(format_: str) -> None:
    words = _folded(FORMATS[format_][1](written(format_, "dressed")))
    assert words.count(NOTICE) >= 3
    assert words.find(NOTICE) < words.find("SUPPLEMENTARY ITEM")


def _lines(block: Block) -> list[str]:
    """Return the printed lines of everything that is no clause, as far as they stand in one piece in every format."""
    if isinstance(block, Table):
        return []  # heads are wrapped in their columns
    return [] if block.anchor else [_folded(_words(block))]


def _words(paragraph: Paragraph) -> str:
    return " ".join(span.text for span in paragraph.spans if isinstance(span, Words))


def _folded(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize("name", ["everything", "dressed", "hostile"])
@pytest.mark.parametrize("format_", FORMATS)
def test_equal_texts_give_equal_bytes(format_: str, name: str) -> None:
    sample = SAMPLES[name]
    copied = template_from_json(template_to_json(sample.template))
    again = FORMATS[format_][0](compose(sample.resolution, copied, sample.options))
    assert again == written(format_, name)


def digests() -> str:
    """Return one line a format: what its copy of the text with everything comes to."""
    return "\n".join(f"{name} {hashlib.sha256(written(name, 'everything')).hexdigest()}" for name in FORMATS)


def test_bytes_do_not_depend_on_the_run() -> None:
    """Sets are walked in another order in every run of Python, unless its seed is fixed."""
    script = "from tests.export.test_contract import digests; print(digests())"
    runs = [
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout.strip()
        for seed in ("1", "2")
    ]
    assert runs == [digests(), digests()]
