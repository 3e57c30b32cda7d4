"""The sentence for every code: errors, findings and guesses. One calm sentence each, with named places to fill.

They are marked for translation (QT_TRANSLATE_NOOP); nothing here knows Qt, so the command line speaks them in English.
"""

from editor.app.sentences.edits import EDITS
from editor.app.sentences.files import FILES, NOTICES
from editor.app.sentences.findings import FINDINGS
from editor.app.sentences.imports import GUESSES, IMPORTS
from editor.app.sentences.templates import REASONS, TEMPLATES

__all__ = ["EDITS", "FILES", "FINDINGS", "GUESSES", "IMPORTS", "NOTICES", "REASONS", "TEMPLATES"]
