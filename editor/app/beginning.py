"""How a text begins: empty, from last year's, as a copy of the sample, from a text of another program. No Qt here."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from editor.app.documents import DEFAULT_TEMPLATE, Document, DocumentError, open_document
from editor.paths import templates_folder
from editor.templating.begin import begin_from, new_resolution
from editor.templating.schema import Template

if TYPE_CHECKING:
    from editor.importing import Report

SAMPLE = "sample.resolution"
"""The name of a template's sample text."""


class TakenIn(Struct, frozen=True):
    """A text of another program as a document without a file, and the report of what was guessed."""

    document: Document
    report: "Report"


def empty(template: Template, kind: str, language: str) -> Document:
    """Return an empty text; KeyError or EditError for what the template does not have."""
    return Document(new_resolution(template, kind, language), template)


def next_of(document: Document) -> Document:
    """Return a new text that begins as a copy of last year's `document`, under the template that one carries."""
    return Document(begin_from(document.resolution, template=document.template), document.template)


def sample() -> Document:
    """Return a copy of the sample as a text without a file, so that saving never writes to the shipped one."""
    document = open_document(templates_folder() / DEFAULT_TEMPLATE / SAMPLE)
    return Document(document.resolution, document.template)


def taken_in(path: Path, template: Template) -> TakenIn:
    """Return the text at `path`, of Word or plain or in Akoma Ntoso, as a document under `template`; it is only read.

    DocumentError "no-such-file", "is-a-folder", "not-a-file" or "unreadable"; ImportFailure for what is no text.
    """
    from editor.importing import import_document

    imported = import_document(_bytes(path), template)
    return TakenIn(Document(imported.resolution, template), imported.report)


def template_for(path: Path) -> str:
    """Return the id of the template that a text at `path` is taken in under: published XML is the United Nations'."""
    return "un-ga" if path.suffix.lower() in {".xml", ".akn"} else DEFAULT_TEMPLATE


def _bytes(path: Path) -> bytes:
    from editor.importing import LIMIT, ImportFailure

    limit = LIMIT
    if path.suffix.lower() == ".docx":
        from editor.importing.word import package  # in a file of Word there may be photographs

        limit = package.LIMIT

    try:
        if path.is_dir():
            raise DocumentError("is-a-folder", path=str(path))
        size = path.stat().st_size
        if not path.is_file():  # a pipe would wait for ever, a device never end
            raise DocumentError("not-a-file", path=str(path))
        if size > limit:
            raise ImportFailure("import-too-large", size=size, limit=limit)
        with path.open("rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise DocumentError("no-such-file", path=str(path)) from None
    except OSError as error:
        raise DocumentError("unreadable", path=str(path), reason=error.strerror or str(error)) from None
