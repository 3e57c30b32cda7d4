"""Faults planted on purpose, one each: a checker that finds none of them would be worth nothing.

A defect takes a sample that lies written in a folder, spoils a copy of one of its files, and returns what the checks
find wrong in the copy.
"""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Name

from tests.conformance import checks, tools
from tests.conformance.samples import Sample

Defect = Callable[[Sample, Path], list[str]]


def _pdf(spoil: Callable[[pikepdf.Pdf], None]) -> Defect:
    def defect(sample: Sample, folder: Path) -> list[str]:
        spoiled = _folder(folder)
        with pikepdf.open(checks.path(sample, folder, "pdf")) as pdf:
            spoil(pdf)
            pdf.save(checks.path(sample, spoiled, "pdf"))
        return checks.pdf(sample, spoiled)

    return defect


def _docx(part: str, old: str, new: str) -> Defect:
    def defect(sample: Sample, folder: Path) -> list[str]:
        spoiled = _folder(folder)
        target = checks.path(sample, spoiled, "docx")
        _rewrite(checks.path(sample, folder, "docx"), target, part, old, new)
        printed = tools.as_read_by_libreoffice([target], spoiled)
        return checks.docx(sample, spoiled, printed.get(sample.name, ""))

    return defect


def _plain(format_: str, check: Callable[[Sample, Path], list[str]], old: str, new: str) -> Defect:
    def defect(sample: Sample, folder: Path) -> list[str]:
        spoiled = _folder(folder)
        source = checks.path(sample, folder, format_).read_text(encoding="utf-8")
        checks.path(sample, spoiled, format_).write_text(_swapped(source, old, new), encoding="utf-8")
        return check(sample, spoiled)

    return defect


def _folder(folder: Path) -> Path:
    spoiled = folder / "spoiled"
    shutil.rmtree(spoiled, ignore_errors=True)
    spoiled.mkdir()
    return spoiled


def _rewrite(source: Path, target: Path, part: str, old: str, new: str) -> None:
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for info in before.infolist():
            data = before.read(info)
            if info.filename == part:
                data = _swapped(data.decode(), old, new).encode()
            after.writestr(info, data)


def _swapped(source: str, old: str, new: str) -> str:
    if old not in source:
        raise LookupError(f"nothing to spoil: {old!r} is not there")
    return source.replace(old, new, 1)


def _drop_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def _drop_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def _drop_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def _hide_title(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def _drop_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def _drop_font_file(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == Name.FontDescriptor:
            del thing["/FontFile2"]
            return


def _drop_unicode_map(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
            del thing["/ToUnicode"]


def _untagged_line(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[-1]
    page.contents_add(b"BT /F1 9 Tf 40 40 Td (spoiled) Tj ET")


def _drop_link_words(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            del annotation["/Contents"]


def _drop_last_pages(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]


DEFECTS: dict[str, Defect] = {
    "PDF without tags": _pdf(_drop_tags),
    "PDF without a language": _pdf(_drop_language),
    "PDF without metadata": _pdf(_drop_metadata),
    "PDF that hides its title": _pdf(_hide_title),
    "PDF without an output intent": _pdf(_drop_output_intent),
    "PDF with a font left out": _pdf(_drop_font_file),
    "PDF whose letters have no meaning": _pdf(_drop_unicode_map),
    "PDF with words outside the tags": _pdf(_untagged_line),
    "PDF with a link that says nothing": _pdf(_drop_link_words),
    "PDF with a page lost": _pdf(_drop_last_pages),
    "DOCX whose second level counts in numbers": _docx("word/numbering.xml", "lowerLetter", "decimal"),
    "DOCX with an element Word does not know": _docx("word/document.xml", "<w:body>", "<w:body><w:clause/>"),
    "DOCX whose styles lost their numbers": _docx("word/styles.xml", "w:numId", "w:ilvl"),
    "HTML with an element left open": _plain("html", checks.html, "</p>", ""),
    "HTML with a wrong number": _plain("html", checks.html, ">2. <", ">3. <"),
    "text with a number lost": _plain("txt", checks.txt, "\n4. ", "\n"),
}
