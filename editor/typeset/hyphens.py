"""Where words may be hyphenated, by the patterns of their language."""

import re
from functools import cached_property
from typing import TYPE_CHECKING

from editor.typeset.fonts import Face

if TYPE_CHECKING:
    from pyphen import Pyphen

# What each language is hyphenated by where its code alone does not say.
_PREFERRED = {"en": "en_GB", "de": "de_DE", "pt": "pt_PT", "sr": "sr_Latn"}
_WORD = re.compile("[^\\W\\d_]{6,}")
_LEAST_BEFORE, _LEAST_AFTER = 3, 3


class Hyphens:
    """The hyphenation of one language, with the words met so far."""

    def __init__(self, language: str) -> None:
        self._language = language.replace("-", "_")
        self._known: dict[str, tuple[int, ...]] = {}
        self._measured: dict[tuple[str, str], list[tuple[int, float, float]]] = {}

    def cuts(self, word: str) -> tuple[int, ...]:
        """Return the offsets at which `word` may be cut; none for short words, acronyms and words with figures."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._find(word)
        return known

    def measured(self, word: str, face: Face) -> list[tuple[int, float, float]]:
        """Return the cuts of `word` with the widths before them, with a hyphen, and after them."""
        found = self._measured.get((word, face.name))
        if found is None:
            found = [(cut, face.width(word[:cut] + "-"), face.width(word[cut:])) for cut in self.cuts(word)]
            self._measured[word, face.name] = found
        return found

    def _find(self, word: str) -> tuple[int, ...]:
        found = _WORD.search(word)
        if not found or self._patterns is None or found.group().isupper() or _WORD.search(word, found.end()):
            return ()
        return tuple([found.start() + place for place in self._patterns.positions(found.group())])

    @cached_property
    def _patterns(self) -> "Pyphen | None":
        # Imported when it is needed first: most documents are not hyphenated.
        import pyphen

        name = _PREFERRED.get(self._language) or pyphen.language_fallback(self._language)
        if not name or name not in pyphen.LANGUAGES:
            return None
        return pyphen.Pyphen(lang=name, left=_LEAST_BEFORE, right=_LEAST_AFTER)
