"""The words a clause opens with, found again in its text: what a phrase bank lists, in any of its forms.

They are compared without case and accents, so that a text from elsewhere, or typed on a foreign keyboard, is known too.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from editor.model.clause import PARAGRAPHS, Clause
from editor.model.text import Run, Text, flatten, set_mark
from editor.templating.schema import Template

_SIGNS = {"’": "'", "‘": "'", "ʼ": "'", "\xa0": " ", "\u202f": " "}


def fold(text: str) -> str:
    """Return `text` in small letters without accents, apostrophes and spaces of one kind; its length stays."""
    return "".join(map(_folded, text))


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    base = unicodedata.normalize("NFD", character)[0].lower()
    return _SIGNS.get(character, base if len(base) == 1 else character)


class Openings:
    """A set of opening words, each known by its number in the order given."""

    def __init__(self, words: Iterable[str]) -> None:
        self.longest = 0
        self._by_word: dict[str, list[tuple[str, int]]] = {}
        for number, opening in enumerate(map(fold, words)):
            self.longest = max(self.longest, len(opening))
            self._by_word.setdefault(opening.partition(" ")[0], []).append((opening, number))
        for found in self._by_word.values():
            found.sort(key=lambda one: -len(one[0]))

    def find(self, text: str) -> tuple[int, int] | None:
        """Return the number and the length of the longest opening that `text` begins with, whole words only."""
        folded = fold(text[: self.longest + 1])
        first = folded[: next((at for at, one in enumerate(folded) if not one.isalpha()), len(folded))]
        for word in dict.fromkeys((folded.partition(" ")[0], first)):
            for opening, number in self._by_word.get(word, ()):
                if folded.startswith(opening) and not folded[len(opening) : len(opening) + 1].isalnum():
                    return number, len(opening)
        return None


def emphasised(clause: Clause, template: Template, language: str) -> int:
    """Return how many places at the start of `clause` its template emphasises (`TemplateFile.emphasis`).

    None where the text has marks of its own there: whoever marked it knew what he wanted.
    """
    mark = template.file.emphasis
    known = template.openings.get(language)
    if not mark or not known or clause.kind not in PARAGRAPHS or not clause.text:
        return 0
    first = clause.text[0]
    if isinstance(first, Run) and mark in first.marks:
        return 0
    found = _openings(known).find(flatten(clause.text))
    return found[1] if found else 0


@lru_cache(maxsize=16)
def _openings(words: tuple[str, ...]) -> Openings:
    return Openings(words)


def printed(clause: Clause, template: Template, language: str) -> Text:
    """Return the text of `clause` with its template's emphasis on the opening words."""
    mark = template.file.emphasis
    places = emphasised(clause, template, language) if mark else 0
    return set_mark(clause.text, 0, places, mark, True) if mark and places else clause.text
