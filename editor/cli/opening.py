"""Opening a project for a command, with a word on what was not as it should be."""

from pathlib import Path

from editor.app.documents import Document, open_document
from editor.app.wording import notices
from editor.cli.outcome import say


def opened(path: Path) -> Document:
    """Return the document `path`; what a person should know of the file is said on standard error."""
    document = open_document(path)
    for notice in notices(document):
        say(f"{path}: {notice}")
    return document
