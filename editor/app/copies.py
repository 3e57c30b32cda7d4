"""Print copies: from a document to the bytes of a file in any format. No Qt here; the command line uses it too."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from editor.app.documents import open_document
from editor.compose.compose import Options, compose
from editor.compose.composition import Composition
from editor.model.errors import EditorError
from editor.model.resolution import Resolution
from editor.templating.schema import Template

FORMATS = ("pdf", "docx", "html", "txt")
"""Formats a copy can have, by the ending of its file."""


class Copy(Struct, frozen=True):
    """A copy's bytes, and what in it does not print as written, as code and parameters."""

    data: bytes
    faults: tuple[tuple[str, Mapping[str, object]], ...] = ()


class CopyError(EditorError):
    """A copy that cannot be made: code "unknown-kind" or "nothing-to-print"."""


def make_copy(source: Path, target: Path, options: Options) -> Copy:
    """Write a copy of the project `source` to `target`, in the format its ending names."""
    from editor.project.saving import save_bytes

    document = open_document(source)
    try:
        copy = copy_of(document.resolution, document.template, target.suffix.removeprefix("."), options)
    except CopyError as error:
        raise CopyError(error.code, path=str(source), **error.parameters) from None
    save_bytes(target, copy.data)
    return copy


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
        return _pdf(composition)
    if format_ == "docx":
        from editor.export.docx import write_docx

        return Copy(write_docx(composition))
    if format_ == "html":
        from editor.export.html import write_html

        return Copy(write_html(composition))
    from editor.export.text import write_text

    return Copy(write_text(composition))


def _pdf(composition: Composition) -> Copy:
    from editor.export.pdf import write_pdf
    from editor.paths import fonts_folder
    from editor.typeset import load_fonts, typeset

    layout = typeset(composition, load_fonts(fonts_folder()))
    faults = tuple((finding.code, {"character": finding.text}) for finding in layout.findings)
    return Copy(write_pdf(composition, layout), faults)
