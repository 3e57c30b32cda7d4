"""Texts of other programs become resolutions, with a report of what was guessed.

A reader for each format gives lines or paragraphs (`source`), one recogniser makes a resolution of them (`recognise`);
what this program wrote itself is read without guessing. `import_document` tells the format by the bytes.
"""

from typing import TYPE_CHECKING

from editor.importing.decode import LIMIT, decode
from editor.importing.plain import read_plain
from editor.importing.recognise import recognise
from editor.importing.report import CODES, Dropped, Guess, Imported, ImportFailure, Report, Source
from editor.model.ids import NewId, new_id
from editor.templating.schema import Template

if TYPE_CHECKING:
    from editor.importing.word import Changes

__all__ = [
    "CODES", "LIMIT", "Dropped", "Guess", "ImportFailure", "Imported", "Report", "Source", "import_document",
    "import_text",
]  # fmt: skip


def import_document(
    data: bytes,
    template: Template,
    *,
    kind: str | None = None,
    language: str | None = None,
    changes: "Changes" = "accepted",
    fresh: NewId = new_id,
) -> Imported:
    """Return the resolution in a file of any format that can be read, under `template`, and the report on it.

    Word files (.docx), Akoma Ntoso and plain text are told apart by their bytes. `changes` says how tracked changes are
    taken; who wants to see them apart calls `word.import_word`. ImportFailure as of `import_text`, `word.import_word`
    and `akn.import_akn`.
    """
    if data.startswith(b"PK\x03\x04"):
        from editor.importing.word import import_word, is_word  # lxml takes time to load

        if is_word(data):
            return import_word(data, template, kind=kind, language=language, changes=changes, fresh=fresh).imported
    if b"akomaNtoso" in data[:4096].replace(b"\0", b""):
        from editor.importing.akn import import_akn, is_akn

        if is_akn(data):
            return import_akn(data, template, kind=kind, language=language, fresh=fresh)
    return import_text(data, template, kind=kind, language=language, fresh=fresh)


def import_text(
    text: str | bytes,
    template: Template,
    *,
    kind: str | None = None,
    language: str | None = None,
    fresh: NewId = new_id,
) -> Imported:
    """Return the resolution in a plain or Markdown text, under `template`, and the report on it.

    Bytes are UTF-8, UTF-16 or, as a guess, an old Windows code page. `kind` and `language` (two letters) are those of
    the paper where they are known; `fresh` makes the ids. ImportFailure for what is empty, no text, or above LIMIT,
    for a kind or language that the template does not have, and for a kind without a body.
    """
    decoded, guesses = decode(text)
    source = read_plain(decoded)
    imported = recognise(source, template, kind=kind, language=language, fresh=fresh)
    report = imported.report
    return Imported(imported.resolution, Report((*guesses, *report.guesses), report.dropped, report.sources))
