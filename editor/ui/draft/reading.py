"""What the text document holds, read back: a check on the projection, and what a screen reader may have written."""

from collections.abc import Mapping

from PySide6.QtGui import QTextBlock, QTextDocument

from editor.model.text import Inline, Note, Reference, Text, normalise
from editor.ui.draft.formats import INSTANCE, read_run


def read_rows(document: QTextDocument, pieces: Mapping[int, Reference | Note]) -> tuple[Text, ...]:
    """Return the text of every paragraph; `pieces` are the references and notes by their instance's number."""
    found: list[Text] = []
    block = document.begin()
    while block.isValid():
        found.append(_row(block, pieces))
        block = block.next()
    return tuple(found)


def _row(block: QTextBlock, known: Mapping[int, Reference | Note]) -> Text:
    found: list[Inline] = []
    walk = block.begin()
    while not walk.atEnd():
        fragment = walk.fragment()
        shown = fragment.charFormat()
        instance = shown.property(INSTANCE)
        if instance is None:
            found.append(read_run(fragment.text(), shown))
        elif int(instance) in known:
            found.append(known[int(instance)])
        walk += 1
    return normalise(tuple(found))
