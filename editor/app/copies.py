"""Print copies: from a document to the bytes of a file in any format. No Qt here; the command line uses it too."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from editor.compose.compose import Options, compose
from editor.compose.composition import Composition, Paragraph
from editor.model.errors import EditorError
from editor.model.resolution import Resolution
from editor.templating.schema import Template

if TYPE_CHECKING:
    from editor.typeset.layout import Layout

FORMATS = ("pdf", "docx", "html", "txt", "xml")
"""Formats a copy can have, by the ending of its file; xml is Akoma Ntoso."""


Fault = tuple[str, Mapping[str, object]]
"""A code of a finding with its parameters."""

_SHOWN = 20
"""How many characters and clauses a sentence names."""


class Copy(Struct, frozen=True):
    """A copy's bytes, and what in it does not print as written, as code and parameters."""

    data: bytes
    faults: tuple[Fault, ...] = ()


class CopyError(EditorError):
    """A copy that cannot be made: code "unknown-kind" or "nothing-to-print"."""


def copy_of(resolution: Resolution, template: Template, format_: str, options: Options | None = None) -> Copy:
    """Return a copy of `resolution` in `format_`, one of FORMATS."""
    if all(kind.id != resolution.kind for kind in template.file.kinds):
        raise CopyError("unknown-kind", kind=resolution.kind, template=template.id)
    composition = compose(resolution, template, options)
    if not composition.sections:
        raise CopyError("nothing-to-print")
    return write(composition, format_)


def write(composition: Composition, format_: str) -> Copy:
    """Return `composition` in `format_`, one of FORMATS; each writer is loaded only when it is asked for."""
    if format_ == "pdf":
        with _without_collecting():
            return _pdf(composition)
    if format_ == "docx":
        from editor.export.docx import write_docx

        return Copy(write_docx(composition))
    if format_ == "html":
        from editor.export.html import write_html

        return Copy(write_html(composition))
    if format_ == "xml":
        from editor.export.akn import write_akn

        return Copy(write_akn(composition))
    from editor.export.text import write_text

    return Copy(write_text(composition))


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Look for no cycles of garbage meanwhile: frozen values make none, and the search costs an eighth of the time."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def _pdf(composition: Composition) -> Copy:
    from editor.export.pdf import write_pdf

    layout = _layout(composition)
    return Copy(write_pdf(composition, layout), _faults(composition, layout))


def print_faults(resolution: Resolution, template: Template) -> tuple[Fault, ...]:
    """Return what of `resolution` would not print as written."""
    composition = compose(resolution, template)
    return _faults(composition, _layout(composition))


def _layout(composition: Composition) -> "Layout":
    from editor.paths import fonts_folder
    from editor.typeset import load_fonts, typeset

    return typeset(composition, load_fonts(fonts_folder()))


def _faults(composition: Composition, layout: "Layout") -> tuple[Fault, ...]:
    """Return one fault a code, with all its characters and the numbers of the clauses they stand in."""
    numbers = {
        block.anchor: block.label.text
        for section in composition.sections
        for block in section.blocks
        if isinstance(block, Paragraph) and block.label
    }
    found: dict[str, tuple[list[str], list[str]]] = {}
    for finding in layout.findings:
        characters, clauses = found.setdefault(finding.code, ([], []))
        number = numbers.get(finding.clause, "").rstrip(".")
        characters += [finding.text] if finding.text not in characters else []
        clauses += [number] if number and number not in clauses else []
    return tuple(
        (code, {"characters": " ".join(characters[:_SHOWN]), "clauses": ", ".join(clauses[:_SHOWN])})
        for code, (characters, clauses) in found.items()
    )
