"""Texts of other programs become resolutions, with a report of what was guessed.

A reader for each format gives lines or paragraphs (`source`), one recogniser makes a resolution of them (`recognise`).
"""

from editor.importing.decode import LIMIT, decode
from editor.importing.plain import read_plain
from editor.importing.recognise import recognise
from editor.importing.report import CODES, Dropped, Guess, Imported, ImportFailure, Report, Source
from editor.model.ids import NewId, new_id
from editor.templating.schema import Template

__all__ = [
    "CODES", "LIMIT", "Dropped", "Guess", "ImportFailure", "Imported", "Report", "Source", "import_text",
]  # fmt: skip


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
