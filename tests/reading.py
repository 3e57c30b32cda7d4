"""What a reader sees: finding a document's labels, in order, in the words of any file made from it."""

import re
from itertools import takewhile

from editor.model.clause import Clause
from editor.model.resolution import Resolution
from editor.model.text import Note
from editor.numbering import labels, words
from editor.templating.schema import Template

FIRST = 3
"""How many of a clause's first words are looked for behind its label."""


def expected(resolution: Resolution, template: Template) -> list[tuple[Clause, str]]:
    """Return every clause with its label and first words as they must stand in a file, one blank between them."""
    labelled = labels(resolution.body, template.scheme(resolution.language))
    found: list[tuple[Clause, str]] = []
    for clause, label in zip(labelled.body, labelled.by_place, strict=True):
        # A note's mark stands in the words that follow it.
        unmarked = tuple(takewhile(lambda piece: not isinstance(piece, Note), clause.text))
        start = " ".join(words(unmarked, labelled).split()[:FIRST])
        found.append((clause, f"{label.text} {start}".strip()))
    return found


def missing(text: str, resolution: Resolution, template: Template) -> list[str]:
    """Return the labels with first words that `text`, a file's words, does not have in the order of the document.

    White space is folded, and a word may be cut by a hyphen at the end of a line; nothing else is forgiven.
    """
    folded = " ".join(text.replace("\u00ad", "").split())
    lost: list[str] = []
    at = 0
    for _, wanted in expected(resolution, template):
        match = _pattern(wanted).search(folded, at)
        if match is None:
            lost.append(wanted)
        else:
            at = match.end()
    return lost


def _pattern(wanted: str) -> re.Pattern[str]:
    cut = "(?:[-\u2010] )?"
    words_ = (cut.join(re.escape(character) for character in word) for word in wanted.split())
    return re.compile(r"(?<![\w.])" + " ".join(words_))
