"""Word files (.docx): numbers, levels, marks, notes, references, tracked changes and comments become a resolution.

What this program wrote comes back as it was, by the ids that it carries; all other files go through the recogniser.
"""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from editor.importing.report import Guess, Imported
from editor.importing.word.document import resolution_of
from editor.importing.word.package import is_word
from editor.importing.word.paragraphs import Ids, Tracked
from editor.importing.word.reading import WordFile
from editor.model.ids import NewId, new_id
from editor.templating.schema import Template

__all__ = ["Changes", "Tracked", "WordImport", "import_word", "is_word"]

Changes = Literal["accepted", "rejected", "apart"]
"""What becomes of tracked changes: they are taken as accepted, as rejected, or both texts are read."""


class WordImport(Struct, frozen=True):
    """A Word file as a resolution, and its tracked changes in order.

    `before` is the text without the changes, read only where these are kept apart: a clause has the same id in both.
    """

    imported: Imported
    tracked: tuple[Tracked, ...] = ()
    before: Imported | None = None
    is_own: bool = False


def import_word(
    data: bytes,
    template: Template,
    *,
    kind: str | None = None,
    language: str | None = None,
    changes: Changes = "accepted",
    fresh: NewId = new_id,
) -> WordImport:
    """Return the resolution in a Word file, under `template`, with the report on it.

    `kind` and `language` are those of the paper where they are known; with `changes` "apart" the text is that with the
    changes accepted. ImportFailure "import-damaged", "import-too-large", "import-too-many", "import-empty", and those
    of `import_text` for kind and language.
    """
    ids = Ids(fresh)
    file = WordFile(data, ids)
    reading = file.read(rejected=changes == "rejected")
    imported = resolution_of(file, reading, template, kind, language, ids)
    if reading.tracked:
        code = "changes-rejected" if changes == "rejected" else "changes"
        guess = Guess(code, (("count", str(len(reading.tracked))),))
        imported = replace(imported, report=replace(imported.report, guesses=(guess, *imported.report.guesses)))
    before = None
    if changes == "apart":
        resolution = imported.resolution
        rejected = file.read(rejected=True)
        before = resolution_of(file, rejected, template, resolution.kind, resolution.language, ids)
    return WordImport(imported, reading.tracked, before, file.is_own)
