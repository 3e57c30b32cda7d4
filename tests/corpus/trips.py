"""One published file on its ways through the program; each way returns the faults it finds, none for a good one."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from editor.compose.compose import compose
from editor.export.akn import write_akn
from editor.export.docx import write_docx
from editor.importing import import_document
from editor.model.resolution import Resolution
from editor.model.text import Note
from editor.numbering import labels, words
from editor.paths import templates_folder
from editor.templating.load import load_template
from editor.templating.schema import Template
from tests.corpus.truth import Row, rows, squeezed


@cache
def template() -> Template:
    """Return the template that the texts are read under."""
    return load_template(templates_folder() / "un-ga")


def read(path: Path) -> Resolution:
    """Return the text in `path`."""
    return import_document(path.read_bytes(), template()).resolution


def said(resolution: Resolution) -> list[Row]:
    """Return the clauses of `resolution` as the truth has them."""
    labelled = labels(resolution.body, template().scheme(resolution.language))
    return [
        Row(clause.kind, clause.level, squeezed(label.text), squeezed(words(clause.text, labelled)))
        for clause, label in zip(resolution.body, labelled.by_place, strict=True)
    ]


def read_faults(path: Path, resolution: Resolution) -> Iterator[str]:
    """Yield where `resolution` differs from what the file says: kind, level, number, words; and lost notes."""
    expected, found = rows(path.read_bytes()), said(resolution)
    if len(expected) != len(found):
        yield f"{len(expected)} clauses, read {len(found)}"
    for place, (one, other) in enumerate(zip(expected, found, strict=False), 1):
        yield from (f"clause {place}: {a!r}, read {b!r}" for a, b in zip(one, other, strict=True) if a != b)
    notes = path.read_bytes().count(b"<authorialNote")
    kept = sum(isinstance(piece, Note) for clause in resolution.body for piece in clause.text)
    if notes != kept:
        yield f"{notes} notes, read {kept}"


def akn_faults(resolution: Resolution) -> Iterator[str]:
    """Yield what does not come back from an Akoma Ntoso file of ours."""
    back = import_document(write_akn(compose(resolution, template())), template()).resolution
    if back != resolution:
        yield "Akoma Ntoso: another text came back"


def docx_faults(resolution: Resolution) -> Iterator[str]:
    """Yield what does not come back from a Word file of ours."""
    back = import_document(write_docx(compose(resolution, template())), template()).resolution
    differing = sum(one != other for one, other in zip(said(resolution), said(back), strict=False))
    differing += abs(len(back.body) - len(resolution.body))
    if differing:
        yield f"Word: {differing} clauses came back otherwise"
